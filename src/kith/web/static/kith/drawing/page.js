// The page of one picture: what stands on it, and the two places in which it says something.

export const root = document.querySelector("[data-picture]");
export const isTogether = root.matches("body");

export const find = (selector) => root.querySelector(selector);
export const all = (selector) => [...root.querySelectorAll(selector)];
export const drawing = () => find("#canvas svg");
export const symbols = () => all("#canvas [data-item]");
export const symbolOf = (key) => find(`#canvas [data-item="${CSS.escape(key)}"]`);
export const entryOf = (key) => find(`[data-twin="${CSS.escape(key)}"]`);
export const openEntry = () => find("[data-twin][open]");

export function say(words) {
  const said = document.getElementById("said");
  if (said) said.textContent = words;
}

export function state(words) {
  const shown = find("[data-state]");
  if (shown) shown.textContent = words;
}

// What went wrong is seen and heard, and stays until something is done.
export function warn(words) {
  const told = find("[data-told]");
  state(words);
  if (!told) return say(words);
  told.textContent = words;
  told.hidden = false;
}

export function middleOf(symbol) {
  const { x, y, width, height } = symbol.getBoundingClientRect();
  return { clientX: x + width / 2, clientY: y + height / 2 };
}

export function inDrawing({ clientX, clientY }) {
  const point = new DOMPoint(clientX, clientY).matrixTransform(drawing().getScreenCTM().inverse());
  return [Math.round(point.x), Math.round(point.y)];
}
