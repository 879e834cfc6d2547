// Which neighbours of a thing to bring: its relations with how many wait behind each, one at a click or several ticked.

import { element } from "./dom.js";
import { relationsOf } from "./relations.js";
import { CAP, revealing, waitingAround } from "./state.js";
import { wordsOf } from "./words.js";

/** @typedef {import("./state.js").Store} Store */
/** @typedef {import("./model.js").Node} Node */

const say = wordsOf({
  zh: { choose: "按关系展开", some: (/** @type {string} */ words, /** @type {number} */ count) => `${words}（${count}）`, bring: (/** @type {number} */ count) => (count ? `展开所选（${count} 个）` : "展开所选"), tick: (/** @type {string} */ words) => `选择“${words}”` },
  en: { choose: "Expand by relation", some: (/** @type {string} */ words, /** @type {number} */ count) => `${words} (${count})`, bring: (/** @type {number} */ count) => (count ? `Expand chosen (${count})` : "Expand chosen"), tick: (/** @type {string} */ words) => `Choose “${words}”` },
});

/**
 * Take things from several lists in turn, each once, up to a number.
 * @param {number[][]} lists
 * @param {number} most
 */
export function inTurn(lists, most) {
  /** @type {Set<number>} */
  const taken = new Set();
  for (let place = 0; lists.some((list) => place < list.length); place++) {
    for (const list of lists) {
      if (taken.size >= most) return [...taken];
      if (place < list.length) taken.add(list[place]);
    }
  }
  return [...taken];
}

/**
 * Give what makes the chooser of a thing; it stays open and keeps what is ticked while the thing is the same.
 * @param {Store} store
 */
export function chooserIn(store) {
  let of = -1;
  let isOpen = false;
  /** @type {Set<string>} */
  let ticked = new Set();

  /** @param {Node} node */
  return (node) => {
    if (of !== node.id) [of, isOpen, ticked] = [node.id, false, new Set()];
    const waiting = new Set(waitingAround(store, node.id));
    const lists = relationsOf(store, node).map(([words, others]) => ({ words, some: [...others.keys()].filter((other) => waiting.has(other)) })).filter(({ some }) => some.length);
    const reveal = (/** @type {number[]} */ some) => store.change({ ...revealing(store, node.id, some), selected: { node: node.id } }, { undoable: true });
    const chosen = () => inTurn(lists.filter(({ words }) => ticked.has(words)).map(({ some }) => some), CAP);
    const bring = element("button", { type: "button", id: "expand-chosen", onclick: () => reveal(chosen()) });
    const tell = () => {
      const count = chosen().length;
      bring.textContent = say("bring", count);
      bring.disabled = !count;
    };
    const rows = lists.map(({ words, some }) => {
      const turn = () => {
        if (!ticked.delete(words)) ticked.add(words);
        tell();
      };
      const box = element("input", { type: "checkbox", checked: ticked.has(words), "aria-label": say("tick", words), onchange: turn });
      return element("div", { class: "entry" }, box, element("button", { type: "button", class: "more", onclick: () => reveal(some.slice(0, CAP)) }, say("some", words, some.length)));
    });
    tell();
    const made = element("details", { class: "chooser", open: isOpen }, element("summary", { class: "place" }, say("choose")), ...rows, bring);
    made.addEventListener("toggle", () => (isOpen = made.open));
    return made;
  };
}
