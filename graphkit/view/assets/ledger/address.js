// The address of what the ledger shows: v states that are not shown, s the column sorted by (-: downwards), i the item that is told of.

import { joined, namedOf } from "../sheets/address.js";
import { COLUMNS, STATES } from "./model.js";

/** @typedef {import("./model.js").Item} Item */
/** @typedef {import("./model.js").Ledger} Ledger */
/** @typedef {import("./model.js").Shown} Shown */

/**
 * Give what names an item in an address, the same in every build of the same documents.
 * @param {Item} item
 */
const keyOf = (item) => joined([item.label, item.asked_by, item.asked_on]);

/**
 * @param {Shown} shown
 * @param {string} typed
 * @returns {import("../sheets/address.js").Parts}
 */
export function partsOf({ off, sorting, chosen }, typed) {
  return [
    ["q", typed],
    ["v", joined(off)],
    ["s", sorting ? `${sorting.isDown ? "-" : ""}${COLUMNS[sorting.column]}` : ""],
    ["i", chosen ? keyOf(chosen) : ""],
  ];
}

/**
 * Give what an address asks for; what it names and the ledger does not know is left out.
 * @param {Ledger} ledger
 * @param {URLSearchParams} asked
 * @returns {Shown}
 */
export function shownAt(ledger, asked) {
  const sorted = asked.get("s") ?? "";
  const column = COLUMNS.findIndex((name) => name === sorted.replace("-", ""));
  return {
    off: namedOf(asked.get("v"), STATES),
    sorting: column < 0 ? null : { column, isDown: sorted.startsWith("-") },
    chosen: ledger.items.find((item) => keyOf(item) === asked.get("i")) ?? null,
  };
}
