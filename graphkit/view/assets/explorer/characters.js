// Texts as code points, which offsets of passages and marks count; each text is cut once.

/** @typedef {import("./model.js").Source} Source */

/** @type {WeakMap<Source, string[]>} */
const cut = new WeakMap();

/**
 * Give the code points of a source's text, none where the text is not in the page.
 * @param {Source} source
 * @returns {string[]}
 */
export function charactersOf(source) {
  const known = cut.get(source) ?? Array.from(source.text ?? "");
  cut.set(source, known);
  return known;
}

const STOPS = "。！？；\n";
const SHORT = 24; // characters of a sentence that says little by itself
const FOLLOWING = 60;

/**
 * Give what follows a short sentence in its paragraph, "" after a long one or at the end of a paragraph.
 * @param {Source | undefined} source
 * @param {{before: string, quote: string, after: string, end: number}} passage
 */
export function followingOf(source, { before, quote, after, end }) {
  if (!source || Array.from(before + quote + after).length > SHORT) return "";
  const characters = charactersOf(source);
  let last = Math.max(end - 1, 0);
  while (last < characters.length && !STOPS.includes(characters[last])) last++;
  if (last >= characters.length || characters[last] === "\n") return "";
  const rest = characters.slice(last + 1, last + 1 + FOLLOWING + 1).join("").split("\n")[0].trimEnd();
  const kept = Array.from(rest);
  return kept.length > FOLLOWING ? `${wholePhrases(kept.slice(0, FOLLOWING))}…` : rest;
}

/**
 * Cut words after their last phrase, unless that is the better half of them.
 * @param {string[]} characters
 */
function wholePhrases(characters) {
  const last = characters.findLastIndex((one) => "，。；、：！？".includes(one));
  return characters.slice(0, last > characters.length / 2 ? last + 1 : characters.length).join("");
}
