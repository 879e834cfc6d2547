// The matrix begins: places and offices × meetings and policies; arrows go from cell to cell.

import { byId } from "../explorer/dom.js";
import { keepAddress } from "../sheets/address.js";
import { begin, readScene, wantedBox } from "../sheets/frame.js";
import { readerOf } from "../sheets/reader.js";
import { partsOf, stateAt } from "./address.js";
import { tellFilters } from "./filters.js";
import { firstState } from "./model.js";
import { tellPanel } from "./panel.js";
import { blocksOf } from "./rows.js";
import { fileRows, sourcesOf } from "./sources.js";
import { looseOf, tableOf } from "./table.js";
import { say } from "./words.js";

/** @typedef {import("./model.js").Chosen} Chosen */

const matrix = /** @type {import("./model.js").Matrix} */ (readScene());
const state = firstState();
const reader = readerOf(matrix.passages, matrix.sources);
const sheet = byId("sheet");
/** @type {import("./table.js").Buttons} */
const buttons = new Map();
const page = { matrix, state, reader, refresh, choose, sortBy };

/**
 * Sort by a column, and tell of it; once more, and the order is as before.
 * @param {number} target
 */
function sortBy(target) {
  state.column = state.column === target ? null : target;
  state.chosen = { target };
  refresh();
}

/**
 * Select a cell, a column or nothing; the tables stay as they are, for they may be large.
 * @param {Chosen | null} chosen
 */
function choose(chosen) {
  for (const one of sheet.querySelectorAll(".cell[aria-pressed=true]")) one.setAttribute("aria-pressed", "false");
  state.chosen = chosen;
  tellPanel(page);
  keepAddress(parts());
  const button = chosen && "row" in chosen ? buttons.get(chosen.row)?.[chosen.place] : undefined;
  if (!button) return;
  button.setAttribute("aria-pressed", "true");
  button.focus();
}

/**
 * Let Tab stop at one cell of the page only.
 * @param {HTMLElement | null} cell
 */
function rove(cell) {
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (sheet.querySelectorAll(".cell[tabindex='0']"))) one.tabIndex = -1;
  if (cell) cell.tabIndex = 0;
}

/**
 * Give the cell beside another one, in a direction.
 * @param {HTMLElement} cell
 * @param {string} key
 * @returns {HTMLElement | undefined}
 */
function beside(cell, key) {
  const row = /** @type {HTMLTableRowElement} */ (cell.closest("tr"));
  const column = /** @type {HTMLTableCellElement} */ (cell.closest("td")).cellIndex;
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const cells = [.../** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll(".cell"))];
    return cells[cells.indexOf(cell) + (key === "ArrowRight" ? 1 : -1)];
  }
  const rows = [...sheet.querySelectorAll("tr")];
  const step = key === "ArrowDown" ? 1 : -1;
  for (let at = rows.indexOf(row) + step; at >= 0 && at < rows.length; at += step) {
    const found = /** @type {HTMLElement | null} */ (rows[at].cells[column]?.querySelector(".cell") ?? rows[at].querySelector(".cell"));
    if (found) return found;
  }
  return undefined;
}

/**
 * Give the cell that an event is on.
 * @param {Event} event
 */
function cellOf(event) {
  return event.target instanceof HTMLElement && event.target.classList.contains("cell") ? event.target : null;
}

sheet.addEventListener("keydown", (event) => {
  const cell = cellOf(event);
  if (!cell || !event.key.startsWith("Arrow")) return;
  const next = beside(cell, event.key);
  if (next) {
    rove(next);
    next.focus();
  }
  event.preventDefault();
});
sheet.addEventListener("focusin", (event) => {
  const cell = cellOf(event);
  if (cell) rove(cell);
});

/** Bring everything up to date. */
function refresh() {
  state.typed = wantedBox().value;
  const heads = () => [.../** @type {NodeListOf<HTMLElement>} */ (sheet.querySelectorAll(".head"))];
  const held = heads().findIndex((one) => one === document.activeElement);
  const top = sheet.scrollTop;
  buttons.clear();
  tellFilters(page);
  const shown = blocksOf(matrix, state);
  sheet.replaceChildren(...shown.map((block) => (block.universe ? tableOf(page, buttons, block) : looseOf(page, buttons, block))), ...shown.map((block) => sourcesOf(page, block)));
  sheet.scrollTop = top;
  rove(sheet.querySelector(".cell[aria-pressed=true]") ?? sheet.querySelector(".cell"));
  if (held >= 0) heads()[held]?.focus();
  tellPanel(page);
  keepAddress(parts());
  reader.tell();
}

const parts = () => partsOf(matrix, state);

function leave() {
  choose(null);
  refresh();
}

begin({ title: matrix.title, filter: () => say("filter"), tell: refresh, leave, rows: () => fileRows(page), parts, follow: (asked) => void Object.assign(state, stateAt(matrix, asked)) }, reader.close);
