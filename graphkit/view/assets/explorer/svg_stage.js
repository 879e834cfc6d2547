// The picture as SVG: text that can be found, copied, printed. Pictures and views go in, elements come out.

import { HEAD_COLOUR, STRIPES, stripesOf } from "./bands.js";
import { drawing } from "./dom.js";
import { FONT_SIZE, LINE_HEIGHT, placedLabels, SMALL } from "./labels.js";
import { movedBy, parted, writtenApart } from "./lifted.js";
import { CHANGES, endsOf } from "./picture.js";
import { outlineOf } from "./shapes.js";
import { PAD } from "./viewport.js";
import { labelItems, lineItems } from "./written.js";

/** @typedef {import("./picture.js").Picture} Picture */
/** @typedef {import("./picture.js").Dot} Dot */
/** @typedef {import("./picture.js").Line} Line */
/** @typedef {import("./viewport.js").View} View */
/** @typedef {import("./viewport.js").Size} Size */

/**
 * Make an SVG stage inside a host.
 * @param {HTMLElement} host
 * @param {(text: string, size: number) => number} widthOf
 */
export function svgStage(host, widthOf) {
  const base = layerOf();
  const front = layerOf();
  host.append(base.svg);
  /** @type {ReturnType<typeof placedLabels>} */
  let placed = { labels: [], badges: [], words: [] };
  /** @type {Picture | null} */
  let drawn = null;
  /** @type {{dot: Dot, moving: Picture, mine: typeof placed, from: import("./viewport.js").Place} | null} */
  let lifted = null;

  /**
   * Draw what stays without the dot and its lines, and these on a layer of their own.
   * @param {Picture} picture
   * @param {Dot} dot
   * @param {import("./viewport.js").Place} from  where the dot is drawn
   */
  function lift(picture, dot, from) {
    const { moving, staying } = parted(picture, dot);
    const { mine, others } = writtenApart(placed, moving);
    lifted = { dot, moving, mine, from };
    drawn = null;
    base.draw(staying);
    base.inscribe(others);
    for (const { svg } of [base, front]) svg.classList.add("moving"); // layers of their own: what stays is not painted again
    host.append(front.svg);
  }

  return {
    element: base.svg,
    boxes: () => placed,
    /**
     * Draw what a view shows; a picture that is already there is only moved.
     * @param {Picture} picture
     * @param {View} view
     * @param {Size} size
     */
    draw(picture, view, size) {
      if (lifted) front.svg.remove();
      lifted = null;
      if (picture !== drawn) base.draw(picture);
      drawn = picture;
      const { stripes, heads } = stripesOf(picture.bands, view, size, widthOf);
      placed = placedLabels(labelItems(picture, view), lineItems(picture, view), { ...size, pad: PAD, taken: heads }, widthOf);
      base.look(view);
      base.stripe(stripes, size);
      base.inscribe(placed, heads);
    },
    /**
     * Draw a dot that is dragged, and what hangs on it, anew; all else stays as it was drawn last.
     * @param {Picture} picture
     * @param {Dot} dot
     * @param {import("./viewport.js").Place} from  where the dot was when the picture was drawn
     * @param {View} view
     */
    drag(picture, dot, from, view) {
      if (lifted?.dot !== dot) lift(picture, dot, from);
      if (!lifted) return;
      const [dx, dy] = [(dot.place.x - lifted.from.x) * view.k, (dot.place.y - lifted.from.y) * view.k];
      front.draw(lifted.moving);
      front.look(view);
      front.inscribe({ labels: movedBy(lifted.mine.labels, dx, dy), badges: movedBy(lifted.mine.badges, dx, dy), words: [] });
    },
    remove() {
      base.svg.remove();
      front.svg.remove();
    },
  };
}

/** Make an SVG with the layers of a picture, and what fills them. */
function layerOf() {
  const lines = drawing("g", { class: "lines" });
  const dots = drawing("g", { class: "dots" });
  const world = drawing("g", { class: "world" }, lines, dots);
  const written = drawing("g", { class: "written" });
  const bands = drawing("g", { class: "bands" });
  const padded = drawing("g", { transform: `translate(${PAD} ${PAD})` }, bands, world, written);
  return {
    svg: drawing("svg", { class: "picture", "aria-hidden": "true" }, padded),
    /** @param {Picture} picture */
    draw(picture) {
      lines.replaceChildren(...picture.lines.flatMap(lineElements));
      dots.replaceChildren(...picture.dots.map(dotElement).reverse());
    },
    /** @param {View} view */
    look: (view) => world.setAttribute("transform", `translate(${view.x} ${view.y}) scale(${view.k})`),
    /**
     * @param {import("./bands.js").Stripe[]} stripes
     * @param {Size} size
     */
    stripe: (stripes, size) => bands.replaceChildren(...stripes.map((one) => stripeElement(one, size))),
    /**
     * @param {ReturnType<typeof placedLabels>} placed
     * @param {import("./bands.js").Head[]} [heads]  left as they are where none are given
     */
    inscribe(placed, heads) {
      const above = heads ? heads.map(headElement) : [...written.querySelectorAll(".head-words")];
      written.replaceChildren(...above, ...placed.words.map(wordsElement), ...placed.badges.map(badgeElement), ...placed.labels.map(labelElement));
    },
  };
}

