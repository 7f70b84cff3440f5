// Draws on a picture without leaving the page: a press, a drag or a key does what the forms beside it do.
// The page works without this file: every act is a form, and the list says all that the picture says.

const FAR_ENOUGH = 6; // px before a press is a drag
const NUDGE = 12;
const GLIDE = 200;
const CHANGED = 409; // what an act answers where somebody else was first
const REACH = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

const root = document.querySelector("[data-picture]");
const isStill = matchMedia("(prefers-reduced-motion: reduce)");
let line = "";
let sending = Promise.resolve();

const find = (selector) => root.querySelector(selector);
const all = (selector) => [...root.querySelectorAll(selector)];
const drawing = () => find("#canvas svg");
const symbols = () => all("#canvas [data-item]");
const symbolOf = (key) => find(`#canvas [data-item="${CSS.escape(key)}"]`);
const entryOf = (key) => find(`[data-twin="${CSS.escape(key)}"]`);

function say(words) {
  document.getElementById("said").textContent = words;
}

function state(words) {
  const shown = find("[data-state]");
  if (shown) shown.textContent = words;
}

// ---- One act at a time, in the order in which they were done ------------------------------------------------

function send(address, body) {
  sending = sending.then(() => sendNow(address, body));
  return sending;
}

async function sendNow(address, body) {
  state("Saving");
  try {
    const answer = await fetch(address, { method: "POST", body, credentials: "same-origin" });
    if (answer.status === CHANGED) return await lookAgain();
    if (!answer.ok) throw new Error(String(answer.status));
    show(new DOMParser().parseFromString(await answer.text(), "text/html"), answer.url);
  } catch {
    state("Not saved. It is as it was. Try again");
    say("Not saved. It is as it was. Try again.");
    settle();
  }
}

async function lookAgain() {
  const answer = await fetch(location.href, { credentials: "same-origin" });
  show(new DOMParser().parseFromString(await answer.text(), "text/html"), answer.url);
  say("Somebody else changed this first. This is how it stands now.");
  state("Somebody else changed this first. This is how it stands now");
}

function places() {
  return new Map(symbols().map((symbol) => [symbol.dataset.item, symbol.getBoundingClientRect()]));
}

function show(page, address) {
  const fresh = page.querySelector("[data-picture]");
  if (!fresh) return location.assign(address); // signed out, or somebody else's page: go where it leads
  const before = places();
  const focused = markOf(document.activeElement);
  const wasOpen = all("details[id][open], details[name=foot][open]").length > 0;
  root.replaceChildren(...fresh.children);
  prepare();
  glide(before);
  if (wasOpen && !find("[data-twin][open]")) find("details[name=foot]")?.setAttribute("open", "");
  (focused && find(focused))?.focus({ preventScroll: true });
  const now = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  state(`All saved ${now}`);
  const said = page.getElementById("said")?.textContent.trim() || page.querySelector(".kith-notice")?.textContent.trim();
  if (said) say(said);
}

function markOf(element) {
  if (element?.dataset.item) return `[data-item="${CSS.escape(element.dataset.item)}"]`;
  if (element?.id) return `#${CSS.escape(element.id)}`;
  const action = element?.closest("form")?.getAttribute("action");
  return action && element.name ? `form[action="${action}"] [name="${element.name}"][value="${CSS.escape(element.value)}"]` : "";
}

function glide(before) {
  if (isStill.matches) return;
  for (const symbol of symbols()) {
    const from = before.get(symbol.dataset.item);
    if (!from) continue;
    const to = symbol.getBoundingClientRect();
    const [dx, dy] = [from.x - to.x, from.y - to.y];
    if (Math.hypot(dx, dy) < 1) continue;
    const scale = drawing().viewBox.baseVal.width / drawing().getBoundingClientRect().width;
    const start = `translate(${dx * scale}px, ${dy * scale}px)`;
    symbol.animate([{ transform: start }, { transform: "none" }], { duration: GLIDE, easing: "ease-out" });
  }
}

root.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-act]");
  if (!form) return;
  event.preventDefault();
  send(form.action, new URLSearchParams(new FormData(form, event.submitter)));
});

// ---- Choosing: in the picture and in the list at once --------------------------------------------------------

function choose(key) {
  const entry = entryOf(key);
  if (!entry) return;
  entry.open = true;
  entry.scrollIntoView({ block: "nearest" });
  say(`${entry.querySelector("summary bdi").textContent}. What you can do is in the list.`);
}

function mark() {
  for (const entry of all("[data-twin]")) symbolOf(entry.dataset.twin)?.classList.toggle("is-chosen", entry.open);
  const open = find("[data-twin][open]");
  root.classList.toggle("has-chosen", Boolean(open));
  const symbol = open && symbolOf(open.dataset.twin);
  root.classList.toggle("is-left", Boolean(symbol) && middleOf(symbol).clientX > innerWidth / 2);
}

function prepare() {
  for (const entry of all("[data-twin]")) entry.addEventListener("toggle", mark);
  for (const tool of all("[data-list], [data-cover], [data-lines]")) tool.hidden = false;
  for (const tool of all("button[data-line]")) tool.setAttribute("aria-pressed", String(tool.dataset.line === line));
  document.documentElement.classList.add("kith-scripted");
  mark();
}

