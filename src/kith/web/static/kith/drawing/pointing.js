// Pointing at somebody on the photograph of a paper map: a press marks the place and opens the form that asks who it is.

import { itemAt } from "./choosing.js";
import { all, drawing, find, inDrawing, root, say } from "./page.js";
import { unfold } from "./sending.js";

const WHOLE = 1000;
const POINTED = "Where you pressed";
const RADIUS = 19;

root.addEventListener("click", (event) => {
  const photograph = event.target.closest?.('#canvas > svg[data-on="photograph"]');
  if (!photograph || itemAt(event) || !find("#new-spot")) return;
  const { width, height } = drawing().viewBox.baseVal;
  const [x, y] = inDrawing(event);
  for (const list of all("select[name=spot]")) offer(list, `${thousandths(x, width)},${thousandths(y, height)}`);
  ring(photograph, x, y);
  unfold("add");
  find("#new-name").focus();
  say("The place is marked. Say who it is.");
});

function thousandths(at, whole) {
  return Math.min(Math.max(Math.round((at * WHOLE) / whole), 0), WHOLE);
}

function offer(list, value) {
  list.querySelector("[data-pointed]")?.remove();
  const option = new Option(POINTED, value, false, true);
  option.dataset.pointed = "";
  list.append(option);
}

// Where somebody was pointed at who has no name yet.
function ring(photograph, x, y) {
  photograph.querySelector("[data-ring]")?.remove();
  const mark = document.createElementNS("http://www.w3.org/2000/svg", "circle");
  for (const [name, value] of Object.entries({ cx: x, cy: y, r: RADIUS })) mark.setAttribute(name, value);
  mark.dataset.ring = "";
  photograph.append(mark);
}
