import { CalculateTree } from "family-chart";
import { GAP, ROW_GAP, SYMBOL, readFamily, writeBestStart } from "./family.mjs";


// The package writes on what it is given, so each drawing gets a copy of its own.
function peopleOf(family) {
  const people = new Map(
    family.persons.map(({ id, sex }) => [
      id,
      { id, data: { gender: sex === "F" ? "F" : "M" }, rels: { parents: [], spouses: [], children: [] } },
    ]),
  );
  const add = (list, id) => list.includes(id) || list.push(id);
  for (const { partners, children } of family.unions) {
    for (const partner of partners) {
      for (const other of partners) if (other !== partner) add(people.get(partner).rels.spouses, other);
      for (const child of children) add(people.get(partner).rels.children, child.id);
    }
    for (const child of children) {
      const { rels } = people.get(child.id);
      if (!rels.parents.length) rels.parents.push(...partners);
    }
  }
  return [...people.values()];
}

const family = readFamily();
await writeBestStart(family, (start) => {
  const tree = CalculateTree({
    data: peopleOf(family),
    main_id: start,
    node_separation: SYMBOL + GAP,
    level_separation: SYMBOL + ROW_GAP,
    single_parent_empty_card: false,
    show_siblings_of_main: true,
  });
  return { nodes: tree.data.map(({ data, x, y }) => ({ id: data.id, x, y, w: SYMBOL, h: SYMBOL })) };
});
