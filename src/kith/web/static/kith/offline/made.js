// What is drawn by hand on this tablet: strokes, rings and stickers as they stand after the acts that wait, and their words.
const SVG = "http://www.w3.org/2000/svg";
const WHOLE = 1000;
const STICKER = 0.075; // of the width of the picture, as in Kith
const SQUARE = 100;
const ROOM = 14;
const LETTER = 5;
const NAME_LOW = 44;

export function madeNow(picture, acts, placed) {
  const made = new Map(picture.made.map((one) => [one.key, one]));
  for (const { act, id, key, fields } of acts) {
    if (act === "make") made.set(id, { ...fields, key: id, version: 0 });
    else if (act === "rub_out") made.delete(key);
  }
  const there = new Set(["", ...placed.map((item) => item.key)]);
  const cut = [...made.values()].map((one) => ({ ...one, around: one.around.filter((key) => there.has(key)) }));
  return cut.filter((one) => one.kind !== "ring" || one.around.length);
}

// As the forms of Kith send it, with a name of its own; `version` is that of what the tablet was handed.
export function newMadeAct(picture, made, placed, { act, key = "", fields = {} }) {
  const id = crypto.randomUUID();
  const one = act === "make" ? fields : made.find((other) => other.key === key);
  const says = [saidMade(picture, one, placed), ...(act === "rub_out" ? ["Rubbed out"] : [])];
  return { id, act, key, version: picture.made.find((other) => other.key === key)?.version ?? 0, fields, full: fields, says };
}

export function saidMade(picture, { kind, what, around }, placed) {
  if (kind === "sticker") return picture.tools.stickers[what].title;
  if (kind === "stroke") return `A drawing in ${picture.tools.pens[what].says}`;
  const names = [...(around.includes("") ? [picture.centre] : []), ...placed.filter((item) => around.includes(item.key)).map((item) => item.name || "Who?")];
  return `A ring around ${[names.slice(0, -1).join(", "), names.at(-1)].filter(Boolean).join(" and ")}`;
}

export function shape(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

export function drawMade(drawing, picture, made, points, size) {
  for (const one of made) {
    const group = shape("g", { "data-made": one.key, class: "kith-simple__made" });
    group.append(...(one.kind === "sticker" ? sticker(picture, one, size) : [penned(picture, one, course(one, points, size), size)]));
    drawing.append(group);
  }
}

export function penned(picture, { what, width }, d, size) {
  const look = { fill: "none", stroke: picture.tools.pens[what].colour, "stroke-linecap": "round", "stroke-linejoin": "round" };
  return shape("path", { d, ...look, "stroke-width": (picture.tools.widths[width].wide * size[0]) / WHOLE });
}

export function courseOf(points, size) {
  const places = pairs(points).map(([x, y]) => `${(x * size[0]) / WHOLE} ${(y * size[1]) / WHOLE}`);
  return `M${[...places, places.at(-1)].join("L")}`;
}

function course(one, points, size) {
  if (one.kind === "stroke") return courseOf(one.points, size);
  const corners = one.around.filter((key) => points.has(key)).flatMap((key) => cornersOf(points.get(key)));
  return `M${outline(corners).map((corner) => corner.join(" ")).join("L")}Z`;
}

const pairs = (points) => points.flatMap((x, at) => (at % 2 ? [] : [[x, points[at + 1]]]));

function sticker(picture, { what, points: [x, y] }, size) {
  const scale = (STICKER * size[0]) / SQUARE;
  const group = shape("g", { transform: `translate(${(x * size[0]) / WHOLE} ${(y * size[1]) / WHOLE}) scale(${scale})` });
  group.append(...picture.tools.stickers[what].shapes.map((one) => shape("path", { ...one, class: "kith-simple__sticker" })));
  return [group];
}

// The room of one with their name: eight corners, so that the ring is round.
function cornersOf({ at: [x, y], wide }) {
  const [left, right, top, low] = [x - wide - ROOM, x + wide + ROOM, y - 18 - ROOM, y + NAME_LOW + ROOM];
  const cut = 12;
  return [[left + cut, top], [right - cut, top], [right, top + cut], [right, low - cut], [right - cut, low], [left + cut, low], [left, low - cut], [left, top + cut]];
}

export const widthOf = (name) => Math.max(18, Math.min(name.length, 22) * LETTER);

// The smallest outline without a dent around all of them.
function outline(corners) {
  const ordered = [...corners].sort(([ax, ay], [bx, by]) => ax - bx || ay - by);
  return [...chain(ordered), ...chain(ordered.reverse())];
}

function chain(ordered) {
  const kept = [];
  for (const corner of ordered) {
    while (kept.length > 1 && turn(kept.at(-2), kept.at(-1), corner) <= 0) kept.pop();
    kept.push(corner);
  }
  return kept.slice(0, -1);
}

const turn = ([ax, ay], [bx, by], [cx, cy]) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
