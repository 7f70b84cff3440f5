// What happened, written without network: kept at once and locked, also while it is written. Nothing leaves from here.
import { lock } from "./cipher.js";
import { forget, wait } from "./store.js";
import { made } from "./words.js";

const PAUSE = 600; // ms without a key
const SHAPES = { green: ["▲", "strength"], amber: ["◆", "watch"], red: ["■", "harm"] };
const form = document.getElementById("writing");
const find = (selector) => document.querySelector(selector);
let open = null; // { held, key, children, acts, places, begun }: begun is the place of what is not finished
let soon = 0;
let turn = Promise.resolve(); // one thing is kept after the other

export function beginWriting(shown, { children, rags }) {
  const begun = shown.acts.findIndex((act) => act.act === "unfinished");
  open = { ...shown, children, begun: begun < 0 ? null : shown.places[begun] };
  open.rows = shown.acts.map((act, nth) => ({ act, place: shown.places[nth] })).filter(({ act }) => act.act === "row");
  find("#title").textContent = "Add what happened";
  fill("#about", "child", children.map((child) => [child.id, child.name]));
  fill("#reads", "rag", [...rags.map((rag) => [rag, ...(SHAPES[rag] ?? ["", rag])]), ["", "○", "none of these"]]);
  if (children.length === 1) form.elements.child.checked = true;
  if (begun >= 0) restore(shown.acts[begun].left);
  find("#send-rows").href = shown.held.send_to;
  named();
  listed();
}

export function stopWriting() {
  clearTimeout(soon);
  open = null;
  form.reset();
  for (const part of ["#about", "#reads"]) find(part).querySelector(".kith-chips__row").replaceChildren();
  for (const part of ["#kept-rows", "#kept", "#not-kept"]) find(part).replaceChildren();
}

function fill(part, name, choices) {
  const chips = choices.map(([value, ...says], nth) => {
    const id = `${name}-${nth}`;
    const words = says.length > 1 ? [made("span", { "aria-hidden": "true" }, says[0]), ` ${says[1]}`] : [made("bdi", {}, says[0])];
    return made("span", { class: "kith-chip" }, made("input", { type: "radio", id, name, value }), made("label", { for: id }, ...words));
  });
  find(part).querySelector(".kith-chips__row").replaceChildren(...chips);
}

function restore(left) {
  for (const [name, value] of Object.entries(left)) if (form.elements[name]) form.elements[name].value = value;
}

// ---- When -------------------------------------------------------------------------------------------------------

const DAYS_AGO = { today: 0, yesterday: 1 };
const inWords = (day) => day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
const iso = (day) => `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;

function chosenDay() {
  const { on, date } = form.elements;
  if (!(on.value in DAYS_AGO)) return on.value === "other" && date.value ? new Date(`${date.value}T12:00`) : null;
  const day = new Date();
  day.setDate(day.getDate() - DAYS_AGO[on.value]);
  return day;
}

function start() {
  const day = chosenDay();
  if (day) return inWords(day);
  const { on, part, year } = form.elements;
  return on.value === "not_sure" && year.value ? `${part.value} ${year.value}`.trim() : "";
}

// ---- Kept at once -----------------------------------------------------------------------------------------------

function act(what) {
  const fields = Object.fromEntries(["child", "fact", "childs_words", "rag"].map((name) => [name, form.elements[name].value]));
  const called = open.children.find((child) => child.id === fields.child)?.name ?? "Nobody chosen";
  const id = crypto.randomUUID();
  const says = [called, start(), fields.fact, fields.childs_words].filter(Boolean);
  return { id, key: id, act: what, version: 0, fields: { ...fields, start: start() }, says };
}

// Words of a day are kept with that day: tomorrow “today” is another.
function left() {
  const day = chosenDay();
  return { ...Object.fromEntries(new FormData(form)), ...(day ? { on: "other", date: iso(day) } : {}) };
}

function keep(one) {
  turn = turn.then(async () => {
    const here = open;
    if (!here) return;
    const place = one && (await wait(here.held.ref, await lock(one, here.key, here.held.ref)));
    if (here.begun !== null) await forget([here.begun]);
    here.begun = one?.act === "unfinished" ? place : null;
    if (one?.act === "row") here.rows.push({ act: one, place });
    if (open !== here) return;
    const clock = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    find("#kept").textContent = `${navigator.onLine ? "" : "No signal. "}Kept on this device at ${clock}, locked.`;
    listed();
  }).catch(() => find("#not-kept").replaceChildren("This device could not keep that. Your words are still here. Copy them."));
  return turn;
}

form.addEventListener("input", () => {
  named();
  clearTimeout(soon);
  soon = setTimeout(() => open && keep({ ...act("unfinished"), left: left() }), PAUSE);
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const why = whyNot();
  find("#not-kept").textContent = why;
  if (why) return find("#not-kept").focus();
  clearTimeout(soon);
  const child = form.elements.child.value;
  await keep(act("row"));
  form.reset();
  form.elements.child.value = child;
  named();
});

function whyNot() {
  if (!form.elements.child.value) return "Choose whom it is about.";
  if (!start()) return "Say when: a day, or a year at least.";
  if (chosenDay() > new Date()) return "That day has yet to come. Write it down when it has happened.";
  return form.elements.fact.value.trim() ? "" : "Write what happened: one plain sentence is enough.";
}

// ---- What waits -------------------------------------------------------------------------------------------------

function named() {
  const called = open?.children.find((child) => child.id === form.elements.child.value)?.name;
  find("#their-words").textContent = called ? `In ${called}’s words` : "In the child’s words";
  find("#keep-row").textContent = called ? `Keep for ${called}` : "Keep it";
  const { on } = form.elements;
  find("#which-day").hidden = on.value !== "other";
  find("#which-year").hidden = on.value !== "not_sure";
  const said = on.value in DAYS_AGO ? "" : start();
  find("#when-says").textContent = said && `We understand: ${said}.`;
}

function listed() {
  find("#kept-part").hidden = open.rows.length === 0;
  find("#kept-count").textContent = open.rows.length === 1 ? "1 row is not sent yet" : `${open.rows.length} rows are not sent yet`;
  find("#kept-rows").replaceChildren(...open.rows.map(entry));
}

function entry(row) {
  const [called, when, fact] = row.act.says;
  const back = made("button", { type: "button", class: "kith-tool" }, "Throw it away", made("span", { class: "govuk-visually-hidden" }, `: ${called}, ${when}`));
  back.addEventListener("click", async () => {
    await forget([row.place]);
    open.rows.splice(open.rows.indexOf(row), 1);
    listed();
  });
  return made("li", {}, made("b", {}, made("bdi", {}, called), `, ${when}`), made("div", { class: "kith-lines", dir: "auto" }, fact), back);
}
