// Lines between two that stand on a picture: one stands between any two, and what it is like may be said again.

export const pairOf = (a, b) => [a, b].sort().join("|");

export function linesNow(picture, acts, placed) {
  const lines = new Map(picture.lines.map((line) => [pairOf(line.a, line.b), line]));
  for (const { act, key, fields } of acts) {
    if (act === "line") lines.set(key, { a: fields.from, b: fields.between, kinds: fields.line, towards: fields.towards });
    else if (act === "line_off") lines.delete(key);
  }
  const ends = new Set(["", ...placed.map((item) => item.key)]);
  return [...lines.values()].filter((line) => ends.has(line.a) && ends.has(line.b));
}

// `handed` and `version` are of the line that stood between the two when the tablet was handed it.
export function newLineAct(picture, placed, acts, { act, line }) {
  const key = pairOf(line.a, line.b);
  const handed = picture.lines.find((one) => pairOf(one.a, one.b) === key);
  const fields = { from: line.a, between: line.b, line: line.kinds, towards: line.towards };
  const says = [saidLine(picture, line, placed), ...(act === "line_off" ? ["Taken off"] : [])];
  return { id: crypto.randomUUID(), act, key, handed: handed?.key ?? "", version: handed?.version ?? 0, fields, full: fields, says };
}

export function saidLine(picture, line, placed) {
  const [a, b] = [line.a, line.b].map((key) => nameAt(picture, key, placed));
  const kinds = picture.line_kinds.filter((kind) => line.kinds.includes(kind.id)).map((kind) => kind.says);
  const helps = (picture.directions[line.towards] ?? "").replace("{a}", () => a).replace("{b}", () => b);
  return `${a} and ${b}: ${kinds.join(" and ")}${helps && `. ${helps[0].toUpperCase()}${helps.slice(1)}`}`;
}

export function nameAt(picture, key, placed) {
  return key === "" ? picture.centre : placed.find((item) => item.key === key)?.name || "Who?";
}

export function lineBetween(lines, a, b) {
  return lines.find((line) => pairOf(line.a, line.b) === pairOf(a, b));
}

const TURNED = { a: "b", b: "a" };

// Who helps whom, as it is said with this one first.
export function towardsFrom(line, a) {
  return line.a === a ? line.towards : (TURNED[line.towards] ?? line.towards);
}
