"""Graphviz dot in the style of genealogy programs: a node for each couple, the couple held together by a cluster."""

import time
from collections.abc import Iterator, Mapping

from tools.drawing_peers.peer import CannotRunPeer, Drawn, Family, Layout, run

SETTINGS = (
    "rankdir=TB; nodesep=0.5; ranksep=0.75;",
    'node [shape=box, fixedsize=true, width=1, height=1, label=""];',
    "edge [dir=none];",
)
UNION = "[shape=point, width=0.1]"


def draw(family: Family, limit: float) -> Drawn:
    began = time.monotonic()
    plain = placed_by_dot(as_dot(family), limit)
    seconds = time.monotonic() - began
    people = {key: person for person, key in keys(family, "persons", "p").items()}
    unions = {key: union for union, key in keys(family, "unions", "u").items()}
    return Drawn(as_layout(plain, people, unions), seconds)


def placed_by_dot(graph: str, limit: float) -> str:
    try:
        return run(["dot", "-Tplain"], given=graph, limit=limit)
    except CannotRunPeer as problem:
        raise CannotRunPeer(str(problem).replace("installed: dot", "installed: apt-get install graphviz")) from None


def keys(family: Family, kind: str, letter: str) -> dict[str, str]:
    """A plain name for every person or union, since ids may hold anything."""
    return {one["id"]: f"{letter}{number}" for number, one in enumerate(family[kind])}


def as_dot(family: Family) -> str:
    people, unions = keys(family, "persons", "p"), keys(family, "unions", "u")
    lines = [*SETTINGS, *(f"{key};" for key in people.values())]
    for union in family["unions"]:
        lines += union_lines(union, unions[union["id"]], people)
    return "digraph family {\n" + "\n".join(lines) + "\n}\n"


def union_lines(union: Family, key: str, people: Mapping[str, str]) -> Iterator[str]:
    yield f"{key} {UNION};"
    partners = " ".join(f"{people[partner]} -> {key};" for partner in union["partners"])
    yield f"subgraph cluster_{key} {{ style=invis; {partners} }}"
    for child in union["children"]:
        yield f"{key} -> {people[child['id']]};"


def as_layout(plain: str, people: Mapping[str, str], unions: Mapping[str, str]) -> Layout:
    """The nodes of dot's plain output, in inches; dot counts upwards, the yard-stick downwards."""
    nodes, points = [], []
    for line in plain.splitlines():
        match line.split():
            case ["node", key, x, y, w, h, *_]:
                key, at = key.strip('"'), {"x": float(x), "y": -float(y)}
                if key in people:
                    nodes.append({"id": people[key], **at, "w": float(w), "h": float(h)})
                elif key in unions:
                    points.append({"id": unions[key], **at})
    return {"nodes": nodes, "unions": points}
