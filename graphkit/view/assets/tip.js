// The tip beside the pointer: what a thing or a line is, with one sentence.
const tip = document.getElementById("tip");

function sentence(number) {
  const one = scene.passages[number];
  if (!one) return [];
  const cut = (text, most) => (text.length > most ? `${text.slice(0, most)}…` : text);
  return [
    element("div", {}, one.before.slice(-40), element("mark", {}, cut(one.quote, 120)), cut(one.after, 40)),
    element("div", { class: "place" }, [one.document, one.date].filter(Boolean).join(" · ")),
  ];
}

function tipOfNode(node) {
  const date = dateOf(node);
  const facts = node.links.flatMap((link) => link.facts.map((fact) => [link, fact])).filter(([, fact]) => fact.passages.length);
  const first = facts.length ? sentence(facts[0][1].passages[0]) : [];
  return [
    element("strong", {}, node.label),
    element("div", { class: "place" }, [told(node.kind), date, say("links", node.near.size)].filter(Boolean).join(" · ")),
    ...first,
  ];
}

function tipOfLink(link) {
  const [fact] = link.facts;
  const modality = say("modality")[fact.modality];
  const line = `${scene.nodes[link.source].label} —${told(fact.words)}${modality ? `（${modality}）` : ""}→ ${scene.nodes[link.target].label}`;
  return [element("strong", {}, line), ...sentence(fact.passages[0])];
}

/** Show a tip near a place of the stage. */
function showTip(parts, at) {
  tip.replaceChildren(...parts);
  tip.hidden = false;
  const left = Math.min(at.x + 16, stage.clientWidth - tip.offsetWidth - 8);
  const top = at.y + 18 + tip.offsetHeight > stage.clientHeight ? at.y - tip.offsetHeight - 12 : at.y + 18;
  tip.style.left = `${Math.max(8, left)}px`;
  tip.style.top = `${Math.max(8, top)}px`;
}

function hideTip() {
  tip.hidden = true;
}
