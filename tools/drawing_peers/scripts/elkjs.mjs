import ELK from "elkjs";
import { GAP, ROW_GAP, SYMBOL, readFamily, timed, writeLayout } from "./family.mjs";
import { UNION_SIZE, graphOf, layoutOf } from "./layered.mjs";

const OPTIONS = {
  "elk.algorithm": "layered",
  "elk.direction": "DOWN",
  "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX", // a fifth narrower here than the package's own choice
  "elk.spacing.nodeNode": String(GAP),
  "elk.layered.spacing.nodeNodeBetweenLayers": String(ROW_GAP / 2),
};

const box = (id, size) => ({ id, width: size, height: size });

const family = readFamily();
const { layout: drawn, seconds } = await timed(async () => {
  const graph = graphOf(family);
  const answer = await new ELK().layout({
    id: "family",
    layoutOptions: OPTIONS,
    children: [
      ...[...graph.persons.values()].map((key) => box(key, SYMBOL)),
      ...[...graph.unions.values()].map((key) => box(key, UNION_SIZE)),
    ],
    edges: graph.edges.map(([from, to], number) => ({ id: `e${number}`, sources: [from], targets: [to] })),
  });
  const placed = new Map(answer.children.map((node) => [node.id, node]));
  return layoutOf(graph, (key) => {
    const { x, y, width, height } = placed.get(key);
    return { x: x + width / 2, y: y + height / 2 };
  });
});
writeLayout(drawn, seconds);
