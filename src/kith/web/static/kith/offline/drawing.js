// A simple picture of what stands: rings round the one in the middle, or a box for each part. The list says the same.

import { drawMade, shape, widthOf } from "./made.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 720;
const HEIGHT = 560;
const MIDDLE = [WIDTH / 2, HEIGHT / 2];
const INNER = 96;
const OUTER = 232;
const ROUND = ["rings"];
const TURN = 137.5; // degrees from one to the next: whoever comes later moves nobody
const ARC = 300; // degrees: the words of the rings stand in the rest
const ROOM = 176;
const LETTER = 4.8;
const FACE = 24; // a photograph of somebody is a little larger than a symbol
const SIZE = 18; // of a symbol, from its middle
const MIDDLE_SIZE = 34;
const BESIDE = 12;
const HEAD = 14;
const GAP = 8;
const ZIGZAG = 12;

function made(name, attributes, words = "") {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = words;
  return element;
}

export const FRAME = [WIDTH, HEIGHT];

export function draw(picture, placed, lines, byHand) {
  const drawing = made("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", class: "kith-simple" });
  drawing.setAttribute("aria-label", `${picture.title}, with ${placed.length} on it. The list says the same.`);
  const points = isRound(picture) ? drawRings(drawing, picture, placed) : drawBoxes(drawing, picture, placed);
  for (const line of lines) drawLine(drawing, line, points.get(line.a), points.get(line.b));
  const names = new Map([["", picture.centre], ...placed.map((item) => [item.key, item.name || "Who?"])]);
  const rooms = new Map([...points].map(([key, at]) => [key, { at, wide: widthOf(names.get(key) ?? "") }]));
  const [rings, others] = [true, false].map((isRing) => byHand.filter((one) => (one.kind === "ring") === isRing));
  drawMade(drawing, picture, rings, rooms, FRAME);
  if (points.has("")) drawMiddle(drawing, picture);
  for (const item of placed) drawItem(drawing, item, points.get(item.key));
  drawMade(drawing, picture, others, rooms, FRAME);
  return drawing;
}

const isRound = (picture) => ROUND.includes(picture.scene) || picture.steps.some((step) => step.farness > 10);

function drawRings(drawing, picture, placed) {
  const isByPart = ROUND.includes(picture.scene);
  const rings = isByPart ? picture.parts.map((part) => part.title) : picture.steps.map((step) => step.title);
  const radius = (index) => INNER + ((OUTER - INNER) * index) / Math.max(rings.length - 1, 1);
  for (const [index, title] of [...rings.entries()].reverse()) drawRing(drawing, radius(index), title, index);
  const points = new Map([["", MIDDLE]]);
  for (const [number, item] of placed.entries()) {
    const ring = isByPart ? picture.parts.findIndex((part) => part.id === item.part) : -1;
    const far = isByPart ? radius(Math.max(ring, 0)) : INNER + ((OUTER - INNER) * item.farness) / 100;
    const angle = (((item.turn ?? ((number * TURN) % ARC) - ARC / 2) - 90) * Math.PI) / 180;
    points.set(item.key, [MIDDLE[0] + far * 1.3 * Math.cos(angle), MIDDLE[1] + far * Math.sin(angle)]);
  }
  return points;
}

function drawRing(drawing, radius, title, index) {
  const shade = index % 2 ? "kith-simple__ring" : "kith-simple__ring kith-simple__ring--pale";
  drawing.append(made("ellipse", { class: shade, cx: MIDDLE[0], cy: MIDDLE[1], rx: radius * 1.3 + 20, ry: radius + 20 }));
  drawing.append(made("text", { class: "kith-simple__part", x: MIDDLE[0], y: MIDDLE[1] + radius + 14 }, title));
}

function drawBoxes(drawing, picture, placed) {
  const parts = picture.parts.length ? picture.parts : [{ id: "", title: picture.title }];
  const across = parts.length > 3 ? 2 : 1;
  const [width, height] = [WIDTH / across, HEIGHT / Math.ceil(parts.length / across)];
  const points = new Map();
  for (const [index, part] of parts.entries()) {
    const [left, top] = [(index % across) * width, Math.floor(index / across) * height];
    const box = { x: left + 6, y: top + 6, width: width - 12, height: height - 12, rx: 12 };
    drawing.append(made("rect", { class: "kith-simple__ring kith-simple__ring--pale", ...box }));
    drawing.append(made("text", { class: "kith-simple__part", x: left + width / 2, y: top + 28 }, part.title));
    const inside = placed.filter((item) => item.part === part.id || parts.length === 1);
    const inRow = Math.max(Math.floor((width - 12) / ROOM), 1);
    const rows = Math.max(Math.ceil(inside.length / inRow), 1);
    const wide = (width - 12) / Math.min(Math.max(inside.length, 1), inRow);
    for (const [place, item] of inside.entries()) {
      const down = (Math.floor(place / inRow) + 0.5) / rows;
      points.set(item.key, [left + 6 + wide * ((place % inRow) + 0.5), top + 28 + (height - 52) * down]);
    }
  }
  return points;
}

