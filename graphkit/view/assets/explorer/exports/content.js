// What is exported: the things and relations that are seen, or all of them, as rows of plain values.

/** @typedef {import("../state.js").Store} Store */
/** @typedef {import("../model.js").Node} Node */
/** @typedef {import("../model.js").Link} Link */
/** @typedef {import("../model.js").Fact} Fact */
/** @typedef {import("../model.js").Passage} Passage */

/** `passage` is the first of `passages`. */
/** @typedef {{link: Link, fact: Fact, passage: Passage | null, passages: Passage[]}} Relation */
/** @typedef {{title: string, nodes: Node[], relations: Relation[]}} Content */

/**
 * @param {Store} store
 * @param {boolean} isAll
 * @returns {Content}
 */
export function contentOf(store, isAll) {
  const { scene } = store;
  const { relationsOff } = store.now();
  const nodes = isAll ? scene.nodes : scene.nodes.filter((node) => store.isShown(node.id));
  const links = isAll ? scene.links : store.shownLinks();
  const relations = links.flatMap((link) =>
    link.facts.filter((fact) => isAll || !relationsOff.has(fact.property)).map((fact) => {
      const passages = fact.passages.map((number) => scene.passages[number]);
      return { link, fact, passage: passages[0] ?? null, passages };
    }),
  );
  return { title: scene.title[0], nodes, relations };
}

/**
 * Give text without halves of pairs, which no encoding can write.
 * @param {string} text
 */
export function wellFormed(text) {
  return text.replace(/[\uD800-\uDFFF]/gu, "\uFFFD");
}

/**
 * Escape text for XML 1.0, leaving out what it cannot hold (section 2.2).
 * @param {string} text
 */
export function xml(text) {
  const held = Array.from(wellFormed(text)).filter((one) => one >= " " ? one !== "\uFFFE" && one !== "\uFFFF" : "\t\n\r".includes(one)).join("");
  return held.replace(/[&<>"']/g, (one) => `&#${one.codePointAt(0)};`);
}
