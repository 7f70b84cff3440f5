// Drawing by hand: while a pen is chosen a finger draws and moves nothing; each stroke is sent when the pen is lifted.

import { drawing, find, root, say, symbols, warn } from "./page.js";
import { bodyOf, send } from "./sending.js";

const WHOLE = 1000;
const MOST = 400; // points of one stroke; a longer one goes on as the next
const APART = 3; // thousandths: nearer points say nothing more
const NO_PEN = { name: "", width: "", rubs: false };
const ROUND = 48; // points of an oval that goes around nobody

let pen = NO_PEN;
let stroke = null;
const unsent = new Set(); // strokes that are on their way, or had no signal; they stay in sight

export function prepareHand() {
  const pens = find("[data-pens]");
  if (!pens) return;
  pens.hidden = false;
  const fold = find("details[data-drawing]");
  const summary = fold.querySelector("summary");
  summary.dataset.draw ??= summary.textContent;
  show();
  for (const one of unsent) drawing()?.append(one.line);
  if (stroke) drawing()?.append(stroke.line);
}

function show() {
  const fold = find("details[data-drawing]");
  const summary = fold?.querySelector("summary");
  if (!summary) return;
  const isOn = Boolean(pen.name) || pen.rubs;
  root.classList.toggle("is-drawing", isOn);
  root.classList.toggle("is-rubbing", pen.rubs);
  summary.textContent = isOn ? fold.dataset.drawing : summary.dataset.draw;
  summary.classList.toggle("kith-big--main", isOn && summary.matches(".kith-big"));
}

function take(next, words) {
  pen = next;
  find("details[data-drawing]").open = false;
  show();
  say(words);
}

root.addEventListener("click", (event) => {
  const summary = event.target.closest("details[data-drawing] > summary");
  if (summary && root.classList.contains("is-drawing")) {
    event.preventDefault();
    return take(NO_PEN, "You move things again.");
  }
  const tool = event.target.closest("[data-pen], [data-rub]");
  if (!tool) return;
  const width = find("[name=pen-width]:checked").value;
  if (tool.matches("[data-rub]")) take({ ...NO_PEN, rubs: true }, "Press what you want to rub out.");
  else take({ name: tool.dataset.pen, width, rubs: false, shape: find("[name=pen-shape]:checked").value, mark: markOf(tool) }, "Draw on the picture.");
});

function markOf(tool) {
  const wide = Number(find("[name=pen-width]:checked").dataset.wide);
  return { colour: tool.querySelector("circle").getAttribute("fill"), wide };
}

// Before anything else hears of it: what is drawn on is neither chosen nor moved.
for (const kind of ["pointerdown", "click"]) root.addEventListener(kind, (event) => instead(event, kind), { capture: true });

function instead(event, kind) {
  if (!root.classList.contains("is-drawing") || !event.target.closest?.("#canvas")) return;
  event.stopPropagation();
  if (kind === "click" || event.button) return;
  event.preventDefault();
  if (pen.rubs) rubOut(event);
  else begin(event);
}

function rubOut(event) {
  const key = event.target.closest("[data-made]")?.dataset.made ?? event.target.closest("[data-kind=sticker]")?.dataset.item;
  if (!key) return;
  const entry = find(`[data-stroke="${CSS.escape(key)}"]`) ?? find(`[data-twin="${CSS.escape(key)}"] form[action$="/rub-out"] button`);
  entry?.closest("form").requestSubmit();
}

function plane() {
  const { width } = drawing().viewBox.baseVal;
  return { width, height: Number(drawing().dataset.plane) };
}

function thousandths({ clientX, clientY }) {
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(drawing().getScreenCTM().inverse());
  const { width, height } = plane();
  return [x / width, y / height].map((share) => Math.min(Math.max(Math.round(share * WHOLE), 0), WHOLE));
}

function begin(event) {
  stroke = { points: [thousandths(event)], line: lineOf(), pointer: event.pointerId, isRing: pen.shape === "ring", from: event, to: event };
  paint();
}

