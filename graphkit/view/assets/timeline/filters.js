// The filters at the left of the time axis: kinds, lanes, years, zoom.

import { byId, element } from "../explorer/dom.js";
import { choice, chooser, refilled, turn } from "../sheets/choices.js";
import { isDated, signNameOf } from "./model.js";
import { SIGNS, markOf } from "./signs.js";
import { say } from "./words.js";

/** @typedef {import("./model.js").Page} Page */
/** @typedef {import("./model.js").Sign} Sign */
/** @typedef {[string, string]} Option */

const MOST_ZOOM = 32;

/** @param {Page} page */
function signRows({ chronicle, state, refresh }) {
  return /** @type {Sign[]} */ (Object.keys(SIGNS)).flatMap((name) => {
    const count = chronicle.events.filter((event) => signNameOf(event) === name).length;
    const turnIt = () => {
      turn(state.off, name);
      refresh();
    };
    return count ? [choice(`sign-${name}`, markOf(name), say(name), count, !state.off.has(name), turnIt)] : [];
  });
}

/** @param {Page} page */
function zoomButtons({ state, refresh }) {
  const zoom = (/** @type {string} */ id, /** @type {string} */ words, /** @type {number} */ times) => {
    const change = () => {
      state.zoom = Math.max(1, Math.min(MOST_ZOOM, state.zoom * times));
      refresh();
    };
    return element("button", { type: "button", id, "aria-label": words, onclick: change }, times > 1 ? "＋" : "－");
  };
  return element("div", { class: "zooms" }, zoom("smaller", say("zoomOut"), 0.5), zoom("larger", say("zoomIn"), 2));
}

/** @param {Page} page */
export function tellFilters(page) {
  const { chronicle, state, refresh } = page;
  const setting = (/** @type {(value: string) => void} */ change) => (/** @type {string} */ value) => {
    change(value);
    refresh();
  };
  const found = chronicle.events.filter(isDated).flatMap((event) => [event.when.start.slice(0, 4), event.when.end.slice(0, 4)]);
  const years = [...new Set(found)].sort().map((year) => /** @type {Option} */ ([year, year]));
  const lanes = /** @type {const} */ (["kind", "target", "body"]).map((kind) => /** @type {Option} */ ([kind, say(kind)]));
  const cut = element("input", { type: "checkbox", id: "cut", checked: state.isCut, onchange: () => {
    state.isCut = !state.isCut;
    refresh();
  } });
  refilled(byId("legend"), [
    element("h2", {}, say("kinds")), ...signRows(page),
    chooser("lanes", say("lanes"), lanes, state.lanes, setting((value) => { state.lanes = /** @type {import("./model.js").LaneKind} */ (value); })),
    chooser("from", say("from"), [["", say("start")], ...years], state.from, setting((value) => { state.from = value; })),
    chooser("to", say("to"), [["", say("end")], ...years], state.to, setting((value) => { state.to = value; })),
    element("h2", {}, say("zoom")), zoomButtons(page),
    element("label", { class: "choice" }, cut, element("span", {}, say("cut"))),
    element("p", { class: "meaning" }, say("latest")),
  ]);
}
