// What the ledger knows, as Python wrote it, and what of it is shown.

/** @typedef {import("../explorer/model.js").Words} Words */
/** @typedef {import("../explorer/model.js").Passage} Passage */
/** @typedef {"open" | "unchecked" | "started" | "done" | "before"} State */
/**
 * @typedef {{label: string, kind: Words, state: State, asked_by: string, asked_on: string, due: string, done_by: string, done_on: string, days: number | null,
 *   asked: number, proof: number}} Item
 */
/** @typedef {{title: Words, documents: number, items: Item[], passages: Passage[], sources: import("../explorer/model.js").Source[]}} Ledger */
/** @typedef {{off: Set<State>, sorting: {column: number, isDown: boolean} | null, chosen: Item | null}} Shown  `off` are states that are not shown. */

export const STATES = /** @type {const} */ (["open", "unchecked", "started", "done", "before"]);
export const COLUMNS = /** @type {const} */ (["label", "kind", "state", "askedBy", "askedOn", "due", "days", "doneOn", "doneBy"]);
