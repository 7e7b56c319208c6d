// The workbench: the board, what is wrong, what changed. Every text that comes from the campaign is set as text, never
// as HTML.
import * as compare from './compare.js';
import { $, element } from './element.js';

const port = typeof SharedWorker === 'undefined'
  ? new Worker('/_campaign/worker.js')
  : new SharedWorker('/_campaign/worker.js', 'campaign').port;
let board = null, words = {}, token = null, drawn = '', pageOf = new Map();

/** How many pages are listed at first, and how many more at each wish: a browser lays them out in no time. */
const SOME = 200;
let most = SOME;
const waiting = [];

port.onmessage = ({ data }) => {
  if (data.words) words = data.words;
  if (data.kind === 'board') take(data.board);
  if (data.kind === 'token') { token = data.token; waiting.splice(0).forEach((go) => go()); }
  if (data.kind === 'offline') { token = null; $('state').textContent = words.offline ?? ''; }
};
port.postMessage({ kind: 'board' });
// A workbench that comes back from the back-forward cache says hello again.
window.addEventListener('pageshow', (event) => { if (event.persisted) port.postMessage({ kind: 'board' }); });
window.addEventListener('pagehide', () => port.postMessage({ kind: 'bye' }));

/** A board without pages has the same ones as before. */
function take(next) {
  board = { ...next, pages: next.pages ?? board?.pages ?? [] };
  if (next.pages) pageOf = new Map(next.pages.map((page) => [page.key, page]));
  draw();
}

function draw() {
  const next = JSON.stringify([board.rows, board.editions]);
  drawState();
  drawDiagnostics();
  drawChanges();
  if (next !== drawn) {
    drawn = next;
    drawBoard();
  }
  compare.refresh();
}

function drawState() {
  const parts = [`${words.errors}: ${board.errors}`, `${words.warnings}: ${board.warnings}`];
  if (!board.settled) parts.push(words.working);
  if (!board.usable) parts.push(words.kept);
  if (board.watching !== 'told') parts.push(words[board.watching]);
  $('state').textContent = parts.join(' · ');
  $('state').dataset.worst = board.errors ? 'errors' : board.warnings ? 'warnings' : 'none';
}

const faulty = (cell) => cell.errors + cell.warnings > 0;

function drawBoard() {
  const focused = document.activeElement?.dataset?.cell;
  $('columns').replaceChildren($('columns').firstElementChild,
    ...board.editions.map(heading));
  const text = $('filter').value.trim().toLocaleLowerCase();
  const show = $('show').value;
  const wanted = board.pages.filter((page) =>
    (!text || `${page.key} ${page.title}`.toLocaleLowerCase().includes(text)) &&
    (show === 'all' || page.cells.some((cell) =>
      show === 'faults' ? faulty(cell) : ['missing', 'original', 'outdated'].includes(cell.status))));
  $('rows').replaceChildren(...wanted.slice(0, most).map(row));
  $('further').hidden = wanted.length <= most;
  $('further').textContent = `${words.further}: ${wanted.length - most}`;
  if (focused) document.querySelector(`[data-cell="${CSS.escape(focused)}"]`)?.focus();
}

/** The name of an edition, which may break behind its audience. */
function heading({ audience, locale }) {
  const head = element('th', `${audience}/`, { scope: 'col' });
  head.append(element('wbr'), locale);
  return head;
}

function row(page) {
  const line = element('tr');
  const head = element('th', undefined, { scope: 'row' });
  head.append(element('span', page.title || page.key || '/', { lang: page.source ?? '' }));
  head.append(element('small', `/${page.key}`));
  line.append(head, ...page.cells.map((cell, index) => {
    const box = element('td', undefined, { 'data-status': cell.status });
    const says = [words[cell.status]];
    if (cell.errors) says.push(`${words.errors}: ${cell.errors}`);
    if (cell.warnings) says.push(`${words.warnings}: ${cell.warnings}`);
    if (!cell.url) { box.textContent = says.join(' · '); return box; }
    const name = board.editions[index].name;
    const button = element('button', says.join(' · '), { type: 'button', 'data-cell': `${page.key} ${name}` });
    button.setAttribute('aria-label', `${page.title || page.key} ${name}: ${button.textContent}`);
    if (cell.errors) button.classList.add('bad');
    button.addEventListener('click', () => compare.show(page, name));
    box.append(button);
    return box;
  }));
  return line;
}

