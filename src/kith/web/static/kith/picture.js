// Joins a picture to its list twin: what is chosen in one is chosen in the other; buttons and keys zoom.
// The page works without this file: names in the list open by themselves and the picture scrolls.

import { atFirst, bringIntoView, next, scaleOf, scaleTo, wayOf } from "./zooming.js";

const PLATE_MARGIN = 8;

const canvas = document.getElementById("canvas");
const drawing = canvas?.querySelector("svg");
const said = document.getElementById("said");
const symbols = new Map([...(drawing?.querySelectorAll("[data-person]") ?? [])].map((each) => [each.dataset.person, each]));
const entries = new Map([...document.querySelectorAll("[data-twin]")].map((each) => [each.dataset.twin, each]));

function say(words) {
  said.textContent = words;
}

// ---- Choosing -----------------------------------------------------------------------------------

const plate = document.createElementNS("http://www.w3.org/2000/svg", "rect");
plate.setAttribute("class", "kith-plate");
plate.setAttribute("rx", "8");

function around(boxes) {
  const left = Math.min(...boxes.map((box) => box.x)) - PLATE_MARGIN;
  const top = Math.min(...boxes.map((box) => box.y)) - PLATE_MARGIN;
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + PLATE_MARGIN;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + PLATE_MARGIN;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function layPlateBehind(marked) {
  const box = around(marked.map((part) => part.getBBox()));
  for (const [name, value] of Object.entries(box)) plate.setAttribute(name, value);
  drawing.insertBefore(plate, drawing.querySelector('[data-layer="labels"]'));
}

function partsOf(ref) {
  const label = drawing?.querySelector(`[data-label="${CSS.escape(ref)}"]`);
  return [symbols.get(ref), label].filter(Boolean);
}

function showChosen(ref) {
  const parts = partsOf(ref);
  if (!parts.length) return;
  for (const part of parts) part.classList.add("is-chosen");
  layPlateBehind(parts);
  bringIntoView(canvas, parts[0].getBoundingClientRect());
}

function showUnchosen(ref) {
  for (const part of partsOf(ref)) part.classList.remove("is-chosen");
  if (![...entries.values()].some((entry) => entry.open)) plate.remove();
}

function closeOthers(chosen) {
  for (const entry of entries.values()) if (entry !== chosen) entry.open = false;
}

function choose(ref) {
  const entry = entries.get(ref);
  if (!entry) return;
  document.querySelector('a[href="#people"].govuk-tabs__tab')?.click();
  entry.open = true;
  entry.scrollIntoView({ block: "nearest" });
  say(`${entry.querySelector("bdi").textContent} chosen. What you can do is in the list.`);
}

for (const [ref, entry] of entries) {
  entry.addEventListener("toggle", () => {
    if (!entry.open) return showUnchosen(ref);
    closeOthers(entry);
    showChosen(ref);
  });
}

drawing?.addEventListener("click", (event) => {
  const symbol = event.target.closest("[data-person]");
  if (symbol) choose(symbol.dataset.person);
});

// Where symbols can hold the focus, one of them is the picture's tab stop and arrows walk to the nearest neighbour.

const directions = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

function middleOf(symbol) {
  const box = symbol.getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}

function nearest(from, [dx, dy]) {
  const [x, y] = middleOf(from);
  const reachable = [...symbols.values()].map((symbol) => {
    const [otherX, otherY] = middleOf(symbol);
    const ahead = (otherX - x) * dx + (otherY - y) * dy;
    const aside = Math.abs((otherX - x) * dy) + Math.abs((otherY - y) * dx);
    return { symbol, ahead, far: ahead + 2 * aside };
  });
  return reachable.filter(({ ahead }) => ahead > 1).sort((a, b) => a.far - b.far)[0]?.symbol;
}

function walk(symbol, direction) {
  const next = nearest(symbol, direction);
  if (!next) return;
  symbol.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

drawing?.addEventListener("keydown", (event) => {
  const symbol = event.target.closest("[data-person]");
  if (!symbol) return;
  if (event.key === "Enter" || event.key === " ") choose(symbol.dataset.person);
  else if (directions[event.key]) walk(symbol, directions[event.key]);
  else return;
  event.preventDefault();
});

// ---- Zoom ---------------------------------------------------------------------------------------

function openAtCentre() {
  scaleTo(Math.min(1, atFirst(canvas, drawing)), canvas, drawing);
  const centre = symbols.get(document.querySelector("[data-centre]")?.dataset.twin);
  if (centre) bringIntoView(canvas, centre.getBoundingClientRect());
}

function zoom(way) {
  const wanted = next(way, canvas, drawing);
  scaleTo(way === "fit" ? Math.min(1, wanted) : wanted, canvas, drawing);
  say(`${Math.round(scaleOf(drawing) * 100)} per cent`);
}

for (const button of document.querySelectorAll("[data-zoom]")) {
  button.hidden = !drawing;
  button.addEventListener("click", () => zoom(button.dataset.zoom));
}

canvas?.addEventListener("keydown", (event) => {
  const way = wayOf(event);
  if (!drawing || !way) return;
  event.preventDefault();
  zoom(way);
});

if (drawing) openAtCentre();
