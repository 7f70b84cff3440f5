// Shows what Kith knows of the days that are chosen in the form of a new row, of today at first; else the way to all.
const PAUSE = 700; // ms without a key: longer than it takes to say back what the words mean

for (const part of document.querySelectorAll("[data-near]")) {
  const form = part.closest("form");
  const toAll = [...part.childNodes];
  let waits = 0;
  const soon = (event) => {
    if (!["on", "start"].includes(event.target.name)) return;
    clearTimeout(waits);
    waits = setTimeout(() => look(part, form, toAll), event.type === "input" ? PAUSE : 0);
  };
  form.addEventListener("change", soon);
  form.addEventListener("input", soon);
  look(part, form, toAll);
}

async function look(part, form, toAll) {
  const chosen = () => [form.elements.on.value, form.elements.start.value].join();
  const asked = chosen();
  const { csrfmiddlewaretoken, on, start } = form.elements;
  const body = new URLSearchParams({ csrfmiddlewaretoken: csrfmiddlewaretoken.value, on: on.value, start: start.value });
  const answer = await fetch(part.dataset.near, { method: "POST", body, credentials: "same-origin" }).catch(() => null);
  if (chosen() !== asked) return;
  const found = answer?.ok && !answer.redirected ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  part.replaceChildren(...(found?.body.children.length ? found.body.childNodes : toAll));
}
