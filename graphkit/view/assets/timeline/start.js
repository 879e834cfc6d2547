// The time axis begins: meetings, policies and responses from left to right, days elapsed beside them.

import { byId, element } from "../explorer/dom.js";
import { keepAddress } from "../sheets/address.js";
import { begin, readScene, wantedBox } from "../sheets/frame.js";
import { readerOf } from "../sheets/reader.js";
import { partsOf, stateAt } from "./address.js";
import { axisOf } from "./axis.js";
import { fieldOf, undatedOf } from "./field.js";
import { tellFilters } from "./filters.js";
import { MARGIN, isInYears, lanesOf, takenEvents } from "./lanes.js";
import { chronicleOf, firstState, isDated } from "./model.js";
import { tellPanel } from "./panel.js";
import { kindOf, say } from "./words.js";

/** @typedef {import("./model.js").TimedEvent} TimedEvent */

const LEAST_ROOM = 420; // pixels
const chronicle = chronicleOf(/** @type {import("./model.js").RawChronicle} */ (readScene()));
const state = firstState();
const reader = readerOf(chronicle.passages, chronicle.sources);
const sheet = byId("sheet");
const page = { chronicle, state, reader, refresh, choose };

/**
 * Select an event or nothing, and keep the keyboard where it is.
 * @param {TimedEvent | null} event
 */
function choose(event) {
  state.chosen = event;
  reader.close();
  refresh();
  if (event) /** @type {HTMLElement | null} */ (sheet.querySelector("[aria-pressed=true]"))?.focus();
}

/** Give what is shown: events with a date in the years asked for, and those without one. */
function shownEvents() {
  state.typed = wantedBox().value;
  const taken = takenEvents(chronicle, state);
  return { dated: taken.filter(isDated).filter((event) => isInYears(state, event)), undated: taken.filter((event) => !isDated(event)) };
}

/** Bring everything up to date. */
function refresh() {
  const { scrollLeft, scrollTop } = sheet;
  tellFilters(page);
  const { dated, undated } = shownEvents();
  const words = [say("shown", dated.length, chronicle.events.filter(isDated).length), say("counted", chronicle.documents)].join(" · ");
  const room = Math.max((sheet.clientWidth || 900) - 20 - MARGIN.left - MARGIN.right, LEAST_ROOM);
  const field = dated.length
    ? fieldOf(page, lanesOf(chronicle, state, dated), axisOf(dated, room, state.zoom, state.isCut))
    : element("p", { class: "nothing" }, say("nothing"));
  sheet.replaceChildren(element("p", { class: "note", id: "shown" }, words), field, undatedOf(page, undated));
  sheet.scrollLeft = scrollLeft;
  sheet.scrollTop = scrollTop;
  tellPanel(page);
  keepAddress(parts());
  reader.tell();
}

/**
 * Give what is shown as a table: a row for each event, with its first sentence.
 * @returns {(string | number)[][]}
 */
function fileRows() {
  const { dated, undated } = shownEvents();
  const heads = /** @type {const} */ (["when", "isReport", "what", "name", "bodies", "aims", "elapsedDays", "sentences", "document", "issued", "line"]).map((key) => say(key));
  const rows = [...dated, ...undated].map((event) => {
    const one = chronicle.passages[event.passages[0]];
    const aims = event.aims.map((aim) => chronicle.events[aim.target].label).join("；");
    const days = event.aims.map((aim) => aim.days ?? "").join("；");
    const when = [say("until", event.when.written), event.when.is_latest ? say("yes") : ""];
    return [...when, kindOf(event), event.label, event.bodies.join("；"), aims, days, one?.quote ?? "", one?.document ?? "", one?.date ?? "", one?.line || ""];
  });
  return [heads, ...rows];
}

const parts = () => partsOf(state);

window.addEventListener("resize", refresh);
begin({ title: chronicle.title, filter: () => say("filter"), tell: refresh, leave: () => choose(null), rows: fileRows, parts, follow: (asked) => void Object.assign(state, stateAt(chronicle, asked)) }, reader.close);
if (!state.chosen) sheet.scrollLeft = sheet.scrollWidth; // what is latest is read first
