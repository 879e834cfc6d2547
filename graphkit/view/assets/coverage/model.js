// What the matrix knows, as Python wrote it, and what of it is shown.

import { element } from "../explorer/dom.js";

/** @typedef {import("../explorer/model.js").Words} Words */
/** @typedef {"responded" | "collectively" | "unreported" | "absent"} Value */
/** @typedef {{label: string, kind: Words, date: string, holders: string[], telling: number}} Target */
/** `count` is that of all passages, of which the page has the first ones; `against` are those that say otherwise. */
/** @typedef {{value: Value, offices: string[], passages: number[], against: number[], count: number}} Cell */
/** @typedef {{label: string, cells: (Cell | null)[]}} Row */
/** A universe, what its list of members is made of, and the numbers of its targets; the cells of a row stand in their order. */
/** @typedef {{universe: string, made_of: "" | "divisions" | "group" | "recipients", targets: number[], members: Row[], outside: Row[]}} Block */
/** @typedef {{title: Words, documents: number, targets: Target[], blocks: Block[], within: string, passages: import("../explorer/model.js").Passage[], sources: import("../explorer/model.js").Source[]}} Matrix */
/** @typedef {{target: number, place: number}} Column */
/** @typedef {{block: Block, row: Row, place: number}} ChosenCell */
/** @typedef {ChosenCell | {target: number}} Chosen */
/** @typedef {"given" | "most" | "name"} Order */
/** `universe` is the number of a block or "" for all. */
/** @typedef {{off: Set<Value>, hidden: Set<number>, universe: string, order: Order, column: number | null, chosen: Chosen | null, typed: string}} State */
/**
 * @typedef {object} Page
 * @property {Matrix} matrix
 * @property {State} state
 * @property {import("../sheets/reader.js").Reader} reader
 * @property {() => void} refresh  draws all anew
 * @property {(chosen: Chosen | null) => void} choose  a cell, a column or nothing
 * @property {(target: number) => void} sortBy
 */

export const MARKS = /** @type {const} */ ({ responded: "✓", collectively: "≈", unreported: "–", absent: "✕" });
export const VALUES = /** @type {Value[]} */ (Object.keys(MARKS));

/** @returns {State} */
export function firstState() {
  return { off: new Set(), hidden: new Set(), universe: "", order: "given", column: null, chosen: null, typed: "" };
}

/**
 * Give the mark of a value, as in the legend; its words say the same.
 * @param {Value} value
 * @param {string} [words]
 */
export function pill(value, words = "") {
  return element("span", { class: `pill ${value}` }, element("span", { class: "mark", "aria-hidden": "true" }, MARKS[value]), words);
}
