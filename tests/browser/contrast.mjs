// Where axe can't tell a contrast because something lies behind the text (a picture, a neighbour), the pixels tell it.

/** Opens the tab that pictures are read in: a blank one, since a page's own policy forbids it a canvas full of them. */
export const reader = (context) => context.newPage();

/** The lowest contrast of a node's own text against any pixel that lies behind it. */
export const measure = async (page, blank, selector) => {
  const text = await page.evaluate((selector) => {
    const element = document.querySelector(selector);
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const range = document.createRange();
    const boxes = [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim()).flatMap((node) => {
      range.selectNodeContents(node);
      return [...range.getClientRects()];
    });
    const style = getComputedStyle(element);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
    return { color: style.color, needed: large ? 3 : 4.5, boxes: boxes.map(({ x, y, width, height }) => ({ x, y, width, height })) };
  }, selector);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("*,*::before,*::after{color:transparent!important;text-decoration-color:transparent!important;transition:none!important}");
    document.adoptedStyleSheets = [sheet];
  });
  let lowest = 21;
  for (const clip of text.boxes) {
    const picture = (await page.screenshot({ clip })).toString("base64");
    lowest = Math.min(lowest, await blank.evaluate(lowestContrast, { picture, color: text.color }));
  }
  await page.evaluate(() => (document.adoptedStyleSheets = []));
  return { lowest, needed: text.needed };
};

/** Texts that the pixels don't show: forced colours are no part of computed styles, so axe can't judge them. */
export const illegible = async (page, blank) => {
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
      node.data.trim() && node.parentElement.checkVisibility({ visibilityProperty: true }) && !node.parentElement.closest(".visually-hidden,.skip")
        ? NodeFilter.FILTER_ACCEPT
        : NodeFilter.FILTER_SKIP,
    );
    const range = document.createRange();
    const found = [];
    while (walker.nextNode()) {
      range.selectNodeContents(walker.currentNode);
      const { x, y, width, height } = range.getClientRects()[0] ?? {};
      if (width > 1) found.push({ text: walker.currentNode.data.trim().slice(0, 40), x: x + scrollX, y: y + scrollY, width, height });
    }
    return found;
  });
  const picture = (await page.screenshot({ fullPage: true })).toString("base64");
  const strengths = await blank.evaluate(contrastWithin, { picture, boxes: texts });
  return texts.flatMap(({ text }, at) => (strengths[at] < 4.5 ? [`illegible: “${text}” (${strengths[at].toFixed(2)})`] : []));
};

// Runs in the blank tab: the contrast of the brightest and the darkest pixel in each box.
const contrastWithin = async ({ picture, boxes }) => {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d", { willReadFrequently: true });
  context.drawImage(bitmap, 0, 0);
  const linear = Float64Array.from({ length: 256 }, (_, value) => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return boxes.map(({ x, y, width, height }) => {
    const { data } = context.getImageData(Math.floor(x), Math.floor(y), Math.ceil(width), Math.ceil(height));
    let [low, high] = [1, 0];
    for (let at = 0; at < data.length; at += 4) {
      const luminance = 0.2126 * linear[data[at]] + 0.7152 * linear[data[at + 1]] + 0.0722 * linear[data[at + 2]];
      [low, high] = [Math.min(low, luminance), Math.max(high, luminance)];
    }
    return (high + 0.05) / (low + 0.05);
  });
};

// Runs in the blank tab. Formulas: WCAG 2.2, "relative luminance" and "contrast ratio".
const lowestContrast = async ({ picture, color }) => {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const luminance = ([r, g, b]) => {
    const linear = [r, g, b].map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const front = luminance(context.getImageData(0, 0, 1, 1).data);
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  let lowest = 21;
  const seen = new Set();
  for (let at = 0; at < data.length; at += 4) {
    const key = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
    if (seen.has(key)) continue;
    seen.add(key);
    const back = luminance(data.subarray(at, at + 3));
    lowest = Math.min(lowest, (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05));
  }
  return lowest;
};
