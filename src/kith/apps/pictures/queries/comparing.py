"""Two pictures of one kind side by side: two days of one view, or the views of two people."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from kith.apps.access.queries import NothingHere, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.pictures.actions import READ, WRITE
from kith.apps.pictures.by_hand import drawn_of, made_on
from kith.apps.pictures.cards import Showing, Standing, scene_of
from kith.apps.pictures.faces import Faces
from kith.apps.pictures.models import Picture
from kith.apps.pictures.projections import ComparedSide, ComparePage, PlacedCard
from kith.apps.pictures.queries.drawn import may, standing_of
from kith.apps.pictures.rules import WORKER
from kith.apps.pictures.sight import PICTURE, Around, around, is_seen, pictures_of
from kith.engines.drawing.scenes import Made, Scene, compared, differing


def compare_page(
    actor: Actor, child_ref: str, picture_ref: str, *, first: str = "", second: str = "", now: dt.datetime
) -> ComparePage:
    """Beside the picture the one before it is laid, until two others are chosen."""
    decision = require(actor, READ, child_ref, now=now, kind=PICTURE)
    note_opened(child_ref, decision=decision)
    near = around(actor, child_ref, now=now)
    rows = _alike(actor, child_ref, picture_ref, near, now)
    chosen = _chosen(rows, picture_ref, [ref for ref in (first, second) if ref])
    faces = Faces(actor, child_ref, near, now)
    stands = [faces.on(row, standing_of(row, near)) for row in chosen]
    showing = Showing(actor, near, may(actor, WRITE, child_ref, now=now))
    drawn = [
        scene_of(row, standing, near, _by_hand(actor, row, standing, near))
        for row, standing in zip(chosen, stands, strict=True)
    ]
    is_over_time = len({(row.whose, row.view_of_id, _own(row)) for row in chosen}) == 1
    return ComparePage(
        choices=showing.cards(rows),
        sides=tuple(
            ComparedSide(picture=showing.cards([row])[0], scene=scene) for row, scene in zip(chosen, drawn, strict=True)
        ),
        words=_words(drawn, stands, is_over_time=is_over_time),
        is_over_time=is_over_time,
        may_draw=showing.may_write,
    )


def _by_hand(actor: Actor, row: Picture, standing: Standing, near: Around) -> tuple[Made, ...]:
    made = made_on(row, near.people, near.texts, standing=standing, by=actor)
    return tuple(map(drawn_of, made))


def _alike(actor: Actor, child_ref: str, picture_ref: str, near: Around, now: dt.datetime) -> list[Picture]:
    """Pictures of the same kind that this viewer may see, the earliest first."""
    standing = (
        pictures_of(actor, child_ref, now=now).filter(withdrawn_at=None).order_by("drawn_on", "recorded_at", "pk")
    )
    rows = [row for row in standing if is_seen(row, near.people)]
    kinds = [row.kind for row in rows if row.ref == picture_ref]
    if not kinds:
        raise NothingHere
    return [row for row in rows if row.kind == kinds[0]]


def _chosen(rows: Sequence[Picture], picture_ref: str, asked: Sequence[str]) -> list[Picture]:
    """At most two, the earlier first. A ref that is not among them is nothing here, whyever it is not."""
    by_ref = {row.ref: row for row in rows}
    if any(ref not in by_ref for ref in asked):
        raise NothingHere
    wanted = asked or [picture_ref, _partner(rows, by_ref[picture_ref])]
    return [row for row in rows if row.ref in wanted]


def _partner(rows: Sequence[Picture], picture: Picture) -> str:
    """The version that it went on from, or the one before it, or the one after it; itself where there is no other."""
    refs = [row.ref for row in rows]
    if picture.follows is not None and picture.follows.ref in refs:
        return str(picture.follows.ref)
    at = refs.index(picture.ref)
    return refs[at - 1] if at else refs[min(1, len(refs) - 1)]


def _own(row: Picture) -> int:
    """Whose it is where it is a worker's: two workers have two views."""
    return row.recorded_by_id if row.whose == WORKER else 0


def _words(drawn: Sequence[Scene], stands: Sequence[Standing], *, is_over_time: bool) -> tuple[str, ...]:
    if len(drawn) < 2:
        return ()
    first, second = drawn
    second = _with_ids(second, dict(_same(stands[0].placed, stands[1].placed)))
    return compared(first, second) if is_over_time else differing(first, second)


def _same(ones: Sequence[PlacedCard], others: Sequence[PlacedCard]) -> Iterator[tuple[str, str]]:
    """From keys of the second to keys of the first: by key, then by person, then by a name that stands once on each."""
    left, right = {card.key: card for card in ones}, {card.key: card for card in others}
    for says in (_key, _person, _name):
        found, sought = _once(left, says), _once(right, says)
        for same in found.keys() & sought.keys():
            yield sought[same], found[same]
            del left[found[same]], right[sought[same]]


def _once(cards: Mapping[str, PlacedCard], says: Callable[[PlacedCard], str]) -> dict[str, str]:
    """Keys by what is said of the cards, where it is said of one alone."""
    said = [(words, key) for key, card in cards.items() if (words := says(card))]
    counted = [words for words, _ in said]
    return {words: key for words, key in said if counted.count(words) == 1}


def _key(card: PlacedCard) -> str:
    return card.key


def _person(card: PlacedCard) -> str:
    return card.person


def _name(card: PlacedCard) -> str:
    return f"{card.kind} {' '.join(card.name.split()).casefold()}" if card.name.strip() else ""


def _with_ids(scene: Scene, new: Mapping[str, str]) -> Scene:
    """The same scene, its things called by other ids."""
    return replace(
        scene,
        items=tuple(replace(one, id=new.get(one.id, one.id), at=new.get(one.at, one.at)) for one in scene.items),
        lines=tuple(replace(one, a=new.get(one.a, one.a), b=new.get(one.b, one.b)) for one in scene.lines),
        made=tuple(replace(one, around=tuple(new.get(key, key) for key in one.around)) for one in scene.made),
    )
