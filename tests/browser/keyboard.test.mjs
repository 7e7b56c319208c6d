// A visit with the Tab key alone.
import { after, before, test } from "node:test";
import { each, launch, narrow, wide } from "./browser.mjs";
import { nothing } from "./nothing.mjs";
import { describe, samples, serve } from "./site.mjs";

// More stops than any page has: a trap of the keyboard ends here.
const mostStops = 250;

let browser, site;
before(async () => {
  browser = await launch();
  site = await serve();
});
after(async () => {
  await browser.close();
  await site.close();
});

// What has the focus now, whether that is seen, and whether anything lies over it (WCAG 2.4.7, 2.4.11).
const stop = () => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const name = element.textContent.trim().slice(0, 30);
  const outlined = [element, element.parentElement, element.closest("li")].some((around) => {
    const { outlineStyle, outlineWidth } = around ? getComputedStyle(around) : {};
    return outlineStyle && outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  const box = element.getClientRects()[0];
  const points = [0.2, 0.5, 0.8].map((part) => document.elementFromPoint(box.x + box.width * part, box.y + box.height / 2));
  const covered = points.some((point) => !point || !(element.contains(point) || point.contains(element)));
  const kind = element.matches(".skip:not([data-exit])") ? "skip" : element.matches("[data-exit]") ? "exit" : "other";
  element.dataset.stops = 1 + Number(element.dataset.stops ?? 0);
  return { name, kind, again: element.dataset.stops > 1, faults: [!outlined && "focus not seen", covered && "focus covered"].filter(Boolean) };
};

const walk = async (page, key) => {
  const stops = [];
  while (stops.length < mostStops) {
    await page.keyboard.press(key);
    const here = await page.evaluate(stop);
    if (!here || here.again) break;
    stops.push(here);
  }
  return stops;
};

for (const [name, viewport] of [["a phone", narrow], ["a desk", wide], ["a desk at 400 %", { width: 320, height: 256 }]])
  test(`the Tab key on ${name}: skip link, then exit, then everything once, seen and uncovered`, async () => {
    const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
    const paths = samples().map(describe).filter(({ path, exit }) => /(^|\/)es\//.test(path) && (exit || viewport !== wide));
    const found = await each(context, paths, async (page, { path, exit }) => {
      await page.goto(`${site.origin}/${path}`);
      const stops = await walk(page, "Tab");
      const lines = stops.flatMap(({ name, faults }) => faults.map((fault) => `${fault}: ${name}`));
      const first = stops.slice(0, 3).map(({ kind }) => kind).join(" ");
      if (!first.startsWith(exit ? "skip exit exit" : "skip other")) lines.push(`begins with ${first}`);
      const reachable = await page.evaluate(() => [...document.querySelectorAll("a[href], button, summary")].filter((element) => element.checkVisibility() && !element.dataset.stops).map((element) => element.textContent.trim()));
      if (reachable.length) lines.push(`not reached: ${reachable}`);
      if (exit) {
        await page.evaluate(() => document.querySelectorAll("[data-stops]").forEach((element) => delete element.dataset.stops));
        const back = await walk(page, "Shift+Tab");
        lines.push(...back.flatMap(({ name, faults }) => faults.map((fault) => `backwards: ${fault}: ${name}`)));
      }
      return lines.map((line) => `${path}: ${line}`);
    });
    await context.close();
    nothing(found);
  });

test("the skip link leads past the head, and the next stop lies within the page", async () => {
  const context = await browser.newContext({ viewport: narrow });
  const paths = samples().filter((path) => !path.endsWith("404.html"));
  const found = await each(context, paths, async (page, path) => {
    await page.goto(`${site.origin}/${path}`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const within = await page.evaluate(() => Boolean(document.activeElement.closest("main, footer")));
    return within ? [] : [`${path}: back in the head`];
  });
  await context.close();
  nothing(found);
});
