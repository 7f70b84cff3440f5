"""Pictures that Noor of the invented county drew with her youth worker, and one that her lead drew of the same."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import actors_by_id
from kith.apps.audit.services import reading
from kith.apps.pictures.projections import FaceSaid, LineSaid, MadeSaid, NewFace, PictureStart, Placing
from kith.apps.pictures.queries import drawn_page
from kith.apps.pictures.services import (
    begin_picture,
    change,
    draw_line,
    finish_picture,
    give_face,
    make_by_hand,
    place,
)
from kith.testing.crayon_faces import crayon_face

STORY = "noor"
CHILD = f"{STORY}.noor"
YOUTH_WORKER, LEAD = "rowan-achterberg", "priyanka-oduya"
DAY = dt.timedelta(days=1)
Drawn = Sequence[tuple[str, Placing]]  # by the family's own id, or nothing for what is nobody of it


def _person(key: str, name: str, **said: Any) -> tuple[str, Placing]:
    return key, Placing(name=name, **said)


def _thing(kind: str, name: str, **said: Any) -> tuple[str, Placing]:
    return "", Placing(kind=kind, name=name, **said)


ISLAND: Drawn = (
    _person("hana", "Hana", words="my sister", farness=20, turn=30),
    _person("emine", "Anneanne", words="makes me soup", farness=25, turn=265),
    _person("safiya", "Mum", farness=20, turn=200),
    _person("kwabena", "Dad", words="every second Sunday", farness=45, turn=90),
    _person("comfort", "Nan Comfort", state="not_met", words="not met yet", farness=90, turn=60),
    _thing("person", "Lina", words="swim coach", farness=45, turn=145),
    _thing("pet", "Pickle", words="the dog", farness=50, turn=240),
    _thing("place", "School", words="too loud", farness=70, turn=305),
)
BRIDGES = {"Hana": ("strong",), "Anneanne": ("strong",), "Mum": ("strong", "choppy"), "Dad": ("weak",),
           "Lina": ("strong",), "Pickle": ("strong",), "School": ("choppy",)}  # fmt: skip
WHO_KNOWS: Drawn = (
    _person("emine", "Anneanne", part="inner"),
    _person("hana", "Hana", part="inner"),
    _person("safiya", "Mum", part="middle"),
    _person(
        "kwabena",
        "Dad",
        part="middle",
        why="He knows about Mum being poorly. I told him at swimming.",
        workers_part="outer",
        workers_why="Dad is outside. Nobody had asked him since spring. That was our gap.",
    ),
    _thing("person", "Lina", part="middle"),
    _thing("person", "Mr Feld", part="middle"),
    _person("comfort", "Nan Comfort", part="outer", state="not_met"),
)
TREE: Drawn = (
    _thing("words", "Saltmere Academy, the pool, Pickle the dog", part="ground"),
    _thing("words", "Izmir", part="roots"),
    _thing("words", "Kumasi", part="roots"),
    _thing("words", "two languages", part="roots"),
    _thing("words", "I am brave in water", part="trunk"),
    _thing("words", "I notice things", part="trunk"),
    _thing("words", "swim for the county", part="branches"),
    _person("emine", "Anneanne", part="leaves"),
    _person("hana", "Hana", part="leaves"),
    _person("safiya", "Mum", part="leaves"),
    _person("kwabena", "Dad", part="leaves"),
    _person("abena", "Aunt Abena", part="leaves"),
    _person("yusuf", "Dede Yusuf", part="leaves"),
    _person("comfort", "Nan Comfort", part="leaves", state="not_met"),
    _thing("person", "Lina", part="leaves"),
    _thing("words", "cooking, from Anneanne", part="fruits"),
    _thing("words", "swimming, from Lina", part="fruits"),
    _thing("words", "jokes", part="fruits"),
    _thing("words", "teach Eli to float", part="seeds"),
)
FAMILY: Drawn = (
    _person("hana", "Hana", part="both", farness=0),
    _thing("pet", "Pickle", part="both", farness=0),
    _person("safiya", "Mum", part="mum", farness=1),
    _person("emine", "Anneanne", part="mum", farness=2),
    _person("yusuf", "Dede Yusuf", part="mum", farness=2),
    _person("kwabena", "Dad", part="dad", farness=1),
    _person("abena", "Aunt Abena", part="dad", farness=1),
    _person("comfort", "Nan Comfort", part="dad", farness=2, state="not_met"),
)
CRAYONED = {"Hana": "sister", "Anneanne": "grandmother", "Mum": "mother", "Dad": "father", "Pickle": "dog"}
BY_NOOR = "Noor drew this. Invented for the demonstration"
EVERY_DAY = ("Hana", "Pickle", "Mum")  # who is inside the ring that Noor drew
HOMES = (
    ("Harrow Lane", "born here, 0 to 2"),
    ("Anneanne’s", "2 to 4"),
    ("Refuge", "4, eight months"),
    ("Marsh Street", "5 to 7"),
    ("Foster home", "7, one summer"),
    ("14 Quay Row", "7 to now"),
)
THERE = (
    ("Harrow Lane", "yusuf", "Dede Yusuf", "sang to me", ""),
    ("Anneanne’s", "emine", "Anneanne", "still cooks", "yes"),
    ("Anneanne’s", "", "Bibi Tariq", "next door, biscuits", "yes"),
    ("Refuge", "", "Jo", "let me paint", ""),
    ("Marsh Street", "", "Miss Pellew", "read with me", "yes"),
    ("Foster home", "", "Sue and Mal", "the garden, hens", "thinking"),
    ("14 Quay Row", "hana", "Hana", "", ""),
    ("14 Quay Row", "", "Lina", "swimming", ""),
)


def draw_in_town(refs: Mapping[str, str], workers: Mapping[str, int], *, now: dt.datetime) -> None:
    """By the deeds that they would do; `refs` are those of the story's family."""
    found = {actor.id: actor for actor in actors_by_id([workers[YOUTH_WORKER], workers[LEAD]], on=now.date())}
    rowan, lead = found[workers[YOUTH_WORKER]], found[workers[LEAD]]
    first = _Easel(rowan, refs, "ecomap", now - 45 * DAY)
    first.draw([(who, placing) for who, placing in ISLAND if placing.name not in ("Nan Comfort", "Lina")])
    first.finish()
    island = _Easel(rowan, refs, "ecomap", now - 7 * DAY, follows=first.ref)
    island.draw([(who, placing) for who, placing in ISLAND if placing.name in ("Nan Comfort", "Lina")])
    island.nearer("Dad", 45)
    for name, kinds in BRIDGES.items():
        island.line(name, kinds)
    island.finish()
    for kind, drawn in (("safety_know", WHO_KNOWS), ("tree_of_life", TREE)):
        easel = _Easel(rowan, refs, kind, now - 7 * DAY)
        easel.draw(drawn)
        easel.finish()
    _draw_places(_Easel(rowan, refs, "mobility", now - 7 * DAY))
    _draw_family(_Easel(rowan, refs, "family_tree", now - 6 * DAY))
    seen = _Easel(lead, refs, "ecomap", now - 5 * DAY, whose="worker", look="plain")
    seen.draw([(who, placing) for who, placing in ISLAND if placing.name not in ("Pickle", "Dad")])


