// Hands on the stage: drags, wheels and fingers go in, movements of the view and of things come out.

import { zoomed } from "./viewport.js";

/** @typedef {import("./viewport.js").View} View */
/** @typedef {import("./viewport.js").Place} Place */

const STILL = 4; // pixels up to which a press is a click

/**
 * What a stage does about hands; `grab` tells whether something was taken hold of.
 * @typedef {{view: () => View, look: (view: View) => void, grab: (at: Place) => boolean, drag: (at: Place) => void, drop: () => void,
 *   click: (at: Place) => void, doubleClick: (at: Place) => void, point: (at: Place | null) => void}} Hands
 */

/**
 * @param {HTMLElement} host
 * @param {Hands} hands
 */
export function listenToHands(host, hands) {
  /** @type {Map<number, Place>} */
  const fingers = new Map();
  /** @type {{from: Place, view: View, isMoved: boolean, holds: boolean} | null} */
  let press = null;
  let spread = 0;

  const placeOf = (/** @type {MouseEvent} */ event) => {
    const home = host.getBoundingClientRect();
    return { x: event.clientX - home.left, y: event.clientY - home.top };
  };

  host.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || isControl(event.target)) return;
    host.setPointerCapture(event.pointerId);
    const at = placeOf(event);
    fingers.set(event.pointerId, at);
    if (fingers.size === 1) press = { from: at, view: hands.view(), isMoved: false, holds: hands.grab(at) };
    else spread = distance(fingers);
  });

  host.addEventListener("pointermove", (event) => {
    const at = placeOf(event);
    if (!fingers.has(event.pointerId)) {
      if (!isControl(event.target)) hands.point(at);
      return;
    }
    fingers.set(event.pointerId, at);
    if (fingers.size > 1) pinch();
    else if (press) pull(press, at);
  });

  for (const name of /** @type {const} */ (["pointerup", "pointercancel"])) {
    host.addEventListener(name, (event) => {
      if (!fingers.delete(event.pointerId) || fingers.size || !press) return;
      const { isMoved, holds } = press;
      press = null;
      if (holds) hands.drop();
      if (!isMoved && name === "pointerup") hands.click(placeOf(event));
    });
  }

  host.addEventListener("pointerleave", () => hands.point(null));
  host.addEventListener("dblclick", (event) => {
    if (!isControl(event.target)) hands.doubleClick(placeOf(event));
  });
  host.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const pixels = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
      hands.look(zoomed(hands.view(), Math.exp(-pixels * 0.0016), placeOf(event)));
    },
    { passive: false },
  );

  /**
   * @param {NonNullable<typeof press>} pressed
   * @param {Place} at
   */
  function pull(pressed, at) {
    const [dx, dy] = [at.x - pressed.from.x, at.y - pressed.from.y];
    if (!pressed.isMoved && Math.hypot(dx, dy) <= STILL) return;
    pressed.isMoved = true;
    hands.point(null);
    if (pressed.holds) hands.drag(at);
    else hands.look({ ...pressed.view, x: pressed.view.x + dx, y: pressed.view.y + dy });
  }

  function pinch() {
    const now = distance(fingers);
    const [a, b] = [...fingers.values()];
    if (spread) hands.look(zoomed(hands.view(), now / spread, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }));
    spread = now;
    if (press) press.isMoved = true;
  }
}

/** @param {Map<number, Place>} fingers */
function distance(fingers) {
  const [a, b] = [...fingers.values()];
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** @param {EventTarget | null} target */
function isControl(target) {
  return target instanceof Element && target.closest("button, input, select, a, summary") !== null;
}
