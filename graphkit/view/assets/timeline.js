// The timeline: lanes of events along the axis, labels that never lie over each other, undated ones apart.
const ROW = 26;
const MARGIN = { left: 168, right: 40 };
const LABEL = 230;
const FEW_LINKS = 60;
const FONT = '13px "Source Han Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif';
const state = { off: new Set(), lanes: "kind", from: "", to: "", isCut: true, zoom: 1, selected: null };
const pen = document.createElement("canvas").getContext("2d");

function isTaken(event) {
  return !state.off.has(signOf(event)) && isWanted(event.label, ...event.bodies, ...event.aims.map((aim) => scene.events[aim.target].label));
}

function isInYears(event) {
  const [first, last] = [event.when.start.slice(0, 4), event.when.end.slice(0, 4)];
  return (state.from === "" || last >= state.from) && (state.to === "" || first <= state.to);
}

/** Give the days that are told beside an event: those of the first thing that it takes up. */
function daysOf(event) {
  const aim = event.aims.find((one) => one.days !== null);
  return aim ? say("days", aim.days, event.when.is_latest) : "";
}

/** Group events into lanes: [key, words, events] in order. */
function lanesOf(events) {
  const lanes = new Map();
  const put = (key, words, event) => {
    if (!lanes.has(key)) lanes.set(key, [words, []]);
    lanes.get(key)[1].push(event);
  };
  for (const event of events) {
    if (state.lanes === "kind") put(event.group, say("groups")[event.group], event);
    else if (state.lanes === "body") put(event.bodies[0] ?? "", event.bodies[0] ?? say("nobody"), event);
    else {
      const target = event.aims.length ? scene.events[event.aims[0].target] : event.takenUp.length ? event : null;
      put(target ? target.id : -1, target ? target.label : say("apart"), event);
    }
  }
  const kinds = Object.keys(say("groups"));
  const rank = (key, events_) => (state.lanes === "kind" ? kinds.indexOf(key) : key === -1 || key === "" ? Infinity : -events_.length);
  return [...lanes].map(([key, [words, inside]]) => [key, words, inside]).sort((a, b) => rank(a[0], a[2]) - rank(b[0], b[2]));
}

/** Give each event of a lane a row in which neither its mark nor its label meets another. */
function rowsFor(events, axis) {
  const ends = [];
  const placed = events.map((event) => {
    const left = placeOf(axis, event.first);
    const right = placeOf(axis, event.last);
    const days = daysOf(event);
    pen.font = FONT;
    const width = Math.min(pen.measureText(event.label).width, LABEL) + (days ? pen.measureText(days).width + 18 : 0) + 8;
    const isLeft = right + 14 + width > axis.width + MARGIN.right && left - 14 - width > 0;
    const start = isLeft ? left - 14 - width : left - 9;
    const end = isLeft ? right + 9 : right + 14 + width;
    return { event, left, right, isLeft, days, start, end };
  });
  for (const one of placed.sort((a, b) => a.start - b.start || a.event.id - b.event.id)) {
    one.row = ends.findIndex((taken) => taken + 8 <= one.start);
    if (one.row < 0) one.row = ends.length;
    ends[one.row] = one.end;
  }
  return { placed: placed.sort((a, b) => a.event.first - b.event.first || a.event.id - b.event.id), count: ends.length };
}

function eventButton(one, top) {
  const { event } = one;
  const isChosen = state.selected === event;
  const isNear = state.selected && (event.aims.some((aim) => scene.events[aim.target] === state.selected) || state.selected.aims.some((aim) => scene.events[aim.target] === event));
  const name = [kindOf(event), event.label, whenOf(event), ...event.aims.filter((aim) => aim.days !== null).map((aim) => say("daysLong", aim.days, event.when.is_latest))].join(language === "en" ? ", " : "，");
  const button = element(
    "button",
    { type: "button", class: `event${one.isLeft ? " left" : ""}${isChosen ? " chosen" : ""}${state.selected && !isChosen && !isNear ? " faded" : ""}`, "aria-label": name, "aria-pressed": String(isChosen), onclick: () => choose(event) },
    signed(signOf(event)),
    element("span", { class: "label" }, event.label),
    one.days ? element("span", { class: "tag" }, one.days) : "",
  );
  button.style.top = `${top}px`;
  if (one.isLeft) button.style.right = `calc(100% - ${MARGIN.left + one.right + 9}px)`;
  else button.style.left = `${MARGIN.left + one.left - 9}px`;
  button.dataset.event = String(event.id);
  return button;
}

function span(one, top) {
  const made = element("span", { class: `span ${signOf(one.event)}`, "aria-hidden": "true" });
  made.style.left = `${MARGIN.left + one.left}px`;
  made.style.width = `${one.right - one.left}px`;
  made.style.top = `${top + ROW / 2 - 2}px`;
  return made;
}

/** Draw the lanes; give them with the places of the marks. */
function drawLanes(lanes, axis) {
  const places = new Map();
  let top = 0;
  const made = lanes.map(([, words, events]) => {
    const { placed, count } = rowsFor(events, axis);
    const height = count * ROW + 14;
    const items = placed.map((one) => {
      const at = 7 + one.row * ROW;
      places.set(one.event, { x: MARGIN.left + one.left, y: top + at + ROW / 2 });
      return element("li", {}, one.right - one.left > 2 ? span(one, at) : "", eventButton(one, at));
    });
    const lane = element("section", { class: "lane", "aria-label": words }, element("h2", {}, element("span", {}, words), element("span", { class: "count" }, String(events.length))), element("ul", {}, ...items));
    lane.style.height = `${height}px`;
    top += height + 1;
    return lane;
  });
  return { made, places, height: top };
}

