// What is shown of the scene, and who is told when it changes. Nothing here touches the page.

import { together } from "./alike.js";
import { otherEnd } from "./model.js";

/** @typedef {import("./model.js").Scene} Scene */
/** @typedef {import("./model.js").Link} Link */
/** @typedef {import("./model.js").Node} Node */

/**
 * A node, a link, or a point of a node, by their numbers.
 * @typedef {{node: number} | {link: number} | {owner: number, point: number}} Selection
 */

/**
 * `revealed` may be shown, `hidden` are not whatever else holds; `depth` shows only what is so many steps from the selected
 * node (0: all); `range` holds first and last day; `joined` looks at what may be the same as one; `ends` are the two things whose paths are drawn, also those up to `longer` steps longer than the shortest; `mode` says what the middle shows, `source` and `span` which text and what of it.
 * @typedef {{revealed: Set<number>, hidden: Set<number>, groupsOff: Set<string>, relationsOff: Set<string>, mannersOff: Set<string>,
 *   unfolded: Set<number>, selected: Selection | null, joined: boolean, depth: number, range: [string, string] | null, ends: number[], longer: number,
 *   mode: "picture" | "table" | "text", source: number | null, span: [number, number] | null}} State
 */

export const CAP = 25; // neighbours of one step of expanding

/** @typedef {ReturnType<typeof storeOf>} Store */

/**
 * Give the state of a scene, with all that changes it and all that asks about it.
 * @param {Scene} scene
 */
export function storeOf(scene) {
  let state = firstStateOf(scene);
  /** @type {State[]} */
  const past = [];
  /** @type {((state: State, before: State) => void)[]} */
  const listeners = [];
  /** @type {{nodes: Set<number>, links: Link[]} | null} */
  let visible = null;

  /** @param {State} next */
  function become(next) {
    const before = state;
    state = next;
    visible = null;
    for (const listener of listeners) listener(state, before);
  }

  return {
    scene,
    /** Give the state; it is never changed, only replaced. */
    now: () => state,
    /** @param {(state: State, before: State) => void} listener */
    subscribe(listener) {
      listeners.push(listener);
    },
    /**
     * Replace parts of the state; what changes the picture can be undone, a selection cannot.
     * @param {Partial<State>} parts
     * @param {{undoable?: boolean}} [options]
     */
    change(parts, { undoable = false } = {}) {
      if (undoable) past.push(state);
      become({ ...state, ...parts });
    },
    canUndo: () => past.length > 0,
    /** Take back the last change of the picture; the selection stays. */
    undo() {
      const earlier = past.pop();
      if (earlier) become({ ...earlier, selected: state.selected });
    },
    /** Go back to the opening picture. */
    restart() {
      past.length = 0;
      become(firstStateOf(scene));
    },
    /** Tell everyone again, as when the language changed. */
    announce: () => become({ ...state }),
    /** Give the numbers of the nodes that are shown. */
    shownNodes: () => (visible ??= visibleIn(scene, state)).nodes,
    /** Give the links that are shown. */
    shownLinks: () => (visible ??= visibleIn(scene, state)).links,
    /** @param {number} id */
    isShown: (id) => (visible ??= visibleIn(scene, state)).nodes.has(id),
  };
}

/**
 * @param {Scene} scene
 * @returns {State}
 */
export function firstStateOf(scene) {
  const first = scene.nodes.filter((node) => node.at_first);
  const groups = new Set(first.map((node) => node.group));
  return {
    revealed: new Set(first.map((node) => node.id)),
    hidden: new Set(),
    groupsOff: new Set([...scene.looks.keys()].filter((name) => !groups.has(name))),
    relationsOff: new Set(),
    mannersOff: new Set(),
    unfolded: new Set(),
    selected: scene.focus === null ? null : { node: scene.focus },
    joined: false,
    depth: 0,
    range: null,
    ends: [],
    longer: scene.longer,
    mode: scene.opens === null ? "picture" : "text",
    source: scene.opens,
    span: null,
  };
}

/**
 * Give the nodes and links that a state shows.
 * @param {Scene} scene
 * @param {State} state
 * @returns {{nodes: Set<number>, links: Link[]}}
 */
export function visibleIn(scene, state) {
  const alike = (/** @type {number} */ id) => (state.joined && scene.alike.get(id)) || [id];
  const isOn = (/** @type {Node} */ node) =>
    alike(node.id).some((one) => state.revealed.has(one)) && !state.hidden.has(node.id) && !state.groupsOff.has(node.group) && isInRange(node, state.range);
  let nodes = new Set(scene.nodes.filter(isOn).map((node) => node.id));
  let links = scene.links.filter((link) => nodes.has(link.source) && nodes.has(link.target) && isTold(link, state));
  const chosen = state.selected && "node" in state.selected ? state.selected.node : null;
  if (state.depth > 0 && chosen !== null && nodes.has(chosen)) {
    nodes = around(alike(chosen), links, state.depth);
    links = links.filter((link) => nodes.has(link.source) && nodes.has(link.target));
  }
  return { nodes, links };
}

/**
 * Tell whether a link has a fact whose relation is not switched off, known in a manner that is not.
 * @param {Link} link
 * @param {State} state
 */
export function isTold(link, state) {
  return !state.mannersOff.has(link.manner) && link.facts.some((fact) => !state.relationsOff.has(fact.property));
}

/**
 * Tell whether a date of a node, as precise as it is, can lie within a range; undated nodes stay.
 * @param {Node} node
 * @param {[string, string] | null} range
 */
export function isInRange(node, range) {
  if (range === null || !node.dates.length) return true;
  const [first, last] = range;
  return node.dates.some((date) => date >= first.slice(0, date.length) && date <= last.slice(0, date.length));
}

/**
 * Give what can be reached from some nodes in so many steps.
 * @param {Iterable<number>} start
 * @param {Link[]} links
 * @param {number} steps
 */
export function around(start, links, steps) {
  const found = new Set(start);
  for (let step = 0; step < steps; step++) {
    const edge = new Set(found);
    for (const link of links) {
      if (edge.has(link.source)) found.add(link.target);
      if (edge.has(link.target)) found.add(link.source);
    }
  }
  return found;
}

/**
 * Give what a state becomes when a node is revealed with some of its neighbours, the best connected first.
 * @param {Store} store
 * @param {number} id
 * @param {Iterable<number>} [others]
 * @returns {Partial<State>}
 */
export function revealing(store, id, others = []) {
  const state = store.now();
  const shown = [id, ...others];
  const revealed = new Set([...state.revealed, ...shown]);
  const groups = new Set(shown.map((one) => store.scene.nodes[one].group));
  return {
    revealed,
    hidden: new Set([...state.hidden].filter((one) => !shown.includes(one))),
    groupsOff: new Set([...state.groupsOff].filter((name) => !groups.has(name))),
    range: state.range && shown.every((one) => isInRange(store.scene.nodes[one], state.range)) ? state.range : null,
    depth: 0,
  };
}

/**
 * Give the neighbours of a node that are not shown, the best connected first.
 * @param {Store} store
 * @param {number} id
 * @returns {number[]}
 */
export function waitingAround(store, id) {
  const { nodes } = store.scene;
  const ends = together(store, id).flatMap((one) => nodes[one].links.map((link) => otherEnd(link, one)));
  const every = new Set(ends.filter((other) => !store.isShown(other)));
  return [...every].sort((a, b) => nodes[b].near.size - nodes[a].near.size || a - b);
}
