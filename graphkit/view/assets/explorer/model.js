// What the page knows: the scene as Python wrote it goes in, things and links that know each other come out.

import { alikeIn } from "./alike.js";

/** @typedef {[string, string]} Words  Chinese and English. */
/** @typedef {{name: string, zh: string, en: string, shape: string, colour: string, hollow: boolean}} Look */
/** @typedef {{property: string, words: Words, value: Words, passages: number[]}} Stated */
/** @typedef {{kind: Words, ordinal: string, label: string, targets: string[], topics: string[], passages: number[]}} Point */
/** @typedef {{property: string, predicate: string, words: Words, modality: string, passages: number[], count: number, via: string}} Fact */

/**
 * A sentence with its quote; `source` numbers the document, `start` and `end` are code points of its text, `line` counts from 1,
 * `page` is "" where the source has no pages.
 * @typedef {{before: string, quote: string, after: string, document: string, date: string, article: string, modality: string,
 *   rule: string, confidence: string, source: number, start: number, end: number, line: number, page: string}} Passage
 */

/**
 * A source; `text` is null where the page would get too large; `marks` are [start, end, node] by start.
 * @typedef {{label: string, iri: string, date: string, file: string, text: string | null, marks: [number, number, number][]}} Source
 */

/**
 * @typedef {{iri: string, group: string, kind: Words, label: string, lines: string[], names: string[], spellings: string[], size: number,
 *   x: number, y: number, at_first: boolean, date: string, change: string, stands_for: number, values: Stated[], points: Point[], documents: number[]}} RawNode
 */
/** @typedef {{first: string, last: string, left: number, right: number}} Band  Years, "" for what has no date, and where they lie. */
/** @typedef {{source: number, target: number, manner: string, is_main: boolean, change: string, facts: Fact[]}} RawLink */

/**
 * @typedef {{name: string, title: Words, main: string[], focus: number | null, paths: number[][], longer: number, opens: number | null, notes: Record<string, string>, bands: Band[], looks: Look[],
 *   relations: Record<string, [Words, Words]>, nodes: RawNode[], links: RawLink[], passages: Passage[], documents: Source[]}} RawScene
 */

/**
 * `title` is its name, with what tells it from others of this name; `dates` are its own, else those of the documents that mention it.
 * @typedef {RawNode & {id: number, title: string, near: Set<number>, links: Link[], dates: string[]}} Node
 */
/** @typedef {RawLink & {id: number}} Link */

/**
 * @typedef {Omit<RawScene, "nodes" | "links" | "looks"> & {nodes: Node[], links: Link[], looks: Map<string, Look>, byDegree: Node[], alike: Map<number, number[]>}} Scene  `alike` has for a thing all that may be the same.
 */

/**
 * Number nodes and links, and let each node know its links and neighbours.
 * @param {RawScene} raw
 * @returns {Scene}
 */
export function sceneOf(raw) {
  const nodes = raw.nodes.map((node, id) => ({ ...node, id, title: raw.notes[id] ? `${node.label}（${raw.notes[id]}）` : node.label, near: new Set(), links: /** @type {Link[]} */ ([]), dates: datesOf(raw, node) }));
  const links = raw.links.map((link, id) => ({ ...link, id }));
  for (const link of links) {
    join(nodes[link.source], link, link.target);
    join(nodes[link.target], link, link.source);
  }
  const looks = new Map(raw.looks.map((look) => [look.name, look]));
  const byDegree = [...nodes].sort((a, b) => b.near.size - a.near.size || a.id - b.id);
  return { ...raw, nodes, links, looks, byDegree, alike: alikeIn(links) };
}

/**
 * @param {RawScene} raw
 * @param {RawNode} node
 */
function datesOf(raw, node) {
  if (node.date) return [node.date];
  return [...new Set(node.documents.map((number) => raw.documents[number].date).filter(Boolean))].sort();
}

/**
 * @param {Node} node
 * @param {Link} link
 * @param {number} other
 */
function join(node, link, other) {
  node.near.add(other);
  node.links.push(link);
}

/**
 * Give the other end of a link.
 * @param {Link} link
 * @param {number} end
 * @returns {number}
 */
export function otherEnd(link, end) {
  return link.source === end ? link.target : link.source;
}
