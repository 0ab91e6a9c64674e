// Signing in through a provider: what it vouches for, and every way in which an
// answer can be another's, old or a lie.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start } from "./chromium.js";
import { at, portal } from "./portal.js";

const provider = process.env.INTERLOCAL_PROVIDER;
if (!provider) throw new Error("INTERLOCAL_PROVIDER names no running provider");

/** A browser without a window: cookies by host, no redirect followed by itself. */
class Agent {
  jars = new Map();

  async ask(url, options = {}) {
    const { host, port } = new URL(url);
    const jar = this.jars.get(host) ?? new Map();
    this.jars.set(host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const origin = `http://127.0.0.1:${port}`;
    const headers = { ...options.headers, cookie, ...(options.method && { origin }) };
    const answer = await fetch(url, { redirect: "manual", ...options, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(";")[0].split(/=(.*)/s);
      if (value && !/max-age=0/i.test(line)) jar.set(name, value);
      else jar.delete(name);
    }
    return answer;
  }

  post(url, fields) {
    return this.ask(url, { method: "POST", body: new URLSearchParams(fields) });
  }

  /** Goes to the provider; gives the address there. */
  async depart(next = "/account") {
    const answer = await this.post(at("/sign-in/local"), { next });
    assert.equal(answer.status, 303);
    return answer.headers.get("location");
  }

  /** Walks through the provider as a user, from an address there; gives the way back. */
  async vouch(url, login) {
    for (let steps = 0; steps < 12; steps += 1) {
      if (url.startsWith(portal.origin)) return url;
      const answer = await this.ask(url);
      let to = answer.headers.get("location");
      if (!to) {
        const html = await answer.text();
        const prompt = html.match(/name="prompt" value="(\w+)"/)?.[1];
        assert.ok(prompt, html);
        const action = html.match(/action="([^"]+)"/)[1];
        const sent = await this.post(new URL(action, url), { prompt, login, password: "any" });
        to = sent.headers.get("location");
      }
      url = new URL(to, url).href;
    }
    throw new Error("the provider sends nobody back");
  }

  /** Signs in from the beginning to the end; gives the portal's last answer. */
  async signIn(login) {
    return this.ask(await this.vouch(await this.depart(), login));
  }

  get signedIn() {
    return this.jars.get(portal.host)?.has("interlocal_session") ?? false;
  }

  async account() {
    const answer = await this.ask(at("/account/data"));
    assert.equal(answer.status, 200);
    return answer.json();
  }
}

const tell = (asked) => fetch(`${provider}/control`, { method: "POST", body: JSON.stringify(asked) });

async function refused(agent, answer, words) {
  assert.equal(answer.status, 400);
  assert.match(await answer.text(), words);
  assert.equal(agent.signedIn, false);
}

test("a person whose address is verified gets an account, and the same one again", async () => {
  const first = new Agent();
  const answer = await first.signIn("ada");
  assert.equal(answer.headers.get("location"), "/account");
  const account = await first.account();
  assert.equal(account.email, "ada@cityofexample.gov");
  assert.equal(account.name, "Ada Buyer");
  assert.deepEqual(account.issuers, [provider]);
  const second = new Agent();
  await second.signIn("ada");
  assert.equal((await second.account()).created_at, account.created_at);
  assert.equal((await second.account()).sessions.length, 2);
});

test("an account with a password is linked by an address that is verified", async () => {
  const agent = new Agent();
  await agent.signIn("bo");
  const account = await agent.account();
  assert.equal(account.name, "Bo of the office");
  assert.deepEqual(account.issuers, [provider]);
});

test("an address that is not verified takes no account over", async () => {
  const agent = new Agent();
  await refused(agent, await agent.signIn("mal"), /does not say that your address is verified/);
});

test("an answer is good once", async () => {
  const agent = new Agent();
  const back = await agent.vouch(await agent.depart(), "ada");
  const way = agent.jars.get(portal.host).get("interlocal_way");
  assert.equal((await agent.ask(back)).status, 303);
  agent.jars.set(portal.host, new Map([["interlocal_way", way]]));
  await refused(agent, await agent.ask(back), /was used before/);
});

test("an answer is good in the browser alone that began", async () => {
  const [victim, attacker] = [new Agent(), new Agent()];
  const back = await attacker.vouch(await attacker.depart(), "ada");
  await refused(victim, await victim.ask(back), /this browser did not begin it/);
  await victim.depart();
  await refused(victim, await victim.ask(back), /this browser did not begin it/);
});

test("another state, code or issuer in the address is refused", async () => {
  for (const [name, value] of [
    ["state", "0".repeat(64)],
    ["code", "another"],
    ["iss", "https://another.example"],
  ]) {
    const agent = new Agent();
    const back = new URL(await agent.vouch(await agent.depart(), "ada"));
    back.searchParams.set(name, value);
    await refused(agent, await agent.ask(back.href), /could not be signed in/);
  }
});

test("a code of another sign-in is refused", async () => {
  const [one, other] = [new Agent(), new Agent()];
  const stolen = new URL(await other.vouch(await other.depart(), "bo"));
  const back = new URL(await one.vouch(await one.depart(), "ada"));
  back.searchParams.set("code", stolen.searchParams.get("code"));
  await refused(one, await one.ask(back.href), /does not prove who you are/);
});

test("a token that lies is not believed", async () => {
  for (const lie of ["issuer", "nonce", "audience", "signature", "expired"]) {
    const agent = new Agent();
    const back = await agent.vouch(await agent.depart(), "ada");
    await tell({ lie });
    await refused(agent, await agent.ask(back), /does not prove who you are/);
  }
});

test("a provider that has rotated its keys is believed again", async () => {
  await tell({ rotate: true });
  const agent = new Agent();
  assert.equal((await agent.signIn("ada")).status, 303);
  assert.ok(agent.signedIn);
});

test("who refuses at the provider is back at the page to sign in", async () => {
  const agent = new Agent();
  const there = new URL(await agent.depart());
  const back = new URL(there.searchParams.get("redirect_uri"));
  back.search = new URLSearchParams({ error: "access_denied", state: there.searchParams.get("state") });
  await refused(agent, await agent.ask(back.href), /did not let you in/);
});

test("no way on leads to another site", async () => {
  const agent = new Agent();
  const back = await agent.vouch(await agent.depart("https://evil.example/"), "ada");
  assert.equal((await agent.ask(back)).headers.get("location"), "/");
});

let browser;
before(async () => {
  browser = await start();
});
after(() => browser?.close());

test("a browser signs in, and signs out here and at the provider", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const blocked = [];
  page.on("console", (message) => {
    if (/Content.Security.Policy/i.test(message.text())) blocked.push(message.text());
  });
  await page.goto(at("/account"));
  await page.getByRole("button", { name: "Sign in with Local provider" }).click();
  await page.waitForURL(`${provider}/**`);
  await page.locator('input[name="login"]').fill("cy");
  await page.locator('input[name="password"]').fill("any");
  await page.locator('button[type="submit"]').click();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL(at("/account"));
  assert.match(await page.locator("main").innerText(), /cy@cityofexample\.gov/);
  const cookies = await context.cookies(at("/"));
  const session = cookies.find(({ name }) => name === "interlocal_session");
  assert.deepEqual(
    [session.httpOnly, session.sameSite, session.secure, session.path],
    [true, "Lax", false, "/"],
  );
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.waitForURL(`${provider}/session/end**`);
  await page.getByRole("button", { name: /Yes/ }).click();
  await page.waitForURL(at("/"));
  assert.equal(await page.getByRole("link", { name: "Sign in" }).count(), 1);
  assert.deepEqual(blocked, []);
  await page.goto(at("/account"));
  await page.getByRole("button", { name: "Sign in with Local provider" }).click();
  await page.locator('input[name="login"]').waitFor();
  await context.close();
});
