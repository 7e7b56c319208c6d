// From the moment an editor's write returns until a GET gives the new text, and until a browser has painted it: one
// kind of edit after another, on a copy of a campaign, in Chromium. A benchmark, not a test: nothing fails when it is
// slow.
//
//   node tests/bench/paint.mjs [--site FOLDER] [--edits 10] [--settle 300] [--hugo FOLDER]
//
// With a site of the same pages made for Hugo (in its folder `hugo.general.toml`, `content/en/*/*.md`), Hugo's own
// preview is measured in the same run; the variable HUGO says where the program is.
//
// Without a site it takes the example campaign. The theme needs a template `base.html` with a <footer>, and a style
// sheet. A frame lasts 16.7 ms, so that half of it is waiting for the next frame.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch, wide } from "../browser/browser.mjs";
import { startPreview } from "../browser/preview.mjs";

const { values: options } = parseArgs({
  options: { site: { type: "string" }, edits: { type: "string", default: "10" }, settle: { type: "string", default: "300" }, hugo: { type: "string" } },
});
const [edits, settle] = [Number(options.edits), Number(options.settle)];
const pause = (milliseconds) => new Promise((later) => setTimeout(later, milliseconds));
const now = () => performance.timeOrigin + performance.now();

/** In the page, asked again and again: when what is looked for was painted, once it was. */
const painted = ({ kind, value }) => {
  const seen = (globalThis.seen ??= {});
  const isThere = {
    text: () => document.body.innerText.includes(value),
    title: () => document.title.includes(value) && document.querySelector("h1")?.innerText.includes(value),
    element: () => document.querySelector(value),
    style: () => getComputedStyle(document.documentElement).getPropertyValue("--painted").trim() === value,
  }[kind];
  if (!(value in seen) && document.body && isThere()) {
    seen[value] = null;
    // Behind the frame that a callback of this kind comes before.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (seen[value] = performance.timeOrigin + performance.now());
    requestAnimationFrame(() => port2.postMessage(0));
  }
  return seen[value];
};

/** The first page that a person would edit: not the home page, with a paragraph of plain words. */
const findPage = async (preview) => {
  const { pages } = await (await fetch(`${preview.origin}/_campaign/board`)).json();
  for (const { key, cells } of pages) {
    const cell = cells.find((cell) => key && cell.url && cell.source?.endsWith("/en.md"));
    if (cell && /\n\n[A-Z][^\n]{60,}\n/.test(preview.read(cell.source))) return cell;
  }
  throw new Error("no page has a paragraph of plain words");
};

/** A message that the page shows: the file, its line, and what it says. */
const findMessage = (preview, shown) => {
  const folder = "locales/en";
  for (const name of readdirSync(join(preview.root, folder)).filter((name) => name.endsWith(".ftl"))) {
    for (const [line, id, says] of preview.read(`${folder}/${name}`).matchAll(/^([a-z][\w-]*) = ([^{}\n]{6,})$/gm)) {
      if (shown.includes(says)) return { path: `${folder}/${name}`, line, changed: (mark) => `${id} = ${says} ${mark}` };
    }
  }
  throw new Error("the page shows no message");
};

const findTheme = (preview) => {
  const [theme] = readdirSync(join(preview.root, "themes")).filter((name) => !name.includes("."));
  const [sheet] = readdirSync(join(preview.root, "themes", theme, "assets")).filter((name) => name.endsWith(".css"));
  return { template: `themes/${theme}/templates/base.html`, sheet: `themes/${theme}/assets/${sheet}` };
};

