// Words of the matrix.

import { wordsOf } from "../explorer/words.js";

/** @typedef {import("./model.js").Value} Value */
/** @typedef {number} N */

export const say = wordsOf({
  zh: {
    filter: "筛选地区、机构、会议、文件（按 / ）",
    responded: "已响应", collectively: "集体覆盖", unreported: "未见报道", absent: "明确未响应",
    respondedMeans: "以自己的名义，已经落实", collectivelyMeans: "只有“各市（州）”一类的集体表述",
    unreportedMeans: "已读文件中没有，不等于没有响应", absentMeans: "原文写明尚未落实或缺席",
    value: "情况", universe: "范围", everywhere: "全部", targets: "会议和文件", sort: "排序", given: "按区划顺序", most: "按响应多少", name: "按名称",
    place: "地区与机构", total: "已响应", of: (/** @type {N} */ some, /** @type {N} */ all) => `${some} / ${all}`,
    counted: (/** @type {N} */ count) => `统计文件 ${count} 份`, members: (/** @type {N} */ count) => `统计范围 ${count} 个单位`,
    divisions: (/** @type {string} */ name, /** @type {N} */ count) => `各行是${name}的下一级行政区划，共 ${count} 个`, group: (/** @type {string} */ name, /** @type {N} */ count) => `各行是“${name}”所指的地区，共 ${count} 个`,
    recipients: (/** @type {string} */ name, /** @type {N} */ count) => `各行是《${name}》的主送单位，共 ${count} 个`,
    shown: (/** @type {N} */ some, /** @type {N} */ all) => `显示 ${some} / ${all} 行`,
    outside: "范围之外的机构（不计入合计）", loose: "没有范围的会议和文件", looseNote: "由谁主办或印发没有写明，列不出应由谁响应的名单，只列出原文提到的机构。",
    noList: (/** @type {string} */ name) => `数据集里没有“${name}”以下的单位名单，列不出应由谁响应，只列出原文提到的机构。`,
    otherList: "名单按行政区划、机构群体或一份文件的主送单位来列；要换一个，请用 graphkit view coverage --within 四川省（或机构群体、文件名）重新生成。",
    body: "提到的机构", target: "会议或文件", quote: "原文", places: (/** @type {N} */ count) => `${count} 处原文`,
    otherwise: "另有不同说法", against: "另有说法与此不同", offices: "机构", undated: "未注明日期", date: "日期", held: "主办或印发",
    telling: (/** @type {N} */ some, /** @type {N} */ all) => `${all} 份文件中有 ${some} 份说到`,
    hint: "点一格，看它的原文、文件和日期。点会议名称，按它排序。", nothing: "没有符合条件的行", sources: "原文",
    colon: "：", comma: "，", pause: "、", document: "来源文件", issued: "来源日期", line: "行", count: "处数",
  },
  en: {
    filter: "Filter by place, office, meeting or policy (press /)",
    responded: "responded", collectively: "collectively", unreported: "not reported", absent: "stated absent",
    respondedMeans: "in its own name, and done", collectivelyMeans: "only said of a group that contains it",
    unreportedMeans: "not in the documents read, which is not to say that it did not respond", absentMeans: "the text says not yet, or not there",
    value: "Values", universe: "Universe", everywhere: "all", targets: "Meetings and policies", sort: "Order", given: "by division", most: "by responses", name: "by name",
    place: "Place and office", total: "Responded", of: (/** @type {N} */ some, /** @type {N} */ all) => `${some} / ${all}`,
    counted: (/** @type {N} */ count) => (count === 1 ? "1 document counted" : `${count} documents counted`), members: (/** @type {N} */ count) => `${count} members`,
    divisions: (/** @type {string} */ name, /** @type {N} */ count) => `rows: the ${count} divisions right below ${name}`, group: (/** @type {string} */ name, /** @type {N} */ count) => `rows: the ${count} regions that ${name} means`,
    recipients: (/** @type {string} */ name, /** @type {N} */ count) => `rows: the ${count} bodies that ${name} was sent to`,
    shown: (/** @type {N} */ some, /** @type {N} */ all) => `${some} of ${all} rows`,
    outside: "Bodies outside the universe (not counted)", loose: "Meetings and policies without a universe", looseNote: "No text tells who held or issued them, so nobody knows who should respond; only bodies that are named are listed.",
    noList: (/** @type {string} */ name) => `The dataset has no list of bodies below ${name}, so nobody knows who should respond; only bodies that are named are listed.`,
    otherList: "Rows are the divisions of a region, a group of bodies, or those a document was sent to; for another list run graphkit view coverage --within NAME.",
    body: "Bodies named", target: "Meeting or policy", quote: "Sentence", places: (/** @type {N} */ count) => (count === 1 ? "1 passage" : `${count} passages`),
    otherwise: "also told otherwise", against: "Told otherwise", offices: "Offices", undated: "undated", date: "Date", held: "Held or issued by",
    telling: (/** @type {N} */ some, /** @type {N} */ all) => `${some} of ${all} documents tell`,
    hint: "Choose a cell to read its sentences, documents and dates. Choose the name of a meeting to sort by it.", nothing: "No row fits", sources: "Sentences",
    colon: ": ", comma: ", ", pause: ", ", document: "Document", issued: "Issued", line: "Line", count: "Passages",
  },
});

/**
 * Say what a value means.
 * @param {Value} value
 */
export function meaning(value) {
  return say(/** @type {const} */ ({ responded: "respondedMeans", collectively: "collectivelyMeans", unreported: "unreportedMeans", absent: "absentMeans" })[value]);
}
