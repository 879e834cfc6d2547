// The buttons at the head of the page.

import { element } from "./dom.js";
import { language, speak, wordsOf } from "./words.js";

/** @typedef {import("./state.js").Store} Store */
/** @typedef {import("./stage.js").Stage} Stage */

const say = wordsOf({
  zh: { undo: "撤销", fit: "适合窗口", table: "表格", picture: "关系图", language: "English" },
  en: { undo: "Undo", fit: "Fit", table: "Table", picture: "Picture", language: "中文" },
});

/**
 * @param {HTMLElement} host
 * @param {Store} store
 * @param {Stage} stage
 */
export function mountTools(host, store, stage) {
  const button = (/** @type {string} */ id, /** @type {() => void} */ act) => element("button", { type: "button", id, onclick: act });
  const undo = button("undo", () => store.undo());
  const fit = button("fit", () => stage.fit());
  const other = button("language", () => {
    speak(language() === "en" ? "zh" : "en");
    store.announce();
  });
  host.append(undo, fit, other);

  function tell() {
    undo.textContent = say("undo");
    undo.disabled = !store.canUndo();
    fit.textContent = say("fit");
    other.textContent = say("language");
  }

  store.subscribe(tell);
  tell();
}
