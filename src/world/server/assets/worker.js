// One connection for all pages of the preview: a shared worker, because a page's own policy lets it
// talk to nobody, and because a browser opens only six connections to one server.
'use strict';

/** What each page, by its port, shows: { path, html, faults }, or { board: true, rows } for the workbench. */
const pages = new Map();
const OWN = /<script src="\/_campaign\/live\.js" data-campaign-live="(\d+)"><\/script>/;
let pulse = null;
let isConnected = false;

const get = async (path) => fetch(path, { cache: 'no-store', redirect: 'follow' });
const json = async (path) => (await get(path)).json();
let words = null;

async function update(port) {
  const page = pages.get(port);
  if (!page || !pulse) return;
  if (page.board) {
    // The pages come along when they are others than this workbench has.
    const board = await json('/_campaign/board?rows=' + (page.rows ?? ''));
    page.rows = board.rows;
    port.postMessage({ kind: 'board', board, words });
    return;
  }
  const wanted = pulse.revision;
  if (page.revision !== wanted || page.html === null) {
    const html = await (await get(page.path)).text();
    // What came may be newer than what was asked for: it says itself what it is.
    const came = Number(html.match(OWN)?.[1] ?? wanted);
    const plain = html.replace(OWN, '');
    if (page.html !== plain && page.revision !== came) port.postMessage({ kind: 'page', html });
    page.html = plain;
    page.revision = came;
  }
  const faults = await json('/_campaign/faults?path=' + encodeURIComponent(page.path));
  const text = JSON.stringify([faults.kept, faults.cards]);
  if (page.faults !== text) {
    page.faults = text;
    port.postMessage({ kind: 'faults', faults, words });
  }
}

/** One update at a time for each page, and one more if there was news meanwhile. */
async function refresh(port) {
  const page = pages.get(port);
  if (!page) return;
  page.isDue = true;
  if (page.isRunning) return;
  page.isRunning = true;
  while (page.isDue) {
    page.isDue = false;
    // What could not be fetched is not forgotten, though nothing new may come.
    await update(port).catch(() => setTimeout(refresh, 1000, port));
  }
  page.isRunning = false;
}

function tell(message) {
  for (const port of pages.keys()) port.postMessage(message);
}

async function connect() {
  let token;
  try {
    token = (await json('/_campaign/session')).token;
    words = await json('/_campaign/words');
  } catch {
    tell({ kind: 'offline', words });
    setTimeout(connect, 1000);
    return;
  }
  const source = new EventSource('/_campaign/live?token=' + token);
  source.addEventListener('open', () => {
    isConnected = true;
    tell({ kind: 'online' });
  });
  source.addEventListener('pulse', (event) => {
    const next = JSON.parse(event.data);
    // Another process counts anew.
    if (pulse && next.revision < pulse.revision) for (const page of pages.values()) page.revision = 0;
    pulse = next;
    for (const port of pages.keys()) refresh(port);
  });
  source.addEventListener('error', () => {
    if (isConnected) tell({ kind: 'offline', words });
    isConnected = false;
    source.close();
    setTimeout(connect, 1000);
  });
}

function meet(port) {
  port.onmessage = ({ data }) => {
    if (data.kind === 'bye') pages.delete(port);
    if (data.kind === 'page') pages.set(port, { path: data.path, revision: data.revision, html: null, faults: null });
    if (data.kind === 'board') pages.set(port, { board: true });
    if (data.kind === 'token') json('/_campaign/session').then(({ token }) => port.postMessage({ kind: 'token', token }));
    refresh(port);
  };
}

if (typeof SharedWorkerGlobalScope !== 'undefined') self.onconnect = (event) => meet(event.ports[0]);
else meet(self);
connect();
