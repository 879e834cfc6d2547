// Sentences with their quotes marked, and where they stand; every panel shows them alike.
const PASSAGES_AT_FIRST = 2;

/** Give a passage: the sentence with its quote marked, and where it stands. */
function passage(number) {
  const one = scene.passages[number];
  const place = [one.document, one.date, one.article && one.article !== one.document ? one.article : ""].filter(Boolean).join(" · ");
  return element(
    "div",
    {},
    element("blockquote", {}, one.before, element("mark", {}, one.quote), one.after),
    element("p", { class: "place" }, place, weak(one.modality)),
  );
}

function weak(modality) {
  const word = say("modality")[modality] ?? modality;
  return word ? element("span", { class: "tag weak" }, word) : "";
}

/** Give passages, the first ones at once and the others when asked for. */
function passages(numbers, count = numbers.length) {
  if (!numbers.length) return [element("p", { class: "place" }, say("sourceless"))];
  const shown = numbers.slice(0, PASSAGES_AT_FIRST).map(passage);
  const rest = numbers.slice(PASSAGES_AT_FIRST);
  if (!rest.length) return shown;
  return [...shown, element("details", {}, element("summary", { class: "place" }, say("rest", count - shown.length)), ...rest.map(passage))];
}
