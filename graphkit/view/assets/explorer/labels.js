// Where labels stand: items in order of importance go in, boxes that never lie over each other come out, in pixels.

/** @typedef {{left: number, top: number, right: number, bottom: number, owner: string, touches?: string, isDot?: boolean}} Box  `touches` names an owner that it may cover. */
/** @typedef {{x: number, y: number}} Place */

/**
 * What wants a label: where it is, how large, in which lines; earlier ones have the choice. `isNeeded` may cover dots, `isBeside` would stand right of its dot.
 * @typedef {{id: string, at: Place, radius: number, lines: string[], bold: boolean, faded: boolean, badge: string, isNeeded: boolean, isBeside?: boolean}} Item
 */
/** @typedef {{id: string, words: string, from: Place, to: Place}} LineItem */
/**
 * Where labels may stand: `pad` is drawn beyond each side, `slack` is by how much the edge may cut a label, `taken` are places of other texts.
 * @typedef {{width: number, height: number, pad?: number, slack?: number, taken?: Box[]}} Area
 */
/** @typedef {Box & {item: Item}} Label */
/** @typedef {Box & {item: Item}} Badge */
/** @typedef {Box & {item: LineItem}} LineLabel */

export const FONT_SIZE = 13;
export const SMALL = 11;
export const LINE_HEIGHT = 16;
const CELL = 120;
const RIM = 3; // pixels to the edge
const BADGE_HEIGHT = 16;
const APART = { across: 2, down: 3 }; // pixels between two texts: nearer, they read as one
const FEW = 200; // items: in fuller pictures labels do not make room for each other, one more is no gain and finding it takes time

/** A set of boxes that answers quickly whether a further one is free. */
class Space {
  constructor() {
    /** @type {Map<number, Box[]>} */
    this.cells = new Map();
  }

  /**
   * @param {Box} box
   * @returns {Box[][]}
   */
  near(box) {
    const found = [];
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x++) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y++) {
        const key = x * 65536 + y;
        let cell = this.cells.get(key);
        if (!cell) this.cells.set(key, (cell = []));
        found.push(cell);
      }
    }
    return found;
  }

  /**
   * Tell whether nothing of another owner is where a box is; `overDots` counts what is written only.
   * @param {Box} box
   * @param {boolean} [overDots]
   */
  isFree(box, overDots = false) {
    const isOn = standsIn(box, overDots);
    return this.near(around(box)).every((cell) => !cell.some(isOn));
  }

  /**
   * Give what of other owners is where a box is.
   * @param {Box} box
   */
  inTheWay(box) {
    const isOn = standsIn(box);
    return new Set(this.near(around(box)).flatMap((cell) => cell.filter(isOn)));
  }

  /**
   * Count the dots of other owners that a box covers.
   * @param {Box} box
   */
  dotsUnder(box) {
    const covers = (/** @type {Box} */ one) => one.isDot && one.owner !== box.owner && isOver(one, box);
    return new Set(this.near(box).flatMap((cell) => cell.filter(covers))).size;
  }

  /** @param {Box} box */
  add(box) {
    for (const cell of this.near(box)) cell.push(box);
  }

  /** @param {Box} box */
  remove(box) {
    for (const cell of this.near(box)) cell.splice(cell.indexOf(box), 1);
  }
}

/**
 * Give a box with the room that a text keeps free around it.
 * @param {Box} box
 */
function around(box) {
  return { ...box, left: box.left - APART.across, right: box.right + APART.across, top: box.top - APART.down, bottom: box.bottom + APART.down };
}

/**
 * Give what tells whether something of another owner is where a box is: dots on it, texts also near it.
 * @param {Box} box
 * @param {boolean} [overDots]
 * @returns {(one: Box) => boolean}
 */
function standsIn(box, overDots = false) {
  const { left, right, top, bottom } = around(box);
  const [wide, high] = [{ ...box, left, right }, { ...box, top, bottom }];
  const isOn = (/** @type {Box} */ one) => (one.isDot ? !overDots && isOver(one, box) : isOver(one, wide) || isOver(one, high));
  return (one) => one.owner !== box.owner && one.owner !== box.touches && isOn(one);
}

/**
 * @param {Box} one
 * @param {Box} other
 */
