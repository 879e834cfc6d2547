// The matrix: a table for each universe, every cell a button; arrows go from cell to cell.
const WIDE = 5;
const FEW = 12;

function cellButton(block, row, place) {
  const cell = row.cells[place];
  if (!cell || state.off.has(cell.value)) return "";
  const word = say("values")[cell.value];
  const more = [cell.count > 1 ? say("places", cell.count) : "", cell.against.length ? say("otherwise") : ""].filter(Boolean);
  const name = [row.label, scene.targets[block.targets[place]].label, word, ...more].join(language === "en" ? ", " : "，");
  const isChosen = state.selected && state.selected.row === row && state.selected.place === place;
  const button = element(
    "button",
    { type: "button", class: `cell ${cell.value}`, tabIndex: -1, "aria-label": name, "aria-pressed": String(Boolean(isChosen)), onclick: () => choose({ block, row, place }) },
    element("span", { class: "sign", "aria-hidden": "true" }, MARKS[cell.value]),
    element("span", { class: "word", "aria-hidden": "true" }, word),
    cell.count > 1 ? element("span", { class: "times", "aria-hidden": "true" }, `×${cell.count}`) : "",
    cell.against.length ? element("span", { class: "times", "aria-hidden": "true" }, "※") : "",
  );
  return button;
}

/** Give the shares of the four values as a bar; the numbers stand below the table. */
function bar(cells) {
  const asked = cells.filter(Boolean);
  const made = element("span", { class: "bar", "aria-hidden": "true" });
  for (const value of VALUES) {
    const count = countOf(asked, value);
    if (!count) continue;
    const piece = element("span", { class: value });
    piece.style.flexGrow = String(count);
    made.append(piece);
  }
  return made;
}

/** Give the first sentence of a cell, short, with where it stands; there is room for it beside a single column. */
function quoteOf(cell) {
  const one = cell && !state.off.has(cell.value) ? scene.passages[cell.passages[0]] : undefined;
  if (!one) return element("td", { class: "quote" });
  const where = [one.document, one.date].filter(Boolean).join(" · ");
  return element("td", { class: "quote" }, element("span", { class: "words" }, one.before.length > FEW ? "…" : one.before, element("mark", {}, one.quote), one.after), element("span", { class: "date" }, where));
}

function headOf(block, columns) {
  const heads = columns.map(({ target, place }) => {
    const one = scene.targets[target];
    const cells = block.members.map((row) => row.cells[place]);
    const button = element("button", { type: "button", class: "head", onclick: () => sortBy(target) }, element("span", { class: "name" }, one.label), element("span", { class: "date" }, one.date || say("undated")));
    return element("th", { scope: "col", "aria-sort": state.column === target ? "ascending" : "none" }, button, bar(cells), element("span", { class: "share" }, say("of", countOf(cells, "responded"), cells.filter(Boolean).length)));
  });
  return element("thead", {}, element("tr", {}, element("th", { scope: "col", class: "corner" }, say("place")), ...heads, element("th", { scope: "col", class: columns.length > 1 ? "sum" : "quote" }, say(columns.length > 1 ? "total" : "quote"))));
}

/** Give the offices of a row where they are called otherwise than the row itself. */
function officesOf(row) {
  const names = new Set(row.cells.filter(Boolean).flatMap((cell) => cell.offices));
  names.delete(row.label);
  return names.size ? element("span", { class: "office" }, [...names].join("；")) : "";
}

function rowOf(block, row, columns) {
  const cells = columns.map(({ place }) => element("td", {}, cellButton(block, row, place)));
  const asked = cellsOf(row, columns).filter(Boolean);
  const sum = columns.length > 1 ? element("td", { class: "sum" }, say("of", countOf(asked, "responded"), asked.length)) : quoteOf(row.cells[columns[0].place]);
  return element("tr", {}, element("th", { scope: "row" }, element("span", { class: "region" }, row.label), officesOf(row)), ...cells, sum);
}

/** Give the totals of the members: they stand right below these, before the bodies outside. */
function totalsOf(block, columns) {
  const lines = VALUES.map((value) => {
    const counts = columns.map(({ place }) => countOf(block.members.map((row) => row.cells[place]), value));
    const sum = counts.reduce((a, b) => a + b, 0);
    return element("tr", {}, element("th", { scope: "row" }, pill(value), ` ${say("values")[value]}`), ...counts.map((count) => element("td", {}, String(count))), element("td", { class: "sum" }, columns.length > 1 ? String(sum) : ""));
  });
  return element("tbody", { class: "totals" }, ...lines);
}

