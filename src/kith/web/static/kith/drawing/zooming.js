// How large the picture stands: all of it where it can be read, else as large as it takes, with the child in view.
// What a hand chose stays chosen, and whoever stood in the middle of the view stays there when something comes or goes.

import { atFirst, bringIntoView, centreOn, fitting, next, scaleOf, scaleTo, wayOf } from "../zooming.js";
import { all, drawing, find, isTogether, middleOf, openEntry, root, say, symbolOf, symbols } from "./page.js";

const WHOLE = "fit";

let chosen = null; // by hand: a scale, or the whole of it

// What is round the picture has the colour of its ground.
export function frame(before = null) {
  const canvas = find("#canvas");
  if (!drawing()?.getScreenCTM()) return; // there is none, or the list stands in its place
  const ground = canvas.querySelector('[data-layer="ground"] > rect')?.getAttribute("fill");
  if (isTogether && ground) canvas.style.background = ground;
  const opens = atFirst(canvas, drawing());
  scaleTo(chosen === WHOLE ? fitting(canvas, drawing()) : chosen ?? opens, canvas, drawing());
  offer(canvas);
  if (before?.size) stay(canvas, before);
  else open(canvas);
}

// At a desk always; together only while they do something, so that few things stand there.
function offer(canvas) {
  const isWhole = chosen === null && atFirst(canvas, drawing()) <= fitting(canvas, drawing());
  for (const tool of all("[data-zoom]")) tool.hidden = isTogether && isWhole;
}

function open(canvas) {
  const symbol = chosenOne() ?? find('#canvas [data-layer="centre"] > *');
  canvas.scrollTo((canvas.scrollWidth - canvas.clientWidth) / 2, 0);
  if (symbol) centreOn(canvas, symbol.getBoundingClientRect());
}

function stay(canvas, before) {
  const { left, top } = canvas.getBoundingClientRect();
  const far = ({ x, y, width, height }) =>
    Math.hypot(x + width / 2 - left - canvas.clientWidth / 2, y + height / 2 - top - canvas.clientHeight / 2);
  const stayed = symbols().filter((symbol) => before.has(symbol.dataset.item));
  const [nearest] = stayed.sort((a, b) => far(before.get(a.dataset.item)) - far(before.get(b.dataset.item)));
  if (!nearest) return;
  const [was, now] = [before.get(nearest.dataset.item), middleOf(nearest)];
  canvas.scrollBy(now.clientX - was.x - was.width / 2, now.clientY - was.y - was.height / 2);
  if (chosenOne()) bringIntoView(canvas, chosenOne().getBoundingClientRect()); // who was added a moment ago is seen
}

function chosenOne() {
  return openEntry() && symbolOf(openEntry().dataset.twin);
}

function zoom(way) {
  const canvas = find("#canvas");
  scaleTo(next(way, canvas, drawing()), canvas, drawing());
  chosen = way === WHOLE ? WHOLE : scaleOf(drawing());
  offer(canvas);
  say(`${Math.round(scaleOf(drawing()) * 100)} per cent`);
}

root.addEventListener("click", (event) => {
  const tool = event.target.closest("[data-zoom]");
  if (tool && drawing()) zoom(tool.dataset.zoom);
});

root.addEventListener("keydown", (event) => {
  const way = event.target.closest("#canvas") && wayOf(event);
  if (!way || !drawing()) return;
  event.preventDefault();
  zoom(way);
});

// A screen that was turned; one whose bars come and go keeps its view.
let across = innerWidth;
addEventListener("resize", () => {
  if (innerWidth === across) return;
  across = innerWidth;
  frame();
});
