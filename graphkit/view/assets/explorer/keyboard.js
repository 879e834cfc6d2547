// Keys: what people press goes in, changes of the store and movements of the stage come out.

import { together } from "./alike.js";
import { element } from "./dom.js";
import { expand, turnPoints } from "./stage.js";
import { wordsOf } from "./words.js";

/** @typedef {import("./state.js").Store} Store */
/** @typedef {import("./stage.js").Stage} Stage */

const say = wordsOf({
  zh: {
    title: "键盘操作",
    close: "关闭",
    stage: "关系图。用方向键走到相邻的节点，回车打开，Esc 取消；按 T 看同样内容的表格，按 ? 看全部按键。",
    arrows: "走到那个方向最近的节点",
    enter: "转到右侧，看选中节点的事实和原文",
    escape: "取消选择",
    zoom: "放大、缩小、适合窗口",
    expand: "展开邻居（一次最多 25 个）",
    points: "展开或收起要点",
    hide: "隐藏选中的节点",
    undo: "撤销",
    depth: "只看选中节点周围 1、2、3 步；再按取消",
    table: "图和表格之间切换",
    search: "搜索",
    help: "显示这些按键",
  },
  en: {
    title: "Keys",
    close: "Close",
    stage: "Network. Arrow keys go to the nearest node, Enter opens it, Escape clears; T shows the same as tables, ? lists all keys.",
    arrows: "go to the nearest node in that direction",
    enter: "go to the facts and sentences of the selected node",
    escape: "clear the selection",
    zoom: "zoom in, zoom out, fit",
    expand: "expand neighbours, up to 25 at a time",
    points: "unfold or fold points",
    hide: "hide the selected node",
    undo: "undo",
    depth: "only 1, 2 or 3 steps around the selected node; again for all",
    table: "switch between picture and tables",
    search: "search",
    help: "show these keys",
  },
});

const LISTED = /** @type {const} */ ([
  ["← ↑ → ↓", "arrows"],
  ["Enter", "enter"],
  ["Esc", "escape"],
  ["+  -  0", "zoom"],
  ["E", "expand"],
  ["P", "points"],
  ["H", "hide"],
  ["Z", "undo"],
  ["1  2  3", "depth"],
  ["T", "table"],
  ["/", "search"],
  ["?", "help"],
]);
const ARROWS = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] });

/**
 * @param {{stage: HTMLElement, panel: HTMLElement, search: HTMLElement}} hosts
 * @param {Store} store
 * @param {Stage} stage
 */
export function mountKeyboard(hosts, store, stage) {
  const dialog = element("dialog", { id: "keys" });
  document.body.append(dialog);
  const describe = () => hosts.stage.setAttribute("aria-label", say("stage"));
  store.subscribe(describe);
  describe();

  const chosenNode = () => {
    const { selected } = store.now();
    return selected && "node" in selected ? selected.node : selected && "owner" in selected ? selected.owner : null;
  };

  const withChosen = (/** @type {(id: number) => void} */ act) => () => {
    const id = chosenNode();
    if (id !== null) act(id);
  };

  /** @type {Record<string, () => void>} */
  const keys = {
    "/": () => hosts.search.focus(),
    "?": () => showKeys(dialog),
    Escape: () => store.change({ selected: null }),
    "+": () => stage.zoom(1.25),
    "=": () => stage.zoom(1.25),
    "-": () => stage.zoom(0.8),
    0: () => stage.fit(),
    e: withChosen((id) => expand(store, id)),
    p: withChosen((id) => turnPoints(store, id)),
    h: withChosen((id) => store.change({ hidden: new Set([...store.now().hidden, ...together(store, id)]), selected: null }, { undoable: true })),
    z: () => store.undo(),
    t: () => store.change({ mode: store.now().mode === "table" ? "picture" : "table" }),
    ...Object.fromEntries([1, 2, 3].map((depth) => [depth, () => store.change({ depth: store.now().depth === depth ? 0 : depth }, { undoable: true })])),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || dialog.open || isTyping(event.target)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (document.activeElement === hosts.stage && onStage(key)) event.preventDefault();
    else if (keys[key]) {
      keys[key]();
      event.preventDefault();
    }
  });

  /** @param {string} key */
  function onStage(key) {
    if (ARROWS[key]) stage.step(...ARROWS[key]);
    else if (key === "Enter") hosts.panel.focus();
    else return false;
    return true;
  }
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  if (target instanceof HTMLInputElement) return target.type !== "checkbox";
  return target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
}

/** @param {HTMLDialogElement} dialog */
function showKeys(dialog) {
  const rows = LISTED.map(([key, words]) => [element("dt", {}, ...key.split("  ").map((one) => element("kbd", {}, one))), element("dd", {}, say(words))]);
  dialog.replaceChildren(
    element("h2", { id: "keys-title" }, say("title")),
    element("dl", {}, ...rows.flat()),
    element("button", { type: "button", onclick: () => dialog.close() }, say("close")),
  );
  dialog.setAttribute("aria-labelledby", "keys-title");
  dialog.showModal();
}
