// Which events are shown, in which lanes, and in which rows of these: no label lies over another.

import { holderOf } from "../sheets/frame.js";
import { placeOf } from "./axis.js";
import { signNameOf } from "./model.js";
import { say } from "./words.js";

/** @typedef {import("./axis.js").Axis} Axis */
/** @typedef {import("./model.js").Chronicle} Chronicle */
/** @typedef {import("./model.js").DatedEvent} DatedEvent */
/** @typedef {import("./model.js").State} State */
/** @typedef {import("./model.js").TimedEvent} TimedEvent */
/** @typedef {{words: string, events: DatedEvent[]}} Lane */
/** `left` and `right` are pixels of its days, `isLeft` tells that the label stands before the mark, `row` counts from 0. */
/** @typedef {{event: DatedEvent, left: number, right: number, isLeft: boolean, days: string, row: number}} Placed */

export const GROUPS = /** @type {const} */ (["Meeting", "Policy", "Campaign", "Response"]);
const isNarrow = globalThis.matchMedia?.("(max-width: 760px)").matches;
export const MARGIN = { left: isNarrow ? 92 : 188, right: 40 };
const LABEL = 230; // pixels of a label; longer ones are cut
const GAP = 8;

/**
 * Give the events that are searched for and of a kind that is ticked.
 * @param {Chronicle} chronicle
 * @param {State} state
 */
export function takenEvents({ events }, state) {
  const holds = holderOf(state.typed);
  return events.filter((event) => !state.off.has(signNameOf(event)) && holds(event.label, ...event.bodies, ...event.aims.map((aim) => events[aim.target].label)));
}

/**
 * @param {State} state
 * @param {TimedEvent} event
 */
export function isInYears(state, event) {
  const [first, last] = [event.when.start.slice(0, 4), event.when.end.slice(0, 4)];
  return (state.from === "" || last >= state.from) && (state.to === "" || first <= state.to);
}

/**
 * Give what an event stands under in a kind of lanes: a key, and its words.
 * @param {Chronicle} chronicle
 * @param {State} state
 * @param {TimedEvent} event
 * @returns {[string, string]}
 */
function laneOf({ events }, state, event) {
  if (state.lanes === "kind") return [event.group, say(event.group)];
  if (state.lanes === "body") return [event.bodies[0] ?? "", event.bodies[0] ?? say("nobody")];
  const target = event.aims.length ? events[event.aims[0].target] : event.takenUp.length ? event : null;
  return target ? [String(target.id), target.label] : ["", say("apart")];
}

/**
 * Group events into lanes: kinds in their order, else the largest first and what has no lane last.
 * @param {Chronicle} chronicle
 * @param {State} state
 * @param {DatedEvent[]} dated
 * @returns {Lane[]}
 */
export function lanesOf(chronicle, state, dated) {
  /** @type {Map<string, Lane>} */
  const lanes = new Map();
  for (const event of dated) {
    const [key, words] = laneOf(chronicle, state, event);
    const lane = lanes.get(key) ?? { words, events: [] };
    lane.events.push(event);
    lanes.set(key, lane);
  }
  const kinds = /** @type {readonly string[]} */ (GROUPS);
  const rank = (/** @type {[string, Lane]} */ [key, { events }]) => (state.lanes === "kind" ? kinds.indexOf(key) : key === "" ? Infinity : -events.length);
  return [...lanes].sort((a, b) => rank(a) - rank(b)).map(([, lane]) => lane);
}

/**
 * Give the days that are told beside an event: those of the first thing that it takes up.
 * @param {TimedEvent} event
 */
function daysOf(event) {
  const aim = event.aims.find((one) => one.days !== null);
  return aim ? say("days", aim.days, event.when.is_latest) : "";
}

/**
 * Give each event of a lane a row in which neither its mark nor its label meets another.
 * @param {DatedEvent[]} events
 * @param {Axis} axis
 * @param {(text: string) => number} widthOf  pixels of a text
 * @returns {{placed: Placed[], count: number}}
 */
export function rowsFor(events, axis, widthOf) {
  const drafts = events.map((event) => {
    const left = placeOf(axis, event.first);
    const right = placeOf(axis, event.last);
    const days = daysOf(event);
    const width = Math.min(widthOf(event.label), LABEL) + (days ? widthOf(days) + 18 : 0) + 8;
    const isLeft = right + 14 + width > axis.width + MARGIN.right && left - 14 - width > 0;
    return { event, left, right, isLeft, days, start: isLeft ? left - 14 - width : left - 9, end: isLeft ? right + 9 : right + 14 + width };
  });
  /** @type {number[]} */
  const ends = [];
  const placed = drafts.sort((a, b) => a.start - b.start || a.event.id - b.event.id).map(({ start, end, ...one }) => {
    const free = ends.findIndex((taken) => taken + GAP <= start);
    const row = free < 0 ? ends.length : free;
    ends[row] = end;
    return { ...one, row };
  });
  return { placed: placed.sort((a, b) => a.event.first - b.event.first || a.event.id - b.event.id), count: ends.length };
}
