// The filters at the left of the matrix: values, universes, order, meetings and policies.

import { byId, element } from "../explorer/dom.js";
import { choice, chooser, refilled, turn } from "../sheets/choices.js";
import { VALUES, pill } from "./model.js";
import { asked, countOf, placeOf } from "./rows.js";
import { meaning, say } from "./words.js";

/** @typedef {import("./model.js").Page} Page */

/** @param {Page} page */
function valueRows({ matrix, state, refresh }) {
  const cells = asked(matrix.blocks.flatMap((block) => [...block.members, ...block.outside]).flatMap((row) => row.cells));
  return VALUES.map((value) => {
    const line = choice(`value-${value}`, pill(value), say(value), countOf(cells, value), !state.off.has(value), () => {
      turn(state.off, value);
      refresh();
    });
    return element("div", {}, line, element("p", { class: "meaning" }, meaning(value)));
  });
}

/** @param {Page} page */
function targetRows({ matrix, state, refresh }) {
  return matrix.targets.map((target, number) => {
    const { block, place } = placeOf(matrix, number);
    const count = countOf([...block.members, ...block.outside].map((row) => row.cells[place]), "responded");
    return choice(`target-${number}`, "", target.label, count, !state.hidden.has(number), () => {
      turn(state.hidden, number);
      refresh();
    });
  });
}

/** @param {Page} page */
export function tellFilters(page) {
  const { matrix, state, refresh } = page;
  const universes = matrix.blocks.map((block, number) => /** @type {[string, string]} */ ([String(number), block.universe ? `${block.universe}（${block.members.length}）` : say("loose")]));
  const orders = /** @type {const} */ (["given", "most", "name"]).map((order) => /** @type {[string, string]} */ ([order, say(order)]));
  refilled(byId("legend"), [
    element("h2", {}, say("value")), ...valueRows(page),
    chooser("universe", say("universe"), [["", say("everywhere")], ...universes], state.universe, (value) => {
      state.universe = value;
      refresh();
    }),
    chooser("order", say("sort"), orders, state.order, (value) => {
      state.order = /** @type {import("./model.js").Order} */ (value);
      state.column = null;
      refresh();
    }),
    element("h2", {}, say("targets")), ...targetRows(page),
  ]);
}
