// What tables and time axes have in common: the heading, the language, what is searched for, files, paper, keys.

import { copyAddress } from "../explorer/copying.js";
import { byId } from "../explorer/dom.js";
import { csv } from "../explorer/exports/csv.js";
import { saveFile } from "../explorer/saving.js";
import { keyOf } from "../explorer/search.js";
import { language, languageFor, speak, told, wordsOf } from "../explorer/words.js";
import { fragmentOf } from "./address.js";

/** @typedef {import("../explorer/model.js").Words} Words */
/**
 * `filter` says what the search box takes; `tell` draws all anew; `leave` gives up what is chosen; `rows` are those of the file;
 * `parts` tell what is shown in an address, `follow` takes such parts.
 * @typedef {{title: Words, filter: () => string, tell: () => void, leave: () => void, rows: () => (string | number)[][],
 *   parts: () => import("./address.js").Parts, follow: (asked: URLSearchParams) => void}} Sheet
 */

const say = wordsOf({
  zh: { language: "English", link: "复制链接", copied: "已复制", print: "打印", csv: "存为表格", csvTitle: "把看到的存为 CSV，Excel、WPS 可直接打开" },
  en: { language: "中文", link: "Copy link", copied: "Copied", print: "Print", csv: "Save table", csvTitle: "Save what is seen as CSV for Excel" },
});

/** Give the page that Python wrote. */
export function readScene() {
  return JSON.parse(byId("scene").textContent ?? "");
}

/** Give the search box. */
export function wantedBox() {
  return /** @type {HTMLInputElement} */ (byId("wanted"));
}

/**
 * Give a test for texts: whether any of them holds each of the words that are typed.
 * @param {string} typed
 * @returns {(...texts: string[]) => boolean}
 */
export function holderOf(typed) {
  const words = typed.trim().split(/\s+/).map(keyOf).filter(Boolean);
  return (...texts) => {
    const whole = words.length ? texts.map(keyOf).join("\n") : "";
    return words.every((word) => whole.includes(word));
  };
}

/**
 * Fill the panel, and show it from its top.
 * @param {(Node | "")[]} parts
 */
export function showPanel(parts) {
  const panel = byId("panel");
  panel.replaceChildren(...parts.filter((part) => part !== ""));
  panel.scrollTop = 0;
}

/** Bring what is chosen into sight. */
function toChosen() {
  byId("sheet").querySelector("[aria-pressed=true], tr.chosen")?.scrollIntoView({ block: "nearest", inline: "center" });
}

/**
 * Begin: choose the language, listen, draw.
 * @param {Sheet} sheet
 * @param {() => boolean} closeText  closes a text that is read, and tells whether there was one
 */
export function begin(sheet, closeText) {
  const wanted = wantedBox();

  function tell() {
    document.documentElement.lang = language() === "en" ? "en" : "zh-CN";
    document.title = told(sheet.title);
    byId("title").textContent = told(sheet.title);
    wanted.placeholder = sheet.filter();
    wanted.setAttribute("aria-label", sheet.filter());
    for (const id of /** @type {const} */ (["csv", "link", "print", "language"])) byId(id).textContent = say(id);
    byId("csv").title = say("csvTitle");
    sheet.tell();
  }

  /** Show what the address asks for. */
  function follow() {
    const asked = new URLSearchParams(location.hash.slice(1));
    wanted.value = asked.get("q") ?? "";
    sheet.follow(asked);
  }

  async function copy() {
    await copyAddress(fragmentOf(sheet.parts()));
    byId("link").textContent = say("copied");
    setTimeout(() => { byId("link").textContent = say("link"); }, 1500);
  }

  wanted.addEventListener("input", () => {
    closeText();
    sheet.tell();
  });
  window.addEventListener("hashchange", () => {
    closeText();
    follow();
    tell();
    toChosen();
  });
  byId("link").addEventListener("click", copy);
  byId("csv").addEventListener("click", () => saveFile(told(sheet.title), "csv", csv(sheet.rows()), "text/csv"));
  byId("print").addEventListener("click", () => window.print());
  byId("language").addEventListener("click", () => {
    speak(language() === "en" ? "zh" : "en");
    tell();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLSelectElement) return;
    if (event.key === "Escape") {
      if (closeText()) return;
      wanted.value = "";
      sheet.leave();
    } else if (event.key === "/" && event.target !== wanted) {
      wanted.focus();
      event.preventDefault();
    }
  });
  speak(languageFor(document.documentElement.dataset.language ?? "zh", navigator.languages ?? [navigator.language]));
  follow();
  tell();
  toChosen();
  document.documentElement.dataset.ready = "yes";
}
