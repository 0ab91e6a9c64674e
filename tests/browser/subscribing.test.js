// What others subscribe to, as their programs read it: two calendar parsers that share
// no code, and a feed parser, find what the JSON of the portal says.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAtomFeed } from "feedsmith";
import ICAL from "ical.js";
import ical from "node-ical";
import { at, portal } from "./portal.js";

/** What an address answers as text, of the type that it says. */
async function text(path, media) {
  const response = await fetch(new URL(path, portal));
  assert.equal(response.status, 200, path);
  assert.ok(response.headers.get("content-type").startsWith(media), path);
  return response.text();
}

const json = async (path) => JSON.parse(await text(path, "application/json"));

/** Every item of a list, from its first part to its last. */
async function whole(path) {
  const items = [];
  for (let next = path; next; ) {
    const part = await json(next);
    items.push(...part.items);
    next = part.next;
  }
  return items;
}

const { today } = await json("/api/v1");

const byUid = (a, b) => (a.uid < b.uid ? -1 : 1);

/** The events of a calendar as ical.js reads them. */
function readByOne(calendar) {
  const events = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents("vevent");
  return events
    .map((component) => {
      const event = new ICAL.Event(component);
      assert.ok(event.startDate.isDate, "an event is a whole day");
      return {
        uid: event.uid,
        on: event.startDate.toString(),
        summary: event.summary,
        sequence: event.sequence,
        status: component.getFirstPropertyValue("status"),
        url: component.getFirstPropertyValue("url"),
      };
    })
    .sort(byUid);
}

/** The same as node-ical reads them. */
function readByOther(calendar) {
  const day = (date) =>
    [date.getFullYear(), date.getMonth() + 1, date.getDate()]
      .map((part) => String(part).padStart(2, "0"))
      .join("-");
  return Object.values(ical.sync.parseICS(calendar))
    .filter(({ type }) => type === "VEVENT")
    .map(({ uid, start, summary, sequence, status, url, datetype }) => {
      assert.equal(datetype, "date", "an event is a whole day");
      return { uid, on: day(start), summary, sequence: Number(sequence), status, url };
    })
    .sort(byUid);
}

/** The events, which both parsers read alike. */
async function events(path) {
  const calendar = await text(path, "text/calendar");
  const found = readByOne(calendar);
  assert.deepEqual(readByOther(calendar), found, path);
  assert.equal(new Set(found.map(({ uid }) => uid)).size, found.length, "each has its own name");
  return found;
}

const ending = (offering) => `${offering.slug}-ends@${portal.host}`;

test("both calendar parsers read every date that a search finds", async () => {
  const offerings = await whole("/api/v1/offerings?category=cybersecurity&limit=100");
  assert.ok(offerings.length > 20);
  const found = await events("/search.ics?category=cybersecurity");
  assert.ok(found.length >= offerings.length, "each is reviewed some day");
  const titles = new Map(offerings.map(({ slug, title }) => [at(`/offerings/${slug}`), title]));
  for (const { url, summary, status } of found.filter(({ url }) => titles.has(url))) {
    assert.ok(summary.startsWith(`${titles.get(url)}: `), summary);
    assert.ok(["CONFIRMED", "CANCELLED"].includes(status), summary);
  }
  const others = found.filter(({ url }) => !titles.has(url));
  assert.ok(others.some(({ summary }) => summary.startsWith("Withdrawn service: ")));
  for (const { status, summary, sequence } of others) {
    assert.equal(status, "CANCELLED", `${summary} was withdrawn`);
    assert.ok(sequence > 0, "a later word than the one before");
  }
  const ends = (uid) => uid.includes("-ends@");
  assert.deepEqual(
    found.filter(({ uid, status }) => ends(uid) && status === "CONFIRMED").map(({ uid, on }) => [uid, on]),
    offerings
      .filter(({ ends_on: day }) => day)
      .map((offering) => [ending(offering), offering.ends_on])
      .sort(),
  );
});

test("both calendar parsers read the dates of one offering and of a body", async () => {
  const body = "il-department-of-innovation-and-technology";
  const offerings = await whole(`/api/v1/offerings?provider=${body}&limit=100`);
  const all = await events(`/organizations/${body}/dates.ics`);
  assert.ok(all.some(({ status }) => status === "CANCELLED"), "what was withdrawn is taken back");
  for (const offering of offerings) {
    const own = await events(`/offerings/${offering.slug}/dates.ics`);
    const url = at(`/offerings/${offering.slug}`);
    assert.deepEqual(own, all.filter((event) => event.url === url), offering.slug);
    const end = own.find(({ uid, status }) => uid === ending(offering) && status === "CONFIRMED");
    assert.equal(end?.on ?? null, offering.ends_on, offering.slug);
  }
});

