// Suggestions under a search box: words, categories, offerings, bodies.

import { combobox, readJson } from "./combobox.js";

/** @param {HTMLInputElement} box */
export function suggestSearches(box) {
  combobox(box, {
    least: 2,
    label: "Suggestions",
    async fetchItems(words, signal) {
      const answer = await readJson(
        box.dataset.suggest,
        { q: words, for: box.dataset.for },
        signal,
      );
      return { items: answer.items };
    },
    describe: (item) => ({ text: item.text, detail: item.kind }),
    choose(item) {
      if (item.href?.startsWith("/")) {
        window.location.assign(item.href);
        return;
      }
      box.value = item.text;
      box.form?.requestSubmit();
    },
  });
}
