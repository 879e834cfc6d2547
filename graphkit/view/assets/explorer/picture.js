// What is to be drawn: the store and the places of things go in, dots and lines with their looks come out.

import { together } from "./alike.js";
import { otherEnd } from "./model.js";
import { pathsShown } from "./pathbar.js";
import { wordsOf } from "./words.js";

/** @typedef {import("./model.js").Link} Link */
/** @typedef {import("./model.js").Node} Node */
/** @typedef {import("./state.js").Store} Store */
/** @typedef {import("./viewport.js").Place} Place */

/**
 * `id` is the number of a node, or `owner.index` of a point; `rank` orders labels: 0 first.
 * @typedef {{id: string, node: number, point: number | null, place: Place, radius: number, shape: string, colour: string, hollow: boolean,
 *   change: string, lines: string[], isChosen: boolean, isFaded: boolean, points: number, rank: number}} Dot
 */
/**
 * `link` is null for the line to a point.
 * @typedef {{id: string, link: Link | null, from: Dot, to: Dot, colour: string, dashes: string, width: number, isChosen: boolean, isFaded: boolean,
 *   hasArrow: boolean, words: import("./model.js").Words | null}} Line
 */
/** @typedef {{dots: Dot[], lines: Line[], byNode: Map<number, Dot>, bands: import("./model.js").Band[]}} Picture */

/** How lines look by how they are known: colour, dashes. */
export const MANNERS = /** @type {Record<string, {colour: string, dashes: string}>} */ ({
  stated: { colour: "#8d99a6", dashes: "" },
  demanded: { colour: "#8d99a6", dashes: "2 4" },
  denied: { colour: "#8c2d62", dashes: "3 5" },
  derived: { colour: "#aab4bf", dashes: "6 4" },
  reference: { colour: "#d3d9df", dashes: "" },
  doubtful: { colour: "#b89b00", dashes: "1 5" },
});
/** How lines and dots look that one of two builds has alone. */
export const CHANGES = /** @type {Record<string, {colour: string, dashes: string}>} */ ({
  gained: { colour: "#00735a", dashes: "" },
  lost: { colour: "#b3261e", dashes: "7 4" },
});
const say = wordsOf({
  zh: { joined: (/** @type {number} */ count) => `（${count} 个疑似相同）` },
  en: { joined: (/** @type {number} */ count) => `(${count} alike)` },
});
const MAIN_COLOUR = "#66727f";
const CHOSEN_COLOUR = "#c24e00";
const POINT_RADIUS = 5;
const POINT_WIDE = 62;
const POINT_HIGH = 20;

/**
 * @param {Store} store
 * @param {Place[]} places  of nodes, by number
 * @returns {Picture}
 */
export function pictureOf(store, places) {
  const { scene } = store;
  const steps = stepsOf(store);
  const near = steps ? new Set([...steps].flatMap((step) => step.split("-").map(Number))) : litAround(store);
  const chosen = store.now().selected;
  const shown = store.shownNodes();
  /** @type {Map<number, Dot>} */
  const byNode = new Map();
  for (const node of scene.byDegree) {
    if (!shown.has(node.id)) continue;
    const joined = together(store, node.id).filter((one) => shown.has(one));
    const first = joined.find((one) => byNode.has(one));
    byNode.set(node.id, first === undefined ? dotOf(store, node, places[node.id], near, joined) : /** @type {Dot} */ (byNode.get(first)));
  }
  const dots = [...new Set(byNode.values())];
  const lines = store.shownLinks().flatMap((link) => (byNode.get(link.source) === byNode.get(link.target) ? [] : [lineOf(store, link, byNode, near, steps)]));
  for (const id of store.now().unfolded) {
    const owner = byNode.get(id);
    if (owner) unfold(scene.nodes[id], owner, dots, lines, near);
  }
  if (chosen && "point" in chosen) {
    for (const dot of dots) if (dot.node === chosen.owner && dot.point === chosen.point) Object.assign(dot, { isChosen: true, rank: 0 });
  }
  return { dots, lines, byNode, bands: scene.bands };
}

/**
 * Give the steps of the ways that were asked for, while nothing is selected; null where none were.
 * @param {Store} store
 * @returns {Set<string> | null}
 */
function stepsOf(store) {
  const { ends, selected } = store.now();
  if (selected !== null || ends.length < 2) return null;
  const steps = pathsShown(store).flatMap((path) => path.slice(1).flatMap((end, index) => [`${path[index]}-${end}`, `${end}-${path[index]}`]));
  return new Set(steps.length ? steps : ends.map((end) => `${end}-${end}`));
}

/**
 * Give what is near the selection; null where nothing is selected.
 * @param {Store} store
 * @returns {Set<number> | null}
 */
export function litAround(store) {
  const { selected, unfolded } = store.now();
  if (selected === null) return null;
  if ("link" in selected) {
    const link = store.scene.links[selected.link];
    return new Set([link.source, link.target]);
  }
  if ("owner" in selected) return new Set([selected.owner]);
  const own = together(store, selected.node);
  const near = new Set(own);
  if (unfolded.has(selected.node)) return near;
  for (const link of store.shownLinks()) {
    for (const id of own) if (link.source === id || link.target === id) near.add(otherEnd(link, id));
  }
  return near;
}

/**
 * @param {Store} store
 * @param {Node} node
 * @param {Place} place
 * @param {Set<number> | null} near
 * @param {number[]} joined  what this dot stands for
 * @returns {Dot}
 */
