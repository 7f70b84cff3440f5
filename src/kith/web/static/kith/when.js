// Says back what words for a day are taken for, while they are written. Without this file it is said after saving.
const PAUSE = 400; // ms without a key: long enough not to answer half a word

for (const part of document.querySelectorAll("[data-when]")) {
  const words = part.querySelector("input[type=text]");
  const says = part.querySelector("[role=status]");
  let waits = 0;
  words.addEventListener("input", () => {
    clearTimeout(waits);
    waits = setTimeout(() => say(part.dataset.when, words, says), PAUSE);
  });
  part.addEventListener("change", (event) => {
    if (event.target.type === "radio" && getComputedStyle(words).visibility !== "hidden" && words.offsetParent) words.focus();
  });
}

async function say(address, words, says) {
  const asked = words.value;
  if (!asked.trim()) return void (says.textContent = "");
  const token = words.form.elements.csrfmiddlewaretoken.value;
  const body = new URLSearchParams({ csrfmiddlewaretoken: token, words: asked });
  try {
    const answer = await fetch(address, { method: "POST", body, credentials: "same-origin" });
    if (words.value !== asked || !answer.headers.get("Content-Type")?.includes("json")) return;
    says.textContent = (await answer.json()).says;
  } catch {
    says.textContent = "";
  }
}
