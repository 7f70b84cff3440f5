// Shows what Kith knows of the days that are chosen in the form of a new row. Without this file: of today.
const PAUSE = 700; // ms without a key: longer than it takes to say back what the words mean

for (const part of document.querySelectorAll("[data-near]")) {
  const form = part.closest("form");
  let waits = 0;
  const soon = (event) => {
    if (!["on", "start"].includes(event.target.name)) return;
    clearTimeout(waits);
    waits = setTimeout(() => look(part, form), event.type === "input" ? PAUSE : 0);
  };
  form.addEventListener("change", soon);
  form.addEventListener("input", soon);
}

async function look(part, form) {
  const chosen = () => [form.elements.on.value, form.elements.start.value].join();
  const asked = chosen();
  const { csrfmiddlewaretoken, on, start } = form.elements;
  const body = new URLSearchParams({ csrfmiddlewaretoken: csrfmiddlewaretoken.value, on: on.value, start: start.value });
  try {
    const answer = await fetch(part.dataset.near, { method: "POST", body, credentials: "same-origin" });
    if (!answer.ok || answer.redirected || chosen() !== asked) return;
    const found = new DOMParser().parseFromString(await answer.text(), "text/html");
    part.replaceChildren(...found.body.childNodes);
  } catch {
    part.replaceChildren(); // what stands there is of another day
  }
}
