// Turtle (W3C RDF 1.1): the statements of the dataset that are seen, with the sentences in which they stand.

import { wellFormed } from "./content.js";

/** @typedef {import("./content.js").Content} Content */

const RDFS = "http://www.w3.org/2000/01/rdf-schema#";

/**
 * Write an IRI; what an IRI cannot hold is percent-encoded (Turtle, IRIREF).
 * @param {string} text
 */
export function iri(text) {
  return `<${Array.from(text).map((one) => (one <= " " || '<>"{}|^`\\'.includes(one) ? encodeURIComponent(one) : one)).join("")}>`;
}

/**
 * Write a Chinese literal (Turtle, STRING_LITERAL_QUOTE).
 * @param {string} text
 */
export function literal(text) {
  const escapes = /** @type {Record<string, string>} */ ({ '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" });
  const held = Array.from(wellFormed(text)).map((one) => escapes[one] ?? (one < " " ? `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}` : one));
  return `"${held.join("")}"@zh`;
}

/**
 * Give the things with their names, and the statements that join two of them directly; the quotes stand in comments.
 * @param {Content} content
 * @param {import("../model.js").Node[]} every
 */
export function turtle({ nodes, relations }, every) {
  const names = nodes.map((node) => `${iri(node.iri)} rdfs:label ${literal(node.label)} .`);
  const direct = relations.filter(({ fact }) => fact.predicate);
  const statements = direct.flatMap(({ link, fact, passages }) => {
    const comments = passages.map((one) => `# ${oneLine(one.quote)} —— ${oneLine([one.document, one.date].filter(Boolean).join(" "))}`);
    return [...comments, `${iri(every[link.source].iri)} ${iri(fact.predicate)} ${iri(every[link.target].iri)} .`];
  });
  return [`@prefix rdfs: <${RDFS}> .`, "", ...names, "", ...statements, ""].join("\n");
}

/** @param {string} text */
function oneLine(text) {
  return text.replace(/[\r\n\u0085\u2028\u2029]+/g, " ");
}
