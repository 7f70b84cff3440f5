// A picture or a form without network: opened with a PIN, filled, kept locked, and closed after a day. Nothing leaves from here.
import { keyFromPin, keyFromText, lock, unlock } from "./cipher.js";
import { newAct, standing } from "./acts.js";
import { draw, FRAME } from "./drawing.js";
import { prepareHand, stopHand } from "./hand.js";
import { linesNow } from "./lines.js";
import { madeNow } from "./made.js";
import { entries, lineIn, made, offer, prepareAdding, prepareLining, showLine } from "./listing.js";
import { allHeld, closeWhatIsOver, forget, hold, isOver, wait, waiting } from "./store.js";
import { beginWriting, stopWriting } from "./writing.js";

const TRIES = 5;
const WAIT = 60_000; // ms after five wrong tries, and twice as long after each one more
const LONGEST_WAIT = 3_600_000;
const LEFT_ALONE = 600_000;
const LOOK_AT_CLOCK = 30_000;

const find = (selector) => document.querySelector(selector);
const all = (selector) => [...document.querySelectorAll(selector)];
let shown = null; // what is open: { held, key, picture, acts, rows }
let picked = null; // ends of a line, as they are pressed in the picture; null while none is being drawn so
let alone = 0;

function say(words) {
  find("#said").textContent = words;
}

function show(state) {
  for (const part of all("[data-when]")) part.hidden = !part.dataset.when.split(" ").includes(state);
  document.body.classList.toggle("is-open", state === "open");
}

function until(moment) {
  const [day, at] = [new Date(moment), new Date()];
  const clock = day.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return `${clock} ${day.toDateString() === at.toDateString() ? "today" : "tomorrow"}`;
}

// ---- Closed: which pictures are here, and the PIN -------------------------------------------------------------

async function start() {
  shown = null;
  wipe();
  await closeWhatIsOver(Date.now());
  const here = await allHeld();
  const open = here.filter((one) => one.locked);
  find("[data-over]").replaceChildren(...(await Promise.all(here.filter((one) => !one.locked).map(overEntry))));
  find("[data-over-part]").hidden = here.length === open.length;
  find("#which").replaceChildren(...open.map((one) => made("option", { value: one.ref }, `The ${one.what ?? "picture"} that stays until ${until(one.until)}`)));
  find("[data-which]").hidden = open.length < 2;
  find("[data-stays]").textContent = open.length === 1 ? `It stays on this tablet until ${until(open[0].until)}.` : "";
  show(open.length ? "closed" : here.length ? "over" : "empty");
  if (open.length) find("#pin").focus();
}

// Nothing that was open is left in the page.
function wipe() {
  find("#title").textContent = "On this tablet";
  find("#new-one").reset();
  for (const form of ["#adding", "#lining"]) find(form).open = false;
  const filled = ["#canvas", "#list", "#here", "#said", "#new-part", "#new-at", "#line-from", "#line-between"];
  for (const part of filled) find(part).replaceChildren();
  for (const row of all("#people, [data-kinds], [data-line-kinds]")) row.replaceChildren(row.querySelector("legend"));
  pick(null);
  stopHand();
  stopWriting();
}

async function overEntry(one) {
  const count = (await waiting(one.ref)).length;
  return made("li", {}, `${changes(count)} not sent yet. `, made("a", { href: one.send_to }, "Send from here"));
}

const changes = (count) => (count === 1 ? "1 change is" : `${count} changes are`);

find("#open").addEventListener("submit", async (event) => {
  event.preventDefault();
  const held = (await allHeld()).find((one) => one.ref === find("#which").value);
  if (!held?.locked || isOver(held, Date.now())) return start();
  if (Date.now() < held.wait_until) return refuse(waitWords(held));
  const pin = find("#pin").value;
  find("#pin").value = "";
  refuse("Opening");
  try {
    await open(held, await keyFromPin(pin, held.salt, held.rounds));
  } catch {
    await wrongPin(held);
  }
});

const refuse = (words) => (find("#refused").textContent = words);
const waitWords = (held) => `Wait until ${until(held.wait_until).split(" ")[0]}, then try again. Nothing is lost.`;

async function wrongPin(held) {
  const wrong = held.wrong + 1;
  const over = wrong - TRIES;
  const pause = over < 0 ? 0 : Math.min(WAIT * 2 ** over, LONGEST_WAIT);
  const now = { ...held, wrong, wait_until: pause ? Date.now() + pause : 0 };
  await hold(now);
  const left = TRIES - wrong;
  refuse(pause ? waitWords(now) : `That PIN does not open it. You have ${left === 1 ? "1 try" : `${left} tries`} left before you have to wait.`);
  find("#pin").focus();
}

async function open(held, pinKey) {
  const inside = await unlock(held.locked, pinKey, held.ref);
  const key = await keyFromText(inside.queue_key);
  const rows = await waiting(held.ref);
  const acts = await Promise.all(rows.map((row) => unlock(row, key, held.ref)));
  if (held.wrong) await hold({ ...held, wrong: 0, wait_until: 0 });
  shown = { held, key, picture: inside.picture, acts, places: rows.map((row) => row.place) };
  refuse("");
  if (inside.form) write(inside.form);
  else paint();
  find("#title").focus();
}

function write(form) {
  show("writing");
  beginWriting(shown, form);
  network();
}

function paint() {
  prepareAdding(find("#new-one"), shown.picture);
  show("open");
  render();
}

