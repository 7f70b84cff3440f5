// The keyboard in a timeline, and its rows in step with it: what is chosen in one is chosen in the other.
// The page works without this file: every mark is a link to its row, and every zoom is a link to other days.

const DAY = 86_400_000; // milliseconds

const story = document.querySelector("[data-story]");
const pan = document.getElementById("lanes");
const said = document.getElementById("lanes-said");
const keys = document.getElementById("keys");
const lanes = [...(story?.querySelectorAll("[data-lane]") ?? [])].map((lane) => [...lane.querySelectorAll("a")]);
const marks = lanes.flat().sort((a, b) => at(a) - at(b));

function at(mark) {
  return Number(mark.dataset.at);
}

function rowsOf(mark) {
  return mark.dataset.rows.split(" ").map((ref) => document.getElementById(`row-${ref}`)).filter(Boolean);
}

// ---- Choosing -----------------------------------------------------------------------------------

function clear() {
  for (const one of document.querySelectorAll(".is-chosen")) one.classList.remove("is-chosen");
}

function choose(mark) {
  clear();
  mark.classList.add("is-chosen");
  for (const row of rowsOf(mark)) row.classList.add("is-chosen");
}

function toRow(mark) {
  const rows = rowsOf(mark);
  const row = rows.at(-1);
  if (!row) return false;
  choose(mark);
  row.setAttribute("tabindex", "-1");
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "center" });
  said.textContent = rows.length > 1 ? `${rows.length} rows are marked in the table.` : "The row is marked in the table.";
  return true;
}

// What lies under the column of titles, which stays where it is, is not seen.
function bringIntoView(mark) {
  const titles = pan.querySelector(".kith-lanes__titles").getBoundingClientRect();
  const seen = pan.getBoundingClientRect();
  const box = mark.getBoundingClientRect();
  if (box.left >= titles.right && box.right <= seen.right) return;
  pan.scrollBy(box.left + box.width / 2 - (titles.right + seen.right) / 2, 0);
}

function stand(mark) {
  for (const one of marks) one.setAttribute("tabindex", "-1");
  mark.setAttribute("tabindex", "0");
}

function goTo(mark) {
  if (!mark) return;
  stand(mark);
  mark.focus({ preventScroll: true });
  bringIntoView(mark);
}

// ---- Walking ------------------------------------------------------------------------------------

function nearestTo(x, some) {
  return some.reduce((best, one) => (Math.abs(at(one) - x) < Math.abs(at(best) - x) ? one : best));
}

function inAnotherLane(mark, way) {
  const others = lanes[lanes.findIndex((one) => one.includes(mark)) + way];
  return others && nearestTo(at(mark), others);
}

// Nearer goes to the days round the mark that has the focus, as many of them as the link would show.
function roundOf(mark, link) {
  const to = new URL(link.href);
  const [first, last] = ["from", "to"].map((name) => Date.parse(to.searchParams.get(name)));
  const day = Date.parse(mark.dataset.day) - Math.floor((last - first) / 2 / DAY) * DAY;
  to.searchParams.set("from", dated(day));
  to.searchParams.set("to", dated(day + last - first));
  return to;
}

function dated(time) {
  return new Date(time).toISOString().slice(0, 10);
}

function follow(name, mark) {
  const link = document.querySelector(`[data-step="${name}"]`);
  if (!link) said.textContent = name === "nearer" ? "This is as near as it gets." : "This is the whole story.";
  else if (name === "nearer" && mark && link.href) location.assign(roundOf(mark, link));
  else link.click();
}

const walks = {
  ArrowLeft: (mark) => goTo(marks[marks.indexOf(mark) - 1]),
  ArrowRight: (mark) => goTo(marks[marks.indexOf(mark) + 1]),
  ArrowUp: (mark) => goTo(inAnotherLane(mark, -1)),
  ArrowDown: (mark) => goTo(inAnotherLane(mark, 1)),
  Home: () => goTo(marks[0]),
  End: () => goTo(marks.at(-1)),
};
const acts = {
  "+": (mark) => follow("nearer", mark),
  "=": (mark) => follow("nearer", mark),
  "-": () => follow("farther"),
  "?": () => keys.showModal(),
};

pan?.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const mark = event.target.closest("a[data-rows]");
  const act = (mark && walks[event.key]) || acts[event.key];
  if (!act) return;
  event.preventDefault();
  act(mark);
});

story?.addEventListener("click", (event) => {
  const mark = event.target.closest("a[data-rows]");
  if (mark?.getAttribute("href").startsWith("#") && toRow(mark)) event.preventDefault();
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-row]");
  const mark = link && document.querySelector(link.getAttribute("href"));
  if (!mark) return;
  event.preventDefault();
  choose(mark);
  goTo(mark);
  pan.scrollIntoView({ block: "nearest" });
});

for (const button of document.querySelectorAll("[data-keys]")) {
  button.hidden = !marks.length;
  button.addEventListener("click", () => keys.showModal());
}

if (marks.length) {
  stand(marks.at(-1));
  pan.removeAttribute("tabindex"); // its one stop is a mark from now on
  bringIntoView(marks.at(-1));
  // A browser lets go of the focus when it has reached the place that an address names: that is when it loaded.
  const middle = nearestTo(story.viewBox.baseVal.width / 2, marks);
  if (location.hash === "#timeline") addEventListener("load", () => goTo(middle), { once: true });
}
