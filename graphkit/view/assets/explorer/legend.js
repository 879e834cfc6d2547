// The legend: kinds, ways of knowing and relations with how many are shown, each a filter.

import { countOfGroups } from "./alike.js";
import { element } from "./dom.js";
import { wordsOfManner } from "./manners.js";
import { CHANGES, MANNERS } from "./picture.js";
import { signOf, strokeOf } from "./signs.js";
import { told, wordsOf } from "./words.js";

/** @typedef {import("./state.js").Store} Store */
/** @typedef {import("./state.js").State} State */
/** @typedef {"groupsOff" | "relationsOff" | "mannersOff"} Filter */
/** @typedef {{name: string, words: string, sign: SVGElement | null, some: number, all: number}} Row */

const say = wordsOf({
  zh: {
    kinds: "类型", relations: "关系", manners: "依据", changes: "变化", display: "显示", only: "只看", every: "全部", fold: "收起全部要点", near: "只看选中周围", join: "疑似相同的合看", groups: (/** @type {number} */ count) => `${count} 组`,
    steps: (/** @type {number} */ count) => (count ? `${count} 步` : "不限"),
    onlyThis: (/** @type {string} */ words) => `只看${words}`,
  },
  en: {
    kinds: "Kinds", relations: "Relations", manners: "How it is known", changes: "Changes", display: "Display", only: "only", every: "all", fold: "Fold all points", near: "Around selected", join: "Join alike ones", groups: (/** @type {number} */ count) => `${count} group${count > 1 ? "s" : ""}`,
    steps: (/** @type {number} */ count) => (count ? `${count} step${count > 1 ? "s" : ""}` : "no limit"),
    onlyThis: (/** @type {string} */ words) => `Only ${words}`,
  },
});

/**
 * @param {HTMLElement} host
 * @param {Store} store
 */
