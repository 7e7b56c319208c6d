// Every page of every edition by axe-core, narrow and wide, in every way of looking.
import { after, before, test } from "node:test";
import { audit } from "./axe.mjs";
import { each, launch, narrow, wide } from "./browser.mjs";
import { illegible, reader } from "./contrast.mjs";
import { nothing } from "./nothing.mjs";
import { describe, pages, read, samples, serve } from "./site.mjs";

const scripted = pages.filter((path) => read(path).includes("<script"));
const contrast = ["color-contrast", "link-in-text-block"];
let browser, site, bare;

before(async () => {
  browser = await launch();
  site = await serve();
  bare = await serve((html) => html.replace(/<script\b[^>]*>.*?<\/script>/gs, ""));
});
after(async () => {
  await browser.close();
  await site.close();
  await bare.close();
});

// Visits `paths` and gathers what `look` finds, each line with the page it is on.
const visit = async (options, paths, look, from = site) => {
  const context = await browser.newContext(options);
  const found = await each(context, paths, async (page, path) => {
    page.blank ??= await reader(context);
    await page.goto(`${from.origin}/${path}`);
    return (await look(page)).map((line) => `${path}: ${line}`);
  });
  await context.close();
  return found;
};

test("every page, on a desk and on the narrowest phone", async () => {
  const found = await visit({}, pages, async (page) => {
    await page.setViewportSize(wide);
    const onDesk = await audit(page, page.blank);
    await page.setViewportSize(narrow);
    return [...onDesk, ...(await audit(page, page.blank))];
  });
  nothing(found);
});

test("every page that has a script, without it", async () => {
  nothing(await visit({ viewport: narrow }, scripted, (page) => audit(page, page.blank), bare));
});

test("the menu and the languages unfolded on a phone", async () => {
  const homes = pages.map(describe).filter(({ kind }) => kind === "home").map(({ path }) => path);
  const found = await visit({ viewport: narrow }, homes, async (page) => {
    const found = [];
    for (const button of await page.locator("button[popovertarget]").all()) {
      await button.click();
      found.push(...(await audit(page, page.blank, { where: "[popover]:popover-open" })));
      await page.keyboard.press("Escape");
    }
    return found;
  });
  nothing(found);
});

test("pages of every kind in the dark", async () => {
  const look = async (page) => {
    await page.setViewportSize(wide);
    const onDesk = await audit(page, page.blank, { rules: contrast });
    await page.setViewportSize(narrow);
    return [...onDesk, ...(await audit(page, page.blank, { rules: contrast }))];
  };
  nothing(await visit({ colorScheme: "dark" }, samples(), look));
});

for (const colorScheme of ["light", "dark"])
  test(`pages of every kind in the reader's own colours, ${colorScheme}`, async () => {
    const look = (page) => illegible(page, page.blank);
    nothing(await visit({ forcedColors: "active", colorScheme, viewport: wide }, samples(), look));
  });
