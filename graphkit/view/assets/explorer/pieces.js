// A text cut where its marks and the wanted span begin and end.

/** @typedef {{start: number, end: number, node: number}} Mark */
/** @typedef {{text: string, node: number | null, isWanted: boolean}} Piece */

/**
 * Cut a text at marks and at a wanted span; of marks that overlap, the longer one that begins first is kept.
 * @param {string[]} characters  code points
 * @param {[number, number, number][]} marks
 * @param {[number, number] | null} span
 * @returns {Piece[]}
 */
export function piecesOf(characters, marks, span) {
  const kept = apart(marks);
  const cuts = new Set([0, characters.length]);
  for (const { start, end } of kept) cuts.add(start).add(end);
  for (const place of span ?? []) cuts.add(Math.max(0, Math.min(characters.length, place)));
  const places = [...cuts].sort((a, b) => a - b);
  /** @type {Piece[]} */
  const pieces = [];
  let next = 0;
  for (let index = 0; index + 1 < places.length; index++) {
    const [start, end] = [places[index], places[index + 1]];
    while (next < kept.length && kept[next].end <= start) next++;
    const mark = next < kept.length && kept[next].start <= start ? kept[next] : null;
    pieces.push({ text: characters.slice(start, end).join(""), node: mark ? mark.node : null, isWanted: span !== null && start >= span[0] && end <= span[1] });
  }
  return pieces;
}

/**
 * @param {[number, number, number][]} marks
 * @returns {Mark[]}
 */
function apart(marks) {
  const ordered = [...marks].sort((a, b) => a[0] - b[0] || b[1] - a[1] || a[2] - b[2]);
  /** @type {Mark[]} */
  const kept = [];
  for (const [start, end, node] of ordered) {
    if (!kept.length || start >= kept[kept.length - 1].end) kept.push({ start, end, node });
  }
  return kept;
}
