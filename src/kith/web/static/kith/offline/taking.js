// Takes one picture or form along: asks for a PIN, keeps the empty page, and locks what Kith hands out before it is kept.
import { ROUNDS, canLock, keyFromPin, lock, newSalt, unlock } from "./cipher.js";
import { hold } from "./store.js";

const SHORTEST = 6;
const form = document.getElementById("take");
const say = (words) => (document.getElementById("take-says").textContent = words);

if (canLock()) form.hidden = false;
else document.getElementById("cannot").hidden = false;

form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const [pin, again] = ["pin", "pin-again"].map((id) => document.getElementById(id).value.trim());
  const why = whyNot(pin, again);
  if (why) return say(why);
  form.querySelector("button").disabled = true;
  try {
    await take(pin);
  } catch {
    say("It could not be kept on this device, so nothing was left on it. Try again.");
    form.querySelector("button").disabled = false;
  }
});

function whyNot(pin, again) {
  if (pin.length < SHORTEST) return `Choose a PIN of at least ${SHORTEST} digits or letters.`;
  if (new Set(pin).size < 3) return "Choose a PIN that is harder to guess, with at least three different digits or letters.";
  return pin === again ? "" : "The two PINs are not the same. Write it again.";
}

async function take(pin) {
  say("Getting the device ready");
  await keepShell();
  await navigator.storage?.persist?.();
  const salt = newSalt();
  const key = await keyFromPin(pin, salt, ROUNDS);
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin" });
  if (!answer.headers.get("Content-Type")?.includes("json")) return location.reload(); // asked to confirm first
  const { says, locked, ...open } = await answer.json();
  if (says) {
    form.querySelector("button").disabled = false;
    return say(says);
  }
  await keepPicture({ ...open, salt, rounds: ROUNDS, wrong: 0, wait_until: 0 }, locked, key);
  location.assign(form.dataset.shell);
}

async function keepShell() {
  const { worker, shell } = form.dataset;
  const registered = await navigator.serviceWorker.register(worker, { scope: shell });
  const coming = registered.installing ?? registered.waiting;
  if (!registered.active) await new Promise((done, failed) => coming.addEventListener("statechange", () => {
    if (coming.state === "activated") done();
    if (coming.state === "redundant") failed(new Error("The page could not be kept."));
  }));
}

// It counts as taken along only when it opens again; otherwise Kith is told at once that nothing is here.
async function keepPicture(open, inside, key) {
  try {
    const locked = await lock(inside, key, open.ref);
    await unlock(locked, key, open.ref);
    await hold({ ...open, locked });
  } catch (problem) {
    const token = new FormData(form).get("csrfmiddlewaretoken");
    await fetch(`${open.send_to}/end`, { method: "POST", body: new URLSearchParams({ csrfmiddlewaretoken: token }) });
    throw problem;
  }
}
