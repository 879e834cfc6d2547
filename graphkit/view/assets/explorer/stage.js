// The middle of the page: chooses how the picture is drawn, moves it, and tells the store what was chosen.

import { canvasStage } from "./canvas_stage.js";
import { viewOfAll } from "./fit.js";
import { hitIn, nextDot } from "./hits.js";
import { listenToHands } from "./moving.js";
import { pictureOf } from "./picture.js";
import { placeBrought } from "./placing.js";
import { revealing, waitingAround, CAP } from "./state.js";
import { svgStage } from "./svg_stage.js";
import { mountTip } from "./tip.js";
import { bringing, PAD, toPicture, toScreen, zoomed } from "./viewport.js";

/** @typedef {import("./state.js").Store} Store */
/** @typedef {import("./picture.js").Picture} Picture */
/** @typedef {import("./picture.js").Dot} Dot */
/** @typedef {import("./viewport.js").Place} Place */
/** @typedef {import("./viewport.js").View} View */

const SVG_MOST = 600; // dots: above, SVG needs more than two frames a move (measured, docs/views.md)
const SLACK = 6;
const QUIET = 120; // milliseconds after which what was moved is drawn anew

/** @typedef {ReturnType<typeof mountStage>} Stage */

/**
 * Draw the picture in a host and keep it up to date.
 * @param {HTMLElement} host
 * @param {Store} store
 */
