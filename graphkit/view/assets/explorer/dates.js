// Days: dates as precise as their texts go in, numbers of days, months of a histogram come out.

/**
 * Give the first day of a date (2021, 2021-02, 2021-02-26) as days since 1970; NaN for what is none.
 * @param {string} date
 */
export function dayOf(date) {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date);
  return found ? Date.UTC(Number(found[1]), Number(found[2] ?? 1) - 1, Number(found[3] ?? 1)) / 86_400_000 : NaN;
}

/**
 * Give the date of a day since 1970.
 * @param {number} day
 */
export function dateOf(day) {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Count days in so many bins of equal width between the first and the last.
 * @param {number[]} days  finite
 * @param {number} bins
 * @returns {{first: number, last: number, counts: number[]} | null}
 */
export function histogramOf(days, bins) {
  if (!days.length) return null;
  const first = days.reduce((a, b) => Math.min(a, b));
  const last = days.reduce((a, b) => Math.max(a, b));
  const counts = Array.from({ length: bins }, () => 0);
  for (const day of days) counts[Math.min(bins - 1, Math.floor(((day - first) / (last - first || 1)) * bins))]++;
  return { first, last, counts };
}