function card(fault) {
  const item = element('li');
  const place = fault.line ? `${fault.path}:${fault.line}:${fault.column}` : fault.path ?? '';
  item.append(element('div', fault.message, { class: fault.severity === 'error' ? 'bad' : 'care' }));
  if (fault.path) {
    const link = element('button', place, { type: 'button', 'aria-label': `${words['open-source']}: ${place}` });
    link.addEventListener('click', () => openSource(fault.path, fault.line ?? 1));
    item.append(link);
  }
  if (fault.excerpt) {
    const line = element('pre', fault.excerpt[0], { tabindex: 0 });
    line.append(element('mark', fault.excerpt[1]), fault.excerpt[2]);
    item.append(line);
  }
  item.append(element('p', `${words.fix}: ${fault.fix}`), element('p', `${words.why}: ${fault.why}`));
  return item;
}

/** The page that a source belongs to, by its folder; the source itself where it belongs to none. */
function groupOf(path) {
  if (!path) return words.elsewhere;
  const key = /^content\/(?:(.*)\/)?[^/]+$/.exec(path);
  const page = key && pageOf.get(key[1] ?? '');
  return page && path.endsWith('.md') ? `${page.title} (/${page.key})` : path;
}

function drawDiagnostics() {
  const groups = Map.groupBy(board.diagnostics, (fault) => groupOf(fault.path));
  const parts = [...groups].flatMap(([name, faults]) => {
    const list = element('ul');
    list.append(...faults.map(card));
    return [element('h3', name), list];
  });
  if (board.total > board.diagnostics.length) {
    parts.push(element('p', `+ ${board.total - board.diagnostics.length}: ${words.more}`));
  }
  $('diagnostics').replaceChildren(...(parts.length ? parts : [element('p', words['all-well'])]));
}

function drawChanges() {
  if (!board.settled) return;
  const groups = Map.groupBy(board.changed, editionOf);
  const parts = [...groups].map(([name, addresses]) => {
    const group = element('details');
    const list = element('ul');
    list.append(...addresses.map((address) => {
      const item = element('li');
      item.append(element('a', decodeURI(address), { href: address, target: '_blank', rel: 'noopener' }));
      return item;
    }));
    group.append(element('summary', `${name}: ${addresses.length}`), list);
    group.open = board.changed.length <= 12;
    return group;
  });
  $('changes').replaceChildren(...(parts.length ? parts : [element('p', words['nothing-changed'])]));
}

/** The edition that an address lies in: the one whose home is the longest beginning of it. */
function editionOf(address) {
  const around = board.editions.filter((edition) => address.startsWith(edition.home));
  around.sort((a, b) => b.home.length - a.home.length);
  return around[0]?.name ?? words.elsewhere;
}

// From a block to its source.

async function openSource(path, line) {
  if (!token) {
    waiting.push(() => openSource(path, line));
    port.postMessage({ kind: 'token' });
    return;
  }
  const answer = await fetch('/_campaign/open', {
    method: 'POST',
    headers: { 'x-campaign-token': token },
    body: JSON.stringify({ path, line }),
  });
  if (answer.status === 403) { token = null; return; }
  const { outcome, detail } = answer.ok ? await answer.json() : { outcome: 'failed' };
  const says = { address: '', started: '', missing: words['editor-missing'], failed: words['editor-failed'] };
  $('source').textContent = `${path}:${line} ${says[outcome]}`;
  if (outcome === 'address') location.href = detail;
}

for (const id of ['filter', 'show']) $(id).addEventListener('input', () => { most = SOME; if (board) drawBoard(); });
$('further').addEventListener('click', () => {
  const next = $('rows').children.length;
  most += SOME;
  drawBoard();
  // The button may be gone: go on where the list was cut.
  $('rows').children[next]?.querySelector('button')?.focus();
});
compare.start({
  board: () => board,
  words: () => words,
  say: (text) => { $('source').textContent = text; },
  openSource,
});