// ---- Open: drawing, and keeping each act at once ---------------------------------------------------------------

function render(chosen = "") {
  const { picture, acts, held } = shown;
  const placed = standing(picture, acts);
  const lines = linesNow(picture, acts, placed);
  const byHand = madeNow(picture, acts, placed);
  const unfolded = all("#list [data-twin][open] details[open] > summary").map((summary) => summary.textContent);
  find("#title").textContent = picture.title;
  find("#canvas").replaceChildren(draw(picture, placed, lines, byHand));
  find("#list").replaceChildren(...entries(picture, placed, lines, act));
  offer(find("#new-one"), find("#people"), picture, placed, act);
  prepareLining(find("#lining"), picture, placed);
  showLine(find("#new-line"), lines);
  prepareHand({ picture, placed, made: byHand, size: FRAME, act, say });
  find("#nobody").hidden = placed.length > 0;
  find("#here").textContent = `On this tablet: this picture, with ${placed.length} on it, until ${until(held.until)}. ${acts.length ? `${changes(acts.length)} not sent yet.` : "Nothing waits to be sent."}`;
  find("#undo").hidden = acts.length === 0;
  find("#send").href = held.send_to;
  network();
  const entry = chosen && find(`[data-twin="${CSS.escape(chosen)}"]`);
  if (entry) {
    entry.open = true;
    for (const fold of entry.querySelectorAll("details > summary")) fold.parentElement.open ||= unfolded.includes(fold.textContent);
    entry.querySelector("summary").focus();
  }
}

async function act(wish) {
  if (isOver(shown.held, Date.now())) return start();
  const made = newAct(shown.picture, shown.acts, wish);
  try {
    shown.places.push(await wait(shown.held.ref, await lock(made, shown.key, shown.held.ref)));
  } catch {
    return say("This tablet could not keep that. It is as it was.");
  }
  shown.acts.push(made);
  render(wish.chosen ?? (wish.act === "take_off" ? "" : wish.key || made.id));
  say(`${made.says[0]}: kept on this tablet.`);
}

find("#new-one").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const fields = Object.fromEntries([...new FormData(form)].filter(([, words]) => words));
  find("#twice").hidden = !isThere(fields);
  if (isThere(fields)) return;
  await act({ act: "place", fields });
  form.reset();
  find("#adding").open = false;
});

// Kith asks the same when it is sent; by then nobody could add the words any more.
function isThere({ name, kind, words = "" }) {
  return standing(shown.picture, shown.acts).some((one) => one.name === name && one.kind === kind && one.words === words);
}

find("#undo").addEventListener("click", async () => {
  await forget([shown.places.pop()]);
  shown.acts.pop();
  render();
  say("Undone.");
});

// ---- A line between two: chosen in its form, or by pressing both in the picture --------------------------------

const linesShown = () => linesNow(shown.picture, shown.acts, standing(shown.picture, shown.acts));

find("#new-line").addEventListener("change", (event) => {
  if (event.target.matches("select[name=from], select[name=between]")) showLine(find("#new-line"), linesShown());
});

find("#new-line").addEventListener("submit", async (event) => {
  event.preventDefault();
  const line = lineIn(event.target);
  const why = line.a === line.b ? "Choose two, not one." : line.kinds.length ? "" : "Choose what it is like.";
  find("#no-line").textContent = why;
  if (why) return;
  await act({ act: "line", line, chosen: line.b });
  find("#lining").open = false;
});

find("#pick").addEventListener("click", () => pick(picked ? null : []));

function pick(ends) {
  picked = ends;
  find("#pick").setAttribute("aria-pressed", String(Boolean(ends)));
  find("#canvas").classList.toggle("is-picking", Boolean(ends));
  for (const symbol of all("#canvas [data-item]")) symbol.classList.toggle("is-picked", Boolean(ends?.includes(symbol.dataset.item)));
  if (ends) say(ends.length ? "Now press the second in the picture." : "Press the first in the picture.");
}

function pickAnother(key) {
  const [first] = picked;
  if (first === key) return pick([]);
  if (first === undefined) return pick([key]);
  const form = find("#new-line");
  const ends = key === "" ? [key, first] : [first, key]; // a line to the middle begins there
  [form.elements.from.value, form.elements.between.value] = ends;
  pick(null);
  showLine(form, linesShown());
  find("#lining").open = true;
  form.querySelector("input[name=line]").focus();
}

find("#canvas").addEventListener("click", (event) => {
  const symbol = event.target.closest("[data-item]");
  if (symbol && picked) return pickAnother(symbol.dataset.item);
  const entry = symbol && find(`[data-twin="${CSS.escape(symbol.dataset.item)}"]`);
  if (!entry) return;
  entry.open = true;
  entry.scrollIntoView({ block: "nearest" });
});

find("#hide").addEventListener("click", start);

// ---- The clock, the network, and a tablet that is left alone ----------------------------------------------------

function network() {
  for (const part of all("[data-network]")) part.hidden = (part.dataset.network === "on") !== navigator.onLine;
}

function stillHere() {
  clearTimeout(alone);
  alone = setTimeout(() => shown && start(), LEFT_ALONE);
}

for (const name of ["pointerdown", "keydown"]) addEventListener(name, stillHere);
for (const name of ["online", "offline"]) addEventListener(name, network);
addEventListener("pageshow", (event) => event.persisted && start());
setInterval(() => shown && isOver(shown.held, Date.now()) && start(), LOOK_AT_CLOCK);
network();
start();