/** Draw lines from what was taken up to who took it up: all while they are few, else those of the selection. */
function drawLinks(places, width, height) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "links");
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height));
  svg.setAttribute("aria-hidden", "true");
  const links = [...places.keys()].flatMap((event) => event.aims.map((aim) => [scene.events[aim.target], event])).filter(([target]) => places.has(target));
  for (const [target, event] of links) {
    const isChosen = state.selected === target || state.selected === event;
    if (!isChosen && (state.selected || links.length > FEW_LINKS)) continue;
    const [from, to] = [places.get(target), places.get(event)];
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    const bend = Math.max(12, Math.min(60, (to.x - from.x) / 2));
    path.setAttribute("d", `M${from.x} ${from.y}C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`);
    path.setAttribute("class", isChosen ? "link chosen" : "link");
    svg.append(path);
  }
  return svg;
}

function drawAxis(axis) {
  const made = element("div", { class: "axis", "aria-hidden": "true" });
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

/** Give lines down the lanes at the ticks, and shades where time is cut. */
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

function undatedOf(events) {
  if (!events.length) return "";
  const groups = Object.entries(say("groups")).map(([name, words]) => [words, events.filter((event) => event.group === name)]).filter(([, inside]) => inside.length);
  const parts = groups.flatMap(([words, inside]) => [
    element("h3", {}, `${words}（${inside.length}）`),
    element("ul", {}, ...inside.map((event) => element("li", {}, element("button", { type: "button", class: "undated", "aria-pressed": String(state.selected === event), onclick: () => choose(event) }, signed(signOf(event)), element("span", {}, event.label))))),
  ]);
  return element("section", { class: "apart" }, element("h2", {}, `${say("undated")}（${events.length}）`), ...parts);
}

function tellFilters() {
  const chosen = document.activeElement && document.activeElement.id;
  const turn = (change) => (value) => { change(value); refresh(); };
  const signs = Object.keys(SIGNS).filter((name) => scene.events.some((event) => signOf(event) === name));
  const rows = signs.map((name) => choice(`sign-${name}`, signed(name), say("groups")[name] ?? say("manners")[name], scene.events.filter((event) => signOf(event) === name).length, !state.off.has(name), () => { turned(state.off, name); refresh(); }));
  const years = [...new Set(scene.events.filter((event) => event.first !== null).flatMap((event) => [event.when.start.slice(0, 4), event.when.end.slice(0, 4)]))].sort().map((year) => [year, year]);
  const zoom = (id, words, times) => element("button", { type: "button", id, "aria-label": words, onclick: () => { state.zoom = Math.max(1, Math.min(32, state.zoom * times)); refresh(); } }, times > 1 ? "＋" : "－");
  legend.replaceChildren(
    element("h2", {}, say("kinds")), ...rows,
    chooser("lanes", say("lanes"), Object.entries(say("laneKinds")), state.lanes, turn((value) => { state.lanes = value; })),
    chooser("from", say("from"), [["", say("start")], ...years], state.from, turn((value) => { state.from = value; })),
    chooser("to", say("to"), [["", say("end")], ...years], state.to, turn((value) => { state.to = value; })),
    element("h2", {}, say("zoom")), element("div", { class: "zooms" }, zoom("smaller", say("zoomOut"), 0.5), zoom("larger", say("zoomIn"), 2)),
    element("label", {}, element("input", { type: "checkbox", id: "cut", checked: state.isCut, onchange: () => { state.isCut = !state.isCut; refresh(); } }), element("span", {}, say("cut"))),
    element("p", {}, say("latest")),
  );
  if (chosen && legend.querySelector(`#${CSS.escape(chosen)}`)) document.getElementById(chosen).focus();
}

/** Select an event or nothing, and keep the keyboard where it is. */
function choose(event) {
  state.selected = event;
  refresh();
  if (event) sheet.querySelector("[aria-pressed=true]")?.focus();
}

/** Bring everything up to date. */
function refresh() {
  const before = sheet.querySelector(".scroller");
  const [left, top] = [before ? before.scrollLeft : 0, sheet.scrollTop];
  tellFilters();
  const taken = scene.events.filter(isTaken);
  const dated = taken.filter((event) => event.first !== null && isInYears(event));
  const all = scene.events.filter((event) => event.first !== null).length;
  const note = element("p", { class: "note", id: "shown" }, [say("shown", dated.length, all), say("counted", scene.documents)].join(" · "));
  const undated = undatedOf(taken.filter((event) => event.first === null));
  if (!dated.length) {
    sheet.replaceChildren(note, element("p", { class: "nothing" }, say("nothing")), undated);
    tell();
    return;
  }
  const room = (sheet.clientWidth || 900) - 40 - MARGIN.left - MARGIN.right;
  const axis = axisOf(dated, Math.max(room, 420), state.zoom, state.isCut);
  const { made, places, height } = drawLanes(lanesOf(dated), axis);
  const width = MARGIN.left + axis.width + MARGIN.right;
  const field = element("div", { class: "field" }, drawAxis(axis), element("div", { class: "lanes" }, drawGrid(axis, height), drawLinks(places, width, height), ...made));
  field.style.width = `${width}px`;
  const scroller = element("div", { class: "scroller", tabIndex: state.zoom > 1 ? 0 : -1 }, field);
  sheet.replaceChildren(...[note, scroller, undated].filter(Boolean));
  scroller.scrollLeft = left;
  sheet.scrollTop = top;
  tell();
}

window.addEventListener("resize", () => refresh());
begin();
