// The panel of the matrix: a cell with its sentences, or what is known of a column.
function tellCell({ block, row, place }) {
  const cell = row.cells[place];
  const target = scene.targets[block.targets[place]];
  const none = cell.value === "unreported";
  const against = cell.against.length ? [element("h2", {}, say("against")), ...passages(cell.against)] : [];
  return [
    element("div", { class: "about" }, pill(cell.value, say("values")[cell.value])),
    element("h3", {}, row.label),
    element("p", { class: "aim" }, target.label, " · ", target.date || say("undated")),
    element("p", { class: "place" }, say("meaning")[cell.value]),
    cell.offices.length ? element("dl", {}, element("dt", {}, say("offices")), element("dd", {}, cell.offices.join("；"))) : "",
    none ? element("p", { class: "place" }, say("counted", scene.documents)) : element("h2", {}, say("places", cell.count)),
    ...(none ? [] : passages(cell.passages, cell.count)),
    ...against,
  ];
}

/** Tell of a meeting or policy: when, by whom, how many of each value, and who. */
function tellTarget(number) {
  const target = scene.targets[number];
  const block = scene.blocks.find((one) => one.targets.includes(number));
  const place = block.targets.indexOf(number);
  const rows = [...block.members, ...block.outside].filter((row) => row.cells[place]);
  const parts = VALUES.filter((value) => rows.some((row) => row.cells[place].value === value)).flatMap((value) => {
    const some = rows.filter((row) => row.cells[place].value === value);
    const items = some.map((row) => element("li", {}, element("button", { type: "button", class: "plain", onclick: () => choose({ block, row, place }) }, row.label)));
    return [element("h2", {}, pill(value), ` ${say("values")[value]}（${some.length}）`), element("ul", { class: "names" }, ...items)];
  });
  return [
    element("div", { class: "about" }, told(target.kind), " · ", target.date || say("undated")),
    element("h3", {}, target.label),
    element("dl", {},
      ...(target.holders.length ? [element("dt", {}, say("held")), element("dd", {}, target.holders.join("；"))] : []),
      ...(block.universe ? [element("dt", {}, say("universe")), element("dd", {}, `${block.universe} · ${say("members", block.members.length)}`)] : []),
    ),
    element("p", { class: "place" }, say("telling", target.telling, scene.documents)),
    ...parts,
  ];
}

/** Fill the panel. */
function tell() {
  const chosen = state.selected;
  if (!chosen) showPanel([element("p", { class: "about" }, say("hintCell")), element("p", { class: "place" }, say("counted", scene.documents))]);
  else showPanel(chosen.row ? tellCell(chosen) : tellTarget(chosen.target));
}

/** Give every sentence that the shown cells of a block rest on, for paper, each once with the rows that it tells of. */
function sourcesOf(block) {
  const columns = columnsOf(block);
  if (block.universe && columns.length === 1) return "";
  const rows = [...rowsOf(block.members, columns), ...rowsOf(block.outside, columns)];
  const items = columns.flatMap(({ target, place }) => {
    const told = new Map();
    for (const row of rows) {
      const cell = row.cells[place];
      if (!cell || !cell.passages.length || state.off.has(cell.value)) continue;
      const key = `${cell.value} ${cell.passages[0]}`;
      told.set(key, { cell, labels: [...(told.get(key)?.labels ?? []), row.label] });
    }
    return [...told.values()].map(({ cell, labels }) => {
      const one = scene.passages[cell.passages[0]];
      const where = [one.document, one.date].filter(Boolean).join(" · ");
      const head = `${labels.join(language === "en" ? ", " : "、")} — ${scene.targets[target].label}${say("colon")}`;
      return element("li", {}, pill(cell.value), " ", head, one.before, element("mark", {}, one.quote), one.after, `（${where}）`);
    });
  });
  return element("section", { class: "sources" }, element("h2", {}, `${block.universe || say("loose")} · ${say("sources")}`), element("ol", {}, ...items));
}
