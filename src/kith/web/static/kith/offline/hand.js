// Drawing by hand without network: with a finger, a pen or a mouse, each stroke kept locked as it is lifted; and what
// needs no drawing at all, a ring around those who are ticked and a sticker, by one press.
import { courseOf, penned, saidMade, shape } from "./made.js";
import { made as element } from "./words.js";

const WHOLE = 1000;
const MOST = 400; // points of one stroke
const APART = 3;
const ROUND = 48;
const NO_PEN = { name: "", width: "", rubs: false, isRing: false };

const find = (selector) => document.querySelector(selector);
const canvas = () => find("#canvas svg");
let shown = null; // { picture, placed, made, size, act, say }
let pen = NO_PEN;
let stroke = null;

export function prepareHand(next) {
  const isNew = !shown;
  shown = next;
  if (isNew) fill();
  const ticked = new Set([...document.querySelectorAll("#ring-whom input:checked")].map((tick) => tick.value));
  const inside = [["", shown.picture.centre], ...shown.placed.map((item) => [item.key, item.name || "Who?"])];
  find("#ring-whom").replaceChildren(find("#ring-whom legend"), ...inside.map(([key, name]) => tickOf(key, name, ticked.has(key))));
  const rows = shown.made.map((one, place) => madeEntry(one, place));
  find("#made").replaceChildren(...rows);
  find("#made-part").hidden = rows.length === 0;
}

// Closed: nothing of what was drawn stays on the page.
export function stopHand() {
  shown = stroke = null;
  take(NO_PEN);
  for (const row of ["#pens", "#thick", "#stick", "#ring-colours", "#ring-whom"]) find(row).replaceChildren(find(`${row} legend`));
  find("#made").replaceChildren();
}

function fill() {
  const { pens, widths, stickers } = shown.picture.tools;
  for (const [name, one] of Object.entries(pens)) {
    find("#pens").append(press(one.title, () => draw(name), disc(one.colour)));
    find("#ring-colours").append(press(one.title, () => ring(name), disc(one.colour)));
  }
  find("#pens").append(press("Rub out", () => take({ ...NO_PEN, rubs: true }, "Press what you want to rub out.")));
  for (const [name, one] of Object.entries(widths)) find("#thick").append(radio(name, one.title));
  for (const [name, one] of Object.entries(stickers)) find("#stick").append(press(one.title, () => stick(name)));
}

function press(says, deed, ...before) {
  const button = element("button", { type: "button", class: "kith-tool kith-sticker" }, ...before, says);
  button.addEventListener("click", deed);
  return button;
}

function disc(colour) {
  const drawn = shape("svg", { viewBox: "0 0 24 24", width: 24, height: 24, "aria-hidden": "true" });
  drawn.append(shape("circle", { cx: 12, cy: 12, r: 10, fill: colour }));
  return drawn;
}

function radio(name, says) {
  const input = element("input", { type: "radio", name: "thick", value: name });
  input.defaultChecked = name === "middle";
  return element("label", { class: "kith-tick" }, input, ` ${says}`);
}

function tickOf(key, name, isOn) {
  const input = element("input", { type: "checkbox", value: key });
  input.checked = isOn;
  return element("label", { class: "kith-tick" }, input, " ", element("bdi", {}, name));
}

function madeEntry(one, place) {
  const says = saidMade(shown.picture, one, shown.placed);
  const off = press("Rub out", () => shown.act({ act: "rub_out", key: one.key, chosen: "" }));
  off.append(element("span", { class: "govuk-visually-hidden" }, `: ${says}, number ${place + 1}`));
  return element("li", { class: "kith-line-said" }, element("span", {}, says), off);
}

const thick = () => find("[name=thick]:checked").value;
const make = (fields) => shown.act({ act: "make", fields: { width: "", points: [], around: [], ...fields }, chosen: "" });

function ring(what) {
  const around = [...document.querySelectorAll("#ring-whom input:checked")].map((tick) => tick.value);
  find("#no-ring").textContent = around.length ? "" : "Tick who is inside.";
  if (around.length) make({ kind: "ring", what, width: thick(), around });
}

