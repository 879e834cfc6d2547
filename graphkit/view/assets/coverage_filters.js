// What is shown of the matrix, and in which order; and the filters at the left.
const state = { off: new Set(), hidden: new Set(), universe: "", order: "given", column: null, selected: null };

/** Give the targets of a block that are shown, each with its place in the rows. */
function columnsOf(block) {
  return block.targets.map((target, place) => ({ target, place })).filter(({ target }) => !state.hidden.has(target));
}

function countOf(cells, value) {
  return cells.filter((cell) => cell && cell.value === value).length;
}

/** Give the cells of a row that stand in shown columns. */
function cellsOf(row, columns) {
  return columns.map(({ place }) => row.cells[place]);
}

/** Give the rows to show: searched for, with a value that is ticked, in order. */
function rowsOf(rows, columns) {
  const names = columns.map(({ target }) => scene.targets[target].label);
  const kept = rows.filter((row) => {
    const cells = cellsOf(row, columns).filter(Boolean);
    return cells.some((cell) => !state.off.has(cell.value)) && isWanted(row.label, ...names, ...cells.flatMap((cell) => cell.offices));
  });
  if (state.order === "name") kept.sort((a, b) => a.label.localeCompare(b.label, "zh"));
  if (state.order === "most") kept.sort((a, b) => countOf(cellsOf(b, columns), "responded") - countOf(cellsOf(a, columns), "responded"));
  const sorted = columns.find(({ target }) => target === state.column);
  const rank = (row) => (row.cells[sorted.place] ? VALUES.indexOf(row.cells[sorted.place].value) : VALUES.length);
  return sorted ? kept.sort((a, b) => rank(a) - rank(b)) : kept;
}

function isBlockShown(block) {
  return (state.universe === "" || String(scene.blocks.indexOf(block)) === state.universe) && columnsOf(block).length > 0;
}

function valueRows() {
  const cells = scene.blocks.flatMap((block) => [...block.members, ...block.outside]).flatMap((row) => row.cells).filter(Boolean);
  return VALUES.map((value) => {
    const line = choice(`value-${value}`, pill(value), say("values")[value], countOf(cells, value), !state.off.has(value), () => {
      turned(state.off, value);
      refresh();
    });
    return element("div", {}, line, element("p", { class: "meaning" }, say("meaning")[value]));
  });
}

function targetRows() {
  return scene.targets.map((target, number) => {
    const block = scene.blocks.find((one) => one.targets.includes(number));
    const place = block.targets.indexOf(number);
    const count = [...block.members, ...block.outside].filter((row) => row.cells[place] && row.cells[place].value === "responded").length;
    return choice(`target-${number}`, "", target.label, count, !state.hidden.has(number), () => {
      turned(state.hidden, number);
      refresh();
    });
  });
}

/** Fill the filters. */
function tellFilters() {
  const chosen = document.activeElement && document.activeElement.id;
  const universes = scene.blocks.map((block, number) => [String(number), block.universe ? `${block.universe}（${block.members.length}）` : say("loose")]);
  const orders = Object.entries(say("sorts"));
  legend.replaceChildren(
    element("h2", {}, say("value")), ...valueRows(),
    chooser("universe", say("universe"), [["", say("everywhere")], ...universes], state.universe, (value) => { state.universe = value; refresh(); }),
    chooser("order", say("sort"), orders, state.order, (value) => { state.order = value; state.column = null; refresh(); }),
    element("h2", {}, say("targets")), ...targetRows(),
  );
  if (chosen && legend.querySelector(`#${CSS.escape(chosen)}`)) document.getElementById(chosen).focus();
}
