// The HTML validator finds no error on any page.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { at, cookie, faults, visitors } from "./portal.js";

const java = process.env.JAVA || "java";
const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

/** What the validator says of these files. */
async function validated(files) {
  const args = ["-jar", jar, "--format", "json", "--exit-zero-always", ...files];
  const { stderr } = await promisify(execFile)(java, args, { maxBuffer: 1 << 26 });
  return JSON.parse(stderr).messages;
}

test("the validator finds an error where there is one", async () => {
  const folder = mkdtempSync(join(tmpdir(), "interlocal-html-"));
  try {
    const file = join(folder, "broken.html");
    writeFileSync(file, "<!DOCTYPE html><html lang=en><title>x</title><p id=a><p id=a>");
    assert.ok((await validated([file])).some(({ type }) => type === "error"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the HTML of every page is valid", async () => {
  const folder = mkdtempSync(join(tmpdir(), "interlocal-html-"));
  try {
    const named = new Map();
    const gone = "/offerings/withdrawn-service";
    const asked = visitors.flatMap(([who, paths]) =>
      paths.map((path) => [path, path === gone ? 410 : 200, who]),
    );
    for (const [path, status, who] of [...asked, ...faults]) {
      const { name, value } = cookie(who);
      const headers = who ? { cookie: `${name}=${value}` } : {};
      const response = await fetch(at(path), { headers, redirect: "manual" });
      assert.equal(response.status, status, path);
      const file = join(folder, `${named.size}.html`);
      writeFileSync(file, await response.text());
      named.set(file, path);
    }
    const messages = await validated([...named.keys()]);
    const wrong = messages
      .filter(({ type }) => type !== "info")
      .map(({ url, lastLine, message, extract }) => {
        const path = named.get(new URL(url).pathname) ?? url;
        return `${path.slice(0, 100)}, line ${lastLine}: ${message} (${extract})`;
      });
    assert.deepEqual(wrong, []);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
