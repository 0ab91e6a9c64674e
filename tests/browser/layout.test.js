// Nothing is wider than the window: at 320 pixels, and at 400 % zoom, which is the same.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start, visit } from "./chromium.js";
import { at, faults, visitors } from "./portal.js";

let browser;
before(async () => {
  browser = await start();
});
after(() => browser?.close());

/** What sticks out of the window on a page, beside what scrolls in a frame of its own. */
function sticksOut() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const scrolls = (element) => {
    for (let up = element.parentElement; up; up = up.parentElement) {
      if (["auto", "scroll", "hidden"].includes(getComputedStyle(up).overflowX)) return true;
    }
    return false;
  };
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element))
    .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
    .slice(0, 5);
}

for (const width of [320, 375, 1280]) {
  test(`no page is wider than a window of ${width} pixels`, async () => {
    const found = [];
    for (const [who, paths] of [...visitors, [undefined, faults.map(([path]) => path)]]) {
      await visit(browser, { as: who, viewport: { width, height: 700 } }, async (page) => {
        for (const path of paths) {
          await page.goto(at(path));
          const wide = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          if (wide > 0) found.push(`${path}: ${wide} px: ${await page.evaluate(sticksOut)}`);
        }
      });
    }
    assert.deepEqual(found, []);
  });
}
