// What the page works out without a page: search, paths, addresses, days, labels, pieces of text.
import assert from "node:assert/strict";
import { test } from "node:test";

import { isUndated, stripesOf } from "../../../graphkit/view/assets/explorer/bands.js";
import { dateOf, dayOf, histogramOf } from "../../../graphkit/view/assets/explorer/dates.js";
import { fragmentOf, stateIn } from "../../../graphkit/view/assets/explorer/deeplink.js";
import { viewOfAll } from "../../../graphkit/view/assets/explorer/fit.js";
import { distanceTo, nextDot } from "../../../graphkit/view/assets/explorer/hits.js";
import { placedLabels } from "../../../graphkit/view/assets/explorer/labels.js";
import { movedBy, parted, writtenApart } from "../../../graphkit/view/assets/explorer/lifted.js";
import { sceneOf } from "../../../graphkit/view/assets/explorer/model.js";
import { pathsBetween } from "../../../graphkit/view/assets/explorer/paths.js";
import { piecesOf, runsOf } from "../../../graphkit/view/assets/explorer/pieces.js";
import { finderIn, isSpelt } from "../../../graphkit/view/assets/explorer/search.js";
import { firstStateOf } from "../../../graphkit/view/assets/explorer/state.js";
import { sortedRows } from "../../../graphkit/view/assets/explorer/table.js";
import { followingOf } from "../../../graphkit/view/assets/explorer/characters.js";
import { unpacked } from "../../../graphkit/view/assets/explorer/unpacking.js";
import { fitted, toPicture, toScreen, zoomed } from "../../../graphkit/view/assets/explorer/viewport.js";
import { languageFor, wordsOf } from "../../../graphkit/view/assets/explorer/words.js";
import { labelItems } from "../../../graphkit/view/assets/explorer/written.js";
import { fact, link, node, scene } from "./handmade.js";

test("letters spell names by syllables, zh ch sh and initials, in every reading", () => {
  const chongqing = "chong|zhong qing shi";
  for (const typed of ["chongqing", "zhongqing", "cqs", "chq", "qingshi", "zqs"]) assert.ok(isSpelt(typed, chongqing), typed);
  const long = "si chuan sheng ji guan shi wu guan li ju";
  assert.ok(isSpelt(long.replaceAll(" ", ""), long));
  for (const typed of ["cq3", "shiqing", "chongqingshix"]) assert.ok(!isSpelt(typed, chongqing), typed);
});

test("a spelling of many readings does not run away", () => {
  const spelling = Array.from({ length: 200 }, () => "a|aa|aaa").join(" ");
  assert.ok(!isSpelt("a".repeat(23) + "b", spelling));
});

test("names that are it come before those that begin with it, hold it, or sound like it", () => {
  const nodes = sceneOf(scene({ nodes: [node("财政局", { spellings: ["cai zheng ju"] }), node("市财政局"), node("财政"), node("才正", { spellings: ["cai zheng"] })] })).nodes;
  assert.deepEqual(finderIn(nodes)("财政", 9).map((one) => one.label), ["财政", "财政局", "市财政局"]);
  assert.deepEqual(finderIn(nodes)("《财政》", 1).map((one) => one.label), ["财政"]);
  assert.deepEqual(finderIn(nodes)("caizheng", 9).map((one) => one.label), ["财政局", "才正"]);
  assert.deepEqual(finderIn(nodes)("  ", 9), []);
  const long = sceneOf(scene({ nodes: [node("四川省机关事务管理局", { spellings: ["si chuan sheng ji guan shi wu guan li ju"] })] })).nodes;
  assert.equal(finderIn(long)("sichuanshengjiguanshiwuguanliju", 9).length, 1);
});

test("shortest paths are all of equal length, at most five, and never over what is only alike", () => {
  const middle = [1, 2, 3, 4, 5, 6, 7];
  const links = middle.flatMap((one) => [link(0, one, fact("a")), link(one, 8, fact("a"))]);
  const doubtful = { ...link(0, 8, fact("possiblySame")), manner: "doubtful" };
  const made = sceneOf(scene({ nodes: Array.from({ length: 10 }, (_, number) => node(`n${number}`)), links: [...links, doubtful] }));
  assert.deepEqual(pathsBetween(made, 0, 8), [1, 2, 3, 4, 5].map((one) => [0, one, 8]));
  assert.deepEqual(pathsBetween(made, 0, 9), []);
  assert.deepEqual(pathsBetween(made, 3, 3), []);
});

