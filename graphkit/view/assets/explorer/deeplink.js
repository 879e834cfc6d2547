// The address of what is seen: a state goes in, the fragment of the page's address comes out, and back.

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./model.js").Scene} Scene */
/** @typedef {import("./viewport.js").View} View */

/**
 * Give the fragment: n the selection, f the kinds that are shown, r and k relations and manners that are not, d the depth, t the time, x what was added,
 * h what is hidden, u what is unfolded, j whether what may be the same is joined, p the ends of paths, g how much longer they may be, m the mode, z the view. An empty n: nothing is selected though the page opens with something.
 * @param {Scene} scene
 * @param {State} state
 * @param {View | null} view
 */
export function fragmentOf(scene, state, view) {
  const parts = new URLSearchParams();
  const name = (/** @type {number} */ id) => keyOf(scene, id);
  const { selected } = state;
  if (!selected && scene.focus !== null) parts.set("n", "");
  if (selected && "node" in selected) parts.set("n", name(selected.node));
  if (selected && "link" in selected) parts.set("l", [scene.links[selected.link].source, scene.links[selected.link].target].map(name).join("~"));
  const groups = [...scene.looks.keys()].filter((group) => !state.groupsOff.has(group));
  if (state.groupsOff.size) parts.set("f", groups.join(","));
  if (state.relationsOff.size) parts.set("r", [...state.relationsOff].sort().join(","));
  if (state.mannersOff.size) parts.set("k", [...state.mannersOff].sort().join(","));
  if (state.depth) parts.set("d", String(state.depth));
  if (state.range) parts.set("t", state.range.join(".."));
  const added = [...state.revealed].filter((id) => !scene.nodes[id].at_first);
  const isWhole = state.revealed.size === scene.nodes.length;
  if (added.length) parts.set("x", isWhole ? "*" : added.sort((a, b) => a - b).map(name).join("~"));
  if (state.hidden.size) parts.set("h", [...state.hidden].sort((a, b) => a - b).map(name).join("~"));
  if (state.unfolded.size) parts.set("u", [...state.unfolded].sort((a, b) => a - b).map(name).join("~"));
  if (state.joined) parts.set("j", "1");
  if (state.ends.length === 2) parts.set("p", state.ends.map(name).join("~"));
  if (state.longer !== scene.longer) parts.set("g", String(state.longer));
  if (state.mode === "picture" && scene.opens !== null) parts.set("m", "picture");
  if (state.mode !== "picture") parts.set("m", state.mode === "text" && state.source !== null ? `text${state.source}` : state.mode);
  if (view) parts.set("z", [view.x, view.y, view.k].map((value, index) => value.toFixed(index === 2 ? 3 : 0)).join(","));
  return `#${parts}`;
}

/**
 * Give the parts of the state, and the view, that a fragment asks for; what it names and the scene does not know is left out.
 * @param {Scene} scene
 * @param {string} fragment
 * @returns {{parts: Partial<State>, view: View | null}}
 */
export function stateIn(scene, fragment) {
  const asked = new URLSearchParams(fragment.replace(/^#/, ""));
  const known = new Map(scene.nodes.map((node) => [keyOf(scene, node.id), node.id]));
  const ids = (/** @type {string} */ key) => (asked.get(key) ?? "").split("~").flatMap((one) => known.get(one) ?? []);
  const list = (/** @type {string} */ key) => (asked.get(key) ?? "").split(",").filter(Boolean);
  /** @type {Partial<State>} */
  const parts = {};
  const [node] = ids("n");
  if (node !== undefined) parts.selected = { node };
  else if (asked.get("n") === "") parts.selected = null;
  const [source, target] = ids("l");
  const link = scene.links.find((one) => one.source === source && one.target === target);
  if (link) parts.selected = { link: link.id };
  if (asked.has("f")) parts.groupsOff = new Set([...scene.looks.keys()].filter((group) => !list("f").includes(group)));
  if (asked.has("r")) parts.relationsOff = new Set(list("r"));
  if (asked.has("k")) parts.mannersOff = new Set(list("k"));
  if (/^[1-3]$/.test(asked.get("d") ?? "")) parts.depth = Number(asked.get("d"));
  const range = /^(\d{4}[\d-]*)\.\.(\d{4}[\d-]*)$/.exec(asked.get("t") ?? "");
  if (range) parts.range = [range[1], range[2]];
  const first = scene.nodes.filter((one) => one.at_first).map((one) => one.id);
  if (asked.has("x")) parts.revealed = new Set(asked.get("x") === "*" ? scene.nodes.map((one) => one.id) : [...first, ...ids("x")]);
  if (asked.has("h")) parts.hidden = new Set(ids("h"));
  if (asked.has("u")) parts.unfolded = new Set(ids("u"));
  if (asked.has("j")) parts.joined = asked.get("j") === "1";
  if (ids("p").length === 2) parts.ends = ids("p");
  if (/^[0-2]$/.test(asked.get("g") ?? "")) parts.longer = Number(asked.get("g"));
  const mode = asked.get("m") ?? "";
  if (mode === "table" || mode === "picture") parts.mode = mode;
  const text = /^text(\d+)$/.exec(mode);
  if (text && Number(text[1]) < scene.documents.length) Object.assign(parts, { mode: "text", source: Number(text[1]) });
  return { parts, view: viewIn(asked.get("z")) };
}

/**
 * @param {string | null} text
 * @returns {View | null}
 */
function viewIn(text) {
  const [x, y, k] = (text ?? "").split(",").map(Number);
  return Number.isFinite(x) && Number.isFinite(y) && k > 0 ? { x, y, k } : null;
}

/**
 * Give what names a thing in an address: the end of its IRI, the same in every build of the same documents.
 * @param {Scene} scene
 * @param {number} id
 */
export function keyOf(scene, id) {
  return scene.nodes[id].iri.replace(/^.*?\/id\//, "");
}
