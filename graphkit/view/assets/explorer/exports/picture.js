// The picture as a file: SVG that stands alone, with its title and legend, and PNG made of it.

import { HEAD_COLOUR } from "../bands.js";
import { drawing } from "../dom.js";
import { viewOfAll } from "../fit.js";
import { wordsOfManner } from "../manners.js";
import { CHANGES, MANNERS } from "../picture.js";
import { outlineOf } from "../shapes.js";
import { svgStage } from "../svg_stage.js";
import { told } from "../words.js";

/** @typedef {import("../state.js").Store} Store */
/** @typedef {import("../stage.js").Stage} Stage */

const FONT = '"Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif';
const HEAD = 44;
const FONT_OF_LEGEND = 12;
const ROW = 22; // pixels of a row of the legend
const MARGIN = 24;
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
  const rows = rowsOf([...kindsShown(store), ...mannersShown(store)], size.width - 2 * MARGIN, stage.widthOf);
  const room = { width: size.width, height: size.height - HEAD - rows.length * ROW - 12 };
  const drawer = svgStage(host, stage.widthOf);
  drawer.draw(picture, viewOfAll(picture, room, stage.widthOf, 0), room);
  const svg = /** @type {SVGSVGElement} */ (drawer.element);
  svg.firstElementChild?.removeAttribute("transform"); // the stage draws PAD pixels beyond each side
  for (const stripe of svg.querySelectorAll(".bands rect")) for (const [key, value] of Object.entries({ y: 0, height: room.height })) stripe.setAttribute(key, String(value));
  for (const [key, value] of Object.entries({ xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${size.width} ${size.height}`, width: size.width, height: size.height, "font-family": FONT })) svg.setAttribute(key, String(value));
  svg.removeAttribute("class");
  const moved = drawing("g", { transform: `translate(0 ${HEAD})` }, ...svg.childNodes);
  const title = drawing("text", { x: MARGIN, y: 28, "font-size": 17, "font-weight": 700, fill: "#1f2933" }, told(store.scene.title));
  svg.replaceChildren(drawing("rect", { width: size.width, height: size.height, fill: "#ffffff" }), moved, title, legend(rows, size));
  style(moved);
  return svg;
}

/** @typedef {{sign: SVGElement, words: string, wide: number}} Entry  `wide` pixels are those of the sign */

/**
 * Give the kinds of what is shown.
 * @param {Store} store
 * @returns {Entry[]}
 */
function kindsShown(store) {
  const shown = new Set(store.scene.nodes.filter((node) => store.isShown(node.id)).map((node) => node.group));
  return [...store.scene.looks.values()].filter((look) => shown.has(look.name)).map((look) => ({
    sign: drawing("path", { d: outlineOf(look.shape, 5), transform: "translate(5 -4)", fill: look.hollow ? "#ffffff" : look.colour, stroke: look.colour, "stroke-width": look.hollow ? 2 : 1 }),
    words: told([look.zh, look.en]),
    wide: 17,
  }));
}

/**
 * Give the looks of the lines that are shown.
 * @param {Store} store
 * @returns {Entry[]}
 */
function mannersShown(store) {
  const shown = new Set(store.shownLinks().map((link) => (link.change in CHANGES ? link.change : link.manner)));
  return Object.entries({ ...MANNERS, ...CHANGES }).filter(([name]) => shown.has(name)).map(([name, { colour, dashes }]) => ({
    sign: drawing("path", { d: "M0 -4H30", fill: "none", stroke: colour, "stroke-width": 2, "stroke-dasharray": dashes || "none" }),
    words: wordsOfManner(name),
    wide: 36,
  }));
}

/**
 * Put entries into rows of a width.
 * @param {Entry[]} entries
 * @param {number} width
 * @param {(text: string, size: number) => number} widthOf
 */
function rowsOf(entries, width, widthOf) {
  /** @type {(Entry & {x: number})[][]} */
  const rows = [];
  let x = Infinity;
  for (const entry of entries) {
    const wide = entry.wide + widthOf(entry.words, FONT_OF_LEGEND);
    if (x + wide > width) {
      rows.push([]);
      x = 0;
    }
    rows[rows.length - 1].push({ ...entry, x });
    x += wide + 20;
  }
  return rows;
}

/**
 * @param {(Entry & {x: number})[][]} rows
 * @param {{width: number, height: number}} size
 */
function legend(rows, size) {
  const made = drawing("g", { class: "legend", "font-size": FONT_OF_LEGEND, fill: "#1f2933" });
  rows.forEach((row, index) => {
    const y = size.height - 12 - (rows.length - 1 - index) * ROW;
    for (const { sign, words, wide, x } of row) made.append(drawing("g", { transform: `translate(${MARGIN + x} ${y})` }, sign, drawing("text", { x: wide }, words)));
  });
  return made;
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
