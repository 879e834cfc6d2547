// The panel of the time axis: an event with its sentences, what it responds to, what responded to it.

import { element } from "../explorer/dom.js";
import { passageElements } from "../explorer/evidence.js";
import { showPanel } from "../sheets/frame.js";
import { signNameOf } from "./model.js";
import { markOf } from "./signs.js";
import { kindOf, say, whenOf } from "./words.js";

/** @typedef {import("./model.js").Page} Page */
/** @typedef {import("./model.js").TimedEvent} TimedEvent */

/**
 * Give a line that leads to another event.
 * @param {Page} page
 * @param {TimedEvent} event
 * @param {...(HTMLElement | "")} tags
 */
function entry({ choose }, event, ...tags) {
  const way = element("button", { type: "button", class: "plain", onclick: () => choose(event) }, event.label);
  return element("div", { class: "entry" }, markOf(signNameOf(event)), way, ...tags);
}

/** @param {string} words */
function note(words) {
  return element("p", { class: "place" }, words);
}

/**
 * @param {Page} page
 * @param {TimedEvent} event
 */
function eventParts(page, event) {
  const { chronicle, reader } = page;
  const aims = event.aims.map((aim) => {
    const target = chronicle.events[aim.target];
    const days = aim.days === null ? "" : note(say("daysLong", aim.days, event.when.is_latest));
    return element("li", {}, entry(page, target), note(whenOf(target)), days);
  });
  const answers = [...event.takenUp].sort((a, b) => (a.event.first ?? Infinity) - (b.event.first ?? Infinity) || a.event.id - b.event.id);
  const items = answers.map(({ event: one, days }) => {
    const tag = days === null ? "" : element("span", { class: "tag" }, say("days", days, one.when.is_latest));
    return element("li", {}, entry(page, one, tag), note(whenOf(one)));
  });
  const bodies = event.bodies.filter((body) => body !== event.label);
  return [
    element("div", { class: "about" }, markOf(signNameOf(event)), kindOf(event), " · ", whenOf(event)),
    element("h2", {}, event.label),
    ...(bodies.length ? [element("dl", {}, element("dt", {}, say("bodies")), element("dd", {}, bodies.join("；")))] : []),
    ...(aims.length ? [element("h3", {}, say("aims")), element("ul", {}, ...aims)] : []),
    ...(event.passages.length ? [element("h3", {}, say("sentences")), ...passageElements(reader, event.passages)] : []),
    ...(items.length ? [element("h3", {}, say("responses", items.length)), element("ul", {}, ...items)] : []),
  ];
}

/**
 * Tell how long responses took: of each thing taken up, how many, the least and the middle number of days.
 * @param {Page} page
 */
function elapsedParts(page) {
  const timed = page.chronicle.events
    .map((event) => ({ event, days: event.takenUp.flatMap((one) => one.days ?? []).sort((a, b) => a - b) }))
    .filter(({ days }) => days.length)
    .sort((a, b) => b.days.length - a.days.length || a.event.id - b.event.id);
  if (!timed.length) return [];
  const middle = (/** @type {number[]} */ days) => (days[(days.length - 1) >> 1] + days[days.length >> 1]) / 2;
  const items = timed.map(({ event, days }) => element("li", {}, entry(page, event), note(say("elapsedOf", days.length, days[0], middle(days)))));
  return [element("h3", {}, say("elapsed")), note(say("latest")), element("ul", {}, ...items)];
}

/** @param {Page} page */
export function tellPanel(page) {
  const { chosen } = page.state;
  if (chosen) showPanel(eventParts(page, chosen));
  else showPanel([element("p", { class: "about" }, say("hint")), note(say("counted", page.chronicle.documents)), ...elapsedParts(page)]);
}
