// Showing all of a picture: dots with what is written beside them go in, the view in which nothing is cut comes out.

import { HEAD_HEIGHT, isUndated } from "./bands.js";
import { FONT_SIZE, LINE_HEIGHT, placedLabels } from "./labels.js";
import { fitted } from "./viewport.js";
import { labelItems } from "./written.js";

/** @typedef {import("./picture.js").Picture} Picture */
/** @typedef {import("./viewport.js").Size} Size */
/** @typedef {import("./viewport.js").View} View */
/** @typedef {import("./viewport.js").Reach} Reach */
/** @typedef {(text: string, size: number) => number} WidthOf */

const ROUNDS = 6;
const MOST = 600; // dots: above, a label more or less at the rim is no loss, and placing all of them again takes time
const LOSS = 0.92; // share of the scale that labels beside their dots may cost: smaller, and more labels lack room than are saved
const EDGE = 8; // pixels left free beside labels
const BADGE = { width: 44, height: 16 }; // pixels of “+22 项” beyond its dot
const STATUS = 44; // height of the line below that tells how much is shown

/**
 * Give the view that shows all dots and all labels; `foot` pixels below are kept free.
 * @param {Picture} picture
 * @param {Size} size
 * @param {WidthOf} widthOf
 * @param {number} [foot]
 * @returns {View}
 */
export function viewOfAll(picture, size, widthOf, foot = STATUS) {
  const head = picture.bands.length ? HEAD_HEIGHT : 0;
  const room = { width: size.width, height: size.height - foot - head };
  const lower = (/** @type {View} */ one) => ({ ...one, y: one.y + head });
  const reaches = new Map(picture.dots.map((dot) => [dot.id, reachOf(dot, widthOf, isUndated(picture.bands, dot.place))]));
  const first = fitted([...reaches.values()], room, EDGE);
  let view = first;
  if (picture.dots.length > MOST) return lower(view);
  for (let round = 0; round < ROUNDS; round++) {
    const { labels, badges } = placedLabels(labelItems(picture, view), [], { ...room, slack: Infinity }, widthOf);
    const cut = [...labels, ...badges].filter((box) => box.left < 0 || box.top < 0 || box.right > room.width || box.bottom > room.height);
    if (!cut.length) return lower(view);
    for (const box of cut) widen(/** @type {Reach} */ (reaches.get(box.item.id)), box, view);
    const next = fitted([...reaches.values()], room, EDGE);
    if (next.k < first.k * LOSS) return lower(view);
    view = next;
  }
  return lower(view);
}

/**
 * Give what a dot takes with its label in the first place that a label has, below it or beside it.
 * @param {import("./picture.js").Dot} dot
 * @param {WidthOf} widthOf
 * @param {boolean} isBeside
 * @returns {Reach}
 */
function reachOf(dot, widthOf, isBeside) {
  const half = Math.max(dot.radius, ...dot.lines.map((line) => widthOf(line, FONT_SIZE) / 2 + 2));
  const [beside, above] = dot.points ? [dot.radius + BADGE.width, dot.radius + BADGE.height] : [0, dot.radius];
  if (isBeside) return { ...dot.place, left: dot.radius, right: dot.radius + 2 * half, above: Math.max(above, dot.lines.length * LINE_HEIGHT / 2), below: Math.max(dot.radius, dot.lines.length * LINE_HEIGHT / 2) };
  return { ...dot.place, left: half, right: Math.max(half, beside), above, below: dot.radius + 3 + dot.lines.length * LINE_HEIGHT };
}

/**
 * Let a dot take also what its label takes where it stands now.
 * @param {Reach} reach
 * @param {import("./labels.js").Box} box
 * @param {View} view
 */
function widen(reach, box, view) {
  const [x, y] = [reach.x * view.k + view.x, reach.y * view.k + view.y];
  reach.left = Math.max(reach.left, x - box.left);
  reach.right = Math.max(reach.right, box.right - x);
  reach.above = Math.max(reach.above, y - box.top);
  reach.below = Math.max(reach.below, box.bottom - y);
}
