// The facts of a thing by their headings, as the panel tells them and as neighbours are brought.

import { together } from "./alike.js";
import { told } from "./words.js";

/** @typedef {import("./state.js").Store} Store */
/** @typedef {import("./model.js").Node} Node */
/** @typedef {import("./model.js").Fact} Fact */

/**
 * Give the facts of a node, and of what is joined with it, by heading, then by the thing at the other end; the view's main relations first.
 * @param {Store} store
 * @param {Node} node
 * @returns {[string, Map<number, Fact[]>][]}
 */
export function relationsOf(store, node) {
  const { scene } = store;
  const { relationsOff, mannersOff } = store.now();
  /** @type {Map<string, Map<number, Fact[]>>} */
  const groups = new Map();
  const own = new Set(together(store, node.id));
  for (const link of [...own].flatMap((id) => scene.nodes[id].links)) {
    const isWithin = own.has(link.source) && own.has(link.target);
    if (isWithin || mannersOff.has(link.manner)) continue;
    const isOut = own.has(link.source);
    for (const fact of link.facts) {
      if (relationsOff.has(fact.property)) continue;
      const [out, back] = scene.relations[fact.property];
      const heading = told(isOut ? out : back);
      const group = groups.get(heading) ?? new Map();
      const other = isOut ? link.target : link.source;
      groups.set(heading, group.set(other, [...(group.get(other) ?? []), fact]));
    }
  }
  const rank = (/** @type {Map<number, Fact[]>} */ others) => {
    const ranks = [...others.values()].flat().map((fact) => scene.main.indexOf(fact.property)).filter((one) => one >= 0);
    return Math.min(scene.main.length, ...ranks);
  };
  return [...groups].sort((a, b) => rank(a[1]) - rank(b[1]) || a[1].size - b[1].size || (a[0] < b[0] ? -1 : 1));
}
