// JSON for programs: things, relations, and the sentences that say so.

/** @typedef {import("./content.js").Content} Content */

/**
 * @param {Content} content
 * @param {import("../model.js").Node[]} every
 */
export function json({ title, nodes, relations }, every) {
  const things = nodes.map(({ iri, label, group, date, names }) => ({ iri, label, kind: group, date, names }));
  const statements = relations.map(({ link, fact, passage }) => ({
    source: every[link.source].iri,
    relation: fact.property,
    words: fact.words[0],
    target: every[link.target].iri,
    modality: fact.modality,
    quote: passage?.quote ?? null,
    document: passage?.document ?? null,
    date: passage?.date ?? null,
  }));
  return `${JSON.stringify({ title, nodes: things, relations: statements }, null, 1)}\n`;
}
