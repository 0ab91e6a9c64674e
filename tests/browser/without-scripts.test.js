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

test("a listing is written, kept with a fault, corrected and handed in", async () => {
  await visit(browser, { ...plain, as: "administrator" }, async (page) => {
    const pick = (label) => page.locator("label", { hasText: new RegExp(`^${label}`) }).first().click();
    const press = (name) => page.getByRole("button", { name, exact: true }).click();
    await page.goto(at("/desk"));
    await page.getByRole("link", { name: "Illinois Department of Innovation and Technology" }).click();
    await page.getByRole("link", { name: "Write a listing" }).click();
    await page.locator("#title").fill("Written without a script");
    await press("Begin");
    assert.match(await page.locator(".il-faults").innerText(), /Choose what kind of thing it is/);
    assert.equal(await page.locator("#title").inputValue(), "Written without a script");
    await pick("Service: a public body runs it");
    await page.locator("#category").selectOption("gis");
    await press("Begin");
    await page.locator("#summary").fill("Maps of every county.");
    await press("Save and go on");
    assert.match(await main(page), /It reaches no government yet/);
    await pick("In the whole of Illinois");
    await pick("Counties");
    await press("Save and stay");
    assert.match(await main(page), /Of the governments on record, 102 may use it at once/);
    await page.getByRole("link", { name: "Dates" }).click();
    await page.locator("#ends_on").fill("2020-01-01");
    await page.locator("#starts_on").fill("2027-01-01");
    await press("Save and go on");
    assert.match(await page.locator(".il-faults").innerText(), /before the first day/);
    await page.locator("#ends_on").fill("2028-01-01");
    await press("Save and go on");
    assert.match(await main(page), /Ends on\s+January 1, 2028/);
    await press("Hand in for review");
    assert.match(await main(page), /Somebody else of your body decides about it/);
  });
});

test("an administrator invites, and a steward filters the log", async () => {
  await visit(browser, { ...plain, as: "administrator" }, async (page) => {
    await page.goto(at("/desk/il-department-of-innovation-and-technology/members"));
    await page.getByLabel("E-mail address", { exact: true }).fill("plain@it.example");
    await page.getByRole("button", { name: "Send the invitation" }).click();
    assert.equal(await page.locator(".il-done").count(), 1);
  });
  await visit(browser, { ...plain, as: "steward" }, async (page) => {
    await page.goto(at("/steward/audit"));
    await page.getByLabel("To what", { exact: true }).fill("plain@it.example");
    await page.getByRole("button", { name: "Apply" }).click();
    const rows = await page.locator("tbody tr").allInnerTexts();
    assert.equal(rows.length, 1);
    assert.match(rows[0], /ada@it\.example\s+invite/);
  });
});

test("every filter is in reach on a narrow screen", async () => {
  await visit(browser, { ...plain, viewport: { width: 375, height: 800 } }, async (page) => {
    await page.goto(at("/search?q=network"));
    assert.ok(await page.getByRole("button", { name: "Apply" }).isVisible());
    assert.ok(await page.locator("label[for^='f-kind-']").first().isVisible());
  });
});

test("offerings are put aside, compared at a size, and taken out again", async () => {
  await visit(browser, plain, async (page) => {
    await page.goto(at("/search?q=by+endpoint&for=county-17031"));
    await page.getByRole("button", { name: "Compare “by endpoint”" }).click();
    assert.match(await page.locator(".il-tray").innerText(), /To compare \(1 of 4\)/);
    await page.goto(at("/offerings/by-user"));
    await page.getByRole("button", { name: "Compare “by user”" }).click();
    await page.getByRole("link", { name: "Compare these 2" }).click();
    await page.getByLabel("Endpoints").fill("1200");
    await page.getByLabel("Users").fill("900");
    await page.getByLabel("Years").selectOption("5");
    await page.getByRole("button", { name: "Reckon the cost" }).click();
    const row = page.getByRole("row", { name: /Cost over 5 years/ });
    assert.match(await row.innerText(), /\$280,800/);
    assert.match(await row.innerText(), /\$274,500/);
    await row.getByText("$280,800").first().click();
    assert.ok(await row.getByText("1,200 endpoints, as you stated.").isVisible());
    await page.goto(at("/offerings/by-user"));
    assert.equal(await page.getByLabel("Users").inputValue(), "900", "the size is remembered");
    await page.getByRole("link", { name: "Compare these 2" }).click();
    await page.getByRole("button", { name: "Remove by user from this comparison" }).click();
    assert.match(await main(page), /1 offering side by side|Add one more to compare/);
    assert.match(await page.locator(".il-tray").innerText(), /To compare \(1 of 4\)/);
  });
});