function stick(what) {
  const count = shown.made.filter((one) => one.kind === "sticker").length;
  make({ kind: "sticker", what, points: [100 + (count % 8) * 110, Math.max(880 - Math.floor(count / 8) * 120, 0)] });
}

function draw(name) {
  take({ name, width: thick(), rubs: false, isRing: find("[name=shape]:checked").value === "ring" }, "Draw on the picture.");
}

function take(next, words) {
  pen = next;
  const isOn = Boolean(pen.name) || pen.rubs;
  document.body.classList.toggle("is-drawing", isOn);
  document.body.classList.toggle("is-rubbing", pen.rubs);
  find("#stop-drawing").hidden = !isOn;
  if (!words) return;
  find("#hand").open = false;
  shown.say(words);
}

find("#stop-drawing").addEventListener("click", () => take(NO_PEN, "You choose things again."));
addEventListener("keydown", (event) => event.key === "Escape" && shown && document.body.classList.contains("is-drawing") && take(NO_PEN, "You choose things again."));

// Before anything else hears of it: what is drawn on is not chosen.
for (const kind of ["pointerdown", "click"]) addEventListener(kind, (event) => instead(event, kind), { capture: true });

function instead(event, kind) {
  if (!shown || !document.body.classList.contains("is-drawing") || !event.target.closest?.("#canvas")) return;
  event.stopPropagation();
  if (kind === "click" || event.button) return;
  event.preventDefault();
  if (pen.rubs) return rubOut(event);
  const line = penned(shown.picture, { what: pen.name, width: pen.width }, "", shown.size);
  stroke = { points: [thousandths(event)], line, pointer: event.pointerId, from: event };
  canvas().append(line);
  paint();
}

function rubOut(event) {
  const key = event.target.closest("[data-made]")?.dataset.made;
  if (key) shown.act({ act: "rub_out", key, chosen: "" });
}

function thousandths({ clientX, clientY }) {
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(canvas().getScreenCTM().inverse());
  return [x / shown.size[0], y / shown.size[1]].map((share) => Math.min(Math.max(Math.round(share * WHOLE), 0), WHOLE));
}

const paint = () => stroke.line.setAttribute("d", courseOf(stroke.points.flat(), shown.size));

addEventListener("pointermove", (event) => {
  if (stroke?.pointer !== event.pointerId) return;
  if (pen.isRing) oval(event);
  else for (const one of event.getCoalescedEvents?.() ?? [event]) add(thousandths(one));
  paint();
});

function add([x, y]) {
  const [lastX, lastY] = stroke.points.at(-1);
  if (stroke.points.length < MOST && Math.hypot(x - lastX, y - lastY) >= APART) stroke.points.push([x, y]);
}

function oval(event) {
  stroke.to = event;
  const [[left, top], [right, low]] = [stroke.from, event].map(thousandths);
  const [x, y, wide, high] = [(left + right) / 2, (top + low) / 2, Math.abs(right - left) / 2, Math.abs(low - top) / 2];
  const turns = Array.from({ length: ROUND + 1 }, (_, step) => (2 * Math.PI * step) / ROUND);
  stroke.points = turns.map((turn) => [Math.round(x + wide * Math.cos(turn)), Math.round(y + high * Math.sin(turn))]);
}

for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, lift);

function lift(event) {
  if (stroke?.pointer !== event.pointerId) return;
  const { points, from, to, line } = stroke;
  stroke = null;
  const around = pen.isRing && to ? inside(from, to) : [];
  const drawn = { what: pen.name, width: pen.width };
  if (around.length) make({ kind: "ring", ...drawn, around });
  else if (!pen.isRing || to) make({ kind: "stroke", ...drawn, points: points.flat() });
  else line.remove();
}

function inside(from, to) {
  const [wide, high] = [Math.abs(to.clientX - from.clientX) / 2, Math.abs(to.clientY - from.clientY) / 2];
  const [x, y] = [(from.clientX + to.clientX) / 2, (from.clientY + to.clientY) / 2];
  const isIn = (one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    return ((left + width / 2 - x) / wide) ** 2 + ((top + height / 2 - y) / high) ** 2 < 1;
  };
  return [...document.querySelectorAll("#canvas [data-item]")].filter(isIn).map((one) => one.dataset.item);
}