function isOver(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/**
 * Place labels, badges and words on lines.
 * @param {Item[]} items
 * @param {LineItem[]} lineItems
 * @param {Area} area
 * @param {(text: string, size: number) => number} widthOf
 * @returns {{labels: Label[], badges: Badge[], words: LineLabel[]}}
 */
export function placedLabels(items, lineItems, area, widthOf) {
  const space = new Space();
  const { pad = 0, taken = [] } = area;
  for (const box of taken) space.add(box);
  const inSight = items.filter(({ at }) => at.x > -80 - pad && at.y > -40 - pad && at.x < area.width + 80 + pad && at.y < area.height + 40 + pad);
  for (const { id, at, radius } of inSight) space.add({ owner: id, isDot: true, ...boxAround(at, radius) });
  const found = { labels: /** @type {Label[]} */ ([]), badges: /** @type {Badge[]} */ ([]), words: /** @type {LineLabel[]} */ ([]) };
  for (const item of inSight) {
    const badge = item.badge ? badgeBox(item, widthOf) : null;
    if (badge && space.isFree(badge)) {
      space.add(badge);
      found.badges.push({ ...badge, item });
    }
    const box = labelBox(item, space, area, widthOf);
    if (!box) continue;
    const label = { ...box, item };
    space.add(label);
    found.labels.push(label);
  }
  if (inSight.length <= FEW) makeRoom(inSight, found.labels, space, area, widthOf);
  for (const item of lineItems) {
    const box = wordsBox(item, space, widthOf);
    if (!box) continue;
    space.add(box);
    found.words.push({ ...box, item });
  }
  return found;
}

/**
 * @param {Place} at
 * @param {number} radius
 */
function boxAround(at, radius) {
  return { left: at.x - radius, top: at.y - radius, right: at.x + radius, bottom: at.y + radius };
}

/**
 * Give items without a label the spot of a neighbour's, where that is all that stands in it and has another free spot.
 * @param {Item[]} items
 * @param {Label[]} labels  what is placed, changed to what is placed then
 * @param {Space} space
 * @param {Area} area
 * @param {(text: string, size: number) => number} widthOf
 */
function makeRoom(items, labels, space, area, widthOf) {
  const placed = new Set(labels.map(({ owner }) => owner));
  for (const item of items) {
    if (placed.has(item.id)) continue;
    for (const spot of spotsOf(item, area, widthOf).whole) {
      const [label, ...others] = space.inTheWay(spot);
      const index = others.length ? -1 : labels.indexOf(/** @type {Label} */ (label));
      if (index < 0) continue;
      const mine = { ...spot, item };
      space.remove(label);
      space.add(mine);
      const other = spotsOf(labels[index].item, area, widthOf).whole.find((one) => space.isFree(one));
      if (!other) {
        space.remove(mine);
        space.add(label);
        continue;
      }
      labels[index] = { ...other, item: labels[index].item };
      space.add(labels[index]);
      labels.push(mine);
      break;
    }
  }
}

/**
 * Give the places of a label, the best first, and those of them where the edge does not cut it: below, right, left, above, the four corners, below and above to a side.
 * @param {Item} item
 * @param {Area} area
 * @param {(text: string, size: number) => number} widthOf
 * @returns {{spots: Box[], whole: Box[]}}
 */
function spotsOf(item, area, widthOf) {
  const { at, radius } = item;
  const width = Math.max(...item.lines.map((line) => widthOf(line, FONT_SIZE))) * (item.bold ? 1.06 : 1) + 4;
  const height = item.lines.length * LINE_HEIGHT;
  const box = (/** @type {number} */ left, /** @type {number} */ top) => ({ owner: item.id, left, top, right: left + width, bottom: top + height });
  const spots = [
    box(at.x - width / 2, at.y + radius + 3),
    box(at.x + radius + 4, at.y - height / 2),
    box(at.x - radius - 4 - width, at.y - height / 2),
    box(at.x - width / 2, at.y - radius - 3 - height),
    box(at.x + radius * 0.5, at.y + radius * 0.8 + 2),
    box(at.x - radius * 0.5 - width, at.y + radius * 0.8 + 2),
    box(at.x + radius * 0.5, at.y - radius * 0.8 - 2 - height),
    box(at.x - radius * 0.5 - width, at.y - radius * 0.8 - 2 - height),
    ...[0.25, 0.75].flatMap((share) => [box(at.x - width * share, at.y + radius + 3), box(at.x - width * share, at.y - radius - 3 - height)]),
  ];
  if (item.isBeside) spots.unshift(...spots.splice(1, 1));
  const { slack = -RIM } = area;
  const isOutside = at.x < 0 || at.y < 0 || at.x > area.width || at.y > area.height;
  const isWhole = (/** @type {Box} */ one) => isOutside || (one.left >= -slack && one.top >= -slack && one.right <= area.width + slack && one.bottom <= area.height + slack);
  return { spots, whole: spots.filter(isWhole) };
}

/**
 * Give the first free place of a label; one that is needed may cover dots, as few as it can.
 * @param {Item} item
 * @param {Space} space
 * @param {Area} area
 * @param {(text: string, size: number) => number} widthOf
 */
function labelBox(item, space, area, widthOf) {
  const { spots, whole } = spotsOf(item, area, widthOf);
  const free = whole.find((one) => space.isFree(one));
  if (free || !item.isNeeded) return free;
  const places = item.bold ? [...whole, ...spots] : whole;
  const written = places.filter((one) => space.isFree(one, true)).map((one) => ({ one, dots: space.dotsUnder(one) }));
  return written.sort((a, b) => a.dots - b.dots)[0]?.one;
}

/**
 * @param {Item} item
 * @param {(text: string, size: number) => number} widthOf
 * @returns {Box}
 */
function badgeBox(item, widthOf) {
  const width = widthOf(item.badge, SMALL) + 10;
  const left = item.at.x + item.radius * 0.7 + 2;
  const top = item.at.y - item.radius * 0.7 - 14;
  return { owner: `${item.id}+`, touches: item.id, left, top, right: left + width, bottom: top + BADGE_HEIGHT };
}

/**
 * Give a free place on a line: its middle, else nearer to its start or end.
 * @param {LineItem} item
 * @param {Space} space
 * @param {(text: string, size: number) => number} widthOf
 */
function wordsBox(item, space, widthOf) {
  const width = widthOf(item.words, SMALL) + 4;
  for (const share of [0.5, 0.42, 0.58, 0.34, 0.66]) {
    const x = item.from.x + (item.to.x - item.from.x) * share;
    const y = item.from.y + (item.to.y - item.from.y) * share;
    const box = { owner: item.id, left: x - width / 2, top: y - 7, right: x + width / 2, bottom: y + 7 };
    if (space.isFree(box)) return box;
  }
  return null;
}