test("longer ways follow the shortest, none through a thing twice, and they end where counting would not", () => {
  const pairs = [[0, 1], [1, 4], [0, 2], [2, 4], [1, 2], [0, 3], [3, 5], [5, 4]];
  const made = sceneOf(scene({ nodes: Array.from({ length: 6 }, (_, number) => node(`n${number}`)), links: pairs.map(([a, b]) => link(a, b, fact("a"))) }));
  const shortest = [[0, 1, 4], [0, 2, 4]];
  assert.deepEqual(pathsBetween(made, 0, 4), shortest);
  assert.deepEqual(pathsBetween(made, 0, 4, 1), [...shortest, [0, 1, 2, 4], [0, 2, 1, 4], [0, 3, 5, 4]]);
  const many = Array.from({ length: 60 }, (_, one) => Array.from({ length: 60 }, (_other, other) => link(2 + one, 62 + other, fact("a")))).flat();
  const dense = sceneOf(scene({ nodes: Array.from({ length: 122 }, (_, number) => node(`n${number}`)), links: [...many, link(0, 2, fact("a")), link(62, 1, fact("a"))] }));
  assert.deepEqual(pathsBetween(dense, 0, 1, 1), [[0, 2, 62, 1]]);
});

test("an address holds what is seen and gives it back", () => {
  const made = sceneOf(scene({ nodes: [node("甲"), node("乙", { at_first: false }), node("会", { group: "Meeting" })], links: [link(0, 2, fact("a"))] }));
  const state = { ...firstStateOf(made), selected: { node: 2 }, revealed: new Set([0, 1, 2]), relationsOff: new Set(["b"]), range: /** @type {[string, string]} */ (["2021-01", "2021-03"]), depth: 2, longer: 1, hidden: new Set([0]) };
  const { parts, view } = stateIn(made, fragmentOf(made, state, { x: 3, y: -4, k: 1.5 }));
  assert.deepEqual(view, { x: 3, y: -4, k: 1.5 });
  for (const key of /** @type {const} */ (["selected", "revealed", "relationsOff", "range", "depth", "longer", "hidden"])) assert.deepEqual(parts[key], state[key], key);
});

test("an address tells what a page opens with and has no more: its selection, its text", () => {
  const made = { ...sceneOf(scene({ nodes: [node("甲"), node("乙")] })), focus: 0, opens: 0 };
  const state = { ...firstStateOf(made), selected: null, mode: /** @type {const} */ ("picture"), unfolded: new Set([1]) };
  const { parts } = stateIn(made, fragmentOf(made, state, null));
  assert.deepEqual([parts.selected, parts.mode, parts.unfolded], [null, "picture", new Set([1])]);
  const plain = { ...made, focus: null, opens: null };
  assert.equal(fragmentOf(plain, { ...firstStateOf(plain), selected: null, groupsOff: new Set() }, null), "#");
});

test("an address that names nothing known gives nothing", () => {
  const made = sceneOf(scene({ nodes: [node("甲")] }));
  const { parts, view } = stateIn(made, "#n=x&l=a~b&d=7&t=now&z=1,2&m=text5&p=x~y");
  assert.deepEqual(parts, {});
  assert.equal(view, null);
});

test("dates are as precise as they are written", () => {
  assert.equal(dateOf(dayOf("2021-02")), "2021-02-01");
  assert.equal(dateOf(dayOf("2021")), "2021-01-01");
  assert.ok(Number.isNaN(dayOf("近日")));
  assert.deepEqual(histogramOf([0, 1, 9, 10], 2), { first: 0, last: 10, counts: [2, 2] });
  assert.equal(histogramOf([], 4), null);
});

test("a text is cut at marks and at the wanted span, whole again when joined, also beyond the basic plane", () => {
  const characters = Array.from("𠮷甲局开会议学习");
  const pieces = piecesOf(characters, [[1, 3, 7], [1, 2, 8], [4, 6, 9]], [2, 5]);
  assert.equal(pieces.map((one) => one.text).join(""), characters.join(""));
  assert.equal(pieces.filter((one) => one.isWanted).map((one) => one.text).join(""), "局开会");
  assert.deepEqual(pieces.filter((one) => one.marks.some(({ node: id }) => id === 7)).map((one) => one.text), ["甲", "局"]);
  assert.deepEqual(pieces.filter((one) => one.node === 8).map((one) => one.text), ["甲"]);
});

test("marks within marks, of one span and across each other are all kept", () => {
  const pieces = piecesOf(Array.from("省人大常委会办公厅印发"), [[0, 9, 1], [0, 6, 2], [0, 9, 3], [6, 11, 4]], null);
  const tree = (/** @type {import("../../../graphkit/view/assets/explorer/pieces.js").Piece[]} */ some, depth = 0) => /** @type {string} */ (runsOf(some, depth).map(({ mark, pieces: run }) => (mark ? `${mark.node}(${tree(run, depth + 1)})` : run[0].text)).join(""));
  assert.equal(tree(pieces), "1(3(2(省人大常委会)4(办公厅)))4(印发)");
});

