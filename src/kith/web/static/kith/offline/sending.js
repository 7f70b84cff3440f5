// Sends what waits on this device, in order. What Kith has taken is deleted here; what clashes is shown as two views.
import { keyFromText, unlock } from "./cipher.js";
import { made } from "./listing.js";
import { allHeld, close, forget, isOver, letGo, waiting } from "./store.js";

const page = document.getElementById("sending").dataset;
const token = document.querySelector("form input[name=csrfmiddlewaretoken]").value;
const say = (words) => (document.getElementById("sending-says").textContent = words);
const asked = document.getElementById("asked");
const STAYS = `It stays on this ${page.on}, locked.`;

async function start() {
  const held = (await allHeld()).find((one) => one.ref === page.ref);
  const rows = await waiting(page.ref);
  if (!held && rows.length === 0) return say(`Nothing of this ${page.what} is on this device. Open this page on the ${page.on} that it was taken on.`);
  const key = await keyFromText(page.key);
  const acts = await Promise.all(rows.map(async (row) => ({ ...(await unlock(row, key, page.ref)), places: [row.place] })));
  if (held && rows.length && !page.keepOn) await close(held); // from now on this page alone knows how it stands
  await sendAll(acts);
}

async function sendAll(acts) {
  const open = [...acts];
  let count = 0;
  while (open.length) {
    const act = open.shift();
    say(`Sending ${count + 1} of ${acts.length}`);
    const answer = await sent(act, {});
    if (!answer) return say(`The network went away. ${STAYS} Open this page again to send the rest.`);
    if (answer.outcome === "done") await forget(act.places);
    else ask(folded(act, open), answer);
    count += 1;
  }
  await finish();
}

// What was done later with the same thing belongs to the same question.
function folded(act, open) {
  const key = ["place", "make"].includes(act.act) ? act.id : act.key;
  const whole = { ...act, places: [...act.places], fields: { ...act.fields } };
  for (const later of open.filter((one) => one.key === key)) {
    open.splice(open.indexOf(later), 1);
    whole.places.push(...later.places);
    Object.assign(whole.fields, later.fields);
    Object.assign(whole, { full: later.full, says: later.says });
    if (act.act !== "place") whole.act = later.act;
  }
  return whole;
}

async function sent(act, chosen) {
  const fields = chosen.choice === "both" ? act.full : act.fields;
  const key = act.handed ?? act.key;
  const body = bodyOf({ csrfmiddlewaretoken: token, ...fields, id: act.id, act: act.act, key, version: act.version, ...chosen });
  try {
    const answer = await fetch(page.send, { method: "POST", body, credentials: "same-origin" });
    if (answer.headers.get("Content-Type")?.includes("json")) return await answer.json();
    if (answer.redirected) location.reload(); // signed out meanwhile: it leads to signing in, and back here
    return { outcome: "refused", says: "Kith does not take this any more from you." };
  } catch {
    return null;
  }
}

// A line has several kinds at once, each of them sent by itself.
function bodyOf(fields) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    const sent = name === "points" ? [value.join(",")] : name === "around" ? value.map((key) => key || "middle") : [value].flat();
    for (const one of sent) body.append(name, one);
  }
  return body;
}

// ---- Two views, side by side ------------------------------------------------------------------------------------

function ask(act, answer) {
  const panel = made("section", { class: "kith-sheet kith-clash", tabindex: "-1" }, made("h2", {}, act.says[0]));
  if (answer.outcome === "clash") panel.append(made("p", {}, "Both changed. Look at the two, and choose."), sides(act, answer), choices(panel, act, answer));
  else panel.append(made("p", {}, answer.says), view(`On this ${page.on}`, act.says), refused(panel, act));
  asked.append(panel);
}

function sides(act, answer) {
  return made("div", { class: "kith-clash__sides" }, view(`On this ${page.on}`, act.says), view("In Kith now", answer.here));
}

function view(title, lines) {
  return made("div", { class: "kith-clash__side" }, made("h3", {}, title), made("ul", {}, ...lines.map((line) => made("li", { dir: "auto" }, line))));
}

function choices(panel, act, answer) {
  const row = made("div", { class: "kith-acts" });
  for (const { id, says } of answer.choices) row.append(press(says, () => choose(panel, act, answer, id)));
  return row;
}

function refused(panel, act) {
  return made("div", { class: "kith-acts" }, press("Try again", () => choose(panel, act, {}, "")), press(`Delete it from this ${page.on}`, () => drop(panel, act)));
}

function press(says, deed) {
  const button = made("button", { type: "button", class: "kith-tool" }, says);
  button.addEventListener("click", deed);
  return button;
}

async function choose(panel, act, seen, choice) {
  const chosen = choice ? { choice, version: seen.version } : {};
  const answer = await sent(act, chosen);
  if (!answer) return say(`The network went away. ${STAYS}`);
  if (answer.outcome === "done") return drop(panel, act);
  panel.remove();
  ask(act, answer);
}

async function drop(panel, act) {
  await forget(act.places);
  panel.remove();
  await finish();
}

async function finish() {
  const left = asked.children.length;
  if (left) {
    asked.firstElementChild.focus();
    return say(left === 1 ? "One thing waits for you." : `${left} things wait for you.`);
  }
  if (!(await stays())) await takeOff();
}

// An empty form is as good as new: it stays for its day, under the same PIN. A picture is another by now.
async function stays() {
  const held = page.keepOn && (await allHeld()).find((one) => one.ref === page.ref);
  if (!held?.locked || isOver(held, Date.now()) || (await waiting(page.ref)).length) return false;
  const answer = await told(page.keepOn);
  const until = answer?.ok && (await answer.json()).stays;
  if (!until) return false;
  say(`All is sent. The form on this ${page.on} is empty again. It opens with the same PIN until ${until}.`);
  ended("stays");
  return true;
}

async function takeOff() {
  const answer = await told(page.end);
  if (!answer?.ok) return say(`All is sent. Open this page again to take the ${page.what} off this ${page.on}.`);
  await letGo(page.ref);
  say(`All is sent. Nothing of this ${page.what} is on this ${page.on} any more.`);
  ended("to-picture");
}

const told = (address) =>
  fetch(address, { method: "POST", body: new URLSearchParams({ csrfmiddlewaretoken: token }), credentials: "same-origin" }).catch(() => null);

function ended(next) {
  for (const id of ["stays", "to-picture"]) document.getElementById(id)?.toggleAttribute("hidden", id !== next);
  for (const part of document.querySelectorAll("[data-until-sent]")) part.hidden = true;
}

document.getElementById("take-off")?.addEventListener("click", takeOff);
start().catch(() => say(`That could not be opened here. ${STAYS}`));
