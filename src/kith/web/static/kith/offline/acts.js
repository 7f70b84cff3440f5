// What stands on a picture after the acts that wait on this tablet, and how it is said.
import { newLineAct } from "./lines.js";
import { madeNow, newMadeAct } from "./made.js";

const WORDS = { words: "", why: "", workers_why: "", period: "" };
const NEW = { ...WORDS, version: 0, part: "", workers_part: "", farness: 50, turn: null, state: "sure", at: "", again: "" };
const OF_AN_ITEM = ["kind", "person", "name", "part", "workers_part", "farness", "turn", "state", "at", "again", ...Object.keys(WORDS)];

export function standing(picture, acts) {
  const placed = new Map(picture.placed.map((item) => [item.key, { ...item }]));
  for (const { act, id, key, fields } of acts) {
    if (act === "place") placed.set(id, { ...NEW, key: id, name: calledIn(picture, fields.person), ...fields });
    else if (act === "take_off") placed.delete(key);
    else if (act === "change" && placed.has(key)) Object.assign(placed.get(key), fields);
  }
  return [...placed.values()].filter((item) => !item.at || placed.has(item.at));
}

const calledIn = (picture, person) => picture.people.find((one) => one.id === person)?.name ?? "";

// As the forms of Kith send it, each with a name of its own, so that it is done once however often it is sent.
export function newAct(picture, acts, wish) {
  if (wish.act === "line" || wish.act === "line_off") return newLineAct(picture, standing(picture, acts), acts, wish);
  if (wish.act === "make" || wish.act === "rub_out") {
    const placed = standing(picture, acts);
    return newMadeAct(picture, madeNow(picture, acts, placed), placed, wish);
  }
  const { act, key = "", fields = {} } = wish;
  const made = { id: crypto.randomUUID(), act, key, fields };
  const item = standing(picture, [...acts, made]).find((one) => one.key === (key || made.id));
  const before = standing(picture, acts).find((one) => one.key === key);
  const full = item ?? before;
  made.version = picture.placed.find((one) => one.key === key)?.version ?? 0;
  made.full = Object.fromEntries(OF_AN_ITEM.filter((name) => full[name] != null).map((name) => [name, full[name]]));
  made.says = act === "take_off" ? [full.name || "Who?", "Taken off"] : said(picture, full);
  return made;
}

export function said(picture, item) {
  const thought = partOf(picture, item.workers_part);
  const reasons = [
    item.why && `${picture.centre} says why: ${item.why}`,
    thought && `The workers thought: ${thought}`,
    item.workers_why && `The workers say why: ${item.workers_why}`,
  ];
  return [item.name || "Who?", ...where(picture, item), item.period, item.words, ...reasons].filter(Boolean);
}

export function where(picture, item) {
  return [partOf(picture, item.part), nearest(picture, item)?.title].filter(Boolean);
}

const partOf = (picture, id) => picture.parts.find((part) => part.id === id)?.title;

export function nearest(picture, item) {
  const far = (step) => Math.abs(step.farness - item.farness);
  return picture.steps.reduce((best, step) => (!best || far(step) < far(best) ? step : best), null);
}
