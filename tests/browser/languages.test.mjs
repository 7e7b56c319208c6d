// The theme faro with another campaign, in seven languages, two of which run from right to left: tests/sites/door.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { audit } from "./axe.mjs";
import { each, launch, narrow, wide } from "./browser.mjs";
import { reader } from "./contrast.mjs";
import { nothing } from "./nothing.mjs";
import { outside } from "./outside.mjs";
import { program } from "./preview.mjs";
import { filesOf, serve } from "./site.mjs";

const languages = { en: "ltr", es: "ltr", fr: "ltr", pt: "ltr", ar: "rtl", fa: "rtl", zh: "ltr" };
const project = fileURLToPath(new URL("../..", import.meta.url));
let browser, site, root, pages;

before(async () => {
  root = mkdtempSync(join(tmpdir(), "campaign-languages-"));
  cpSync(join(project, "tests/sites/door"), root, { recursive: true });
  cpSync(join(project, "themes"), join(root, "themes"), { recursive: true });
  execFileSync(program, ["build", "--root", root, "--date", "2026-11-24"], { stdio: "pipe" });
  pages = filesOf(join(root, "public"), ".html");
  browser = await launch();
  site = await serve(undefined, join(root, "public"));
});
after(async () => {
  await browser?.close();
  await site?.close();
  rmSync(root, { recursive: true });
});

const visit = async (options, look) => {
  const context = await browser.newContext(options);
  const found = await each(context, pages, async (page, path) => {
    page.blank ??= await reader(context);
    await page.goto(`${site.origin}/${path}`);
    return (await look(page, path)).map((line) => `${path}: ${line}`);
  });
  await context.close();
  return found;
};

// The language of a page by its address; none on a door, which speaks all of them.
const spoken = (path) => path.split("/").find((part) => part in languages);

// Every message of the theme in a language that says something by itself.
const words = (language) => {
  const text = readFileSync(join(project, `themes/faro/locales/${language}/faro.ftl`), "utf8");
  return [...text.matchAll(/^[a-z-]+ = ([^{}\n]+)$|^ +\*?\[[a-z-]+\] ([^{}\n]+)$/gm)].map(([, one, other]) => (one ?? other).trim());
};

test("there is every page in every language", () => {
  for (const language of Object.keys(languages))
    for (const folder of ["", "w/"]) assert.ok(pages.includes(`${folder}${language}/help/index.html`), folder + language);
});

test("nothing is wider than the narrowest phone or a desk, in either direction", async () => {
  const look = async (page) => {
    const found = await page.evaluate(outside);
    await page.setViewportSize(wide);
    found.push(...(await page.evaluate(outside)));
    await page.setViewportSize(narrow);
    return found;
  };
  nothing(await visit({ viewport: narrow }, look));
});

test("axe finds nothing in any language", async () => {
  nothing(await visit({ viewport: narrow }, (page) => audit(page, page.blank)));
});

test("a page has its language and direction, and lies as its direction asks", async () => {
  const look = async (page, path) => {
    const language = spoken(path);
    if (!language) return [];
    const seen = await page.evaluate(() => {
      const { lang, dir } = document.documentElement;
      const title = document.querySelector("h1");
      const words = document.createRange();
      words.selectNodeContents(title);
      const [box, line] = [title.getBoundingClientRect(), words.getBoundingClientRect()];
      return { lang, dir, start: line.left - box.left <= box.right - line.right ? "ltr" : "rtl" };
    });
    const found = [];
    const dir = languages[language];
    if (seen.lang !== language || seen.dir !== dir) found.push(`lang=${seen.lang} dir=${seen.dir}`);
    if (seen.start !== dir) found.push("the title begins at the wrong side");
    return found;
  };
  nothing(await visit({ viewport: wide }, look));
});

test("no word of the interface is in another language without saying so", async () => {
  const known = Object.fromEntries(Object.keys(languages).map((language) => [language, new Set(words(language))]));
  const look = async (page, path) => {
    const language = spoken(path);
    if (!language) return [];
    const texts = await page.evaluate(() => {
      const own = (element) => element.closest("[lang]") === document.documentElement;
      const found = [];
      const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (own(node.parentElement) && !node.parentElement.closest("script, style, .credit")) found.push(node.data.trim());
      for (const element of document.querySelectorAll("[aria-label], [title], [alt], [data-exit] *"))
        for (const { name, value } of element.attributes)
          if (own(element) && /^(aria-label|title|alt|data-(?!exit).*)$/.test(name)) found.push(value.trim());
      return found.filter(Boolean);
    });
    const latin = { ar: true, fa: true, zh: true }[language];
    const others = ["en", "es"].filter((other) => other !== language);
    return texts.flatMap((text) => {
      if (latin && /\p{Script=Latin}{2,}/u.test(text.replaceAll("WhatsApp", "").replace(/https?:\S+/g, ""))) return [`in Latin letters: ${text}`];
      if (!latin && /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text)) return [`in other letters: ${text}`];
      const foreign = others.find((other) => known[other].has(text) && !known[language].has(text));
      return foreign ? [`in ${foreign}: ${text}`] : [];
    });
  };
  nothing(await visit({ viewport: wide }, look));
});
