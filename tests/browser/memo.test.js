// From a search to a frozen decision memo: its printed PDF is read back, and its
// hash is taken anew by nothing but what the page of the check says.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { getDocumentProxy } from "unpdf";
import { start } from "./chromium.js";
import { at } from "./portal.js";

const { administrator: session } = JSON.parse(process.env.INTERLOCAL_SECRETS);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The canonical form of a value as the page of the check describes it. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    // JavaScript orders text by its UTF-16 code units.
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
  }
  assert.ok(typeof value !== "number" || Number.isSafeInteger(value), `${value} is no whole number`);
  return JSON.stringify(value);
}

const sha256 = (text) => createHash("sha256").update(text, "utf8").digest("hex");

/** The words of a PDF, and whether it is tagged. */
async function read(bytes) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { Marked } = (await pdf.getMarkInfo()) ?? {};
  const words = [];
  const roles = new Set();
  const walk = (node) => {
    if (node?.role) roles.add(node.role);
    node?.children?.forEach(walk);
  };
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    words.push(items.map(({ str, hasEOL }) => str + (hasEOL ? "\n" : "")).join(""));
    walk(await page.getStructTree());
  }
  return { text: words.join("\n").replace(/\s+/g, " "), Marked, roles };
}

let browser;
let context;
before(async () => {
  browser = await start();
  context = await browser.newContext({ bypassCSP: true, acceptDownloads: true });
  await context.addCookies([{ name: "interlocal_session", value: session, url: at("/") }]);
});
after(() => browser?.close());

/** What axe finds on the page, wide and narrow. */
async function judge(page) {
  const found = [];
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      window.axe.run(document, {
        runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"] },
        resultTypes: ["violations"],
      }),
    );
    for (const { id, nodes } of violations) {
      found.push(`${page.url()} at ${width}: ${id}: ${nodes.map((node) => node.target.join(" ")).slice(0, 3)}`);
    }
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (overflow > 0) found.push(`${page.url()} is ${overflow} pixels too wide at ${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  return found;
}

test("a buyer goes from a search to a frozen memo, prints it and checks its file", async () => {
  const page = await context.newPage();
  const wrong = [];
  await page.goto(at("/search?q=endpoint+detection&for=county-17031"));
  const titles = [];
  for (const index of [0, 1]) {
    const result = page.locator(".il-result").nth(index);
    titles.push((await result.locator("h3").innerText()).trim());
    await result.getByRole("button", { name: /^☆ Shortlist|^Shortlist/ }).click();
    await result.getByRole("button", { name: /On your shortlist/ }).waitFor();
  }
  await page.goto(at("/shortlist?for=county-17031"));
  wrong.push(...(await judge(page)));
  const before = page.getByRole("button", { name: /Take off “BuyBoard/ });
  await before.click();
  await before.waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Start a decision memo" }).click();
  wrong.push(...(await judge(page)));
  await page.getByLabel("What it decides").fill("Endpoint detection for the county");
  await page.getByLabel("What is needed").fill("Somebody who watches 120 computers – “day and night”.");
  await page.getByRole("button", { name: "Begin the memo" }).click();
  await page.waitForURL(/\/memos\/\d+/);
  const memo = new URL(page.url()).pathname;
  wrong.push(...(await judge(page)));

  await page.getByRole("link", { name: "Write the memo" }).click();
  wrong.push(...(await judge(page)));
  await page.getByLabel("Endpoints").fill("120");
  await page.getByLabel(/^How it was considered/).fill("No contract there watches computers.");
  await page.getByLabel(`Decision on ${titles[0]}`).selectOption("chosen");
  await page.getByLabel(`Why ${titles[0]} is chosen or not`).fill("It answers within an hour.");
  await page.getByLabel(`Decision on ${titles[1]}`).selectOption("not_chosen");
  await page.getByLabel(`Why ${titles[1]} is chosen or not`).fill("It asks for a membership first.");
  await page.getByRole("button", { name: "Save the memo" }).click();
  await page.waitForURL(/done=saved/);
  // The button itself lies outside of the window; people click its words.
  await page.getByText("I approve", { exact: true }).click();
  await page.getByLabel("Your name").fill("Ada Clerk");
  await page.getByRole("button", { name: "Put it into the memo" }).click();
  await page.getByRole("rowheader", { name: "Ada Clerk" }).waitFor();
  await page.getByRole("link", { name: "Freeze it" }).click();
  wrong.push(...(await judge(page)));
  await page.getByRole("button", { name: "Freeze it for good" }).click();
  await page.waitForURL(/done=frozen/);
  wrong.push(...(await judge(page)));

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "JSON with the hash" }).click(),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  const file = JSON.parse(text);
  assert.equal(sha256(canonical(file.content)), file.sha256);
  assert.equal(text, canonical(file), "the file is written in the canonical form");
  for (const option of file.content.options) {
    assert.equal(sha256(canonical(option.edition.content)), option.edition.sha256, option.slug);
  }
  assert.deepEqual(file.content.options.map(({ title }) => title), titles);
  assert.ok((await page.locator("main").innerText()).includes(file.sha256));

  await page.goto(at(memo));
  const { text: printed, Marked, roles } = await read(
    await page.pdf({ format: "Letter", tagged: true, outline: true }),
  );
  for (const words of [
    "Endpoint detection for the county",
    "Somebody who watches 120 computers – “day and night”.",
    ...titles,
    "It answers within an hour.",
    "It asks for a membership first.",
    "No contract there watches computers.",
    "Ada Clerk",
    "120 endpoints",
  ]) {
    assert.ok(printed.includes(words.replace(/\s+/g, " ")), `“${words}” is not printed: ${printed}`);
  }
  assert.ok(printed.replaceAll(" ", "").includes(file.sha256), "the hash is printed");
  for (const words of ["Skip to main content", "Make a link", "What changed since", "Spreadsheet"]) {
    assert.ok(!printed.includes(words), `“${words}” is for the screen alone`);
  }
  assert.equal(Marked, true);
  for (const role of ["H1", "H2", "Table", "TH", "P"]) {
    assert.ok(roles.has(role), `the PDF has no ${role}: ${[...roles]}`);
  }

  const upload = async (content) => {
    await page.goto(at("/memos/verify"));
    await page.getByLabel("The JSON file").setInputFiles({
      name: "memo.json",
      mimeType: "application/json",
      buffer: Buffer.from(content),
    });
    await page.getByRole("button", { name: "Check it" }).click();
    await page.locator("#answer").waitFor();
    wrong.push(...(await judge(page)));
    return page.locator("main").innerText();
  };
  assert.match(await upload(text), /It is the memo that this portal froze/);
  assert.match(await upload(JSON.stringify(file, null, 2)), /The memo is whole/);
  const forged = text.replace("within an hour", "within a minute");
  assert.notEqual(forged, text);
  assert.match(await upload(forged), /Refused: this is not a frozen memo/);
  assert.deepEqual(wrong, []);
});
