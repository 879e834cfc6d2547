// What tables and time axes work out without a page: rows and columns, days and places, what is searched for.
import assert from "node:assert/strict";
import { test } from "node:test";

import { partsOf as partsOfMatrix, stateAt as matrixStateAt } from "../../../graphkit/view/assets/coverage/address.js";
import { firstState as firstMatrixState } from "../../../graphkit/view/assets/coverage/model.js";
import { blocksOf, columnsOf, countOf, rowsOf } from "../../../graphkit/view/assets/coverage/rows.js";
import { partsOf as partsOfLedger, shownAt } from "../../../graphkit/view/assets/ledger/address.js";
import { fragmentOf, joined, parted } from "../../../graphkit/view/assets/sheets/address.js";
import { holderOf } from "../../../graphkit/view/assets/sheets/frame.js";
import { partsOf as partsOfAxis, stateAt as axisStateAt } from "../../../graphkit/view/assets/timeline/address.js";
import { axisOf, breaksOf, placeOf, ticksOf } from "../../../graphkit/view/assets/timeline/axis.js";
import { lanesOf, rowsFor, takenEvents } from "../../../graphkit/view/assets/timeline/lanes.js";
import { chronicleOf, firstState, isDated, signNameOf } from "../../../graphkit/view/assets/timeline/model.js";

const DAY = 86_400_000;
const dayOf = (iso) => Date.parse(iso) / DAY;

function cell(value, offices = []) {
  return { value, offices, passages: [], against: [], count: 0 };
}

function matrix() {
  const row = (label, ...values) => ({ label, cells: values.map((value) => (value ? cell(value, [`${label}局`]) : null)) });
  const members = [row("乙市", "responded", "unreported"), row("甲市", "unreported", "unreported"), row("丙市", "responded", "responded")];
  const target = (label) => ({ label, kind: ["会议", "meeting"], date: "", holders: [], telling: 1 });
  const blocks = [{ universe: "某省", targets: [0, 1], members, outside: [row("省局", "responded", null)] }, { universe: "", targets: [2], members: [], outside: [row("丁局", "absent")] }];
  return { title: ["", ""], documents: 1, targets: [target("会议一"), target("会议二"), target("会议三")], blocks, passages: [], sources: [] };
}

const asked = (parts) => new URLSearchParams(fragmentOf(parts).slice(1));

test("an address of a matrix opens what was shown, also a cell of a thing without universe", () => {
  const all = matrix();
  assert.equal(fragmentOf(partsOfMatrix(all, firstMatrixState())), "");
  const [block, loose] = all.blocks;
  const cells = [{ block, row: block.members[1], place: 1 }, { block: loose, row: loose.outside[0], place: 0 }, { target: 2 }, null];
  for (const chosen of cells) {
    const state = { ...firstMatrixState(), off: new Set(["collectively", "absent"]), hidden: new Set([0, 2]), universe: "1", order: "most", column: 1, typed: "甲 & #乙", chosen };
    assert.deepEqual(matrixStateAt(all, asked(partsOfMatrix(all, state))), state);
  }
});

test("what an address names and a page does not know is left out", () => {
  const all = matrix();
  const wrong = new URLSearchParams("v=no~absent&h=会议一~会议九&u=某省&o=best&s=会议九&c=某省~丁市~会议一&t=会议九");
  assert.deepEqual(matrixStateAt(all, wrong), { ...firstMatrixState(), off: new Set(["absent"]), hidden: new Set([0]) });
  assert.equal(matrixStateAt(all, new URLSearchParams("c=某省~甲市~会议三")).chosen, null);
  assert.deepEqual(shownAt({ items: [] }, new URLSearchParams("v=x&s=-best&i=甲")), { off: new Set(), sorting: null, chosen: null });
  assert.deepEqual(axisStateAt(chronicleOf({ events: [] }), new URLSearchParams("z=3&t=21..&l=row&e=甲&k=2")), firstState());
});

test("an address of a ledger or of a time axis opens what was shown", () => {
  const item = (label, asked_by) => ({ label, asked_by, asked_on: "2023-05-01" });
  const items = [item("甲办法", "甲局"), item("甲办法", "乙~局")];
  const shown = { off: new Set(["open"]), sorting: { column: 6, isDown: true }, chosen: items[1] };
  assert.deepEqual(shownAt({ items }, asked(partsOfLedger(shown, "办法"))), shown);
  const chronicle = chronicleOf({ events: [event("会议", "2021-02-26"), event("会议", "2022-02-26")] });
  const state = { ...firstState(), off: new Set(["absent"]), lanes: "body", from: "2021", to: "", isCut: false, zoom: 4, chosen: chronicle.events[1], typed: "会" };
  assert.deepEqual(axisStateAt(chronicle, asked(partsOfAxis(state))), state);
  assert.deepEqual(parted(joined(["a~b", "c"])), ["a～b", "c"]);
});

test("words that are typed are all needed, in any text and any form", () => {
  assert.ok(holderOf(" 甲  ｅｎ ")("某甲局", "END"));
  assert.ok(!holderOf("甲 乙")("某甲局", "丙"));
  assert.ok(holderOf("《办法》")("管理办法"));
  assert.ok(holderOf("  ")());
});

