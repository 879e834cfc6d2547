// What the time axis knows: events as Python wrote them go in, events that know their days and each other come out.

import { dayOf } from "../explorer/dates.js";

/** @typedef {import("../explorer/model.js").Words} Words */
/** @typedef {import("../explorer/model.js").Passage} Passage */
/** @typedef {import("../explorer/model.js").Source} Source */
/** @typedef {"Meeting" | "Policy" | "Campaign" | "Response"} Group */
/** @typedef {"responded" | "collectively" | "absent"} Manner */
/** What is told apart by shape, colour and filter. */
/** @typedef {Exclude<Group, "Response"> | Manner} Sign */
/** First and last day as ISO dates, "" where none is told; `is_latest` where only the day of the report is known. */
/** @typedef {{start: string, end: string, written: string, is_latest: boolean}} When */
/** What an event takes up, and the days until it did, null where a day is missing. */
/** @typedef {{target: number, days: number | null}} Aim */
/** @typedef {{group: Group, manner: Manner | "", kind: Words, label: string, when: When, bodies: string[], aims: Aim[], passages: number[]}} RawEvent */
/** @typedef {{title: Words, documents: number, events: RawEvent[], passages: Passage[], sources: Source[]}} RawChronicle */
/** `first` and `last` are days since 1970, null without a date. */
/** @typedef {RawEvent & {id: number, first: number | null, last: number | null, takenUp: {event: TimedEvent, days: number | null}[]}} TimedEvent */
/** @typedef {TimedEvent & {first: number, last: number}} DatedEvent */
/** @typedef {Omit<RawChronicle, "events"> & {events: TimedEvent[]}} Chronicle */
/** @typedef {"kind" | "target" | "body"} LaneKind */
/** @typedef {{off: Set<Sign>, lanes: LaneKind, from: string, to: string, isCut: boolean, zoom: number, chosen: TimedEvent | null, typed: string}} State */
/**
 * @typedef {object} Page
 * @property {Chronicle} chronicle
 * @property {State} state
 * @property {import("../sheets/reader.js").Reader} reader
 * @property {() => void} refresh  draws all anew
 * @property {(event: TimedEvent | null) => void} choose
 */

/**
 * Number events, count their days, and let each know what takes it up.
 * @param {RawChronicle} raw
 * @returns {Chronicle}
 */
export function chronicleOf(raw) {
  const dayOrNull = (/** @type {string} */ date) => (date ? dayOf(date) : null);
  const events = raw.events.map((event, id) => ({ ...event, id, first: dayOrNull(event.when.start), last: dayOrNull(event.when.end), takenUp: /** @type {TimedEvent["takenUp"]} */ ([]) }));
  for (const event of events) for (const aim of event.aims) events[aim.target].takenUp.push({ event, days: aim.days });
  return { ...raw, events };
}

/** @returns {State} */
export function firstState() {
  return { off: new Set(), lanes: "kind", from: "", to: "", isCut: true, zoom: 1, chosen: null, typed: "" };
}

/**
 * @param {TimedEvent} event
 * @returns {event is DatedEvent}
 */
export function isDated(event) {
  return event.first !== null && event.last !== null;
}

/**
 * Give what an event is told apart by.
 * @param {TimedEvent} event
 * @returns {Sign}
 */
export function signNameOf(event) {
  return /** @type {Sign} */ (event.manner || event.group);
}
