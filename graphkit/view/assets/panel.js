// The panel at the right: what is told of the selection, each fact with its sentence.
const panel = document.getElementById("panel");

/** Give the mark of a kind, as in the legend. */
function mark(group) {
  const look = looks.get(group);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "shape");
  svg.setAttribute("viewBox", "-9 -9 18 18");
  svg.setAttribute("aria-hidden", "true");
  const outline = document.createElementNS("http://www.w3.org/2000/svg", "path");
  outline.setAttribute("d", OUTLINES[look.shape]);
  outline.setAttribute("fill", look.hollow ? "#fff" : look.colour);
  outline.setAttribute("stroke", look.colour);
  outline.setAttribute("stroke-width", look.hollow ? "2.5" : "1");
  svg.append(outline);
  return svg;
}

const OUTLINES = {
  dot: "M-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0Z",
  diamond: "M0 -7.5L7.5 0L0 7.5L-7.5 0Z",
  square: "M-6 -6H6V6H-6Z",
  triangle: "M0 -7L7 6H-7Z",
  triangleDown: "M0 7L7 -6H-7Z",
  star: "M0 -8L2.2 -2.6L7.8 -2.4L3.4 1.2L4.9 6.8L0 3.6L-4.9 6.8L-3.4 1.2L-7.8 -2.4L-2.2 -2.6Z",
};

/** Give a button that goes to a node. */
function way(id) {
  return element("button", { type: "button", class: "plain", onclick: () => choose({ node: scene.nodes[id] }) }, scene.nodes[id].label);
}

/** Group the facts of a node by relation and direction: [heading, [[other, fact] …]] in order. */
function relations(node) {
  const groups = new Map();
  for (const link of node.links) {
    const isOut = link.source === node.id;
    for (const fact of link.facts) {
      if (state.relationsOff.has(fact.property)) continue;
      const [out, back] = scene.relations[fact.property];
      const heading = told(isOut ? out : back);
      if (!groups.has(heading)) groups.set(heading, new Map());
      const group = groups.get(heading);
      const other = isOut ? link.target : link.source;
      if (!group.has(other)) group.set(other, []);
      group.get(other).push(fact);
    }
  }
  const rank = (others) => {
    const ranks = [...others.values()].flat().map((fact) => scene.main.indexOf(fact.property)).filter((one) => one >= 0);
    return Math.min(scene.main.length, ...ranks);
  };
  return [...groups].sort((a, b) => rank(a[1]) - rank(b[1]) || a[1].size - b[1].size || (a[0] < b[0] ? -1 : 1));
}

/** Tell one fact under the name of its other end. */
function factLine(fact, isNamed) {
  const note = fact.via ? element("p", { class: "place" }, say("via", fact.via)) : "";
  const word = isNamed ? element("span", { class: "tag" }, told(fact.words)) : "";
  return element("div", {}, word, note, ...passages(fact.passages, fact.count));
}

function group(heading, others) {
  const items = [...others].map(([other, facts]) =>
    element("li", {}, element("div", { class: "entry" }, mark(scene.nodes[other].group), way(other)), ...facts.map((fact) => factLine(fact, fact.property === "holds"))),
  );
  return [element("h2", {}, `${heading}（${items.length}）`), element("ul", {}, ...items)];
}

function values(node) {
  if (!node.values.length && node.names.length === 0) return "";
  const list = element("dl");
  if (node.names.length) list.append(element("dt", {}, say("also")), element("dd", {}, node.names.join("；")));
  const byWords = new Map();
  for (const value of node.values) byWords.set(told(value.words), [...(byWords.get(told(value.words)) ?? []), told(value.value)]);
  for (const [words, all] of byWords) list.append(element("dt", {}, words), element("dd", {}, all.join(language === "en" ? ", " : "、")));
  return list;
}

