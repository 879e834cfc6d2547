// What tables and time axes have in common: what they read, the language, the panel, printing.
const scene = JSON.parse(document.getElementById("scene").textContent);
const sheet = document.getElementById("sheet");
const legend = document.getElementById("legend");
const panel = document.getElementById("panel");
const wanted = document.getElementById("wanted");

/** Fill the panel and lead there from the top. */
function showPanel(parts) {
  panel.replaceChildren(...parts.filter((part) => part !== ""));
  panel.scrollTop = 0;
}

/** Tell whether any of some texts holds what is searched for; spaces part words that are all needed. */
function isWanted(...texts) {
  const words = wanted.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const whole = texts.join("\n").toLowerCase();
  return words.every((word) => whole.includes(word));
}

/** Give a box to tick with its mark, words and count. */
function choice(id, sign, words, count, isOn, turnIt) {
  return element(
    "label",
    {},
    element("input", { type: "checkbox", id, checked: isOn, onchange: turnIt }),
    sign,
    element("span", { class: "words" }, words),
    element("span", { class: "count" }, String(count)),
  );
}

/** Give a list to choose one from. */
function chooser(id, words, options, chosen, chooseIt) {
  const items = options.map(([value, text]) => element("option", { value, selected: value === chosen }, text));
  return element("p", { class: "chooser" }, element("label", { htmlFor: id }, words), element("select", { id, onchange: (event) => chooseIt(event.target.value) }, ...items));
}

/** Let a set hold a value or not. */
function turned(set, value) {
  if (!set.delete(value)) set.add(value);
}

function translate() {
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
  document.getElementById("title").textContent = told(scene.title);
  document.title = told(scene.title);
  wanted.placeholder = say("filter");
  wanted.setAttribute("aria-label", say("filter"));
  for (const id of ["print", "language"]) document.getElementById(id).textContent = say(id);
  refresh();
}

/** Begin: choose the language, listen, draw. */
function begin() {
  const asked = document.documentElement.dataset.language;
  const spoken = (navigator.languages && navigator.languages[0]) || navigator.language || "zh";
  language = asked === "auto" ? (spoken.toLowerCase().startsWith("zh") ? "zh" : "en") : asked;
  wanted.addEventListener("input", () => refresh());
  document.getElementById("print").addEventListener("click", () => window.print());
  document.getElementById("language").addEventListener("click", () => {
    language = language === "en" ? "zh" : "en";
    translate();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLSelectElement) return;
    if (event.key === "Escape") {
      wanted.value = "";
      choose(null);
    } else if (event.key === "/" && event.target !== wanted) {
      wanted.focus();
      event.preventDefault();
    }
  });
  translate();
  document.documentElement.dataset.ready = "yes";
}
