"""What must hold for every drawing of every family, written apart from the code that draws."""

from collections.abc import Mapping
from itertools import combinations, pairwise

from kith.engines.drawing.network import Network
from kith.engines.drawing.picture import Box, Layout, Line, Point, Size
from kith.engines.drawing.routing import Routes

_SYMBOL = 44.0
_SLACK = 0.01


def rooms_of(layout: Layout, sizes: Mapping[str, Size], routes: Routes) -> dict[str, Box]:
    """Everybody's room as a box; the symbol stands at its top."""
    return {
        person: Box(
            place.x, routes.row_y(place.row) + (sizes[person].h - _SYMBOL) / 2, sizes[person].w, sizes[person].h
        )
        for person, place in layout.places.items()
    }


def overlaps(rooms: Mapping[str, Box]) -> list[tuple[str, str]]:
    """Pairs of people whose rooms overlap."""
    return [
        (a, b)
        for (a, p), (b, q) in combinations(rooms.items(), 2)
        if abs(p.x - q.x) < (p.w + q.w) / 2 - _SLACK and abs(p.y - q.y) < (p.h + q.h) / 2 - _SLACK
    ]


def not_below(network: Network, layout: Layout) -> list[tuple[str, str]]:
    """Parents and children where the child does not stand in a lower row."""
    return [
        (parent, link.child)
        for union in network.unions
        for parent in union.partners
        for link in union.children
        if layout.places[link.child].row <= layout.places[parent].row
    ]


def split_twins(network: Network, layout: Layout) -> list[str]:
    """Unions with somebody between twins of one row."""
    return [
        union.id
        for union in network.unions
        for twin in {link.twin for link in union.children if link.twin}
        if any(_between(layout, {link.child for link in union.children if link.twin == twin}))
    ]


def _between(layout: Layout, group: set[str]) -> list[str]:
    row, low = min(layout.places[person] for person in group)
    last, high = max(layout.places[person] for person in group)
    others = {person: place for person, place in layout.places.items() if person not in group}
    return [person for person, place in others.items() if place.row == row == last and low < place.x < high]


def overlaid(lines: tuple[Line, ...]) -> list[tuple[str, str]]:
    """Pairs of lines of which a stretch lies on the other."""
    pieces = [(p, q, n) for n, line in enumerate(lines) for p, q in pairwise(line.points)]
    return [
        (f"{lines[n].kind} {lines[n].union}", f"{lines[m].kind} {lines[m].union}")
        for (a, b, n), (c, d, m) in combinations(pieces, 2)
        if n != m and (_lie_on(a, b, c, d) or _lie_on(_turned(a), _turned(b), _turned(c), _turned(d)))
    ]


def _turned(point: Point) -> Point:
    return Point(point.y, point.x)


def _lie_on(a: Point, b: Point, c: Point, d: Point) -> bool:
    if not (abs(a.y - b.y) < _SLACK and abs(c.y - d.y) < _SLACK and abs(a.y - c.y) < _SLACK):
        return False
    return min(max(a.x, b.x), max(c.x, d.x)) - max(min(a.x, b.x), min(c.x, d.x)) > 1


def over_rooms(network: Network, lines: tuple[Line, ...], rooms: Mapping[str, Box]) -> list[tuple[str, str]]:
    """Lines that run over the symbol or the words of somebody they do not belong to, or over anybody's words."""
    partners = {union.id: set(union.partners) for union in network.unions}
    found = []
    for line in lines:
        own = partners[line.union] | {line.child}
        for person, room in rooms.items():
            box = _words(room) if person in own else room
            if any(_enters(a, b, box) for a, b in pairwise(line.points)):
                found.append((f"{line.kind} {line.union}", person))
    return found


def _words(room: Box) -> Box:
    top, bottom = room.y - room.h / 2 + _SYMBOL, room.y + room.h / 2
    return Box(room.x, (top + bottom) / 2, room.w, bottom - top)


def _enters(a: Point, b: Point, box: Box) -> bool:
    """Whether an upright or level stretch enters the box; slanted ones by their bounding box."""
    if max(a.x, b.x) <= box.x - box.w / 2 + _SLACK or min(a.x, b.x) >= box.x + box.w / 2 - _SLACK:
        return False
    return max(a.y, b.y) > box.y - box.h / 2 + _SLACK and min(a.y, b.y) < box.y + box.h / 2 - _SLACK
