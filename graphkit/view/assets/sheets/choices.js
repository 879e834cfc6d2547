// Boxes to tick and lists to choose from, at the left of tables and time axes.

import { element } from "../explorer/dom.js";

/**
 * Give a box to tick with its mark, words and count.
 * @param {string} id
 * @param {import("../explorer/dom.js").Child} sign
 * @param {string} words
 * @param {number} count
 * @param {boolean} isOn
 * @param {() => void} turnIt
 */
export function choice(id, sign, words, count, isOn, turnIt) {
  const box = element("input", { type: "checkbox", id, checked: isOn, onchange: turnIt });
  return element("label", { class: "choice" }, box, sign, element("span", { class: "words" }, words), element("span", { class: "count" }, count));
}

/**
 * Give a list to choose one from.
 * @param {string} id
 * @param {string} words
 * @param {[string, string][]} options  values and their words
 * @param {string} chosen
 * @param {(value: string) => void} chooseIt
 */
export function chooser(id, words, options, chosen, chooseIt) {
  const items = options.map(([value, text]) => element("option", { value, selected: value === chosen }, text));
  const list = element("select", { id, onchange: (/** @type {Event} */ event) => chooseIt(/** @type {HTMLSelectElement} */ (event.target).value) }, ...items);
  return element("p", { class: "chooser" }, element("label", { htmlFor: id }, words), list);
}

/**
 * Let a set hold a value or not.
 * @template Value
 * @param {Set<Value>} set
 * @param {Value} value
 */
export function turn(set, value) {
  if (!set.delete(value)) set.add(value);
}

/**
 * Fill a place anew and keep the keyboard on what it was on, known by its id.
 * @param {HTMLElement} host
 * @param {import("../explorer/dom.js").Child[]} children
 */
export function refilled(host, children) {
  const held = host.contains(document.activeElement) ? document.activeElement?.id : "";
  host.replaceChildren(...children.filter((one) => one instanceof Node));
  if (held) document.getElementById(held)?.focus();
}
