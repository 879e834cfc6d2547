// Years behind a picture whose time goes from left to right: where they lie on the stage, and what is written above them.

import { SMALL } from "./labels.js";
import { wordsOf } from "./words.js";

/** @typedef {import("./model.js").Band} Band */
/** @typedef {import("./viewport.js").View} View */
/** @typedef {import("./viewport.js").Size} Size */
/** @typedef {{left: number, width: number, isEven: boolean}} Stripe */
/** @typedef {import("./labels.js").Box & {words: string}} Head */

export const HEAD_HEIGHT = 24; // pixels at the top of the stage that the words take
export const STRIPES = ["#f4f7fa", "#ffffff"];
export const HEAD_COLOUR = "#566270";
const say = wordsOf({
  zh: { undated: "未注明日期", years: (/** @type {string} */ years) => `${years}年` },
  en: { undated: "no date", years: (/** @type {string} */ years) => years },
});

/**
 * Give the stripes of bands on the stage, and what is written above those that are wide enough.
 * @param {Band[]} bands
 * @param {View} view
 * @param {Size} size
 * @param {(text: string, size: number) => number} widthOf
 * @returns {{stripes: Stripe[], heads: Head[]}}
 */
export function stripesOf(bands, view, size, widthOf) {
  const stripes = bands.map((band, index) => ({ left: band.left * view.k + view.x, width: (band.right - band.left) * view.k, isEven: index % 2 === 0 }));
  const heads = stripes.flatMap(({ left, width }, index) => {
    const [from, to] = [Math.max(0, left), Math.min(size.width, left + width)];
    const words = wordsOfBand(bands[index]).find((one) => widthOf(one, SMALL) + 4 <= to - from);
    if (!words) return [];
    const half = widthOf(words, SMALL) / 2;
    const middle = (from + to) / 2;
    return [{ owner: `band${index}`, left: middle - half, right: middle + half, top: 4, bottom: HEAD_HEIGHT - 4, words }];
  });
  return { stripes, heads };
}

/**
 * Tell whether a place is among things without dates: these stand in columns, names beside them.
 * @param {Band[]} bands
 * @param {import("./viewport.js").Place} place
 */
export function isUndated(bands, place) {
  return bands.some((band) => !band.first && place.x >= band.left && place.x <= band.right);
}

/**
 * Give what may be written above a band, the longest first.
 * @param {Band} band
 */
function wordsOfBand({ first, last }) {
  if (!first) return [say("undated")];
  const years = first === last ? first : `${first}–${last}`;
  return [say("years", years), years, ...(first === last ? [`’${first.slice(2)}`] : [])];
}
