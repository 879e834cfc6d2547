// What may be one thing under several names or posts: links that say so go in, groups of numbers come out.

/** @typedef {import("./model.js").Link} Link */
/** @typedef {import("./state.js").Store} Store */

export const DOUBTFUL = "doubtful"; // how a link is known that says no more than that its ends may be the same

/**
 * Give for each thing that may be the same as others the numbers of all of these and its own, in order.
 * @param {Iterable<Pick<Link, "source" | "target" | "manner">>} links
 * @returns {Map<number, number[]>}
 */
export function alikeIn(links) {
  /** @type {Map<number, number[]>} */
  const groups = new Map();
  for (const { source, target, manner } of links) {
    if (manner !== DOUBTFUL || groups.get(source)?.includes(target)) continue;
    const group = [...(groups.get(source) ?? [source]), ...(groups.get(target) ?? [target])].sort((a, b) => a - b);
    for (const one of group) groups.set(one, group);
  }
  return groups;
}

/**
 * Give what is looked at as one with a thing: all that may be the same where these are joined, else itself.
 * @param {Store} store
 * @param {number} id
 */
export function together(store, id) {
  return (store.now().joined && store.scene.alike.get(id)) || [id];
}

/**
 * Count the groups of things that may be the same.
 * @param {import("./model.js").Scene} scene
 */
export function countOfGroups(scene) {
  return new Set(scene.alike.values()).size;
}
