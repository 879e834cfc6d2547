// What the shown cells rest on, as a list for paper and as the rows of a file.

import { element } from "../explorer/dom.js";
import { pill } from "./model.js";
import { blocksOf, columnsOf, rowsOf } from "./rows.js";
import { say } from "./words.js";

/** @typedef {import("./model.js").Block} Block */
/** @typedef {import("./model.js").Cell} Cell */
/** @typedef {import("./model.js").Page} Page */

/**
 * Give the cells of a block that are shown, column by column.
 * @param {Page} page
 * @param {Block} block
 */
function shownCells({ matrix, state }, block) {
  const columns = columnsOf(state, block);
  const rows = [...rowsOf(matrix, state, block.members, columns), ...rowsOf(matrix, state, block.outside, columns)];
  return columns.map(({ target, place }) => ({
    target: matrix.targets[target],
    told: rows.flatMap((row) => {
      const cell = row.cells[place];
      return cell && !state.off.has(cell.value) ? [{ row, cell }] : [];
    }),
  }));
}

/**
 * Give every sentence that the shown cells of a block rest on, each once with the rows that it tells of.
 * @param {Page} page
 * @param {Block} block
 */
export function sourcesOf(page, block) {
  if (block.universe && columnsOf(page.state, block).length === 1) return "";
  const items = shownCells(page, block).flatMap(({ target, told }) => {
    /** @type {Map<string, {cell: Cell, labels: string[]}>} */
    const groups = new Map();
    for (const { row, cell } of told) {
      if (!cell.passages.length) continue;
      const key = `${cell.value} ${cell.passages[0]}`;
      groups.set(key, { cell, labels: [...(groups.get(key)?.labels ?? []), row.label] });
    }
    return [...groups.values()].map(({ cell, labels }) => {
      const one = page.matrix.passages[cell.passages[0]];
      const where = [one.document, one.date].filter(Boolean).join(" · ");
      const head = `${labels.join(say("pause"))} — ${target.label}${say("colon")}`;
      return element("li", {}, pill(cell.value), " ", head, one.before, element("mark", {}, one.quote), one.after, `（${where}）`);
    });
  });
  return element("section", { class: "sources" }, element("h2", {}, `${block.universe || say("loose")} · ${say("sources")}`), element("ol", {}, ...items));
}

/**
 * Give what is shown as a table: a row for each cell, with its first sentence.
 * @param {Page} page
 * @returns {(string | number)[][]}
 */
export function fileRows(page) {
  const heads = /** @type {const} */ (["universe", "place", "target", "date", "value", "offices", "count", "quote", "document", "issued", "line"]).map((key) => say(key));
  const rows = blocksOf(page.matrix, page.state).flatMap((block) => shownCells(page, block).flatMap(({ target, told }) => told.map(({ row, cell }) => {
    const one = page.matrix.passages[cell.passages[0]];
    return [block.universe, row.label, target.label, target.date, say(cell.value), cell.offices.join("；"), cell.count, one?.quote ?? "", one?.document ?? "", one?.date ?? "", one?.line || ""];
  })));
  return [heads, ...rows];
}
