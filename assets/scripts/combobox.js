// A text box with a list under it, after the ARIA combobox pattern
// (list autocomplete with manual selection).

const WAIT_MS = 160;
let combobox_count = 0;

/**
 * @param {HTMLInputElement} box
 * @param {{
 *   least: number,
 *   label: string,
 *   fetchItems: (words: string, signal: AbortSignal) => Promise<{items: object[], more?: string}>,
 *   describe: (item: object) => {text: string, detail?: string},
 *   choose: (item: object) => void,
 * }} behavior
 */
export function combobox(box, behavior) {
  const id = `suggestions-${(combobox_count += 1)}`;
  const frame = document.createElement("div");
  frame.className = "il-suggest";
  const list = document.createElement("ul");
  list.className = "il-suggest__list";
  list.id = id;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", behavior.label);
  list.hidden = true;
  const status = document.createElement("div");
  status.className = "usa-sr-only";
  status.setAttribute("role", "status");

  const focused = document.activeElement === box;
  box.before(frame);
  frame.append(box, list, status);
  if (focused) box.focus();
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", id);
  box.setAttribute("aria-expanded", "false");

  let items = [];
  let active = -1;
  let timer = 0;
  let pending = null;

  const close = () => {
    list.hidden = true;
    active = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };

  const stopAsking = () => {
    window.clearTimeout(timer);
    if (pending) pending.abort();
    pending = null;
  };

  const forget = () => {
    stopAsking();
    items = [];
    close();
  };

  const activate = (index) => {
    active = index;
    [...list.querySelectorAll('[role="option"]')].forEach((option, position) => {
      const selected = position === index;
      option.setAttribute("aria-selected", String(selected));
      if (selected) {
        box.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      }
    });
    if (index < 0) box.removeAttribute("aria-activedescendant");
  };

  const choose = (index) => {
    const item = items[index];
    if (!item) return;
    forget();
    behavior.choose(item);
  };

  const show = (more) => {
    list.replaceChildren(
      ...items.map((item, position) => {
        const { text, detail } = behavior.describe(item);
        const option = document.createElement("li");
        option.className = "il-suggest__option";
        option.id = `${id}-${position}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.append(text);
        if (detail) {
          const second = document.createElement("span");
          second.append(detail);
          option.append(second);
        }
        option.addEventListener("mousedown", (event) => event.preventDefault());
        option.addEventListener("click", () => choose(position));
        return option;
      }),
    );
    if (more && items.length > 0) {
      const rest = document.createElement("li");
      rest.className = "il-suggest__more";
      rest.setAttribute("role", "presentation");
      rest.append(more);
      list.append(rest);
    }
    active = -1;
    box.removeAttribute("aria-activedescendant");
    list.hidden = items.length === 0;
    box.setAttribute("aria-expanded", String(items.length > 0));
    const count = items.length === 1 ? "1 suggestion" : `${items.length} suggestions`;
    status.textContent = items.length === 0 ? "No suggestions" : `${count}. ${more ?? ""}`;
  };

  const ask = async () => {
    const words = box.value.trim();
    if (words.length < behavior.least) {
      forget();
      status.textContent = "";
      return;
    }
    if (pending) pending.abort();
    const mine = new AbortController();
    pending = mine;
    try {
      const answer = await behavior.fetchItems(words, mine.signal);
      if (pending !== mine || document.activeElement !== box) return;
      pending = null;
      items = answer.items;
      list.dataset.words = words;
      show(answer.more);
    } catch {
      // Without an answer the plain form still works.
      if (pending === mine) forget();
    }
  };

  box.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, WAIT_MS);
  });

  // A list that somebody walks through must not change under the hand.
  const walk = (event, to) => {
    event.preventDefault();
    stopAsking();
    if (list.hidden) show();
    activate(to);
  };

  box.addEventListener("keydown", (event) => {
    const open = !list.hidden;
    const last = items.length - 1;
    if (event.key === "ArrowDown" && last >= 0) {
      walk(event, active >= last ? 0 : active + 1);
    } else if (event.key === "ArrowUp" && last >= 0) {
      walk(event, active <= 0 ? last : active - 1);
    } else if (event.key === "Enter" && open && active >= 0) {
      event.preventDefault();
      choose(active);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    }
  });

  box.addEventListener("blur", forget);
}

/** Reads JSON from this portal; an answer that is no success is an error. */
export async function readJson(path, parameters, signal) {
  const address = new URL(path, window.location.origin);
  for (const [name, value] of Object.entries(parameters)) {
    if (value) address.searchParams.set(name, value);
  }
  const response = await fetch(address, { signal, headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}
