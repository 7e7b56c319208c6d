// The live preview and its workbench, as a communications officer uses them and as a foreign page attacks them.
import { after, afterEach, before, beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { dirname } from "node:path";
import { audit } from "./axe.mjs";
import { launch, wide } from "./browser.mjs";
import { reader } from "./contrast.mjs";
import { nothing } from "./nothing.mjs";
import { startPreview } from "./preview.mjs";

const about = "content/about/en.md";
const calm = "content/about/en.survivors.md";
const safety = "content/get-help/stay-safe/en.md";

let browser, preview, context, page, faults;
before(async () => {
  browser = await launch();
  preview = await startPreview("en");
});
after(async () => {
  await browser.close();
  preview.stop();
});

// Each test leaves the campaign as it found it: `edited` remembers.
let edited;
beforeEach(async () => {
  edited = new Map();
  faults = [];
  context = await browser.newContext({ viewport: wide });
  context.setDefaultTimeout(15_000);
  page = await open();
});
afterEach(async () => {
  await context.close();
  for (const [name, text] of edited) text === null ? preview.remove(dirname(name)) : preview.write(name, text);
  nothing(faults);
});

const open = async () => {
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource|frame-src|sandboxed/.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  return page;
};
const edit = (name, change) => {
  if (!edited.has(name)) edited.set(name, preview.read(name));
  preview.edit(name, change);
};
const visit = (path) => page.goto(preview.origin + path);
// Everything is looked at, after any change of the test before.
const workbench = async () => {
  await visit("/_campaign/");
  await page.locator("#rows button").first().waitFor();
};
const cell = (key, edition) => page.locator(`[data-cell="${key} ${edition}"]`);
const frame = (edition) => page.frameLocator(`iframe[title^="${edition}:"]`);
const inside = async (edition) => (await page.locator(`iframe[title^="${edition}:"]`).elementHandle()).contentFrame();
const compare = async (key, ...editions) => {
  await workbench();
  await cell(key, editions[0]).click();
  for (const box of await page.locator("#choices input").all()) await box.setChecked(editions.includes(await box.getAttribute("value")));
  for (const edition of editions) await frame(edition).locator("h1").waitFor();
};
const until = (look, wanted) => page.waitForFunction(look, wanted, { polling: 50 });
const eventually = async (look, what) => {
  for (let tries = 0; tries < 300; tries++) {
    if (await look()) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  assert.fail(`never: ${what}`);
};
const marked = async (edition) => (await inside(edition)).evaluate(() => [...(CSS.highlights.get("campaign-only") ?? [])].map(String));

test("the board filters and opens any cell", async () => {
  await workbench();
  const rows = page.locator("#rows tr");
  const all = await rows.count();
  assert.ok(all > 15, `${all} rows`);
  assert.equal(await page.locator("#columns th").count(), 11);
  await page.getByLabel("Filter by title or folder").fill("stay-safe");
  assert.equal(await rows.count(), 1);
  assert.equal(await cell("get-help/stay-safe", "survivors/es").textContent(), "reviewed");
  assert.match(await page.locator("#rows td").last().textContent(), /not in this edition/);
  await cell("get-help/stay-safe", "survivors/es").focus();
  await page.keyboard.press("Enter");
  await frame("survivors/es").locator("h1").waitFor();
  await frame("survivors/en").locator("h1").waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  assert.equal(await page.evaluate(() => document.activeElement.dataset.cell), "get-help/stay-safe survivors/es");
});

test("a long board lists some pages, and the others when asked", async () => {
  const many = Array.from({ length: 220 }, (_, number) => `content/many-${number}/en.md`);
  for (const name of many) {
    edited.set(name, null);
    preview.write(name, '+++\ntitle = "One of many"\n+++\n\nWords.\n');
  }
  await workbench();
  const rows = page.locator("#rows tr");
  await page.locator("#further:visible").waitFor();
  assert.equal(await rows.count(), 200);
  await page.locator("#further").click();
  await eventually(async () => (await rows.count()) > 220, "the others are listed");
  assert.equal(await page.locator("#further").isVisible(), false);
  // Whoever uses a keyboard goes on where the list was cut.
  assert.equal(await page.evaluate(() => [...document.querySelectorAll("#rows tr")].indexOf(document.activeElement.closest("tr"))), 200);
  await page.locator("#filter").fill("many-21");
  await eventually(async () => (await rows.count()) === 11, "the filter finds among all");
});

test("a page without its translation is on the board and among what is wrong until it has one", async () => {
  edited.set("content/brand-new/en.md", null);
  await workbench();
  const words = (title) => `+++\ntitle = "${title}"\ndescription = "It came while the board was open."\n+++\n\nSome words.\n`;
  preview.write("content/brand-new/en.md", words("Brand new"));
  await cell("brand-new", "public/en").waitFor();
  await page.selectOption("#show", "missing");
  const line = page.locator("#rows tr", { hasText: "/brand-new" });
  await line.locator("[data-status=missing], [data-status=original]").first().waitFor();
  preview.write("content/brand-new/es.md", words("Nueva"));
  await line.waitFor({ state: "detached" });
});

test("a translation whose original changes is outdated on the board until that is undone", async () => {
  await workbench();
  const there = cell("get-help/stay-safe", "survivors/es");
  await there.waitFor();
  edit("content/get-help/stay-safe/en.md", (text) => text.replace(/^title = "/m, 'title = "Now: '));
  const outdated = page.locator("#rows tr", { hasText: "/get-help/stay-safe" }).locator("[data-status=outdated]");
  await outdated.first().waitFor();
  assert.match(await there.textContent(), /^outdated/);
  edit("content/get-help/stay-safe/en.md", () => edited.get("content/get-help/stay-safe/en.md"));
  await outdated.first().waitFor({ state: "detached" });
});

test("audiences side by side: blocks that only one has are marked and listed", async () => {
  await compare("get-help/stay-safe", "survivors/en", "migrants/en");
  await until(() => document.querySelectorAll(".only:not([hidden])").length);
  await eventually(async () => (await marked("survivors/en")).length, "marked");
  const text = preview.read(safety);
  const fenced = /::: for survivors\n+(?:#+ )?([^\n{]+)/.exec(text)[1].trim();
  const own = await marked("survivors/en");
  assert.ok(own.some((block) => fenced.startsWith(block.trim()) || block.startsWith(fenced.slice(0, 30))), `${fenced} is not among ${own}`);
  const shared = await frame("survivors/en").locator("main p").allTextContents();
  assert.ok(own.length < shared.length / 2, "what both have is not marked");
  // The list says the same to whoever does not see colours, and leads there.
  const only = page.locator("figure[aria-label='survivors/en'] .only");
  await only.locator("summary").click();
  await only.locator("button").first().click();
  assert.match(await page.locator("#source").textContent(), /^content\/get-help\/stay-safe\/en\.md:\d+$/);
});

test("languages side by side: a paragraph that one has not is marked, and only that", async () => {
  edit(about, (text) => text.replace("## Where it comes from", "A new paragraph of some length that nobody has translated into Spanish yet, with the number 7131.\n\n## Where it comes from"));
  await compare("about", "public/en", "public/es");
  await eventually(async () => (await marked("public/en")).length === 1, "one is marked");
  assert.match((await marked("public/en"))[0], /^A new paragraph/);
  assert.deepEqual(await marked("public/es"), []);
  // While both are open, the mark follows the file.
  edit(about, () => edited.get(about));
  await eventually(async () => (await marked("public/en")).length === 0, "the mark goes");
});

test("frames scroll together by block", async () => {
  await compare("get-help/stay-safe", "survivors/es", "survivors/en", "migrants/en");
  await page.selectOption("#width", "phone");
  for (const edition of ["survivors/es", "survivors/en", "migrants/en"]) await frame(edition).locator("h1").waitFor();
  const target = await (await inside("survivors/en")).evaluate(() => [...document.querySelectorAll("main h2[id]")][1].id);
  const at = async (edition) => (await inside(edition)).evaluate((id) => document.getElementById(id)?.getBoundingClientRect().top ?? NaN, target);
  await eventually(async () => {
    await (await inside("survivors/en")).evaluate((id) => scrollTo({ top: document.getElementById(id).getBoundingClientRect().top + scrollY + 1, behavior: "instant" }), target);
    await new Promise((later) => setTimeout(later, 250));
    return Math.abs(await at("survivors/es")) < 8 && Math.abs(await at("migrants/en")) < 8;
  }, `#${target} at the same height`);
});

test("telephone, tablet and paper", async () => {
  await compare("about", "public/en");
  const width = async () => (await inside("public/en")).evaluate(() => innerWidth);
  for (const [name, least, most] of [["phone", 380, 390], ["tablet", 800, 820], ["print", 780, 794]]) {
    await page.selectOption("#width", name);
    await frame("public/en").locator("h1").waitFor();
    assert.ok((await width()) >= least && (await width()) <= most, `${name}: ${await width()}`);
  }
  // What paper leaves out is not there.
  await eventually(async () => !(await frame("public/en").locator("body > header nav").first().isVisible()), "no menu on paper");
  await page.selectOption("#width", "wide");
  await eventually(async () => frame("public/en").locator("body > header nav").first().isVisible(), "the menu");
});

test("reading without JavaScript, fresh all the same", async () => {
  await compare("about", "survivors/en");
  await page.getByLabel("without JavaScript").check();
  await frame("survivors/en").locator("h1").waitFor();
  assert.equal(await frame("survivors/en").locator("html > campaign-overlay, .exit-lights i").count(), 0, "no script ran");
  edit(calm, (text) => text + "\n\nWITHOUT-SCRIPTS\n");
  await frame("survivors/en").getByText("WITHOUT-SCRIPTS").waitFor();
  await frame("survivors/en").getByText("WITHOUT-SCRIPTS").click();
  await eventually(async () => /about\/en\.survivors\.md:\d+/.test(await page.locator("#source").textContent()), "a click is heard");
});

test("what the exit control does is said, and the workbench stays", async () => {
  await compare("about", "survivors/en", "public/en");
  const leads = "https://www.weather.gov/";
  assert.match(await page.locator("figure[aria-label='survivors/en'] figcaption").textContent(), new RegExp(`leads to ${leads}.*history`));
  assert.match(await page.locator("figure[aria-label='public/en'] figcaption").textContent(), /no exit control/);
  await frame("survivors/en").locator("a.exit").click();
  await until((leads) => document.getElementById("source").textContent === `The visitor has left for ${leads}`, leads);
  // By the keyboard its own script leads away; the frame comes back.
  await page.locator("#source").evaluate((source) => (source.textContent = ""));
  await frame("survivors/en").locator("h1").click();
  // The click names its source; what the exit says comes after that.
  await until(() => document.getElementById("source").textContent !== "");
  for (let press = 0; press < 3; press++) await page.keyboard.press("Shift");
  await until((leads) => document.getElementById("source").textContent.endsWith(leads), leads);
  await frame("survivors/en").locator("h1").waitFor();
});

test("what is wrong comes and goes by itself, grouped by page, with what to do", async () => {
  await workbench();
  edit(about, (text) => text + "\n\n[nowhere](../no-such-page/)\n");
  const group = page.locator("#diagnostics h3", { hasText: "(/about)" });
  await group.waitFor();
  const card = page.locator("#diagnostics h3:has-text('(/about)') + ul li", { hasText: "no-such-page" }).first();
  assert.match(await card.locator("pre mark").textContent(), /no-such-page/);
  assert.match(await card.textContent(), /What to do: /);
  await page.selectOption("#show", "faults");
  await cell("about", "public/en").waitFor();
  assert.match(await cell("about", "public/en").textContent(), /errors: 1/);
  await card.locator("button").first().click();
  await eventually(() => preview.opened().some((line) => line.endsWith("content/about/en.md")), "the editor opens");
  edit(about, () => edited.get(about));
  await group.waitFor({ state: "detached" });
  assert.match(await page.locator("#state").textContent(), /errors: 0/);
});

test("a click on a block names its file and line and opens the editor there", async () => {
  await compare("about", "public/en");
  const text = preview.read(about);
  const line = text.slice(0, text.indexOf("Two shores and one light.")).split("\n").length;
  const before = preview.opened().length;
  await eventually(async () => {
    await frame("public/en").getByText("Two shores and one light.").click({ position: { x: 5, y: 5 } });
    return (await page.locator("#source").textContent()).trim() === `${about}:${line}`;
  }, "the line is named");
  await eventually(() => preview.opened().length > before, "the editor starts");
  assert.equal(preview.opened().at(-1), `+${line} ${preview.root}/${about}`);
});

test("the last change names the pages and the editions", async () => {
  await workbench();
  edit(about, (text) => text.replace("Two shores and one light.", "Two shores, one light."));
  await page.locator("#changes a[href='/en/about/']").waitFor();
  const names = await page.locator("#changes summary").allTextContents();
  assert.ok(names.some((name) => name === "public/en: 1"), names.join());
  assert.ok(!names.some((name) => /\/es|survivors/.test(name)), names.join());
});

// The overlay is closed to the page's own scripts, so it is known by its host.
const overlay = () => page.locator("html > campaign-overlay");

test("a page whose source breaks keeps its words and its place under an overlay", async () => {
  await page.setViewportSize({ width: 400, height: 500 });
  await visit("/en/about/");
  await page.evaluate(() => scrollTo({ top: 400, behavior: "instant" }));
  const at = await page.evaluate(() => scrollY);
  assert.ok(at > 300);
  edit(about, (text) => text.replace("## The idea", "::: no-such-thing\n\n## The idea"));
  await overlay().waitFor({ state: "attached" });
  assert.equal(await page.getByText("Two shores and one light.").count(), 1, "the last good page stays");
  assert.equal(await page.evaluate(() => scrollY), at);
  edit(about, () => edited.get(about).replace("Two shores and one light.", "MENDED"));
  await overlay().waitFor({ state: "detached" });
  await page.getByText("MENDED").waitFor();
  assert.equal(await page.evaluate(() => scrollY), at);
});

test("what somebody wrote into a file stays text in the overlay and in the workbench", async () => {
  await visit("/en/about/");
  edit(about, (text) => text + "\n\n::: <img/src=x/onerror=alert(1)>\n:::\n\n[<script>alert(1)</script>](../<img/src=x>/)\n");
  await overlay().waitFor({ state: "attached" });
  await workbench();
  await page.locator("#diagnostics pre").first().waitFor();
  assert.equal(await page.locator("#diagnostics img, #diagnostics script").count(), 0);
});

test("a page is made like the new one: scroll, focus and open details stay", async () => {
  edit(about, (text) => text + "\n\n::: question Something more\nHidden words.\n:::\n\n[a link that stays](#idea)\n");
  await page.setViewportSize({ width: 400, height: 500 });
  await visit("/en/about/");
  await page.getByText("a link that stays").waitFor();
  await page.evaluate(() => {
    window.same = true;
    document.querySelector("main details")?.setAttribute("open", "");
    const link = [...document.querySelectorAll("main a")].find((link) => link.textContent === "a link that stays");
    link.focus();
    scrollTo({ top: 300, behavior: "instant" });
  });
  const hasDetails = await page.locator("main details").count();
  edit(about, (text) => text.replace("Two shores and one light.", "MORPHED"));
  await page.getByText("MORPHED").waitFor();
  const kept = await page.evaluate(() => ({ same: window.same, focus: document.activeElement.textContent, scroll: scrollY, open: document.querySelectorAll("main details[open]").length }));
  assert.deepEqual(kept, { same: true, focus: "a link that stays", scroll: 300, open: hasDetails });
  assert.ok(hasDetails, "the example has details");
});

test("a page that loses its translation asks no other host for anything", async () => {
  const asked = [];
  page.on("request", (request) => request.url().startsWith(preview.origin) || asked.push(request.url()));
  const links = () => page.locator("link[hreflang]").count();
  await visit("/en/about/");
  const before = await links();
  const spanish = about.replace("en.md", "es.md");
  edited.set(spanish, preview.read(spanish));
  preview.remove(spanish);
  await eventually(async () => (await links()) < before, "the link to the translation goes");
  preview.write(spanish, edited.get(spanish));
  await eventually(async () => (await links()) === before, "the link to the translation comes back");
  assert.deepEqual(asked, []);
});

test("an edition that loses the page leaves the comparison, and comes back with it", async () => {
  await compare("about", "public/en", "public/es");
  const spanish = about.replace("en.md", "es.md");
  edited.set(spanish, preview.read(spanish));
  preview.remove(spanish);
  await eventually(async () => (await page.locator('#choices input[value="public/es"]').count()) === 0, "the edition goes");
  assert.equal(await page.locator("#frames iframe").count(), 1);
  preview.write(spanish, edited.get(spanish));
  await page.locator('#choices input[value="public/es"]').waitFor();
  await frame("public/es").locator("h1").waitFor();
});

test("a style sheet is replaced without a reload", async () => {
  await visit("/en/about/");
  await page.evaluate(() => (window.same = true));
  edit("themes/faro/assets/faro.css", (text) => text + "\nmain { outline: 7px solid rgb(1, 2, 3) }\n");
  await until(() => getComputedStyle(document.querySelector("main")).outlineWidth === "7px");
  assert.equal(await page.evaluate(() => window.same), true);
});

test("one connection, however many frames are open", async () => {
  await compare("about", "public/en", "public/es", "survivors/en", "migrants/en", "migrants/es", "providers/en", "media/en");
  const more = await open();
  await more.goto(`${preview.origin}/en/about/`);
  edit(about, (text) => text + "\n\nEVERYWHERE\n");
  for (const edition of ["public/en", "migrants/en", "providers/en", "media/en"]) await frame(edition).getByText("EVERYWHERE").waitFor();
  await more.getByText("EVERYWHERE").waitFor();
  assert.equal(context.pages().length, 2);
  // A page may connect to nobody by its own policy; all of them are told by one worker.
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send("Target.getTargets", { filter: [{ type: "shared_worker" }] });
  assert.deepEqual(targetInfos.map(({ url }) => url), [`${preview.origin}/_campaign/worker.js`]);
});

test("a page of another site cannot read the preview", async () => {
  const foreign = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html" });
    response.end("<!doctype html><title>foreign</title><body>");
  });
  await new Promise((listening) => foreign.listen(0, "127.0.0.1", listening));
  const away = await context.newPage();
  await away.goto(`http://127.0.0.1:${foreign.address().port}/`);
  const got = await away.evaluate(async (origin) => {
    const tell = async (work) => {
      try { return String(await work()); } catch { return "refused"; }
    };
    const loads = (element) => new Promise((resolve) => {
      element.onload = () => resolve("loaded");
      element.onerror = () => resolve("refused");
      document.body.append(element);
    });
    const make = (name, attributes) => Object.assign(document.createElement(name), attributes);
    const framed = make("iframe", { src: `${origin}/en/` });
    await loads(framed);
    return {
      fetch: await tell(async () => (await fetch(`${origin}/en/`)).text()),
      session: await tell(async () => (await fetch(`${origin}/_campaign/session`)).text()),
      blind: await tell(async () => (await fetch(`${origin}/en/`, { mode: "no-cors" })).type),
      order: await tell(async () => (await fetch(`${origin}/_campaign/open`, { method: "POST", mode: "no-cors", body: "{}" })).type),
      script: await loads(make("script", { src: `${origin}/_campaign/live.js` })),
      image: await loads(make("img", { src: `${origin}/assets/mark.svg` })),
      frame: await tell(() => framed.contentDocument.body.textContent),
      events: await new Promise((resolve) => {
        const source = new EventSource(`${origin}/_campaign/live?token=0`);
        source.onopen = () => resolve("open");
        source.onerror = () => { source.close(); resolve("refused"); };
      }),
      worker: await tell(() => new SharedWorker(`${origin}/_campaign/worker.js`)),
    };
  }, preview.origin);
  const opened = await away.evaluate((origin) => {
    const link = window.open(`${origin}/en/`, "_blank");
    return new Promise((later) => setTimeout(() => { try { later(String(link?.document?.title)); } catch { later("refused"); } }, 500));
  }, preview.origin);
  await away.close();
  await new Promise((closed) => (foreign.close(closed), foreign.closeAllConnections()));
  for (const [way, answer] of Object.entries(got)) assert.match(answer, /^refused$|null/, way);
  assert.match(opened, /refused|undefined/);
});

for (const language of ["en", "es"])
  test(`the workbench passes axe, in ${language}, light and dark`, async () => {
    const own = language === "en" ? preview : await startPreview(language);
    try {
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await page.goto(`${own.origin}/_campaign/`);
        assert.equal(await page.locator("html").getAttribute("lang"), language);
        await cell("about", "survivors/es").click();
        await frame("survivors/es").locator("h1").waitFor();
        const text = own.read(about);
        own.write(about, `${text}\n\n[nowhere](../no-such-page/)\n`);
        await page.locator("#diagnostics pre").first().waitFor();
        const blank = await reader(context);
        nothing(await audit(page, blank));
        own.write(about, text);
        await page.locator("#diagnostics pre").first().waitFor({ state: "detached" });
      }
    } finally {
      if (own !== preview) own.stop();
    }
  });
