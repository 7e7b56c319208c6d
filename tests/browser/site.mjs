// The example campaign as it was published: its files by what they are, and a small server that does what any host does.
import { createServer } from "node:http";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The published folder. */
export const root = process.env.CAMPAIGN_PUBLIC ?? fileURLToPath(new URL("../../public", import.meta.url));
if (!existsSync(join(root, "index.html"))) throw new Error(`nothing is published in ${root}: run "campaign build" first`);

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
};

/** All published files that end so, as paths with `/`, sorted. */
export const files = (...endings) => filesOf(root, ...endings);

/** The same of another folder. */
export const filesOf = (folder, ...endings) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.includes(extname(entry.name)))
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();

/** The text of a published file. */
export const read = (path) => readFileSync(join(root, path), "utf8");

const moved = (html) => html.includes('http-equiv="refresh"');

/** Every page that a visitor can stay on; those that only lead on are `redirects`. */
export const pages = files(".html").filter((path) => !moved(read(path)));
export const redirects = files(".html").filter((path) => moved(read(path)));

const attribute = (html, name) => new RegExp(`<body[^>]*\\bdata-${name}="([^"]*)"`).exec(html)?.[1];

/** What a page is, by its own `<body>`. */
export const describe = (path) => {
  const html = read(path);
  return { path, kind: attribute(html, "kind"), tone: attribute(html, "tone"), exit: html.includes("data-exit") };
};

/** One page of each kind in each folder of a language: enough where pages of a kind differ in words alone. */
export const samples = () => {
  const seen = new Map();
  for (const page of pages.map(describe)) {
    const edition = page.path.split("/").slice(0, -1).filter((part) => /^(help|migrants|providers|media|en|es)$/.test(part));
    seen.set([...edition, page.kind].join(" "), page.path);
  }
  return [...seen.values()].sort();
};

/** Serves a folder on loopback. `rewrite(html, path)` may change a page on its way. */
export const serve = async (rewrite = (html) => html, folder = root) => {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname).slice(1);
    const wanted = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    const found = /(^|\/)\.\.(\/|$)/.test(wanted) || !existsSync(join(folder, wanted)) ? notFound(folder, wanted) : wanted;
    const type = types[extname(found)] ?? "application/octet-stream";
    const bytes = readFileSync(join(folder, found));
    response.writeHead(found === wanted ? 200 : 404, { "Content-Type": type });
    response.end(type.startsWith("text/html") ? rewrite(bytes.toString(), found) : bytes);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((closed) => (server.close(closed), server.closeAllConnections())),
  };
};

// A host answers with the nearest 404.html above the address.
const notFound = (root, wanted) => {
  for (let folder = dirname(wanted); folder !== "."; folder = dirname(folder))
    if (existsSync(join(root, folder, "404.html"))) return `${folder}/404.html`;
  return filesOf(root, ".html").find((path) => path.endsWith("404.html"));
};
