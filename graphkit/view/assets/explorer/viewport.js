// Where the window looks: places of the picture to pixels of the stage and back. Nothing here touches the page.

/**
 * A view: pixels = picture * k + (x, y).
 * @typedef {{x: number, y: number, k: number}} View
 */
/** @typedef {{x: number, y: number}} Place */
/** @typedef {{width: number, height: number}} Size */

export const PAD = 160; // pixels drawn beyond each side of the stage, so that a drag need not draw
export const LEAST = 0.05;
export const MOST = 6;
const MARGIN = { side: 80, top: 36, bottom: 84 }; // room for labels, and for the line below that tells how much is shown

/**
 * @param {View} view
 * @param {Place} place
 * @returns {Place}
 */
export function toScreen(view, place) {
  return { x: place.x * view.k + view.x, y: place.y * view.k + view.y };
}

/**
 * @param {View} view
 * @param {Place} point
 * @returns {Place}
 */
export function toPicture(view, point) {
  return { x: (point.x - view.x) / view.k, y: (point.y - view.y) / view.k };
}

/**
 * Zoom so that what is under a point stays there.
 * @param {View} view
 * @param {number} factor
 * @param {Place} point
 * @returns {View}
 */
export function zoomed(view, factor, point) {
  const k = Math.min(MOST, Math.max(LEAST, view.k * factor));
  const place = toPicture(view, point);
  return { k, x: point.x - place.x * k, y: point.y - place.y * k };
}

/**
 * Show all places, at most a little larger than they were laid out.
 * @param {Place[]} places
 * @param {Size} size
 * @returns {View}
 */
export function fitted(places, size) {
  if (!places.length) return { x: size.width / 2, y: size.height / 2, k: 1 };
  const [left, right] = ends(places.map((place) => place.x));
  const [top, bottom] = ends(places.map((place) => place.y));
  const width = Math.max(80, size.width - 2 * MARGIN.side);
  const height = Math.max(80, size.height - MARGIN.top - MARGIN.bottom);
  const k = Math.max(LEAST, Math.min(1.25, width / Math.max(1, right - left), height / Math.max(1, bottom - top)));
  return { k, x: size.width / 2 - ((left + right) / 2) * k, y: (size.height + MARGIN.top - MARGIN.bottom) / 2 - ((top + bottom) / 2) * k };
}

/**
 * Bring a place into sight: the same view where it is, else one with it in the middle.
 * @param {View} view
 * @param {Place} place
 * @param {Size} size
 * @returns {View}
 */
export function bringing(view, place, size) {
  const at = toScreen(view, place);
  if (at.x > 60 && at.y > 40 && at.x < size.width - 60 && at.y < size.height - 60) return view;
  const k = Math.max(view.k, 0.8);
  return { k, x: size.width / 2 - place.x * k, y: size.height / 2 - place.y * k };
}

/** @param {number[]} values */
function ends(values) {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}
