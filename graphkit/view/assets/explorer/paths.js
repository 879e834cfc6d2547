// Shortest ways between two things: links go in, up to five ways come out, each as the numbers of its things.

import { otherEnd } from "./model.js";

/** @typedef {import("./model.js").Scene} Scene */
/** @typedef {import("./model.js").Link} Link */

export const MOST = 5;

/**
 * Give the shortest ways, of equal length, in the order of their numbers; what is only alike connects nothing.
 * @param {Scene} scene
 * @param {number} start
 * @param {number} end
 * @param {(link: Link) => boolean} [isOpen]
 * @returns {number[][]}
 */
export function shortestPaths(scene, start, end, isOpen = () => true) {
  if (start === end) return [];
  const away = distancesFrom(scene, end, isOpen);
  if (!away.has(start)) return [];
  /** @type {number[][]} */
  const found = [];
  /** @type {number[][]} */
  const open = [[start]];
  while (open.length && found.length < MOST) {
    const path = /** @type {number[]} */ (open.pop());
    const at = path[path.length - 1];
    if (at === end) {
      found.push(path);
      continue;
    }
    const left = /** @type {number} */ (away.get(at));
    const nearer = steps(scene, at, isOpen).filter((next) => away.get(next) === left - 1);
    for (const next of nearer.sort((a, b) => b - a)) open.push([...path, next]);
  }
  return found;
}

/**
 * @param {Scene} scene
 * @param {number} end
 * @param {(link: Link) => boolean} isOpen
 */
function distancesFrom(scene, end, isOpen) {
  const away = new Map([[end, 0]]);
  let edge = [end];
  for (let steps_ = 1; edge.length; steps_++) {
    /** @type {number[]} */
    const next = [];
    for (const at of edge) {
      for (const other of steps(scene, at, isOpen)) {
        if (away.has(other)) continue;
        away.set(other, steps_);
        next.push(other);
      }
    }
    edge = next;
  }
  return away;
}

/**
 * @param {Scene} scene
 * @param {number} at
 * @param {(link: Link) => boolean} isOpen
 */
function steps(scene, at, isOpen) {
  const links = scene.nodes[at].links.filter((link) => link.manner !== "doubtful" && isOpen(link));
  return [...new Set(links.map((link) => otherEnd(link, at)))];
}
