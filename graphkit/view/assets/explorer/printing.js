// On paper: the picture with its legend, then the relations that are shown with their sources.

import { element, refill } from "./dom.js";
import { contentOf } from "./exports/content.js";
import { standaloneSvg } from "./exports/picture.js";
import { told, wordsOf } from "./words.js";

/** @typedef {import("./state.js").Store} Store */
/** @typedef {import("./stage.js").Stage} Stage */

const MOST = 1000;
const say = wordsOf({
  zh: { relations: (/** @type {number} */ count) => `图中的关系（${count}）`, subject: "主体", relation: "关系", object: "客体", quote: "原文", source: "来源", cut: (/** @type {number} */ count) => `另有 ${count} 条未印` },
  en: { relations: (/** @type {number} */ count) => `Relations shown (${count})`, subject: "Subject", relation: "Relation", object: "Object", quote: "Quote", source: "Source", cut: (/** @type {number} */ count) => `${count} more not printed` },
});
const COLUMNS = /** @type {const} */ (["subject", "relation", "object", "quote", "source"]);

/**
 * @param {HTMLElement} host
 * @param {Store} store
 * @param {Stage} stage
 */
export function mountPrinting(host, store, stage) {
  window.addEventListener("beforeprint", () => {
    stage.now();
    const svg = standaloneSvg(store, stage, { width: 1400, height: 900 });
    svg.removeAttribute("width");
    svg.removeAttribute("height");
    const { relations } = contentOf(store, false);
    const rows = relations.slice(0, MOST).map(({ link, fact, passage }) => {
      const place = passage ? [passage.document, passage.date].filter(Boolean).join(" · ") : "";
      const cells = [store.scene.nodes[link.source].title, told(fact.words), store.scene.nodes[link.target].title, passage?.quote ?? "", place];
      return element("tr", {}, ...cells.map((cell) => element("td", {}, cell)));
    });
    const head = element("thead", {}, element("tr", {}, ...COLUMNS.map((name) => element("th", {}, say(name)))));
    const rest = relations.length - rows.length;
    refill(host, [svg, element("table", {}, element("caption", {}, say("relations", relations.length)), head, element("tbody", {}, ...rows)), rest > 0 ? element("p", {}, say("cut", rest)) : null]);
  });
  window.addEventListener("afterprint", () => host.replaceChildren());
}
