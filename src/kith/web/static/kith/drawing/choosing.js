// Choosing somebody: in the picture and in the list at once. Together, what can be done with them stands below.

import { all, entryOf, find, isTogether, middleOf, openEntry, root, say, symbolOf, symbols } from "./page.js";

const PLATE = 6; // px round a symbol and its name
const REACH = 12; // px round a symbol and its name that still mean it

export function choose(key) {
  const entry = entryOf(key);
  if (!entry) return;
  entry.open = true;
  mark(); // at once: whoever chose with a key goes on in what is shown with it
  if (!isTogether) entry.scrollIntoView({ block: "nearest" });
  say(`${nameOf(entry)}. What you can do is in the ${isTogether ? "bar below" : "list"}.`);
}

export function nameOf(entry) {
  return entry.querySelector("summary bdi").textContent;
}

export function letGo() {
  const open = openEntry();
  for (const entry of all("[data-twin][open]")) entry.open = false;
  if (open) symbolOf(open.dataset.twin)?.focus({ preventScroll: true });
}

// The item that a finger means: also between a symbol and its name, where nothing is drawn.
export function itemAt(event) {
  const direct = event.target.closest?.("[data-item]");
  if (direct) return direct;
  if (!event.target.closest?.("#canvas")) return null;
  const near = symbols().filter((symbol) => isNear(symbol.getBoundingClientRect(), event));
  return near.sort((a, b) => away(a, event) - away(b, event))[0] ?? null;
}

function isNear({ left, right, top, bottom }, { clientX, clientY }) {
  return clientX >= left - REACH && clientX <= right + REACH && clientY >= top - REACH && clientY <= bottom + REACH;
}

function away(symbol, { clientX, clientY }) {
  const at = middleOf(symbol);
  return Math.hypot(at.clientX - clientX, at.clientY - clientY);
}

function mark() {
  for (const symbol of symbols()) {
    const isOpen = Boolean(entryOf(symbol.dataset.item)?.open);
    symbol.setAttribute("aria-pressed", String(isOpen));
    if (!isOpen) symbol.querySelector("[data-plate]")?.remove();
    else if (!symbol.querySelector("[data-plate]")) symbol.prepend(plateOf(symbol));
  }
  const open = openEntry();
  root.classList.toggle("has-chosen", Boolean(open));
  const symbol = open && symbolOf(open.dataset.twin);
  root.classList.toggle("is-left", Boolean(symbol) && middleOf(symbol).clientX > innerWidth / 2);
}

function plateOf(symbol) {
  const { x, y, width, height } = symbol.getBBox();
  const plate = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  const box = { x: x - PLATE, y: y - PLATE, width: width + 2 * PLATE, height: height + 2 * PLATE, rx: 14 };
  for (const [name, value] of Object.entries(box)) plate.setAttribute(name, value);
  plate.dataset.plate = "";
  return plate;
}

export function watch() {
  const drawn = symbols().find((symbol) => symbol.getAttribute("aria-pressed") === "true");
  drawn?.firstElementChild.remove(); // the plate of the server is round the symbol alone
  for (const entry of all("[data-twin]")) entry.addEventListener("toggle", mark);
  mark();
}

export function turnList() {
  const tool = find("[data-list]");
  const isOpen = root.classList.toggle("is-list");
  tool.setAttribute("aria-pressed", String(isOpen));
  const words = tool.textContent;
  tool.textContent = tool.dataset.list;
  tool.dataset.list = words;
  if (isOpen) find("#said-as-list").focus();
}
