// JSON for programs: things, relations, and the sentences that say so.

/** @typedef {import("./content.js").Content} Content */

/**
 * @param {Content} content
 * @param {import("../model.js").Node[]} every
 */
export function json({ title, nodes, relations }, every) {
  const things = nodes.map(({ iri, label, group, date, names }) => ({ iri, label, kind: group, date, names }));
  const statements = relations.map(({ link, fact, passages }) => ({
    source: every[link.source].iri,
    relation: fact.property,
    predicate: fact.predicate || null,
    words: fact.words[0],
    target: every[link.target].iri,
    modality: fact.modality,
    passages: passages.map(({ quote, document, date, line, page, rule, confidence }) => ({ quote, document, date, line: line || null, page: page || null, rule, confidence: Number(confidence) || null })),
  }));
  return `${JSON.stringify({ title, nodes: things, relations: statements }, null, 1)}\n`;
}