/**
 * @param {import("./bands.js").Stripe} stripe
 * @param {Size} size
 */
function stripeElement({ left, width, isEven }, size) {
  return drawing("rect", { x: round(left), y: -PAD, width: round(width), height: size.height + 2 * PAD, fill: STRIPES[isEven ? 0 : 1] });
}

/** @param {import("./bands.js").Head} head */
function headElement({ left, right, top, bottom, words }) {
  return drawing("text", { class: "head-words", "font-size": SMALL, fill: HEAD_COLOUR, x: round((left + right) / 2), y: round((top + bottom) / 2) }, words);
}

/**
 * @param {Line} line
 * @returns {SVGElement[]}
 */
function lineElements(line) {
  const { x1, y1, x2, y2, ux, uy } = endsOf(line);
  const parts = { stroke: line.colour, "stroke-width": line.width, class: line.isFaded ? "line faded" : line.isChosen ? "line chosen" : "line" };
  const stroke = drawing("path", { ...parts, d: `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`, "stroke-dasharray": line.dashes || "none" });
  if (!line.hasArrow) return [stroke];
  const [tipX, tipY] = [x2, y2];
  const size = 5 + line.width;
  const [backX, backY] = [tipX - ux * size, tipY - uy * size];
  const half = size * 0.42;
  const head = `M${round(tipX)} ${round(tipY)}L${round(backX - uy * half)} ${round(backY + ux * half)}L${round(backX + uy * half)} ${round(backY - ux * half)}Z`;
  return [stroke, drawing("path", { d: head, fill: line.colour, class: line.isFaded ? "head faded" : "head" })];
}

/** @param {Dot} dot */
function dotElement(dot) {
  const shape = drawing("path", {
    d: outlineOf(dot.shape, dot.radius),
    fill: dot.hollow ? "#ffffff" : dot.colour,
    stroke: dot.hollow ? dot.colour : "#ffffff",
    "stroke-width": dot.hollow ? 2.5 : 1,
  });
  const ring = dot.isChosen ? drawing("circle", { r: dot.radius * 1.3 + 5, class: "ring" }) : null;
  const change = CHANGES[dot.change];
  const rim = change ? drawing("circle", { r: dot.radius * 1.3 + 3, class: "rim", stroke: change.colour, "stroke-dasharray": change.dashes || "none" }) : null;
  const place = `translate(${round(dot.place.x)} ${round(dot.place.y)})`;
  return drawing("g", { transform: place, class: dot.isFaded ? "dot faded" : "dot", "data-id": dot.id }, ring, rim, shape);
}

/** @param {import("./labels.js").Label} box */
function labelElement(box) {
  const { item } = box;
  const middle = round((box.left + box.right) / 2);
  const lines = item.lines.map((line, row) => drawing("tspan", { x: middle, y: round(box.top + LINE_HEIGHT * (row + 0.5)) }, line));
  const look = ["label", item.bold && "bold", item.faded && "faded"].filter(Boolean).join(" ");
  return drawing("text", { class: look, "font-size": FONT_SIZE, "data-id": item.id }, ...lines);
}

/** @param {import("./labels.js").Badge} box */
function badgeElement(box) {
  const { left, top, right, bottom, item } = box;
  return drawing(
    "g",
    { class: item.faded ? "badge faded" : "badge", "data-badge": item.id },
    drawing("rect", { x: round(left), y: round(top), width: round(right - left), height: round(bottom - top), rx: 8 }),
    drawing("text", { x: round((left + right) / 2), y: round((top + bottom) / 2), "font-size": SMALL }, item.badge),
  );
}

/** @param {import("./labels.js").LineLabel} box */
function wordsElement(box) {
  return drawing("text", { class: "words", "font-size": SMALL, x: round((box.left + box.right) / 2), y: round((box.top + box.bottom) / 2) }, box.item.words);
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 10) / 10;
}
