"""Scenes of any size for property tests, and what must hold of every arranged one."""

from itertools import combinations

from hypothesis import strategies as st

from kith.engines.drawing.picture import Box
from kith.engines.drawing.scenes.arranged import Arranged
from kith.engines.drawing.scenes.scene import Item, Part, Scene
from kith.engines.drawing.scenes.settling import touch

NAMES = st.one_of(
    st.sampled_from(("Mum", "Nan Comfort", "Anneanne", "", "نور الهدى بنت عبد الرحمن", "Ng", "W" * 60)),
    st.text(max_size=60),
)
STATES = st.sampled_from(("sure", "sure", "not_sure", "not_met", "has_died", "blank"))


def scenes(kind: str, parts: tuple[Part, ...] = (), *, most: int = 14, look: str = "") -> st.SearchStrategy[Scene]:
    """Scenes of one kind with up to so many items, each with or without a hand-given turn."""
    part = st.sampled_from([part.id for part in parts]) if parts else st.just("")

    def scene(rows: list[tuple[str, str, str, int, float | None]]) -> Scene:
        items = tuple(
            Item(str(number), "person", name, part=where, farness=far, turn=turn, state=state)  # type: ignore[arg-type]
            for number, (name, state, where, far, turn) in enumerate(rows)
        )
        return Scene(kind, "A picture", "Noor", parts=parts, items=items, look=look)

    turn = st.one_of(st.none(), st.floats(0, 359.9))
    far = st.integers(0, 3 if kind == "family_tree" else 100)
    rows = st.lists(st.tuples(NAMES, STATES, part, far, turn), max_size=most)
    return rows.map(scene)


def faults_of(arranged: Arranged) -> list[str]:
    """What touches what, and what leaves the frame; empty for a good picture."""
    spots = (*arranged.spots, *arranged.ghosts)
    labels = {f"label {number}": spot.label.box for number, spot in enumerate(spots)}
    labels |= {f"title {zone.part}": zone.title.box for zone in arranged.zones if zone.title}
    if arranged.centre_name.lines:
        labels["centre name"] = arranged.centre_name.box
    symbols = {f"symbol {number}": _symbol(spot.x, spot.y, spot.r) for number, spot in enumerate(spots)}
    touching = [f"{a} {b}" for (a, one), (b, other) in combinations(labels.items(), 2) if touch(one, other, 0)]
    covered = [
        f"{a} {b}"
        for a, label in labels.items()
        for b, symbol in symbols.items()
        if a.split()[1] != b.split()[1] and touch(label, symbol, 0)
    ]
    bottom = arranged.key_top or arranged.height
    outside = [name for name, box in {**labels, **symbols}.items() if _leaves(box, arranged.width, bottom)]
    return touching + covered + outside


def _symbol(x: float, y: float, r: float) -> Box:
    """The inner part of a symbol, whatever its shape."""
    return Box(x, y, 1.2 * r, 0.8 * r)


def _leaves(box: Box, width: float, height: float) -> bool:
    return box.x - box.w / 2 < 0 or box.y - box.h / 2 < 0 or box.x + box.w / 2 > width or box.y + box.h / 2 > height
