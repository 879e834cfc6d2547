// The panel of the matrix: a cell with its sentences, or what is known of a column.

import { element } from "../explorer/dom.js";
import { passageElements } from "../explorer/evidence.js";
import { told } from "../explorer/words.js";
import { showPanel } from "../sheets/frame.js";
import { VALUES, pill } from "./model.js";
import { placeOf } from "./rows.js";
import { meaning, say } from "./words.js";

/** @typedef {import("./model.js").Page} Page */

/**
 * @param {Page} page
 * @param {import("./model.js").ChosenCell} chosen
 */
function cellParts({ matrix, reader }, { block, row, place }) {
  const cell = row.cells[place];
  const target = matrix.targets[block.targets[place]];
  if (!cell) return [];
  const isNone = cell.value === "unreported";
  return [
    element("div", { class: "about" }, pill(cell.value, say(cell.value))),
    element("h2", {}, row.label),
    element("p", { class: "aim" }, target.label, " · ", element("span", { class: "when" }, target.date || say("undated"))),
    element("p", { class: "place" }, meaning(cell.value)),
    /** @type {"" | HTMLElement} */ (cell.offices.length ? element("dl", {}, element("dt", {}, say("offices")), element("dd", {}, cell.offices.join("；"))) : ""),
    isNone ? element("p", { class: "place" }, say("counted", matrix.documents)) : element("h3", {}, say("places", cell.count)),
    ...(isNone ? [] : passageElements(reader, cell.passages, cell.count)),
    ...(cell.against.length ? [element("h3", {}, say("against")), ...passageElements(reader, cell.against)] : []),
  ];
}

/**
 * Tell of a meeting or policy: when, by whom, how many of each value, and who.
 * @param {Page} page
 * @param {number} number
 */
function targetParts({ matrix, choose }, number) {
  const target = matrix.targets[number];
  const { block, place } = placeOf(matrix, number);
  const rows = [...block.members, ...block.outside];
  const parts = VALUES.flatMap((value) => {
    const some = rows.filter((row) => row.cells[place]?.value === value);
    if (!some.length) return [];
    const items = some.map((row) => element("li", {}, element("button", { type: "button", class: "plain", onclick: () => choose({ block, row, place }) }, row.label)));
    return [element("h3", {}, pill(value), ` ${say(value)}（${some.length}）`), element("ul", { class: "names" }, ...items)];
  });
  return [
    element("div", { class: "about" }, told(target.kind), " · ", target.date || say("undated")),
    element("h2", {}, target.label),
    element("dl", {},
      ...(target.holders.length ? [element("dt", {}, say("held")), element("dd", {}, target.holders.join("；"))] : []),
      ...(block.universe ? [element("dt", {}, say("universe")), element("dd", {}, `${block.universe} · ${say("members", block.members.length)}`)] : []),
    ),
    element("p", { class: "place" }, say("telling", target.telling, matrix.documents)),
    ...parts,
  ];
}

/** @param {Page} page */
export function tellPanel(page) {
  const { chosen } = page.state;
  if (!chosen) showPanel([element("p", { class: "about" }, say("hint")), element("p", { class: "place" }, say("counted", page.matrix.documents))]);
  else showPanel("row" in chosen ? cellParts(page, chosen) : targetParts(page, chosen.target));
}
