// Leave now: quicker than the link alone, and without a way back. It reads its words from the button, keeps nothing and
// sends nothing. After the Exit this Page of the GOV.UK Design System, with its faults mended.
"use strict";
(() => {
  const button = document.getElementById("part-exit");
  if (!button) return;
  const words = button.dataset;
  const topic = document.title;
  const patience = 5000; // milliseconds between two presses of Shift

  const append = (parent, tag, className, role) => {
    const element = document.createElement(tag);
    element.className = className;
    if (role) element.setAttribute("role", role);
    return parent.appendChild(element);
  };
  const status = append(document.body, "div", "visually-hidden", "status");
  const lights = append(button, "span", "exit-lights");
  lights.ariaHidden = "true";
  for (let light = 0; light < 3; light++) append(lights, "i", "");

  // First what a person beside the reader may see: the tab, then the page. Then the other page, in the place of this
  // one in the history, so that Back doesn't return here.
  let overlay;
  const leave = () => {
    document.title = words.title;
    count(0);
    document.body.classList.add("leaving");
    overlay ??= append(document.body, "div", "exit-overlay", "alert");
    overlay.textContent = words.loading;
    location.replace(button.href);
  };
  for (const link of document.querySelectorAll("[data-exit]"))
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leave();
    });

  // Three times Shift. A press is one key that went down and came up with no other key or button between, so that
  // capital letters and shortcuts don't count, and left and right may alternate.
  const held = new Set();
  let presses = 0;
  let timer;
  const count = (number, said = "") => {
    clearTimeout(timer);
    presses = number;
    status.textContent = said;
    button.dataset.presses = number;
  };
  const forget = () => {
    held.clear();
    if (presses) count(0);
  };
  const expire = () => {
    count(0, words.expired);
    timer = setTimeout(count, patience, 0);
  };
  const writes = (target) => target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  document.addEventListener("keydown", (event) => {
    const alone = event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!alone || writes(event.target)) forget();
    else held.add(event.code);
  }, true);
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !held.delete(event.code)) return;
    if (presses === 2) return leave();
    count(presses + 1, presses ? words.pressOne : words.pressTwo);
    timer = setTimeout(expire, patience);
  }, true);
  addEventListener("pointerdown", forget, true);

  // Back from elsewhere, by a browser that kept the page as it was.
  addEventListener("pageshow", () => {
    overlay?.remove();
    overlay = undefined;
    document.body.classList.remove("leaving");
    document.title = topic;
    held.clear();
    count(0);
  });

  // The whole visit as one entry of the tab's history: each page takes the place of the one before.
  if ("singleEntry" in document.body.dataset)
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      const plain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
      if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute("download")) return;
      if (link.protocol !== location.protocol || link.host !== location.host) return;
      event.preventDefault();
      location.replace(link.href);
    });
})();
