// Which things a text may mean: names, aliases, parts of them, and their pinyin, whole or by initials.

/** @typedef {import("./model.js").Node} Node */

/**
 * Give a name without white space, quotes and case.
 * @param {string} text
 */
export function keyOf(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[\s《》〈〉“”‘’"'「」*]/g, "");
}

/**
 * Tell whether letters spell some run of a name's characters, each by its syllable or its initial: cdj, chengduju.
 * @param {string} typed
 * @param {string} spelling  syllables parted by spaces, readings of one character by |: `chong|zhong qing shi`
 */
export function isSpelt(typed, spelling) {
  const readings = spelling.split(" ").map((one) => one.split("|"));
  /** @type {Set<number>} */
  const dead = new Set();
  const ends = (/** @type {number} */ at, /** @type {number} */ place) => {
    if (at === typed.length) return true;
    const key = at * 4096 + place;
    if (place >= readings.length || dead.has(key)) return false;
    for (const syllable of readings[place]) {
      for (const piece of piecesOf(syllable)) if (typed.startsWith(piece, at) && ends(at + piece.length, place + 1)) return true;
    }
    dead.add(key);
    return false;
  };
  return readings.some((_, start) => ends(0, start));
}

/**
 * Give what people type for a syllable: all of it, zh ch sh, its first letter.
 * @param {string} syllable
 */
function piecesOf(syllable) {
  return /^[zcs]h/.test(syllable) ? [syllable, syllable.slice(0, 2), syllable[0]] : [syllable, syllable[0]];
}

/**
 * Give a function that finds nodes by a text: names that are it or begin with it first, then those that hold it, then pinyin.
 * @param {Node[]} nodes  the best connected first
 * @returns {(text: string, most: number) => Node[]}
 */
export function finderIn(nodes) {
  const known = nodes.map((node) => ({ node, keys: [node.label, ...node.names, node.title].map(keyOf) }));
  return (text, most) => {
    const key = keyOf(text);
    if (!key) return [];
    const letters = /^[a-z0-9]{2,80}$/.test(key) ? key : "";
    /** @type {[number, number, Node][]} */
    const ranked = [];
    known.forEach(({ node, keys }, order) => {
      const rank = rankOf(key, letters, keys, node.spellings);
      if (rank < 4) ranked.push([rank, order, node]);
    });
    return ranked.sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, most).map(([, , node]) => node);
  };
}

/**
 * @param {string} key
 * @param {string} letters
 * @param {string[]} keys
 * @param {string[]} spellings
 */
function rankOf(key, letters, keys, spellings) {
  if (keys.includes(key)) return 0;
  if (keys.some((one) => one.startsWith(key))) return 1;
  if (keys.some((one) => one.includes(key))) return 2;
  return letters && spellings.some((one) => isSpelt(letters, one)) ? 3 : 4;
}
