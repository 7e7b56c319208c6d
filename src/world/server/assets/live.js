// Keeps a page of the preview fresh, and shows over it what is wrong with its source.
'use strict';

(() => {
  const script = document.currentScript;
  const revision = Number(script?.dataset.campaignLive ?? 0);
  const isFramed = window.parent !== window;
  // At once: this runs before the page's own policy is read, which lets no page connect to anybody.
  const port = typeof SharedWorker === 'undefined'
    ? new Worker('/_campaign/worker.js')
    : new SharedWorker('/_campaign/worker.js', 'campaign').port;
  const morph = document.createElement('script');
  morph.src = '/_campaign/morph.js';
  morph.dataset.campaignLive = '';
  document.head.append(morph);

  const STYLE = `
    :host { all: initial; }
    aside { position: fixed; inset: auto 0 0 0; max-height: 50vh; overflow: auto; z-index: 2147483647;
      font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; border-top: .375rem solid #b3261e;
      box-shadow: 0 -.25rem 1rem rgb(0 0 0 / .3); padding: 1rem 1.25rem; }
    aside[hidden] { display: none; }
    header { display: flex; gap: 1rem; align-items: start; justify-content: space-between; }
    p { margin: 0 0 .5rem; } ol { margin: 0; padding: 0; list-style: none; }
    li { border-top: 1px solid #d0d0d0; padding: .75rem 0; } strong { font-weight: 600; }
    code, pre { font: .9rem/1.4 ui-monospace, monospace; } pre { margin: .25rem 0; padding: .5rem; overflow: auto; background: #f2f2f2; }
    mark { background: #ffd9d5; color: inherit; text-decoration: underline wavy #b3261e; }
    button { font: inherit; padding: .25rem .75rem; min-height: 2.75rem; }
    a { color: #0b57d0; }`;

  let host, panel, list, note;
  function build(words) {
    host = document.createElement('campaign-overlay');
    host.dataset.campaignLive = '';
    const shadow = host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    shadow.adoptedStyleSheets = [sheet];
    panel = element('aside', '');
    panel.setAttribute('role', 'region');
    panel.setAttribute('aria-label', 'campaign serve');
    panel.tabIndex = 0;
    const head = element('header', '');
    note = element('p', '');
    note.setAttribute('role', 'status');
    const close = element('button', words.close);
    close.type = 'button';
    close.addEventListener('click', () => { panel.hidden = true; });
    head.append(note, close);
    list = element('ol', '');
    panel.append(head, list);
    shadow.append(panel);
    document.documentElement.append(host);
  }

  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text ?? '';
    return made;
  }

  /** Only ever text: what stands in somebody's file must not become part of the page. */
  function card(fault, words) {
    const item = element('li', '');
    const place = fault.path ? `${fault.path}${fault.line ? `:${fault.line}:${fault.column}` : ''}` : '';
    item.append(element('strong', fault.message), element('div', ''));
    item.lastChild.append(element('code', place));
    if (fault.excerpt) {
      const [before, marked, after] = fault.excerpt;
      const line = element('pre', before);
      line.append(element('mark', marked), after);
      item.append(line);
    }
    item.append(element('p', fault.fix));
    return item;
  }

  function show({ faults, words }) {
    const errors = faults.cards.filter((fault) => fault.severity === 'error');
    if (isFramed || !errors.length) {
      if (host) { host.remove(); host = null; }
      return;
    }
    if (!host) build(words);
    panel.hidden = false;
    note.textContent = faults.kept ? words.kept : '';
    list.replaceChildren(...errors.slice(0, 20).map((fault) => card(fault, words)));
  }

  const handle = ({ data }) => {
    if (data.kind === 'page') window.campaignMorph?.(data.html);
    if (data.kind === 'faults') show(data);
  };

  morph.addEventListener('load', () => {
    port.onmessage = handle;
    const meet = () => port.postMessage({ kind: 'page', path: location.pathname, revision });
    meet();
    // A page that comes back from the back-forward cache says hello again.
    window.addEventListener('pageshow', (event) => { if (event.persisted) meet(); });
    window.addEventListener('pagehide', () => port.postMessage({ kind: 'bye' }));
  });
})();
