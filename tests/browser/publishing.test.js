// An office takes over what the directory says about it and publishes what it offers,
// in the browsers of four people: a steward, its administrator, its editor, and anybody.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, watch } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { start } from "./chromium.js";
import { at } from "./portal.js";

const { INTERLOCAL_PROVIDER: provider, INTERLOCAL_INVITATION: invitation, INTERLOCAL_LETTERS: letters } = process.env;
if (!invitation) throw new Error("INTERLOCAL_INVITATION names no invitation");

const OFFICE = "Illinois Department of Innovation and Technology";
const TITLE = "Quokka endpoint watch for towns";

let browser;
before(async () => {
  browser = await start();
});
after(() => browser?.close());

/** A person at a browser of their own. */
async function person(login) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const reads = () => page.locator("main").innerText();
  return {
    page,
    reads,
    follows: (name) =>
      page.getByRole("link", { name: new RegExp(`^${name.replace(":", " ?:")}($| ?:| of )`) }).first().click(),
    presses: (name) => page.getByRole("button", { name, exact: true }).click(),
    types: (label, text) => page.getByLabel(label, { exact: true }).fill(text),
    picks: (label, option) => page.getByLabel(label, { exact: true }).selectOption({ label: option }),
    checks: (label) => page.locator("label", { hasText: new RegExp(`^${label}`) }).first().click(),
    sees: async (words) => assert.match(await reads(), words),
    /** Accepts an invitation as whom the provider vouches for. */
    accepts: async (link) => {
      await page.goto(link);
      await page.getByRole("button", { name: "Sign in with Local provider" }).click();
      await page.waitForURL(`${provider}/**`);
      await page.locator('input[name="login"]').fill(login);
      await page.locator('input[name="password"]').fill("any");
      await page.locator('button[type="submit"]').click();
      await page.getByRole("button", { name: "Continue" }).click();
      await page.getByRole("button", { name: "Accept the invitation" }).click();
      await page.waitForURL(at("/account"));
    },
  };
}

/** The link in the letter to an address, once it has been written. */
async function linkIn(address) {
  const link = () => {
    const letter = readdirSync(letters).find((name) => name.includes(address));
    const text = letter ? readFileSync(join(letters, letter), "utf8") : "";
    const plain = text.replaceAll(/=\r?\n/g, "").replaceAll("=3D", "=");
    return plain.match(/http\S+\/invitations\/\S+\s/)?.[0].trim();
  };
  const changed = watch(letters);
  try {
    while (!link()) await new Promise((resolve) => changed.once("change", resolve));
    return link();
  } finally {
    changed.close();
  }
}

/** Invites somebody to the office from the page of its members. */
async function invites(who, email, role) {
  await who.types("E-mail address", email);
  await who.picks("Role", role);
  await who.presses("Send the invitation");
  await who.page.getByRole("status").first().waitFor();
}

/** To the page of the listing at the desk of the office. */
async function opensListing(who) {
  await who.page.goto(at("/"));
  await who.follows("Desk");
  await who.follows(OFFICE);
  await who.follows(TITLE);
}

/** A reviewer decides about what was handed in. */
async function decides(who, decision, words) {
  await opensListing(who);
  if (words) await who.types("What you say to the editor", words);
  await who.presses(decision);
  await who.page.waitForURL(/\/offerings\/[a-z-]+$/);
}