test("labels never lie over each other, and those that have no room are left out", () => {
  const items = Array.from({ length: 60 }, (_, number) => ({ id: String(number), at: { x: 100 + (number % 8) * 25, y: 100 + Math.floor(number / 8) * 14 }, radius: 5, lines: ["某某市某某局"], bold: false, faded: false, badge: number % 3 ? "" : "+3 项", isNeeded: false }));
  const placed = placedLabels(items, [], { width: 500, height: 400 }, (text, size) => text.length * size);
  const boxes = [...placed.labels, ...placed.badges];
  for (const one of boxes) for (const other of boxes) if (one !== other) assert.ok(one.left >= other.right || other.left >= one.right || one.top >= other.bottom || other.top >= one.bottom);
  assert.ok(placed.labels.length > 0 && placed.labels.length < 60);
});

/** @typedef {import("../../../graphkit/view/assets/explorer/labels.js").Box} Box */

/**
 * Give the ids of what is labelled: two dots of one name in a row, the first with the free spots that are told, the second with none but what the first may leave it.
 * @param {string[]} free
 * @param {boolean} isMiddleTaken
 */
function labelled(free, isMiddleTaken = false) {
  const item = (/** @type {string} */ id, /** @type {number} */ x) => ({ id, at: { x, y: 100 }, radius: 5, lines: ["甲局"], bold: false, faded: false, badge: "", isNeeded: false });
  const text = (/** @type {string} */ owner, /** @type {number[]} */ [left, right, top, bottom]) => ({ owner, left, right, top, bottom });
  const walls = Object.entries({ below: [0, 300, 112, 140], above: [0, 300, 60, 88], left: [0, 92, 94, 106], right: [170, 300, 94, 106] });
  const taken = walls.filter(([side]) => !free.includes(side)).map(([side, box]) => text(side, box));
  if (isMiddleTaken) taken.push(text("middle", [152, 154, 98, 102]));
  return placedLabels([item("a", 100), item("b", 165)], [], { width: 300, height: 200, taken }, () => 36).labels;
}

test("a label moves to its second place where that makes room for its neighbour's", () => {
  const both = labelled(["left"]);
  assert.deepEqual(both.map(({ owner }) => owner), ["a", "b"]);
  assert.ok(both[0].right < 100 && both[1].left > 105 && both[1].right < 160, "a stands left of its dot, b between the two");
  assert.deepEqual(labelled(["left"]), both);
});

test("a label stays where it has no second place, and where another text is in the way as well", () => {
  const [alone, ...none] = labelled([]);
  assert.deepEqual([alone.owner, none.length], ["a", 0]);
  assert.ok(alone.left > 105, "a stands between the two");
  const [left, ...others] = labelled(["left"], true);
  assert.deepEqual([left.owner, others.length], ["a", 0]);
});

test("arrow keys lead to what is near in their direction", () => {
  const at = (/** @type {number} */ x, /** @type {number} */ y) => /** @type {import("../../../graphkit/view/assets/explorer/picture.js").Dot} */ (/** @type {unknown} */ ({ place: { x, y } }));
  const [from, right, far, up] = [at(0, 0), at(50, 5), at(40, 90), at(0, -30)];
  assert.equal(nextDot([from, right, far, up], from, 1, 0), right);
  assert.equal(nextDot([from, right, far, up], from, 0, -1), up);
  assert.equal(nextDot([from, right, far, up], from, -1, 0), null);
  assert.equal(distanceTo({ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 5, y: 3 }), 3);
});

test("a view zooms around a point and fits what it shows", () => {
  const view = { x: 10, y: 20, k: 1 };
  const point = { x: 200, y: 100 };
  assert.deepEqual(toPicture(zoomed(view, 2, point), point), toPicture(view, point));
  const takes = { left: 0, right: 0, above: 0, below: 0 };
  const places = [{ x: -500, y: -300, ...takes }, { x: 500, y: 300, ...takes }, { x: -490, y: 0, ...takes, left: 200, above: 9, below: 30 }];
  const size = { width: 960, height: 800 };
  const fit = fitted(places, size, 8);
  for (const place of places) {
    const { x, y } = toScreen(fit, place);
    assert.ok(x - place.left >= 8 - 1e-6 && x + place.right <= size.width - 8 + 1e-6 && y - place.above >= 8 && y + place.below <= size.height - 8);
  }
  assert.equal(fitted([], size, 8).k, 1);
  assert.equal(fitted([places[0]], size, 8).k, 1.25);
});

