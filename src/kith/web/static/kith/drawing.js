// Draws on a picture without leaving the page: a press, a drag or a key does what the forms beside it do.
// The page works without these files: every act is a form, and the list says all that the picture says.

import { turnList, watch } from "./drawing/choosing.js";
import "./drawing/covering.js";
import { prepareHand } from "./drawing/hand.js";
import { prepareKeys } from "./drawing/keys.js";
import "./drawing/moving.js";
import { all, root } from "./drawing/page.js";
import "./drawing/pointing.js";
import { go, whenShown } from "./drawing/sending.js";
import { sketchAgain } from "./drawing/sketching.js";
import { frame } from "./drawing/zooming.js";

function prepare() {
  for (const tool of all("[data-list]")) tool.hidden = false;
  root.classList.remove("is-list");
  document.documentElement.classList.add("kith-scripted");
  prepareKeys();
  prepareHand();
  sketchAgain();
  watch();
}

root.addEventListener("click", (event) => {
  if (event.target.closest("[data-list]")) return turnList();
  const link = event.target.closest("a[data-go]");
  if (link) {
    event.preventDefault();
    go(link.href);
  } else if (!event.target.closest("details[name=foot]")) {
    for (const fold of all("details[name=foot][open]")) fold.open = false;
  }
});

whenShown(prepare);
prepare();
frame();
