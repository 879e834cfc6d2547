// The full text of a document in place of the table: the passage that was asked for in sight, the others of the page marked.

import { charactersOf } from "../explorer/characters.js";
import { byId, element, refill } from "../explorer/dom.js";
import { piecesOf } from "../explorer/pieces.js";
import { wordsOf } from "../explorer/words.js";

/** @typedef {import("../explorer/model.js").Passage} Passage */
/** @typedef {import("../explorer/model.js").Source} Source */
/** @typedef {import("../explorer/evidence.js").Quoting & {close: () => boolean, tell: () => void}} Reader */

const say = wordsOf({
  zh: { back: "返回", also: "本页引用的其他原文" },
  en: { back: "Back", also: "also quoted in this page" },
});

/**
 * Give what opens texts and closes them again.
 * @param {Passage[]} passages
 * @param {Source[]} sources
 * @returns {Reader}
 */
export function readerOf(passages, sources) {
  const [sheet, host] = [byId("sheet"), byId("text-view")];
  /** @type {{passage: Passage, from: Element | null} | null} */
  let shown = null;

  /** @param {Passage} passage */
  function isOpen(passage) {
    return passage.source >= 0 && sources[passage.source]?.text !== null && sources[passage.source] !== undefined;
  }

  function tell() {
    host.hidden = !shown;
    sheet.hidden = Boolean(shown);
    if (!shown) return;
    const { passage } = shown;
    const source = sources[passage.source];
    const quoted = passages.map((one, number) => ({ one, number })).filter(({ one }) => one.source === passage.source);
    const pieces = piecesOf(charactersOf(source), quoted.map(({ one, number }) => [one.start, one.end, number]), [passage.start, passage.end]);
    const about = [source.date, source.file].filter(Boolean).join(" · ");
    refill(host, [
      element("div", { class: "head" },
        element("button", { type: "button", id: "back", onclick: () => close() }, say("back")),
        element("div", {}, element("h2", {}, source.label), element("p", { class: "place" }, about)),
      ),
      element("div", { class: "sheet", lang: "zh-CN" }, ...pieces.map((piece) => {
        if (piece.isWanted) return element("mark", {}, piece.text);
        return piece.node === null ? piece.text : element("span", { class: "quoted", title: say("also") }, piece.text);
      })),
    ]);
    host.querySelector("mark")?.scrollIntoView({ block: "center" });
  }

  /** @param {Passage} passage */
  function open(passage) {
    shown = { passage, from: document.activeElement };
    tell();
    document.getElementById("back")?.focus();
  }

  /** Close the text; tell whether one was open. */
  function close() {
    if (!shown) return false;
    const { from } = shown;
    shown = null;
    tell();
    if (from instanceof HTMLElement && from.isConnected) from.focus();
    return true;
  }

  return { passages, sources, isOpen, open, close, tell };
}
