// What is written on a picture, and in which order it may choose its place.

import { isUndated } from "./bands.js";
import { told, wordsOf } from "./words.js";
import { toScreen } from "./viewport.js";

/** @typedef {import("./picture.js").Picture} Picture */
/** @typedef {import("./viewport.js").View} View */

const FEW_LINES = 45;
const NEEDED = 15; // best connected things whose labels may cover dots
const say = wordsOf({
  zh: { badge: (/** @type {number} */ count) => `+${count} 项` },
  en: { badge: (/** @type {number} */ count) => `+${count}` },
});

/**
 * Give the labels that are wanted: what is selected first, then its neighbours, then by degree.
 * @param {Picture} picture
 * @param {View} view
 * @returns {import("./labels.js").Item[]}
 */
export function labelItems(picture, view) {
  const ordered = picture.dots.map((dot, index) => ({ dot, index })).sort((a, b) => a.dot.rank - b.dot.rank || a.index - b.index);
  return ordered.map(({ dot, index }) => ({
    id: dot.id,
    at: toScreen(view, dot.place),
    radius: dot.radius * view.k,
    lines: dot.lines,
    bold: dot.isChosen,
    faded: dot.isFaded,
    badge: dot.points ? say("badge", dot.points) : "",
    isBeside: isUndated(picture.bands, dot.place),
    isNeeded: dot.isChosen || (dot.point === null && index < NEEDED),
  }));
}

/**
 * Give the words to write on lines: those of the selection, and all of them while there are few.
 * @param {Picture} picture
 * @param {View} view
 * @returns {import("./labels.js").LineItem[]}
 */
export function lineItems(picture, view) {
  const links = picture.lines.filter((line) => line.words !== null);
  const chosen = links.filter((line) => line.isChosen);
  const isAnyFaded = links.some((line) => line.isFaded);
  const wanted = isAnyFaded || chosen.length ? chosen : links.length <= FEW_LINES && view.k > 0.9 ? links : [];
  return wanted.map((line) => ({
    id: line.id,
    words: line.words ? told(line.words) : "",
    from: toScreen(view, line.from.place),
    to: toScreen(view, line.to.place),
  }));
}
