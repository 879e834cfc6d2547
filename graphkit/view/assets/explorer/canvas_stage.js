// The picture on a canvas, for more things than SVG moves smoothly: the same looks, the same labels.

import { HEAD_COLOUR, STRIPES, stripesOf } from "./bands.js";
import { element } from "./dom.js";
import { FONT_SIZE, LINE_HEIGHT, placedLabels, SMALL } from "./labels.js";
import { movedBy, parted, writtenApart } from "./lifted.js";
import { CHANGES, endsOf } from "./picture.js";
import { cornersOf } from "./shapes.js";
import { PAD } from "./viewport.js";
import { labelItems, lineItems } from "./written.js";

/** @typedef {import("./picture.js").Picture} Picture */
/** @typedef {import("./picture.js").Dot} Dot */
/** @typedef {import("./picture.js").Line} Line */
/** @typedef {import("./viewport.js").View} View */
/** @typedef {import("./viewport.js").Size} Size */

const FADED = 0.18;
const MOST_LABELS = 400;
const ARROWS = 0.5; // zoom from which arrows can be told from lines
const HALO = "rgba(255,255,255,0.92)";

/**
 * Make a canvas stage inside a host.
 * @param {HTMLElement} host
 * @param {(text: string, size: number) => number} widthOf
 */
export function canvasStage(host, widthOf) {
  const family = getComputedStyle(host).fontFamily;
  const base = sheetOf(family);
  const front = sheetOf(family);
  host.append(base.canvas);
  /** @type {ReturnType<typeof placedLabels>} */
  let placed = { labels: [], badges: [], words: [] };
  /** @type {{dot: Dot, moving: Picture, mine: typeof placed, from: import("./viewport.js").Place} | null} */
  let lifted = null;
  /** @type {ReturnType<typeof stripesOf>} */
  let behind = { stripes: [], heads: [] };
  /** @type {Size} */
  let drawnSize = { width: 0, height: 0 };

  return {
    element: base.canvas,
    boxes: () => placed,
    /**
     * @param {Picture} picture
     * @param {View} view
     * @param {Size} size
     */
    draw(picture, view, size) {
      if (lifted) front.canvas.remove();
      lifted = null;
      drawnSize = size;
      behind = stripesOf(picture.bands, view, size, widthOf);
      const seen = inSight(picture, view, size);
      const items = labelItems({ ...picture, dots: seen.dots }, view).slice(0, MOST_LABELS);
      placed = placedLabels(items, lineItems(picture, view), { ...size, pad: PAD, taken: behind.heads }, widthOf);
      base.draw(seen, view, size, placed, behind);
    },
    /**
     * Draw a dot that is dragged, and what hangs on it, anew; all else stays as it was drawn last.
     * @param {Picture} picture
     * @param {Dot} dot
     * @param {import("./viewport.js").Place} from  where the dot was when the picture was drawn
     * @param {View} view
     */
    drag(picture, dot, from, view) {
      if (lifted?.dot !== dot) {
        const { moving, staying } = parted(picture, dot);
        const { mine, others } = writtenApart(placed, moving);
        lifted = { dot, moving, mine, from };
        base.draw(inSight(staying, view, drawnSize), view, drawnSize, others, behind);
        host.append(front.canvas);
      }
      const { moving, mine, from: start } = lifted;
      const [dx, dy] = [(dot.place.x - start.x) * view.k, (dot.place.y - start.y) * view.k];
      front.draw(moving, view, drawnSize, { labels: movedBy(mine.labels, dx, dy), badges: movedBy(mine.badges, dx, dy), words: [] }, { stripes: [], heads: [] });
    },
    remove() {
      base.canvas.remove();
      front.canvas.remove();
    },
  };
}

/**
 * Make a canvas, and what draws a part of a picture on it.
 * @param {string} family
 */
function sheetOf(family) {
  const canvas = element("canvas", { class: "picture", "aria-hidden": "true" });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  return {
    canvas,
    /**
     * @param {{dots: Dot[], lines: Line[]}} seen
     * @param {View} view
     * @param {Size} size
     * @param {ReturnType<typeof placedLabels>} placed
     * @param {ReturnType<typeof stripesOf>} behind
     */
    draw(seen, view, size, placed, { stripes, heads }) {
      const ratio = Math.min(2, window.devicePixelRatio || 1);
      const [width, height] = [(size.width + 2 * PAD) * ratio, (size.height + 2 * PAD) * ratio];
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
      context.setTransform(ratio, 0, 0, ratio, PAD * ratio, PAD * ratio);
      context.clearRect(-PAD, -PAD, size.width + 2 * PAD, size.height + 2 * PAD);
      for (const { left, width: wide, isEven } of stripes) {
        context.fillStyle = STRIPES[isEven ? 0 : 1];
        context.fillRect(left, -PAD, wide, size.height + 2 * PAD);
      }
      drawLines(context, seen.lines, view);
      drawDots(context, seen.dots, view);
      drawWritten(context, placed, family);
      for (const head of heads) write(context, head.words, head, `${SMALL}px ${family}`, HEAD_COLOUR);
    },
  };
}

/**
 * Keep what can be seen.
 * @param {Picture} picture
 * @param {View} view
 * @param {Size} size
 */
