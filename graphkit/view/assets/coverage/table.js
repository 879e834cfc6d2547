// The matrix: a table for each universe, every cell a button.

import { element } from "../explorer/dom.js";
import { holderOf } from "../sheets/frame.js";
import { MARKS, VALUES, pill } from "./model.js";
import { asked, cellsOf, columnsOf, countOf, rowsOf } from "./rows.js";
import { say } from "./words.js";

/** @typedef {import("./model.js").Block} Block */
/** @typedef {import("./model.js").Cell} Cell */
/** @typedef {import("./model.js").Column} Column */
/** @typedef {import("./model.js").Page} Page */
/** @typedef {import("./model.js").Row} Row */
/** @typedef {Map<Row, HTMLButtonElement[]>} Buttons  those of a row by place, as drawn last */

const WIDE = 5;
const FEW = 12;

/**
 * @param {Page} page
 * @param {Buttons} buttons
 * @param {Block} block
 * @param {Row} row
 * @param {number} place
 */
function cellButton(page, buttons, block, row, place) {
  const cell = row.cells[place];
  const { chosen, off } = page.state;
  if (!cell || off.has(cell.value)) return "";
  const isChosen = chosen !== null && "row" in chosen && chosen.row === row && chosen.place === place;
  const more = [cell.count > 1 ? say("places", cell.count) : "", cell.against.length ? say("otherwise") : ""].filter(Boolean);
  const name = [row.label, page.matrix.targets[block.targets[place]].label, say(cell.value), ...more].join(say("comma"));
  const times = (/** @type {string} */ words) => element("span", { class: "times", "aria-hidden": "true" }, words);
  const button = element(
    "button",
    { type: "button", class: `cell ${cell.value}`, tabIndex: -1, "aria-label": name, "aria-pressed": String(isChosen), onclick: () => page.choose({ block, row, place }) },
    element("span", { class: "mark", "aria-hidden": "true" }, MARKS[cell.value]),
    element("span", { class: "word", "aria-hidden": "true" }, say(cell.value)),
    cell.count > 1 ? times(`×${cell.count}`) : "",
    cell.against.length ? times("※") : "",
  );
  const inRow = buttons.get(row) ?? [];
  inRow[place] = button;
  buttons.set(row, inRow);
  return button;
}

/**
 * Give the shares of the four values as a bar; the numbers stand below the table.
 * @param {(Cell | null)[]} cells
 */
function bar(cells) {
  const made = element("span", { class: "bar", "aria-hidden": "true" });
  for (const value of VALUES) {
    const count = countOf(cells, value);
    if (!count) continue;
    const piece = element("span", { class: value });
    piece.style.flexGrow = String(count);
    made.append(piece);
  }
  return made;
}

/**
 * Give the first sentence of a cell, short, with where it stands; there is room for it beside a single column.
 * @param {Page} page
 * @param {Cell | null} cell
 */
function quoteOf({ matrix, state }, cell) {
  const one = cell && !state.off.has(cell.value) ? matrix.passages[cell.passages[0]] : undefined;
  if (!one) return element("td", { class: "quote" });
  const where = [one.document, one.date].filter(Boolean).join(" · ");
  const words = element("span", { class: "words" }, one.before.length > FEW ? "…" : one.before, element("mark", {}, one.quote), one.after);
  return element("td", { class: "quote" }, words, element("span", { class: "date" }, where));
}

/**
 * @param {Page} page
 * @param {Block} block
 * @param {Column[]} columns
 */
function headOf({ matrix, state, sortBy }, block, columns) {
  const heads = columns.map(({ target, place }) => {
    const one = matrix.targets[target];
    const cells = block.members.map((row) => row.cells[place]);
    const names = [element("span", { class: "name" }, one.label), element("span", { class: "date" }, one.date || say("undated"))];
    const button = element("button", { type: "button", class: "head", onclick: () => sortBy(target) }, ...names);
    const share = element("span", { class: "share" }, say("of", countOf(cells, "responded"), asked(cells).length));
    return element("th", { scope: "col", "aria-sort": state.column === target ? "ascending" : "none" }, button, bar(cells), share);
  });
  const last = columns.length > 1 ? element("th", { scope: "col", class: "sum" }, say("total")) : element("th", { scope: "col", class: "quote" }, say("quote"));
  return element("thead", {}, element("tr", {}, element("th", { scope: "col", class: "corner" }, say("place")), ...heads, last));
}

/**
 * Give the offices of a row where they are called otherwise than the row itself.
 * @param {Row} row
 */
