import { createRequire } from "node:module";
import { SYMBOL, parentUnions, readFamily, writeBestStart } from "./family.mjs";

// The package asks the page for its style sheet before it computes anything; one element that is always there
// is all it needs.
const element = { querySelector: () => element };
globalThis.document = { documentElement: element, querySelector: () => element };

const { JsonDataProvider, RelativesChart } = createRequire(import.meta.url)("topola");

// The package sets the boxes of a couple side by side without a gap.

const boxesOf = (node) => [node.data.indi, node.data.spouse].filter(Boolean);

const renderer = {
  updateNodes(nodes) {
    for (const node of nodes) {
      for (const box of boxesOf(node)) Object.assign(box, { width: SYMBOL, height: SYMBOL });
      Object.assign(node.data, { width: SYMBOL * boxesOf(node).length, height: SYMBOL });
    }
  },
  getCss: () => "",
};

function dataOf(family) {
  const parents = parentUnions(family);
  const sexes = new Map(family.persons.map((person) => [person.id, person.sex]));
  const fams = family.unions.map(({ id, partners, children }) => {
    const isTurned = sexes.get(partners[0]) === "F" && (partners.length === 1 || sexes.get(partners[1]) !== "F");
    const [husb, wife] = isTurned ? [partners[1], partners[0]] : partners;
    const shown = children.filter((child) => parents.get(child.id) === id);
    return { id, husb, wife, children: shown.map((child) => child.id) };
  });
  const indis = family.persons.map(({ id, sex }) => ({
    id,
    sex,
    famc: parents.get(id),
    fams: family.unions.filter((union) => union.partners.includes(id)).map((union) => union.id),
  }));
  return { indis, fams };
}

const family = readFamily();
await writeBestStart(family, (start) => {
  const data = new JsonDataProvider(dataOf(family));
  const chart = new RelativesChart({ data, renderer, svgSelector: "svg", startIndi: start, horizontal: false });
  let drawn;
  chart.util.renderChart = (nodes) => (drawn = nodes);
  chart.util.updateSvgDimensions = () => {};
  chart.render();
  const nodes = drawn.flatMap((node) =>
    boxesOf(node).map((box, place) => ({
      id: box.id,
      x: node.x - node.data.width / 2 + SYMBOL * (place + 0.5),
      y: node.y,
      w: SYMBOL,
      h: SYMBOL,
    })),
  );
  return { nodes };
});
