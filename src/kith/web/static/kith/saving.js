// A form that saves by itself: what is written is kept unsent for whoever writes it, and one line says so in words.
// It is sent to where the form goes, so that a page that was locked meanwhile comes back with the same words in it.
const PAUSE = 1_200; // ms without a key
const LONGEST = 8_000; // ms that words may wait while somebody writes on
const AGAIN = 10_000;
const SHORTEST_TO_SAY = 400;
const LONGEST_TO_WAIT = 2_000; // ms that sending waits for words on their way, which would else arrive after it

for (const form of document.querySelectorAll("form[data-saves]")) begin(form);

function begin(form) {
  const says = form.querySelector("[data-saved]");
  const address = form.getAttribute("action") ?? location.href; // a field may be called "action"
  let [soon, since, asking, isSent] = [0, 0, null, false];
  const say = (words, isBad = false) => {
    says.textContent = words;
    says.classList.toggle("kith-saved--not", isBad);
  };

  function changed() {
    if (isSent) return;
    since ||= Date.now();
    clearTimeout(soon);
    soon = setTimeout(keep, Math.max(SHORTEST_TO_SAY, Math.min(PAUSE, since + LONGEST - Date.now())));
  }

  function keep() {
    if (asking) return changed();
    since = 0;
    asking = ask().finally(() => (asking = null));
  }

  async function ask() {
    const slow = setTimeout(() => say("Saving"), SHORTEST_TO_SAY);
    const body = new URLSearchParams(new FormData(form));
    body.set("draft", "by_itself");
    try {
      const answer = await fetch(address, { method: "POST", body, credentials: "same-origin" });
      await told(answer);
    } catch {
      say("Not saved: no signal. Your words are still here. We try again.", true);
      soon = setTimeout(keep, AGAIN);
    } finally {
      clearTimeout(slow);
    }
  }

  async function told(answer) {
    if (isSent) return;
    if (answer.ok && answer.headers.get("Content-Type")?.includes("json")) {
      const { saved_at, says: why } = await answer.json();
      return why ? say(`Not saved: ${why} Your words are still here.`, true) : say(`All saved ${saved_at}. Only you see it yet.`);
    }
    if (answer.redirected) return location.assign(answer.url); // the page was locked: signing in leads back to the same words
    say("Not saved. Your words are still here. Copy them before you leave this page.", true);
  }

  form.addEventListener("input", changed);
  addEventListener("online", () => says.classList.contains("kith-saved--not") && keep());
  form.addEventListener("submit", (event) => {
    isSent = true;
    clearTimeout(soon);
    if (!asking) return;
    event.preventDefault();
    const waited = new Promise((done) => setTimeout(done, LONGEST_TO_WAIT));
    Promise.race([asking, waited]).finally(() => {
      asking = null;
      form.requestSubmit(event.submitter);
    });
  });
  addEventListener("pageshow", (event) => event.persisted && (isSent = false));
}
