// Ways between two things: two are picked, the shortest ways are drawn and told.

import { element, refill } from "./dom.js";
import { LONGER, pathsBetween } from "./paths.js";
import { signOf } from "./signs.js";
import { finderIn } from "./search.js";
import { isTold } from "./state.js";
import { wordsOf } from "./words.js";

/** @typedef {import("./state.js").Store} Store */

const say = wordsOf({
  zh: { title: "两者之间的联系", from: "从", to: "到", none: "没有找到", clear: "清除", hint: "输入名称，或在图上点选。" },
  en: { title: "Paths between two", from: "From", to: "To", none: "Nothing found", clear: "Clear", hint: "Type a name, or choose on the picture." },
});

/**
 * Give the ways that the page shows: those between the two ends that were picked, else those it was made for.
 * @param {Store} store
 * @returns {number[][]}
 */
export function pathsShown(store) {
  const { ends, longer } = store.now();
  if (ends.length === 2) return openPaths(store, ends, longer);
  const { paths } = store.scene;
  return paths.filter((path) => path.length <= paths[0].length + longer);
}

/**
 * Give by how many steps ways may be longer than the shortest, at most, as far as the page knows them.
 * @param {Store} store
 */
export function longestOffered(store) {
  const lengths = store.scene.paths.map((path) => path.length);
  return store.now().ends.length === 2 ? LONGER : Math.max(0, ...lengths) - Math.min(Infinity, ...lengths);
}

/**
 * Give the ways over relations that are not switched off.
 * @param {Store} store
 * @param {number[]} ends
 * @param {number} longer
 */
function openPaths(store, ends, longer) {
  return pathsBetween(store.scene, ends[0], ends[1], longer, (link) => isTold(link, store.now()));
}

/**
 * Pick an end; with two, all things on the ways between are shown.
 * @param {Store} store
 * @param {number[]} ends
 */
export function pickEnds(store, ends) {
  if (ends.length < 2 || ends[0] === ends[1]) return store.change({ ends: ends.slice(0, 1) });
  const on = [...ends, ...openPaths(store, ends, store.now().longer).flat()];
  store.change({ ends, ...showing(store, on), selected: null, range: null }, { undoable: true });
}

/**
 * Let ways be so many steps longer than the shortest; what was only on longer ones goes.
 * @param {Store} store
 * @param {number} longer
 */
export function lengthen(store, longer) {
  const { ends, revealed } = store.now();
  const { paths } = store.scene;
  const before = pathsShown(store).flat();
  const on = ends.length === 2 ? [...ends, ...openPaths(store, ends, longer).flat()] : paths.filter((path) => path.length <= paths[0].length + longer).flat();
  const gone = new Set(before.filter((id) => !on.includes(id)));
  store.change({ ...showing(store, on, new Set([...revealed].filter((id) => !gone.has(id)))), longer, selected: null }, { undoable: true });
}

/**
 * @param {Store} store
 * @param {number[]} on
 * @param {Set<number>} [shown]
 */
function showing(store, on, shown = store.now().revealed) {
  const { hidden, groupsOff } = store.now();
  const groups = new Set(on.map((id) => store.scene.nodes[id].group));
  return {
    depth: 0,
    revealed: new Set([...shown, ...on]),
    hidden: new Set([...hidden].filter((id) => !on.includes(id))),
    groupsOff: new Set([...groupsOff].filter((name) => !groups.has(name))),
  };
}

/**
 * @param {HTMLElement} host
 * @param {Store} store
 */
export function mountPathbar(host, store) {
  const find = finderIn(store.scene.byDegree);
  const bar = element("form", { id: "pathbar", hidden: true, onsubmit: (/** @type {Event} */ event) => event.preventDefault() });
  host.append(bar);
  /** @type {(number | null)[]} */
  let picked = [null, null];

  /** @param {number} which */
  function field(which) {
    const id = picked[which];
    const list = element("ul", { class: "hits", hidden: true, id: `path-hits-${which}` });
    const box = element("input", { type: "search", id: `path-${which}`, autocomplete: "off", value: id === null ? "" : store.scene.nodes[id].title, "aria-controls": list.id });
    const take = (/** @type {number} */ node) => {
      picked = picked.map((one, index) => (index === which ? node : one));
      pick();
    };
    box.addEventListener("input", () => {
      const hits = find(box.value, 8);
      list.hidden = !box.value.trim();
      const items = hits.map((node) => element("li", {}, element("button", { type: "button", class: "plain", onclick: () => take(node.id) }, signOf(store.scene.looks.get(node.group)), " ", node.title)));
      refill(list, items.length ? items : [element("li", {}, say("none"))]);
    });
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault(); // else the button that gets the focus would be pressed
      const [best] = find(box.value, 1);
      if (best) take(best.id);
    });
    return element("span", { class: "field" }, element("label", { htmlFor: box.id }, say(which ? "to" : "from")), box, list);
  }

  function pick() {
    pickEnds(store, picked.flatMap((one) => one ?? []));
    draw();
    const next = picked.indexOf(null);
    document.getElementById(next < 0 ? "path-clear" : `path-${next}`)?.focus();
  }

  function draw() {
    const clear = element("button", { type: "button", id: "path-clear", onclick: () => { picked = [null, null]; store.change({ ends: [] }); draw(); } }, say("clear"));
    refill(bar, [element("strong", {}, say("title")), field(0), field(1), clear, element("span", { class: "place" }, say("hint"))]);
    bar.setAttribute("aria-label", say("title"));
  }

  store.subscribe((state, before) => {
    const { selected } = state;
    if (bar.hidden || !selected || selected === before.selected || !("node" in selected)) return;
    const next = picked.indexOf(null);
    if (next < 0 || picked.includes(selected.node)) return;
    picked[next] = selected.node;
    pick();
  });

  return {
    /** Show the bar with the selected thing as its start, or hide it. */
    turn() {
      bar.hidden = !bar.hidden;
      if (bar.hidden) return store.change({ ends: [] });
      const { selected, ends } = store.now();
      picked = ends.length === 2 ? [...ends] : [selected && "node" in selected ? selected.node : null, null];
      draw();
      document.getElementById(picked[0] === null ? "path-0" : "path-1")?.focus();
    },
    isOpen: () => !bar.hidden,
    retell: () => bar.hidden || draw(),
  };
}
