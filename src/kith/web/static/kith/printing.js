// A button that prints the page; without this script it is not there, and the browser's own way to print is.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
