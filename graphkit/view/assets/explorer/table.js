// The same as tables: things and relations that are shown, to sort, to read aloud, to copy.

import { element, refill } from "./dom.js";
import { signOf } from "./signs.js";
import { told, wordsOf } from "./words.js";

/** @typedef {import("./state.js").Store} Store */
/** @typedef {import("./model.js").Node} Node */
/** @typedef {import("./model.js").Link} Link */
/** @typedef {{cells: (string | number)[], signs: (SVGElement | null)[], choose: () => void, isChosen: boolean}} Row */
/** @typedef {"nodes" | "relations"} Which */

const PAGE = 200; // rows made at once: thousands in one table hold the page for seconds
const say = wordsOf({
  zh: {
    back: "回到关系图", nodes: (/** @type {number} */ count) => `节点（${count}）`, relations: (/** @type {number} */ count) => `关系（${count}）`,
    name: "名称", kind: "类型", date: "日期", links: "联系", also: "又称", subject: "主体", relation: "关系", object: "客体", quote: "原文", source: "来源", manner: "情态",
    Demanded: "要求", Intended: "打算", Reported: "", more: (/** @type {number} */ count) => `再列 ${count} 行`, about: "表格随左侧的筛选变化；点列名排序，点一行在右侧看原文。",
  },
  en: {
    back: "Back to the picture", nodes: (/** @type {number} */ count) => `Nodes (${count})`, relations: (/** @type {number} */ count) => `Relations (${count})`,
    name: "Name", kind: "Kind", date: "Date", links: "Links", also: "Also called", subject: "Subject", relation: "Relation", object: "Object", quote: "Quote", source: "Source", manner: "Modality",
    Demanded: "demanded", Intended: "intended", Reported: "", more: (/** @type {number} */ count) => `${count} more rows`, about: "The tables follow the filters at the left; a heading sorts, a row shows its sentences at the right.",
  },
});

const COLUMNS = /** @type {const} */ ({ nodes: ["name", "kind", "date", "links", "also"], relations: ["subject", "relation", "object", "manner", "quote", "source"] });

/**
 * Order rows by a column: numbers by size, text by its place in the language, empty cells last.
 * @template {{cells: (string | number)[]}} Sorted
 * @param {Sorted[]} rows
 * @param {number} column
 * @param {boolean} isDown
 * @returns {Sorted[]}
 */
export function sortedRows(rows, column, isDown) {
  const order = new Intl.Collator("zh-CN", { numeric: true });
  const compare = (/** @type {string | number} */ a, /** @type {string | number} */ b) => (typeof a === "number" && typeof b === "number" ? a - b : order.compare(String(a), String(b)));
  const isEmpty = (/** @type {Sorted} */ row) => row.cells[column] === "";
  return [...rows].sort((a, b) => Number(isEmpty(a)) - Number(isEmpty(b)) || compare(a.cells[column], b.cells[column]) * (isDown ? -1 : 1));
}

/**
 * @param {HTMLElement} host
 * @param {Store} store
 */
export function mountTable(host, store) {
  const { scene } = store;
  const sorting = /** @type {Record<Which, {column: number, isDown: boolean}>} */ ({ nodes: { column: 3, isDown: true }, relations: { column: 0, isDown: false } });
  const rowsShown = { nodes: PAGE, relations: PAGE };

  /** @returns {Row[]} */
  function nodeRows() {
    const { selected } = store.now();
    return scene.byDegree
      .filter((node) => store.isShown(node.id))
      .map((node) => ({
        cells: [node.title, told(node.kind), node.date, node.near.size, node.names.join("；")],
        signs: [signOf(scene.looks.get(node.group))],
        choose: () => store.change({ selected: { node: node.id } }),
        isChosen: selected !== null && "node" in selected && selected.node === node.id,
      }));
  }

  /** @returns {Row[]} */
  function relationRows() {
    const { selected, relationsOff } = store.now();
    return store.shownLinks().flatMap((link) =>
      link.facts
        .filter((fact) => !relationsOff.has(fact.property))
        .map((fact) => {
          const passage = scene.passages[fact.passages[0]];
          const modality = fact.modality === "Demanded" || fact.modality === "Intended" ? say(fact.modality) : "";
          const place = passage ? [passage.document, passage.date].filter(Boolean).join(" · ") : "";
          return {
            cells: [scene.nodes[link.source].title, told(fact.words), scene.nodes[link.target].title, modality, passage?.quote ?? "", place],
            signs: [],
            choose: () => store.change({ selected: { link: link.id } }),
            isChosen: selected !== null && "link" in selected && selected.link === link.id,
          };
        }),
    );
  }

  /**
   * @param {Which} which
   * @param {Row[]} rows
   */
  function tableElement(which, rows) {
    const { column, isDown } = sorting[which];
    const heads = COLUMNS[which].map((name, index) => {
      const sorted = index === column ? (isDown ? "descending" : "ascending") : "none";
      const sort = () => {
        sorting[which] = { column: index, isDown: index === column ? !isDown : typeof rows[0]?.cells[index] === "number" };
        tell();
      };
      return element("th", { scope: "col", "aria-sort": sorted }, element("button", { type: "button", class: "plain", id: `sort-${which}-${name}`, onclick: sort }, say(name)));
    });
    const body = sortedRows(rows, column, isDown).slice(0, rowsShown[which]).map(rowElement);
    const rest = rows.length - body.length;
    const more = rest > 0 ? element("button", { type: "button", class: "more", onclick: () => { rowsShown[which] += PAGE; tell(); } }, say("more", Math.min(rest, PAGE))) : null;
    return [element("table", { class: which }, element("caption", {}, say(which, rows.length)), element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...body)), more];
  }

  /** @param {Row} row */
  function rowElement(row) {
    const cells = row.cells.map((cell, index) =>
      index === 0 ? element("th", { scope: "row" }, row.signs[0], element("button", { type: "button", class: "plain" }, cell)) : element("td", { class: typeof cell === "number" ? "number" : "" }, cell),
    );
    return element("tr", { class: row.isChosen ? "chosen" : "", onclick: row.choose }, ...cells);
  }

  function tell() {
    host.hidden = store.now().mode !== "table";
    if (host.hidden) return;
    const held = document.activeElement?.id;
    const top = host.scrollTop;
    const back = element("button", { type: "button", id: "back-from-table", onclick: () => store.change({ mode: "picture" }) }, say("back"));
    refill(host, [element("p", { class: "about" }, back, " ", say("about")), ...tableElement("nodes", nodeRows()), ...tableElement("relations", relationRows())]);
    if (held) document.getElementById(held)?.focus();
    host.scrollTop = top;
  }

  store.subscribe((state, before) => {
    if (state.mode !== before.mode) Object.assign(rowsShown, { nodes: PAGE, relations: PAGE });
    tell();
  });
  tell();
}
