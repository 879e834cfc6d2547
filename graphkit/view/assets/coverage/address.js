// The address of what the matrix shows: v values and h meetings that are not shown, u the universe, o the order, s the column sorted by, c the cell or t the column that is told of.

import { joined, namedOf, parted } from "../sheets/address.js";
import { VALUES, firstState } from "./model.js";

/** @typedef {import("./model.js").Matrix} Matrix */
/** @typedef {import("./model.js").State} State */

const ORDERS = /** @type {import("./model.js").Order[]} */ (["given", "most", "name"]);

/**
 * @param {Matrix} matrix
 * @param {State} state
 * @returns {import("../sheets/address.js").Parts}
 */
export function partsOf({ targets, blocks }, state) {
  const { chosen } = state;
  const label = (/** @type {number} */ target) => targets[target].label;
  return [
    ["q", state.typed],
    ["v", joined(state.off)],
    ["h", joined([...state.hidden].sort((a, b) => a - b).map(label))],
    ["u", state.universe === "" ? "" : `=${blocks[Number(state.universe)].universe}`],
    ["o", state.order === "given" ? "" : state.order],
    ["s", state.column === null ? "" : label(state.column)],
    ["c", chosen && "row" in chosen ? joined([chosen.block.universe, chosen.row.label, label(chosen.block.targets[chosen.place])]) : ""],
    ["t", chosen && "target" in chosen ? label(chosen.target) : ""],
  ];
}

/**
 * Give the state that an address asks for; what it names and the matrix does not know is left out.
 * @param {Matrix} matrix
 * @param {URLSearchParams} asked
 * @returns {State}
 */
export function stateAt({ targets, blocks }, asked) {
  const names = new Map(targets.map(({ label }, number) => [joined([label]), number]));
  const numbered = (/** @type {string | undefined} */ name) => names.get(joined([name ?? ""])) ?? null;
  const universe = blocks.findIndex((block) => asked.get("u") === `=${block.universe}`);
  const column = numbered(asked.get("t") ?? "");
  return {
    ...firstState(),
    typed: asked.get("q") ?? "",
    off: namedOf(asked.get("v"), VALUES),
    hidden: new Set(parted(asked.get("h")).flatMap((name) => names.get(name) ?? [])),
    universe: universe < 0 ? "" : String(universe),
    order: ORDERS.find((one) => one === asked.get("o")) ?? "given",
    column: numbered(asked.get("s") ?? ""),
    chosen: cellAt(blocks, parted(asked.get("c")), numbered) ?? (column === null ? null : { target: column }),
  };
}

/**
 * @param {Matrix["blocks"]} blocks
 * @param {string[]} names  of the universe, the row and the column
 * @param {(name: string | undefined) => number | null} numbered
 * @returns {import("./model.js").ChosenCell | null}
 */
function cellAt(blocks, [universe, place, target], numbered) {
  const number = numbered(target);
  const block = blocks.find((one) => joined([one.universe]) === universe && number !== null && one.targets.includes(number));
  const row = block && [...block.members, ...block.outside].find((one) => joined([one.label]) === place);
  return block && row && number !== null ? { block, row, place: block.targets.indexOf(number) } : null;
}
