import { register } from "node:module";
import { GAP, ROW_GAP, SYMBOL, readFamily, writeBestStart } from "./family.mjs";

register("./bundled-imports.mjs", import.meta.url);
const { default: calcTree } = await import("relatives-tree");

const HALVES = 2; // the package's own grid: a symbol is two steps wide and two high

function peopleOf(family) {
  const people = new Map(
    family.persons.map(({ id, sex }) => [
      id,
      { id, gender: sex === "F" ? "female" : "male", parents: [], children: [], siblings: [], spouses: [] },
    ]),
  );
  const add = (list, id, type) => list.some((one) => one.id === id) || list.push({ id, type });
  const isOver = (status) => status === "divorced" || status === "separated";
  for (const { partners, children, status } of family.unions) {
    for (const partner of partners)
      for (const other of partners)
        if (other !== partner) add(people.get(partner).spouses, other, isOver(status) ? "divorced" : "married");
    for (const { id, rel } of children) {
      const type = rel === "birth" || !rel ? "blood" : "adopted";
      for (const partner of partners) {
        add(people.get(partner).children, id, type);
        add(people.get(id).parents, partner, type);
      }
      for (const other of children) if (other.id !== id) add(people.get(id).siblings, other.id, "blood");
    }
  }
  return [...people.values()];
}

const family = readFamily();
await writeBestStart(family, (start) => {
  const { nodes } = calcTree(peopleOf(family), { rootId: start });
  const at = ({ left, top }) => ({ x: (left / HALVES) * (SYMBOL + GAP), y: (top / HALVES) * (SYMBOL + ROW_GAP) });
  return { nodes: nodes.filter((node) => !node.placeholder).map((node) => ({ id: node.id, ...at(node), w: SYMBOL, h: SYMBOL })) };
});
