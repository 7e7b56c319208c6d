// Makes one document like another while what is the same stays: scroll, focus, open details and
// what somebody typed live in elements, and those are kept.
'use strict';

window.campaignMorph = (() => {
  /** What the reader changes, not the author. */
  const OF_READER = { DETAILS: ['open'], DIALOG: ['open'], INPUT: ['value', 'checked'], OPTION: ['selected'] };

  const parser = (() => {
    const identity = { createHTML: (text) => text };
    const policy = window.trustedTypes?.createPolicy('campaign-live', identity) ?? identity;
    return (text) => new DOMParser().parseFromString(policy.createHTML(text), 'text/html');
  })();

  const isOwn = (node) => node.nodeType === Node.ELEMENT_NODE && node.hasAttribute('data-campaign-live');
  const isSheet = (node) => node.nodeName === 'LINK' && node.relList.contains('stylesheet');
  /** What an element is for. One that becomes another bit by bit would be something else meanwhile: a link to a
   * translation, say, a style sheet that is fetched from the campaign's own host. */
  const PURPOSES = { LINK: ['rel'], META: ['name', 'property', 'http-equiv'] };
  const same = (name, a, b) => a.getAttribute(name) === b.getAttribute(name);
  const alike = (a, b) =>
    a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.id || '') === (b.id || '') &&
    (PURPOSES[a.nodeName] ?? []).every((name) => same(name, a, b)) && (!isSheet(a) || same('href', a, b));

  /** A place for a new node: the old one that it continues, or none. */
  function partner(old, fresh) {
    if (fresh.id) {
      for (let node = old; node; node = node.nextSibling) if (alike(node, fresh)) return node;
      return null;
    }
    for (let node = old, steps = 0; node && steps < 8; node = node.nextSibling, steps += 1) {
      if (alike(node, fresh) && node.isEqualNode(fresh)) return node;
    }
    for (let node = old, steps = 0; node && steps < 3; node = node.nextSibling, steps += 1) {
      if (alike(node, fresh)) return node;
    }
    return null;
  }

  function attributes(old, fresh) {
    const kept = OF_READER[old.nodeName] ?? [];
    for (const { name } of [...old.attributes]) {
      if (!fresh.hasAttribute(name) && !kept.includes(name)) old.removeAttribute(name);
    }
    for (const { name, value } of fresh.attributes) {
      if (old.getAttribute(name) !== value && !kept.includes(name)) old.setAttribute(name, value);
    }
  }

  /** A style sheet stays until the one that takes its place is there, so that nothing flickers. */
  function leave(node) {
    if (!isSheet(node)) {
      node.remove();
      return;
    }
    const next = [...document.querySelectorAll('link[rel~=stylesheet]')].filter((link) => !link.sheet);
    if (!next.length) {
      node.remove();
      return;
    }
    for (const event of ['load', 'error']) next[0].addEventListener(event, () => node.remove(), { once: true });
  }

  function children(old, fresh) {
    let at = old.firstChild;
    for (const wanted of [...fresh.childNodes]) {
      if (isOwn(wanted)) continue;
      while (at && isOwn(at)) at = at.nextSibling;
      const found = partner(at, wanted);
      if (!found) {
        old.insertBefore(document.importNode(wanted, true), at);
      } else {
        if (found === at) at = at.nextSibling;
        else old.insertBefore(found, at);
        node(found, wanted);
      }
    }
    while (at) {
      const next = at.nextSibling;
      if (!isOwn(at)) leave(at);
      at = next;
    }
  }

  function node(old, fresh) {
    if (old.isEqualNode(fresh)) return;
    if (old.nodeType !== Node.ELEMENT_NODE) {
      old.nodeValue = fresh.nodeValue;
      return;
    }
    attributes(old, fresh);
    children(old, fresh);
  }

  const scripts = (page) =>
    [...page.querySelectorAll('script:not([data-campaign-live])')].map((script) => script.outerHTML).join();

  /** Makes this document like the page of this text. Other scripts than before have to be run. */
  return (text) => {
    const fresh = parser(text);
    if (scripts(fresh) !== scripts(document)) {
      location.reload();
      return;
    }
    node(document.documentElement, fresh.documentElement);
  };
})();
