// What the ledger knows, as Python wrote it, and what of it is shown.

/** @typedef {import("../explorer/model.js").Words} Words */
/** @typedef {import("../explorer/model.js").Passage} Passage */
/** @typedef {"open" | "unchecked" | "started" | "done" | "before"} State */
/**
 * @typedef {{label: string, kind: Words, state: State, asked_by: string, asked_on: string, due: string, assigned_to: string, done_by: string, done_on: string, days: number | null,
 *   asked: number, proof: number}} Item
 */
/** @typedef {{title: Words, documents: number, items: Item[], passages: Passage[], sources: import("../explorer/model.js").Source[]}} Ledger */
/** @typedef {{off: Set<State>, sorting: {column: number, isDown: boolean} | null, chosen: Item | null}} Shown  `off` are states that are not shown. */

export const STATES = /** @type {const} */ (["open", "unchecked", "started", "done", "before"]);
export const COLUMNS = /** @type {const} */ (["label", "kind", "state", "askedBy", "askedOn", "assignedTo", "due", "days", "doneOn", "doneBy"]);

/**
 * Give what an item says in a column, without words of its own.
 * @param {Item} item
 * @param {(typeof COLUMNS)[number]} column
 */
export function valueOf(item, column) {
  const values = { label: item.label, kind: item.kind[0], state: item.state, askedBy: item.asked_by, askedOn: item.asked_on, assignedTo: item.assigned_to, due: item.due, days: item.days ?? "", doneOn: item.done_on, doneBy: item.done_by };
  return values[column];
}

/**
 * Give the columns that any item has something in.
 * @param {Item[]} items
 */
export function columnsOf(items) {
  return COLUMNS.filter((column) => items.some((item) => valueOf(item, column) !== ""));
}
