import { Graph, layout } from "@dagrejs/dagre";
import { GAP, ROW_GAP, SYMBOL, readFamily, timed, writeLayout } from "./family.mjs";
import { UNION_SIZE, graphOf, layoutOf } from "./layered.mjs";

const family = readFamily();
const { layout: drawn, seconds } = await timed(() => {
  const graph = graphOf(family);
  const picture = new Graph();
  picture.setGraph({ rankdir: "TB", nodesep: GAP, ranksep: ROW_GAP / 2 });
  picture.setDefaultEdgeLabel(() => ({}));
  for (const key of graph.persons.values()) picture.setNode(key, { width: SYMBOL, height: SYMBOL });
  for (const key of graph.unions.values()) picture.setNode(key, { width: UNION_SIZE, height: UNION_SIZE });
  for (const [from, to] of graph.edges) picture.setEdge(from, to);
  layout(picture);
  return layoutOf(graph, (key) => {
    const { x, y } = picture.node(key);
    return { x, y };
  });
});
writeLayout(drawn, seconds);
