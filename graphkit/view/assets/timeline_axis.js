// The axis: days in, places from left to right out; long times without events are cut to a break that says how long.
const DAY = 86400000;
const BREAK = 46;
const SHORTEST = 22;
const SHORTEST_CUT = 60;
const TICK_GAP = 62;
const numberOf = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
const dateOf = (day) => new Date(day * DAY);

scene.events.forEach((event, number) => {
  event.id = number;
  event.first = event.when.start ? numberOf(event.when.start) : null;
  event.last = event.when.end ? numberOf(event.when.end) : null;
  event.takenUp = [];
});
scene.events.forEach((event) => {
  for (const aim of event.aims) scene.events[aim.target].takenUp.push({ event, days: aim.days });
});

/** Give the pixels of a day when stretches that would be shorter than SHORTEST get that much. */
function lengthOfDay(stretches, room) {
  let perDay = 0;
  let long = stretches;
  for (let rounds = 0; rounds <= stretches.length; rounds++) {
    const days = long.reduce((sum, one) => sum + one.days, 0);
    perDay = Math.max(room - SHORTEST * (stretches.length - long.length), 200) / Math.max(days, 1);
    const still = long.filter((one) => one.days * perDay > SHORTEST);
    if (still.length === long.length || !still.length) break;
    long = still;
  }
  return perDay;
}

/** Give the axis of some days: stretches of time, each with its place and length in pixels, breaks between them. */
function axisOf(events, width, zoom, isCut) {
  const days = [...new Set(events.flatMap((event) => [event.first, event.last]))].sort((a, b) => a - b);
  const whole = days[days.length - 1] - days[0];
  const limit = isCut ? Math.max(SHORTEST_CUT, whole / 40) : Infinity;
  const stretches = [{ first: days[0], last: days[0] }];
  for (const day of days.slice(1)) {
    const now = stretches[stretches.length - 1];
    if (day - now.last > limit) stretches.push({ first: day, last: day });
    else now.last = day;
  }
  for (const one of stretches) one.days = Math.max(one.last - one.first, 1);
  const perDay = lengthOfDay(stretches, width - BREAK * (stretches.length - 1)) * zoom;
  let left = 0;
  for (const one of stretches) {
    one.left = left;
    one.width = Math.max(one.days * perDay, stretches.length > 1 ? SHORTEST : 0);
    left += one.width + BREAK;
  }
  return { stretches, perDay, width: left - BREAK };
}

/** Give the place of a day. */
function placeOf(axis, day) {
  const one = axis.stretches.find((stretch) => day <= stretch.last) ?? axis.stretches[axis.stretches.length - 1];
  return one.left + (Math.max(0, day - one.first) / one.days) * one.width;
}

/** Give marks within a stretch, of the finest step that has room: days, fives of days, months, quarters, years. */
function marksIn(stretch, perDay) {
  const steps = [[1, "day"], [5, "days"], [30.4, "month"], [91, "quarter"], [365, "year"], [1826, "years"]];
  const [, step] = steps.find(([days]) => days * perDay >= TICK_GAP) ?? steps[steps.length - 1];
  const fits = {
    day: () => true,
    days: (date) => [1, 6, 11, 16, 21, 26].includes(date.getUTCDate()),
    month: (date) => date.getUTCDate() === 1,
    quarter: (date) => date.getUTCDate() === 1 && date.getUTCMonth() % 3 === 0,
    year: (date) => date.getUTCDate() === 1 && date.getUTCMonth() === 0,
    years: (date) => date.getUTCDate() === 1 && date.getUTCMonth() === 0 && date.getUTCFullYear() % 5 === 0,
  }[step];
  const found = [];
  for (let day = stretch.first; day <= stretch.last; day++) if (fits(dateOf(day))) found.push(day);
  return { step, days: found };
}

/** Give what stands along the axis: where, and which words; the first of a stretch and of a year tell the year. */
function ticksOf(axis) {
  const found = [];
  for (const stretch of axis.stretches) {
    const { step, days } = marksIn(stretch, axis.perDay);
    const start = dateOf(stretch.first);
    found.push({ left: stretch.left, words: stretch.width + BREAK < TICK_GAP + 16 ? say("year", start.getUTCFullYear()) : say("month", start.getUTCFullYear(), start.getUTCMonth() + 1), isFirst: true });
    let told = start.getUTCFullYear();
    for (const day of days) {
      const date = dateOf(day);
      const left = placeOf(axis, day);
      if (left - found[found.length - 1].left < (found[found.length - 1].isFirst ? TICK_GAP + 22 : TICK_GAP)) continue;
      const year = date.getUTCFullYear();
      const isNew = year !== told;
      told = year;
      const words = step.startsWith("year") ? say("year", year) : isNew ? say("month", year, date.getUTCMonth() + 1) : step.startsWith("day") ? say("day", date.getUTCMonth() + 1, date.getUTCDate()) : say("onlyMonth", date.getUTCMonth() + 1);
      found.push({ left, words, isFirst: isNew });
    }
  }
  return found;
}

/** Give the breaks between stretches: where, and how many days are left out. */
function breaksOf(axis) {
  return axis.stretches.slice(1).map((stretch, number) => ({ left: stretch.left - BREAK, days: stretch.first - axis.stretches[number].last }));
}
