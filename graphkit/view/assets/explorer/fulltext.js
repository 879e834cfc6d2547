// The full text of a document: all mentions marked, the passage that was asked for in sight.

import { element, refill } from "./dom.js";
import { piecesOf } from "./pieces.js";
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

  /** @param {Piece} piece */
  function pieceElement(piece) {
    if (piece.node === null) return piece.isWanted ? element("mark", {}, piece.text) : piece.text;
    const node = scene.nodes[piece.node];
    const { node: id } = piece;
    const classes = ["mention", `is-${node.group}`, piece.isWanted && "wanted"].filter(Boolean).join(" ");
    return element("span", { class: classes, "data-node": id, title: told(node.kind), onclick: () => choose(id) }, piece.text);
  }

  /** @param {Source} source */
  function textElement(source) {
    if (source.text === null) return element("p", { class: "about" }, say("away"));
    return element("div", { class: "sheet", lang: "zh-CN" }, ...piecesOf(Array.from(source.text), source.marks, store.now().span).map(pieceElement));
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
      host.querySelector("mark, .wanted")?.scrollIntoView({ block: "center" });
    }
    const { selected } = store.now();
    const chosen = selected && "node" in selected ? String(selected.node) : "";
    for (const one of host.querySelectorAll(".mention")) one.classList.toggle("chosen", /** @type {HTMLElement} */ (one).dataset.node === chosen);
  }

  store.subscribe(tell);
  tell();
}
