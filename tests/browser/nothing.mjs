// An assertion that shows everything that was found, and not only the first of it.
import assert from "node:assert/strict";

/** Holds when `found` is empty. */
export const nothing = (found) => {
  const lines = found.length > 200 ? [...found.slice(0, 200), `… and ${found.length - 200} more`] : found;
  assert.equal(found.length, 0, `found ${found.length}:\n${lines.join("\n")}`);
};
