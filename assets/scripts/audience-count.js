// Keeps the count of governments fresh while an audience is being typed. The page
// itself counts at every save.

const PAUSE = 700;

/** @param {HTMLElement} sentence */
export function countWhileTyping(sentence) {
  const form = sentence.parentElement?.querySelector("form.il-form");
  if (!form) return;
  let waiting;
  let asked;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      asked?.abort();
      asked = new AbortController();
      try {
        const answer = await fetch(sentence.dataset.reach, {
          method: "POST",
          body: new URLSearchParams(new FormData(form)),
          signal: asked.signal,
        });
        if (answer.ok) sentence.textContent = (await answer.json()).sentence;
      } catch (fault) {
        if (fault.name !== "AbortError") throw fault;
      }
    }, PAUSE);
  });
}
