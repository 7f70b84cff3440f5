"""Plates in rows, like words in a paragraph: each row in the middle of its span."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kith.engines.drawing.picture import Label, Point
from kith.engines.drawing.scenes.scene import Item

APART = 10.0  # pixels between plates


class Flow(NamedTuple):
    """The middle of each item's plate by its id, from y = 0 down, and the depth of all rows together."""

    middles: Mapping[str, Point]
    depth: float


def flow(things: Sequence[Item], labels: Mapping[str, Label], span: tuple[float, float], *, above: float = 0.0) -> Flow:
    """Rows of plates from the left to the right end of a span; `above` is room over each plate.

    >>> from kith.engines.drawing.scenes.lettering import plate
    >>> dad = Item("d", "person", "Dad")
    >>> flow([dad], {"d": plate(["Dad"])}, (0, 100)).middles["d"].x
    50.0
    """
    rows: list[list[Item]] = []
    for thing in things:
        wide = sum(labels[one.id].box.w + APART for one in rows[-1]) if rows else 0.0
        if rows and wide + labels[thing.id].box.w <= span[1] - span[0]:
            rows[-1].append(thing)
        else:
            rows.append([thing])
    middles: dict[str, Point] = {}
    top = 0.0
    for row in rows:
        boxes = [labels[one.id].box for one in row]
        left = (sum(span) - sum(box.w for box in boxes) - APART * (len(row) - 1)) / 2
        high = max(box.h for box in boxes)
        for one, box in zip(row, boxes, strict=True):
            middles[one.id] = Point(left + box.w / 2, top + above + high / 2)
            left += box.w + APART
        top += above + high + APART
    return Flow(middles, top)
