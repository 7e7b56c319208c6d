// Which block of one edition is which of another. No element is touched here but read.

const BLOCKS = 'h1, h2, h3, h4, h5, h6, p, li, tr, pre, dt, dd';
const words = (text) => text.split(/\s+/).filter(Boolean);
const tagOf = (node) => node.localName.replace(/^h[1-6]$/, 'h');

/** The block elements of a page, in their order. */
const nodesOf = (page) => [...(page.querySelector('main') ?? page.body).querySelectorAll(BLOCKS)];

/**
 * Gives each block of a source the element that shows it, none where only the theme knows. Both come in the order of
 * the text. What a message or a component says is no part of a block's text, so a few words may be missing in between.
 */
export function place(blocks, page) {
  const nodes = nodesOf(page).map((node) => ({ node, tag: tagOf(node), words: words(node.textContent) }));
  let at = 0;
  return blocks.map((block) => {
    const wanted = words(block.text).slice(0, -1).slice(0, 12);
    const all = wanted.length ? wanted : words(block.text);
    const index = nodes.findIndex((known, index) => index >= at && known.tag === block.tag && shows(known.words, all));
    if (index < 0 || !all.length) return { ...block, node: null };
    at = index + 1;
    return { ...block, node: nodes[index].node };
  });
}

/** Whether the words follow each other in the text, from its beginning unless something is said before them. */
function shows(text, wanted) {
  let at = 0;
  for (const word of wanted) {
    while (at < text.length && !text[at].startsWith(word)) at += 1;
    if (at === text.length) return false;
    at += 1;
  }
  // A word or two are found in many texts by chance.
  return wanted.length > 2 || at <= wanted.length;
}

/** The pairs of blocks, as indices, that say the same in two sources; in the order of both. */
export function pairs(one, other) {
  if (one.path === other.path) {
    const places = new Map(other.blocks.map((block, index) => [block.start, index]));
    return one.blocks.flatMap((block, index) => (places.has(block.start) ? [[index, places.get(block.start)]] : []));
  }
  return alike(one.blocks, other.blocks);
}

/**
 * The pairing of two translations that fits best as a whole, after Gale and Church (1993): what is long in one language
 * is long in the other. Numbers stay the same, too, and so does what is not translated.
 */
function alike(one, other) {
  const total = (blocks) => blocks.reduce((sum, block) => sum + block.length, 1);
  const share = total(one) / total(other);
  const best = Array.from({ length: one.length + 1 }, () => new Float64Array(other.length + 1));
  const fits = (i, j) => fit(one[i], other[j], share);
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      best[i][j] = Math.max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + fits(i, j));
    }
  }
  const found = [];
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    if (best[i][j] === best[i + 1][j]) i += 1;
    else if (best[i][j] === best[i][j + 1]) j += 1;
    else found.push([i++, j++]);
  }
  return found;
}

const numbers = (text) => (text.match(/\d+/g) ?? []).join();

/** How well two blocks could be the same: nothing for two kinds, up to 1 for the length, more for what is equal. */
function fit(one, other, share) {
  if (one.tag !== other.tag) return 0;
  const [short, long] = [one.length, other.length * share].sort((a, b) => a - b);
  const equal = one.text === other.text ? 1 : 0;
  const counted = numbers(one.text) && numbers(one.text) === numbers(other.text) ? 1 : 0;
  return 0.1 + short / Math.max(long, 1) + equal + counted;
}