/** A page of a feed, and what every page keeps. */
async function page(path) {
  const feed = parseAtomFeed(await text(path, "application/atom+xml"));
  const link = (rel) => feed.links.find((one) => one.rel === rel)?.href;
  const moment = (words) => {
    assert.ok(!Number.isNaN(Date.parse(words)), words);
    return Date.parse(words);
  };
  assert.equal(new URL(link("self")).pathname, new URL(path, portal).pathname, path);
  assert.match(feed.id, /^tag:127\.0\.0\.1,2026:/);
  for (const entry of feed.entries ?? []) {
    assert.match(entry.id, /^tag:127\.0\.0\.1,2026:/);
    assert.ok(entry.title.value, entry.id);
    assert.equal(new URL(entry.links[0].href).origin, portal.origin, entry.id);
    assert.ok(moment(entry.updated) <= moment(feed.updated), entry.id);
    assert.ok(moment(entry.published) <= moment(entry.updated), entry.id);
    assert.ok(entry.updated.slice(0, 10) <= today, "nothing changed in days to come");
  }
  return { feed, link };
}

/** Every entry of a feed, from its first page to its last. */
async function entries(path) {
  const all = [];
  const first = await page(path);
  for (let here = first; here; ) {
    const { feed, link } = here;
    assert.equal(feed.id, first.feed.id, "every page is of one feed");
    all.push(...(feed.entries ?? []));
    const next = link("next");
    here = next && (await page(next.slice(portal.origin.length)));
  }
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length, "each has its own name");
  return all;
}

const leads = (all) => all.map(({ links }) => links[0].href).sort();

test("the feed parser reads every offering that a search finds", async () => {
  const offerings = await whole("/api/v1/offerings?category=cybersecurity&limit=100");
  const read = await entries("/search.atom?category=cybersecurity");
  assert.deepEqual(leads(read), offerings.map(({ slug }) => at(`/offerings/${slug}`)).sort());
  const titles = new Set(offerings.map(({ title }) => title));
  assert.deepEqual(read.map(({ title }) => title.value).filter((title) => !titles.has(title)), []);
});

test("the feed parser reads every government that fits, page by page", async () => {
  const governments = await whole("/api/v1/jurisdictions?q=washington&limit=200");
  assert.ok(governments.length > 200, "more than a page");
  const read = await entries("/jurisdictions.atom?q=washington");
  assert.deepEqual(leads(read), governments.map(({ key }) => at(`/jurisdictions/${key}`)).sort());
  const { link } = await page("/jurisdictions.atom");
  const { feed } = await page(link("last").slice(portal.origin.length));
  assert.ok(feed.entries.length > 0, "every government, to the last page");
});

test("the feed parser reads an entry for each category of an answer sheet", async () => {
  const sheet = await json("/api/v1/jurisdictions/county-17031/answers");
  const slugs = sheet.items.flatMap(({ category, children }) => [category, ...children.map((one) => one.category)]);
  const read = await entries("/jurisdictions/county-17031/answers.atom");
  assert.deepEqual(leads(read), slugs.map(({ slug }) => at(`/jurisdictions/county-17031#${slug}`)).sort());
});

for (const [list, address] of [
  ["/categories", ({ slug }) => `/categories/${slug}`],
  ["/templates", ({ slug }) => `/templates/${slug}`],
]) {
  test(`the feed parser reads the feed of ${list}`, async () => {
    const items = await whole(`/api/v1${list}`);
    assert.deepEqual(leads(await entries(`${list}.atom`)), items.map((item) => at(address(item))).sort());
  });
}

test("the feed parser reads every edition of an offering", async () => {
  const offering = await json("/api/v1/offerings/published-twice");
  const read = await entries("/offerings/published-twice/changes.atom");
  assert.ok(read.length > 1);
  assert.deepEqual(
    read.map(({ updated }) => Date.parse(updated)),
    offering.editions.map(({ published_at: at }) => Date.parse(at)),
  );
});
