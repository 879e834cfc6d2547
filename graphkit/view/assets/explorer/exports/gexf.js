// GEXF 1.3 for Gephi (gexf.net), with the places and colours of the picture.

import { xml } from "./content.js";

/** @typedef {import("./content.js").Content} Content */

const EDGE = [["predicate", "谓词"], ["modality", "情态"], ["quote", "原文"], ["document", "来源文件"], ["issued", "来源日期"], ["confidence", "可信度"], ["passages", "原文处数"]];

/**
 * @param {Content} content
 * @param {import("../model.js").Scene} scene
 */
export function gexf({ nodes, relations }, scene) {
  const dots = nodes.map((node) => {
    const [r, g, b] = rgb(scene.looks.get(node.group)?.colour ?? "#7A828C");
    const look = `<viz:color r="${r}" g="${g}" b="${b}"/><viz:position x="${node.x}" y="${-node.y}" z="0"/><viz:size value="${node.size}"/>`;
    const values = `<attvalues><attvalue for="kind" value="${xml(node.kind[0])}"/><attvalue for="date" value="${xml(node.date)}"/></attvalues>`;
    return `<node id="${xml(node.iri)}" label="${xml(node.label)}">${values}${look}</node>`;
  });
  const lines = relations.map(({ link, fact, passage, passages }, index) => {
    const ends = `source="${xml(scene.nodes[link.source].iri)}" target="${xml(scene.nodes[link.target].iri)}"`;
    const told = { predicate: fact.predicate, modality: fact.modality, quote: passage?.quote ?? "", document: passage?.document ?? "", issued: passage?.date ?? "", confidence: passage?.confidence ?? "", passages: String(passages.length) };
    const values = Object.entries(told).map(([name, value]) => `<attvalue for="${name}" value="${xml(value)}"/>`).join("");
    return `<edge id="e${index}" ${ends} kind="${xml(fact.property)}" label="${xml(fact.words[0])}"><attvalues>${values}</attvalues></edge>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    '<graph defaultedgetype="directed" mode="static">',
    '<attributes class="node"><attribute id="kind" title="类型" type="string"/><attribute id="date" title="日期" type="string"/></attributes>',
    `<attributes class="edge">${EDGE.map(([id, title]) => `<attribute id="${id}" title="${title}" type="string"/>`).join("")}</attributes>`,
    "<nodes>", ...dots, "</nodes>", "<edges>", ...lines, "</edges>", "</graph>", "</gexf>", "",
  ].join("\n");
}

/** @param {string} colour  #rrggbb */
function rgb(colour) {
  return [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));
}
