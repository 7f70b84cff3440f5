// Signing out takes pictures and forms off this device; while something on them is not sent, it asks to send that first.
import { allHeld, letGo, waiting } from "./store.js";

const form = document.getElementById("sign-out");
const note = document.getElementById("unsent");
const token = form.elements.csrfmiddlewaretoken.value;

async function mine() {
  const held = globalThis.indexedDB ? (await allHeld()).filter((one) => one.of === form.dataset.me) : [];
  return Promise.all(held.map(async (one) => ({ ...one, count: (await waiting(one.ref)).length })));
}

async function look() {
  const here = await mine();
  const unsent = here.filter((one) => one.count);
  note.hidden = unsent.length === 0;
  form.querySelector("button").disabled = unsent.length > 0;
  document.getElementById("unsent-links").replaceChildren(...unsent.map(link));
  document.getElementById("on-tablet").hidden = here.length === 0 || unsent.length > 0;
  return { here, unsent };
}

function link(one) {
  const way = document.createElement("a");
  way.href = one.send_to;
  const what = one.what === "form" ? "row" : "change";
  way.textContent = one.count === 1 ? `Send 1 ${what}` : `Send ${one.count} ${what}s`;
  const entry = document.createElement("li");
  entry.append(way);
  return entry;
}

async function clear(here) {
  for (const one of here) {
    const body = new URLSearchParams({ csrfmiddlewaretoken: token });
    await fetch(`${one.send_to}/end`, { method: "POST", body, credentials: "same-origin" }).catch(() => null);
    await letGo(one.ref);
  }
  if ((await allHeld()).length) return; // a colleague's: it opens with their PIN alone
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("kith-offline-")).map((name) => caches.delete(name)));
  const shell = await navigator.serviceWorker?.getRegistration(form.dataset.shell);
  await shell?.unregister();
}

document.getElementById("delete-unsent").addEventListener("click", async () => {
  await clear((await look()).unsent);
  await look();
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { here, unsent } = await look();
  if (unsent.length) return note.focus();
  if (here.length) await clear(here);
  form.submit();
});

look();
