// What the looks of lines mean, in words: how a link is known, and what became of it between two builds.

import { wordsOf } from "./words.js";

/** @typedef {"stated" | "demanded" | "denied" | "derived" | "reference" | "doubtful" | "gained" | "lost"} Manner */

const say = wordsOf({
  zh: {
    stated: "原文直述", demanded: "要求或打算，未见完成", denied: "原文称未落实", derived: "由要点归并", reference: "参考或推得", doubtful: "疑似相同，未合并",
    gained: "新增", lost: "已无",
  },
  en: {
    stated: "stated in the text", demanded: "demanded or intended only", denied: "stated not to be done", derived: "gathered from points", reference: "reference or derived", doubtful: "alike, not merged",
    gained: "gained", lost: "lost",
  },
});

/**
 * Say what the look of a line means.
 * @param {string} manner
 */
export function wordsOfManner(manner) {
  return say(/** @type {Manner} */ (manner));
}
