// One act at a time, in the order in which they were done; what comes back takes the place of what stood there.

import { glide, places, settle } from "./gliding.js";
import { kept, putBack } from "./keeping.js";
import { all, find, isTogether, root, say, state, warn } from "./page.js";
import { sketch } from "./sketching.js";
import { frame } from "./zooming.js";

const STALE = 409; // what an act answers where somebody else was first
const NOT_SAVED = "Not saved. Your words are still here. Try again.";
const NO_SIGNAL = "There is no signal. Try again.";
const CHANGED = "Somebody else changed this first. This is how it stands now. Your words are still here.";

let sending = Promise.resolve();
let prepare = () => {};

export function whenShown(then) {
  prepare = then;
}

export function afterAll(then) {
  sending = sending.then(then);
  return sending;
}

// The body may be a question, answered when its turn has come: what an act before it changed has a new version.
export function send(address, body, form = null) {
  if (form) form.dataset.sending = "yes";
  state("Saving");
  return afterAll(() => sendNow(address, body, form));
}

// To another question, or to none; what was done before is not said again.
export function go(address) {
  return afterAll(async () => {
    await bring(address, null);
    say(find(".kith-together__ask > summary")?.textContent ?? "");
  });
}

async function sendNow(address, body, form) {
  try {
    const sent = body instanceof Function ? body() : body;
    const answer = await fetch(address, { method: "POST", body: sent, credentials: "same-origin" });
    if (answer.status === STALE) return await bring(location.href, null, CHANGED);
    if (!answer.ok) throw new Error(String(answer.status));
    show(await answer.text(), answer.url, form);
    return true;
  } catch {
    if (form) delete form.dataset.sending;
    warn(NOT_SAVED);
    settle();
    return false;
  }
}

async function bring(address, form, instead = "") {
  try {
    const answer = await fetch(address, { credentials: "same-origin" });
    show(await answer.text(), answer.url, form, instead);
  } catch {
    warn(NO_SIGNAL);
  }
}

function show(text, address, form, instead = "") {
  const page = new DOMParser().parseFromString(text, "text/html");
  const fresh = page.querySelector("[data-picture]");
  if (!fresh) return location.assign(address); // signed out, covered or finished: go where it leads
  const said = page.getElementById("said");
  const wasRefused = Boolean(said?.dataset.refused !== undefined);
  const before = places();
  const standing = kept(wasRefused ? null : form);
  root.replaceChildren(...fresh.children);
  prepare();
  frame(before);
  putBack(standing, { keepsFolds: !isTogether || wasRefused || Boolean(instead) });
  glide(before);
  history.replaceState(null, "", address);
  if (instead) warn(instead);
  else tell(said?.textContent.trim() || page.querySelector(".kith-notice")?.textContent.trim(), wasRefused);
}

function tell(words, wasRefused) {
  const now = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  state(wasRefused ? "Not saved" : `All saved ${now}`);
  if (!words) return;
  say(words);
  if (!wasRefused && find('form[action$="/undo"]')) say(`${words} Undo is available.`);
}

root.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-act]");
  if (!form) return;
  event.preventDefault();
  if (form.dataset.sending) return; // pressed twice
  const body = new URLSearchParams(new FormData(form, event.submitter));
  send(form.action, body, form).then(sketch(form, body));
});

export function bodyOf(fields) {
  const token = find("input[name=csrfmiddlewaretoken]")?.value ?? "";
  const asked = new URLSearchParams(location.search);
  const standing = Object.fromEntries(["ask", "after"].filter((name) => asked.get(name)).map((name) => [name, asked.get(name)]));
  return new URLSearchParams({ csrfmiddlewaretoken: token, to: isTogether ? "together" : "drawn", ...standing, ...fields });
}

export function unfold(name) {
  for (const fold of all("details[name=foot][open]")) fold.open = false;
  const fold = find(`[data-fold="${CSS.escape(name)}"]`);
  if (fold) fold.open = true;
  return fold;
}
