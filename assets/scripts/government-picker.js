// Type-ahead over the names of governments. A pick fills the box; sending the
// form then leads straight to that government instead of the list of namesakes.

import { combobox, readJson } from "./combobox.js";

/** @param {HTMLInputElement} box */
export function pickGovernments(box) {
  let picked = null;
  const name = (item) => `${item.name}, ${item.state}`;

  combobox(box, {
    least: 2,
    label: "Governments",
    async fetchItems(words, signal) {
      const answer = await readJson(box.dataset.picker, { q: words }, signal);
      const rest = answer.total - answer.items.length;
      return {
        items: answer.items,
        more: rest > 0 ? `${rest.toLocaleString("en-US")} more: add the state or county` : undefined,
      };
    },
    describe: (item) => ({
      text: name(item),
      detail: item.county ? `${item.kind_label} in ${item.county}` : item.kind_label,
    }),
    choose(item) {
      picked = item;
      box.value = name(item);
    },
  });

  box.form?.addEventListener("submit", (event) => {
    if (!picked || box.value !== name(picked)) return;
    event.preventDefault();
    window.location.assign(target(picked.key, box));
  });
}

function target(key, box) {
  const next = box.dataset.next;
  if (next && next.startsWith("/")) {
    const address = new URL(next, window.location.origin);
    if (address.origin === window.location.origin) {
      address.searchParams.set("for", key);
      return address.href;
    }
  }
  const category = box.form.elements.namedItem("category")?.value;
  const sheet = `/jurisdictions/${encodeURIComponent(key)}?for=${encodeURIComponent(key)}`;
  return category ? `${sheet}#${encodeURIComponent(category)}` : sheet;
}
