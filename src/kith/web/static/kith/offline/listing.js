// The picture as a list. Each entry holds all that can be done with it, as presses and words; `act` is told of each.
import { nearest, where } from "./acts.js";
import { lineBetween, towardsFrom } from "./lines.js";
import { linesOf, made, options, pressOnce, presses, wordsOf } from "./words.js";

export { made };

const ROUND = 360;
const A_LITTLE = 15;

export function entries(picture, placed, lines, act) {
  return placed.map((item) => entry(picture, item, placed, lines, act));
}

function entry(picture, item, placed, lines, act) {
  const name = item.name || "Who?";
  const head = made("summary", {}, made("bdi", {}, name), made("span", { class: "kith-twin__kin" }, where(picture, item)[0] ?? item.period ?? ""));
  const card = made("div", { class: "kith-card" });
  if (item.face) card.append(faced(item.face, name));
  if (item.words) card.append(made("p", { dir: "auto" }, item.words));
  if (item.why) card.append(saidBy(`${picture.centre} says`, item.why, "kith-said-by"));
  if (item.workers_why) card.append(saidBy("The workers thought", item.workers_why, "kith-said-by kith-said-by--workers"));
  card.append(...placing(picture, item, name, act), ...linesOf(picture, item, name, placed, lines, act));
  card.append(wordsOf(picture, item, name, act), pressOnce("Take off", name, () => act({ act: "take_off", key: item.key })));
  return made("li", {}, made("details", { class: "kith-twin__person kith-placed", name: "placed", "data-twin": item.key }, head, card));
}

function faced({ image, says }, name) {
  const words = `${says[0].toUpperCase()}${says.slice(1)} of ${name}`;
  return made("p", { class: "kith-faced" }, made("img", { class: "kith-round", src: image, width: 72, height: 72, alt: words }), words);
}

const saidBy = (who, words, style) => made("div", { class: style }, made("b", {}, who), made("p", { dir: "auto" }, words));

function placing(picture, item, name, act) {
  const rows = [];
  const here = nearest(picture, item);
  const set = (fields) => act({ act: "change", key: item.key, fields });
  if (picture.parts.length) {
    const choices = picture.parts.map((part) => [part.title, part.id === item.part, () => set({ part: part.id })]);
    rows.push(presses(`Where does ${name} go?`, name, choices));
  }
  if (picture.steps.length) {
    const choices = picture.steps.map((step) => [step.title, step === here, () => set({ farness: step.farness })]);
    rows.push(presses("How near?", name, choices));
  }
  if (item.turn !== null) {
    const turns = [["Round to the left", ROUND - A_LITTLE], ["Round to the right", A_LITTLE]];
    const choices = turns.map(([says, by]) => [says, false, () => set({ turn: (item.turn + by) % ROUND })]);
    rows.push(presses("Round the middle", name, choices));
  }
  return rows;
}

// Fills the form that the page holds for adding with what this picture has places for.
export function prepareAdding(form, picture) {
  const kinds = form.querySelector("[data-kinds]");
  kinds.replaceChildren(kinds.querySelector("legend"), ...picture.kinds.map(kindChoice));
  const parts = form.querySelector("[data-parts]");
  parts.hidden = picture.parts.length === 0;
  form.elements.part.replaceChildren(...picture.parts.map((part) => made("option", { value: part.id }, part.title)));
  form.querySelector("[data-period]").hidden = !picture.asks_period;
}

function kindChoice({ id, title }, place) {
  const input = made("input", { type: "radio", name: "kind", value: id });
  input.defaultChecked = place === 0;
  return made("label", { class: "kith-tick" }, input, ` ${title}`);
}

// Whom and what there is to choose among changes with every act: people not on it yet, and homes somebody was in.
export function offer(form, people, picture, placed, act) {
  const free = picture.people.filter((one) => !placed.some((item) => item.person === one.id));
  const part = picture.parts.at(-1)?.id;
  const place = (one) => act({ act: "place", fields: { kind: "person", person: one.id, ...(part ? { part } : {}) } });
  people.hidden = free.length === 0;
  people.replaceChildren(people.querySelector("legend"), ...free.map((one) => personPress(one, () => place(one))));
  const homes = placed.filter((item) => item.kind === "home");
  form.querySelector("[data-homes]").hidden = homes.length === 0;
  form.elements.at.replaceChildren(...options([["", "It is a home itself"], ...homes.map((home) => [home.key, home.name])]));
}

function personPress({ name }, press) {
  const button = made("button", { type: "button", class: "kith-tool" }, made("bdi", {}, name));
  button.addEventListener("click", press);
  return button;
}

// The form for a line between two: both ends among what stands, and what stands between them already.
export function prepareLining(part, picture, placed) {
  const form = part.querySelector("form");
  part.hidden = picture.line_kinds.length === 0 || placed.length === 0;
  const there = placed.map((item) => [item.key, item.name || "Who?"]);
  form.elements.from.replaceChildren(...options([["", picture.centre], ...there]));
  form.elements.between.replaceChildren(...options(there));
  const kinds = form.querySelector("[data-line-kinds]");
  kinds.replaceChildren(kinds.querySelector("legend"), ...picture.line_kinds.map(lineTick));
}

function lineTick({ id, title }) {
  return made("label", { class: "kith-tick" }, made("input", { type: "checkbox", name: "line", value: id }), ` ${title}`);
}

export function showLine(form, lines) {
  const { from, between, towards } = form.elements;
  const line = lineBetween(lines, from.value, between.value);
  for (const tick of form.querySelectorAll("input[name=line]")) tick.checked = Boolean(line?.kinds.includes(tick.value));
  towards.value = line ? towardsFrom(line, from.value) : "";
}

export function lineIn(form) {
  const said = new FormData(form);
  return { a: said.get("from"), b: said.get("between"), kinds: said.getAll("line"), towards: said.get("towards") };
}
