/** An element that holds a text, which is never read as HTML, and what else goes into it. */
export function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

export const $ = (id) => document.getElementById(id);
