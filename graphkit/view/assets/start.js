// What happens: clicks, keys, and the first picture.

/** Bring everything on the page up to date with the state. */
function refresh() {
  show();
  tellLegend();
  tellStatus();
  tell();
  document.getElementById("undo").disabled = state.past.length === 0;
}

/** Select a node, a line, a point, or nothing. */
function choose(selected) {
  state.selected = selected;
  hideTip();
  if (selected && selected.node && !isShown(selected.node.id)) {
    remember();
    reveal(selected.node.id);
  }
  refresh();
  if (selected && selected.node) bring(selected.node.id);
}

/** Add the neighbours of a node, up to 25. */
function expand(id) {
  remember();
  reveal(id, 25);
  choose({ node: scene.nodes[id] });
}

/** Draw the points of a node, or fold them again. */
function turn(id) {
  remember();
  if (!state.unfolded.delete(id)) state.unfolded.add(id);
  choose({ node: scene.nodes[id] });
}

function undo() {
  if (state.past.length) Object.assign(state, state.past.pop());
  refresh();
}

function backToStart() {
  Object.assign(state, state.past[0], { past: [], selected: null });
  refresh();
  fit();
}

function translate() {
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
  document.getElementById("title").textContent = told(scene.title);
  document.title = told(scene.title);
  wanted.placeholder = say("find");
  wanted.setAttribute("aria-label", say("find"));
  for (const id of ["undo", "fit", "save", "language"]) document.getElementById(id).textContent = say(id);
  refresh();
}

network.on("click", (event) => {
  const at = event.pointer.DOM;
  const badge = badges.find((box) => at.x >= box.left && at.x <= box.right && at.y >= box.top && at.y <= box.bottom);
  if (badge) return turn(badge.node);
  const [id] = event.nodes;
  if (typeof id === "string") return choose({ point: pointOf(id) });
  if (id !== undefined) return choose({ node: scene.nodes[id] });
  const link = scene.links.find((one) => one.id === event.edges[0]);
  return choose(link ? { link } : null);
});
network.on("doubleClick", (event) => {
  if (typeof event.nodes[0] === "number") expand(event.nodes[0]);
});
network.on("hoverNode", (event) => {
  if (typeof event.node === "number") showTip(tipOfNode(scene.nodes[event.node]), event.pointer.DOM);
});
network.on("hoverEdge", (event) => {
  const link = scene.links.find((one) => one.id === event.edge);
  if (link) showTip(tipOfLink(link), event.pointer.DOM);
});
for (const name of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(name, hideTip);

document.getElementById("undo").addEventListener("click", undo);
document.getElementById("fit").addEventListener("click", fit);
document.getElementById("save").addEventListener("click", save);
document.getElementById("language").addEventListener("click", () => {
  language = language === "en" ? "zh" : "en";
  translate();
});
document.addEventListener("keydown", (event) => {
  if (event.target instanceof HTMLInputElement && event.target.type !== "checkbox") return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const scale = network.getScale();
  if (event.key === "/") wanted.focus();
  else if (event.key === "Escape") choose(null);
  else if (event.key === "z") undo();
  else if (event.key === "e" && state.selected && state.selected.node) expand(state.selected.node.id);
  else if (event.key === "+" || event.key === "=") network.moveTo({ scale: scale * 1.25 });
  else if (event.key === "-") network.moveTo({ scale: scale / 1.25 });
  else if (event.key === "0") fit();
  else return;
  event.preventDefault();
});

/** Give where a thing stands in the window, by its name. */
function placeOf(label) {
  const node = scene.nodes.find((one) => one.label === label);
  if (!node || !isShown(node.id)) return null;
  const at = network.canvasToDOM(network.getPositions([node.id])[node.id]);
  const home = stage.getBoundingClientRect();
  return { x: home.left + at.x, y: home.top + at.y };
}

// For the console: where things are, and the boxes of what is written.
window.graphkit = Object.freeze({ placeOf, boxes: () => [...boxes, ...badges] });

const asked = document.documentElement.dataset.language;
const spoken = (navigator.languages && navigator.languages[0]) || navigator.language || "zh";
language = asked === "auto" ? (spoken.toLowerCase().startsWith("zh") ? "zh" : "en") : asked;
if (scene.focus !== null) state.selected = { node: scene.nodes[scene.focus] };
translate();
fit();
document.documentElement.dataset.ready = "yes";