test("an office claims, writes, reviews, publishes, corrects and withdraws", async (t) => {
  const [ada, bo, ed, anybody] = await Promise.all(["ada", "bo", "ed", undefined].map(person));

  // The first steward comes in by the link that the portal printed.
  await ada.accepts(invitation);
  await ada.follows("Steward");
  await ada.follows("Bodies");
  await ada.types("Name, other name or slug", "Illinois Department of Innovation");
  await ada.presses("Find");
  await ada.follows("Members");
  await ada.sees(/Nobody belongs to this body yet/);
  await invites(ada, "bo@it.example-state.gov", "administrator");

  await bo.accepts(await linkIn("bo@it.example-state.gov"));
  await bo.follows("Desk");
  await bo.follows(OFFICE);
  await bo.follows("Members");
  await invites(bo, "ed@it.example-state.gov", "editor");
  await ed.accepts(await linkIn("ed@it.example-state.gov"));

  // What the directory says about the office is claimed entry by entry.
  await bo.follows("Listed");
  await bo.page.getByRole("heading", { name: "Listed, not confirmed" }).waitFor();
  const entry = bo.page.getByRole("button", { name: /^Confirm / });
  const listed = await entry.count();
  assert.ok(listed > 1, `${listed} entries are listed`);
  for (let left = listed; left > 0; left -= 1) {
    await entry.first().click();
    await bo.page.waitForURL(/done=|\/listed/);
    assert.equal(await entry.count(), left - 1);
  }
  await anybody.page.goto(at("/offerings/illinois-century-network"));
  await anybody.sees(new RegExp(`Confirmed by ${OFFICE}, on November 22, 2026`));

  // The editor writes, step by step.
  await ed.follows("Desk");
  await ed.follows(OFFICE);
  await ed.follows("Write a listing");
  await ed.types("Title", TITLE);
  await ed.checks("Service: a public body runs it");
  await ed.picks("Category", "Cybersecurity – Endpoint detection");
  await ed.presses("Begin");
  await ed.types("What it is, in a few sentences", "It watches laptops and servers of towns.");
  await ed.presses("Save and go on");
  await ed.checks("In the whole of Illinois");
  await ed.checks("Local governments");
  await ed.picks("What is done (step 1)", "agreement");
  await ed.page.getByText(/Of the governments on record, 0 may use it at once, 3,\d+ after steps/).waitFor();
  await ed.presses("Save and go on");
  await ed.picks("How it is paid for", "Fee for what is used");
  const price = ed.page.getByRole("group", { name: "Price 1", exact: true });
  await price.getByLabel("What is priced", { exact: true }).fill("Agent");
  await price.getByLabel("Price", { exact: true }).fill("0: 4.25\n500: 3.90");
  await ed.presses("Save and go on");
  await ed.types("How one joins or buys", "Write to the office\nSign the agreement");
  await ed.types("Role address to write to", "it-services@it.example-state.gov");
  await ed.presses("Save and go on");
  await ed.checks("Detect");
  await ed.types("Response time in minutes", "30");
  await ed.presses("Save and go on");
  await ed.types("What the file is", "Rate card");
  const pdf = Buffer.from("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n", "latin1");
  await ed.page.getByLabel("File", { exact: true }).setInputFiles({ name: "rates.pdf", mimeType: "application/pdf", buffer: pdf });
  await ed.presses("Add the file");
  await ed.sees(/File: rates\.pdf/);
  await ed.presses("Save and go on");
  await ed.types("Where this can be read", "Minutes of the board");
  await ed.presses("Save and go on");
  await ed.sees(/Check answers/);
  await ed.sees(/\$4\.25; from 500 on: \$3\.90/);

  // As a township of Illinois sees it.
  await ed.follows("Preview as a government");
  await ed.follows("Choose a government");
  await ed.page.getByRole("combobox").first().fill("Beverly township, Illinois");
  await ed.page.getByRole("button", { name: "Find" }).first().click();
  await ed.page.getByRole("link", { name: /Beverly/ }).first().click();
  await ed.sees(/A township of 258 in Illinois \(Beverly\) sees: yes, after 1 step\. Sign the agreement\./);
  await anybody.page.goto(at("/search?q=quokka"));
  await anybody.sees(/^0 offerings$/m);

  // The reviewer asks for changes, and gets them.
  await ed.follows("Back to the desk");
  await ed.presses("Hand in for review");
  await opensListing(ed);
  assert.equal(await ed.page.getByRole("button", { name: "Approve and publish" }).count(), 0);
  await decides(bo, "Ask for changes", "Say on which day it ends.");
  await opensListing(ed);
  await ed.sees(/asked for changes\.\s+Say on which day it ends\./);
  await ed.follows("Change: Dates");
  await ed.types("Ends on", "2027-06-30");
  await ed.presses("Save and go on");
  await ed.presses("Hand in for review");
  await anybody.page.goto(at("/search"));
  const box = anybody.page.getByLabel("What are you looking for?");
  await box.fill("quokka");
  await decides(bo, "Approve and publish");

  // The very next search finds it, without a second try.
  const approved = performance.now();
  await box.press("Enter");
  await anybody.page.waitForURL(/q=quokka/);
  const found = anybody.page.getByRole("link", { name: TITLE, exact: true });
  assert.equal(await found.count(), 1);
  t.diagnostic(`found ${Math.round(performance.now() - approved)} ms after it was approved`);
  await found.click();
  await anybody.sees(/It watches laptops and servers of towns\./);
  await anybody.sees(/Ends on\s+June 30, 2027/);

  // A correction is the second edition.
  await opensListing(ed);
  await ed.follows("Write a new edition");
  await ed.types("What it is, in a few sentences", "It watches laptops and servers of towns day and night.");
  await ed.presses("Save and go on");
  await ed.follows("Check answers");
  await anybody.page.reload();
  await anybody.sees(/of towns\.$/m);
  await ed.presses("Hand in for review");
  await opensListing(bo);
  await bo.sees(/What would change\s+[\s\S]*of towns\.[\s\S]*of towns day and night\./);
  await decides(bo, "Approve and publish");
  await anybody.page.reload();
  await anybody.sees(/of towns day and night\./);
  await anybody.follows("what changed");
  await anybody.sees(/Edition 1, published on November 22, 2026, beside edition 2/);
  assert.match(await anybody.page.locator("del").innerText(), /of towns\.$/);
  assert.match(await anybody.page.locator("ins").innerText(), /of towns day and night\.$/);

  // It ends, and its page says so.
  await opensListing(bo);
  await bo.follows("Withdraw");
  await bo.types("Why, in words for everybody", "The office ended the service.");
  await bo.presses("Withdraw now");
  await anybody.page.goto(at("/search?q=quokka"));
  await anybody.sees(/^0 offerings$/m);
  const gone = await anybody.page.goto(at("/offerings/quokka-endpoint-watch-for-towns"));
  assert.equal(gone.status(), 410);
  await anybody.sees(/November 22, 2026/);
  await anybody.sees(/The office ended the service\./);

  // The audit log lists every step.
  await ada.page.goto(at("/steward"));
  await ada.follows("Audit log");
  await ada.types("To what", "quokka-endpoint-watch-for-towns");
  await ada.presses("Apply");
  const rows = await ada.page.locator("tbody tr").evaluateAll((found) =>
    found.map((row) => [row.cells[1].innerText, row.cells[2].innerText].join(" ")),
  );
  const [by, of] = ["ed@it.example-state.gov", "bo@it.example-state.gov"];
  const done = rows.reverse().filter((row, index) => row !== rows[index - 1]);
  assert.deepEqual(done, [
    `${by} draft`,
    `${by} edit`,
    `${by} upload`,
    `${by} edit`,
    `${by} submit`,
    `${of} ask for changes`,
    `${by} edit`,
    `${by} submit`,
    `${of} approve`,
    `${of} publish`,
    `${by} edit`,
    `${by} submit`,
    `${of} approve`,
    `${of} publish`,
    `${of} withdraw`,
  ]);
});
