// The field of the time axis: the axis, lanes of events along it, lines between them, undated ones apart.

import { drawing, element } from "../explorer/dom.js";
import { BREAK, breaksOf, ticksOf } from "./axis.js";
import { GROUPS, MARGIN, rowsFor } from "./lanes.js";
import { signNameOf } from "./model.js";
import { markOf } from "./signs.js";
import { counted, kindOf, say, whenOf } from "./words.js";

/** @typedef {import("./axis.js").Axis} Axis */
/** @typedef {import("./lanes.js").Lane} Lane */
/** @typedef {import("./lanes.js").Placed} Placed */
/** @typedef {import("./model.js").Page} Page */
/** @typedef {import("./model.js").TimedEvent} TimedEvent */
/** @typedef {Map<TimedEvent, {x: number, y: number}>} Places */

const ROW = 26;
const FEW_LINKS = 60;
const FONT = '13px "Source Han Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif';
const pen = document.createElement("canvas").getContext("2d");

/** @param {string} text */
function widthOf(text) {
  if (!pen) return text.length * 13;
  pen.font = FONT;
  return pen.measureText(text).width;
}

/**
 * Tell whether two events are the same or one takes up the other.
 * @param {Page} page
 * @param {TimedEvent} event
 */
function isNear({ chronicle, state: { chosen } }, event) {
  const takesUp = (/** @type {TimedEvent} */ one, /** @type {TimedEvent | null} */ other) => one.aims.some((aim) => chronicle.events[aim.target] === other);
  return chosen === null || chosen === event || takesUp(event, chosen) || takesUp(chosen, event);
}

/**
 * @param {Page} page
 * @param {Placed} one
 * @param {number} top
 */
function eventButton(page, { event, left, right, isLeft, days }, top) {
  const isChosen = page.state.chosen === event;
  const elapsed = event.aims.flatMap((aim) => (aim.days === null ? [] : [say("daysLong", aim.days, event.when.is_latest)]));
  const button = element(
    "button",
    {
      type: "button",
      class: ["event", isLeft && "left", isChosen && "chosen", !isNear(page, event) && "faded"].filter(Boolean).join(" "),
      "aria-label": [kindOf(event), event.label, whenOf(event), ...elapsed].join(say("comma")),
      "aria-pressed": String(isChosen),
      onclick: () => page.choose(event),
    },
    markOf(signNameOf(event)),
    element("span", { class: "label" }, event.label),
    days ? element("span", { class: "tag" }, days) : "",
  );
  button.style.top = `${top}px`;
  if (isLeft) button.style.right = `calc(100% - ${MARGIN.left + right + 9}px)`;
  else button.style.left = `${MARGIN.left + left - 9}px`;
  return button;
}

/**
 * @param {Placed} one
 * @param {number} top
 */
function spanOf({ event, left, right }, top) {
  const made = element("span", { class: `span ${signNameOf(event)}`, "aria-hidden": "true" });
  made.style.left = `${MARGIN.left + left}px`;
  made.style.width = `${right - left}px`;
  made.style.top = `${top + ROW / 2 - 2}px`;
  return made;
}

/**
 * Draw the lanes; give them with the places of the marks.
 * @param {Page} page
 * @param {Lane[]} lanes
 * @param {Axis} axis
 */
function drawLanes(page, lanes, axis) {
  /** @type {Places} */
  const places = new Map();
  let top = 0;
  const made = lanes.map(({ words, events }) => {
    const { placed, count } = rowsFor(events, axis, widthOf);
    const items = placed.map((one) => {
      const at = 7 + one.row * ROW;
      places.set(one.event, { x: MARGIN.left + one.left, y: top + at + ROW / 2 });
      return element("li", {}, one.right - one.left > 2 ? spanOf(one, at) : "", eventButton(page, one, at));
    });
    const head = element("h2", {}, element("span", {}, words), element("span", { class: "count" }, events.length));
    const lane = element("section", { class: "lane", "aria-label": words }, head, element("ul", {}, ...items));
    const height = count * ROW + 14;
    lane.style.height = `${height}px`;
    top += height + 1;
    return lane;
  });
  return { made, places, height: top };
}

