// What the validators say of every file: the Nu Html Checker on HTML, CSS and SVG, html-validate on HTML.
import { test } from "node:test";
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import config from "./htmlvalidate.mjs";
import { nothing } from "./nothing.mjs";
import { files, pages, redirects, root } from "./site.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const run = promisify(execFile);

// What the Nu Html Checker doesn't know yet, or says of something that we mean. Each with its reason.
const explained = [
  // CSS Anchor Positioning is newer than the checker; the sheet asks with @supports before it uses it.
  /^CSS: “position-anchor”: Property “position-anchor” doesn't exist\.$/,
  /^CSS: “top”: (Parse Error\.|“anchor\(bottom\)” is not a “top” value\.)$/,
  // Of files on a disk the checker can't tell that they are of the page's own origin; privacy.test.mjs asks the browser.
  /^Resource violates Content Security Policy \(meta tag\): (external stylesheet|external script|image) “[^:”]*” blocked/,
  // Data for search engines is no script, and no policy asks about it; privacy.test.mjs allows no other script in a page.
  /^Inline script violates Content Security Policy \(meta tag\): blocked by “script-src” directive/,
];

const checker = async (language, paths) => {
  const jar = join(here, "node_modules/vnu-jar/build/dist/vnu.jar");
  const command = ["-Xss4m", "-jar", jar, "--format", "json", "--exit-zero-always", `--skip-non-${language}`];
  const { stderr } = await run("java", [...command, ...paths.map((path) => join(root, path))], { maxBuffer: 1 << 28, timeout: 120_000 });
  return JSON.parse(stderr)
    .messages.filter(({ message }) => !explained.some((known) => known.test(message)))
    .map(({ url, lastLine, type, subType, message }) => `${url.split("/public/").pop()}:${lastLine} ${subType ?? type}: ${message}`);
};

for (const language of ["html", "css", "svg"])
  test(`the Nu Html Checker has nothing to say of ${language}`, async () => {
    const paths = files(`.${language}`);
    assert.notEqual(paths.length, 0);
    nothing(await checker(language, paths));
  });

test("html-validate has nothing to say", async () => {
  const validator = new HtmlValidate(new StaticConfigLoader(config));
  const report = await validator.validateMultipleFiles([...pages, ...redirects].map((path) => join(root, path)));
  const lines = report.results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId, message }) => `${filePath.split("/public/").pop()}:${line} ${ruleId}: ${message}`),
  );
  nothing(lines);
});
