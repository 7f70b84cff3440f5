// Bringing a table. Without this file every page still works: pasted text is read as text, and a button goes on.
const asked = document.querySelector("[data-pasting]");
if (asked) {
  const [words, table] = [asked.elements.words, asked.elements.table];
  const says = asked.querySelector("[data-pasted]");
  // A browser holds a copied table as text and as HTML. In the text a cell of two lines looks like two rows, so the HTML
  // goes along as it is. It is read by Kith behind its fences and never becomes a part of this page.
  words.addEventListener("paste", (event) => {
    const html = event.clipboardData?.getData("text/html") ?? "";
    table.value = /<table[\s>]/i.test(html) && !words.value.trim() ? html : "";
    says.textContent = table.value ? "A table was pasted." : "";
  });
  words.addEventListener("input", (event) => {
    if (event.inputType !== "insertFromPaste") {
      table.value = "";
      says.textContent = "";
    }
  });
}

// What is taken in part by part goes on by itself.
document.querySelector("[data-goes-on]")?.requestSubmit();
