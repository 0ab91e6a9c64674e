// Shows how far the work on a file is, and the report when it is done. The page has a
// link that does the same.

const PAUSE = 2000;

/** @param {HTMLElement} section */
export function followProgress(section) {
  setTimeout(async () => {
    const answer = await fetch(location.href);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector("[data-progress]");
    if (!next) {
      location.reload();
      return;
    }
    const [said, told] = [section, next].map((one) => one.querySelector("[role=status]"));
    if (said.textContent !== told.textContent) said.textContent = told.textContent;
    const bar = next.querySelector("progress");
    const shown = section.querySelector("progress");
    if (bar && shown) shown.value = bar.value;
    else if (bar) said.after(bar);
    followProgress(section);
  }, PAUSE);
}
