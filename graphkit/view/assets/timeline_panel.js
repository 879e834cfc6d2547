// The panel of the timeline: an event with its sentences, what it responds to, what responded to it.
const SIGNS = {
  Meeting: ["M0 -7.5L7.5 0L0 7.5L-7.5 0Z", "#D55E00", "#D55E00"],
  Policy: ["M-6 -6H6V6H-6Z", "#009E73", "#009E73"],
  Campaign: ["M0 -8L2.2 -2.6L7.8 -2.4L3.4 1.2L4.9 6.8L0 3.6L-4.9 6.8L-3.4 1.2L-7.8 -2.4L-2.2 -2.6Z", "#B89B00", "#B89B00"],
  responded: ["M-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0Z", "#0072B2", "#0072B2"],
  collectively: ["M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0Z", "#fff", "#0072B2"],
  absent: ["M-6 -6L6 6M6 -6L-6 6", "none", "#8c2d62"],
};

function signOf(event) {
  return event.manner || event.group;
}

/** Give the mark of an event: shape and colour. */
function signed(name) {
  const [outline, fill, stroke] = SIGNS[name];
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "shape");
  svg.setAttribute("viewBox", "-9 -9 18 18");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", outline);
  path.setAttribute("fill", fill);
  path.setAttribute("stroke", stroke);
  path.setAttribute("stroke-width", name === "absent" ? "3.5" : name === "collectively" ? "2.5" : "1");
  svg.append(path);
  return svg;
}

function kindOf(event) {
  return event.manner ? say("manners")[event.manner] : told(event.kind);
}

function whenOf(event) {
  if (!event.when.written) return say("undated");
  const written = event.when.written.replace("/", language === "en" ? " to " : " 至 ");
  return event.when.is_latest ? say("reported", written) : written;
}

function wayTo(event) {
  return element("button", { type: "button", class: "plain", onclick: () => choose(event) }, event.label);
}

function elapsedTag(days, event) {
  return days === null ? "" : element("span", { class: "tag" }, say("days", days, event.when.is_latest));
}

function tellEvent(event) {
  const aims = event.aims.map((aim) => {
    const target = scene.events[aim.target];
    const days = aim.days === null ? "" : element("p", { class: "place" }, say("daysLong", aim.days, event.when.is_latest));
    return element("li", {}, element("div", { class: "entry" }, signed(signOf(target)), wayTo(target)), element("p", { class: "place" }, whenOf(target)), days);
  });
  const answers = [...event.takenUp].sort((a, b) => (a.event.first ?? Infinity) - (b.event.first ?? Infinity) || a.event.id - b.event.id);
  const items = answers.map(({ event: one, days }) =>
    element("li", {}, element("div", { class: "entry" }, signed(signOf(one)), wayTo(one), elapsedTag(days, one)), element("p", { class: "place" }, whenOf(one))),
  );
  const bodies = event.bodies.filter((body) => body !== event.label);
  return [
    element("div", { class: "about" }, signed(signOf(event)), kindOf(event), " · ", whenOf(event)),
    element("h3", {}, event.label),
    bodies.length ? element("dl", {}, element("dt", {}, say("bodies")), element("dd", {}, bodies.join("；"))) : "",
    ...(aims.length ? [element("h2", {}, say("aims")), element("ul", {}, ...aims)] : []),
    ...(event.passages.length ? [element("h2", {}, say("sentences")), ...passages(event.passages)] : []),
    ...(items.length ? [element("h2", {}, say("responses", items.length)), element("ul", {}, ...items)] : []),
  ];
}

/** Tell how long responses took: of each thing taken up, how many, the least and the middle number of days. */
function tellElapsed() {
  const timed = scene.events.map((event) => [event, event.takenUp.map((one) => one.days).filter((days) => days !== null).sort((a, b) => a - b)]).filter(([, days]) => days.length);
  if (!timed.length) return [];
  const middle = (days) => (days[(days.length - 1) >> 1] + days[days.length >> 1]) / 2;
  const items = timed.sort((a, b) => b[1].length - a[1].length || a[0].id - b[0].id).map(([event, days]) =>
    element("li", {}, element("div", { class: "entry" }, signed(signOf(event)), wayTo(event)), element("p", { class: "place" }, say("elapsedOf", days.length, days[0], middle(days)))),
  );
  return [element("h2", {}, say("elapsed")), element("p", { class: "place" }, say("latest")), element("ul", {}, ...items)];
}

/** Fill the panel. */
function tell() {
  if (state.selected) showPanel(tellEvent(state.selected));
  else showPanel([element("p", { class: "about" }, say("hintEvent")), element("p", { class: "place" }, say("counted", scene.documents)), ...tellElapsed()]);
}
