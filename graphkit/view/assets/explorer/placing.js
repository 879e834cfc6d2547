// Where things stand that were brought: near what they belong to and in sight, where their own place is far off.

import { otherEnd } from "./model.js";
import { spotAround } from "./picture.js";
import { toScreen } from "./viewport.js";

/** @typedef {import("./state.js").Store} Store */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./viewport.js").Place} Place */
/** @typedef {import("./viewport.js").View} View */
/** @typedef {import("./viewport.js").Size} Size */

const FAR = 240; // in the picture's units: further, one does not see what a thing belongs to
const MOST = 60; // things of one step: more are a picture of their own
const ROOM = { wide: 92, high: 34 }; // what a thing takes with its label, to each side of another
const RIM = 40; // pixels to the edge of the stage

/**
 * Move things that are shown now and were not before to free spots beside what they are linked to, the selected thing first.
 * @param {Store} store
 * @param {State} before
 * @param {Place[]} places  of nodes, by number; changed here
 * @param {View} view
 * @param {Size} size
 */
export function placeBrought(store, before, places, view, size) {
  const { revealed, selected } = store.now();
  const { nodes, bands } = store.scene;
  if (revealed === before.revealed || bands.length) return; // a thing keeps its year
  const brought = [...revealed].filter((id) => !before.revealed.has(id) && store.isShown(id));
  if (brought.length > MOST) return;
  const chosen = selected && "node" in selected ? selected.node : -1;
  const there = [...store.shownNodes()].filter((id) => before.revealed.has(id) || id === chosen);
  const taken = there.map((id) => places[id]);
  const isFree = (/** @type {Place} */ at) => taken.every((one) => Math.abs(one.x - at.x) > ROOM.wide || Math.abs(one.y - at.y) > ROOM.high);
  const isSeen = (/** @type {Place} */ at) => {
    const { x, y } = toScreen(view, at);
    return x > RIM && y > RIM && x < size.width - RIM && y < size.height - RIM;
  };
  const known = new Set(there);
  for (const id of brought) {
    if (known.has(id)) continue;
    const near = nodes[id].links.map((link) => otherEnd(link, id)).filter((one) => known.has(one));
    const anchor = near.includes(chosen) ? chosen : near[0];
    if (anchor !== undefined && distance(places[id], places[anchor]) > FAR) {
      const home = places[anchor];
      const inSight = isSeen(home) ? spotAround(home, (at) => isSeen(at) && isFree(at), FAR) : null;
      places[id] = inSight ?? spotAround(home, isFree) ?? places[id];
    }
    taken.push(places[id]);
  }
}

/**
 * @param {Place} one
 * @param {Place} other
 */
function distance(one, other) {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
