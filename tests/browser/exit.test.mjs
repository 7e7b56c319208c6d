// The way out, as visitors who may be watched need it: the cases of the Exit this Page of the GOV.UK Design System, its
// known faults, and what the Back button shows afterwards.
import { after, afterEach, before, beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { each, launch, narrow } from "./browser.mjs";
import { nothing } from "./nothing.mjs";
import { pages, read, serve } from "./site.mjs";

const home = "help/en/index.html";
const exits = pages.filter((path) => read(path).includes("data-exit"));
const away = /class="exit"[^>]*\shref="([^"]+)"/.exec(read(home))[1];
const neutral = /data-title="([^"]+)"/.exec(read(home))[1];
const elsewhere = "https://before.test/";

let browser, single, plain, context, page;
before(async () => {
  browser = await launch();
  single = await serve((html) => html.replace("<body ", "<body data-single-entry ").replace(/(data-single-entry.*?) data-single-entry/, "$1"));
  plain = await serve((html) => html.replace(" data-single-entry", ""));
});
after(async () => {
  await browser.close();
  await single.close();
  await plain.close();
});

// The world beyond the site. It answers; or with nothing, so that a page that is being left stays as it is by then.
let answers, asked;
const open = async (options) => {
  context = await browser.newContext({ viewport: narrow, ...options });
  asked = [];
  answers = true;
  await context.route("https://**", (route) => {
    asked.push(route.request());
    const title = `<title>${new URL(route.request().url()).host}</title>`;
    return route.fulfill(answers ? { contentType: "text/html", body: title } : { status: 204 });
  });
  page = await context.newPage();
};
beforeEach(() => open());
afterEach(() => context.close());

const visit = (site = plain, path = home) => page.goto(`${site.origin}/${path}`);
const shift = async (times = 1) => {
  for (let press = 0; press < times; press++) await page.keyboard.press("Shift");
};
const gone = () => page.waitForURL(away, { timeout: 15_000 });
const stays = async () => {
  await page.waitForTimeout(100);
  assert.ok(page.url().startsWith(plain.origin), page.url());
  assert.equal(await page.locator(".exit-overlay").count(), 0);
};
const said = () => page.locator("[role=status]").textContent();
const isBlank = async () => {
  await page.waitForFunction(() => document.querySelector(".exit-overlay"), null, { timeout: 15_000 });
  const overlay = page.locator(".exit-overlay");
  assert.equal(await overlay.textContent(), "Loading");
  assert.equal(await overlay.getAttribute("role"), "alert");
  assert.equal(await page.title(), neutral);
  assert.equal((await page.evaluate(() => document.body.innerText)).trim(), "Loading");
  const box = await overlay.boundingBox();
  assert.deepEqual(box, { x: 0, y: 0, ...narrow });
};

test("without JavaScript the button leads away", async () => {
  await context.close();
  await open({ javaScriptEnabled: false });
  await visit();
  await page.locator(".exit").click();
  await gone();
});

test("without JavaScript the link for the keyboard leads away", async () => {
  await context.close();
  await open({ javaScriptEnabled: false });
  await visit();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await gone();
});

