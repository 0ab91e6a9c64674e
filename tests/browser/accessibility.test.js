// Axe finds nothing on any page, wide and narrow, and its dark colors contrast.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { start, visit } from "./chromium.js";
import { at, faults, visitors } from "./portal.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = [
  "wcag2a",
  "wcag2aa",
  "wcag21a",
  "wcag21aa",
  "wcag22a",
  "wcag22aa",
  "best-practice",
];

let browser;
before(async () => {
  browser = await start();
});
after(() => browser?.close());

const wide = { width: 1280, height: 900 };
const narrow = { width: 375, height: 800 };
const tags = { type: "tag", values: RULES };
const colors = { type: "rule", values: ["color-contrast", "link-in-text-block"] };
/** How every page is looked at, and by which rules. */
const looks = {
  wide: [wide, "light", tags],
  narrow: [narrow, "light", tags],
  dark: [wide, "dark", colors],
};

/** What axe finds on every page that somebody looks at, by look. */
async function judge(who, paths) {
  const found = { wide: [], narrow: [], dark: [] };
  // The policy of the pages forbids foreign scripts; axe comes in past it.
  await visit(browser, { as: who, bypassCSP: true }, async (page) => {
    for (const path of paths) {
      await page.goto(at(path), { waitUntil: "load" });
      await page.evaluate(axe);
      for (const [look, [viewport, colorScheme, runOnly]] of Object.entries(looks)) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        const { violations } = await page.evaluate(
          (rules) => window.axe.run(document, { runOnly: rules, resultTypes: ["violations"] }),
          runOnly,
        );
        for (const { id, help, nodes } of violations) {
          const where = nodes.map((node) => node.target.join(" ")).slice(0, 4);
          found[look].push(`${path}: ${id} (${help}): ${where.join(", ")}`);
        }
      }
    }
  });
  return found;
}

const broken = faults.map(([path]) => path);
const isBehind = process.env.INTERLOCAL_LOOK === "behind sign-in";
const looked = [...visitors, [undefined, broken]].filter(([who]) => Boolean(who) === isBehind);
for (const [who, paths] of looked) {
  const whose = paths === broken ? "that says what is wrong" : `of ${who ?? "anybody"}`;
  test(`axe finds nothing on any page ${whose}, wide, narrow and in the dark`, async () => {
    assert.deepEqual(await judge(who, paths), { wide: [], narrow: [], dark: [] });
  });
}

test("axe finds nothing in an open list of suggestions", async () => {
  await visit(browser, { viewport: wide, bypassCSP: true }, async (page) => {
    await page.goto(at("/"));
    await page.locator("#home-q").pressSequentially("lincoln cou");
    await page.locator('[role="listbox"] [role="option"]').first().waitFor();
    await page.evaluate(axe);
    const { violations } = await page.evaluate(
      (values) => window.axe.run(document, { runOnly: { type: "tag", values } }),
      RULES,
    );
    assert.deepEqual(violations.map(({ id, help }) => `${id}: ${help}`), []);
  });
});
