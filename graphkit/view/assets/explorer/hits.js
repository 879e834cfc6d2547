// What is under the pointer: a picture goes in, the nearest dot, else the nearest line, comes out.

/** @typedef {import("./picture.js").Picture} Picture */
/** @typedef {import("./picture.js").Dot} Dot */
/** @typedef {import("./picture.js").Line} Line */
/** @typedef {import("./viewport.js").Place} Place */

/**
 * @param {Picture} picture
 * @param {Place} at  in the picture's own units
 * @param {number} slack  in the same units
 * @returns {{dot: Dot} | {line: Line} | null}
 */
export function hitIn(picture, at, slack) {
  const dot = nearestDot(picture.dots, at, slack);
  if (dot) return { dot };
  const line = nearestLine(picture.lines, at, slack);
  return line ? { line } : null;
}

/**
 * @param {Dot[]} dots
 * @param {Place} at
 * @param {number} slack
 */
function nearestDot(dots, at, slack) {
  let best = null;
  let least = Infinity;
  for (const dot of dots) {
    const away = Math.hypot(dot.place.x - at.x, dot.place.y - at.y) - dot.radius * 1.1;
    if (away <= slack && away < least) [best, least] = [dot, away];
  }
  return best;
}

/**
 * @param {Line[]} lines
 * @param {Place} at
 * @param {number} slack
 */
function nearestLine(lines, at, slack) {
  let best = null;
  let least = slack;
  for (const line of lines) {
    const away = distanceTo(line.from.place, line.to.place, at);
    if (line.link && away < least) [best, least] = [line, away];
  }
  return best;
}

/**
 * Give the distance of a place from the stretch between two others.
 * @param {Place} start
 * @param {Place} end
 * @param {Place} at
 */
export function distanceTo(start, end, at) {
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const share = Math.max(0, Math.min(1, ((at.x - start.x) * dx + (at.y - start.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(at.x - start.x - share * dx, at.y - start.y - share * dy);
}

/**
 * Give the dot to which an arrow key leads: near, and in that direction (dx, dy).
 * @param {Dot[]} dots
 * @param {Dot} from
 * @param {number} dx
 * @param {number} dy
 * @returns {Dot | null}
 */
export function nextDot(dots, from, dx, dy) {
  let best = null;
  let least = Infinity;
  for (const dot of dots) {
    const x = dot.place.x - from.place.x;
    const y = dot.place.y - from.place.y;
    const ahead = x * dx + y * dy;
    if (dot === from || ahead <= 0) continue;
    const aside = Math.abs(x * dy - y * dx);
    const cost = ahead + 2.5 * aside;
    if (cost < least) [best, least] = [dot, cost];
  }
  return best;
}
