// The address of what a table or time axis shows: parts of its state by letter go in, the fragment comes out, and back.

/** @typedef {[string, string][]} Parts  letters and what they say; what says nothing is left out */

const BETWEEN = "~";

/**
 * Give the fragment of some parts, "" where nothing differs from how the page opens.
 * @param {Parts} parts
 */
export function fragmentOf(parts) {
  const told = new URLSearchParams(parts.filter(([, value]) => value !== ""));
  return told.size ? `#${told}` : "";
}

/**
 * Let the page have the address of what it shows, so that it opens so again.
 * @param {Parts} parts
 */
export function keepAddress(parts) {
  const fragment = fragmentOf(parts);
  if (fragment === location.hash) return;
  history.replaceState(null, "", fragment || location.href.replace(/#.*$/, ""));
}

/**
 * Write names as one: they are told apart by what stands between them.
 * @param {Iterable<string>} names
 */
export function joined(names) {
  return [...names].map((one) => one.replaceAll(BETWEEN, "～")).join(BETWEEN);
}

/**
 * Give the names that were written as one.
 * @param {string | null} text
 */
export function parted(text) {
  return text ? text.split(BETWEEN) : [];
}

/**
 * Give those of some values that an address names.
 * @template {string} Value
 * @param {string | null} text
 * @param {readonly Value[]} values
 * @returns {Set<Value>}
 */
export function namedOf(text, values) {
  const names = new Set(parted(text));
  return new Set(values.filter((one) => names.has(joined([one]))));
}
