// The full text of a document: all mentions marked, the passage that was asked for in sight.

import { charactersOf } from "./characters.js";
import { element, refill } from "./dom.js";
import { piecesOf, runsOf } from "./pieces.js";
import { signOf } from "./signs.js";
import { revealing } from "./state.js";
import { told, wordsOf } from "./words.js";

/** @typedef {import("./state.js").Store} Store */
/** @typedef {import("./model.js").Source} Source */
/** @typedef {import("./pieces.js").Piece} Piece */

const say = wordsOf({
  zh: { back: "回到关系图", named: (/** @type {number} */ count) => `文中提到的（${count}）`, away: "这份文件的全文不在页面里，请打开原文件。" },
  en: { back: "Back to the picture", named: (/** @type {number} */ count) => `Named in the text (${count})`, away: "The text of this document is not in the page; please open its file." },
});

/**
 * @param {HTMLElement} host
 * @param {Store} store
 */
export function mountFulltext(host, store) {
  const { scene } = store;
  let shown = "";

  /** @param {number} node */
  function choose(node) {
    const change = store.isShown(node) ? {} : revealing(store, node);
    store.change({ ...change, selected: { node } }, { undoable: !store.isShown(node) });
  }

  /**
   * Choose the innermost thing that is named where a text was clicked; where it is chosen already, the next one outward.
   * @param {Event} event
   */
  function chooseAt(event) {
    const { selected } = store.now();
    /** @type {number[]} */
    const nodes = [];
    for (let one = /** @type {Element} */ (event.target).closest(".mention"); one; one = one.parentElement?.closest(".mention") ?? null) nodes.push(Number(/** @type {HTMLElement} */ (one).dataset.node));
    if (!nodes.length) return;
    const at = selected && "node" in selected ? nodes.indexOf(selected.node) : -1;
    choose(nodes[(at + 1) % nodes.length]);
  }

  /**
   * Give elements for pieces, marks within marks.
   * @param {Piece[]} pieces
   * @param {number} [depth]
   * @returns {(Node | string)[]}
   */
  function pieceElements(pieces, depth = 0) {
    return runsOf(pieces, depth).map(({ mark, pieces: run }) => {
      const [{ text, isWanted }] = run;
      if (!mark) return isWanted ? element("mark", {}, text) : text;
      const node = scene.nodes[mark.node];
      const isOuter = run.some((piece) => piece.marks.length > depth + 1);
      const classes = ["mention", `is-${node.group}`, isOuter && "outer"].filter(Boolean).join(" ");
      return element("span", { class: classes, "data-node": mark.node, title: `${told(node.kind)} ${node.title}` }, ...pieceElements(run, depth + 1));
    });
  }

  /**
   * Give the marks of a source, of those of one span the one last whose name it is.
   * @param {Source} source
   * @param {string[]} characters
   */
  function marksOf(source, characters) {
    const rank = (/** @type {[number, number, number]} */ [start, end, id]) => {
      const { label, names } = scene.nodes[id];
      const text = characters.slice(start, end).join("");
      return [label, ...names].includes(text) ? Infinity : label.length;
    };
    return [...source.marks].sort((a, b) => a[0] - b[0] || b[1] - a[1] || rank(a) - rank(b) || a[2] - b[2]);
  }

  /** @param {Source} source */
  function textElement(source) {
    if (source.text === null) return element("p", { class: "about" }, say("away"));
    const characters = charactersOf(source);
    return element("div", { class: "sheet", lang: "zh-CN", onclick: chooseAt }, ...pieceElements(piecesOf(characters, marksOf(source, characters), store.now().span)));
  }

  /** @param {Source} source */
  function namesElement(source) {
    /** @type {Map<number, number>} */
    const counts = new Map();
    for (const [, , node] of source.marks) counts.set(node, (counts.get(node) ?? 0) + 1);
    const items = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([id, count]) => {
      const node = scene.nodes[id];
      const button = element("button", { type: "button", class: "plain", onclick: () => choose(id) }, node.title);
      return element("li", { class: "entry" }, signOf(scene.looks.get(node.group)), button, element("span", { class: "tag" }, `×${count}`));
    });
    return element("details", { class: "names" }, element("summary", {}, say("named", counts.size)), element("ul", {}, ...items));
  }

  function tell() {
    const { mode, source: number, span } = store.now();
    host.hidden = mode !== "text" || number === null;
    if (host.hidden || number === null) return;
    const source = scene.documents[number];
    const key = `${number} ${span} ${say("back")}`;
    if (key !== shown) {
      shown = key;
      const about = [source.date, source.file].filter(Boolean).join(" · ");
      const back = element("button", { type: "button", id: "back", onclick: () => store.change({ mode: "picture" }) }, say("back"));
      refill(host, [
        element("div", { class: "head" }, back, element("div", {}, element("h2", {}, source.label), element("p", { class: "place" }, about)), namesElement(source)),
        textElement(source),
      ]);
      host.querySelector("mark")?.scrollIntoView({ block: "center" });
    }
    const { selected } = store.now();
    const chosen = selected && "node" in selected ? String(selected.node) : "";
    for (const one of host.querySelectorAll(".mention")) one.classList.toggle("chosen", /** @type {HTMLElement} */ (one).dataset.node === chosen);
  }

  store.subscribe(tell);
  tell();
}
