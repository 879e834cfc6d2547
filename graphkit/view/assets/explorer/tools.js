// The buttons at the head of the page.

import { copyAddress } from "./copying.js";
import { fragmentOf } from "./deeplink.js";
import { element } from "./dom.js";
import { mountExports } from "./export_menu.js";
import { mountPathbar } from "./pathbar.js";
import { language, speak, wordsOf } from "./words.js";

/** @typedef {import("./state.js").Store} Store */
/** @typedef {import("./stage.js").Stage} Stage */

const say = wordsOf({
  zh: { undo: "撤销", fit: "适合窗口", table: "表格", picture: "关系图", path: "路径", link: "复制链接", copied: "已复制", print: "打印", language: "English", tools: "工具" },
  en: { undo: "Undo", fit: "Fit", table: "Table", picture: "Picture", path: "Path", link: "Copy link", copied: "Copied", print: "Print", language: "中文", tools: "Tools" },
});

/**
 * @param {{tools: HTMLElement, main: HTMLElement}} hosts
 * @param {Store} store
 * @param {Stage} stage
 */
export function mountTools(hosts, store, stage) {
  const button = (/** @type {string} */ id, /** @type {() => void} */ act) => element("button", { type: "button", id, onclick: act });
  const pathbar = mountPathbar(hosts.main, store);
  const undo = button("undo", () => store.undo());
  const fit = button("fit", () => stage.fit());
  const table = button("table", () => store.change({ mode: store.now().mode === "table" ? "picture" : "table" }));
  const path = button("path", () => {
    if (store.now().mode !== "picture") store.change({ mode: "picture" });
    pathbar.turn();
    tell();
  });
  const link = button("link", copy);
  const print = button("print", () => window.print());
  const other = button("language", () => {
    speak(language() === "en" ? "zh" : "en");
    pathbar.retell();
    store.announce();
  });
  hosts.tools.append(undo, fit, table, path);
  mountExports(hosts.tools, store, stage);
  hosts.tools.append(link, print, other);

  async function copy() {
    await copyAddress(fragmentOf(store.scene, store.now(), stage.view()));
    link.textContent = say("copied");
    setTimeout(tell, 1500);
  }

  function tell() {
    const { mode } = store.now();
    hosts.tools.setAttribute("aria-label", say("tools"));
    for (const [one, key] of /** @type {const} */ ([[undo, "undo"], [fit, "fit"], [path, "path"], [link, "link"], [print, "print"], [other, "language"]])) one.textContent = say(key);
    table.textContent = say(mode === "table" ? "picture" : "table");
    table.setAttribute("aria-pressed", String(mode === "table"));
    path.setAttribute("aria-pressed", String(pathbar.isOpen()));
    undo.disabled = !store.canUndo();
  }

  store.subscribe(tell);
  tell();
}
