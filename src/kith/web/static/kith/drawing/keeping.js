// What has to be there again after a part of the page was brought anew: the focus, what was unfolded, unsent words.

import { all, find, openEntry, root, symbolOf } from "./page.js";

const TYPED = "input:not([type=hidden], [type=submit]), textarea, select";

export function kept(sent) {
  return { focus: marksOf(document.activeElement), folds: openFolds(), words: unsentWords(sent) };
}

// Words that were sent and taken are not kept; those of a form that was refused come back with the page.
export function putBack({ focus, folds, words }, { keepsFolds }) {
  for (const { form, name, at, value, checked } of words) {
    const control = all(`form[action="${CSS.escape(form)}"] [name="${CSS.escape(name)}"]`)[at];
    if (!control) continue;
    if (checked !== undefined) control.checked = checked;
    else if (!control.options || [...control.options].some((option) => option.value === value)) control.value = value;
  }
  if (keepsFolds) for (const fold of folds) find(`[data-fold="${CSS.escape(fold)}"]`)?.setAttribute("open", "");
  if (focus.length) focusOn(focus);
}

export function focusOn(marks) {
  const seen = marks.map(find).find((element) => element && element.checkVisibility?.() !== false);
  (seen ?? fallback())?.focus({ preventScroll: true });
}

function fallback() {
  const open = openEntry();
  return (open && symbolOf(open.dataset.twin)) ?? find('#canvas [data-item][tabindex="0"]') ?? find("#canvas");
}

// From the most exact to what is near it; the first that is still there gets the focus.
function marksOf(element) {
  if (!element || element === document.body || !root.contains(element)) return [];
  const marks = element.id ? [`#${CSS.escape(element.id)}`] : [];
  if (element.dataset.item) marks.push(`[data-item="${CSS.escape(element.dataset.item)}"]`);
  const action = element.closest("form")?.getAttribute("action");
  if (action && element.name) marks.push(`form[action="${CSS.escape(action)}"] [name="${CSS.escape(element.name)}"]`);
  const entry = element.closest("[data-twin]");
  if (entry) marks.push(`[data-twin="${CSS.escape(entry.dataset.twin)}"] > summary`);
  if (element.closest("footer")) marks.push("#another", "#adding");
  return marks;
}

function openFolds() {
  return all("details[data-fold][open]").map((fold) => fold.dataset.fold);
}

function unsentWords(sent) {
  return all(TYPED).filter((control) => control.form && control.form !== sent && isChanged(control)).map(placeOf);
}

function isChanged(control) {
  if (control.type === "checkbox" || control.type === "radio") return control.checked !== control.defaultChecked;
  if (control.options) return [...control.options].some((option) => option.selected !== option.defaultSelected);
  return control.value !== control.defaultValue;
}

function placeOf(control) {
  const form = control.form.getAttribute("action");
  const alike = all(`form[action="${CSS.escape(form)}"] [name="${CSS.escape(control.name)}"]`);
  const isTick = control.type === "checkbox" || control.type === "radio";
  return { form, name: control.name, at: alike.indexOf(control), value: control.value, checked: isTick ? control.checked : undefined };
}
