// Pages side by side: one page in several editions, which scroll together block by block and show what only one has.
import { pairs, place } from './align.js';
import { $, element } from './element.js';

/** What the workbench knows and does: board(), words(), openSource(path, line), say(text). */
let bench = null;
let open = null, leader = null, release = 0;

export function start(own) {
  bench = own;
  for (const id of ['width', 'no-script']) $(id).addEventListener('change', () => open && drawFrames());
  $('close').addEventListener('click', close);
}

/** Shows a page in an edition, beside the language it was written in first. */
export function show(page, name) {
  const column = (cell) => bench.board().editions[page.cells.indexOf(cell)];
  const { audience } = bench.board().editions.find((edition) => edition.name === name);
  const original = page.cells.filter((cell) => cell.url).map(column)
    .find((edition) => edition.audience === audience && edition.locale === page.source);
  open = { key: page.key, editions: [...new Set([original?.name, name])].filter(Boolean), from: name };
  $('compare').hidden = false;
  drawChoices();
  drawFrames();
  $('compare-title').focus();
  $('compare').scrollIntoView({ block: 'start' });
}

function close() {
  const back = document.querySelector(`[data-cell="${CSS.escape(`${open.key} ${open.from}`)}"]`);
  open = null;
  $('frames').replaceChildren();
  $('compare').hidden = true;
  (back ?? $('filter')).focus();
}

const cells = () => (bench.board().pages.find((page) => page.key === open.key)?.cells ?? [])
  .map((cell, index) => ({ ...cell, edition: bench.board().editions[index] }))
  .filter((cell) => cell.url);

/** The editions that have it. */
const names = () => cells().map((cell) => cell.edition.name).join();

const frames = () => [...$('frames').querySelectorAll('iframe')];

function drawChoices() {
  open.offered = names();
  const page = bench.board().pages.find((page) => page.key === open.key);
  $('compare-title').textContent = page?.title || open.key || '/';
  $('compare-title').lang = page?.source ?? '';
  $('choices').replaceChildren(...cells().map((cell) => {
    const label = element('label');
    const box = element('input', undefined, { type: 'checkbox', value: cell.edition.name });
    box.checked = open.editions.includes(cell.edition.name);
    box.addEventListener('change', () => {
      open.editions = [...$('choices').querySelectorAll(':checked')].map((chosen) => chosen.value);
      drawFrames();
    });
    label.append(box, ` ${cell.edition.name}`);
    return label;
  }));
}

function drawFrames() {
  $('frames').dataset.width = $('width').value;
  $('frames').replaceChildren(...cells().filter((cell) => open.editions.includes(cell.edition.name)).map(figure));
}

function figure(cell) {
  const { edition } = cell;
  const words = bench.words();
  const whole = element('figure', undefined, { 'aria-label': edition.name });
  const inside = element('iframe', undefined, { src: cell.url, title: `${edition.name}: ${cell.url}` });
  // The same origin, so that the workbench can scroll it, but no scripts.
  if ($('no-script').checked) inside.setAttribute('sandbox', 'allow-same-origin');
  Object.assign(inside, { home: cell.url, edition, revision: bench.board().revision });
  inside.addEventListener('load', () => prepare(inside));
  const caption = element('figcaption');
  const name = element('a', edition.name, { href: cell.url, target: '_blank', rel: 'noopener' });
  caption.append(name, exit(edition.exit, words), element('details', undefined, { class: 'only' }));
  caption.lastChild.hidden = true;
  whole.append(caption, inside);
  return whole;
}

function exit(leads, words) {
  if (!leads) return element('p', words['no-exit']);
  const line = element('p', `${words.exit} ${leads.url}. `);
  line.append(leads.single_entry ? words['exit-single'] : words['exit-normal']);
  return line;
}

/** A page has come into a frame. */
function prepare(inside) {
  const page = inside.contentDocument;
  if (!page) {
    // It went where the workbench may not look: by its own script, as the exit does.
    const leads = inside.edition.exit?.url;
    bench.say(`${bench.words().left} ${leads ?? ''}`);
    inside.src = inside.home;
    return;
  }
  if (inside.kept) inside.contentWindow.scrollTo({ top: inside.kept, behavior: 'instant' });
  inside.kept = 0;
  asPaper(page);
  inside.contentWindow.addEventListener('scroll', () => follow(inside), { passive: true });
  page.addEventListener('click', (event) => locate(inside, event), true);
  page.addEventListener('load', () => asPaper(page), true);
  // It updates itself; what stands where has to be found out again then.
  let later = 0;
  const due = () => { clearTimeout(later); later = setTimeout(() => map(inside), 50); };
  new MutationObserver(due).observe(page.body, { childList: true, characterData: true, subtree: true });
  map(inside);
}

function asPaper(page) {
  if ($('width').value !== 'print') return;
  for (const sheet of page.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof page.defaultView.CSSMediaRule)) continue;
      if (rule.media.mediaText.includes('print')) rule.media.mediaText = 'all';
      else if (rule.media.mediaText.includes('screen')) rule.media.mediaText = 'not all';
    }
  }
}

/** Finds out which element stands where in the source, and what the other frames have of it. */
async function map(inside) {
  const page = inside.contentDocument;
  if (!page) return;
  const answer = await fetch('/_campaign/map?path=' + encodeURIComponent(page.location.pathname));
  const known = answer.ok ? await answer.json() : null;
  if (inside.contentDocument !== page) return;
  inside.map = known && { ...known, blocks: place(known.blocks, page) };
  frames().forEach(mark);
}

