// The menu of files: of what is seen, or of everything in the page.

import { element } from "./dom.js";
import { contentOf } from "./exports/content.js";
import { nodesCsv, relationsCsv } from "./exports/csv.js";
import { gexf } from "./exports/gexf.js";
import { graphml } from "./exports/graphml.js";
import { json } from "./exports/json.js";
import { pngOf, standaloneSvg, svgText } from "./exports/picture.js";
import { turtle } from "./exports/turtle.js";
import { saveFile } from "./saving.js";
import { told, wordsOf } from "./words.js";

/** @typedef {import("./state.js").Store} Store */
/** @typedef {import("./stage.js").Stage} Stage */
/** @typedef {keyof typeof FILES} Format */

const PICTURE = { width: 1600, height: 1000 };
const say = wordsOf({
  zh: {
    title: "导出", seen: "只含看到的", all: "全部", png: "图片 PNG", svg: "图片 SVG（可放大）", csv: "表格 CSV（节点、关系两个文件）", graphml: "GraphML（networkx、Cytoscape）",
    gexf: "GEXF（Gephi）", ttl: "RDF Turtle", json: "JSON",
  },
  en: {
    title: "Export", seen: "what is seen", all: "everything", png: "Picture PNG", svg: "Picture SVG", csv: "Tables CSV (two files)", graphml: "GraphML (networkx, Cytoscape)",
    gexf: "GEXF (Gephi)", ttl: "RDF Turtle", json: "JSON",
  },
});

const FILES = /** @type {const} */ ({ png: "image/png", svg: "image/svg+xml", csv: "text/csv", graphml: "application/graphml+xml", gexf: "application/gexf+xml", ttl: "text/turtle", json: "application/json" });

/**
 * Give the files of a format, each with the end of its name.
 * @param {Format} format
 * @param {Store} store
 * @param {Stage} stage
 * @param {boolean} isAll
 * @returns {Promise<[string, string | Blob][]>}
 */
export async function filesOf(format, store, stage, isAll) {
  const { nodes } = store.scene;
  const content = contentOf(store, isAll);
  switch (format) {
    case "png": return [["png", await pngOf(standaloneSvg(store, stage, PICTURE))]];
    case "svg": return [["svg", svgText(standaloneSvg(store, stage, PICTURE))]];
    case "csv": return [["nodes.csv", nodesCsv(content)], ["relations.csv", relationsCsv(content, nodes)]];
    case "graphml": return [["graphml", graphml(content, nodes)]];
    case "gexf": return [["gexf", gexf(content, store.scene)]];
    case "ttl": return [["ttl", turtle(content, nodes)]];
    default: return [["json", json(content, nodes)]];
  }
}

/**
 * @param {HTMLElement} host
 * @param {Store} store
 * @param {Stage} stage
 */
export function mountExports(host, store, stage) {
  const button = element("button", { type: "button", id: "export", "aria-haspopup": "true", "aria-expanded": "false", "aria-controls": "export-menu" });
  const menu = element("div", { id: "export-menu", class: "menu", hidden: true });
  host.append(element("span", { class: "dropdown" }, button, menu));
  let isAll = false;

  function open(/** @type {boolean} */ isOpen) {
    menu.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) /** @type {HTMLElement | null} */ (menu.querySelector("input, button"))?.focus();
  }

  /** @param {Format} format */
  async function save(format) {
    open(false);
    button.focus();
    for (const [ending, content] of await filesOf(format, store, stage, isAll)) {
      saveFile(told(store.scene.title), ending, content, FILES[format]);
    }
  }

  function tell() {
    button.textContent = `${say("title")} ▾`;
    menu.setAttribute("aria-label", say("title"));
    const choice = (/** @type {boolean} */ value, /** @type {string} */ words) =>
      element("label", {}, element("input", { type: "radio", name: "export-what", checked: isAll === value, onchange: () => { isAll = value; } }), words);
    const formats = /** @type {Format[]} */ (Object.keys(FILES)).map((format) => element("button", { type: "button", "data-format": format, onclick: () => save(format) }, say(format)));
    menu.replaceChildren(element("p", {}, choice(false, say("seen")), choice(true, say("all"))), ...formats);
  }

  button.addEventListener("click", () => open(menu.hidden === true));
  menu.addEventListener("keydown", (event) => {
    const items = [...menu.querySelectorAll("button")];
    const at = items.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    if (event.key === "Escape") {
      open(false);
      button.focus();
    } else if (event.key === "ArrowDown") items[(at + 1) % items.length].focus();
    else if (event.key === "ArrowUp") items[(at + items.length - 1) % items.length].focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!menu.hidden && event.target instanceof Node && !menu.parentElement?.contains(event.target)) open(false);
  });
  store.subscribe(tell);
  tell();
}
