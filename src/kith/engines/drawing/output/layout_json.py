"""A drawing and its family as plain JSON values, in the form that layouts are measured and compared in."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from kith.engines.drawing.network import ChildLink, Network, Union
from kith.engines.drawing.output.markup import number
from kith.engines.drawing.picture import Box, Drawing, Point, Symbol


def to_layout_json(drawing: Drawing, *, kept: Collection[str] = ()) -> dict[str, Any]:
    """Nodes, union points, labels and lines; all boxes by their middle, in pixels to one decimal.

    `kept` are people who were put there by hand. Whoever is drawn twice has two nodes, the second marked "again".

    >>> from kith.engines.drawing.picture import Symbol
    >>> noor = Symbol(person="n", box=Box(60, 40, 44, 44), shape="circle")
    >>> to_layout_json(Drawing(title="", description="", width=120, height=80, symbols=(noor,)))["nodes"]
    [{'id': 'n', 'x': 60.0, 'y': 40.0, 'w': 44.0, 'h': 44.0}]
    """
    told = (
        {"certificate": {**asdict(drawing.certificate), "is_best": drawing.certificate.is_best}}
        if drawing.certificate
        else {}
    )
    return {
        "finished": drawing.is_finished,
        **told,
        "nodes": list(_nodes(drawing.symbols, kept)),
        "unions": [{"id": union, "x": _tenth(at.x), "y": _tenth(at.y)} for union, at in drawing.hangs.items()],
        "labels": [_box(symbol.person, symbol.label.box) for symbol in drawing.symbols if symbol.label],
        "lines": [{"points": [_pair(point) for point in line.points], "kind": line.kind} for line in drawing.lines],
    }


def _nodes(symbols: Iterable[Symbol], kept: Collection[str]) -> Iterator[dict[str, Any]]:
    seen: set[str] = set()
    for symbol in symbols:
        marked = {"again": symbol.person in seen, "kept": symbol.person in kept}
        yield _box(symbol.person, symbol.box) | {key: True for key, is_so in marked.items() if is_so}
        seen.add(symbol.person)


def family_json(network: Network) -> dict[str, Any]:
    """Persons and unions with partners, status, children and twin groups.

    >>> from kith.engines.drawing.network import Person
    >>> family_json(Network(persons=(Person(id="a"),), unions=(Union(id="u", partners=("a",)),)))["unions"]
    [{'id': 'u', 'partners': ['a'], 'children': []}]
    """
    return {
        "name": network.name,
        "persons": [_told({"id": person.id, "sex": person.sex}) for person in network.persons],
        "unions": [_union(union) for union in network.unions],
    }


def _union(union: Union) -> dict[str, Any]:
    head = _told({"id": union.id, "partners": list(union.partners), "status": union.status})
    return {**head, "children": [_child(link) for link in union.children]}


def _child(link: ChildLink) -> dict[str, Any]:
    identical = "" if link.identical is None else link.identical
    return _told({"id": link.child, "rel": link.kind, "twin": link.twin, "identical": identical})


def _told(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value != ""}


def _box(person: str, box: Box) -> dict[str, Any]:
    return {"id": person, "x": _tenth(box.x), "y": _tenth(box.y), "w": _tenth(box.w), "h": _tenth(box.h)}


def _pair(point: Point) -> list[float]:
    return [_tenth(point.x), _tenth(point.y)]


def _tenth(value: float) -> float:
    return float(number(value))