// ---- Moving: by hand, and by keys ----------------------------------------------------------------------------

function token() {
  return find("input[name=csrfmiddlewaretoken]")?.value ?? "";
}

function bodyOf(fields) {
  const here = root.matches("body") ? "together" : "drawn";
  return new URLSearchParams({ csrfmiddlewaretoken: token(), to: here, ...fields });
}

function inDrawing({ clientX, clientY }) {
  const point = new DOMPoint(clientX, clientY).matrixTransform(drawing().getScreenCTM().inverse());
  return [Math.round(point.x), Math.round(point.y)];
}

function middleOf(symbol) {
  const { x, y, width, height } = symbol.getBoundingClientRect();
  return { clientX: x + width / 2, clientY: y + height / 2 };
}

function put(key, [x, y]) {
  const entry = entryOf(key);
  const box = drawing().viewBox.baseVal;
  const inside = [Math.min(Math.max(x, 0), box.width), Math.min(Math.max(y, 0), box.height)];
  const where = { x: inside[0], y: inside[1], width: box.width, height: box.height };
  return send(entry.dataset.change, bodyOf({ version: entry.dataset.version, ...where }));
}

function settle() {
  for (const symbol of symbols()) symbol.removeAttribute("transform");
}

let held = null;

root.addEventListener("pointerdown", (event) => {
  const symbol = event.target.closest("[data-item]");
  if (!symbol || event.button) return;
  held = { symbol, key: symbol.dataset.item, from: event, isMoved: false, offset: grip(symbol, event) };
});

function grip(symbol, event) {
  const [x, y] = inDrawing(event);
  const anchor = symbol.dataset.at?.split(" ").map(Number) ?? inDrawing(middleOf(symbol));
  return [anchor[0] - x, anchor[1] - y];
}

addEventListener("pointermove", (event) => {
  if (!held || !entryOf(held.key)?.dataset.change) return;
  const far = Math.hypot(event.clientX - held.from.clientX, event.clientY - held.from.clientY);
  if (!held.isMoved && far < FAR_ENOUGH) return;
  held.isMoved = true;
  const [x, y] = inDrawing(event);
  const [fromX, fromY] = inDrawing(held.from);
  held.symbol.setAttribute("transform", `translate(${x - fromX} ${y - fromY})`);
});

addEventListener("pointerup", (event) => {
  const dropped = held;
  held = null;
  if (!dropped?.isMoved) return;
  const [x, y] = inDrawing(event);
  put(dropped.key, [Math.round(x + dropped.offset[0]), Math.round(y + dropped.offset[1])]);
  addEventListener("click", (click) => click.stopPropagation(), { capture: true, once: true });
});

addEventListener("pointercancel", () => {
  held = null;
  settle();
});

root.addEventListener("click", (event) => {
  const symbol = event.target.closest("[data-item]");
  if (symbol) return act(symbol.dataset.item);
  const tool = event.target.closest("button[data-line]");
  if (tool) return pick(tool.dataset.line);
  if (event.target.closest("[data-list]")) return turnList(event.target.closest("[data-list]"));
  if (event.target.closest("[data-cover]")) return cover(true);
  if (event.target.closest("[data-uncover]")) return cover(false);
});

function act(key) {
  const entry = entryOf(key);
  if (!line || !entry?.dataset.line) return choose(key);
  const body = bodyOf({ line, from: "" });
  pick("");
  send(entry.dataset.line, body);
}

function pick(name) {
  line = line === name ? "" : name;
  for (const tool of all("button[data-line]")) tool.setAttribute("aria-pressed", String(tool.dataset.line === line));
  if (line) say("Now choose who it is to.");
}

function turnList(tool) {
  const isOpen = root.classList.toggle("is-list");
  tool.setAttribute("aria-expanded", String(isOpen));
}

function cover(isOn) {
  const calm = find("[data-calm]");
  calm.hidden = !isOn;
  if (isOn) calm.querySelector("button").focus();
}

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

function nudge(symbol, [dx, dy]) {
  const key = symbol.dataset.item;
  if (!entryOf(key)?.dataset.change) return;
  const [x, y] = symbol.dataset.at?.split(" ").map(Number) ?? inDrawing(middleOf(symbol));
  put(key, [Math.round(x + dx * NUDGE), Math.round(y + dy * NUDGE)]);
}

root.addEventListener("keydown", (event) => {
  const symbol = event.target.closest("[data-item]");
  if (!symbol || event.ctrlKey || event.metaKey || event.altKey) return;
  const direction = REACH[event.key];
  if (event.key === "Enter" || event.key === " ") act(symbol.dataset.item);
  else if (direction && event.shiftKey) nudge(symbol, direction);
  else if (direction) walk(symbol, direction);
  else if (event.key === "Escape") for (const entry of all("[data-twin]")) entry.open = false;
  else if (event.key === "n" || event.key === "N") openAdding();
  else if (event.key === "z" || event.key === "Z") find('form[action$="/undo"]')?.requestSubmit();
  else return;
  event.preventDefault();
});

function openAdding() {
  const sheet = find("#new-name")?.closest("details");
  if (!sheet) return;
  sheet.open = true;
  find("#new-name").focus();
}

prepare();
