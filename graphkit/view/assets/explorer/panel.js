// The panel: what is selected, its facts by relation, each with the sentences that say so.

import { together } from "./alike.js";
import { chooserIn } from "./chooser.js";
import { element, refill } from "./dom.js";
import { modalityTag, passageElement, passageElements } from "./evidence.js";
import { otherEnd } from "./model.js";
import { lengthen, longestOffered, pathsShown } from "./pathbar.js";
import { relationsOf } from "./relations.js";
import { signOf } from "./signs.js";
import { expand, turnPoints } from "./stage.js";
import { isTold, revealing, waitingAround } from "./state.js";
import { language, told, wordsOf } from "./words.js";

/** @typedef {import("./state.js").Store} Store */
/** @typedef {import("./model.js").Node} Node */
/** @typedef {import("./model.js").Link} Link */
/** @typedef {import("./model.js").Fact} Fact */
/** @typedef {import("./dom.js").Child} Child */

const AT_FIRST = 8; // things of one relation that are told at once
const MANY = 40; // facts of a document that are told at once
const say = wordsOf({
  zh: {
    hint: "点一个节点或一条线，看它的事实和原文。", most: "联系最多", also: "又称", links: (/** @type {number} */ count) => `${count} 个联系`,
    points: (/** @type {number} */ count) => `要点（${count}）`, draw: "画进图中", undraw: "收起", topics: "主题：", mentioned: (/** @type {number} */ count) => `提及它的文件（${count}）`,
    expand: (/** @type {number} */ count) => `展开邻居（还有 ${count} 个）`, hide: "隐藏", sources: (/** @type {number} */ count) => `来源文件（${count}）`, via: (/** @type {string} */ label) => `见要点“${label}”`,
    rest: (/** @type {number} */ count) => `再列 ${count} 个`, paths: (/** @type {number} */ count) => `最短路径 ${count} 条`, ways: (/** @type {number} */ count) => `路径 ${count} 条`, steps: (/** @type {number} */ count) => `${count} 步`,
    reach: "路径长度", longer: (/** @type {number} */ count) => (count ? `可比最短多 ${count} 步` : "只看最短"), apart: "在已读的文件中，两者没有联系。", joined: (/** @type {number} */ count) => `${count} 个疑似相同，合在一起看；数据中没有合并。`, standsFor: (/** @type {number} */ count) => `数据中是 ${count} 项同名活动，各机构各记一项；图中画作一个。`, joint: "、", panel: "事实和原文", read: (/** @type {number} */ count) => `从这份文件读出的事实（${count}）`,
  },
  en: {
    hint: "Choose a node or a line to read its facts and their sentences.", most: "Most connected", also: "Also called", links: (/** @type {number} */ count) => (count === 1 ? "1 connection" : `${count} connections`),
    points: (/** @type {number} */ count) => `Points (${count})`, draw: "Draw them", undraw: "Fold", topics: "Topics: ", mentioned: (/** @type {number} */ count) => `Mentioned in (${count})`,
    expand: (/** @type {number} */ count) => `Expand neighbours (${count} more)`, hide: "Hide", sources: (/** @type {number} */ count) => `Documents (${count})`, via: (/** @type {string} */ label) => `by the point “${label}”`,
    rest: (/** @type {number} */ count) => `${count} more`, paths: (/** @type {number} */ count) => `Shortest paths: ${count}`, ways: (/** @type {number} */ count) => `Paths: ${count}`, steps: (/** @type {number} */ count) => (count === 1 ? "1 step" : `${count} steps`),
    reach: "Length", longer: (/** @type {number} */ count) => (count ? `up to ${count} more step${count > 1 ? "s" : ""}` : "shortest only"), apart: "The documents read do not connect the two.", joined: (/** @type {number} */ count) => `${count} that may be the same are looked at together; the data keeps them apart.`, standsFor: (/** @type {number} */ count) => `${count} campaigns of one name in the data, one for each body; the picture shows one.`, joint: ", ", panel: "Facts and sentences", read: (/** @type {number} */ count) => `Facts read from this document (${count})`,
  },
});

/**
 * @param {HTMLElement} host
 * @param {Store} store
 */
