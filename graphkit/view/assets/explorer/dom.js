// Elements and words: text only ever becomes text.

/** @typedef {import("./model.js").Words} Words */
/** @typedef {string | number | Node | null | undefined | false} Child */

/**
 * Make an element. Keys with a dash, and role, become attributes; on… are listeners; text is only ever text.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, unknown>} [properties]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === "class") made.className = String(value);
    else if (key.startsWith("on")) made.addEventListener(key.slice(2), /** @type {EventListener} */ (value));
    else if (key.includes("-") || key === "role") made.setAttribute(key, String(value));
    else Object.assign(made, { [key]: value });
  }
  fill(made, children);
  return made;
}

/**
 * Make an element of a drawing (SVG 1.1).
 * @param {string} name
 * @param {Record<string, string | number>} [attributes]
 * @param {...Child} children
 * @returns {SVGElement}
 */
export function drawing(name, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  fill(made, children);
  return made;
}

/**
 * @param {Element} made
 * @param {Child[]} children
 */
function fill(made, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false || child === "") continue;
    made.append(child instanceof Node ? child : String(child));
  }
}

/**
 * Put children into a host in place of what it holds.
 * @param {Element} host
 * @param {Child[]} children
 */
export function refill(host, children) {
  host.replaceChildren();
  fill(host, children);
}

/**
 * Give an element of the page that must be there.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element #${id}`);
  return found;
}
