// Words of the time axis.

import { language, told, wordsOf } from "../explorer/words.js";

/** @typedef {number} N */
/** @typedef {import("./model.js").TimedEvent} TimedEvent */

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export const say = wordsOf({
  zh: {
    filter: "筛选会议、文件、机构（按 / ）", lanes: "分行", kind: "按类型", target: "按会议和文件", body: "按机构",
    Meeting: "会议", Policy: "政策文件", Campaign: "专项活动", Response: "响应", responded: "已响应", collectively: "集体响应", absent: "明确未响应",
    kinds: "类型", from: "起始年份", to: "截止年份", start: "最早", end: "最晚", cut: "压缩没有事件的时段", zoomIn: "放大", zoomOut: "缩小", zoom: "缩放",
    days: (/** @type {N} */ count, /** @type {boolean} */ isLatest) => (isLatest ? `≤${count}天` : `${count}天`),
    daysLong: (/** @type {N} */ count, /** @type {boolean} */ isLatest) => (isLatest ? `会后 ${count} 天内（以报道日期计）` : count === 0 ? "当天" : `会后 ${count} 天`),
    latest: "≤：原文没写响应日期，以报道它的文件日期计", reported: (/** @type {string} */ date) => `${date} 报道`, until: (/** @type {string} */ written) => written.replace("/", " 至 "),
    gap: (/** @type {N} */ count) => (count >= 700 ? `${Math.round(count / 365)}年` : count >= 60 ? `${Math.round(count / 30.4)}个月` : `${count}天`),
    undated: "未注明日期", nothing: "没有符合条件的事件", nobody: "未载明机构", apart: "其他", counted: (/** @type {N} */ count) => `统计文件 ${count} 份`,
    shown: (/** @type {N} */ some, /** @type {N} */ all) => (some === all ? `${all} 个有日期` : `显示 ${some} / ${all} 个有日期`),
    aims: "所响应的", responses: (/** @type {N} */ count) => `响应（${count}）`, sentences: "原文", bodies: "机构", elapsed: "响应用时",
    elapsedOf: (/** @type {N} */ count, /** @type {N} */ least, /** @type {N} */ middle) => `${count} 个有日期，最快 ${least} 天，中位数 ${middle} 天`,
    hint: "点一个事件，看它的原文、文件和日期。", month: (/** @type {N} */ year, /** @type {N} */ month) => `${year}年${month}月`, onlyMonth: (/** @type {N} */ month) => `${month}月`,
    day: (/** @type {N} */ month, /** @type {N} */ day) => `${month}月${day}日`, year: (/** @type {N} */ year) => `${year}年`, comma: "，",
    what: "事情", name: "名称", when: "日期", isReport: "以报道日期计", elapsedDays: "天数", document: "来源文件", issued: "来源日期", line: "行", yes: "是",
  },
  en: {
    filter: "Filter meetings, policies, bodies (press /)", lanes: "Lanes", kind: "by kind", target: "by meeting and policy", body: "by body",
    Meeting: "Meetings", Policy: "Policies", Campaign: "Campaigns", Response: "Responses", responded: "responded", collectively: "collectively", absent: "stated absent",
    kinds: "Kinds", from: "From year", to: "To year", start: "first", end: "last", cut: "shorten times without events", zoomIn: "Zoom in", zoomOut: "Zoom out", zoom: "Zoom",
    days: (/** @type {N} */ count, /** @type {boolean} */ isLatest) => `${isLatest ? "≤" : ""}${count} d`,
    daysLong: (/** @type {N} */ count, /** @type {boolean} */ isLatest) => (isLatest ? `within ${count} days (by the date of the report)` : count === 0 ? "the same day" : `after ${count} days`),
    latest: "≤: the text gives no day of the response; the date of the document that reports it counts", reported: (/** @type {string} */ date) => `reported ${date}`, until: (/** @type {string} */ written) => written.replace("/", " to "),
    gap: (/** @type {N} */ count) => (count >= 700 ? `${Math.round(count / 365)} years` : count >= 60 ? `${Math.round(count / 30.4)} months` : `${count} days`),
    undated: "Undated", nothing: "No event fits", nobody: "no body told", apart: "others", counted: (/** @type {N} */ count) => (count === 1 ? "1 document counted" : `${count} documents counted`),
    shown: (/** @type {N} */ some, /** @type {N} */ all) => (some === all ? `${all} dated` : `${some} of ${all} dated`),
    aims: "Responds to", responses: (/** @type {N} */ count) => `Responses (${count})`, sentences: "Sentences", bodies: "Bodies", elapsed: "Days until the response",
    elapsedOf: (/** @type {N} */ count, /** @type {N} */ least, /** @type {N} */ middle) => `${count} dated; first ${least} days, median ${middle} days`,
    hint: "Choose an event to read its sentences, documents and dates.", month: (/** @type {N} */ year, /** @type {N} */ month) => `${MONTHS[month - 1]} ${year}`, onlyMonth: (/** @type {N} */ month) => MONTHS[month - 1],
    day: (/** @type {N} */ month, /** @type {N} */ day) => `${day} ${MONTHS[month - 1]}`, year: (/** @type {N} */ year) => String(year), comma: ", ",
    what: "What", name: "Name", when: "Date", isReport: "Date of the report", elapsedDays: "Days", document: "Document", issued: "Issued", line: "Line", yes: "yes",
  },
});

/**
 * Say what an event is.
 * @param {TimedEvent} event
 */
export function kindOf(event) {
  return event.manner ? say(event.manner) : told(event.kind);
}

/**
 * Say when an event was.
 * @param {TimedEvent} event
 */
export function whenOf(event) {
  if (!event.when.written) return say("undated");
  const written = say("until", event.when.written);
  return event.when.is_latest ? say("reported", written) : written;
}

/**
 * Give words with their number in brackets, as the language writes them.
 * @param {string} words
 * @param {number} count
 */
export function counted(words, count) {
  return language() === "en" ? `${words} (${count})` : `${words}（${count}）`;
}
