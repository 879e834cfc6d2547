// Outlines of things: a shape's name and a radius go in, path data around (0, 0) come out (SVG 1.1, 8.3).

/** @typedef {[number, number][]} Corners */

const ROUND = (/** @type {number} */ value) => Math.round(value * 100) / 100;

/**
 * Give corners on circles of one or two radii, the first at the top.
 * @param {number} count
 * @param {number} outer
 * @param {number} [inner]  radius of every second corner
 * @param {number} [turn]  radians
 * @returns {Corners}
 */
function around(count, outer, inner = outer, turn = 0) {
  return Array.from({ length: count }, (_, step) => {
    const angle = turn - Math.PI / 2 + (2 * Math.PI * step) / count;
    const radius = step % 2 ? inner : outer;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

/** @type {Record<string, (radius: number) => Corners>} */
const CORNERS = {
  square: (radius) => around(4, radius * 1.2, radius * 1.2, Math.PI / 4),
  diamond: (radius) => around(4, radius * 1.3),
  triangle: (radius) => around(3, radius * 1.25),
  triangleDown: (radius) => around(3, radius * 1.25, radius * 1.25, Math.PI),
  star: (radius) => around(10, radius * 1.35, radius * 0.6),
};

/**
 * Give the corners of a shape; null for a circle.
 * @param {string} shape
 * @param {number} radius
 * @returns {Corners | null}
 */
export function cornersOf(shape, radius) {
  return CORNERS[shape]?.(radius) ?? null;
}

/**
 * Give the path of a shape, a circle where it is none of the known.
 * @param {string} shape
 * @param {number} radius
 */
export function outlineOf(shape, radius) {
  const corners = cornersOf(shape, radius);
  if (corners) return `M${corners.map(([x, y]) => `${ROUND(x)} ${ROUND(y)}`).join("L")}Z`;
  const r = ROUND(radius);
  return `M${-r} 0A${r} ${r} 0 1 0 ${r} 0A${r} ${r} 0 1 0 ${-r} 0Z`;
}
