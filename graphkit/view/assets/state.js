// What the page knows, and what is shown of it. Nothing here touches the picture.
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const drawn = read("drawn");
const scene = read("scene");
const looks = new Map(scene.looks.map((look) => [look.name, look]));

scene.nodes.forEach((node, number) => {
  node.id = number;
  node.near = new Set();
  node.links = [];
});
scene.links.forEach((link, number) => {
  link.id = `l${number}`;
  for (const [end, other] of [[link.source, link.target], [link.target, link.source]]) {
    scene.nodes[end].near.add(other);
    scene.nodes[end].links.push(link);
  }
});

const byDegree = [...scene.nodes].sort((a, b) => b.near.size - a.near.size || a.id - b.id);
const groupsAtFirst = new Set(scene.nodes.filter((node) => node.at_first).map((node) => node.group));

const state = {
  revealed: new Set(scene.nodes.filter((node) => node.at_first).map((node) => node.id)),
  groupsOff: new Set(scene.looks.map((look) => look.name).filter((name) => !groupsAtFirst.has(name))),
  relationsOff: new Set(),
  unfolded: new Set(),
  selected: null, // {node} or {link} or {point}
  past: [],
};

/** Remember what is shown, so that it can be undone. */
function remember() {
  state.past.push({
    revealed: new Set(state.revealed),
    groupsOff: new Set(state.groupsOff),
    relationsOff: new Set(state.relationsOff),
    unfolded: new Set(state.unfolded),
  });
}

/** Tell whether a node is shown. */
function isShown(id) {
  return state.revealed.has(id) && !state.groupsOff.has(scene.nodes[id].group);
}

/** Tell whether a link is shown: both ends are, and a relation of it is. */
function isLinked(link) {
  return isShown(link.source) && isShown(link.target) && link.facts.some((fact) => !state.relationsOff.has(fact.property));
}

/** Add a node and up to `most` of its neighbours, the best connected first. */
function reveal(id, most = 0) {
  const node = scene.nodes[id];
  const fresh = [...node.near].filter((other) => !isShown(other)).sort((a, b) => scene.nodes[b].near.size - scene.nodes[a].near.size || a - b);
  for (const one of [id, ...fresh.slice(0, most)]) {
    state.revealed.add(one);
    state.groupsOff.delete(scene.nodes[one].group);
  }
}

/** Give the date by which a node is known. */
function dateOf(node) {
  const found = node.values.find((value) => value.property === "heldOn" || value.property === "issued");
  return found ? found.value[0] : "";
}
