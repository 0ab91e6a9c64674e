// Everything works without JavaScript.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start, visit } from "./chromium.js";
import { at } from "./portal.js";

let browser;
before(async () => {
  browser = await start();
});
after(() => browser?.close());

const plain = { javaScriptEnabled: false };
const main = (page) => page.locator("main").innerText();

test("a government is picked through the plain form", async () => {
  await visit(browser, plain, async (page) => {
    await page.goto(at("/"));
    await page.locator("#home-q").fill("cook county il");
    await page.getByRole("button", { name: "Show the answer" }).click();
    await page.getByRole("link", { name: "Cook County, Illinois", exact: true }).click();
    await page.waitForURL(/\/jurisdictions\/county-17031/);
    assert.match(await main(page), /Of 15 categories/);
    assert.match(await page.locator(".il-for").innerText(), /Cook County, Illinois/);
  });
});

test("a search is filtered, sorted and followed to a verdict", async () => {
  await visit(browser, plain, async (page) => {
    await page.goto(at("/?for=municipality-4835000"));
    await page.locator("#home-search").fill("cooperative purchasing");
    await page.locator("#home-search").press("Enter");
    assert.match(await main(page), /seen for Houston, Texas/);
    await page.locator('input[value="contract"] + label').click();
    await page.getByRole("button", { name: "Apply" }).click();
    assert.match(page.url(), /kind=contract/);
    await page.getByLabel("Sort by").selectOption("name");
    await page.getByRole("button", { name: "Sort", exact: true }).click();
    assert.match(page.url(), /sort=name/);
    assert.match(page.url(), /kind=contract/);
    await page.getByRole("link", { name: "BuyBoard purchasing cooperative" }).first().click();
    assert.match(await main(page), /May Houston, Texas use this\?/);
    assert.match(await main(page), /Yes, after 2 steps/);
  });
});

test("partners are found through the plain form", async () => {
  await visit(browser, plain, async (page) => {
    await page.goto(at("/match?for=county-17031"));
    await page.locator('select[name="category"]').selectOption("cybersecurity");
    await page.getByRole("button", { name: "Show partners" }).click();
    const text = await main(page);
    assert.match(text, /The state CIO’s office/);
    assert.match(text, /of 100/);
  });
});

test("every filter is in reach on a narrow screen", async () => {
  await visit(browser, { ...plain, viewport: { width: 375, height: 800 } }, async (page) => {
    await page.goto(at("/search?q=network"));
    assert.ok(await page.getByRole("button", { name: "Apply" }).isVisible());
    assert.ok(await page.locator("label[for^='f-kind-']").first().isVisible());
  });
});
