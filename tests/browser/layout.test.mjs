// How pages lie on a screen, on paper, and without their script.
import { after, before, test } from "node:test";
import { each, launch, narrow, wide } from "./browser.mjs";
import { nothing } from "./nothing.mjs";
import { outside } from "./outside.mjs";
import { pages, read, samples, serve } from "./site.mjs";

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

const visit = async (options, paths, look) => {
  const context = await browser.newContext(options);
  const found = await each(context, paths, async (page, path) => {
    await page.goto(`${site.origin}/${path}`);
    return (await look(page, path)).map((line) => `${path}: ${line}`);
  });
  await context.close();
  return found;
};

// A number to call that breaks over two lines, and things to press that are too small (WCAG 2.5.8, with its exceptions
// for links within a text and for targets far from others; 44 px where a telephone is one).
const tooSmall = () => {
  const found = [];
  for (const number of document.querySelectorAll(".tel, .number"))
    if (number.checkVisibility() && number.getClientRects().length > 1 && getComputedStyle(number).display === "inline") found.push(`broken number: ${number.textContent}`);
  for (const target of document.querySelectorAll("a[href], button, summary")) {
    const box = target.getBoundingClientRect();
    if (!target.checkVisibility({ visibilityProperty: true }) || target.closest(".skip")) continue;
    const cover = getComputedStyle(target, "::after");
    if (cover.position === "absolute" && cover.inset === "0px") continue; // the whole card is the target
    const inText = getComputedStyle(target).display === "inline";
    const call = target.href?.startsWith("tel:") && !inText;
    const least = call || target.matches(".exit, .button, .unfold") ? 44 : 24;
    if (!inText && (box.width < least - 0.5 || box.height < least - 0.5)) found.push(`small: ${target.textContent.trim()} ${box.width.toFixed()}×${box.height.toFixed()}`);
  }
  return found;
};

test("nothing is wider than the narrowest phone, no number breaks, and all that is pressed is large enough", async () => {
  nothing(await visit({ viewport: narrow }, pages, async (page) => [...(await page.evaluate(outside)), ...(await page.evaluate(tooSmall))]));
});

test("nothing is wider than a desk or a tablet", async () => {
  const look = async (page) => {
    const found = [];
    for (const viewport of [wide, { width: 768, height: 1024 }]) {
      await page.setViewportSize(viewport);
      found.push(...(await page.evaluate(outside)), ...(await page.evaluate(tooSmall)));
    }
    return found;
  };
  nothing(await visit({ viewport: wide }, samples(), look));
});

test("with the text twice as large, or spaced as WCAG 1.4.12 asks for, nothing is cut off", async () => {
  const look = async (page) => {
    const found = [];
    for (const style of [
      "html{font-size:200%}",
      "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}",
    ]) {
      await page.evaluate((style) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(style);
        document.adoptedStyleSheets = [sheet];
      }, style);
      found.push(...(await page.evaluate(outside)).map((line) => `${line} with ${style}`));
    }
    return found;
  };
  nothing(await visit({ viewport: { width: 640, height: 900 } }, samples(), look));
  nothing(await visit({ viewport: narrow }, samples(), async (page) => (await look(page)).filter((line) => !line.includes("200%"))));
});

test("without its script a page says the same", async () => {
  const scripted = pages.filter((path) => read(path).includes("<script"));
  const look = async (page, path) => {
    const text = () => document.body.innerText;
    const withScript = await page.evaluate(text);
    await page.goto(`${bare.origin}/${path}`);
    return (await page.evaluate(text)).trim() === withScript.trim() ? [] : ["another text without the script"];
  };
  nothing(await visit({ viewport: narrow }, scripted, look));
});

test("printed, a page has its text and its numbers, and nothing to press", async () => {
  const look = async (page) => {
    await page.emulateMedia({ media: "print" });
    const found = await page.evaluate(() => {
      const shown = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
      const lines = shown(".exit, .skip, nav, button, .actions").map((element) => `printed: ${element.className || element.localName}`);
      if (!shown("h1").length) lines.push("no heading");
      const asks = document.querySelector(".button-lamp") !== null;
      const isDiscreet = document.body.hasAttribute("data-discreet");
      const written = shown(".action-printed").length;
      if (asks && !isDiscreet && !written) lines.push("what to do is not on paper");
      if (isDiscreet && written) lines.push("an address is on paper");
      const folded = [...document.querySelectorAll("details > div")].filter((element) => element.getBoundingClientRect().height < 10);
      return [...lines, ...folded.map((element) => `folded away: ${element.textContent.trim().slice(0, 30)}`)];
    });
    await page.emulateMedia({ media: null });
    return found;
  };
  nothing(await visit({ viewport: wide }, pages, look));
});

test("languages are named in themselves and marked as such, and every page has one and a direction", async () => {
  const look = (page) =>
    page.evaluate(() => {
      const { lang, dir } = document.documentElement;
      const found = [];
      if (!lang || !["ltr", "rtl"].includes(dir)) found.push(`lang=${lang} dir=${dir}`);
      for (const link of document.querySelectorAll(".languages a, .doors h2 a")) {
        const named = link.closest("[lang]").lang;
        if (named !== link.hreflang) found.push(`${link.textContent}: lang ${named}, hreflang ${link.hreflang}`);
      }
      return found;
    });
  nothing(await visit({ viewport: wide }, pages, look));
});