export function mountLegend(host, store) {
  const { scene } = store;
  const firsts = { groups: scene.looks, relations: countsOf(store), manners: [...new Set(scene.links.map((link) => link.manner))] };

  /** @returns {Row[]} */
  function kinds() {
    const shown = store.shownNodes();
    return [...firsts.groups.values()].flatMap((look) => {
      const nodes = scene.nodes.filter((node) => node.group === look.name);
      if (!nodes.length) return [];
      return [{ name: look.name, words: told([look.zh, look.en]), sign: signOf(look), some: nodes.filter((node) => shown.has(node.id)).length, all: nodes.length }];
    });
  }

  /** @returns {Row[]} */
  function manners() {
    return Object.keys(MANNERS)
      .filter((manner) => firsts.manners.includes(manner))
      .map((manner) => {
        const all = scene.links.filter((link) => link.manner === manner);
        const some = store.shownLinks().filter((link) => link.manner === manner).length;
        return { name: manner, words: wordsOfManner(manner), sign: strokeOf(MANNERS[manner]), some, all: all.length };
      });
  }

  /** @returns {Row[]} */
  function relations() {
    const shown = countsOf(store, store.shownLinks());
    return [...firsts.relations]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([name, all]) => ({ name, words: told(scene.relations[name][0]), sign: null, some: shown.get(name) ?? 0, all }));
  }

  /**
   * @param {Filter} filter
   * @param {Row} row
   * @param {Row[]} rows
   */
  function rowElement(filter, row, rows) {
    const off = store.now()[filter];
    const isOn = !off.has(row.name);
    const others = rows.filter((one) => one.name !== row.name).map((one) => one.name);
    const isAlone = isOn && others.every((name) => off.has(name)) && others.length > 0;
    const alone = element("button", { type: "button", class: "plain only", "aria-label": isAlone ? say("every") : say("onlyThis", row.words), onclick: () => turn(filter, new Set(isAlone ? [] : others), row.name) }, say(isAlone ? "every" : "only"));
    const box = element("input", { type: "checkbox", id: `${filter}-${row.name}`, checked: isOn, onchange: () => turn(filter, isOn ? new Set([...off, row.name]) : without(off, row.name), isOn ? "" : row.name) });
    const count = element("span", { class: "count" }, row.some === row.all ? String(row.all) : `${row.some}/${row.all}`);
    return element("div", { class: "row" }, element("label", {}, box, row.sign, element("span", { class: "words" }, row.words)), alone, count);
  }

  /**
   * Set a filter; a kind of which nothing was shown yet is revealed whole.
   * @param {Filter} filter
   * @param {Set<string>} off
   * @param {string} wanted
   */
  function turn(filter, off, wanted) {
    /** @type {Partial<State>} */
    const change = { [filter]: off };
    const { revealed } = store.now();
    const nodes = filter === "groupsOff" && wanted ? scene.nodes.filter((node) => node.group === wanted) : [];
    if (nodes.length && !nodes.some((node) => revealed.has(node.id))) change.revealed = new Set([...revealed, ...nodes.map((node) => node.id)]);
    store.change(change, { undoable: true });
  }

  /**
   * @param {string} words
   * @param {Filter} filter
   * @param {Row[]} rows
   */
  const part = (words, filter, rows) => (rows.length ? [element("h2", {}, words), ...rows.map((row) => rowElement(filter, row, rows))] : []);

  function display() {
    const { depth, unfolded, selected } = store.now();
    const options = [0, 1, 2, 3].map((steps) => element("option", { value: String(steps), selected: steps === depth }, say("steps", steps)));
    const choose = element("select", { id: "depth", disabled: selected === null || !("node" in selected), onchange: (/** @type {Event} */ event) => store.change({ depth: Number(/** @type {HTMLSelectElement} */ (event.target).value) }, { undoable: true }) }, ...options);
    const fold = element("button", { type: "button", id: "fold", class: "plain", disabled: unfolded.size === 0, onclick: () => store.change({ unfolded: new Set() }, { undoable: true }) }, say("fold"));
    return [element("h2", {}, say("display")), ...joining(), element("div", { class: "row" }, element("label", { htmlFor: "depth" }, say("near")), choose), element("div", { class: "row" }, fold)];
  }

  function joining() {
    const count = countOfGroups(scene);
    if (!count) return [];
    const { joined } = store.now();
    const box = element("input", { type: "checkbox", id: "join", checked: joined, onchange: () => store.change({ joined: !joined }, { undoable: true }) });
    return [element("div", { class: "row" }, element("label", {}, box, element("span", { class: "words" }, say("join"))), element("span", { class: "count" }, say("groups", count)))];
  }

  function changes() {
    const counts = /** @type {const} */ (["gained", "lost"]).map((name) => ({ name, count: scene.links.filter((link) => link.change === name).length }));
    if (!counts.some(({ count }) => count)) return [];
    return [element("h2", {}, say("changes")), ...counts.map(({ name, count }) => element("div", { class: "row" }, strokeOf(CHANGES[name]), element("span", { class: "words" }, wordsOfManner(name)), element("span", { class: "count" }, count)))];
  }

  function tell() {
    const held = document.activeElement?.id;
    host.replaceChildren(...part(say("kinds"), "groupsOff", kinds()), ...changes(), ...part(say("manners"), "mannersOff", manners()), ...part(say("relations"), "relationsOff", relations()), ...display());
    if (held) document.getElementById(held)?.focus();
  }

  store.subscribe(tell);
  tell();
}

/**
 * Count the links of each relation.
 * @param {Store} store
 * @param {import("./model.js").Link[]} [links]
 */
function countsOf(store, links = store.scene.links) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const link of links) {
    for (const name of new Set(link.facts.map((fact) => fact.property))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/**
 * @param {Set<string>} set
 * @param {string} value
 */
function without(set, value) {
  return new Set([...set].filter((one) => one !== value));
}
