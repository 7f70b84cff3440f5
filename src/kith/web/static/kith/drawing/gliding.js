// Symbols glide to where they now stand, so that the eye can follow; not where somebody asked for less motion.

import { drawing, symbols } from "./page.js";

const GLIDE = 200; // ms
const isStill = matchMedia("(prefers-reduced-motion: reduce)");

export function places() {
  return new Map(symbols().map((symbol) => [symbol.dataset.item, symbol.getBoundingClientRect()]));
}

export function glide(before) {
  if (isStill.matches || !drawing()) return;
  const now = places();
  const scale = drawing().viewBox.baseVal.width / drawing().getBoundingClientRect().width;
  for (const symbol of symbols()) {
    const [from, to] = [before.get(symbol.dataset.item), now.get(symbol.dataset.item)];
    if (!from || Math.hypot(from.x - to.x, from.y - to.y) < 1) continue;
    const start = `translate(${(from.x - to.x) * scale}px, ${(from.y - to.y) * scale}px)`;
    symbol.animate([{ transform: start }, { transform: "none" }], { duration: GLIDE, easing: "ease-out" });
  }
}

export function settle() {
  for (const symbol of symbols()) symbol.removeAttribute("transform");
}
