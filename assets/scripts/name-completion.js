// Type-ahead in a box of a form: a pick fills in the name with its key, which the form
// reads as well as a bare name.

import { combobox, readJson } from "./combobox.js";

/** @param {HTMLInputElement} box */
export function completeNames(box) {
  const governments = box.dataset.name.endsWith("/jurisdictions");

  combobox(box, {
    least: 2,
    label: governments ? "Governments" : "Offerings",
    async fetchItems(words, signal) {
      const answer = await readJson(box.dataset.name, { q: words }, signal);
      return { items: answer.items.map(governments ? government : offering).filter(Boolean) };
    },
    describe: (item) => item,
    choose(item) {
      box.value = `${item.text} (${item.key})`;
    },
  });
}

function government(item) {
  return {
    key: item.key,
    text: `${item.name}, ${item.state}`,
    detail: item.county ? `${item.kind_label} in ${item.county}` : item.kind_label,
  };
}

function offering(item) {
  const slug = item.href?.match(/^\/offerings\/([^/?#]+)/)?.[1];
  return slug && { key: decodeURIComponent(slug), text: item.text };
}
