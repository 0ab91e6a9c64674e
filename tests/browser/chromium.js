// The browser: one for each file of tests, with a fresh context for each visit.

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { cookie, portal } from "./portal.js";

const executablePath = process.env.CHROMIUM || "/usr/bin/chromium";
if (!existsSync(executablePath)) {
  throw new Error(`there is no Chromium at ${executablePath}; set CHROMIUM`);
}

/** Starts the browser. */
export function start() {
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--no-first-run",
    ],
  });
}

/**
 * Opens a page in a context of its own, as somebody where `options.as` says so,
 * and gives what `look` gives. A request to another host, a missing file, a fault in a script and what the policy
 * blocks are faults.
 */
export async function visit(browser, { as: who, ...options }, look) {
  const context = await browser.newContext(options);
  if (who) await context.addCookies([cookie(who)]);
  const page = await context.newPage();
  const wrong = [];
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (host !== portal.host && protocol !== "data:") {
      wrong.push(`a request leaves the host: ${request.url()}`);
    }
  });
  page.on("response", (response) => {
    const isPage = response.request().isNavigationRequest();
    if (response.status() >= 400 && !isPage) wrong.push(`${response.url()}: ${response.status()}`);
  });
  page.on("pageerror", (error) => wrong.push(`a script fails: ${error.message}`));
  page.on("console", (message) => {
    const expected = /Failed to load resource.*status of 4\d\d/.test(message.text());
    if (message.type() === "error" && !expected) wrong.push(`the console says: ${message.text()}`);
  });
  try {
    const result = await look(page);
    if (wrong.length > 0) throw new Error(`${page.url()}: ${wrong.join("; ")}`);
    return result;
  } finally {
    await context.close();
  }
}
