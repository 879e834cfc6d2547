// Files that the page hands out: no request, a blob and its name.

import { element } from "./dom.js";

/**
 * Save a file under a name that every system takes.
 * @param {string} title
 * @param {string} ending
 * @param {string | Blob} content
 * @param {string} type  media type of a text
 */
export function saveFile(title, ending, content, type) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` }));
  element("a", { href: url, download: `${title.replace(/[\\/:*?"<>|\s]+/g, "_").slice(0, 60)}.${ending}` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
