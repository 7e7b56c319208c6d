// The workbench: the board, pages side by side, what is wrong, what changed. Every text that comes
// from the campaign is set as text, never as HTML.
'use strict';

(() => {
  const $ = (id) => document.getElementById(id);
  const port = typeof SharedWorker === 'undefined'
    ? new Worker('/_campaign/worker.js')
    : new SharedWorker('/_campaign/worker.js', 'campaign').port;
  let board = null, words = {}, open = null, token = null, drawn = '';
  const waiting = [];

  function element(name, text, attributes = {}) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  port.onmessage = ({ data }) => {
    if (data.words) words = data.words;
    if (data.kind === 'board') { board = data.board; draw(); }
    if (data.kind === 'token') { token = data.token; waiting.splice(0).forEach((go) => go()); }
    if (data.kind === 'offline') { token = null; $('state').textContent = words.offline ?? ''; }
  };
  port.postMessage({ kind: 'board' });
  window.addEventListener('pagehide', () => port.postMessage({ kind: 'bye' }));

  function draw() {
    const next = JSON.stringify({ ...board, revision: 0, changed: [], settled: 0, diagnostics: [] });
    drawState();
    drawDiagnostics();
    drawChanges();
    if (next !== drawn) {
      drawn = next;
      drawBoard();
    }
    refreshFrames();
  }

  function drawState() {
    const count = (severity) => board.diagnostics.filter((fault) => fault.severity === severity).length;
    const parts = [`${words.errors}: ${count('error')}`, `${words.warnings}: ${count('warning')}`];
    if (!board.settled) parts.push(words.working);
    if (!board.usable) parts.push(words.kept);
    if (board.watching !== 'told') parts.push(words[board.watching]);
    $('state').textContent = parts.join(' · ');
  }

  const faulty = (cell) => cell.errors + cell.warnings > 0;

  function drawBoard() {
    const focused = document.activeElement?.dataset?.cell;
    $('columns').replaceChildren($('columns').firstElementChild,
      ...board.editions.map((edition) => element('th', edition.name, { scope: 'col' })));
    const text = $('filter').value.trim().toLocaleLowerCase();
    const show = $('show').value;
    const wanted = board.pages.filter((page) =>
      (!text || `${page.key} ${page.title}`.toLocaleLowerCase().includes(text)) &&
      (show === 'all' || page.cells.some((cell) =>
        show === 'faults' ? faulty(cell) : ['missing', 'original'].includes(cell.status))));
    $('rows').replaceChildren(...wanted.map(row));
    if (focused) document.querySelector(`[data-cell="${CSS.escape(focused)}"]`)?.focus();
  }

  function row(page) {
    const line = element('tr');
    const head = element('th', page.title || page.key || '/', { scope: 'row' });
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
      button.addEventListener('click', () => show(page.key, [name]));
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

  function drawDiagnostics() {
    const groups = new Map();
    for (const fault of board.diagnostics) {
      const name = fault.path ?? words.elsewhere;
      groups.set(name, [...(groups.get(name) ?? []), fault]);
    }
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
    const groups = new Map();
    for (const address of board.changed) {
      const name = editionOf(address);
      groups.set(name, [...(groups.get(name) ?? []), address]);
    }
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

  // Side by side.

  function show(key, editions) {
    open = { key, editions };
    $('compare').hidden = false;
    drawChoices();
    drawFrames();
    $('compare-title').focus();
    $('compare').scrollIntoView({ block: 'start' });
  }

  const pageOf = (key) => board.pages.find((page) => page.key === key);

  const cellsOf = (page) => (page?.cells ?? [])
    .map((cell, index) => ({ ...cell, edition: board.editions[index] }))
    .filter((cell) => cell.url);

  function drawChoices() {
    const page = pageOf(open.key);
    $('compare-title').textContent = page?.title || open.key || '/';
    $('choices').replaceChildren(...cellsOf(page).map((cell) => {
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
    $('frames').replaceChildren(...cellsOf(pageOf(open.key))
      .filter((cell) => open.editions.includes(cell.edition.name))
      .map(frame));
  }

  function frame(cell) {
    const figure = element('figure');
    const inside = element('iframe', undefined, { src: cell.url, title: `${cell.edition.name}: ${cell.url}` });
    // The same origin, so that the workbench can scroll it, but no scripts.
    if ($('no-script').checked) inside.setAttribute('sandbox', 'allow-same-origin');
    inside.dataset.url = cell.url;
    inside.addEventListener('load', () => prepare(inside));
    const caption = element('figcaption');
    caption.append(element('a', cell.edition.name, { href: cell.url, target: '_blank', rel: 'noopener' }));
    figure.append(caption, inside);
    return figure;
  }

  const heads = (inside) => [...inside.contentDocument.querySelectorAll('main h1, main h2, main h3, main h4')];
  let leader = null, release = 0;

  function prepare(inside) {
    const page = inside.contentDocument;
    if (!page) return;
    if ($('width').value === 'print') asPaper(page);
    inside.contentWindow.addEventListener('scroll', () => follow(inside), { passive: true });
    page.addEventListener('click', (event) => locate(inside, event), true);
    inside.dataset.revision = board.revision;
    loadMap(inside);
  }

  function asPaper(page) {
    for (const sheet of page.styleSheets) {
      for (const rule of sheet.cssRules) {
        if (!(rule instanceof page.defaultView.CSSMediaRule)) continue;
        if (rule.media.mediaText.includes('print')) rule.media.mediaText = 'all';
        else if (rule.media.mediaText.includes('screen')) rule.media.mediaText = 'not all';
      }
    }
  }

  /** The others go to the same part of the text: between the same two headings, as far along. */
  function follow(inside) {
    if (leader && leader !== inside) return;
    leader = inside;
    clearTimeout(release);
    release = setTimeout(() => { leader = null; }, 150);
    const others = [...$('frames').querySelectorAll('iframe')].filter((other) => other !== inside && other.contentDocument);
    if (!others.length) return;
    const own = marks(inside), at = inside.contentWindow.scrollY;
    for (const other of others) {
      const theirs = marks(other);
      const [from, to] = own.length === theirs.length ? [own, theirs] : [[own[0], own.at(-1)], [theirs[0], theirs.at(-1)]];
      let index = from.findLastIndex((mark) => mark <= at);
      index = Math.min(Math.max(index, 0), from.length - 2);
      const share = (at - from[index]) / Math.max(from[index + 1] - from[index], 1);
      other.contentWindow.scrollTo({ top: to[index] + share * (to[index + 1] - to[index]), behavior: 'instant' });
    }
  }

  function marks(inside) {
    const offset = inside.contentWindow.scrollY;
    const end = inside.contentDocument.documentElement.scrollHeight - inside.contentWindow.innerHeight;
    const tops = heads(inside).map((head) => head.getBoundingClientRect().top + offset).filter((top) => top < end);
    return [0, ...tops, Math.max(end, 1)];
  }

  // From a block to its source.

  async function loadMap(inside) {
    const answer = await fetch('/_campaign/map?path=' + encodeURIComponent(inside.dataset.url));
    inside.sourceMap = await answer.json();
  }

  const plain = (text) => text.replace(/\s+/g, ' ').trim();

  function locate(inside, event) {
    const map = inside.sourceMap;
    const block = event.target.closest('h1, h2, h3, h4, h5, h6, p, li, tr, pre, dt, dd');
    if (!map || !block || event.target.closest('a, button, summary, input, select')) return;
    const tag = block.localName.replace(/^h[1-6]$/, 'h');
    const text = plain(block.textContent);
    const fits = map.blocks.filter((known) => known.tag === tag && known.text && text.startsWith(plain(known.text).slice(0, 60)));
    const near = fits[0] ?? map.blocks.find((known) => known.text.length > 20 && text.includes(plain(known.text).slice(0, 60)));
    if (!near) return;
    $('source').textContent = `${map.path}:${near.line}`;
    openSource(map.path, near.line);
  }

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

  /** Frames keep themselves fresh; without scripts they cannot. */
  function refreshFrames() {
    for (const inside of $('frames').querySelectorAll('iframe')) {
      if (inside.dataset.revision === String(board.revision)) continue;
      inside.dataset.revision = board.revision;
      if (inside.hasAttribute('sandbox')) inside.contentWindow.location.reload();
      else loadMap(inside);
    }
  }

  for (const id of ['filter', 'show']) $(id).addEventListener('input', () => board && drawBoard());
  for (const id of ['width', 'no-script']) $(id).addEventListener('change', () => open && drawFrames());
  $('close').addEventListener('click', () => {
    const back = open && document.querySelector(`[data-cell="${CSS.escape(`${open.key} ${open.editions[0] ?? ''}`)}"]`);
    open = null;
    $('frames').replaceChildren();
    $('compare').hidden = true;
    (back ?? $('filter')).focus();
  });
})();