function inSight(picture, view, size) {
  const left = (-PAD - view.x) / view.k - 20;
  const top = (-PAD - view.y) / view.k - 20;
  const right = (size.width + PAD - view.x) / view.k + 20;
  const bottom = (size.height + PAD - view.y) / view.k + 20;
  const dots = picture.dots.filter(({ place }) => place.x > left && place.x < right && place.y > top && place.y < bottom);
  const lines = picture.lines.filter(({ from, to }) => {
    const [a, b] = [from.place, to.place];
    return Math.max(a.x, b.x) > left && Math.min(a.x, b.x) < right && Math.max(a.y, b.y) > top && Math.min(a.y, b.y) < bottom;
  });
  return { dots, lines };
}

/**
 * Draw lines of one look in one stroke.
 * @param {CanvasRenderingContext2D} context
 * @param {Line[]} lines
 * @param {View} view
 */
function drawLines(context, lines, view) {
  context.save();
  context.translate(view.x, view.y);
  context.scale(view.k, view.k);
  /** @type {Map<string, Line[]>} */
  const alike = new Map();
  for (const line of lines) {
    const key = `${line.isChosen ? 1 : 0}|${line.isFaded}|${line.colour}|${line.dashes}|${Math.round(line.width * 2)}`;
    const some = alike.get(key);
    if (some) some.push(line);
    else alike.set(key, [line]);
  }
  for (const [, some] of [...alike].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const [first] = some;
    context.globalAlpha = first.isFaded ? FADED : 1;
    context.strokeStyle = context.fillStyle = first.colour;
    context.lineWidth = first.width / Math.min(1, view.k);
    context.setLineDash(first.dashes ? first.dashes.split(" ").map(Number) : []);
    context.beginPath();
    for (const { from, to } of some) {
      context.moveTo(from.place.x, from.place.y);
      context.lineTo(to.place.x, to.place.y);
    }
    context.stroke();
    if (view.k >= ARROWS && !first.isFaded) drawHeads(context, some);
  }
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Line[]} lines
 */
function drawHeads(context, lines) {
  context.beginPath();
  for (const line of lines) {
    if (!line.hasArrow) continue;
    const { x2, y2, ux, uy } = endsOf(line);
    const size = 5 + line.width;
    const [x, y] = [x2 - ux * size, y2 - uy * size];
    const half = size * 0.42;
    context.moveTo(x2, y2);
    context.lineTo(x - uy * half, y + ux * half);
    context.lineTo(x + uy * half, y - ux * half);
    context.closePath();
  }
  context.fill();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Dot[]} dots
 * @param {View} view
 */
function drawDots(context, dots, view) {
  context.save();
  context.translate(view.x, view.y);
  context.scale(view.k, view.k);
  for (let index = dots.length - 1; index >= 0; index--) {
    const dot = dots[index];
    context.globalAlpha = dot.isFaded ? FADED : 1;
    context.fillStyle = dot.hollow ? "#ffffff" : dot.colour;
    context.strokeStyle = dot.hollow ? dot.colour : "#ffffff";
    context.lineWidth = dot.hollow ? 2.5 : 1;
    trace(context, dot);
    context.fill();
    if (view.k > 0.3 || dot.hollow) context.stroke();
    const change = CHANGES[dot.change];
    if (dot.isChosen || change) ring(context, dot, dot.isChosen ? "#c24e00" : change.colour);
  }
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Dot} dot
 */
function trace(context, dot) {
  const corners = cornersOf(dot.shape, dot.radius);
  context.beginPath();
  if (corners) {
    for (const [x, y] of corners) context.lineTo(dot.place.x + x, dot.place.y + y);
    context.closePath();
  } else context.arc(dot.place.x, dot.place.y, dot.radius, 0, 2 * Math.PI);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Dot} dot
 * @param {string} colour
 */
function ring(context, dot, colour) {
  context.beginPath();
  context.arc(dot.place.x, dot.place.y, dot.radius * 1.3 + 5, 0, 2 * Math.PI);
  context.strokeStyle = colour;
  context.lineWidth = 2.5;
  context.stroke();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {ReturnType<typeof placedLabels>} placed
 * @param {string} family
 */
function drawWritten(context, placed, family) {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.setLineDash([]);
  for (const box of placed.words) write(context, box.item.words, box, `${SMALL}px ${family}`, "#8a3b00");
  for (const box of placed.badges) drawBadge(context, box, family);
  for (const box of placed.labels) {
    context.globalAlpha = box.item.faded ? 0.3 : 1;
    const font = `${box.item.bold ? "bold " : ""}${FONT_SIZE}px ${family}`;
    box.item.lines.forEach((line, row) => {
      const top = box.top + row * LINE_HEIGHT;
      write(context, line, { ...box, top, bottom: top + LINE_HEIGHT }, font, "#1f2933");
    });
  }
  context.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} text
 * @param {{left: number, top: number, right: number, bottom: number}} box
 * @param {string} font
 * @param {string} colour
 */
function write(context, text, box, font, colour) {
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  context.font = font;
  context.strokeStyle = HALO;
  context.lineWidth = 4;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import("./labels.js").Badge} box
 * @param {string} family
 */
function drawBadge(context, box, family) {
  context.globalAlpha = box.item.faded ? 0.3 : 1;
  context.fillStyle = "#eef1f4";
  context.strokeStyle = "#9aa5b1";
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(box.left, box.top, box.right - box.left, box.bottom - box.top, 8);
  context.fill();
  context.stroke();
  context.font = `${SMALL}px ${family}`;
  context.fillStyle = "#3d4852";
  context.fillText(box.item.badge, (box.left + box.right) / 2, (box.top + box.bottom) / 2);
}
