// Labels and badges, drawn over the picture at one size at every zoom, none over another.
const FONT = '13px "Source Han Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif';
const LINE = 16;
const CELL = 120;
const widths = new Map();

/** The boxes drawn last, for clicks on badges and for whoever wants to check them. */
let badges = [];
let boxes = [];

function widthOf(context, text) {
  if (!widths.has(text)) widths.set(text, context.measureText(text).width);
  return widths.get(text);
}

/** A set of boxes that answers quickly whether a further one is free. */
class Space {
  constructor() {
    this.cells = new Map();
  }

  *near(box) {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x++) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y++) {
        const key = `${x},${y}`;
        if (!this.cells.has(key)) this.cells.set(key, []);
        yield this.cells.get(key);
      }
    }
  }

  /** Tell whether nothing else is where a box is; `overDots` counts written boxes only. */
  isFree(box, overDots = false) {
    for (const cell of this.near(box)) {
      for (const one of cell) {
        if (one.isDot && overDots) continue;
        if (one.owner !== box.owner && one.owner !== box.node && one.left < box.right && box.left < one.right && one.top < box.bottom && box.top < one.bottom) return false;
      }
    }
    return true;
  }

  add(box) {
    for (const cell of this.near(box)) cell.push(box);
  }
}

/** Give the boxes that a label may take, the best first: below, above, right, left. */
function choices(id, at, radius, width, height) {
  const box = (left, top) => ({ owner: id, left, top, right: left + width, bottom: top + height });
  const gap = 4;
  return [
    box(at.x - width / 2, at.y + radius + 3),
    box(at.x + radius + gap, at.y - height / 2),
    box(at.x - radius - gap - width, at.y - height / 2),
    box(at.x - width / 2, at.y - radius - 3 - height),
  ];
}

/** Draw what `items` hold; each has id, lines, at, radius, bold, faded, badge, isNeeded. Earlier ones come first, needed ones may cover dots. */
function drawLabels(context, items, lineItems, area) {
  const space = new Space();
  badges = [];
  boxes = [];
  for (const { id, at, radius } of items) {
    space.add({ owner: id, isDot: true, left: at.x - radius, top: at.y - radius, right: at.x + radius, bottom: at.y + radius });
  }
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const item of items) {
    const { at, radius } = item;
    if (at.x < -80 || at.y < -40 || at.x > area.width + 80 || at.y > area.height + 40) continue;
    context.globalAlpha = item.faded ? 0.3 : 1;
    if (item.badge) drawBadge(context, item, space);
    context.font = item.bold ? `bold ${FONT}` : FONT;
    const width = Math.max(...item.lines.map((line) => widthOf(context, line))) * (item.bold ? 1.06 : 1) + 4;
    const height = item.lines.length * LINE;
    const places = choices(item.id, at, radius, width, height);
    const box = places.find((one) => space.isFree(one)) ?? (item.isNeeded ? places.find((one) => space.isFree(one, true)) : undefined);
    if (!box) continue;
    space.add(box);
    boxes.push(box);
    drawText(context, item, box);
  }
  context.globalAlpha = 1;
  for (const item of lineItems) drawLineWords(context, item, space);
}

/** Write on a line where there is room: at its middle, else nearer to its start or end. */
function drawLineWords(context, item, space) {
  context.font = FONT.replace("13px", "11px");
  const width = context.measureText(item.words).width + 4;
  for (const share of [0.5, 0.42, 0.58, 0.34, 0.66]) {
    const x = item.from.x + (item.to.x - item.from.x) * share;
    const y = item.from.y + (item.to.y - item.from.y) * share;
    const box = { owner: item, left: x - width / 2, top: y - 7, right: x + width / 2, bottom: y + 7 };
    if (!space.isFree(box)) continue;
    space.add(box);
    boxes.push(box);
    context.strokeStyle = "rgba(255,255,255,0.95)";
    context.lineWidth = 4;
    context.fillStyle = item.isChosen ? "#a84300" : "#5b6672";
    context.strokeText(item.words, x, y);
    context.fillText(item.words, x, y);
    return;
  }
}

function drawText(context, item, box) {
  context.strokeStyle = "rgba(255,255,255,0.92)";
  context.lineWidth = 4;
  context.fillStyle = "#1f2933";
  item.lines.forEach((line, row) => {
    const y = box.top + LINE * (row + 0.5);
    context.strokeText(line, (box.left + box.right) / 2, y);
    context.fillText(line, (box.left + box.right) / 2, y);
  });
}

function drawBadge(context, item, space) {
  context.font = FONT.replace("13px", "11px");
  const width = context.measureText(item.badge).width + 10;
  const left = item.at.x + item.radius * 0.7 + 2;
  const top = item.at.y - item.radius * 0.7 - 14;
  const box = { owner: `badge ${item.id}`, node: item.id, left, top, right: left + width, bottom: top + 16 };
  if (!space.isFree(box)) return;
  space.add(box);
  badges.push(box);
  context.fillStyle = "#eef1f4";
  context.strokeStyle = "#9aa5b1";
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(left, top, width, 16, 8);
  context.fill();
  context.stroke();
  context.fillStyle = "#3d4852";
  context.fillText(item.badge, left + width / 2, top + 8.5);
}
