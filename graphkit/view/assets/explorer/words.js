// The language of the page: what we say in both, what documents say as it stands.

/** @typedef {import("./model.js").Words} Words */
/** @typedef {"zh" | "en"} Language */
/** @typedef {string | ((...values: any[]) => string)} Phrase */

const chosen = { language: /** @type {Language} */ ("zh") };

/** Give the language of the page. */
export function language() {
  return chosen.language;
}

/** @param {Language} wanted */
export function speak(wanted) {
  chosen.language = wanted;
}

/**
 * Give the language that a page opens with: the one it was made for, or the reader's.
 * @param {string} asked  zh, en or auto
 * @param {readonly string[]} spoken  the browser's languages
 * @returns {Language}
 */
export function languageFor(asked, spoken) {
  if (asked === "zh" || asked === "en") return asked;
  return (spoken[0] ?? "zh").toLowerCase().startsWith("zh") ? "zh" : "en";
}

/**
 * Choose from a pair.
 * @param {Words} pair
 */
export function told(pair) {
  return pair[chosen.language === "en" ? 1 : 0];
}

/**
 * Give a function that says the phrases of one part of the page; both languages have the same keys.
 * @template {Record<string, Phrase>} Table
 * @param {{zh: Table, en: Record<keyof Table, Phrase>}} table
 * @returns {(key: keyof Table, ...values: unknown[]) => string}
 */
export function wordsOf(table) {
  return (key, ...values) => {
    const phrase = table[chosen.language][key];
    return typeof phrase === "function" ? phrase(...values) : phrase;
  };
}