test("rows sort by number or by word, empty cells last", () => {
  const rows = [{ cells: ["乙", 2] }, { cells: ["", 9] }, { cells: ["甲", 10] }];
  assert.deepEqual(sortedRows(rows, 1, true).map((row) => row.cells[1]), [10, 9, 2]);
  assert.deepEqual(sortedRows(rows, 0, false).map((row) => row.cells[0]), ["甲", "乙", ""]);
});

test("the page speaks the language it was made for, else the reader's", () => {
  assert.equal(languageFor("auto", ["en-US", "zh"]), "en");
  assert.equal(languageFor("auto", []), "zh");
  assert.equal(languageFor("en", ["zh"]), "en");
  assert.equal(wordsOf({ zh: { a: (/** @type {number} */ count) => `${count} 个` }, en: { a: "x" } })("a", 3), "3 个");
});

test("a label that is needed covers as few dots as it can", () => {
  const item = (/** @type {string} */ id, /** @type {number} */ x, /** @type {number} */ y, isNeeded = false) => ({ id, at: { x, y }, radius: 5, lines: ["甲局"], bold: false, faded: false, badge: "", isNeeded });
  const round = [[-20, 14], [0, 14], [20, 14], [24, 0], [-24, 0], [30, 4], [-12, -14], [12, -14], [0, -16]].map(([x, y], index) => item(`d${index}`, 100 + x, 100 + y));
  const [label] = placedLabels([item("a", 100, 100, true), ...round], [], { width: 300, height: 300 }, (text, size) => text.length * size).labels;
  const under = round.filter(({ at }) => label.left < at.x + 5 && at.x - 5 < label.right && label.top < at.y + 5 && at.y - 5 < label.bottom);
  assert.equal(label.item.id, "a");
  assert.ok(under.length <= 1, `${under.length} dots covered`);
});

test("the view of all keeps long names at the rim inside, and the line below free", () => {
  const dot = (/** @type {string} */ id, /** @type {number} */ x, /** @type {number} */ y) => ({ id, node: Number(id), point: null, place: { x, y }, radius: 8, lines: ["某某市某某某某局"], isChosen: false, isFaded: false, points: 3, rank: 2 });
  const picture = /** @type {import("../../../graphkit/view/assets/explorer/picture.js").Picture} */ (/** @type {unknown} */ ({ dots: [dot("0", -400, -300), dot("1", 400, 300), dot("2", 0, 0), dot("3", 395, 290)], lines: [], bands: [] }));
  const size = { width: 700, height: 500 };
  const widthOf = (/** @type {string} */ text, /** @type {number} */ font) => text.length * font;
  const { labels, badges } = placedLabels(labelItems(picture, viewOfAll(picture, size, widthOf)), [], size, widthOf);
  assert.equal(labels.length, 4);
  for (const box of [...labels, ...badges]) assert.ok(box.left >= 0 && box.top >= 0 && box.right <= 700 && box.bottom <= 500 - 44);
});

test("things of one name are called by what tells them apart, and found by it", () => {
  const { byDegree } = sceneOf(scene({ nodes: [node("经济会议"), node("经济会议"), node("甲局")], notes: { 0: "2020", 1: "乙局" } }));
  assert.deepEqual(byDegree.map((one) => one.title), ["经济会议（2020）", "经济会议（乙局）", "甲局"]);
  assert.deepEqual(finderIn(byDegree)("2020", 5).map((one) => one.id), [0]);
});

test("years are written above bands where they have room, in short where it is little", () => {
  const bands = [{ first: "", last: "", left: -100, right: 0 }, { first: "2015", last: "2018", left: 0, right: 50 }, { first: "2019", last: "2019", left: 50, right: 80 }, { first: "2020", last: "2020", left: 80, right: 90 }];
  const widthOf = (/** @type {string} */ text) => text.length * 6;
  const { stripes, heads } = stripesOf(bands, { x: 100, y: 0, k: 1 }, { width: 400, height: 300 }, widthOf);
  assert.deepEqual(stripes.map(({ left }) => left), [0, 100, 150, 180]);
  assert.deepEqual(heads.map(({ words }) => words), ["未注明日期", "2019"]);
  assert.equal(stripesOf(bands, { x: 100, y: 0, k: 3 }, { width: 400, height: 300 }, widthOf).heads[1].words, "2015–2018年");
});

