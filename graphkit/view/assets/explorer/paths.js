// Ways between two things: links go in, up to five ways of each length come out, each as the numbers of its things.

import { otherEnd } from "./model.js";

/** @typedef {import("./model.js").Scene} Scene */
/** @typedef {import("./model.js").Link} Link */

export const MOST = 5; // ways of one length
export const LONGER = 2; // steps by which ways may be longer than the shortest
const TRIES = 20_000; // steps after which no further way of a length is looked for

/**
 * Give the shortest ways, and those that are up to `longer` steps longer, the shortest first, each length in the order of
 * their numbers; none goes through a thing twice, and what is only alike connects nothing.
 * @param {Scene} scene
 * @param {number} start
 * @param {number} end
 * @param {number} [longer]
 * @param {(link: Link) => boolean} [isOpen]
 * @returns {number[][]}
 */
export function pathsBetween(scene, start, end, longer = 0, isOpen = () => true) {
  if (start === end) return [];
  const away = distancesFrom(scene, end, isOpen);
  const shortest = away.get(start);
  if (shortest === undefined) return [];
  const near = (/** @type {number} */ at) => steps(scene, at, isOpen);
  return Array.from({ length: longer + 1 }, (_, more) => pathsOf(near, away, start, end, shortest + more)).flat();
}

/**
 * Give the first ways of a length.
 * @param {(at: number) => number[]} near
 * @param {Map<number, number>} away  distances from the end
 * @param {number} start
 * @param {number} end
 * @param {number} length
 */
function pathsOf(near, away, start, end, length) {
  /** @type {number[][]} */
  const found = [];
  const open = [[start]];
  for (let tries = 0; open.length && found.length < MOST && tries < TRIES; tries++) {
    const path = /** @type {number[]} */ (open.pop());
    const at = path[path.length - 1];
    const left = length - path.length + 1;
    if (at === end) {
      if (!left) found.push(path);
      continue;
    }
    const next = near(at).filter((one) => !path.includes(one) && (away.get(one) ?? Infinity) < left);
    for (const one of next.sort((a, b) => b - a)) open.push([...path, one]);
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