test("rows are ordered by responses, by name, or by a column, and kept for what is ticked and typed", () => {
  const all = matrix();
  const [block] = all.blocks;
  const labels = (change) => {
    const state = { ...firstMatrixState(), ...change };
    return rowsOf(all, state, block.members, columnsOf(state, block)).map((row) => row.label);
  };
  assert.deepEqual(labels({}), ["乙市", "甲市", "丙市"]);
  assert.deepEqual(labels({ order: "most" }), ["丙市", "乙市", "甲市"]);
  assert.deepEqual(labels({ order: "name" }), ["丙市", "甲市", "乙市"]);
  assert.deepEqual(labels({ column: 1 }), ["丙市", "乙市", "甲市"]);
  assert.deepEqual(labels({ off: new Set(["unreported"]) }), ["乙市", "丙市"]);
  assert.deepEqual(labels({ hidden: new Set([0]), off: new Set(["unreported"]) }), ["丙市"]);
  assert.deepEqual(labels({ typed: "丙市局" }), ["丙市"]);
  assert.deepEqual(labels({ typed: "会议二 甲" }), ["甲市"]);
  assert.equal(countOf(block.members.map((row) => row.cells[0]), "responded"), 2);
});

test("blocks go when another universe is chosen or all their columns are hidden", () => {
  const all = matrix();
  const count = (change) => blocksOf(all, { ...firstMatrixState(), ...change }).length;
  assert.deepEqual([count({}), count({ universe: "1" }), count({ hidden: new Set([2]) }), count({ hidden: new Set([0, 1, 2]) })], [2, 1, 1, 0]);
});

function event(label, start, end = start, change = {}) {
  const when = { start, end, written: start, is_latest: false };
  return { group: "Meeting", manner: "", kind: ["会议", "meeting"], label, when, bodies: [], aims: [], passages: [], ...change };
}

test("an axis keeps the order of days and cuts long times without events", () => {
  const span = (iso, last = iso) => ({ first: dayOf(iso), last: dayOf(last) });
  const events = [span("1998-05-04"), span("2021-02-26"), span("2021-03-01", "2021-03-31")];
  const cut = axisOf(events, 1000, 1, true);
  assert.equal(cut.stretches.length, 2);
  const [gap] = breaksOf(cut);
  assert.equal(gap.days, dayOf("2021-02-26") - dayOf("1998-05-04"));
  const places = ["1998-05-04", "2021-02-26", "2021-03-01", "2021-03-31"].map((iso) => placeOf(cut, dayOf(iso)));
  assert.deepEqual(places, [...places].sort((a, b) => a - b));
  assert.ok(places[3] <= cut.width && places[0] === 0);
  const whole = axisOf(events, 1000, 1, false);
  assert.equal(whole.stretches.length, 1);
  assert.ok(placeOf(whole, dayOf("2021-02-26")) > 900);
  assert.ok(axisOf(events, 1000, 4, false).width > 3.9 * whole.width);
});

test("marks of an axis have room, and the first of a year tells it", () => {
  const axis = axisOf([{ first: dayOf("2020-11-10"), last: dayOf("2021-04-20") }], 900, 1, true);
  const ticks = ticksOf(axis);
  assert.equal(ticks[0].words, "2020年11月");
  assert.ok(ticks.some((tick) => tick.words === "2021年1月" && tick.isFirst));
  assert.ok(ticks.some((tick) => tick.words === "3月"));
  for (let at = 1; at < ticks.length; at++) assert.ok(ticks[at].left - ticks[at - 1].left >= 62);
});

test("one day alone is an axis too", () => {
  const axis = axisOf([{ first: 10, last: 10 }], 500, 1, true);
  assert.ok(Number.isFinite(placeOf(axis, 10)) && axis.width > 0);
});

test("events know what takes them up, their lanes and their signs", () => {
  const response = event("甲局", "2021-03-01", "2021-03-01", { group: "Response", manner: "responded", bodies: ["甲局"], aims: [{ target: 0, days: 3 }] });
  const chronicle = chronicleOf({ title: ["", ""], documents: 1, events: [event("会议", "2021-02-26"), response, event("无日期", "")], passages: [], sources: [] });
  assert.deepEqual(chronicle.events[0].takenUp.map((one) => [one.event.label, one.days]), [["甲局", 3]]);
  assert.deepEqual(chronicle.events.map(isDated), [true, true, false]);
  assert.equal(signNameOf(chronicle.events[1]), "responded");
  const dated = chronicle.events.filter(isDated);
  const names = (lanes) => lanesOf(chronicle, { ...firstState(), lanes }, dated).map(({ words, events }) => [words, events.length]);
  assert.deepEqual(names("kind"), [["会议", 1], ["响应", 1]]);
  assert.deepEqual(names("target"), [["会议", 2]]);
  assert.deepEqual(names("body"), [["甲局", 1], ["未载明机构", 1]]);
  assert.deepEqual(takenEvents(chronicle, { ...firstState(), typed: "会议" }).map((one) => one.label), ["会议", "甲局"]);
  assert.deepEqual(takenEvents(chronicle, { ...firstState(), off: new Set(["Meeting"]) }).map((one) => one.label), ["甲局"]);
});

test("labels of a lane never lie over each other", () => {
  const days = Array.from({ length: 60 }, (_, number) => dayOf("2021-01-01") + ((number * 7) % 31));
  const events = days.map((day, id) => ({ ...event("某某会议".repeat(1 + (id % 5)), ""), id, first: day, last: day, takenUp: [] }));
  const axis = axisOf(events, 800, 1, true);
  const width = (text) => text.length * 13;
  const { placed, count } = rowsFor(events, axis, width);
  assert.ok(count > 1);
  const boxes = placed.map((one) => {
    const label = Math.min(width(one.event.label), 230) + 8;
    return one.isLeft ? { row: one.row, start: one.left - 14 - label, end: one.right + 9 } : { row: one.row, start: one.left - 9, end: one.right + 14 + label };
  });
  for (const one of boxes) for (const other of boxes) assert.ok(one === other || one.row !== other.row || one.end <= other.start || other.end <= one.start);
});
