// What stands on a picture after the acts that wait on this tablet, and how it is said.

const NEW = { version: 0, words: "", part: "", farness: 50, turn: null, state: "sure", at: "", period: "" };
const OF_AN_ITEM = ["kind", "name", "words", "part", "farness", "turn", "state", "at", "period"];

export function standing(picture, acts) {
  const placed = new Map(picture.placed.map((item) => [item.key, { ...item }]));
  for (const { act, id, key, fields } of acts) {
    if (act === "place") placed.set(id, { ...NEW, key: id, ...fields });
    else if (act === "take_off") placed.delete(key);
    else if (placed.has(key)) Object.assign(placed.get(key), fields);
  }
  return [...placed.values()].filter((item) => !item.at || placed.has(item.at));
}

// As the forms of Kith send it, each with a name of its own, so that it is done once however often it is sent.
export function newAct(picture, acts, { act, key = "", fields = {} }) {
  const made = { id: crypto.randomUUID(), act, key, fields };
  const item = standing(picture, [...acts, made]).find((one) => one.key === (key || made.id));
  const before = standing(picture, acts).find((one) => one.key === key);
  const full = item ?? before;
  made.version = picture.placed.find((one) => one.key === key)?.version ?? 0;
  made.full = Object.fromEntries(OF_AN_ITEM.filter((name) => full[name] !== null).map((name) => [name, full[name]]));
  made.says = act === "take_off" ? [full.name, "Taken off"] : said(picture, full);
  return made;
}

export function said(picture, item) {
  return [item.name || "Who?", ...where(picture, item), item.period, item.words].filter(Boolean);
}

export function where(picture, item) {
  const part = picture.parts.find((one) => one.id === item.part)?.title;
  return [part, nearest(picture, item)?.title].filter(Boolean);
}

export function nearest(picture, item) {
  const far = (step) => Math.abs(step.farness - item.farness);
  return picture.steps.reduce((best, step) => (!best || far(step) < far(best) ? step : best), null);
}