const kinds = async (preview, cell, page) => {
  const message = findMessage(preview, await page.evaluate(() => document.body.innerText));
  const { template, sheet } = findTheme(preview);
  const replace = (path, from, to) => ({ path, change: (text) => text.replace(from, () => to) });
  return {
    body: (mark) => ({ ...replace(cell.source, /(?<=\n\n)(?=[A-Z][^\n]{60,}\n)/, `${mark} `), look: { kind: "text", value: mark } }),
    title: (mark) => ({ ...replace(cell.source, /(?<=^title = ")/m, `${mark} `), look: { kind: "title", value: mark } }),
    message: (mark) => ({ ...replace(message.path, message.line, message.changed(mark)), look: { kind: "text", value: mark } }),
    template: (mark) => ({ ...replace(template, "<footer", `<footer id="${mark}"`), look: { kind: "element", value: `#${mark}` } }),
    style: (mark) => ({ path: sheet, change: (text) => `${text}\n:root { --painted: ${mark}; }\n`, look: { kind: "style", value: mark } }),
  };
};

/** Waits in the page, and in the one that takes its place where a preview loads it anew. */
const wait = async (page, look) => {
  for (;;) {
    const at = await page.evaluate(painted, look).catch(() => null);
    if (at) return at;
    await pause(2);
  }
};

/** Asks for the page again and again, and for its style sheets where the edit is of one, until one has the mark. */
const fetched = async (address, mark, { kind }) => {
  // An answer that is cut off is asked for again.
  const text = (url) => fetch(url).then((answer) => answer.text()).catch(() => "");
  const sheets = (html) => [...html.matchAll(/<link[^>]* href="?([^" >]+\.css)/g)].map(([, href]) => new URL(href, address));
  for (;;) {
    const html = await text(address);
    const sources = kind === "style" ? await Promise.all(sheets(html).map(text)) : [html];
    if (sources.some((source) => source.includes(mark))) return now();
    await pause(1.5);
  }
};

/** What one kind of edit takes until `see`, which is given what to look for, has seen it. */
const run = async (preview, see, edit) => {
  const times = [];
  for (let round = 0; round < edits; round++) {
    const mark = `Mark${Date.now() % 1e7}`;
    const { path, change, look } = edit(mark);
    const before = preview.read(path);
    const after = change(before);
    if (after === before) throw new Error(`nothing to edit in ${path}`);
    const seen = see(mark, look);
    await pause(settle);
    preview.write(path, after);
    const written = now();
    times.push((await seen) - written);
    await pause(settle);
    preview.write(path, before);
    await pause(settle);
  }
  return times.sort((a, b) => a - b);
};

const report = (tool, name, what, times) => {
  const [least, median, most] = [times[0], times[times.length >> 1], times.at(-1)].map((time) => time.toFixed(1));
  console.log(`${tool.padEnd(8)} ${name.padEnd(9)} ${what} after ${median.padStart(7)} ms [${least} ${most}]  n=${times.length}`);
};

const measure = async (tool, preview, address, kinds) => {
  const page = await (await browser.newContext({ viewport: wide })).newPage();
  await page.goto(address);
  await pause(2000);
  for (const [name, edit] of Object.entries(await kinds(page))) {
    report(tool, name, "painted", await run(preview, (_, look) => wait(page, look), edit));
  }
  const found = await kinds(page);
  await page.close();
  for (const [name, edit] of Object.entries(found)) {
    report(tool, name, "fetched", await run(preview, (mark, look) => fetched(address, mark, look), edit));
  }
};

/** Hugo's preview of a copy of a site. */
const startHugo = async (site) => {
  const root = mkdtempSync(join(tmpdir(), "hugo-preview-"));
  cpSync(site, root, { recursive: true });
  const [section] = readdirSync(join(root, "content/en")).filter((name) => !name.includes("."));
  const [name] = readdirSync(join(root, "content/en", section)).filter((name) => name.startsWith("article"));
  const port = 20_000 + (process.pid % 10_000);
  const origin = `http://127.0.0.1:${port}`;
  const options = ["server", "--bind", "127.0.0.1", "-p", `${port}`, "--baseURL", `${origin}/`, "--config", "hugo.general.toml"];
  const child = spawn(process.env.HUGO ?? "hugo", options, { cwd: root, stdio: "ignore" });
  const address = `${origin}/en/${section}/${name.replace(/\.md$/, "")}/`;
  const answers = () => fetch(address).then(({ ok }) => ok, () => false);
  while (!(await answers())) await pause(100);
  return {
    address,
    source: `content/en/${section}/${name}`,
    read: (path) => readFileSync(join(root, path), "utf8"),
    write: (path, text) => writeFileSync(join(root, path), text),
    stop: () => {
      child.kill("SIGKILL");
      rmSync(root, { recursive: true });
    },
  };
};

const hugoKinds = (preview) => async () => {
  const replace = (path, from, to) => ({ path, change: (text) => text.replace(from, () => to) });
  const message = /(?<=\[footer_license\]\nother = ")/;
  return {
    body: (mark) => ({ ...replace(preview.source, /(?<=\n\n)(?=rev-)/, `${mark} `), look: { kind: "text", value: mark } }),
    title: (mark) => ({ ...replace(preview.source, /(?<=^title = ")/m, `${mark} `), look: { kind: "title", value: mark } }),
    message: (mark) => ({ ...replace("i18n/en.toml", message, `${mark} `), look: { kind: "text", value: mark } }),
    template: (mark) => ({ ...replace("layouts/baseof.html", "<footer", `<footer id="${mark}"`), look: { kind: "element", value: `#${mark}` } }),
    style: (mark) => ({ path: "static/style.css", change: (text) => `${text}\n:root { --painted: ${mark}; }\n`, look: { kind: "style", value: mark } }),
  };
};

const browser = await launch();
const preview = await startPreview("en", options.site);
try {
  const cell = await findPage(preview);
  await measure("campaign", preview, preview.origin + cell.url, (page) => kinds(preview, cell, page));
} finally {
  preview.stop();
}
const hugo = options.hugo && (await startHugo(options.hugo));
try {
  if (hugo) await measure("hugo", hugo, hugo.address, hugoKinds(hugo));
} finally {
  hugo?.stop();
  await browser.close();
}
