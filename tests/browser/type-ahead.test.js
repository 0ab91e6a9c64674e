// The type-ahead, with the keyboard alone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start, visit } from "./chromium.js";
import { at } from "./portal.js";

let browser;
before(async () => {
  browser = await start();
});
after(() => browser?.close());

const options = (page) => page.locator('[role="listbox"]:visible [role="option"]');

/** Types into a box and waits for the list that answers all of the words. */
async function type(page, box, words) {
  await page.locator(box).focus();
  await page.keyboard.type(words);
  await page.locator(`[role="listbox"][data-words="${words}"]:visible`).waitFor();
  await options(page).first().waitFor();
}

test("a government is picked with arrow and enter, and its sheet opens for it", async () => {
  await visit(browser, {}, async (page) => {
    await page.goto(at("/"));
    await type(page, "#home-q", "springfield il");
    const box = page.locator("#home-q");
    assert.equal(await box.getAttribute("aria-expanded"), "true");
    await page.keyboard.press("ArrowDown");
    const active = await box.getAttribute("aria-activedescendant");
    assert.match(await page.locator(`#${active}`).innerText(), /Springfield.*Illinois/);
    await page.keyboard.press("Enter");
    assert.match(await box.inputValue(), /Springfield/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/jurisdictions\/municipality-1772000/);
    assert.match(await page.locator("h1").innerText(), /Springfield/);
    assert.match(await page.locator(".il-for").innerText(), /Springfield/);
  });
});

test("the arrows go around the list and escape closes it without losing the words", async () => {
  await visit(browser, {}, async (page) => {
    await page.goto(at("/"));
    await type(page, "#home-q", "lincoln cou");
    const box = page.locator("#home-q");
    const count = await options(page).count();
    assert.ok(count > 3);
    const active = async () => {
      const id = await box.getAttribute("aria-activedescendant");
      return options(page).evaluateAll((all, wanted) => all.findIndex((one) => one.id === wanted), id);
    };
    await page.keyboard.press("ArrowUp");
    assert.equal(await active(), count - 1);
    await page.keyboard.press("ArrowDown");
    assert.equal(await active(), 0);
    await page.keyboard.press("Escape");
    assert.equal(await box.getAttribute("aria-expanded"), "false");
    assert.equal(await options(page).count(), 0);
    assert.equal(await box.inputValue(), "lincoln cou");
  });
});

test("all twenty-four Lincoln Counties are offered, told apart by their states", async () => {
  await visit(browser, {}, async (page) => {
    await page.goto(at("/"));
    await type(page, "#home-q", "lincoln county");
    const texts = await options(page).allInnerTexts();
    assert.ok(texts.length >= 24, `${texts.length} are offered`);
    assert.equal(new Set(texts).size, texts.length, "no two read alike");
    assert.ok(texts.some((text) => text.includes("Lincoln Parish")));
  });
});

test("a screen reader is told how many suggestions there are", async () => {
  await visit(browser, {}, async (page) => {
    await page.goto(at("/"));
    await type(page, "#home-q", "springfield il");
    const said = await page.locator('.il-suggest [role="status"]').first().innerText();
    assert.match(said, /^\d+ suggestions/);
  });
});

test("words nobody picked go to the list of namesakes", async () => {
  await visit(browser, {}, async (page) => {
    await page.goto(at("/"));
    await type(page, "#home-q", "springfield");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/jurisdictions\?q=springfield/);
    assert.match(await page.locator("main").innerText(), /governments fit “springfield”/);
  });
});

test("a search is completed from its suggestions and leads where it says", async () => {
  await visit(browser, {}, async (page) => {
    await page.goto(at("/search"));
    await type(page, "#q", "buyb");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => !url.href.endsWith("/search"));
    assert.match(await page.locator("main").innerText(), /BuyBoard/);
  });
});

test("the keyboard reaches the content of a page past the header at once", async () => {
  await visit(browser, {}, async (page) => {
    await page.goto(at("/search?q=fiber"));
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to main content");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  });
});
