// What is drawn apart while a node is dragged: a picture and a node go in, the part that moves and the part that stays come out.

/** @typedef {import("./picture.js").Picture} Picture */
/** @typedef {import("./picture.js").Dot} Dot */
/** @typedef {import("./viewport.js").View} View */
/** @typedef {import("./labels.js").Box} Box */
/** @typedef {ReturnType<typeof import("./labels.js").placedLabels>} Placed */

/**
 * Give the dot with its lines, and the picture without them.
 * @param {Picture} picture
 * @param {Dot} dot
 * @returns {{moving: Picture, staying: Picture}}
 */
export function parted(picture, dot) {
  const isMoving = (/** @type {import("./picture.js").Line} */ line) => line.from === dot || line.to === dot;
  return {
    moving: { ...picture, dots: [dot], lines: picture.lines.filter(isMoving), bands: [] },
    staying: { ...picture, dots: picture.dots.filter((one) => one !== dot), lines: picture.lines.filter((line) => !isMoving(line)) },
  };
}

/**
 * Give what is written at a dot, and what is written elsewhere; words on the lines that move are left out of both.
 * @param {Placed} placed
 * @param {Picture} moving
 * @returns {{mine: Placed, others: Placed}}
 */
export function writtenApart(placed, moving) {
  const [{ id }] = moving.dots;
  const lines = new Set(moving.lines.map((line) => line.id));
  const isMine = (/** @type {{item: {id: string}}} */ { item }) => item.id === id;
  return {
    mine: { labels: placed.labels.filter(isMine), badges: placed.badges.filter(isMine), words: [] },
    others: { labels: placed.labels.filter((one) => !isMine(one)), badges: placed.badges.filter((one) => !isMine(one)), words: placed.words.filter(({ item }) => !lines.has(item.id)) },
  };
}

/**
 * Move boxes.
 * @template {Box} Moved
 * @param {Moved[]} boxes
 * @param {number} dx
 * @param {number} dy
 * @returns {Moved[]}
 */
export function movedBy(boxes, dx, dy) {
  return boxes.map((box) => ({ ...box, left: box.left + dx, right: box.right + dx, top: box.top + dy, bottom: box.bottom + dy }));
}
