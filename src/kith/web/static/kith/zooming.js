// How large a picture stands in a canvas that scrolls: by buttons and keys, and never by scrolling alone.

const STEP = 1.25;
const SMALLEST = 0.1;
const LARGEST = 4;
const READABLE = 0.92; // below it the smallest words of a picture, those of its key, would stand under 13 px
const PHOTOGRAPH = 620; // px, at least as wide as which one can be pointed at
const WAYS = { "+": "in", "=": "in", "-": "out", 0: "fit" };

export function wayOf(event) {
  return event.ctrlKey || event.metaKey || event.altKey ? undefined : WAYS[event.key];
}

export function scaleOf(drawing) {
  return drawing.getScreenCTM().a;
}

// On a narrow screen the canvas is as high as what stands in it, so that the screen says how much room there is.
function room(canvas, drawing) {
  const inner = getComputedStyle(canvas);
  const across = canvas.clientWidth - parseFloat(inner.paddingLeft) - parseFloat(inner.paddingRight);
  const down = canvas.clientHeight - parseFloat(inner.paddingTop) - parseFloat(inner.paddingBottom);
  const { width, height } = drawing.viewBox.baseVal;
  return { across: across / width, down: Math.max(down, 0.6 * innerHeight) / height };
}

export function fitting(canvas, drawing) {
  const { across, down } = room(canvas, drawing);
  return Math.min(across, down);
}

// All of it where its words can be read then; else as wide as there is room, but never too small to read.
export function atFirst(canvas, drawing) {
  const whole = fitting(canvas, drawing);
  const least = drawing.dataset.on === "photograph" ? PHOTOGRAPH / drawing.viewBox.baseVal.width : READABLE;
  return whole >= least ? whole : Math.max(least, Math.min(1, room(canvas, drawing).across));
}

export function next(way, canvas, drawing) {
  if (way === "fit") return fitting(canvas, drawing);
  const wanted = way === "in" ? scaleOf(drawing) * STEP : scaleOf(drawing) / STEP;
  return Math.min(LARGEST, Math.max(SMALLEST, wanted));
}

// What was in the middle stays there.
export function scaleTo(scale, canvas, drawing) {
  const seen = canvas.getBoundingClientRect();
  const middle = new DOMPoint(seen.left + canvas.clientWidth / 2, seen.top + canvas.clientHeight / 2);
  const at = middle.matrixTransform(drawing.getScreenCTM().inverse());
  const { width, height } = drawing.viewBox.baseVal;
  canvas.classList.add("is-zoomed");
  drawing.setAttribute("width", width * scale);
  drawing.setAttribute("height", height * scale);
  const now = at.matrixTransform(drawing.getScreenCTM());
  canvas.scrollBy(now.x - middle.x, now.y - middle.y);
}

export function centreOn(canvas, { left, right, top, bottom }) {
  const seen = canvas.getBoundingClientRect();
  canvas.scrollBy((left + right) / 2 - seen.left - seen.width / 2, (top + bottom) / 2 - seen.top - seen.height / 2);
}

export function bringIntoView(canvas, box) {
  const seen = canvas.getBoundingClientRect();
  const isInside = box.left >= seen.left && box.right <= seen.right && box.top >= seen.top && box.bottom <= seen.bottom;
  if (!isInside) centreOn(canvas, box);
}
