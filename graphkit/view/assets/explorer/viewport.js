// Where the window looks: places of the picture to pixels of the stage and back. Nothing here touches the page.

/**
 * A view: pixels = picture * k + (x, y).
 * @typedef {{x: number, y: number, k: number}} View
 */
/** @typedef {{x: number, y: number}} Place */
/** @typedef {{width: number, height: number}} Size */
/**
 * A place with the pixels that it takes to each side, however far one zooms.
 * @typedef {Place & {left: number, right: number, above: number, below: number}} Reach
 */

export const PAD = 160; // pixels drawn beyond each side of the stage, so that a drag need not draw
export const LEAST = 0.05;
export const MOST = 6;
const LARGEST = 1.25; // a few things are shown little larger than they were laid out

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
 * Show all places with what they take, at most LARGEST; `edge` pixels are left free at each side.
 * @param {Reach[]} reaches
 * @param {Size} size
 * @param {number} edge
 * @returns {View}
 */
export function fitted(reaches, size, edge) {
  if (!reaches.length) return { x: size.width / 2, y: size.height / 2, k: 1 };
  const across = reaches.map(({ x, left, right }) => ({ at: x, before: left, after: right }));
  const down = reaches.map(({ y, above, below }) => ({ at: y, before: above, after: below }));
  const [width, height] = [Math.max(80, size.width - 2 * edge), Math.max(80, size.height - 2 * edge)];
  const k = Math.max(LEAST, Math.min(scaleFor(across, width), scaleFor(down, height)));
  return { k, x: size.width / 2 - middleOf(across, k), y: size.height / 2 - middleOf(down, k) };
}

/** @typedef {{at: number, before: number, after: number}} Stretch */

/**
 * Give the largest scale at which stretches of fixed length around scaled places fit into a length.
 * @param {Stretch[]} stretches
 * @param {number} length
 */
function scaleFor(stretches, length) {
  let [least, most] = [0, LARGEST];
  for (let round = 0; round < 24; round++) {
    const k = round ? (least + most) / 2 : most;
    const [first, last] = ends(stretches, k);
    if (last - first <= length) least = k;
    else most = k;
    if (least === LARGEST) break;
  }
  return least;
}

/**
 * @param {Stretch[]} stretches
 * @param {number} k
 */
function middleOf(stretches, k) {
  const [first, last] = ends(stretches, k);
  return (first + last) / 2;
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

/**
 * Give where the first stretch begins and the last one ends.
 * @param {Stretch[]} stretches
 * @param {number} k
 */
function ends(stretches, k) {
  let first = Infinity;
  let last = -Infinity;
  for (const { at, before, after } of stretches) {
    if (at * k - before < first) first = at * k - before;
    if (at * k + after > last) last = at * k + after;
  }
  return [first, last];
}
