// The picture: vis-network draws nodes and lines, labels.js what is written on them.
const FEW_LINES = 45;
const MARGIN = { side: 75, top: 32, bottom: 84 }; // room for labels, and for the status line below
const POINT_WIDE = 62;
const POINT_HIGH = 20;
const NEEDED = 15;
const FADED = 0.18;
const PLAIN_LINE = "#b9c2cc";
const CHOSEN_LINE = "#d55e00";

const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
const stage = document.getElementById("mynetwork");
const network = new vis.Network(stage, { nodes: nodeSet, edges: edgeSet }, drawn.options);
const shapes = new Map(drawn.nodes.map((node) => [node.id, node]));
const lines = new Map(drawn.edges.map((edge) => [edge.id, edge]));

/** Put what is shown into the picture, and take out what is not. */
function show() {
  const wanted = new Map();
  for (const node of scene.nodes) if (isShown(node.id)) wanted.set(node.id, shapeOf(node));
  const wantedLines = new Map();
  for (const link of scene.links) if (isLinked(link)) wantedLines.set(link.id, lineOf(link));
  for (const id of state.unfolded) if (wanted.has(id)) unfold(scene.nodes[id], wanted, wantedLines);
  change(nodeSet, wanted);
  change(edgeSet, wantedLines);
  network.redraw();
}

function change(set, wanted) {
  set.remove(set.getIds().filter((id) => !wanted.has(id)));
  set.update([...wanted.values()]);
}

/** Give what is near the selection: null where nothing is selected. */
function lit() {
  const chosen = state.selected;
  if (!chosen) return null;
  if (chosen.link) return new Set([chosen.link.source, chosen.link.target]);
  const id = chosen.point ? chosen.point.owner : chosen.node.id;
  const near = new Set([id]);
  if (chosen.node && state.unfolded.has(id)) return near;
  for (const link of scene.nodes[id].links) if (isLinked(link)) near.add(link.source).add(link.target);
  return near;
}

function shapeOf(node) {
  const near = lit();
  const { label, ...shape } = shapes.get(node.id);
  const isChosen = state.selected && state.selected.node === node;
  return { ...shape, opacity: near && !near.has(node.id) ? FADED : 1, borderWidth: isChosen ? 4 : shape.borderWidth };
}

/** Tell whether a line belongs to the selection; where points are unfolded, only they do. */
function isChosenLink(link) {
  const chosen = state.selected;
  if (!chosen || (chosen.node && state.unfolded.has(chosen.node.id))) return false;
  return chosen.link === link || Boolean(chosen.node && (link.source === chosen.node.id || link.target === chosen.node.id));
}

function lineOf(link) {
  const near = lit();
  const isChosen = isChosenLink(link);
  const line = lines.get(link.id);
  return {
    ...line,
    width: isChosen ? line.width + 1 : line.width,
    color: { color: isChosen ? CHOSEN_LINE : line.color.color, opacity: near && !isChosen ? 0.25 : 1, inherit: false },
  };
}

/** Draw the points of a node around it, each on the nearest spot that is free. */
function unfold(node, wanted, wantedLines) {
  const look = looks.get("Point");
  const taken = [...wanted.values()].map(({ x, y, size }) => ({ x, y, wide: size + 8, high: size + 8 }));
  const isFree = (at) => taken.every((one) => Math.abs(one.x - at.x) > one.wide + POINT_WIDE || Math.abs(one.y - at.y) > one.high + POINT_HIGH);
  node.points.forEach((point, index) => {
    const id = `p${node.id}.${index}`;
    const at = spotAround(shapes.get(node.id), isFree);
    taken.push({ ...at, wide: POINT_WIDE, high: POINT_HIGH });
    wanted.set(id, { id, ...at, shape: look.shape, size: 5, color: look.colour, borderWidth: 1 });
    wantedLines.set(`q${id}`, { id: `q${id}`, from: node.id, to: id, color: { color: CHOSEN_LINE, opacity: 0.5 }, width: 1, arrows: "" });
  });
}

