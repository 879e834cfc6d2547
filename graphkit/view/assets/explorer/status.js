// The line below the picture: how much of the scene is shown, and ways to the rest.

import { element } from "./dom.js";
import { revealing } from "./state.js";
import { wordsOf } from "./words.js";

/** @typedef {import("./state.js").Store} Store */

const MORE = 50;
const MANY = 3000; // things from which showing all is not offered: no picture of them answers anything
const say = wordsOf({
  zh: {
    shown: (/** @type {number} */ some, /** @type {number} */ all) => (some === all ? `共 ${all} 个节点` : `显示 ${some} / ${all} 个节点`),
    more: (/** @type {number} */ count) => `再显示 ${count} 个`,
    all: "全部显示",
    first: "回到开始",
  },
  en: {
    shown: (/** @type {number} */ some, /** @type {number} */ all) => (some === all ? `${all} nodes` : `${some} of ${all} nodes`),
    more: (/** @type {number} */ count) => `${count} more`,
    all: "Show all",
    first: "Back to start",
  },
});

/**
 * @param {HTMLElement} host
 * @param {Store} store
 * @param {() => void} fit
 */
export function mountStatus(host, store, fit) {
  const { scene } = store;

  /** @param {import("./model.js").Node[]} nodes */
  function reveal(nodes) {
    const [first, ...others] = nodes.map((node) => node.id);
    store.change(revealing(store, first, others), { undoable: true });
    fit();
  }

  function tell() {
    const waiting = scene.byDegree.filter((node) => !store.now().revealed.has(node.id));
    const parts = [element("span", { id: "shown" }, say("shown", store.shownNodes().size, scene.nodes.length))];
    const offer = (/** @type {string} */ id, /** @type {string} */ words, /** @type {() => void} */ act) =>
      parts.push(element("button", { type: "button", class: "plain", id, onclick: act }, words));
    if (waiting.length > MORE) offer("more", say("more", MORE), () => reveal(waiting.slice(0, MORE)));
    if (waiting.length && scene.nodes.length <= MANY) offer("all", say("all"), () => reveal(waiting));
    if (store.canUndo()) offer("first", say("first"), () => { store.restart(); fit(); });
    host.replaceChildren(...parts);
  }

  store.subscribe(tell);
  tell();
}