def _draw_places(easel: "_Easel") -> None:
    easel.draw([("", Placing(kind="home", name=name, period=period)) for name, period in HOMES])
    homes = easel.keys()
    easel.draw(
        [(who, Placing(name=name, words=words, at=homes[home], again=again)) for home, who, name, words, again in THERE]
    )


def _draw_family(easel: "_Easel") -> None:
    """With the faces that Noor drew, a ring, and a sticker; not finished, so that somebody can go on with it."""
    easel.draw(FAMILY)
    for name, face in CRAYONED.items():
        easel.face(name, crayon_face(face))
    keys = easel.keys()
    easel.by_hand(MadeSaid(kind="ring", what="purple", width="middle", around=("", *(keys[one] for one in EVERY_DAY))))
    easel.by_hand(MadeSaid(kind="sticker", what="star", points=(940, 90)))


class _Easel:
    """One picture of Noor's, and the worker beside her."""

    def __init__(self, by: Actor, refs: Mapping[str, str], kind: str, now: dt.datetime, **start: Any) -> None:
        self.by, self.refs, self.now = by, refs, now
        begun = PictureStart(kind=kind, present="Noor and Hana, at home", **start)
        self.ref = begin_picture(by=by, child_ref=refs[CHILD], start=begun, now=now)

    @property
    def at(self) -> dict[str, Any]:
        return {"by": self.by, "child_ref": self.refs[CHILD], "picture_ref": self.ref, "now": self.now}

    def draw(self, drawn: Drawn) -> None:
        for who, placing in drawn:
            person = self.refs[f"{STORY}.{who}"] if who else ""
            place(**self.at, placing=replace(placing, person=person))

    def keys(self) -> dict[str, str]:
        return {card.name: card.key for card in self._cards()}

    def nearer(self, name: str, farness: int) -> None:
        card = next(card for card in self._cards() if card.name == name)
        moved = replace(card.placing, farness=farness)
        change(**self.at, placed_ref=card.ref, placing=moved, expected_version=card.version)

    def line(self, name: str, kinds: tuple[str, ...]) -> None:
        draw_line(**self.at, line=LineSaid(b=self.keys()[name], kinds=kinds))

    def face(self, name: str, drawing: bytes) -> None:
        card = next(card for card in self._cards() if card.name == name)
        face = NewFace(said=FaceSaid(basis="drawn", words=BY_NOOR), data=drawing, name="drawing.png")
        give_face(**self.at, placed_ref=card.ref, face=face)

    def by_hand(self, made: MadeSaid) -> None:
        make_by_hand(**self.at, made=made)

    def finish(self) -> None:
        finish_picture(**self.at)

    def _cards(self) -> Sequence[Any]:
        with reading("testing.drawn", by=self.by, now=self.now):
            return drawn_page(self.by, self.refs[CHILD], self.ref, now=self.now).placed