function lineOf() {
  const line = document.createElementNS("http://www.w3.org/2000/svg", "polyline");
  const look = { fill: "none", stroke: pen.mark.colour, "stroke-linecap": "round", "stroke-linejoin": "round" };
  look["stroke-width"] = (pen.mark.wide * plane().width) / WHOLE;
  for (const [name, value] of Object.entries(look)) line.setAttribute(name, value);
  drawing().append(line);
  return line;
}

function paint() {
  const { width, height } = plane();
  const places = stroke.points.map(([x, y]) => `${(x * width) / WHOLE},${(y * height) / WHOLE}`);
  stroke.line.setAttribute("points", [...places, places.at(-1)].join(" "));
}

addEventListener("pointermove", (event) => {
  if (stroke?.pointer !== event.pointerId) return;
  if (stroke.isRing) return stretch(event);
  for (const one of event.getCoalescedEvents?.() ?? [event]) add(thousandths(one));
  paint();
});

function add([x, y]) {
  const [lastX, lastY] = stroke.points.at(-1);
  if (Math.hypot(x - lastX, y - lastY) < APART) return;
  stroke.points.push([x, y]);
  if (stroke.points.length < MOST) return;
  keep();
  stroke = { ...stroke, points: [[x, y]], line: lineOf() };
}

addEventListener("pointerup", (event) => lift(event));
addEventListener("pointercancel", (event) => lift(event));

function lift(event) {
  if (stroke?.pointer !== event.pointerId) return;
  if (stroke.isRing) keepRing(event);
  else keep();
  stroke = null;
}

// ---- A ring, from corner to corner: it goes around those whose middle it holds, and follows them; else it is an oval.

function stretch(event) {
  stroke.to = event;
  const [[left, top], [right, bottom]] = [stroke.from, event].map(thousandths);
  const [x, y, wide, high] = [(left + right) / 2, (top + bottom) / 2, Math.abs(right - left) / 2, Math.abs(bottom - top) / 2];
  const turns = Array.from({ length: ROUND + 1 }, (_, step) => (2 * Math.PI * step) / ROUND);
  stroke.points = turns.map((turn) => [Math.round(x + wide * Math.cos(turn)), Math.round(y + high * Math.sin(turn))]);
  paint();
}

function isInside(one) {
  const { left, top, width, height } = one.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const { from, to } = stroke;
  const [wide, high] = [Math.abs(to.clientX - from.clientX) / 2, Math.abs(to.clientY - from.clientY) / 2];
  return ((x - (from.clientX + to.clientX) / 2) / wide) ** 2 + ((y - (from.clientY + to.clientY) / 2) / high) ** 2 < 1;
}

function keepRing(event) {
  stroke.to = event.type === "pointerup" ? event : stroke.to;
  if (stroke.points.length === 1) return stroke.line.remove(); // pressed, and not drawn
  const people = symbols().filter((one) => one.dataset.kind !== "sticker" && isInside(one)).map((one) => one.dataset.item);
  const middle = [...drawing().querySelectorAll('[data-layer="centre"]')].filter(isInside).map(() => "middle");
  keep([...middle, ...people]);
}

function keep(around = []) {
  const address = find("[data-pens]")?.dataset.make;
  if (!address) return warn("Not saved. Your drawing has no page any more.");
  unsent.add({ ...stroke, what: pen.name, width: pen.width, around });
  for (const one of unsent) if (!one.isOnItsWay) post(address, one);
}

async function post(address, one) {
  one.isOnItsWay = true;
  const { what, width, points, around } = one;
  const body = bodyOf(around.length ? { kind: "ring", what, width } : { kind: "stroke", what, width, points: points.flat().join(",") });
  for (const key of around) body.append("around", key);
  const isSaved = await send(address, body);
  one.isOnItsWay = false;
  if (!isSaved) return;
  unsent.delete(one);
  one.line.remove();
}

addEventListener("keydown", (event) => {
  if (event.key === "Escape" && root.classList.contains("is-drawing")) take(NO_PEN, "You move things again.");
});
