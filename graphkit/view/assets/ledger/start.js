// The ledger: what was planned or demanded, item by item, with what came of it.

import { byId, element, refill } from "../explorer/dom.js";
import { passageElement } from "../explorer/evidence.js";
import { sortedRows } from "../explorer/table.js";
import { told, wordsOf } from "../explorer/words.js";
import { choice, refilled, turn } from "../sheets/choices.js";
import { keepAddress } from "../sheets/address.js";
import { begin, holderOf, readScene, showPanel, wantedBox } from "../sheets/frame.js";
import { readerOf } from "../sheets/reader.js";
import { partsOf, shownAt } from "./address.js";
import { COLUMNS, STATES, columnsOf, valueOf } from "./model.js";

/** @typedef {import("./model.js").Item} Item */

const SIGNS = { open: "○", unchecked: "?", started: "◐", done: "●", before: "◇" };
/** @type {Set<string>} */
const SHORT = new Set(["kind", "askedOn", "due", "days", "doneOn"]); // columns whose cells stay on one line
const say = wordsOf({
  zh: {
    filter: "筛选事项、机构（按 / ）", states: "情况", documents: (/** @type {number} */ count) => `统计文件 ${count} 份`,
    open: "未见完成", unchecked: "待核", started: "已启动", done: "已完成", before: "此前已有", label: "事项", kind: "类别", state: "情况", askedBy: "提出者", askedOn: "提出日期", assignedTo: "责任单位", due: "期限", days: "天数", doneOn: "依据日期", doneBy: "办理机构",
    count: (/** @type {number} */ count) => `${count} 天`, hint: "点一行，看提出和办理的原文。“未见完成”指已读文件中没有，不等于没有做；有期限的任务完成与否不作判断，记为“待核”。原文没有写明谁提出的，括号内是提出的文件。", asked: "提出的原文", proof: "办理的原文", none: "已读的文件中没有办理的原文。", document: "来源文件", line: "行",
    shown: (/** @type {number} */ some, /** @type {number} */ all) => `事项 ${some} / ${all}`,
  },
  en: {
    filter: "Filter items, bodies (press /)", states: "State", documents: (/** @type {number} */ count) => `${count} documents counted`,
    open: "not seen done", unchecked: "to be checked", started: "started", done: "done", before: "there before", label: "Item", kind: "Kind", state: "State", askedBy: "Asked by", askedOn: "Asked on", assignedTo: "To be done by", due: "Due", days: "Days", doneOn: "Proven on", doneBy: "Done by",
    count: (/** @type {number} */ count) => `${count} days`, hint: "A row shows the sentences that ask and that prove. 'Not seen done' is said of the documents read; it may have been done; of tasks with a deadline nothing is judged. Where no words tell who asks, the document that does stands in brackets.", asked: "The sentence that asks", proof: "The sentence that proves", none: "No document read tells that it was done.", document: "Document", line: "Line",
    shown: (/** @type {number} */ some, /** @type {number} */ all) => `${some} of ${all} items`,
  },
});

const ledger = /** @type {import("./model.js").Ledger} */ (readScene());
const columns = columnsOf(ledger.items); // those that are shown: what no item tells has no column
const reader = readerOf(ledger.passages, ledger.sources);
/** @type {import("./model.js").Shown} */
const shown = { off: new Set(), sorting: null, chosen: null };
const parts = () => partsOf(shown, wantedBox().value);

/** @param {Item} item */
function cellsOf(item) {
  return columns.map((column) => (column === "kind" ? told(item.kind) : column === "state" ? say(item.state) : valueOf(item, column)));
}

function shownRows() {
  const holds = holderOf(wantedBox().value);
  const rows = ledger.items.filter((item) => !shown.off.has(item.state)).map((item) => ({ item, cells: cellsOf(item) }));
  const found = rows.filter(({ cells }) => holds(...cells.map(String)));
  const { sorting } = shown;
  const at = sorting ? columns.indexOf(COLUMNS[sorting.column]) : -1;
  return sorting && at >= 0 ? sortedRows(found, at, sorting.isDown) : found;
}

