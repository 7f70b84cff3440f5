// The picture as a list. Each entry holds all that can be done with it, as presses and words; `act` is told of each.
import { nearest, where } from "./acts.js";

export function made(name, attributes = {}, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
}

export function entries(picture, placed, lines, act) {
  return placed.map((item) => entry(picture, item, lines.filter((line) => [line.a, line.b].includes(item.key)), act));
}

function entry(picture, item, lines, act) {
  const name = item.name || "Who?";
  const head = made("summary", {}, made("bdi", {}, name), made("span", { class: "kith-twin__kin" }, where(picture, item)[0] ?? item.period ?? ""));
  const card = made("div", { class: "kith-card" });
  if (item.words) card.append(made("p", { dir: "auto" }, item.words));
  for (const line of lines) card.append(made("p", { class: "kith-line-said" }, line.says));
  card.append(...placing(picture, item, act), wordsOf(picture, item, act), takeOff(item, name, act));
  return made("li", {}, made("details", { class: "kith-twin__person kith-placed", name: "placed", "data-twin": item.key }, head, card));
}

function placing(picture, item, act) {
  const rows = [];
  const here = nearest(picture, item);
  const set = (fields) => act({ act: "change", key: item.key, fields });
  if (picture.parts.length) {
    const choices = picture.parts.map((part) => [part.title, part.id === item.part, () => set({ part: part.id })]);
    rows.push(presses(`Where does ${item.name} go?`, item.name, choices));
  }
  if (picture.steps.length) {
    const choices = picture.steps.map((step) => [step.title, step === here, () => set({ farness: step.farness })]);
    rows.push(presses("How near?", item.name, choices));
  }
  return rows;
}

function presses(says, name, choices) {
  const row = made("fieldset", { class: "kith-choices-row" }, made("legend", {}, says));
  for (const [title, isOn, press] of choices) {
    const button = made("button", { type: "button", class: isOn ? "kith-tool kith-tool--main" : "kith-tool", "aria-pressed": String(isOn) }, title);
    button.append(made("span", { class: "govuk-visually-hidden" }, ` for ${name}`));
    button.addEventListener("click", press);
    row.append(button);
  }
  return row;
}

function wordsOf(picture, item, act) {
  const fields = [["name", "What to call them", 200], ["words", `Words about ${item.name}`, 500]];
  if (picture.asks_period) fields.push(["period", "When, or how old?", 100]);
  const form = made("form", {}, ...fields.map(([name, says, most]) => pair(`${name}-${item.key}`, name, says, most, item[name])));
  form.append(made("button", { class: "kith-tool", type: "submit" }, "Keep these words"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const said = [...new FormData(form)].filter(([name, words]) => words !== item[name]);
    if (said.length) act({ act: "change", key: item.key, fields: Object.fromEntries(said) });
  });
  return made("details", { class: "kith-more-acts" }, made("summary", {}, "Words"), form);
}

function pair(id, name, says, most, value) {
  const input = made("input", { class: "govuk-input", id, name, maxlength: most, autocomplete: "off", value });
  return made("div", { class: "kith-pair" }, made("label", { for: id }, says), input);
}

function takeOff(item, name, act) {
  const button = made("button", { type: "button", class: "kith-tool" }, "Take off", made("span", { class: "govuk-visually-hidden" }, `: ${name}`));
  button.addEventListener("click", () => act({ act: "take_off", key: item.key }));
  return button;
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
