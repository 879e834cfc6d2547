// Neighbours that are brought: which ones, and where they stand.
import assert from "node:assert/strict";
import { test } from "node:test";

import { inTurn } from "../../../graphkit/view/assets/explorer/chooser.js";
import { sceneOf } from "../../../graphkit/view/assets/explorer/model.js";
import { placeBrought } from "../../../graphkit/view/assets/explorer/placing.js";
import { revealing, storeOf, waitingAround } from "../../../graphkit/view/assets/explorer/state.js";
import { fact, link, node, scene } from "./handmade.js";

const VIEW = { x: 400, y: 300, k: 1 };
const SIZE = { width: 800, height: 600 };

/** @param {{first: string, last: string, left: number, right: number}[]} [bands] */
function brought(bands = []) {
  const far = Array.from({ length: 25 }, (_, number) => node(`第${number}局`, { at_first: false, x: 3000 + number, y: 0 }));
  const made = sceneOf(scene({ bands, nodes: [node("会议"), node("旁", { x: 90, y: 0 }), ...far], links: far.map((_, number) => link(number + 2, 0, fact("a"))) }));
  const store = storeOf(made);
  const places = made.nodes.map(({ x, y }) => ({ x, y }));
  const before = store.now();
  store.change({ ...revealing(store, 0, waitingAround(store, 0)), selected: { node: 0 } });
  placeBrought(store, before, places, VIEW, SIZE);
  return places;
}

test("what is brought stands beside what it belongs to, in sight, and not over what is there", () => {
  const places = brought();
  for (const [index, { x, y }] of places.entries()) {
    assert.ok(Math.abs(x) < 360 && Math.abs(y) < 260, `${index}: ${x} ${y}`);
    for (const other of places.slice(index + 1)) assert.ok(Math.abs(x - other.x) > 80 || Math.abs(y - other.y) > 20);
  }
  assert.deepEqual([places[0], places[1]], [{ x: 0, y: 0 }, { x: 90, y: 0 }]);
});

test("where time goes from left to right, a thing keeps its year", () => {
  assert.equal(brought([{ first: "2021", last: "2021", left: 0, right: 4000 }])[2].x, 3000);
});

test("several lists are taken from in turn, each thing once, up to a number", () => {
  assert.deepEqual(inTurn([[1, 2, 3], [2, 4]], 3), [1, 2, 4]);
  assert.deepEqual(inTurn([[1, 2, 3], [2, 4]], 25), [1, 2, 4, 3]);
  assert.deepEqual(inTurn([], 25), []);
});
