// The site as somebody opens it from a stick or a folder, without a server.
import { after, before, test } from "node:test";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { each, launch, wide } from "./browser.mjs";
import { nothing } from "./nothing.mjs";
import { describe, pages, root } from "./site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const address = (path) => pathToFileURL(join(root, path)).href;
// A page that stands for an address that isn't there is never opened by hand: its links are absolute.
const openable = pages.filter((path) => !path.endsWith("404.html"));

test("every page opens with all its parts, and every link within leads to a file and a place in it", async () => {
  const context = await browser.newContext({ viewport: wide });
  const places = new Map();
  const links = [];
  const found = await each(context, openable, async (page, path) => {
    const lines = [];
    // An icon that was still on its way when the page was left has not failed.
    const failed = (request) => request.failure().errorText !== "net::ERR_ABORTED" && lines.push(`not loaded: ${request.url()}`);
    page.on("requestfailed", failed);
    await page.goto(address(path));
    page.off("requestfailed", failed);
    const seen = await page.evaluate(() => ({
      styled: getComputedStyle(document.querySelector(".skip")).position === "absolute",
      ids: [...document.querySelectorAll("[id]")].map(({ id }) => id),
      links: [...document.querySelectorAll("a[href]")].map(({ href }) => href).filter((href) => href.startsWith("file:")),
    }));
    places.set(path, new Set(seen.ids));
    links.push(...seen.links.map((href) => ({ path, href })));
    if (!seen.styled) lines.push("not styled");
    return lines.map((line) => `${path}: ${line}`);
  });
  await context.close();
  for (const { path, href } of links) {
    const url = new URL(href);
    const file = fileURLToPath(new URL(url.pathname, "file://"));
    const target = file.slice(root.length).replace(/^\//, "");
    if (!existsSync(file) || file.endsWith("/")) found.push(`${path}: leads to no file: ${target}`);
    else if (url.hash && !places.get(target)?.has(decodeURIComponent(url.hash.slice(1)))) found.push(`${path}: leads to no place: ${target}${url.hash}`);
  }
  nothing([...new Set(found)]);
});

test("every link of every door and every Spanish first page can be clicked", async () => {
  const context = await browser.newContext({ viewport: wide, reducedMotion: "reduce" });
  const homes = openable.map(describe).filter(({ path, kind }) => kind === "chooser" || (kind === "home" && path.includes("es/")));
  const found = await each(context, homes, async (page, { path }) => {
    await page.goto(address(path));
    const links = await page.evaluate(() => [...document.querySelectorAll("a[href]")].map(({ href }, at) => ({ href, at })).filter(({ href }) => href.startsWith("file:")));
    const lines = [];
    for (const { href, at } of links) {
      await page.goto(address(path));
      const link = page.locator("a[href]").nth(at);
      if (await link.evaluate((element) => element.matches(".skip"))) await link.focus();
      await link.click({ timeout: 15_000 });
      await page.waitForURL(href, { timeout: 15_000 }).catch(() => lines.push(`${path}: a click on ${href} leads to ${page.url()}`));
    }
    return lines;
  });
  await context.close();
  nothing(found);
});
