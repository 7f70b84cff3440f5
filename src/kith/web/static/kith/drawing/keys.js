// The keyboard in the picture: one tab stop, arrows from one to the next, letters for acts.
// Letters work only while the picture has the focus, and can be switched off.

import { choose, letGo } from "./choosing.js";
import { nudge } from "./moving.js";
import { all, entryOf, find, middleOf, root, say, symbols } from "./page.js";
import { unfold } from "./sending.js";

const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const LETTERS_OFF = "kith-letters-off";
const LETTERS = { n: add, l: line, z: undo };

function nearest(from, [dx, dy]) {
  const { clientX: x, clientY: y } = middleOf(from);
  const reachable = symbols().map((symbol) => {
    const other = middleOf(symbol);
    const ahead = (other.clientX - x) * dx + (other.clientY - y) * dy;
    const aside = Math.abs((other.clientX - x) * dy) + Math.abs((other.clientY - y) * dx);
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

function add() {
  unfold("add");
  find("#new-name")?.focus();
}

function line(symbol) {
  const entry = entryOf(symbol.dataset.item);
  const fold = entry?.querySelector("[data-lines]");
  if (!fold) return;
  choose(symbol.dataset.item);
  fold.open = true;
  fold.querySelector("button")?.focus();
}

function undo() {
  const form = find('form[action$="/undo"]');
  if (form) form.requestSubmit();
  else say("There is nothing to undo.");
}

function open(symbol) {
  choose(symbol.dataset.item);
  entryOf(symbol.dataset.item)?.querySelector(".kith-card button, .kith-card summary")?.focus();
}

function showKeys() {
  find("#keys")?.showModal();
}

export function lettersWork() {
  return localStorage.getItem(LETTERS_OFF) === null;
}

function press(event, symbol) {
  const letter = LETTERS[event.key.toLowerCase()];
  const direction = ARROWS[event.key];
  if (event.key === "Enter" || event.key === " ") open(symbol);
  else if (direction && event.shiftKey) nudge(symbol, direction);
  else if (direction) walk(symbol, direction);
  else if (event.key === "?") showKeys();
  else if (letter && lettersWork()) letter(symbol);
  else return false;
  return true;
}

root.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && !find("dialog[open]")) return close();
  const symbol = event.target.closest("[data-item]");
  if (symbol && press(event, symbol)) event.preventDefault();
});

function close() {
  const fold = all("details[name=foot][open]")[0];
  if (!fold) return letGo();
  fold.open = false;
  fold.querySelector("summary").focus();
}

export function prepareKeys() {
  for (const tool of all("[data-keys]")) {
    tool.hidden = false;
    tool.addEventListener("click", showKeys);
  }
  find("[data-close]")?.addEventListener("click", () => find("#keys").close());
  const tick = find("[data-letters]");
  if (!tick) return;
  tick.checked = lettersWork();
  tick.addEventListener("change", () => {
    if (tick.checked) localStorage.removeItem(LETTERS_OFF);
    else localStorage.setItem(LETTERS_OFF, "yes");
  });
}
