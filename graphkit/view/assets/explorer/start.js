// The page begins: the scene is read, each part of the page gets the store and draws itself.

import { stateIn } from "./deeplink.js";
import { byId } from "./dom.js";
import { mountFulltext } from "./fulltext.js";
import { tellHeading } from "./heading.js";
import { mountKeyboard } from "./keyboard.js";
import { mountLegend } from "./legend.js";
import { mountLive } from "./live.js";
import { sceneOf } from "./model.js";
import { mountPanel } from "./panel.js";
import { mountPrinting } from "./printing.js";
import { mountSearch } from "./searchbox.js";
import { mountStage } from "./stage.js";
import { storeOf } from "./state.js";
import { mountStatus } from "./status.js";
import { mountTable } from "./table.js";
import { mountTimebar } from "./timebar.js";
import { mountTools } from "./tools.js";
import { unpacked } from "./unpacking.js";
import { languageFor, speak } from "./words.js";

const store = storeOf(sceneOf(unpacked(/** @type {import("./unpacking.js").Packed} */ (JSON.parse(byId("scene").textContent ?? "")))));
speak(languageFor(document.documentElement.dataset.language ?? "zh", navigator.languages ?? [navigator.language]));

const host = byId("stage");
const stage = mountStage(host, store);
mountTools({ tools: byId("tools"), main: byId("main") }, store, stage);
mountSearch(byId("search"), store);
mountLegend(byId("legend"), store);
mountPanel(byId("panel"), store);
mountStatus(byId("status"), store, stage.fit);
mountTable(byId("table-view"), store);
mountFulltext(byId("text-view"), store);
mountTimebar(byId("time"), store);
mountPrinting(byId("paper"), store, stage);
mountLive(byId("live"), store);
mountKeyboard({ stage: host, panel: byId("panel"), search: byId("wanted") }, store, stage);
store.subscribe(() => tellHeading(store.scene));
tellHeading(store.scene);
stage.fit();
follow();
stage.now();
window.addEventListener("hashchange", follow);

/** Show what the address asks for. */
function follow() {
  if (!location.hash) return;
  const { parts, view } = stateIn(store.scene, location.hash);
  store.change(parts);
  stage.now();
  if (view) stage.look(view);
}

/**
 * Give where a thing stands in the window, by its name.
 * @param {string} label
 */
function placeOf(label) {
  const node = store.scene.nodes.find((one) => one.label === label);
  const at = node ? stage.placeOf(node.id) : null;
  const home = host.getBoundingClientRect();
  return at && { x: home.left + at.x, y: home.top + at.y };
}

// For the console and for tests: where things are, what is written where, and the store.
Object.assign(window, { graphkit: Object.freeze({ placeOf, boxes: () => { stage.now(); return stage.boxes(); }, stage, store }) });
document.documentElement.dataset.ready = "yes";
