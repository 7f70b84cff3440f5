// A family as a layered graph: people and couples are nodes, lines run from partner to couple to child.
import { SYMBOL } from "./family.mjs";

export const UNION_SIZE = 4;

export function graphOf(family) {
  const persons = new Map(family.persons.map((person, number) => [person.id, `p${number}`]));
  const unions = new Map(family.unions.map((union, number) => [union.id, `u${number}`]));
  const edges = family.unions.flatMap((union) => [
    ...union.partners.map((partner) => [persons.get(partner), unions.get(union.id)]),
    ...union.children.map((child) => [unions.get(union.id), persons.get(child.id)]),
  ]);
  return { persons, unions, edges };
}

export function layoutOf({ persons, unions }, middleOf) {
  return {
    nodes: [...persons].map(([id, key]) => ({ id, ...middleOf(key), w: SYMBOL, h: SYMBOL })),
    unions: [...unions].map(([id, key]) => ({ id, ...middleOf(key) })),
  };
}
