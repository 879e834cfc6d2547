// Which columns and rows of the matrix are shown, and in which order.

import { holderOf } from "../sheets/frame.js";
import { VALUES } from "./model.js";

/** @typedef {import("./model.js").Block} Block */
/** @typedef {import("./model.js").Cell} Cell */
/** @typedef {import("./model.js").Column} Column */
/** @typedef {import("./model.js").Matrix} Matrix */
/** @typedef {import("./model.js").Row} Row */
/** @typedef {import("./model.js").State} State */

/**
 * Give the targets of a block that are shown, each with its place in the rows.
 * @param {State} state
 * @param {Block} block
 * @returns {Column[]}
 */
export function columnsOf(state, block) {
  return block.targets.map((target, place) => ({ target, place })).filter(({ target }) => !state.hidden.has(target));
}

/**
 * @param {(Cell | null)[]} cells
 * @param {import("./model.js").Value} value
 */
export function countOf(cells, value) {
  return cells.filter((cell) => cell?.value === value).length;
}

/**
 * Give the cells of a row that stand in shown columns.
 * @param {Row} row
 * @param {Column[]} columns
 */
export function cellsOf(row, columns) {
  return columns.map(({ place }) => row.cells[place]);
}

/**
 * Leave out the cells where nothing is asked about.
 * @param {(Cell | null)[]} cells
 * @returns {Cell[]}
 */
export function asked(cells) {
  return cells.flatMap((cell) => cell ?? []);
}

/**
 * Give the rows to show: searched for, with a value that is ticked, in order.
 * @param {Matrix} matrix
 * @param {State} state
 * @param {Row[]} rows
 * @param {Column[]} columns
 */
export function rowsOf(matrix, state, rows, columns) {
  const holds = holderOf(state.typed);
  const names = columns.map(({ target }) => matrix.targets[target].label);
  const kept = rows.filter((row) => {
    const cells = asked(cellsOf(row, columns));
    return cells.some((cell) => !state.off.has(cell.value)) && holds(row.label, ...names, ...cells.flatMap((cell) => cell.offices));
  });
  if (state.order === "name") kept.sort((a, b) => a.label.localeCompare(b.label, "zh"));
  if (state.order === "most") kept.sort((a, b) => countOf(cellsOf(b, columns), "responded") - countOf(cellsOf(a, columns), "responded"));
  const sorted = columns.find(({ target }) => target === state.column);
  if (!sorted) return kept;
  const rank = (/** @type {Row} */ row) => {
    const cell = row.cells[sorted.place];
    return cell ? VALUES.indexOf(cell.value) : VALUES.length;
  };
  return kept.sort((a, b) => rank(a) - rank(b));
}

/**
 * Give the blocks to show.
 * @param {Matrix} matrix
 * @param {State} state
 */
export function blocksOf(matrix, state) {
  return matrix.blocks.filter((block, number) => (state.universe === "" || String(number) === state.universe) && columnsOf(state, block).length > 0);
}

/**
 * Give the block that asks about a target, and the target's place in its rows.
 * @param {Matrix} matrix
 * @param {number} target
 */
export function placeOf(matrix, target) {
  const block = /** @type {Block} */ (matrix.blocks.find((one) => one.targets.includes(target)));
  return { block, place: block.targets.indexOf(target) };
}
