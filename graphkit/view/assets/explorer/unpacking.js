// The scene as Python packed it into the page goes in, the scene with its records whole comes out.

/** @typedef {import("./model.js").RawScene} RawScene */
/** @typedef {import("./model.js").Fact} Fact */
/** @typedef {import("./model.js").Passage} Passage */
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
  return { ...rest, links, passages: /** @type {Passage[]} */ (records(rest.passages)) };
}

/** @param {Table} table */
function records([names = [], ...rows]) {
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]])));
}