test("a packed scene is unpacked into its records, each link with its own facts", () => {
  const names = ["property", "count"];
  const packed = /** @type {import("../../../graphkit/view/assets/explorer/unpacking.js").Packed} */ (/** @type {unknown} */ ({ ...scene({}), facts: [names, ["a", 1], ["b", 2], ["c", 3]], links: [{ source: 0, target: 1, facts: 2 }, { source: 1, target: 0, facts: 1 }], passages: [["quote", "before", "after", "source", "start", "end"], ["甲", "", "乙", -1, 0, 1], [2, 1, 1, 0, 1, 3]], documents: [{ text: "𠀀甲局会" }] }));
  const { links, passages } = unpacked(packed);
  assert.deepEqual(links.map((one) => one.facts.map((fact) => fact.property)), [["a", "b"], ["c"]]);
  assert.deepEqual(passages.map(({ before, quote, after }) => [before, quote, after]), [["", "甲", "乙"], ["𠀀", "甲局", "会"]]);
  assert.deepEqual(unpacked({ ...packed, facts: [], links: [], passages: [] }).passages, []);
});

test("a short sentence goes on in its paragraph, to the end of a phrase", () => {
  const source = (/** @type {string} */ text) => /** @type {import("../../../graphkit/view/assets/explorer/model.js").Source} */ ({ text });
  const passage = { before: "", quote: "甲局强化两项措施。", after: "", end: 9 };
  assert.equal(followingOf(source("甲局强化两项措施。一是学习。\n另起一段。"), passage), "一是学习。");
  assert.equal(followingOf(source("甲局强化两项措施。\n另起一段。"), passage), "");
  assert.equal(followingOf(source("甲局强化两项措施。"), passage), "");
  assert.equal(followingOf(source(`甲局强化两项措施。${"很长".repeat(18)}，${"很长".repeat(18)}`), passage), `${"很长".repeat(18)}，…`);
  assert.equal(followingOf(source(`甲局强化两项措施。${"长".repeat(61)}`), passage), `${"长".repeat(60)}…`);
  assert.equal(followingOf(source("甲局强化两项措施。一是学习。"), { ...passage, before: "会议召开之后不久，".repeat(3) }), "");
  assert.equal(followingOf(undefined, passage), "");
});

test("a dragged node parts from the picture with its lines and what is written at it", () => {
  const dot = (/** @type {string} */ id) => /** @type {import("../../../graphkit/view/assets/explorer/picture.js").Dot} */ (/** @type {unknown} */ ({ id }));
  const [a, b, c] = ["a", "b", "c"].map(dot);
  const line = (/** @type {string} */ id, /** @type {typeof a} */ from, /** @type {typeof a} */ to) => /** @type {import("../../../graphkit/view/assets/explorer/picture.js").Line} */ (/** @type {unknown} */ ({ id, from, to }));
  const picture = { dots: [a, b, c], lines: [line("ab", a, b), line("bc", b, c)], byNode: new Map(), bands: [] };
  const { moving, staying } = parted(picture, a);
  assert.deepEqual([moving.dots, moving.lines.map(({ id }) => id)], [[a], ["ab"]]);
  assert.deepEqual([staying.dots, staying.lines.map(({ id }) => id)], [[b, c], ["bc"]]);
  const placed = /** @type {ReturnType<typeof placedLabels>} */ (/** @type {unknown} */ ({ labels: [{ item: a }, { item: b }], badges: [{ item: a }], words: [{ item: { id: "ab" } }, { item: { id: "bc" } }] }));
  const { mine, others } = writtenApart(placed, moving);
  assert.deepEqual([mine.labels.length, mine.badges.length, mine.words.length], [1, 1, 0]);
  assert.deepEqual([others.labels.length, others.badges.length, others.words.map(({ item }) => item.id)], [1, 0, ["bc"]]);
  const box = { owner: "a", left: 0, right: 10, top: 0, bottom: 5 };
  assert.deepEqual(movedBy([box], 3, -1), [{ ...box, left: 3, right: 13, top: -1, bottom: 4 }]);
});

test("the name of a thing without date stands right of its dot where it has room", () => {
  const item = { id: "a", at: { x: 50, y: 50 }, radius: 6, lines: ["甲办法"], bold: false, faded: false, badge: "", isNeeded: false };
  const area = { width: 300, height: 200 };
  const [below] = placedLabels([item], [], area, () => 40).labels;
  assert.ok(below.top > 50);
  const [beside] = placedLabels([{ ...item, isBeside: true }], [], area, () => 40).labels;
  assert.ok(beside.left > 50 && beside.top < 50);
  assert.ok(isUndated([{ first: "", last: "", left: 0, right: 60 }], item.at));
  assert.ok(!isUndated([{ first: "2021", last: "2021", left: 0, right: 60 }], item.at));
});
