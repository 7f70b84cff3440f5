// A line is seen at once: straight and dashed while it is on its way, until what comes back says how it runs.

import { drawing, find, symbolOf } from "./page.js";

const DRAWS = /\/line$/;
const CASING = 6; // px, so that it is seen on every ground
const WIDTH = 2;

const waiting = new Set();

// What to do once the line was saved or refused; nothing where an act draws no line.
export function sketch(form, body) {
  if (!DRAWS.test(form.action)) return () => {};
  const own = form.closest("[data-twin]")?.dataset.twin;
  const one = { ends: [body.get("from") ?? "", body.get("between") || own], drawn: null };
  waiting.add(one);
  draw(one);
  return () => {
    waiting.delete(one);
    one.drawn?.remove();
  };
}

// What had not been answered yet when something else was.
export function sketchAgain() {
  for (const one of waiting) draw(one);
}

function draw(one) {
  const [a, b] = one.ends.map(middleOf);
  const centre = find('#canvas [data-layer="centre"]');
  if (!a || !b || !centre) return;
  one.drawn = shape("g", { "data-sketch": "", "stroke-linecap": "round" });
  const way = { x1: a.x, y1: a.y, x2: b.x, y2: b.y };
  one.drawn.append(shape("line", { ...way, "stroke-width": CASING }), shape("line", { ...way, "stroke-width": WIDTH }));
  centre.before(one.drawn); // beneath everybody
}

function middleOf(key) {
  const part = key ? symbolOf(key)?.querySelector(":scope > :not([data-plate])") : find('#canvas [data-layer="centre"] > *');
  if (!part || !drawing()) return null;
  const { x, y, width, height } = part.getBBox();
  return { x: x + width / 2, y: y + height / 2 };
}

function shape(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}