/**
 * @param {Item} item
 * @param {(string | number)[]} cells
 */
function rowElement(item, cells) {
  const made = cells.map((cell, index) => {
    const column = columns[index];
    if (column === "label") return element("th", { scope: "row" }, element("button", { type: "button", class: "plain" }, cell));
    if (column === "state") return element("td", {}, element("span", { class: `state ${item.state}` }, element("span", { "aria-hidden": "true" }, SIGNS[item.state]), ` ${cell}`));
    return element("td", { class: SHORT.has(column) ? "short" : column }, column === "days" && cell !== "" ? say("count", cell) : cell);
  });
  return element("tr", { class: item === shown.chosen ? "chosen" : "", onclick: () => choose(item) }, ...made);
}

function tellTable() {
  const { sorting } = shown;
  const heads = columns.map((name) => {
    const index = COLUMNS.indexOf(name);
    const sorted = sorting?.column === index ? (sorting.isDown ? "descending" : "ascending") : "none";
    const sort = () => {
      shown.sorting = { column: index, isDown: sorting?.column === index ? !sorting.isDown : false };
      tell();
    };
    return element("th", { scope: "col", "aria-sort": sorted }, element("button", { type: "button", class: "plain", id: `sort-${name}`, onclick: sort }, say(name)));
  });
  const rows = shownRows();
  const caption = element("caption", {}, `${say("shown", rows.length, ledger.items.length)} · ${say("documents", ledger.documents)}`);
  refill(byId("sheet"), [element("table", { class: "ledger" }, caption, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...rows.map(({ item, cells }) => rowElement(item, cells))))]);
}

function tellLegend() {
  const rows = STATES.map((state) => {
    const count = ledger.items.filter((item) => item.state === state).length;
    return choice(`state-${state}`, element("span", { class: `state ${state}` }, SIGNS[state]), say(state), count, !shown.off.has(state), () => {
      turn(shown.off, state);
      tell();
    });
  });
  refilled(byId("legend"), [element("h2", {}, say("states")), ...rows]);
}

function tellPanel() {
  const { chosen } = shown;
  if (!chosen) return showPanel([element("p", { class: "about" }, say("hint"))]);
  const quote = (/** @type {number} */ number) => (number < 0 ? element("p", { class: "place" }, say("none")) : passageElement(reader, number));
  const facts = columns.slice(1).map((name, index) => [name, cellsOf(chosen)[index + 1]]).filter(([, value]) => value !== "");
  return showPanel([
    element("h2", {}, chosen.label),
    element("dl", {}, ...facts.flatMap(([name, value]) => [element("dt", {}, say(/** @type {"kind"} */ (name))), element("dd", {}, name === "days" ? say("count", value) : value)])),
    element("h3", {}, say("asked")), quote(chosen.asked),
    element("h3", {}, say("proof")), quote(chosen.proof),
  ]);
}

/** @param {Item | null} item */
function choose(item) {
  shown.chosen = item;
  tell();
}

function tell() {
  tellLegend();
  const held = byId("sheet").contains(document.activeElement) ? document.activeElement?.id : "";
  tellTable();
  if (held) document.getElementById(held)?.focus();
  tellPanel();
  keepAddress(parts());
  reader.tell();
}

/**
 * Give what is shown as a table, with both sentences and their documents.
 * @returns {(string | number)[][]}
 */
function fileRows() {
  const cited = (/** @type {number} */ number) => {
    const one = ledger.passages[number];
    return [one?.quote ?? "", one?.document ?? "", one?.line || ""];
  };
  const rows = shownRows().map(({ item, cells }) => [...cells, ...cited(item.asked), ...cited(item.proof)]);
  return [[...columns.map((name) => say(name)), say("asked"), say("document"), say("line"), say("proof"), say("document"), say("line")], ...rows];
}

begin({ title: ledger.title, filter: () => say("filter"), tell, leave: () => choose(null), rows: fileRows, parts, follow: (asked) => void Object.assign(shown, shownAt(ledger, asked)) }, reader.close);
