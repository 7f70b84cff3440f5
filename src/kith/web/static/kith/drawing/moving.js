// Moving by hand: a drag, or a little with the keys. Every place can also be chosen from buttons.

import { choose, itemAt, letGo } from "./choosing.js";
import { settle } from "./gliding.js";
import { drawing, entryOf, find, inDrawing, isTogether, root, say, symbolOf } from "./page.js";
import { bodyOf, send, unfold } from "./sending.js";

const FAR_ENOUGH = 6; // px before a press is a drag
const NUDGE = 12;

let held = null;

function move(key, dx, dy) {
  return send(entryOf(key).dataset.change, () => moved(key, dx, dy));
}

function moved(key, dx, dy) {
  const { width, height: whole } = drawing().viewBox.baseVal;
  const height = symbolOf(key)?.dataset.kind === "sticker" ? drawing().dataset.plane : whole; // without the key
  return bodyOf({ version: entryOf(key)?.dataset.version ?? "", dx, dy, width, height, on: drawing().dataset.on ?? "" });
}

// Whose place follows from the lines is not moved: dropped on somebody else, they are joined.
function mayBeDragged(entry) {
  return Boolean(entry?.dataset.change || entry?.dataset.line);
}

function join(key, event) {
  const under = document.elementsFromPoint(event.clientX, event.clientY).map((one) => one.closest("[data-item]"));
  const other = under.find((symbol) => symbol && symbol.dataset.item !== key);
  const fold = other && entryOf(other.dataset.item)?.dataset.line && unfold("between");
  settle();
  if (!fold) return;
  fold.parentElement.closest("details").open = true;
  find("#line-from").value = key;
  find("#line-between").value = other.dataset.item;
  fold.querySelector("input[type=checkbox]").focus();
  say("Say what there is between the two.");
}

function shift(symbol, dx, dy) {
  symbol.setAttribute("transform", `translate(${dx} ${dy})`);
}

export function nudge(symbol, [dx, dy]) {
  if (!entryOf(symbol.dataset.item)?.dataset.change) return;
  shift(symbol, dx * NUDGE, dy * NUDGE); // seen at once; where it comes to stand is said by what comes back
  move(symbol.dataset.item, dx * NUDGE, dy * NUDGE);
}

root.addEventListener("pointerdown", (event) => {
  const symbol = event.button ? null : itemAt(event);
  if (!symbol) return;
  held = { symbol, key: symbol.dataset.item, from: event, isMoved: false };
});

addEventListener("pointermove", (event) => {
  if (!held || !mayBeDragged(entryOf(held.key))) return;
  const far = Math.hypot(event.clientX - held.from.clientX, event.clientY - held.from.clientY);
  if (!held.isMoved && far < FAR_ENOUGH) return;
  held.isMoved = true;
  const [[x, y], [fromX, fromY]] = [inDrawing(event), inDrawing(held.from)];
  shift(held.symbol, x - fromX, y - fromY);
});

// Between a symbol and its name nothing is painted, so that a browser would pan, or go back a page, with what is held.
root.addEventListener("touchmove", (event) => held && event.cancelable && event.preventDefault(), { passive: false });

addEventListener("pointerup", (event) => {
  const dropped = held;
  held = null;
  if (!dropped?.isMoved) return;
  const [[x, y], [fromX, fromY]] = [inDrawing(event), inDrawing(dropped.from)];
  if (entryOf(dropped.key).dataset.change) move(dropped.key, x - fromX, y - fromY);
  else join(dropped.key, event);
  const swallow = (click) => click.stopPropagation();
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }), 0); // a finger's drag ends without a click
});

addEventListener("pointercancel", () => {
  held = null;
  settle();
});

root.addEventListener("click", (event) => {
  const symbol = itemAt(event);
  if (symbol) choose(symbol.dataset.item);
  else if (isTogether && event.target.closest("#canvas")) letGo();
});