function drawMiddle(drawing, picture) {
  const group = made("g", { "data-item": "", class: "kith-simple__item" });
  group.append(made("circle", { class: "kith-simple__middle", cx: MIDDLE[0], cy: MIDDLE[1], r: MIDDLE_SIZE }));
  group.append(label(picture.centre, MIDDLE[0], MIDDLE[1] + 6));
  drawing.append(group);
}

// One stroke for each thing that the line says, side by side, and a head where help arrives.
function drawLine(drawing, { a, kinds, towards }, from, to) {
  if (!from || !to) return;
  const long = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const along = [(to[0] - from[0]) / long, (to[1] - from[1]) / long];
  const at = (far, aside) => [from[0] + along[0] * far - along[1] * aside, from[1] + along[1] * far + along[0] * aside];
  const [begins, ends] = [a === "" ? MIDDLE_SIZE + 4 : SIZE + 6, long - SIZE - 6];
  if (ends - begins < 2 * HEAD) return;
  for (const [place, kind] of kinds.entries()) {
    const aside = (place - (kinds.length - 1) / 2) * BESIDE;
    for (const d of strokes(kind, begins, ends, (far, more = 0) => at(far, aside + more).map(Math.round).join(" "))) {
      drawing.append(made("path", { class: `kith-simple__line kith-simple__line--${kind.replace("_", "-")}`, d }));
    }
  }
  if (towards === "a" || towards === "both") drawing.append(head([at(begins, 0), at(begins + HEAD, HEAD / 2), at(begins + HEAD, -HEAD / 2)]));
  if (towards === "b" || towards === "both") drawing.append(head([at(ends, 0), at(ends - HEAD, HEAD / 2), at(ends - HEAD, -HEAD / 2)]));
}

const head = (points) => made("polygon", { class: "kith-simple__head", points: points.map((point) => point.map(Math.round).join(",")).join(" ") });

function strokes(kind, begins, ends, at) {
  const middle = (begins + ends) / 2;
  if (kind === "strong") return [-3, 3].map((aside) => `M${at(begins, aside)}L${at(ends, aside)}`);
  if (kind === "choppy") return [`M${zigzag(begins, ends).map(([far, aside]) => at(far, aside)).join("L")}`];
  if (kind !== "cut_off") return [`M${at(begins)}L${at(ends)}`];
  return [`M${at(begins)}L${at(middle - GAP)}`, `M${at(middle - GAP, GAP)}L${at(middle - GAP, -GAP)}`, `M${at(middle + GAP)}L${at(ends)}`];
}

function zigzag(begins, ends) {
  const count = Math.max(Math.floor((ends - begins) / ZIGZAG), 2);
  return Array.from({ length: count + 1 }, (_, place) => [begins + ((ends - begins) * place) / count, place % 2 ? 6 : -6]);
}

function drawItem(drawing, item, [x, y] = MIDDLE) {
  const group = made("g", { "data-item": item.key, class: "kith-simple__item" });
  const outer = item.kind === "person" || item.kind === "pet" ? ["circle", { cx: x, cy: y, r: SIZE }] : box(x, y);
  group.append(made(outer[0], { class: "kith-simple__shape", ...outer[1] }), ...face(item, x, y), label(item.name || "Who?", x, y + (item.face ? 42 : 36)));
  drawing.append(group);
}

// A round photograph, cut by the circle that it stands in.
function face({ key, face: shown }, x, y) {
  if (!shown) return [];
  const clip = made("clipPath", { id: `round-${key}` });
  clip.append(shape("circle", { cx: x, cy: y, r: FACE }));
  const image = { href: shown.image, x: x - FACE, y: y - FACE, width: 2 * FACE, height: 2 * FACE, "clip-path": `url(#round-${key})` };
  return [clip, made("image", image), made("circle", { class: "kith-simple__edge", cx: x, cy: y, r: FACE })];
}

const box = (x, y) => ["rect", { x: x - SIZE, y: y - 16, width: 2 * SIZE, height: 32, rx: 6 }];

function label(name, x, y) {
  const words = name.length > 22 ? `${name.slice(0, 21)}…` : name;
  const half = words.length * LETTER + 4;
  return made("text", { class: "kith-simple__name", x: Math.min(Math.max(x, half), WIDTH - half), y }, words);
}
