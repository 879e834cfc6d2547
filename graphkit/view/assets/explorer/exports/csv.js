// Tables for spreadsheets: UTF-8 with BOM, RFC 4180, no cell that a spreadsheet would run as a formula.

/** @typedef {import("./content.js").Content} Content */

const BOM = "\uFEFF";

/**
 * Quote a cell; what begins like a formula, full-width signs too, gets an apostrophe (OWASP, CSV injection).
 * @param {string | number} value
 */
export function cell(value) {
  const text = typeof value === "number" ? String(value) : value.replace(/^[=+\-@\t\r＝＋－＠]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Give a table, its first row the heads.
 * @param {(string | number)[][]} rows
 */
export function csv(rows) {
  return BOM + rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

/**
 * Give the table of things; Id and Label are the columns that Gephi reads.
 * @param {Content} content
 */
export function nodesCsv({ nodes }) {
  return csv([["Id", "Label", "类型", "日期", "又称"], ...nodes.map((node) => [node.iri, node.label, node.kind[0], node.date, node.names.join("；")])]);
}

/**
 * Give the table of relations with their sources; Source and Target are the columns that Gephi reads.
 * @param {Content} content
 * @param {import("../model.js").Node[]} every
 */
export function relationsCsv({ relations }, every) {
  const rows = relations.map(({ link, fact, passage, passages }) => [
    ...[every[link.source].iri, every[link.target].iri, every[link.source].label, fact.words[0], every[link.target].label, fact.modality],
    ...[passage?.quote ?? "", passage?.document ?? "", passage?.date ?? "", passage?.line || "", passage?.rule ?? "", passage?.confidence ?? "", passages.slice(1).map((one) => `${one.quote}（${one.document}）`).join(" ‖ ")],
  ]);
  return csv([["Source", "Target", "主体", "关系", "客体", "情态", "原文", "来源文件", "日期", "行", "规则", "可信度", "其他原文"], ...rows]);
}
