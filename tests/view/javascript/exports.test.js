// Files: cells that a spreadsheet would run are defused, names cannot leave their place.
import assert from "node:assert/strict";
import { test } from "node:test";

import { xml } from "../../../graphkit/view/assets/explorer/exports/content.js";
import { cell } from "../../../graphkit/view/assets/explorer/exports/csv.js";
import { iri, literal } from "../../../graphkit/view/assets/explorer/exports/turtle.js";

test("cells that begin like formulas get an apostrophe, quotes are doubled", () => {
  assert.deepEqual(["=1+1", "＝1", "+1", "-1", "@a", "\t=1", "甲", 'a"b', "a,b", 7].map(cell), ["'=1+1", "'＝1", "'+1", "'-1", "'@a", "'\t=1", "甲", '"a""b"', '"a,b"', "7"]);
});

test("XML holds no markup and no character that it cannot hold", () => {
  assert.equal(xml("<a b='c'>&\u0000\u001b甲\uD800"), "&#60;a b=&#39;c&#39;&#62;&#38;甲\uFFFD");
});

test("IRIs and literals cannot end early", () => {
  assert.equal(iri("http://a/甲> <b"), "<http://a/甲%3E%20%3Cb>");
  assert.equal(literal('a"\\\nb\u0007'), '"a\\"\\\\\\nb\\u0007"@zh');
});
