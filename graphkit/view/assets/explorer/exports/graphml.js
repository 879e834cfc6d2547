// GraphML for networkx, Cytoscape, yEd (graphml.graphdrawing.org, 1.0).

import { xml } from "./content.js";

/** @typedef {import("./content.js").Content} Content */

const KEYS = /** @type {const} */ ([
  ["node", "label"], ["node", "kind"], ["node", "date"], ["node", "names"], ["edge", "relation"], ["edge", "predicate"], ["edge", "modality"], ["edge", "quote"], ["edge", "document"], ["edge", "issued"], ["edge", "confidence"], ["edge", "passages"],
]);

/**
 * @param {Content} content
 * @param {import("../model.js").Node[]} every
 */
export function graphml({ nodes, relations }, every) {
  const keys = KEYS.map(([whose, name]) => `<key id="${whose}-${name}" for="${whose}" attr.name="${name}" attr.type="string"/>`);
  const value = (/** @type {string} */ whose, /** @type {string} */ name, /** @type {string} */ text) => (text ? `<data key="${whose}-${name}">${xml(text)}</data>` : "");
  const dots = nodes.map((node) => {
    const parts = [value("node", "label", node.label), value("node", "kind", node.group), value("node", "date", node.date), value("node", "names", node.names.join("；"))];
    return `<node id="${xml(node.iri)}">${parts.join("")}</node>`;
  });
  const lines = relations.map(({ link, fact, passage, passages }, index) => {
    const parts = [value("edge", "relation", fact.words[0]), value("edge", "predicate", fact.predicate), value("edge", "modality", fact.modality)];
    if (passage) parts.push(value("edge", "quote", passage.quote), value("edge", "document", passage.document), value("edge", "issued", passage.date), value("edge", "confidence", passage.confidence), value("edge", "passages", String(passages.length)));
    return `<edge id="e${index}" source="${xml(every[link.source].iri)}" target="${xml(every[link.target].iri)}">${parts.join("")}</edge>`;
  });
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">';
  return [head, ...keys, '<graph edgedefault="directed">', ...dots, ...lines, "</graph>", "</graphml>", ""].join("\n");
}