const others = (inside) => frames().filter((other) => other !== inside && other.map && other.contentDocument);

/** Marks the blocks that no other frame has. The page itself stays as it is: a highlight is no element. */
function mark(inside) {
  if (!inside.map || !inside.contentDocument) return;
  const rest = others(inside);
  const shared = new Set(rest.flatMap((other) => pairs(inside.map, other.map).map(([own]) => own)));
  const only = rest.length ? inside.map.blocks.filter((block, index) => !shared.has(index)) : [];
  // A paragraph of an item that is marked is marked with it.
  const nodes = new Set(only.map((block) => block.node));
  const whole = only.filter((block) => block.text && !(block.node && nodes.has(block.node.parentElement?.closest('li, dd'))));
  highlight(inside, whole.map((block) => block.node).filter(Boolean));
  const list = element('ul');
  list.append(...whole.map((block) => {
    const item = element('li');
    const button = element('button', `${block.line}: ${block.text}`, { type: 'button' });
    button.addEventListener('click', () => {
      block.node?.scrollIntoView({ block: 'center', behavior: 'instant' });
      bench.say(`${inside.map.path}:${block.line}`);
    });
    item.append(button);
    return item;
  }));
  const details = inside.closest('figure').querySelector('.only');
  details.hidden = !whole.length;
  details.replaceChildren(element('summary', `${bench.words()['only-here']}: ${whole.length}`), list);
}

const STYLE = '::highlight(campaign-only) { background-color: #ffe08a; color: #1b1b1b; text-decoration: underline dashed 2px #7a4b00; }';

function highlight(inside, nodes) {
  const view = inside.contentWindow, page = inside.contentDocument;
  // Where a browser has no highlights, the list beside the frame says the same.
  if (!view.CSS?.highlights) return;
  if (!page.adoptedStyleSheets.length) {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(STYLE);
    page.adoptedStyleSheets = [sheet];
  }
  const ranges = nodes.map((node) => {
    const range = page.createRange();
    range.selectNodeContents(node);
    return range;
  });
  view.CSS.highlights.set('campaign-only', new view.Highlight(...ranges));
}

/** The others go to the same part of the text: between the same two blocks, as far along. */
function follow(inside) {
  if (leader && leader !== inside) return;
  leader = inside;
  clearTimeout(release);
  release = setTimeout(() => { leader = null; }, 150);
  const at = inside.contentWindow.scrollY;
  for (const other of others(inside)) {
    const steps = stepsOf(inside, other);
    let index = steps.findLastIndex(([from]) => from <= at);
    index = Math.min(Math.max(index, 0), steps.length - 2);
    const [[from, to], [nextFrom, nextTo]] = [steps[index], steps[index + 1]];
    const share = Math.min((at - from) / Math.max(nextFrom - from, 1), 1);
    other.contentWindow.scrollTo({ top: to + share * (nextTo - to), behavior: 'instant' });
  }
}

const end = (inside) => Math.max(inside.contentDocument.documentElement.scrollHeight - inside.contentWindow.innerHeight, 1);
const top = (inside, node) => node.getBoundingClientRect().top + inside.contentWindow.scrollY;

/** How far down the same block stands in both, from the start to the end. */
function stepsOf(one, other) {
  const steps = [[0, 0]];
  const both = one.map ? pairs(one.map, other.map) : [];
  for (const [own, its] of both) {
    const [a, b] = [one.map.blocks[own].node, other.map.blocks[its].node];
    if (!a || !b) continue;
    const [from, to] = [top(one, a), top(other, b)];
    const [lastFrom, lastTo] = steps.at(-1);
    if (from > lastFrom && to > lastTo && from < end(one) && to < end(other)) steps.push([from, to]);
  }
  return [...steps, [end(one), end(other)]];
}

/** A click on a block names its line and opens it; one on a way out says where that leads. */
function locate(inside, event) {
  const link = event.target.closest('a[href]');
  const words = bench.words();
  if (link && /^https?:$/.test(link.protocol) && link.host !== location.host) {
    event.preventDefault();
    event.stopImmediatePropagation();
    const isExit = link.href === inside.edition.exit?.url;
    bench.say(`${isExit ? words.left : words.leads} ${link.href}`);
    return;
  }
  if (!inside.map || event.target.closest('a, button, summary, input, select')) return;
  const { path, blocks } = inside.map;
  for (let node = event.target; node; node = node.parentElement) {
    const block = blocks.findLast((block) => block.node === node);
    if (block) return bench.openSource(path, block.line);
    // The title stands at the head of the source.
    if (node.localName === 'h1') return bench.openSource(path, 1);
  }
}

/** The page that is open may lie in another folder by now, at the same address. */
function trace() {
  const { pages } = bench.board();
  if (pages.some((page) => page.key === open.key)) return;
  const shown = frames().map((inside) => inside.home);
  const moved = pages.find((page) => page.cells.some((cell) => shown.includes(cell.url)));
  if (moved) open.key = moved.key;
}

/** There is news. Frames keep themselves fresh; without scripts they cannot. */
export function refresh() {
  if (!open) return;
  trace();
  // An edition may have come or gone. A page that is nowhere is shown as its readers would find it.
  const offered = names();
  if (offered && offered !== open.offered) {
    drawChoices();
    drawFrames();
  }
  for (const inside of frames()) {
    if (inside.revision === bench.board().revision) continue;
    inside.revision = bench.board().revision;
    if (!inside.hasAttribute('sandbox')) continue;
    inside.kept = inside.contentWindow.scrollY;
    inside.contentWindow.location.reload();
  }
}
