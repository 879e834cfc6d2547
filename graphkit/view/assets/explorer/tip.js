// The tip beside the pointer: what a thing or a line is, with the first sentence that says so.

import { element } from "./dom.js";
import { told, wordsOf } from "./words.js";

/** @typedef {import("./state.js").Store} Store */
/** @typedef {import("./picture.js").Dot} Dot */
/** @typedef {import("./picture.js").Line} Line */
/** @typedef {import("./viewport.js").Place} Place */

const say = wordsOf({
  zh: { links: (/** @type {number} */ count) => `${count} 个联系`, Demanded: "（要求）", Intended: "（打算）", Reported: "" },
  en: { links: (/** @type {number} */ count) => (count === 1 ? "1 connection" : `${count} connections`), Demanded: " (demanded)", Intended: " (intended)", Reported: "" },
});

/**
 * @param {HTMLElement} host
 * @param {Store} store
 */
export function mountTip(host, store) {
  const tip = element("div", { id: "tip", "aria-hidden": "true", hidden: true });
  host.append(tip);
  const { scene } = store;

  /** @param {number | undefined} number */
  function sentence(number) {
    const one = number === undefined ? undefined : scene.passages[number];
    if (!one) return [];
    const quote = one.quote.length > 120 ? `${one.quote.slice(0, 120)}…` : one.quote;
    const after = one.after.length > 40 ? `${one.after.slice(0, 40)}…` : one.after;
    return [
      element("div", {}, one.before.slice(-40), element("mark", {}, quote), after),
      element("div", { class: "place" }, [one.document, one.date].filter(Boolean).join(" · ")),
    ];
  }

  /** @param {Dot} dot */
  function ofDot(dot) {
    const node = scene.nodes[dot.node];
    if (dot.point !== null) {
      const point = node.points[dot.point];
      return [element("strong", {}, point.label), element("div", { class: "place" }, told(point.kind)), ...sentence(point.passages[0])];
    }
    const facts = node.links.flatMap((link) => link.facts).filter((fact) => fact.passages.length);
    const about = [told(node.kind), node.date, say("links", node.near.size)].filter(Boolean).join(" · ");
    return [element("strong", {}, node.title), element("div", { class: "place" }, about), ...sentence(facts[0]?.passages[0])];
  }

  /** @param {import("./model.js").Link} link */
  function ofLink(link) {
    const [fact] = link.facts;
    const modality = fact.modality === "Demanded" || fact.modality === "Intended" ? say(fact.modality) : "";
    const line = `${scene.nodes[link.source].title} —${told(fact.words)}${modality}→ ${scene.nodes[link.target].title}`;
    return [element("strong", {}, line), ...sentence(fact.passages[0])];
  }

  return {
    /**
     * @param {Dot | Line} thing
     * @param {Place} at
     */
    show(thing, at) {
      if ("link" in thing && !thing.link) return this.hide();
      const parts = "link" in thing ? ofLink(/** @type {import("./model.js").Link} */ (thing.link)) : ofDot(thing);
      tip.replaceChildren(...parts);
      tip.hidden = false;
      const left = Math.min(at.x + 16, host.clientWidth - tip.offsetWidth - 8);
      const top = at.y + 18 + tip.offsetHeight > host.clientHeight ? at.y - tip.offsetHeight - 12 : at.y + 18;
      tip.style.left = `${Math.max(8, left)}px`;
      tip.style.top = `${Math.max(8, top)}px`;
    },
    hide() {
      tip.hidden = true;
    },
  };
}
