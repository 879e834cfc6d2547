// The live region: what was chosen, said to those who listen to the page.

import { told, wordsOf } from "./words.js";

/** @typedef {import("./state.js").Store} Store */

const say = wordsOf({
  zh: {
    node: (/** @type {string} */ kind, /** @type {string} */ label, /** @type {number} */ links) => `${kind} ${label}，${links} 个联系`,
    link: (/** @type {string} */ a, /** @type {string} */ words, /** @type {string} */ b) => `${a} ${words} ${b}`,
    shown: (/** @type {number} */ some, /** @type {number} */ all) => `显示 ${some} / ${all} 个节点`,
    none: "未选择",
  },
  en: {
    node: (/** @type {string} */ kind, /** @type {string} */ label, /** @type {number} */ links) => `${kind} ${label}, ${links} connections`,
    link: (/** @type {string} */ a, /** @type {string} */ words, /** @type {string} */ b) => `${a} ${words} ${b}`,
    shown: (/** @type {number} */ some, /** @type {number} */ all) => `${some} of ${all} nodes shown`,
    none: "nothing selected",
  },
});

/**
 * @param {HTMLElement} host
 * @param {Store} store
 */
export function mountLive(host, store) {
  let shown = store.shownNodes().size;
  store.subscribe((state, before) => {
    if (state.selected !== before.selected) host.textContent = chosen(store);
    const count = store.shownNodes().size;
    if (count !== shown) host.textContent = say("shown", count, store.scene.nodes.length);
    shown = count;
  });
}

/**
 * Say what is selected.
 * @param {Store} store
 */
export function chosen(store) {
  const { selected } = store.now();
  const { nodes, links } = store.scene;
  if (!selected) return say("none");
  if ("link" in selected) {
    const link = links[selected.link];
    return say("link", nodes[link.source].title, told(link.facts[0].words), nodes[link.target].title);
  }
  if ("owner" in selected) return nodes[selected.owner].points[selected.point].label;
  const node = nodes[selected.node];
  return say("node", told(node.kind), node.title, node.near.size);
}
