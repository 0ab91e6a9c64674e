// No request leaves the host, and nothing that a page asks for is missing.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start, visit } from "./chromium.js";
import { at, pages, portal, visitors } from "./portal.js";

let browser;
before(async () => {
  browser = await start();
});
after(() => browser?.close());

test("every request of every page goes to the portal", async () => {
  const asked = new Set();
  for (const [who, paths] of visitors) {
    await visit(browser, { as: who }, async (page) => {
      page.on("request", (request) => asked.add(new URL(request.url()).host));
      for (const path of paths) await page.goto(at(path));
    });
  }
  assert.deepEqual([...asked], [portal.host]);
});

test("typing into a box asks nobody but the portal", async () => {
  await visit(browser, {}, async (page) => {
    await page.goto(at("/"));
    await page.locator("#home-q").pressSequentially("lincoln cou");
    await page.locator('[role="option"]').first().waitFor();
    await page.locator("#home-search").pressSequentially("endp");
    await page.locator('[role="option"]:visible').first().waitFor();
  });
});

test("fonts and styles are in use", async () => {
  await visit(browser, {}, async (page) => {
    await page.goto(at("/"), { waitUntil: "networkidle" });
    const faces = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter((f) => f.status === "loaded").map((f) => f.family);
    });
    assert.ok(faces.some((family) => family.includes("Public Sans")), faces.join());
    const font = await page.evaluate(() => getComputedStyle(document.querySelector("h1")).fontFamily);
    assert.match(font, /Public Sans/);
  });
});

test("nothing is kept in the browser but the chosen government and the size", async () => {
  await visit(browser, {}, async (page) => {
    for (const path of pages) await page.goto(at(path));
    const cookies = await page.context().cookies();
    assert.deepEqual(cookies.map(({ name }) => name).sort(), ["interlocal_for", "interlocal_size"]);
    const stored = await page.evaluate(() => localStorage.length + sessionStorage.length);
    assert.equal(stored, 0);
  });
});
