// What is shown of a scene: filters, depth, time, undo.
import assert from "node:assert/strict";
import { test } from "node:test";

import { countOfGroups, together } from "../../../graphkit/view/assets/explorer/alike.js";
import { sceneOf } from "../../../graphkit/view/assets/explorer/model.js";
import { revealing, storeOf, waitingAround } from "../../../graphkit/view/assets/explorer/state.js";
import { fact, link, node, scene } from "./handmade.js";

const made = () =>
  storeOf(
    sceneOf(
      scene({
        nodes: [node("甲局"), node("乙局"), node("全省会议", { group: "Meeting", date: "2021-02" }), node("丙局", { at_first: false })],
        links: [link(0, 2, fact("respondedTo")), link(1, 2, fact("heldBy"), fact("respondedTo")), link(3, 2, fact("conveys"))],
      }),
    ),
  );

test("the opening picture holds what is there at first, with the links between", () => {
  const store = made();
  assert.deepEqual([...store.shownNodes()], [0, 1, 2]);
  assert.deepEqual(store.shownLinks().map((one) => one.id), [0, 1]);
});

test("a link goes only when all its relations are off", () => {
  const store = made();
  store.change({ relationsOff: new Set(["respondedTo"]) });
  assert.deepEqual(store.shownLinks().map((one) => one.id), [1]);
});

test("a change of the picture can be undone, a selection is kept", () => {
  const store = made();
  store.change(revealing(store, 3), { undoable: true });
  store.change({ selected: { node: 3 } });
  assert.ok(store.isShown(3));
  store.undo();
  assert.ok(!store.isShown(3));
  assert.deepEqual(store.now().selected, { node: 3 });
  assert.ok(!store.canUndo());
});

test("depth shows what is so many steps away from the selected node", () => {
  const store = made();
  store.change({ selected: { node: 0 }, depth: 1 });
  assert.deepEqual([...store.shownNodes()].sort(), [0, 2]);
  store.change({ depth: 2 });
  assert.deepEqual([...store.shownNodes()].sort(), [0, 1, 2]);
});

test("a month lies in a range that begins within it, and undated things stay", () => {
  const store = made();
  store.change({ range: ["2021-02-20", "2021-03-01"] });
  assert.equal(store.shownNodes().size, 3);
  store.change({ range: ["2021-03-01", "2021-04-01"] });
  assert.deepEqual([...store.shownNodes()], [0, 1]);
});

test("what is revealed is shown, whatever the time and the depth were", () => {
  const store = made();
  store.change({ range: ["2022-01-01", "2022-02-01"], depth: 1, selected: { node: 0 } });
  store.change({ ...revealing(store, 2), selected: { node: 2 } });
  assert.ok(store.isShown(2));
});

test("the neighbours that wait are those that are not shown", () => {
  const store = made();
  assert.deepEqual(waitingAround(store, 2), [3]);
  store.change({ hidden: new Set([0]) });
  assert.deepEqual(waitingAround(store, 2).sort(), [0, 3]);
});

const alike = () => {
  const nodes = ["甲局", "乙局", "丙局", "丁局", "全省会议"].map((label, id) => node(label, { at_first: id !== 2 }));
  const doubt = (/** @type {number} */ one, /** @type {number} */ other) => ({ ...link(one, other, fact("possiblySame")), manner: "doubtful" });
  return storeOf(sceneOf(scene({ nodes, links: [doubt(0, 1), doubt(1, 2), link(2, 4, fact("conveys")), link(3, 4, fact("conveys"))] })));
};

test("what may be the same by one step or several is one group", () => {
  const store = alike();
  assert.deepEqual([0, 1, 2, 3].map((id) => store.scene.alike.get(id) ?? null), [[0, 1, 2], [0, 1, 2], [0, 1, 2], null]);
  assert.equal(countOfGroups(store.scene), 1);
  assert.deepEqual(together(store, 1), [1]);
  store.change({ joined: true });
  assert.deepEqual(together(store, 1), [0, 1, 2]);
  assert.deepEqual(together(store, 3), [3]);
});

test("joined things come into sight with one of them, and are one step to their neighbours", () => {
  const store = alike();
  assert.ok(!store.isShown(2));
  store.change({ joined: true });
  assert.ok(store.isShown(2));
  store.change({ selected: { node: 0 }, depth: 1 });
  assert.deepEqual([...store.shownNodes()].sort(), [0, 1, 2, 4]);
  store.change({ hidden: new Set([2]), depth: 0 });
  assert.ok(!store.isShown(2));
});