function points(node) {
  if (!node.points.length) return [];
  const isOpen = state.unfolded.has(node.id);
  const toggle = element("button", { type: "button", class: "plain", id: "unfold", onclick: () => turn(node.id) }, say(isOpen ? "undraw" : "draw"));
  const items = node.points.map((point) => element("li", {}, element("details", {}, element("summary", {}, pointLine(point)), ...pointBody(point))));
  return [element("h2", {}, say("points", node.points.length), " ", toggle), element("ol", {}, ...items)];
}

function pointLine(point) {
  const tags = point.targets.map((target) => element("span", { class: "tag" }, target));
  return element("span", {}, point.ordinal ? `${point.ordinal}. ` : "", point.label, ...tags);
}

function pointBody(point) {
  const topics = point.topics.length ? element("p", { class: "place" }, say("topics"), say("colon"), point.topics.join("、")) : "";
  return [topics, ...passages(point.passages)].filter(Boolean);
}

function documentsOf(node) {
  if (!node.documents.length) return [];
  return [
    element("h2", {}, say("mentioned", node.documents.length)),
    element("ul", {}, ...node.documents.map((name) => element("li", { class: "place" }, name))),
  ];
}

/** Tell of a node. */
function tellNode(node) {
  const hidden = [...node.near].filter((other) => !isShown(other)).length;
  const more = hidden
    ? element("button", { type: "button", id: "expand", onclick: () => expand(node.id) }, say("expand", hidden))
    : "";
  const date = dateOf(node);
  return [
    element("div", { class: "about" }, mark(node.group), told(node.kind), date ? ` · ${date}` : "", ` · ${say("links", node.near.size)}`),
    element("h3", {}, node.label),
    more,
    values(node),
    ...relations(node).flatMap(([heading, others]) => group(heading, others)),
    ...points(node),
    ...documentsOf(node),
  ];
}

/** Tell of a line: each fact between the two things. */
function tellLink(link) {
  const facts = link.facts.map((fact) =>
    element("li", {}, element("h2", {}, told(fact.words), weak(fact.modality)), factLine(fact, false)),
  );
  return [
    element("h3", {}, way(link.source), " → ", way(link.target)),
    element("ul", {}, ...facts),
  ];
}

/** Tell of a point. */
function tellPoint({ owner, point }) {
  const targets = point.targets.map((target) => element("span", { class: "tag" }, target));
  return [
    element("div", { class: "about" }, mark("Point"), told(point.kind), " · ", way(owner)),
    element("h3", {}, point.ordinal ? `${point.ordinal}. ` : "", point.label),
    element("p", {}, ...targets),
    ...pointBody(point),
  ];
}

/** Tell where to begin, and the paths where paths were asked for. */
function tellStart() {
  const best = byDegree.filter((node) => isShown(node.id)).slice(0, 10);
  const list = best.map((node) => element("li", { class: "entry" }, mark(node.group), way(node.id), element("span", { class: "tag" }, say("links", node.near.size))));
  return [element("p", { class: "about" }, say("hint")), ...tellPaths(), element("h2", {}, say("most")), element("ul", {}, ...list)];
}

function tellPaths() {
  if (scene.name !== "path") return [];
  if (!scene.paths.length) return [element("p", {}, say("apart"))];
  return [
    element("h2", {}, say("paths", scene.paths.length)),
    ...scene.paths.map((path) => element("ol", { class: "path" }, ...path.slice(1).map((end, step) => tellStep(path[step], end)))),
  ];
}

function tellStep(start, end) {
  const link = scene.nodes[start].links.find((one) => one.source === end || one.target === end);
  const [fact] = link.facts;
  return element("li", {}, way(link.source), ` —${told(fact.words)}→ `, way(link.target), ...passages(fact.passages.slice(0, 1), 1));
}

/** Fill the panel. */
function tell() {
  const chosen = state.selected;
  const parts = !chosen ? tellStart() : chosen.node ? tellNode(chosen.node) : chosen.link ? tellLink(chosen.link) : tellPoint(chosen.point);
  panel.replaceChildren(...parts.filter((part) => part !== ""));
  panel.scrollTop = 0;
}
