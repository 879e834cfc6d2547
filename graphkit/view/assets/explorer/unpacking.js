// The scene as Python packed it into the page goes in, the scene with its records whole comes out.

import { charactersOf } from "./characters.js";

/** @typedef {import("./model.js").RawScene} RawScene */
/** @typedef {import("./model.js").Fact} Fact */
/** @typedef {import("./model.js").Passage} Passage */
/** Words, or how many characters of the document's text they are. @typedef {string | number} Counted */
/** A row of names, then rows of values. @typedef {unknown[][]} Table */
/**
 * A link says how many facts it has: the next ones of the table.
 * @typedef {Omit<RawScene, "links" | "passages"> & {passages: Table, facts: Table, links: (Omit<import("./model.js").RawLink, "facts"> & {facts: number})[]}} Packed
 */

/**
 * @param {Packed} packed
 * @returns {RawScene}
 */
export function unpacked({ facts: table, ...rest }) {
  const facts = /** @type {Fact[]} */ (records(table));
  let next = 0;
  const links = rest.links.map((link) => ({ ...link, facts: facts.slice(next, (next += link.facts)) }));
  return { ...rest, links, passages: records(rest.passages).map((one) => worded(/** @type {Passage} */ (one), rest.documents)) };
}

/**
 * Give a passage its words, from the text of its document where they are only counted.
 * @param {Omit<Passage, "before" | "quote" | "after"> & {before: Counted, quote: Counted, after: Counted}} passage
 * @param {import("./model.js").Source[]} documents
 * @returns {Passage}
 */
function worded({ before, quote, after, ...rest }, documents) {
  const { source, start, end } = rest;
  const said = (/** @type {Counted} */ words, /** @type {number} */ first) => (typeof words === "string" ? words : charactersOf(documents[source]).slice(first, first + words).join(""));
  return { ...rest, before: said(before, start - Number(before)), quote: said(quote, start), after: said(after, end) };
}

/** @param {Table} table */
function records([names = [], ...rows]) {
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]])));
}