function blockOf(block) {
  const columns = columnsOf(block);
  const rows = rowsOf(block.members, columns);
  const outside = rowsOf(block.outside, columns);
  const words = [say("members", block.members.length), say("counted", scene.documents), rows.length === block.members.length ? "" : say("shown", rows.length, block.members.length)].filter(Boolean).join(" · ");
  const title = element("caption", {}, element("strong", {}, block.universe), element("span", { class: "note" }, words));
  const bodies = rows.length ? rows.map((row) => rowOf(block, row, columns)) : [element("tr", {}, element("td", { colSpan: columns.length + 2, class: "nothing" }, say("nothing")))];
  const apart = outside.length
    ? element("tbody", { class: "outside" }, element("tr", {}, element("th", { scope: "rowgroup", colSpan: columns.length + 2 }, say("outside"))), ...outside.map((row) => rowOf(block, row, columns)))
    : "";
  const table = element("table", { class: `matrix${columns.length > WIDE ? " narrow" : ""}${columns.length === 1 ? " single" : ""}` }, title, headOf(block, columns), element("tbody", {}, ...bodies), totalsOf(block, columns), apart);
  return table;
}

/** Give what nobody knows the universe of: a line for each target, with the bodies that are named. */
function looseOf(block) {
  const columns = columnsOf(block);
  const lines = columns.map(({ target, place }) => {
    const rows = block.outside.filter((row) => row.cells[place] && !state.off.has(row.cells[place].value) && isWanted(row.label, scene.targets[target].label));
    const one = scene.targets[target];
    const name = element("button", { type: "button", class: "head", onclick: () => choose({ target }) }, element("span", { class: "name" }, one.label));
    const bodies = rows.map((row) => element("span", { class: "named" }, cellButton(block, row, place), element("span", {}, row.label)));
    return rows.length ? element("tr", {}, element("th", { scope: "row" }, name), element("td", { class: "date" }, one.date || say("undated")), element("td", {}, ...bodies)) : "";
  }).filter(Boolean);
  const title = element("caption", {}, element("strong", {}, say("loose")), element("span", { class: "note" }, say("looseNote")));
  const head = element("thead", {}, element("tr", {}, ...["target", "date", "body"].map((key) => element("th", { scope: "col" }, say(key)))));
  return element("table", { class: "loose narrow" }, title, head, element("tbody", {}, ...lines));
}

/** Sort by a column, and tell of it; once more, and the order is as before. */
function sortBy(target) {
  state.column = state.column === target ? null : target;
  choose({ target });
}

/** Select a cell, a column or nothing. */
function choose(selected) {
  state.selected = selected;
  refresh();
  if (selected && selected.row) sheet.querySelector(".cell[aria-pressed=true]")?.focus();
}

/** Let Tab stop at one cell of the page only. */
function rove(cell) {
  for (const one of sheet.querySelectorAll(".cell[tabindex='0']")) one.tabIndex = -1;
  if (cell) cell.tabIndex = 0;
}

/** Give the cell beside another one, in a direction. */
function beside(cell, key) {
  const column = cell.closest("td").cellIndex;
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const cells = [...cell.closest("tr").querySelectorAll(".cell")];
    return cells[cells.indexOf(cell) + (key === "ArrowRight" ? 1 : -1)];
  }
  const rows = [...sheet.querySelectorAll("tr")];
  const step = key === "ArrowDown" ? 1 : -1;
  for (let row = rows.indexOf(cell.closest("tr")) + step; row >= 0 && row < rows.length; row += step) {
    const found = rows[row].cells[column]?.querySelector(".cell") ?? rows[row].querySelector(".cell");
    if (found) return found;
  }
  return undefined;
}

sheet.addEventListener("keydown", (event) => {
  if (!event.key.startsWith("Arrow") || !event.target.classList.contains("cell")) return;
  const next = beside(event.target, event.key);
  if (next) {
    rove(next);
    next.focus();
  }
  event.preventDefault();
});
sheet.addEventListener("focusin", (event) => {
  if (event.target.classList.contains("cell")) rove(event.target);
});

/** Bring everything up to date. */
function refresh() {
  const focused = document.activeElement?.classList.contains("head") ? [...sheet.querySelectorAll(".head")].indexOf(document.activeElement) : -1;
  const top = sheet.scrollTop;
  tellFilters();
  const shown = scene.blocks.filter(isBlockShown);
  sheet.replaceChildren(...shown.map((block) => (block.universe ? blockOf(block) : looseOf(block))), ...shown.map(sourcesOf));
  sheet.scrollTop = top;
  rove(sheet.querySelector(".cell[aria-pressed=true]") ?? sheet.querySelector(".cell"));
  if (focused >= 0) sheet.querySelectorAll(".head")[focused]?.focus();
  tell();
}

begin();
