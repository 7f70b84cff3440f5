// Forms of an entry: what may be written and chosen about somebody, and the lines that begin in the middle.
import { lineBetween, saidLine } from "./lines.js";

const STATES = [["sure", "Sure"], ["not_sure", "Not sure"], ["not_met", "Not met yet"], ["has_died", "Has died"], ["blank", "A blank to fill in"]];

export function made(name, attributes = {}, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
}

export function presses(says, name, choices) {
  const row = made("fieldset", { class: "kith-choices-row" }, made("legend", {}, says));
  for (const [title, isOn, press] of choices) {
    const button = made("button", { type: "button", class: isOn ? "kith-tool kith-tool--main" : "kith-tool", "aria-pressed": String(isOn) }, title);
    button.append(made("span", { class: "govuk-visually-hidden" }, ` for ${name}`));
    button.addEventListener("click", press);
    row.append(button);
  }
  return row;
}

export function pressOnce(says, about, press) {
  const button = made("button", { type: "button", class: "kith-tool" }, says, made("span", { class: "govuk-visually-hidden" }, `: ${about}`));
  button.addEventListener("click", press);
  return button;
}

export function folded(says, ...inside) {
  return made("details", { class: "kith-more-acts" }, made("summary", {}, says), ...inside);
}

export function wordsOf(picture, item, name, act) {
  const form = made("form", {}, ...fieldsOf(picture, item, name));
  form.append(made("button", { class: "kith-tool", type: "submit" }, "Keep these words"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const said = [...new FormData(form)].filter(([field, words]) => words !== item[field]);
    if (said.length) act({ act: "change", key: item.key, fields: Object.fromEntries(said) });
  });
  return folded("Words", form);
}

function fieldsOf(picture, item, name) {
  const child = picture.centre;
  const fields = [written(item, "name", "What to call them", 200), written(item, "words", `Words about ${name}`, 500)];
  if (picture.asks_period) fields.push(written(item, "period", "When, or how old?", 100));
  if (picture.asks_both_reasons) {
    const parts = picture.parts.map((part) => [part.id, part.title]);
    fields.push(
      written(item, "why", `${child} says why`, 500),
      chosen(item, "workers_part", "The workers thought", [["", "nothing yet"], ...parts]),
      written(item, "workers_why", "The workers say why", 500),
    );
  }
  if (item.at) fields.push(chosen(item, "again", "Might they be there again?", againOf(child)));
  return [...fields, chosen(item, "state", "How sure?", STATES)];
}

const againOf = (child) => [["", "We have not asked"], ["might", "They might"], ["yes", `${child} says yes`], ["thinking", `${child} is thinking`], ["no", `${child} says no`]];

function written(item, name, says, most) {
  const id = `${name}-${item.key}`;
  return pair(id, says, made("input", { class: "govuk-input", id, name, maxlength: most, autocomplete: "off", value: item[name] }));
}

function chosen(item, name, says, choices) {
  const id = `${name}-${item.key}`;
  const select = made("select", { class: "govuk-select", id, name }, ...options(choices));
  select.value = item[name];
  return pair(id, says, select);
}

const pair = (id, says, field) => made("div", { class: "kith-pair" }, made("label", { for: id }, says), field);

export const options = (choices) => choices.map(([value, says]) => made("option", { value }, says));

// A line to the one in the middle is one press; all lines of somebody stand here, and each comes off by one.
export function linesOf(picture, item, name, placed, lines, act) {
  const mine = lines.filter((line) => [line.a, line.b].includes(item.key));
  const said = mine.map((line) => made("p", { class: "kith-line-said" }, saidLine(picture, line, placed)));
  if (picture.line_kinds.length === 0) return said;
  const middle = lineBetween(lines, "", item.key);
  const draw = (kind) => act({ act: "line", line: { a: "", b: item.key, kinds: [kind], towards: middle?.towards ?? "" }, chosen: item.key });
  const choices = picture.line_kinds.map((kind) => [kind.title, Boolean(middle?.kinds.includes(kind.id)), () => draw(kind.id)]);
  const off = mine.map((line) => pressOnce("Take off", `the line ${saidLine(picture, line, placed)}`, () => act({ act: "line_off", line, chosen: item.key })));
  for (const [place, line] of said.entries()) line.append(" ", off[place]);
  return [folded("A line", presses(`What is it like with ${name}?`, name, choices), ...said)];
}
