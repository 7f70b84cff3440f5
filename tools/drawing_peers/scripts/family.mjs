// What every script here does: a family comes in, the best of some drawings of it goes out, with the time it took.
import { readFileSync } from "node:fs";

export const SYMBOL = 40;
export const GAP = 20;
export const ROW_GAP = 60;

const STARTS = 14;
const PATIENCE = 20_000; // milliseconds after which no further start is tried

export function readFamily() {
  return JSON.parse(readFileSync(0, "utf8"));
}

export function writeLayout(layout, seconds) {
  process.stdout.write(JSON.stringify({ layout, seconds }));
}

export async function timed(draw) {
  const began = performance.now();
  const layout = await draw();
  return { layout, seconds: (performance.now() - began) / 1000 };
}

// Tree packages draw from one person. Fourteen are tried, and the drawing that leaves out fewest and then repeats
// fewest is kept: the measurement flatters them.
export async function writeBestStart(family, draw) {
  let best;
  let refusal;
  for (const start of startPersons(family)) {
    if (best && performance.now() > PATIENCE) break;
    try {
      const answer = await timed(() => draw(start));
      if (!best || isBetter(answer.layout, best.layout)) best = answer;
    } catch (problem) {
      refusal = problem;
    }
  }
  if (!best) throw refusal;
  writeLayout(best.layout, best.seconds);
}

export function startPersons(family) {
  const step = Math.max(1, family.persons.length / STARTS);
  const count = Math.min(STARTS, family.persons.length);
  return Array.from({ length: count }, (_, number) => family.persons[Math.floor(number * step)].id);
}

function isBetter(one, other) {
  const [left, right] = [one, other].map((layout) => new Set(layout.nodes.map((node) => node.id)).size);
  return left > right || (left === right && one.nodes.length < other.nodes.length);
}

// The union a person is shown under where a package knows only one: the birth family, else the first.
export function parentUnions(family) {
  const found = new Map();
  for (const union of family.unions)
    for (const child of union.children)
      if (!found.has(child.id) || child.rel === "birth") found.set(child.id, union.id);
  return found;
}
