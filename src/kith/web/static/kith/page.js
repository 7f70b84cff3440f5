// Wakes the GOV.UK components of a page. Without this file every page still works.
import { initAll } from "../vendor/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

// Leaving a family page at once takes the place of this page in the history, so that "back" does not lead here again.
// The component only follows the link; it marks the body first, and that mark is what we wait for.
const wayOut = document.querySelector(".govuk-js-exit-this-page-button");
if (wayOut) {
  new MutationObserver(() => {
    if (document.body.classList.contains("govuk-exit-this-page-hide-content")) location.replace(wayOut.href);
  }).observe(document.body, { attributeFilter: ["class"] });
}
