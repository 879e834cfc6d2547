// The address of what the time axis shows: v kinds that are not shown, l the lanes, t the years, k whether empty times stay long, z the zoom, e the event that is told of.

import { joined, namedOf } from "../sheets/address.js";
import { firstState, signNameOf } from "./model.js";
import { SIGNS } from "./signs.js";

/** @typedef {import("./model.js").Chronicle} Chronicle */
/** @typedef {import("./model.js").State} State */

const LANES = /** @type {import("./model.js").LaneKind[]} */ (["kind", "target", "body"]);
const ZOOMS = [1, 2, 4, 8, 16, 32];

/**
 * Give what names an event in an address, the same in every build of the same documents.
 * @param {import("./model.js").TimedEvent} event
 */
const keyOf = (event) => joined([signNameOf(event), event.label, event.when.start, ...event.bodies]);

/**
 * @param {State} state
 * @returns {import("../sheets/address.js").Parts}
 */
export function partsOf(state) {
  return [
    ["q", state.typed],
    ["v", joined(state.off)],
    ["l", state.lanes === "kind" ? "" : state.lanes],
    ["t", state.from || state.to ? `${state.from}..${state.to}` : ""],
    ["k", state.isCut ? "" : "1"],
    ["z", state.zoom === 1 ? "" : String(state.zoom)],
    ["e", state.chosen ? keyOf(state.chosen) : ""],
  ];
}

/**
 * Give the state that an address asks for; what it names and the axis does not know is left out.
 * @param {Chronicle} chronicle
 * @param {URLSearchParams} asked
 * @returns {State}
 */
export function stateAt(chronicle, asked) {
  const [, from, to] = /^(\d{4})?\.\.(\d{4})?$/.exec(asked.get("t") ?? "") ?? [];
  const names = /** @type {import("./model.js").Sign[]} */ (Object.keys(SIGNS));
  return {
    ...firstState(),
    typed: asked.get("q") ?? "",
    off: namedOf(asked.get("v"), names),
    lanes: LANES.find((one) => one === asked.get("l")) ?? "kind",
    from: from ?? "",
    to: to ?? "",
    isCut: asked.get("k") !== "1",
    zoom: ZOOMS.find((one) => String(one) === asked.get("z")) ?? 1,
    chosen: chronicle.events.find((event) => keyOf(event) === asked.get("e")) ?? null,
  };
}
