// axe-core on one page as it stands. Nothing may be wrong, and what axe leaves open is measured or explained.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { measure } from "./contrast.mjs";

const source = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** What axe can't decide and we did: a rule, which nodes, and why it holds for them. Contrast is always measured. */
export const explained = [
  {
    rule: "label-content-name-mismatch",
    matches: /fnref|footnote-back/,
    reason: "The way back from a footnote shows an arrow, a symbol and no words, and is named in words (WCAG 2.5.3 asks for the words that are seen).",
  },
  {
    rule: "frame-tested",
    matches: /^iframe/,
    reason: "The frames of the workbench show pages of the site, each of which is looked at by itself.",
  },
];

/** What axe finds within `where`, one line a node. `blank` is where pictures are read. */
export const audit = async (page, blank, { where = "html", rules } = {}) => {
  await page.evaluate(source);
  const result = await page.evaluate(({ where, rules }) => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    // The pages' own policy forbids the fetching of style sheets by script, which axe would wait for.
    return axe.run(where, { preload: false, resultTypes: ["violations", "incomplete"], ...(rules && { runOnly: rules }) });
  }, { where, rules });
  const found = lines(result.violations, "violation");
  for (const { rule, selector, line } of lines(result.incomplete, "left open")) {
    if (explained.some((known) => known.rule === rule && known.matches.test(selector))) continue;
    if (rule !== "color-contrast") {
      found.push({ line });
      continue;
    }
    const { lowest, needed } = await measure(page, blank, selector);
    if (lowest < needed) found.push({ line: `${line}: measured ${lowest.toFixed(2)}, needs ${needed}` });
  }
  return found.map(({ line }) => line);
};

const lines = (results, what) =>
  results.flatMap(({ id, nodes }) =>
    nodes.map((node) => {
      const selector = node.target.flat().join(" ");
      const why = [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; ");
      return { rule: id, selector, line: `${what}: ${id} ${selector} (${why})` };
    }),
  );
