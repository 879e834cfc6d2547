// The axis: days in, places from left to right out; long times without events are cut to a break that says how long.

import { dateOf } from "../explorer/dates.js";
import { say } from "./words.js";

/** A stretch of time with its days and its place and length in pixels. */
/** @typedef {{first: number, last: number, days: number, left: number, width: number}} Stretch */
/** @typedef {{stretches: Stretch[], perDay: number, width: number}} Axis */
/** @typedef {"day" | "days" | "month" | "quarter" | "year" | "years"} Step */
/** @typedef {{left: number, words: string, isFirst: boolean}} Tick */

export const BREAK = 46; // pixels of time that is cut
const SHORTEST = 22; // pixels of a stretch
const SHORTEST_CUT = 60; // days
const TICK_GAP = 62;
/** @type {[number, Step][]} */
const STEPS = [[1, "day"], [5, "days"], [30.4, "month"], [91, "quarter"], [365, "year"], [1826, "years"]];

/**
 * @param {number} day
 * @returns {[number, number, number]}
 */
function partsOf(day) {
  const [year, month, date] = dateOf(day).split("-").map(Number);
  return [year, month, date];
}

/**
 * Give the pixels of a day when stretches that would be shorter than SHORTEST get that much.
 * @param {{days: number}[]} stretches
 * @param {number} room
 */
function lengthOfDay(stretches, room) {
  let perDay = 0;
  let long = stretches;
  for (let rounds = 0; rounds <= stretches.length; rounds++) {
    const days = long.reduce((sum, one) => sum + one.days, 0);
    perDay = Math.max(room - SHORTEST * (stretches.length - long.length), 200) / Math.max(days, 1);
    const scale = perDay;
    const still = long.filter((one) => one.days * scale > SHORTEST);
    if (still.length === long.length || !still.length) break;
    long = still;
  }
  return perDay;
}

/**
 * Give the axis of some events: stretches of time, breaks between them.
 * @param {{first: number, last: number}[]} events  at least one
 * @param {number} width  pixels
 * @param {number} zoom
 * @param {boolean} isCut
 * @returns {Axis}
 */
export function axisOf(events, width, zoom, isCut) {
  const ordered = [...events].sort((a, b) => a.first - b.first);
  const whole = ordered.reduce((last, event) => Math.max(last, event.last), ordered[0].last) - ordered[0].first;
  const limit = isCut ? Math.max(SHORTEST_CUT, whole / 40) : Infinity;
  const spans = [{ first: ordered[0].first, last: ordered[0].last }];
  for (const { first, last } of ordered.slice(1)) {
    const now = spans[spans.length - 1];
    if (first - now.last > limit) spans.push({ first, last });
    else now.last = Math.max(now.last, last);
  }
  const timed = spans.map((one) => ({ ...one, days: Math.max(one.last - one.first, 1) }));
  const perDay = lengthOfDay(timed, width - BREAK * (timed.length - 1)) * zoom;
  let left = 0;
  const stretches = timed.map((one) => {
    const placed = { ...one, left, width: Math.max(one.days * perDay, timed.length > 1 ? SHORTEST : 0) };
    left += placed.width + BREAK;
    return placed;
  });
  return { stretches, perDay, width: left - BREAK };
}

/**
 * Give the place of a day.
 * @param {Axis} axis
 * @param {number} day
 */
export function placeOf(axis, day) {
  const one = axis.stretches.find((stretch) => day <= stretch.last) ?? axis.stretches[axis.stretches.length - 1];
  return one.left + (Math.max(0, day - one.first) / one.days) * one.width;
}

/**
 * Tell whether a mark of a step stands at a day.
 * @param {Step} step
 * @param {number} day
 */
function isMark(step, day) {
  const [year, month, date] = partsOf(day);
  switch (step) {
    case "day": return true;
    case "days": return [1, 6, 11, 16, 21, 26].includes(date);
    case "month": return date === 1;
    case "quarter": return date === 1 && month % 3 === 1;
    case "year": return date === 1 && month === 1;
    default: return date === 1 && month === 1 && year % 5 === 0;
  }
}

/**
 * Give the words of a mark; the first of a year tell the year.
 * @param {Step} step
 * @param {number} day
 * @param {boolean} isNewYear
 */
function wordsOfMark(step, day, isNewYear) {
  const [year, month, date] = partsOf(day);
  if (step === "year" || step === "years") return say("year", year);
  if (isNewYear) return say("month", year, month);
  return step === "day" || step === "days" ? say("day", month, date) : say("onlyMonth", month);
}

/**
 * Give what stands along a stretch: marks of the finest step that has room; the first tells the year.
 * @param {Axis} axis
 * @param {Stretch} stretch
 */
function ticksIn(axis, stretch) {
  const [, step] = STEPS.find(([days]) => days * axis.perDay >= TICK_GAP) ?? STEPS[STEPS.length - 1];
  const [begun, month] = partsOf(stretch.first);
  let told = begun;
  /** @type {Tick[]} */
  const ticks = [{ left: stretch.left, words: stretch.width + BREAK < TICK_GAP + 16 ? say("year", begun) : say("month", begun, month), isFirst: true }];
  for (let day = stretch.first; day <= stretch.last; day++) {
    if (!isMark(step, day)) continue;
    const before = ticks[ticks.length - 1];
    const left = placeOf(axis, day);
    if (left - before.left < (before.isFirst ? TICK_GAP + 22 : TICK_GAP)) continue;
    const [year] = partsOf(day);
    ticks.push({ left, words: wordsOfMark(step, day, year !== told), isFirst: year !== told });
    told = year;
  }
  return ticks;
}

/**
 * Give what stands along the axis: where, and which words.
 * @param {Axis} axis
 */
export function ticksOf(axis) {
  return axis.stretches.flatMap((stretch) => ticksIn(axis, stretch));
}

/**
 * Give the breaks between stretches: where, and how many days are left out.
 * @param {Axis} axis
 */
export function breaksOf(axis) {
  return axis.stretches.slice(1).map((stretch, number) => ({ left: stretch.left - BREAK, days: stretch.first - axis.stretches[number].last }));
}
