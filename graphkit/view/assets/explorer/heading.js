// The heading: what the page shows, and below it the documents that it was read from.

import { byId } from "./dom.js";
import { language, told, wordsOf } from "./words.js";

/** @typedef {import("./model.js").Scene} Scene */

const say = wordsOf({
  zh: {
    many: (/** @type {number} */ count) => `来源文件 ${count} 份`,
    dated: (/** @type {number} */ count, /** @type {string} */ first, /** @type {string} */ last) => `来源文件 ${count} 份，${first} 至 ${last}`,
  },
  en: {
    many: (/** @type {number} */ count) => `${count} documents`,
    dated: (/** @type {number} */ count, /** @type {string} */ first, /** @type {string} */ last) => `${count} documents, ${first} to ${last}`,
  },
});

/**
 * Say what the page is, in its language.
 * @param {Scene} scene
 */
export function tellHeading(scene) {
  document.documentElement.lang = language() === "en" ? "en" : "zh-CN";
  document.title = told(scene.title);
  byId("title").textContent = told(scene.title);
  byId("read-from").textContent = readFrom(scene);
}

/**
 * Name the one document of a page, or tell how many there are and when they were issued; "" where the title names it.
 * @param {Scene} scene
 */
export function readFrom({ documents, opens }) {
  if (!documents.length || opens !== null) return "";
  if (documents.length === 1) return [documents[0].label, documents[0].date].filter(Boolean).join(" · ");
  const dates = documents.map((one) => one.date).filter(Boolean).sort();
  const [first, last] = [dates[0], dates[dates.length - 1]];
  return first && first !== last ? say("dated", documents.length, first, last) : say("many", documents.length);
}