export function mountPanel(host, store) {
  const { scene } = store;
  const chooser = chooserIn(store);
  const quoting = {
    passages: scene.passages,
    sources: scene.documents,
    isNamed: scene.documents.length === 1,
    isOpen: (/** @type {import("./model.js").Passage} */ one) => one.source >= 0 && scene.documents[one.source].text !== null,
    open: (/** @type {import("./model.js").Passage} */ one) => store.change({ mode: "text", source: one.source, span: [one.start, one.end] }),
  };
  const quotes = (/** @type {number[]} */ numbers, /** @type {number} */ count = numbers.length) => passageElements(quoting, numbers, count);
  const sign = (/** @type {string} */ group) => signOf(scene.looks.get(group));

  /**
   * Give a button that leads to a thing.
   * @param {number} id
   */
  const way = (id) => element("button", { type: "button", class: "plain", onclick: () => goTo(id) }, scene.nodes[id].title);

  /** @param {number} id */
  function goTo(id) {
    if (!store.isShown(id)) expandTo(id);
    else store.change({ selected: { node: id } });
  }

  /** @param {number} id */
  function expandTo(id) {
    store.change({ ...revealing(store, id), selected: { node: id } }, { undoable: true });
  }

  /**
   * @param {Fact} fact
   * @param {boolean} isNamed  whether the heading does not say what the fact says
   */
  function factElement(fact, isNamed) {
    const note = fact.via ? element("p", { class: "place" }, say("via", fact.via)) : "";
    return element("div", {}, isNamed ? element("span", { class: "tag" }, told(fact.words)) : "", note, ...quotes(fact.passages, fact.count));
  }

  /**
   * @param {string} heading
   * @param {Map<number, Fact[]>} others
   */
  function relation(heading, others) {
    const items = [...others].map(([other, facts]) =>
      element("li", {}, element("div", { class: "entry" }, sign(scene.nodes[other].group), way(other)), ...facts.map((fact) => factElement(fact, fact.property === "holds"))),
    );
    return listed(`${heading}（${items.length}）`, items);
  }

  /** @param {Node} node */
  function values(node) {
    if (!node.values.length && !node.names.length) return null;
    const list = element("dl");
    if (node.names.length) list.append(element("dt", {}, say("also")), element("dd", {}, node.names.join(language() === "en" ? "; " : "；")));
    /** @type {Map<string, string[]>} */
    const byWords = new Map();
    for (const value of node.values) byWords.set(told(value.words), [...(byWords.get(told(value.words)) ?? []), told(value.value)]);
    for (const [words, all] of byWords) list.append(element("dt", {}, words), element("dd", {}, all.join(say("joint"))));
    return list;
  }

  /** @param {Node} node */
  function points(node) {
    if (!node.points.length) return [];
    const isOpen = store.now().unfolded.has(node.id);
    const toggle = element("button", { type: "button", class: "plain", id: "unfold", onclick: () => turnPoints(store, node.id) }, say(isOpen ? "undraw" : "draw"));
    const items = node.points.map((point) => element("li", {}, element("details", {}, element("summary", {}, ...pointWords(point)), ...pointBody(point))));
    return [element("h3", {}, say("points", node.points.length), " ", toggle), element("ol", {}, ...items)];
  }

  /** @param {import("./model.js").Point} point */
  const pointWords = (point) => [point.ordinal ? `${point.ordinal}. ` : "", point.label, ...point.targets.map((target) => element("span", { class: "tag" }, target))];

  /** @param {import("./model.js").Point} point */
  const pointBody = (point) => [point.topics.length ? element("p", { class: "place" }, say("topics"), point.topics.join(say("joint"))) : null, ...quotes(point.passages)];

  /**
   * Tell what a dot stands for, where that is more than one thing.
   * @param {Node} node
   */
  function joined(node) {
    const all = together(store, node.id);
    if (all.length === 1) return [];
    const list = element("ul", {}, ...all.map((one) => element("li", { class: "entry" }, sign(scene.nodes[one].group), way(one))));
    return [element("p", { class: "place", id: "joined" }, say("joined", all.length)), list];
  }

  /** @param {Node} node */
  function documents(node) {
    const every = [...new Set(together(store, node.id).flatMap((one) => scene.nodes[one].documents))];
    return every.length ? [element("h3", {}, say("mentioned", every.length)), element("ul", {}, ...every.map(documentItem))] : [];
  }

  /**
   * Give a document as an item of a list; one whose text is in the page can be opened.
   * @param {number} number
   */
  function documentItem(number) {
    const source = scene.documents[number];
    const words = [source.label, source.date && " · ", element("span", { class: "day" }, source.date)];
    if (source.text === null) return element("li", { class: "place" }, ...words);
    return element("li", {}, element("button", { type: "button", class: "plain", title: source.file, onclick: () => store.change({ mode: "text", source: number, span: null }) }, ...words));
  }

  /** List the documents that the page was read from, the newest first. */
  function readFrom() {
    const every = [...scene.documents.keys()].sort((a, b) => scene.documents[b].date.localeCompare(scene.documents[a].date) || a - b);
    return every.length ? listed(say("sources", every.length), every.map(documentItem)) : [];
  }

  /**
   * Give a heading and a list that shows its first items, with a button for the others.
   * @param {string} heading
   * @param {HTMLElement[]} items
   * @param {number} [first]
   */
  function listed(heading, items, first = AT_FIRST) {
    const list = element("ul", {}, ...items.slice(0, first));
    const rest = items.slice(first);
    const more = rest.length ? element("button", { type: "button", class: "more", onclick: () => { list.append(...rest); more?.remove(); } }, say("rest", rest.length)) : null;
    return [element("h3", {}, heading), list, more];
  }

  /** @param {Node} node */
  function ofNode(node) {
    const waiting = waitingAround(store, node.id).length;
    const more = waiting ? element("button", { type: "button", id: "expand", onclick: () => expand(store, node.id) }, say("expand", waiting)) : null;
    const hide = element("button", { type: "button", id: "hide", onclick: () => store.change({ hidden: new Set([...store.now().hidden, ...together(store, node.id)]), selected: null }, { undoable: true }) }, say("hide"));
    const about = [told(node.kind), node.date, say("links", node.near.size)].filter(Boolean).join(" · ");
    return [
      element("p", { class: "about" }, sign(node.group), about),
      element("h2", {}, together(store, node.id).length > 1 ? node.label : node.title),
      node.stands_for > 1 ? element("p", { class: "place", id: "stands-for" }, say("standsFor", node.stands_for)) : null,
      ...joined(node),
      element("p", { class: "acts" }, more, hide),
      waiting ? chooser(node) : null,
      values(node),
      ...relationsOf(store, node).flatMap(([heading, others]) => relation(heading, others)),
      ...points(node),
      ...documents(node),
    ];
  }

  /** @param {Link} link */
  function ofLink(link) {
    const facts = link.facts.map((fact) => element("li", {}, element("h3", {}, told(fact.words), modalityTag(fact.modality)), factElement(fact, false)));
    return [element("h2", {}, way(link.source), " → ", way(link.target)), element("ul", {}, ...facts)];
  }

  /**
   * @param {number} owner
   * @param {number} index
   */
  function ofPoint(owner, index) {
    const point = scene.nodes[owner].points[index];
    return [element("p", { class: "about" }, sign("Point"), told(point.kind), " · ", way(owner)), element("h2", {}, ...pointWords(point)), ...pointBody(point)];
  }

  /**
   * Tell what was read from a document, in the order of its text.
   * @param {number} source
   */
  function ofSource(source) {
    const read = scene.links.flatMap((link) => link.facts.flatMap((fact) => {
      const passages = fact.passages.filter((one) => scene.passages[one].source === source);
      return passages.length ? [{ link, fact, passages, start: scene.passages[passages[0]].start }] : [];
    }));
    const items = read.sort((a, b) => a.start - b.start).map(({ link, fact, passages }) =>
      element("li", {}, element("div", {}, way(link.source), ` —${told(fact.words)}→ `, way(link.target), modalityTag(fact.modality)), passageElement(quoting, passages[0], true)),
    );
    return listed(say("read", items.length), items, MANY);
  }

  function ofNothing() {
    const { mode, source } = store.now();
    if (mode === "text" && source !== null) return ofSource(source);
    const best = scene.byDegree.filter((node) => store.isShown(node.id)).slice(0, 10);
    const items = best.map((node) => element("li", { class: "entry" }, sign(node.group), way(node.id), element("span", { class: "tag" }, say("links", node.near.size))));
    return [element("p", { class: "about" }, say("hint")), ...paths(), element("h3", {}, say("most")), element("ul", {}, ...items), ...readFrom()];
  }

  function paths() {
    if (scene.name !== "path" && store.now().ends.length < 2) return [];
    const ways = pathsShown(store);
    if (!ways.length) return [element("p", {}, say("apart"))];
    const { longer } = store.now();
    const told = ways.flatMap((path) => [element("p", { class: "place" }, say("steps", path.length - 1)), element("ol", { class: "path" }, ...path.slice(1).map((end, step) => stepElement(path[step], end)))]);
    return [element("h3", {}, say(longer ? "ways" : "paths", ways.length)), reach(longer), ...told];
  }

  /**
   * Offer ways that are longer than the shortest, as far as there are.
   * @param {number} longer
   */
  function reach(longer) {
    const most = longestOffered(store);
    if (!most) return null;
    const options = Array.from({ length: most + 1 }, (_, more) => element("option", { value: String(more), selected: more === longer }, say("longer", more)));
    const list = element("select", { id: "longer", onchange: (/** @type {Event} */ event) => lengthen(store, Number(/** @type {HTMLSelectElement} */ (event.target).value)) }, ...options);
    return element("p", {}, element("label", { htmlFor: "longer" }, say("reach"), " "), list);
  }

  /**
   * @param {number} start
   * @param {number} end
   */
  function stepElement(start, end) {
    const link = scene.nodes[start].links.find((one) => otherEnd(one, start) === end && one.manner !== "doubtful" && isTold(one, store.now()));
    if (!link) return null;
    const [fact] = link.facts;
    return element("li", {}, way(link.source), ` —${told(fact.words)}→ `, way(link.target), ...quotes(fact.passages.slice(0, 1)));
  }

  /** @type {unknown} */
  let toldOf = "";
  function tell() {
    const { selected } = store.now();
    /** @type {Child[]} */
    const parts = !selected ? ofNothing() : "node" in selected ? ofNode(scene.nodes[selected.node]) : "link" in selected ? ofLink(scene.links[selected.link]) : ofPoint(selected.owner, selected.point);
    host.setAttribute("aria-label", say("panel"));
    const isInside = host.contains(document.activeElement);
    refill(host, parts);
    if (isInside) host.focus();
    const now = JSON.stringify(selected);
    if (now !== toldOf) host.scrollTop = 0;
    toldOf = now;
  }

  store.subscribe((state, before) => {
    if (state.mode === "text" || before.mode === "text" || state.mode === before.mode || state.selected !== before.selected) tell();
  });
  tell();
}