test("button and link are real links to one plain address, and tell it nothing", async () => {
  await visit();
  const links = await page.locator("[data-exit]").evaluateAll((all) => all.map((link) => [link.localName, link.href, link.rel, link.referrerPolicy]));
  assert.deepEqual(links, Array(2).fill(["a", away, "nofollow noreferrer", "no-referrer"]));
  assert.match(away, /^https:\/\/[^?#]+$/);
  await page.locator(".exit").click();
  await gone();
  assert.equal(asked.at(-1).headers().referer, undefined);
});

test("a click on the button empties tab and page before the other page is there", async () => {
  answers = false;
  await visit();
  await page.locator(".exit").click();
  await isBlank();
});

test("so does the link for the keyboard", async () => {
  answers = false;
  await visit();
  await page.locator(".skip[data-exit]").focus();
  await page.keyboard.press("Enter");
  await isBlank();
});

test("so does Shift, pressed three times", async () => {
  answers = false;
  await visit();
  await shift(3);
  await isBlank();
});

test("Shift three times leads away", async () => {
  await visit();
  await shift(3);
  await gone();
});

test("the first press says that two are missing, and lights one lamp", async () => {
  await visit();
  await shift();
  assert.equal(await said(), "Shift. Press 2 more times to leave.");
  assert.equal(await page.locator(".exit-lights").getAttribute("aria-hidden"), "true");
  assert.equal(await page.locator(".exit-lights").isVisible(), true);
});

test("the second press says that one is missing", async () => {
  await visit();
  await shift(2);
  assert.equal(await said(), "Shift. Press 1 more time to leave.");
});

test("the third press has the overlay speak, not the status", async () => {
  answers = false;
  await visit();
  await shift(3);
  await isBlank();
  assert.equal(await said(), "");
});

test("too slow a press is told so, and after a while nothing", async () => {
  await page.clock.install();
  await visit();
  await shift();
  await page.clock.runFor(5000);
  assert.equal(await said(), "Time is up for leaving with Shift: start again.");
  assert.equal(await page.locator(".exit-lights").isVisible(), false);
  await page.clock.runFor(5000);
  assert.equal(await said(), "");
});

test("after that the count begins anew", async () => {
  await page.clock.install();
  await visit();
  await shift(2);
  await page.clock.runFor(5001);
  await shift(2);
  await stays();
});

test("the five seconds begin with each press", async () => {
  await page.clock.install();
  await visit();
  for (let press = 0; press < 3; press++) {
    await page.clock.runFor(4900);
    await shift();
  }
  await gone();
});

test("another key begins the count anew", async () => {
  await visit();
  await shift(2);
  await page.keyboard.press("a");
  assert.equal(await said(), "");
  await shift(2);
  await stays();
});

test("capital letters and shortcuts with Shift don't count", async () => {
  await visit();
  for (let press = 0; press < 4; press++) await page.keyboard.press("Shift+A");
  for (let press = 0; press < 4; press++) await page.keyboard.press("Control+Shift");
  await stays();
});

test("left and right Shift may alternate, even overlap", async () => {
  await visit();
  for (const [verb, key] of [["down", "ShiftLeft"], ["down", "ShiftRight"], ["up", "ShiftLeft"], ["up", "ShiftRight"]]) await page.keyboard[verb](key);
  assert.equal(await said(), "Shift. Press 1 more time to leave.");
  await page.keyboard.press("ShiftLeft");
  await gone();
});

for (const field of ["<input>", "<textarea></textarea>", "<p contenteditable>text</p>"])
  test(`while somebody writes in ${field}, Shift is for capital letters`, async () => {
    await visit();
    await page.evaluate((field) => {
      document.querySelector("main").insertAdjacentHTML("afterbegin", field);
      document.querySelector("main").firstChild.focus();
    }, field);
    await shift(4);
    await stays();
  });

test("Escape does nothing, since browsers stop loading with it", async () => {
  await visit();
  for (let press = 0; press < 4; press++) await page.keyboard.press("Escape");
  await stays();
});

test("a page that a browser brings back is as it was", async () => {
  answers = false;
  await visit();
  const title = await page.title();
  await page.locator(".exit").click();
  await isBlank();
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  assert.equal(await page.locator(".exit-overlay").count(), 0);
  assert.equal(await page.title(), title);
  assert.equal(await page.locator("h1").isVisible(), true);
  assert.equal(await said(), "");
});

test("Back after one page: what was there before this site", async () => {
  await page.goto(elsewhere);
  await visit();
  await page.locator(".exit").click();
  await gone();
  await page.goBack();
  assert.equal(page.url(), elsewhere);
});

test("Back after two pages that each had an entry: the first of them, and we say so", async () => {
  await page.goto(elsewhere);
  await visit();
  await page.locator("main a[href$='index.html']").first().click();
  await page.waitForURL((url) => !url.pathname.endsWith(home));
  await page.locator(".exit").click();
  await gone();
  await page.goBack();
  assert.equal(page.url(), `${plain.origin}/${home}`);
  assert.match(await page.locator(".foot-safety").textContent(), /does not erase/);
});

test("Back after two pages of one entry: what was there before this site", async () => {
  await page.goto(elsewhere);
  await visit(single);
  const entries = await page.evaluate(() => history.length);
  await page.locator("main a[href$='index.html']").first().click();
  await page.waitForURL((url) => !url.pathname.endsWith(home));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter"); // the skip link
  assert.equal(await page.evaluate(() => history.length), entries);
  await page.locator(".exit").click();
  await gone();
  assert.equal(await page.evaluate(() => history.length), entries);
  await page.goBack();
  assert.equal(page.url(), elsewhere);
});

test("with one entry, a click with Ctrl opens a tab, and what leads to others or is to be saved is left alone", async () => {
  await visit(single);
  const [tab] = await Promise.all([context.waitForEvent("page"), page.locator("main a[href$='index.html']").first().click({ modifiers: ["Control"] })]);
  assert.ok(page.url().endsWith(home));
  await tab.close();
  const touched = await page.evaluate(() => {
    const touches = (html) => {
      document.querySelector("main").insertAdjacentHTML("beforeend", html);
      const link = document.querySelector("main").lastElementChild;
      let touched;
      addEventListener("click", (event) => { touched = event.defaultPrevented; event.preventDefault(); }, { once: true });
      link.click();
      return touched;
    };
    return ['<a href="x.html">x</a>', '<a href="x.pdf" download>x</a>', '<a href="x.html" target="_blank">x</a>', '<a href="https://other.test/">x</a>', '<a href="tel:911">x</a>'].map(touches);
  });
  assert.deepEqual(touched, [true, false, false, false, false]);
});

test("from a folder on disk it leads away too, and pages have one entry", async () => {
  await page.goto(elsewhere);
  await page.goto(new URL(`../../public/${home}`, import.meta.url).href);
  await page.locator("main a[href$='index.html']").first().click();
  await page.waitForURL((url) => !url.pathname.endsWith(home));
  await shift(3);
  await gone();
});

test("on every page of an edition with an exit it is in sight at the top and at the bottom, uncovered and large enough", async () => {
  assert.ok(exits.length > 20, `${exits.length} pages`);
  const found = await each(context, exits, async (page, path) => {
    const lines = [];
    for (const viewport of [narrow, { width: 320, height: 256 }, { width: 1280, height: 800 }]) {
      await page.setViewportSize(viewport);
      await page.goto(`${plain.origin}/${path}`);
      for (const end of [0, 1e6]) {
        const seen = await page.evaluate((end) => {
          scrollTo({ top: end, behavior: "instant" });
          const exit = document.querySelector(".exit");
          const { x, y, width, height } = exit.getBoundingClientRect();
          const inside = x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight;
          const corners = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8]].every(([right, down]) => exit.contains(document.elementFromPoint(x + width * right, y + height * down)));
          return { inside, corners, large: width >= 44 && height >= 44, share: exit.closest("header").offsetHeight / innerHeight };
        }, end);
        if (!seen.inside || !seen.corners || !seen.large || seen.share > 0.4) lines.push(`${path} at ${viewport.width}×${viewport.height}, ${end}: ${JSON.stringify(seen)}`);
      }
    }
    return lines;
  });
  nothing(found);
});

test("the unfolded menu does not cover it", async () => {
  await visit();
  await page.locator("button[popovertarget]").first().click();
  await page.locator(".exit").click({ timeout: 15_000 });
  await gone();
});

test("every page of an edition with an exit says what it can't do, and leads to the page on care", async () => {
  const silent = exits.filter((path) => {
    const html = read(path);
    const door = path.split("/").length === 2;
    return !/foot-safety|foot-note">\s*<div[^>]*>\s*<p>(Leaving does not erase)/.test(html) || (!door && !/foot-safety">[^<]+<a href/.test(html));
  });
  nothing(silent);
});
