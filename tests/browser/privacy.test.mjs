// What a visit tells others and costs the visitor: every request of every page, what it weighs, and what stays behind.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { each, launch, wide } from "./browser.mjs";
import { nothing } from "./nothing.mjs";
import { pages, read, root, serve } from "./site.mjs";

const kilobyte = 1024;
// Survivors and migrants have old phones and little data; the others may have a picture more.
const frugal = (path) => /^(help|migrants)\//.test(path);
const budget = (path) => (frugal(path) ? 50 : 100) * kilobyte;
const mostRequests = 5;
// What a server can send before it must wait for the phone's answer: ten packets (RFC 6928).
const firstFlight = 14 * kilobyte;

const weights = new Map();
const weight = (path) => {
  if (!weights.has(path)) weights.set(path, gzipSync(readFileSync(join(root, path))).length);
  return weights.get(path);
};

let browser, site;
before(async () => {
  browser = await launch();
  site = await serve();
});
after(async () => {
  await browser.close();
  await site.close();
});

test("a visit to every page asks nobody else, costs little and leaves nothing behind", async () => {
  const context = await browser.newContext({ viewport: wide, serviceWorkers: "allow" });
  await context.addInitScript(() => {
    globalThis.violations = [];
    addEventListener("securitypolicyviolation", (event) => violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  const found = await each(context, pages, async (page, path) => {
    const lines = [];
    const asked = new Set();
    const notePath = (request) => asked.add(request.url());
    const noteConsole = (message) => ["error", "warning"].includes(message.type()) && lines.push(`console: ${message.text()}`);
    const noteError = (error) => lines.push(`error: ${error}`);
    page.on("request", notePath).on("console", noteConsole).on("pageerror", noteError);
    await page.goto(`${site.origin}/${path}`);
    page.off("request", notePath).off("console", noteConsole).off("pageerror", noteError);
    // Without a window nobody sees the icon, and a headless browser doesn't fetch it. Others do.
    asked.add(await page.evaluate(() => document.querySelector("link[rel=icon]").href));

    const own = [...asked].filter((url) => url.startsWith(`${site.origin}/`));
    const bytes = own.map((url) => weight(decodeURIComponent(url.slice(site.origin.length + 1)))).reduce((sum, part) => sum + part, 0);
    if (own.length < asked.size) lines.push(`asks others: ${[...asked].filter((url) => !own.includes(url))}`);
    if (asked.size > mostRequests) lines.push(`${asked.size} requests`);
    if (bytes > budget(path)) lines.push(`${(bytes / kilobyte).toFixed(1)} KB`);
    const left = await page.evaluate(async () => ({
      violations,
      cookie: document.cookie,
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await globalThis.caches?.keys())?.length ?? 0,
      workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
    }));
    const none = { violations: [], cookie: "", local: 0, session: 0, databases: 0, caches: 0, workers: 0 };
    if (JSON.stringify(left) !== JSON.stringify(none)) lines.push(`stays behind: ${JSON.stringify(left)}`);
    return lines.map((line) => `${path}: ${line}`);
  });
  assert.deepEqual(await context.cookies(), []);
  await context.close();
  nothing(found);
});

test("whom to call is in what a phone receives first", () => {
  const late = pages.filter(frugal).flatMap((path) => {
    const html = readFileSync(join(root, path));
    const at = html.indexOf('href="tel:');
    if (at < 0) return path.split("/").length === 2 ? [] : [`${path}: no number to call`];
    const sent = gzipSync(html.subarray(0, at)).length;
    return sent > firstFlight ? [`${path}: after ${(sent / kilobyte).toFixed(1)} KB`] : [];
  });
  nothing(late);
});

test("no page has a form, a frame, an inline handler or style, or an address of somebody else that is fetched", () => {
  const forbidden = [
    /<(form|iframe|object|embed|input|textarea|audio|video|base)\b/,
    /\son[a-z]+=/,
    /\sstyle=/,
    /<style\b/,
    // What is there for search engines is data, which no browser runs.
    /<script(?![^>]*\ssrc=)(?! type="application\/ld\+json")/,
    /<(script|img|link rel="(stylesheet|icon)[^>]*)[^>]*\s(src|href|srcset)="(https?:)?\/\//,
    /rel="(preconnect|dns-prefetch|preload|prefetch|modulepreload|manifest)"/,
    /\sping=/,
  ];
  nothing(pages.flatMap((path) => forbidden.filter((pattern) => pattern.test(read(path))).map((pattern) => `${path}: ${pattern}`)));
});

test("the script of the exit weighs at most 2 KB and has nothing to keep or send with", () => {
  const [script] = [...new Set(pages.flatMap((path) => /src="([^"]*exit\.[^"]*\.js)"/.exec(read(path))?.[1].split("/").pop() ?? []))];
  const path = `help/assets/${script}`;
  assert.ok(existsSync(join(root, path)), path);
  assert.ok(weight(path) <= 2 * kilobyte, `${weight(path)} bytes`);
  assert.doesNotMatch(read(path), /cookie|[lL]ocalStorage|sessionStorage|indexedDB|caches|serviceWorker|sendBeacon|fetch\(|XMLHttpRequest|WebSocket|EventSource|eval\(|innerHTML/);
});
