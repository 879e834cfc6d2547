// Sentences with their quotes marked, where they stand, and how they were read; every panel shows them alike.

import { followingOf } from "./characters.js";
import { element } from "./dom.js";
import { wordsOf } from "./words.js";

/** @typedef {import("./model.js").Passage} Passage */
/**
 * `open` shows the full text at a passage, where it is in the page; `isNamed` tells that the heading names the one document.
 * @typedef {{passages: Passage[], sources: import("./model.js").Source[], isNamed?: boolean, isOpen: (passage: Passage) => boolean, open: (passage: Passage) => void}} Quoting
 */

const AT_FIRST = 2;
const [HIGH, MIDDLE] = [0.9, 0.8];
const say = wordsOf({
  zh: {
    Demanded: "要求", Intended: "打算", Reported: "", rest: (/** @type {number} */ count) => `另有 ${count} 处`, sourceless: "依参考数据或由其他事实推得",
    line: (/** @type {number} */ line) => `第 ${line} 行`, page: (/** @type {string} */ page) => `第 ${page} 页`, open: "在原文中查看",
    high: "可信度高", middle: "可信度中", low: "可信度低", sure: (/** @type {string} */ word, /** @type {string} */ number) => `${word}（${number}）`, rule: (/** @type {string} */ name) => `识别规则：${name}`,
  },
  en: {
    Demanded: "demanded", Intended: "intended", Reported: "", rest: (/** @type {number} */ count) => `${count} more`, sourceless: "from reference data or derived",
    line: (/** @type {number} */ line) => `line ${line}`, page: (/** @type {string} */ page) => `page ${page}`, open: "Show in the text",
    high: "high confidence", middle: "fair confidence", low: "low confidence", sure: (/** @type {string} */ word, /** @type {string} */ number) => `${word} (${number})`, rule: (/** @type {string} */ name) => `rule: ${name}`,
  },
});

/**
 * Give a passage: the sentence with its quote marked, and where it stands; of the document that is read no more than the line.
 * @param {Quoting} quoting
 * @param {number} number
 * @param {boolean} [isRead]
 */
export function passageElement(quoting, number, isRead = false) {
  const one = quoting.passages[number];
  const file = quoting.sources[one.source]?.file ?? "";
  const article = one.article === one.document ? "" : one.article;
  const source = isRead ? [] : quoting.isNamed ? [article] : [one.document, one.date, article, file];
  const following = followingOf(quoting.sources[one.source], one);
  const where = [...source, one.page ? say("page", one.page) : "", one.line ? say("line", one.line) : ""];
  const link = quoting.isOpen(one) ? element("button", { type: "button", class: "plain open", onclick: () => quoting.open(one) }, say("open")) : "";
  const how = one.confidence ? element("span", { class: "how", title: one.rule ? say("rule", one.rule) : "" }, sureness(one.confidence)) : "";
  return element(
    "div",
    { class: "passage" },
    element("blockquote", {}, one.before, element("mark", {}, one.quote), one.after, following && element("span", { class: "following" }, following)),
    element("p", { class: "place" }, ...joined(where.filter(Boolean), one.date), modalityTag(one.modality), " ", link, how),
  );
}

/**
 * Join words with dots; a day is not broken at the end of a line.
 * @param {string[]} words
 * @param {string} day
 */
function joined(words, day) {
  return words.flatMap((one, index) => [index ? " · " : "", one === day ? element("span", { class: "day" }, one) : one]);
}

/**
 * Say how sure a rule is of a passage: a word, and the number.
 * @param {string} confidence  from 0 to 1
 */
export function sureness(confidence) {
  const number = Number(confidence);
  return say("sure", say(number >= HIGH ? "high" : number >= MIDDLE ? "middle" : "low"), confidence);
}

/**
 * Give a tag for what is only demanded or intended.
 * @param {string} modality
 */
export function modalityTag(modality) {
  const word = modality === "Demanded" || modality === "Intended" ? say(modality) : "";
  return word ? element("span", { class: "tag weak" }, word) : "";
}

/**
 * Give passages, the first ones at once and the others when asked for.
 * @param {Quoting} quoting
 * @param {number[]} numbers
 * @param {number} [count]  how many there are in all
 * @returns {HTMLElement[]}
 */
export function passageElements(quoting, numbers, count = numbers.length) {
  if (!numbers.length) return [element("p", { class: "place" }, say("sourceless"))];
  const shown = numbers.slice(0, AT_FIRST).map((one) => passageElement(quoting, one));
  const rest = numbers.slice(AT_FIRST);
  if (!rest.length) return shown;
  const more = element("details", {}, element("summary", { class: "place" }, say("rest", count - shown.length)));
  more.addEventListener("toggle", () => more.append(...rest.map((one) => passageElement(quoting, one))), { once: true });
  return [...shown, more];
}