/**
 * Draw lines from what was taken up to who took it up: all while they are few, else those of the selection.
 * @param {Page} page
 * @param {Places} places
 * @param {number} width
 * @param {number} height
 */
function drawLinks({ chronicle, state: { chosen } }, places, width, height) {
  const links = [...places.keys()].flatMap((event) => event.aims.map((aim) => ({ target: chronicle.events[aim.target], event })));
  const paths = links.map(({ target, event }) => {
    const [from, to] = [places.get(target), places.get(event)];
    const isChosen = chosen !== null && (chosen === target || chosen === event);
    if (!from || !to || (!isChosen && (chosen || links.length > FEW_LINKS))) return "";
    const bend = Math.max(12, Math.min(60, (to.x - from.x) / 2));
    const d = `M${from.x} ${from.y}C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`;
    return drawing("path", { d, class: isChosen ? "link chosen" : "link" });
  });
  return drawing("svg", { class: "links", width, height, "aria-hidden": "true" }, ...paths);
}

/** @param {Axis} axis */
function drawAxis(axis) {
  const made = element("div", { class: "axis", "aria-hidden": "true" }, element("span", { class: "corner" }));
  for (const tick of ticksOf(axis)) {
    const one = element("span", { class: tick.isFirst ? "tick first" : "tick" }, tick.words);
    one.style.left = `${MARGIN.left + tick.left}px`;
    made.append(one);
  }
  for (const { left, days } of breaksOf(axis)) {
    const one = element("span", { class: "break" }, say("gap", days));
    one.style.left = `${MARGIN.left + left}px`;
    one.style.width = `${BREAK}px`;
    made.append(one);
  }
  return made;
}

/**
 * Give lines down the lanes at the ticks, and shades where time is cut.
 * @param {Axis} axis
 * @param {number} height
 */
function drawGrid(axis, height) {
  const grid = element("div", { class: "grid", "aria-hidden": "true" });
  grid.style.height = `${height}px`;
  for (const tick of ticksOf(axis)) {
    const one = element("span", { class: "rule" });
    one.style.left = `${MARGIN.left + tick.left}px`;
    grid.append(one);
  }
  for (const { left } of breaksOf(axis)) {
    const one = element("span", { class: "void" });
    one.style.left = `${MARGIN.left + left + 14}px`;
    one.style.width = `${BREAK - 28}px`;
    grid.append(one);
  }
  return grid;
}

/**
 * Draw the whole field.
 * @param {Page} page
 * @param {Lane[]} lanes
 * @param {Axis} axis
 */
export function fieldOf(page, lanes, axis) {
  const { made, places, height } = drawLanes(page, lanes, axis);
  const width = MARGIN.left + axis.width + MARGIN.right;
  const inside = element("div", { class: "lanes" }, drawGrid(axis, height), drawLinks(page, places, width, height), ...made);
  const field = element("div", { class: "field" }, drawAxis(axis), inside);
  field.style.width = `${width}px`;
  return field;
}

/**
 * List events without a date.
 * @param {Page} page
 * @param {TimedEvent[]} events
 */
export function undatedOf({ state, choose }, events) {
  if (!events.length) return "";
  const parts = GROUPS.flatMap((group) => {
    const inside = events.filter((event) => event.group === group);
    if (!inside.length) return [];
    const items = inside.map((event) => {
      const properties = { type: "button", class: "undated", "aria-pressed": String(state.chosen === event), onclick: () => choose(event) };
      return element("li", {}, element("button", properties, markOf(signNameOf(event)), element("span", {}, event.label)));
    });
    return [element("h3", {}, counted(say(group), inside.length)), element("ul", {}, ...items)];
  });
  return element("section", { class: "apart" }, element("h2", {}, counted(say("undated"), events.length)), ...parts);
}