/** Give the nearest free spot around a place, ring by ring. */
function spotAround({ x, y }, isFree) {
  for (let reach = 70; reach < 900; reach += 22) {
    const steps = Math.round(reach / 9);
    for (let step = 0; step < steps; step++) {
      const angle = -Math.PI / 2 + (step * 2 * Math.PI) / steps;
      const at = { x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) };
      if (isFree(at)) return at;
    }
  }
  return { x, y: y + 900 };
}

function pointOf(id) {
  const [owner, index] = id.slice(1).split(".").map(Number);
  return { owner, index, point: scene.nodes[owner].points[index] };
}

/** Break a label as the page's own labels are broken. */
function shortLines(text) {
  return text.length <= 11 ? [text] : [text.slice(0, 10), text.length > 20 ? `${text.slice(10, 19)}…` : text.slice(10)];
}

/** Give the labels to draw: what is selected first, then its neighbours, then by degree. */
function labelItems() {
  const near = lit();
  const scale = network.getScale();
  const chosen = state.selected && state.selected.node;
  const places = network.getPositions();
  const items = [];
  for (const node of byDegree) {
    if (!(node.id in places)) continue;
    const isFolded = node.points.length > 0 && !state.unfolded.has(node.id);
    items.push({
      id: node.id,
      lines: node.lines,
      at: network.canvasToDOM(places[node.id]),
      radius: node.size * scale,
      bold: node === chosen,
      faded: Boolean(near && !near.has(node.id)),
      isNeeded: items.length < NEEDED || node === chosen,
      badge: isFolded ? say("badge", node.points.length) : "",
      rank: node === chosen ? 0 : near && near.has(node.id) ? 1 : 2,
    });
  }
  for (const id of Object.keys(places).filter((one) => one.startsWith("p"))) {
    const { owner, point } = pointOf(id);
    const faded = Boolean(near && !near.has(owner));
    items.push({ id, lines: shortLines(point.label), at: network.canvasToDOM(places[id]), radius: 5 * scale, faded, rank: faded ? 3 : 0.5 });
  }
  return items.sort((a, b) => a.rank - b.rank);
}

/** Give the words to write on lines: those of the selection, and all of them while there are few. */
function lineItems() {
  const shown = scene.links.filter(isLinked);
  const written = state.selected ? shown.filter(isChosenLink) : shown.length <= FEW_LINES && network.getScale() > 0.9 ? shown : [];
  const places = network.getPositions();
  return written.map((link) => {
    const fact = link.facts.find((one) => !state.relationsOff.has(one.property));
    return { words: told(fact.words), from: network.canvasToDOM(places[link.source]), to: network.canvasToDOM(places[link.target]), isChosen: isChosenLink(link) };
  });
}

network.on("afterDrawing", (context) => {
  const ratio = context.canvas.width / stage.clientWidth;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawLabels(context, labelItems(), lineItems(), { width: stage.clientWidth, height: stage.clientHeight });
  context.restore();
});

/** Show everything that is in the picture, at most at its own size. */
function fit() {
  const places = Object.values(network.getPositions());
  if (!places.length) return;
  const xs = places.map((place) => place.x);
  const ys = places.map((place) => place.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const width = stage.clientWidth - 2 * MARGIN.side;
  const height = stage.clientHeight - MARGIN.top - MARGIN.bottom;
  const scale = Math.min(1.25, width / (right - left), height / (bottom - top));
  const down = (MARGIN.bottom - MARGIN.top) / 2 / scale;
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + down }, scale });
}

/** Bring a node into sight, if it is out of it. */
function bring(id) {
  const at = network.canvasToDOM(network.getPositions([id])[id]);
  const isInSight = at.x > 60 && at.y > 40 && at.x < stage.clientWidth - 60 && at.y < stage.clientHeight - 60;
  if (!isInSight) network.moveTo({ position: network.getPositions([id])[id], scale: Math.max(network.getScale(), 0.8) });
}

/** Save what is seen as a PNG. */
function save() {
  const canvas = stage.querySelector("canvas");
  const copy = document.createElement("canvas");
  copy.width = canvas.width;
  copy.height = canvas.height;
  const context = copy.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(canvas, 0, 0);
  element("a", { href: copy.toDataURL("image/png"), download: `${scene.name}.png` }).click();
}
