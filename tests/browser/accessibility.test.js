// Axe finds nothing on any page, wide and narrow, and the dark colors contrast.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { start, visit } from "./chromium.js";
import { at, faults, pages } from "./portal.js";

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

/** Opens every path in one context and gathers what axe finds by these rules. */
async function judge(options, paths, runOnly = { type: "tag", values: RULES }) {
  const found = [];
  // The policy of the pages forbids foreign scripts; axe comes in past it.
  await visit(browser, { ...options, bypassCSP: true }, async (page) => {
    for (const path of paths) {
      await page.goto(at(path), { waitUntil: "load" });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(
        (rules) => window.axe.run(document, { runOnly: rules, resultTypes: ["violations"] }),
        runOnly,
      );
      for (const { id, help, nodes } of violations) {
        const where = nodes.map((node) => node.target.join(" ")).slice(0, 4);
        found.push(`${path}: ${id} (${help}): ${where.join(", ")}`);
      }
    }
  });
  return found;
}

const every = [...pages, ...faults.map(([path]) => path)];
const wide = { width: 1280, height: 900 };
const narrow = { width: 375, height: 800 };

test("axe finds nothing on any page at 1280 pixels", async () => {
  assert.deepEqual(await judge({ viewport: wide }, every), []);
});

test("axe finds nothing on any page at 375 pixels", async () => {
  assert.deepEqual(await judge({ viewport: narrow }, every), []);
});

test("the colors contrast in the dark", async () => {
  const colors = { type: "rule", values: ["color-contrast", "link-in-text-block"] };
  const different = pages.filter((path) => path.includes("for=") || path === "/");
  assert.deepEqual(await judge({ viewport: wide, colorScheme: "dark" }, different, colors), []);
});

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
