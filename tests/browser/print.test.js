// A clean sheet for the file: printed, a page shows its content and nothing to press.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start, visit } from "./chromium.js";
import { at } from "./portal.js";

let browser;
before(async () => {
  browser = await start();
});
after(() => browser?.close());

const comparison = "/compare?o=by-endpoint&o=by-user&endpoints=1200&for=county-17031";
const desk = "/desk/il-department-of-innovation-and-technology";
for (const [path, as] of [
  ["/jurisdictions/county-17031"],
  ["/offerings/buyboard?for=county-17031"],
  [comparison],
  ["/offerings/published-twice/changes?from=1&to=2"],
  [`${desk}/offerings/county-endpoint-watch`, "administrator"],
  [`${desk}/offerings/second-edition-in-review/review`, "administrator"],
  [`${desk}/listed`, "administrator"],
  [`${desk}/log`, "administrator"],
  ["/steward/audit", "steward"],
]) {
  test(`${path} is printed without what only a screen needs`, async () => {
    await visit(browser, { as }, async (page) => {
      await page.goto(at(path));
      await page.emulateMedia({ media: "print" });
      assert.ok(await page.locator("h1").isVisible());
      assert.equal(await page.locator("nav:visible").count(), 0);
      assert.equal(await page.locator("button:visible, input:visible").count(), 0);
      const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.ok(["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].includes(background), background);
    });
  });
}

test("on paper every figure of a comparison is open", async () => {
  await visit(browser, {}, async (page) => {
    await page.goto(at(comparison));
    const working = page.getByText("1,200 × $3.90 = $4,680 a month").first();
    assert.equal(await working.isVisible(), false);
    await page.emulateMedia({ media: "print" });
    assert.equal(await working.isVisible(), true);
  });
});