export function mountStage(host, store) {
  /** @type {Place[]} */
  const places = store.scene.nodes.map(({ x, y }) => ({ x, y }));
  const widthOf = widths(host);
  const tip = mountTip(host, store);
  /** @type {View} */
  let view = { x: 0, y: 0, k: 1 };
  /** @type {Picture} */
  let picture = pictureOf(store, places);
  let drawer = drawerFor(picture);
  /** @type {View} */
  let drawn = view;
  /** @type {Picture | null} */
  let drawnPicture = null;
  let frame = 0;
  let settling = 0;
  let isStale = true;
  /** @type {{dot: Dot, from: Place, isMoved: boolean} | null} */
  let held = null;

  /** @param {Picture} wanted */
  function drawerFor(wanted) {
    return wanted.dots.length > SVG_MOST ? { kind: "canvas", ...canvasStage(host, widthOf) } : { kind: "svg", ...svgStage(host, widthOf) };
  }

  const size = () => ({ width: host.clientWidth, height: host.clientHeight });

  function paint() {
    frame = 0;
    if (held?.isMoved && !isStale && picture === drawnPicture && view === drawn) return drawer.drag(picture, held.dot, held.from, view);
    const shift = { x: view.x - drawn.x, y: view.y - drawn.y };
    if (!isStale && picture === drawnPicture && view.k === drawn.k && Math.abs(shift.x) < PAD && Math.abs(shift.y) < PAD) return slide(shift);
    draw();
  }

  /**
   * Move what is drawn; it is drawn anew when it comes to rest.
   * @param {Place} shift
   */
  function slide(shift) {
    drawer.element.classList.add("moving");
    drawer.element.style.transform = `translate(${shift.x}px, ${shift.y}px)`;
    window.clearTimeout(settling);
    settling = window.setTimeout(draw, QUIET);
  }

  function draw() {
    window.clearTimeout(settling);
    settling = 0;
    if (isStale) renew();
    drawn = view;
    drawnPicture = picture;
    if (held) held.dot = picture.byNode.get(held.dot.node) ?? held.dot;
    if (held) held.from = { ...held.dot.place };
    drawer.draw(picture, view, size());
    drawer.element.style.transform = "";
    drawer.element.classList.remove("moving");
  }

  /** Work out the picture, and choose what draws it. */
  function renew() {
    isStale = false;
    picture = pictureOf(store, places);
    const kind = picture.dots.length > SVG_MOST ? "canvas" : "svg";
    if (kind !== drawer.kind) {
      drawer.remove();
      drawer = drawerFor(picture);
    }
  }

  function later() {
    if (!frame) frame = requestAnimationFrame(paint);
  }

  /** Draw at once what is to be drawn. */
  function now() {
    if (!frame && !settling && !isStale && picture === drawnPicture && !held?.isMoved) return;
    cancelAnimationFrame(frame);
    frame = 0;
    draw();
  }

  /** @param {View} wanted */
  function look(wanted) {
    view = wanted;
    tip.hide();
    later();
  }

  const dotAt = (/** @type {Place} */ at) => {
    const hit = hitIn(picture, toPicture(view, at), SLACK / view.k);
    return hit && "dot" in hit ? hit.dot : null;
  };

  listenToHands(host, {
    view: () => view,
    look,
    grab(at) {
      const dot = dotAt(at);
      held = dot && dot.point === null ? { dot, from: { ...dot.place }, isMoved: false } : null;
      return held !== null;
    },
    drag(at) {
      if (!held) return;
      Object.assign(places[held.dot.node], toPicture(view, at)); // the dot of the picture stands at this very place
      held.isMoved = true;
      later();
    },
    drop() {
      if (held?.isMoved) isStale = true;
      held = null;
      if (isStale) later();
    },
    click(at) {
      now();
      const badge = drawer.boxes().badges.find((box) => at.x >= box.left && at.x <= box.right && at.y >= box.top && at.y <= box.bottom);
      if (badge) return turnPoints(store, Number(badge.item.id));
      store.change({ selected: selectionAt(at) });
    },
    doubleClick(at) {
      const dot = dotAt(at);
      if (dot && dot.point === null) expand(store, dot.node);
    },
    point(at) {
      const hit = at && hitIn(picture, toPicture(view, at), SLACK / view.k);
      host.classList.toggle("pointing", Boolean(hit));
      if (at && hit) tip.show("dot" in hit ? hit.dot : hit.line, at);
      else tip.hide();
    },
  });

  /**
   * @param {Place} at
   * @returns {import("./state.js").Selection | null}
   */
  function selectionAt(at) {
    const hit = hitIn(picture, toPicture(view, at), SLACK / view.k);
    if (!hit) return null;
    if ("line" in hit) return hit.line.link ? { link: hit.line.link.id } : null;
    return hit.dot.point === null ? { node: hit.dot.node } : { owner: hit.dot.node, point: hit.dot.point };
  }

  /** Give the picture of the state as it is now, drawn or not yet. */
  function pictureNow() {
    if (isStale) renew();
    return picture;
  }

  /**
   * Give where a thing that is shown stands in the picture: what is joined stands where one of it does.
   * @param {number} id
   */
  const spotOf = (id) => pictureNow().byNode.get(id)?.place ?? places[id];

  /** What the last fit gave: while it stands, a window of another size is fitted again. */
  let fitted = view;
  const fit = () => {
    look(viewOfAll(pictureNow(), size(), widthOf));
    fitted = view;
  };

  store.subscribe((state, before) => {
    isStale = true;
    placeBrought(store, before, places, view, size());
    const { selected } = state;
    if (selected && "node" in selected && selected !== before.selected && store.isShown(selected.node)) look(bringing(view, spotOf(selected.node), size()));
    later();
  });
  new ResizeObserver(() => {
    isStale = true;
    if (view === fitted) fit();
    else later();
  }).observe(host);

  return {
    fit,
    now,
    look,
    view: () => view,
    picture: pictureNow,
    drawer: () => drawer,
    widthOf,
    boxes: () => drawer.boxes(),
    /** @param {number} factor */
    zoom: (factor) => look(zoomed(view, factor, { x: host.clientWidth / 2, y: host.clientHeight / 2 })),
    /**
     * Give where a thing stands on the stage; null where it is not shown.
     * @param {number} id
     */
    placeOf: (id) => (store.isShown(id) ? toScreen(view, spotOf(id)) : null),
    /**
     * Select what lies in a direction from the selection; with none, the best connected thing.
     * @param {number} dx
     * @param {number} dy
     */
    step(dx, dy) {
      const from = picture.dots.find((dot) => dot.isChosen);
      const next = from ? nextDot(picture.dots, from, dx, dy) : picture.dots[0];
      if (next) store.change({ selected: next.point === null ? { node: next.node } : { owner: next.node, point: next.point } });
    },
  };
}

/**
 * Show the points of a thing, or fold them again.
 * @param {Store} store
 * @param {number} id
 */
export function turnPoints(store, id) {
  const unfolded = new Set(store.now().unfolded);
  if (!unfolded.delete(id)) unfolded.add(id);
  store.change({ unfolded, selected: { node: id } }, { undoable: true });
}

/**
 * Add up to CAP neighbours of a thing.
 * @param {Store} store
 * @param {number} id
 */
export function expand(store, id) {
  const waiting = waitingAround(store, id).slice(0, CAP);
  store.change({ ...revealing(store, id, waiting), selected: { node: id } }, { undoable: waiting.length > 0 });
}

/**
 * Give a function that tells how wide a text is, each text measured once.
 * @param {HTMLElement} host
 */
function widths(host) {
  const context = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  const family = getComputedStyle(host).fontFamily;
  /** @type {Map<string, number>} */
  const known = new Map();
  return (/** @type {string} */ text, /** @type {number} */ size) => {
    const key = `${size}${text}`;
    let width = known.get(key);
    if (width === undefined) {
      context.font = `${size}px ${family}`;
      known.set(key, (width = context.measureText(text).width));
    }
    return width;
  };
}
