// Small signs beside names: the shape and colour of a kind, the stroke of a line.

import { drawing } from "./dom.js";
import { outlineOf } from "./shapes.js";

/** @typedef {import("./model.js").Look} Look */

/**
 * Give the sign of a kind.
 * @param {Look | undefined} look
 */
export function signOf(look) {
  const shape = { d: outlineOf(look?.shape ?? "dot", 5.4), fill: look?.hollow ? "#ffffff" : (look?.colour ?? "#7A828C"), stroke: look?.colour ?? "#7A828C", "stroke-width": look?.hollow ? 2.2 : 1 };
  return drawing("svg", { class: "sign", viewBox: "-8 -8 16 16", width: 16, height: 16, "aria-hidden": "true" }, drawing("path", shape));
}

/**
 * Give the sign of a line.
 * @param {{colour: string, dashes: string}} look
 */
export function strokeOf(look) {
  const line = drawing("path", { d: "M0 4H22", stroke: look.colour, "stroke-width": 2, "stroke-dasharray": look.dashes || "none" });
  return drawing("svg", { class: "stroke", viewBox: "0 0 22 8", width: 22, height: 8, "aria-hidden": "true" }, line);
}
