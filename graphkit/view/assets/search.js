// The search box: names, aliases, parts of them, and their pinyin, whole or by initials.
const wanted = document.getElementById("wanted");
const found = document.getElementById("found");
const HITS = 20;
let active = 0;
let hits = [];

/** Give a name without white space, quotes and case. */
function keyOf(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[\s《》〈〉“”‘’"'「」*]/g, "");
}

for (const node of scene.nodes) node.keys = [node.label, ...node.names].map(keyOf);

/** Tell whether letters spell some run of a name's characters, each by its syllable or its initial: cdj, chengduju. */
function isSpelt(typed, spelling) {
  const readings = spelling.split(" ");
  const ends = (at, place) =>
    at === typed.length ||
    (place < readings.length &&
      readings[place].split("|").some((syllable) =>
        [syllable, syllable.slice(0, 2), syllable[0]].some(
          (piece, index) => (index !== 1 || /^[zcs]h/.test(piece)) && typed.startsWith(piece, at) && ends(at + piece.length, place + 1),
        ),
      ));
  return readings.some((_, start) => ends(0, start));
}

/** Give the nodes that a text may mean: names that begin with it first, then those that hold it, then pinyin. */
function search(text) {
  const key = keyOf(text);
  if (!key) return [];
  const letters = /^[a-z0-9']{2,24}$/.test(key) ? key.replaceAll("'", "") : "";
  const ranked = [];
  for (const node of byDegree) {
    const rank = node.keys.some((one) => one.startsWith(key)) ? 0 : node.keys.some((one) => one.includes(key)) ? 1 : letters && node.spellings.some((one) => isSpelt(letters, one)) ? 2 : 3;
    if (rank < 3) ranked.push([rank, node]);
  }
  return ranked.sort((a, b) => a[0] - b[0]).slice(0, HITS).map(([, node]) => node);
}

function tellFound() {
  hits = search(wanted.value);
  active = 0;
  const isOpen = wanted.value.trim() !== "";
  found.hidden = !isOpen;
  wanted.setAttribute("aria-expanded", String(isOpen));
  const items = hits.map((node, index) =>
    element(
      "li",
      { role: "option", id: `hit-${index}`, onmousedown: (event) => { event.preventDefault(); take(node); } },
      mark(node.group), element("span", {}, node.label), element("span", { class: "kind" }, told(node.kind)),
    ),
  );
  found.replaceChildren(...(items.length ? items : [element("li", {}, say("none"))]));
  point(0);
}

function point(index) {
  active = index;
  [...found.children].forEach((item, number) => item.setAttribute("aria-selected", String(number === index && hits.length > 0)));
  if (hits.length) {
    wanted.setAttribute("aria-activedescendant", `hit-${index}`);
    found.children[index].scrollIntoView({ block: "nearest" });
  }
}

function take(node) {
  closeFound();
  wanted.blur();
  if (!isShown(node.id)) {
    remember();
    reveal(node.id, 25);
  }
  choose({ node });
}

function closeFound() {
  found.hidden = true;
  wanted.setAttribute("aria-expanded", "false");
  wanted.value = "";
}

wanted.addEventListener("input", tellFound);
wanted.addEventListener("blur", closeFound);
wanted.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.key === "ArrowDown" && hits.length) point((active + 1) % hits.length);
  else if (event.key === "ArrowUp" && hits.length) point((active + hits.length - 1) % hits.length);
  else if (event.key === "Enter" && hits.length) take(hits[active]);
  else if (event.key === "Escape") wanted.blur();
  else return;
  event.preventDefault();
});
