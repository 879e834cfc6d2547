// The marks of events: shape and colour (Okabe and Ito) both tell what they are.

import { drawing } from "../explorer/dom.js";
import { outlineOf } from "../explorer/shapes.js";

/** @typedef {import("./model.js").Sign} Sign */

const RADIUS = 6.2;
/** @type {Record<Sign, {outline: string, fill: string, stroke: string, width: number}>} */
export const SIGNS = {
  Meeting: { outline: outlineOf("diamond", RADIUS), fill: "#D55E00", stroke: "#D55E00", width: 1 },
  Policy: { outline: outlineOf("square", RADIUS), fill: "#009E73", stroke: "#009E73", width: 1 },
  Campaign: { outline: outlineOf("star", RADIUS), fill: "#B89B00", stroke: "#B89B00", width: 1 },
  responded: { outline: outlineOf("dot", RADIUS), fill: "#0072B2", stroke: "#0072B2", width: 1 },
  collectively: { outline: outlineOf("dot", RADIUS - 0.4), fill: "#fff", stroke: "#0072B2", width: 2.5 },
  absent: { outline: "M-6 -6L6 6M6 -6L-6 6", fill: "none", stroke: "#8c2d62", width: 3.5 },
};

/**
 * Give the mark of events.
 * @param {Sign} name
 */
export function markOf(name) {
  const { outline, fill, stroke, width } = SIGNS[name];
  return drawing("svg", { class: "shape", viewBox: "-9 -9 18 18", "aria-hidden": "true" }, drawing("path", { d: outline, fill, stroke, "stroke-width": width }));
}