function dotOf(store, node, place, near, joined) {
  const { selected, unfolded } = store.now();
  const look = store.scene.looks.get(node.group);
  const isChosen = selected !== null && "node" in selected && joined.includes(selected.node);
  const isFaded = near !== null && !joined.some((id) => near.has(id));
  return {
    id: String(node.id),
    node: node.id,
    point: null,
    place,
    radius: node.size,
    shape: look?.shape ?? "dot",
    colour: look?.colour ?? MAIN_COLOUR,
    hollow: look?.hollow ?? false,
    change: node.change,
    lines: joined.length > 1 ? [...shortLines(node.label), say("joined", joined.length)] : node.lines,
    isChosen,
    isFaded,
    points: unfolded.has(node.id) ? 0 : node.points.length,
    rank: isChosen ? 0 : near?.has(node.id) ? 1 : 2,
  };
}

/**
 * @param {Store} store
 * @param {Link} link
 * @param {Map<number, Dot>} byNode
 * @param {Set<number> | null} near
 * @param {Set<string> | null} steps
 * @returns {Line}
 */
function lineOf(store, link, byNode, near, steps) {
  const { selected, unfolded, relationsOff } = store.now();
  const isOfNode = selected !== null && "node" in selected && !unfolded.has(selected.node) && together(store, selected.node).some((id) => link.source === id || link.target === id);
  const isChosen = isOfNode || (link.manner !== "doubtful" && Boolean(steps?.has(`${link.source}-${link.target}`))) || (selected !== null && "link" in selected && selected.link === link.id);
  const look = CHANGES[link.change] ?? MANNERS[link.manner] ?? MANNERS.stated;
  const colour = link.is_main && look === MANNERS.stated ? MAIN_COLOUR : look.colour;
  const width = Math.min(3.4, (link.is_main ? 1.5 : 1) + Math.log2(link.facts.length) * 0.5);
  return {
    id: `l${link.id}`,
    link,
    from: /** @type {Dot} */ (byNode.get(link.source)),
    to: /** @type {Dot} */ (byNode.get(link.target)),
    colour: isChosen && !link.change ? CHOSEN_COLOUR : colour,
    dashes: look.dashes,
    width: isChosen ? width + 1 : width,
    isChosen,
    isFaded: near !== null && !isChosen,
    hasArrow: link.manner !== "doubtful",
    words: (link.facts.find((fact) => !relationsOff.has(fact.property)) ?? link.facts[0]).words,
  };
}

/**
 * Put the points of a node around it, each on the nearest spot that is free.
 * @param {Node} node
 * @param {Dot} owner
 * @param {Dot[]} dots
 * @param {Line[]} lines
 * @param {Set<number> | null} near
 */
function unfold(node, owner, dots, lines, near) {
  const taken = dots.map(({ place, radius }) => ({ x: place.x, y: place.y, wide: radius + 8, high: radius + 8 }));
  const isFree = (/** @type {Place} */ at) => taken.every((one) => Math.abs(one.x - at.x) > one.wide + POINT_WIDE || Math.abs(one.y - at.y) > one.high + POINT_HIGH);
  const isFaded = near !== null && !near.has(node.id);
  node.points.forEach((point, index) => {
    const place = spotAround(owner.place, isFree) ?? { x: owner.place.x, y: owner.place.y + 900 };
    taken.push({ ...place, wide: POINT_WIDE, high: POINT_HIGH });
    const dot = {
      ...{ id: `${node.id}.${index}`, node: node.id, point: index, place, radius: POINT_RADIUS, shape: "dot", colour: "#7A828C", hollow: false, change: "" },
      ...{ lines: shortLines(point.label), isChosen: false, isFaded, points: 0, rank: isFaded ? 3 : 0.5 },
    };
    dots.push(dot);
    const line = { id: `p${dot.id}`, link: null, from: owner, to: dot, colour: CHOSEN_COLOUR, dashes: "", width: 1 };
    lines.push({ ...line, isChosen: false, isFaded, hasArrow: false, words: null });
  });
}

/**
 * Give the nearest free spot around a place, ring by ring; null where none is free.
 * @param {Place} place
 * @param {(at: Place) => boolean} isFree
 * @param {number} [most]
 * @returns {Place | null}
 */
export function spotAround({ x, y }, isFree, most = 900) {
  for (let reach = 70; reach < most; reach += 22) {
    const steps = Math.round(reach / 9);
    for (let step = 0; step < steps; step++) {
      const angle = -Math.PI / 2 + (step * 2 * Math.PI) / steps;
      const at = { x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) };
      if (isFree(at)) return at;
    }
  }
  return null;
}

/**
 * Break the label of a point into two short lines.
 * @param {string} text
 */
function shortLines(text) {
  return text.length <= 11 ? [text] : [text.slice(0, 10), text.length > 20 ? `${text.slice(10, 19)}…` : text.slice(10)];
}

/**
 * Give the ends of a line at the rims of its dots.
 * @param {Line} line
 */
export function endsOf({ from, to }) {
  const dx = to.place.x - from.place.x;
  const dy = to.place.y - from.place.y;
  const length = Math.hypot(dx, dy) || 1;
  const start = Math.min(from.radius, length / 2);
  const end = Math.min(to.radius + 2, length / 2);
  return {
    x1: from.place.x + (dx / length) * start,
    y1: from.place.y + (dy / length) * start,
    x2: to.place.x - (dx / length) * end,
    y2: to.place.y - (dy / length) * end,
    ux: dx / length,
    uy: dy / length,
  };
}
