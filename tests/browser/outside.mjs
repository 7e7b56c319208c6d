// Content that a reader would have to scroll to both sides for (WCAG 1.4.10).

/** In a page: what sticks out of it to either side, tables that scroll by themselves aside. */
export const outside = () => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const inner = [...document.querySelectorAll("body *")].filter((element) => {
    const box = element.getBoundingClientRect();
    return (box.right > width + 1 || box.left < -1) && box.width > 1 && !element.closest(".table-scroll, .visually-hidden, .skip");
  });
  return [`wider than the screen: ${inner.map((element) => `${element.localName}.${element.className}`).slice(0, 5)}`];
};