function officesOf(row) {
  const names = new Set(asked(row.cells).flatMap((cell) => cell.offices));
  names.delete(row.label);
  return names.size ? element("span", { class: "office" }, [...names].join("；")) : "";
}

/**
 * @param {Page} page
 * @param {Buttons} buttons
 * @param {Block} block
 * @param {Row} row
 * @param {Column[]} columns
 */
function rowElement(page, buttons, block, row, columns) {
  const cells = columns.map(({ place }) => element("td", {}, cellButton(page, buttons, block, row, place)));
  const shown = asked(cellsOf(row, columns));
  const last = columns.length > 1 ? element("td", { class: "sum" }, say("of", countOf(shown, "responded"), shown.length)) : quoteOf(page, row.cells[columns[0].place]);
  return element("tr", {}, element("th", { scope: "row" }, element("span", { class: "region" }, row.label), officesOf(row)), ...cells, last);
}

/**
 * Give the totals of the members: they stand right below these, before the bodies outside.
 * @param {Block} block
 * @param {Column[]} columns
 */
function totalsOf(block, columns) {
  const lines = VALUES.map((value) => {
    const counts = columns.map(({ place }) => countOf(block.members.map((row) => row.cells[place]), value));
    const sum = counts.reduce((a, b) => a + b, 0);
    const head = element("th", { scope: "row" }, pill(value), ` ${say(value)}`);
    return element("tr", {}, head, ...counts.map((count) => element("td", {}, count)), element("td", { class: "sum" }, columns.length > 1 ? sum : ""));
  });
  return element("tbody", { class: "totals" }, ...lines);
}

/**
 * Tell what the list of rows is made of, and how long it is.
 * @param {Block} block
 */
function listOf({ made_of: list, universe, members }) {
  return list ? say(list, universe, members.length) : say("members", members.length);
}

/**
 * Give the table of a universe.
 * @param {Page} page
 * @param {Buttons} buttons
 * @param {Block} block
 */
export function tableOf(page, buttons, block) {
  const { matrix, state } = page;
  const columns = columnsOf(state, block);
  const rows = rowsOf(matrix, state, block.members, columns);
  const outside = rowsOf(matrix, state, block.outside, columns);
  const width = columns.length + 2;
  const notes = [listOf(block), say("counted", matrix.documents), rows.length === block.members.length ? "" : say("shown", rows.length, block.members.length)];
  const title = element("caption", {}, element("strong", {}, block.universe), element("span", { class: "note" }, notes.filter(Boolean).join(" · ")));
  const bodies = rows.length ? rows.map((row) => rowElement(page, buttons, block, row, columns)) : [element("tr", {}, element("td", { colSpan: width, class: "nothing" }, say("nothing")))];
  const apart = outside.length
    ? element("tbody", { class: "outside" }, element("tr", {}, element("th", { scope: "rowgroup", colSpan: width }, say("outside"))), ...outside.map((row) => rowElement(page, buttons, block, row, columns)))
    : "";
  const classes = ["matrix", columns.length > WIDE && "narrow", columns.length === 1 && "single"].filter(Boolean).join(" ");
  return element("table", { class: classes }, title, headOf(page, block, columns), element("tbody", {}, ...bodies), totalsOf(block, columns), apart);
}

/**
 * Give what nobody knows the universe of: a line for each target, with the bodies that are named.
 * @param {Page} page
 * @param {Buttons} buttons
 * @param {Block} block
 */
export function looseOf(page, buttons, block) {
  const { matrix, state } = page;
  const holds = holderOf(state.typed);
  const lines = columnsOf(state, block).map(({ target, place }) => {
    const one = matrix.targets[target];
    const rows = block.outside.filter((row) => row.cells[place] && !state.off.has(row.cells[place].value) && holds(row.label, one.label));
    if (!rows.length) return "";
    const name = element("button", { type: "button", class: "head", onclick: () => page.choose({ target }) }, element("span", { class: "name" }, one.label));
    const bodies = rows.map((row) => element("span", { class: "named" }, cellButton(page, buttons, block, row, place), element("span", {}, row.label)));
    return element("tr", {}, element("th", { scope: "row" }, name), element("td", { class: "date" }, one.date || say("undated")), element("td", {}, ...bodies));
  });
  const title = element("caption", {}, element("strong", {}, say("loose")), element("span", { class: "note" }, matrix.within ? say("noList", matrix.within) : say("looseNote"), " ", say("otherList")));
  const heads = /** @type {const} */ (["target", "date", "body"]).map((key) => element("th", { scope: "col" }, say(key)));
  return element("table", { class: "loose narrow" }, title, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...lines));
}
