// The picture as a file: SVG that stands alone, with its title and legend, and PNG made of it.

import { HEAD_COLOUR } from "../bands.js";
import { drawing } from "../dom.js";
import { viewOfAll } from "../fit.js";
import { outlineOf } from "../shapes.js";
import { svgStage } from "../svg_stage.js";
import { told } from "../words.js";

/** @typedef {import("../state.js").Store} Store */
/** @typedef {import("../stage.js").Stage} Stage */

const FONT = '"Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif';
const HEAD = 44;
const FOOT = 34;
/** What the page's style says of parts of the picture, for files that have no style. */
const LOOKS = /** @type {Record<string, Record<string, string>>} */ ({
  line: { fill: "none" },
  ring: { fill: "none", stroke: "#c24e00", "stroke-width": "2.5" },
  rim: { fill: "none", "stroke-width": "2.5" },
  bold: { "font-weight": "700" },
  faded: { opacity: "0.25" },
  words: { fill: "#8a3b00" },
  "head-words": { fill: HEAD_COLOUR },
});

/**
 * Give the picture as an SVG element of its own.
 * @param {Store} store
 * @param {Stage} stage
 * @param {{width: number, height: number}} size
 */
export function standaloneSvg(store, stage, size) {
  const host = document.createElement("div");
  const picture = stage.picture();
  const room = { width: size.width, height: size.height - HEAD - FOOT };
  const drawer = svgStage(host, stage.widthOf);
  drawer.draw(picture, viewOfAll(picture, room, stage.widthOf, 0), room);
  const svg = /** @type {SVGSVGElement} */ (drawer.element);
  svg.firstElementChild?.removeAttribute("transform"); // the stage draws PAD pixels beyond each side
  for (const [key, value] of Object.entries({ xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${size.width} ${size.height}`, width: size.width, height: size.height, "font-family": FONT })) svg.setAttribute(key, String(value));
  svg.removeAttribute("class");
  const moved = drawing("g", { transform: `translate(0 ${HEAD})` }, ...svg.childNodes);
  const title = drawing("text", { x: 24, y: 28, "font-size": 17, "font-weight": 700, fill: "#1f2933" }, told(store.scene.title));
  svg.replaceChildren(drawing("rect", { width: size.width, height: size.height, fill: "#ffffff" }), moved, title, legend(store, size));
  style(moved);
  return svg;
}

/**
 * Write what the style says into the elements.
 * @param {SVGElement} root
 */
function style(root) {
  for (const one of root.querySelectorAll("text")) {
    const badge = one.parentElement?.classList.contains("badge");
    const look = { "text-anchor": "middle", "dominant-baseline": "central", ...(badge ? { fill: "#3d4852" } : { fill: "#1f2933", stroke: "#ffffff", "stroke-width": "4", "stroke-linejoin": "round", "paint-order": "stroke" }) };
    for (const [key, value] of Object.entries(look)) one.setAttribute(key, value);
  }
  for (const one of root.querySelectorAll(".badge rect")) for (const [key, value] of [["fill", "#eef1f4"], ["stroke", "#9aa5b1"]]) one.setAttribute(key, value);
  for (const one of root.querySelectorAll("[class]")) {
    for (const name of one.classList) for (const [key, value] of Object.entries(LOOKS[name] ?? {})) one.setAttribute(key, value);
  }
}

/**
 * @param {Store} store
 * @param {{width: number, height: number}} size
 */
function legend(store, size) {
  const shown = new Set(store.scene.nodes.filter((node) => store.isShown(node.id)).map((node) => node.group));
  const row = drawing("g", { transform: `translate(24 ${size.height - 16})`, "font-size": 12, fill: "#1f2933" });
  let x = 0;
  for (const look of store.scene.looks.values()) {
    if (!shown.has(look.name)) continue;
    const words = told([look.zh, look.en]);
    row.append(drawing("path", { d: outlineOf(look.shape, 5), transform: `translate(${x} -4)`, fill: look.hollow ? "#ffffff" : look.colour, stroke: look.colour, "stroke-width": look.hollow ? 2 : 1 }));
    row.append(drawing("text", { x: x + 12 }, words));
    x += 34 + words.length * (/[a-z]/i.test(words) ? 7 : 13);
  }
  return row;
}

/** @param {SVGSVGElement} svg */
export function svgText(svg) {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}

/**
 * Give the picture as PNG at twice its size.
 * @param {SVGSVGElement} svg
 * @returns {Promise<Blob>}
 */
export async function pngOf(svg) {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svgText(svg)], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = svg.width.baseVal.value * 2;
  canvas.height = svg.height.baseVal.value * 2;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"));
}
