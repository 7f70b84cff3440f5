// "Hide this now": a calm scene stands over everything at once; then the server keeps it covered, whatever is pressed.

import { find, root } from "./page.js";
import { afterAll } from "./sending.js";

const AGAIN = 2000; // ms until it is tried again where there is no signal

root.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-cover]");
  if (!form) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form));
  const calm = find("[data-calm]");
  calm.hidden = false;
  for (const other of root.children) if (other !== calm) other.inert = true;
  afterAll(() => coverOn(form.action, body));
});

async function coverOn(address, body) {
  try {
    const answer = await fetch(address, { method: "POST", body, credentials: "same-origin" });
    location.replace(answer.url);
  } catch {
    await new Promise((then) => setTimeout(then, AGAIN));
    return coverOn(address, body);
  }
}

// A page that the browser kept by itself may be from before it was covered.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
