// The search box: a combobox over the names of the scene (WAI-ARIA APG, editable combobox with list autocomplete).

import { element } from "./dom.js";
import { signOf } from "./signs.js";
import { finderIn } from "./search.js";
import { CAP, revealing, waitingAround } from "./state.js";
import { told, wordsOf } from "./words.js";

/** @typedef {import("./state.js").Store} Store */
/** @typedef {import("./model.js").Node} Node */

const HITS = 20;
const say = wordsOf({
  zh: { find: "搜索机构、会议、文件、人物……（按 / ）", none: "没有找到", found: (/** @type {number} */ count) => `找到 ${count} 个` },
  en: { find: "Search agencies, meetings, policies, people … (press /)", none: "Nothing found", found: (/** @type {number} */ count) => `${count} found` },
});

/**
 * @param {HTMLElement} host
 * @param {Store} store
 */
export function mountSearch(host, store) {
  const find = finderIn(store.scene.byDegree);
  const list = element("ul", { id: "found", role: "listbox", hidden: true });
  const box = element("input", { ...{ id: "wanted", type: "search", autocomplete: "off", spellcheck: false, role: "combobox" }, ...{ "aria-expanded": "false", "aria-controls": "found", "aria-autocomplete": "list" } });
  host.append(box, list);
  /** @type {Node[]} */
  let hits = [];
  let active = 0;

  const name = () => {
    box.placeholder = say("find");
    box.setAttribute("aria-label", say("find"));
    list.setAttribute("aria-label", say("find"));
  };

  function tell() {
    hits = find(box.value, HITS);
    const isOpen = box.value.trim() !== "";
    list.hidden = !isOpen;
    box.setAttribute("aria-expanded", String(isOpen));
    const items = hits.map((node, index) => {
      const alias = node.names.find((one) => one.includes(box.value.trim()) && !node.title.includes(box.value.trim()));
      const kind = element("span", { class: "kind" }, told(node.kind));
      const words = element("span", {}, node.title, alias ? element("span", { class: "alias" }, alias) : "");
      return element("li", { ...{ role: "option", id: `hit-${index}` }, onmousedown: (/** @type {Event} */ event) => { event.preventDefault(); take(node); } }, signOf(store.scene.looks.get(node.group)), words, kind);
    });
    list.replaceChildren(...(items.length ? items : [element("li", { role: "option", "aria-disabled": "true" }, say("none"))]));
    point(0);
  }

  /** @param {number} index */
  function point(index) {
    active = index;
    [...list.children].forEach((item, number) => item.setAttribute("aria-selected", String(number === index && hits.length > 0)));
    if (!hits.length) return box.removeAttribute("aria-activedescendant");
    box.setAttribute("aria-activedescendant", `hit-${index}`);
    list.children[index].scrollIntoView({ block: "nearest" });
  }

  /** @param {Node} node */
  function take(node) {
    close();
    box.blur();
    if (store.isShown(node.id)) store.change({ selected: { node: node.id } });
    else store.change({ ...revealing(store, node.id, waitingAround(store, node.id).slice(0, CAP)), selected: { node: node.id } }, { undoable: true });
  }

  function close() {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
    box.value = "";
  }

  box.addEventListener("input", tell);
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" && hits.length) point((active + 1) % hits.length);
    else if (event.key === "ArrowUp" && hits.length) point((active + hits.length - 1) % hits.length);
    else if (event.key === "Enter" && hits.length) take(hits[active]);
    else if (event.key === "Escape") box.blur();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  store.subscribe(name);
  name();
}
