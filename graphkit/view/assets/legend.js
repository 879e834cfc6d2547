// The legend at the left: kinds and relations with their counts, each a filter; and the status below the picture.
const MORE = 50;
const legend = document.getElementById("legend");
const status = document.getElementById("status");

function row(id, sign, words, count, isOn, turnIt) {
  return element(
    "label",
    {},
    element("input", { type: "checkbox", id, checked: isOn, onchange: turnIt }),
    sign,
    element("span", {}, words),
    element("span", { class: "count" }, String(count)),
  );
}

function kindRows() {
  return scene.looks
    .map((look) => [look, scene.nodes.filter((node) => node.group === look.name)])
    .filter(([, nodes]) => nodes.length)
    .map(([look, nodes]) =>
      row(`kind-${look.name}`, mark(look.name), told([look.zh, look.en]), nodes.length, !state.groupsOff.has(look.name), () => turnKind(look.name, nodes)),
    );
}

/** Hide a kind, or show it; where none of it was ever shown, all of it. */
function turnKind(name, nodes) {
  remember();
  if (!state.groupsOff.delete(name)) state.groupsOff.add(name);
  else if (!nodes.some((node) => state.revealed.has(node.id))) nodes.forEach((node) => state.revealed.add(node.id));
  refresh();
}

function relationRows() {
  const counts = new Map();
  for (const link of scene.links) {
    for (const name of new Set(link.facts.map((fact) => fact.property))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([name, count]) => row(`relation-${name}`, "", told(scene.relations[name][0]), count, !state.relationsOff.has(name), () => turnRelation(name)));
}

function turnRelation(name) {
  remember();
  if (!state.relationsOff.delete(name)) state.relationsOff.add(name);
  refresh();
}

function lineRow(dashes, words, colour) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 30 8");
  svg.setAttribute("width", "30");
  svg.setAttribute("height", "8");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", "M0 4H30");
  line.setAttribute("stroke", colour);
  line.setAttribute("stroke-width", "2");
  line.setAttribute("stroke-dasharray", dashes);
  svg.append(line);
  return element("p", {}, svg, words);
}

const LINES = [
  ["stated", "none", "#76838f"],
  ["demanded", "2 4", "#76838f"],
  ["denied", "3 5", "#8c2d62"],
  ["derived", "6 4", "#9aa5b1"],
  ["reference", "none", "#d3d9df"],
  ["doubtful", "1 5", "#b89b00"],
];

function lineRows() {
  const manners = new Set(scene.links.map((link) => link.manner));
  return LINES.filter(([manner]) => manners.has(manner)).map(([manner, dashes, colour]) => lineRow(dashes, say("manner")[manner], colour));
}

/** Fill the legend. */
function tellLegend() {
  legend.replaceChildren(
    element("h2", {}, say("kinds")), ...kindRows(),
    element("h2", {}, say("lines")), ...lineRows(),
    element("h2", {}, say("relations")), ...relationRows(),
  );
}

/** Say how much is shown, and offer the rest. */
function tellStatus() {
  const shown = scene.nodes.filter((node) => isShown(node.id)).length;
  const waiting = byDegree.filter((node) => !state.revealed.has(node.id));
  const parts = [element("span", { id: "shown" }, say("shown", shown, scene.nodes.length))];
  const offer = (id, words, action) => parts.push(element("button", { type: "button", class: "plain", id, onclick: action }, words));
  if (waiting.length > MORE) offer("more", say("more", MORE), () => revealAll(waiting.slice(0, MORE)));
  if (waiting.length) offer("all", say("all"), () => revealAll(waiting));
  if (state.past.length) offer("first", say("first"), backToStart);
  status.replaceChildren(...parts);
}

function revealAll(nodes) {
  remember();
  for (const node of nodes) reveal(node.id);
  refresh();
  fit();
}
