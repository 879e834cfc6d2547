// The bar below: when things happened, and a range of days that filters them.

import { dateOf, dayOf, histogramOf } from "./dates.js";
import { drawing, element } from "./dom.js";
import { wordsOf } from "./words.js";

/** @typedef {import("./state.js").Store} Store */

const BINS = 80;
const STEP = 60; // milliseconds of a frame when it plays
const say = wordsOf({
  zh: {
    time: "时间", from: "从", to: "到", every: "不限时间", play: "播放", stop: "停止",
    undated: (/** @type {number} */ count) => `${count} 个没有日期，一直显示`, range: (/** @type {string} */ a, /** @type {string} */ b) => `${a} 至 ${b}`,
  },
  en: {
    time: "Time", from: "from", to: "to", every: "all times", play: "Play", stop: "Stop",
    undated: (/** @type {number} */ count) => `${count} without a date always stay`, range: (/** @type {string} */ a, /** @type {string} */ b) => `${a} to ${b}`,
  },
});

/**
 * @param {HTMLElement} host
 * @param {Store} store
 */
export function mountTimebar(host, store) {
  const days = store.scene.nodes.flatMap((node) => node.dates.map(dayOf)).filter((day) => !Number.isNaN(day));
  const histogram = histogramOf(days, BINS);
  host.hidden = histogram === null || histogram.first === histogram.last;
  if (!histogram || host.hidden) return;
  const { first, last, counts } = histogram;
  const undated = store.scene.nodes.filter((node) => !node.dates.length).length;
  let timer = 0;

  const most = Math.max(...counts);
  const bars = counts.map((count, index) => drawing("rect", { x: index, y: 24 - (count / most) * 24, width: 0.86, height: (count / most) * 24 }));
  const picture = drawing("svg", { viewBox: `0 0 ${BINS} 24`, preserveAspectRatio: "none", "aria-hidden": "true" }, ...bars);
  const slider = (/** @type {string} */ id) => element("input", { type: "range", id, min: String(first), max: String(last), step: "1" });
  const [from, to] = [slider("from"), slider("to")];
  const words = element("output", { htmlFor: "from to" });
  const note = element("span", { class: "place" });
  const all = element("button", { type: "button", class: "plain", id: "every-time", onclick: () => set(null) });
  const play = element("button", { type: "button", id: "play", onclick: () => (timer ? stop() : start()) });
  const title = element("span", { class: "title" });
  host.append(title, play, element("div", { class: "axis" }, picture, from, to), words, all, note);

  /** @param {[string, string] | null} range */
  function set(range) {
    store.change({ range });
  }

  /** @param {Event} event */
  function moved(event) {
    const [a, b] = [Number(from.value), Number(to.value)];
    const [low, high] = event.target === from ? [Math.min(a, b), b] : [a, Math.max(a, b)];
    set(low <= first && high >= last ? null : [dateOf(low), dateOf(Math.max(low, high))]);
  }

  function start() {
    const width = Math.max(1, (last - first) / 120);
    let end = first;
    timer = window.setInterval(() => {
      end += width;
      if (end >= last) return stop();
      set([dateOf(first), dateOf(Math.round(end))]);
    }, STEP);
    tell();
  }

  function stop() {
    window.clearInterval(timer);
    timer = 0;
    set(null);
  }

  function tell() {
    const { range } = store.now();
    const [low, high] = range ? [dayOf(range[0]), dayOf(range[1])] : [first, last];
    [from.value, to.value] = [String(low), String(high)];
    from.setAttribute("aria-label", `${say("time")} ${say("from")}`);
    to.setAttribute("aria-label", `${say("time")} ${say("to")}`);
    from.setAttribute("aria-valuetext", dateOf(low));
    to.setAttribute("aria-valuetext", dateOf(high));
    bars.forEach((bar, index) => {
      const day = first + ((last - first) * (index + 0.5)) / BINS;
      bar.setAttribute("class", day >= low && day <= high ? "in" : "out");
    });
    words.textContent = say("range", dateOf(low), dateOf(high));
    all.textContent = say("every");
    all.hidden = range === null;
    play.textContent = say(timer ? "stop" : "play");
    title.textContent = say("time");
    note.textContent = undated ? say("undated", undated) : "";
  }

  from.addEventListener("input", moved);
  to.addEventListener("input", moved);
  store.subscribe(tell);
  tell();
}
