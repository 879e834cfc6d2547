// An address goes to the clipboard, and is that of the page from then on.

import { element } from "./dom.js";

/**
 * Let the page have an address and copy it.
 * @param {string} fragment
 */
export async function copyAddress(fragment) {
  const address = location.href.replace(/#.*$/, "") + fragment;
  history.replaceState(null, "", address);
  try {
    await navigator.clipboard.writeText(address);
  } catch {
    copyBySelection(address);
  }
}

/**
 * Copy where pages from files may not use the clipboard.
 * @param {string} text
 */
function copyBySelection(text) {
  const box = element("textarea", { value: text, class: "unseen", readOnly: true });
  document.body.append(box);
  box.select();
  document.execCommand("copy");
  box.remove();
}
