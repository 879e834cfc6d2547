// A text cut where its marks and the wanted span begin and end; marks may lie within each other and across each other.

/** @typedef {{start: number, end: number, node: number}} Mark */
/** `marks` are those that lie over a piece, the outermost first; `node` is that of the innermost. */
/** @typedef {{text: string, node: number | null, marks: Mark[], isWanted: boolean}} Piece */

/**
 * Cut a text at marks and at a wanted span; of marks of one span the last is the innermost.
 * @param {string[]} characters  code points
 * @param {[number, number, number][]} marks
 * @param {[number, number] | null} span
 * @returns {Piece[]}
 */
export function piecesOf(characters, marks, span) {
  const ordered = marks.map(([start, end, node]) => ({ start, end, node })).sort((a, b) => a.start - b.start || b.end - a.end);
  const cuts = new Set([0, characters.length]);
  for (const { start, end } of ordered) cuts.add(start).add(end);
  for (const place of span ?? []) cuts.add(Math.max(0, Math.min(characters.length, place)));
  const places = [...cuts].sort((a, b) => a - b);
  /** @type {Piece[]} */
  const pieces = [];
  /** @type {Mark[]} */
  let over = [];
  let next = 0;
  for (let index = 0; index + 1 < places.length; index++) {
    const [start, end] = [places[index], places[index + 1]];
    over = over.filter((mark) => mark.end > start);
    while (next < ordered.length && ordered[next].start <= start) over.push(ordered[next++]);
    pieces.push({ text: characters.slice(start, end).join(""), node: over.at(-1)?.node ?? null, marks: [...over], isWanted: span !== null && start >= span[0] && end <= span[1] });
  }
  return pieces;
}

/**
 * Cut pieces into runs: those that lie under one mark at a depth, and single ones under none.
 * @param {Piece[]} pieces
 * @param {number} depth
 * @returns {{mark: Mark | null, pieces: Piece[]}[]}
 */
export function runsOf(pieces, depth) {
  /** @type {{mark: Mark | null, pieces: Piece[]}[]} */
  const runs = [];
  for (const piece of pieces) {
    const mark = piece.marks[depth] ?? null;
    const last = runs.at(-1);
    if (last && mark && last.mark === mark) last.pieces.push(piece);
    else runs.push({ mark, pieces: [piece] });
  }
  return runs;
}
