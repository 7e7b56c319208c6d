// Debian's Chromium, silent on the network but for the pages it is shown.
import { chromium } from "playwright-core";

/** Starts the browser. It never downloads one: the system's is used. */
export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox", // CI runs as root
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

/** The widths that are looked at: the narrowest phone, which is also 1280 px at 400 % zoom, and a desk. */
export const narrow = { width: 320, height: 640 };
export const wide = { width: 1280, height: 900 };

/** Does `work(page, item)` for all items with a few tabs at once and gathers what it returns. */
export const each = async (context, items, work, tabs = 2) => {
  const queue = [...items];
  const found = [];
  const tab = async () => {
    const page = await context.newPage();
    for (let item = queue.shift(); item !== undefined; item = queue.shift())
      found.push(...((await work(page, item)) ?? []));
    await page.close();
  };
  await Promise.all(Array.from({ length: tabs }, tab));
  return found.sort();
};
