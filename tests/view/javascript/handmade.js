// Small scenes for tests, in the form in which Python writes them.

/** @typedef {import("../../../graphkit/view/assets/explorer/model.js").RawNode} RawNode */

/** @type {import("../../../graphkit/view/assets/explorer/model.js").Look[]} */
export const LOOKS = [
  { name: "Agency", zh: "机构", en: "Agencies", shape: "dot", colour: "#0072B2", hollow: false },
  { name: "Meeting", zh: "会议", en: "Meetings", shape: "diamond", colour: "#D55E00", hollow: false },
  { name: "Topic", zh: "主题", en: "Topics", shape: "triangle", colour: "#E69F00", hollow: false },
];

/**
 * @param {string} label
 * @param {Partial<RawNode>} [parts]
 * @returns {RawNode}
 */
export function node(label, parts = {}) {
  return {
    iri: `http://example.org/${label}`, group: "Agency", kind: ["机构", "agency"], label, lines: [label], names: [], spellings: [], size: 8,
    x: 0, y: 0, at_first: true, date: "", change: "", stands_for: 1, values: [], points: [], documents: [], ...parts,
  };
}

/**
 * @param {string} property
 * @param {Partial<import("../../../graphkit/view/assets/explorer/model.js").Fact>} [parts]
 */
export function fact(property, parts = {}) {
  return { property, predicate: `http://example.org/${property}`, words: /** @type {[string, string]} */ ([property, property]), modality: "Reported", passages: [], count: 0, via: "", ...parts };
}

/**
 * @param {number} source
 * @param {number} target
 * @param {...import("../../../graphkit/view/assets/explorer/model.js").Fact} facts
 */
export function link(source, target, ...facts) {
  return { source, target, manner: "stated", is_main: false, change: "", facts };
}

/**
 * @param {Partial<import("../../../graphkit/view/assets/explorer/model.js").RawScene>} parts
 * @returns {import("../../../graphkit/view/assets/explorer/model.js").RawScene}
 */
export function scene(parts) {
  return { name: "all", title: ["全部关系", "Everything"], main: [], focus: null, paths: [], longer: 0, opens: null, notes: {}, bands: [], looks: LOOKS, relations: {}, nodes: [], links: [], passages: [], documents: [], ...parts };
}
