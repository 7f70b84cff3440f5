"""Drawn pictures with stand-ins: what a child placed, in other words, and nothing that a hand drew."""

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace

from kith.apps.access.queries import NothingHere, decide
from kith.apps.agencies.projections import Actor
from kith.apps.pictures.actions import EXPORT
from kith.apps.pictures.projections import PictureToGive
from kith.apps.pictures.queries import picture_to_give, pictures_page
from kith.engines.drawing.scenes import Item, Line, Scene

PICTURE = "picture"


def open_pictures(
    actor: Actor, child_ref: str, people: Collection[str], *, now: dt.datetime
) -> tuple[PictureToGive, ...]:
    """Those that stand, of which the actor may take a copy and no seal covers anything: not the view of somebody who
    is in no copy."""
    if not decide(actor, EXPORT, child_ref, now=now, kind=PICTURE).allowed:
        return ()
    cards = [card for kind in pictures_page(actor, child_ref, now=now).kinds for card in kind.pictures]
    found = (_open(actor, child_ref, card.ref, people, now) for card in cards)
    return tuple(picture for picture in found if picture is not None)


def _open(
    actor: Actor, child_ref: str, picture_ref: str, people: Collection[str], now: dt.datetime
) -> PictureToGive | None:
    try:
        picture = picture_to_give(actor, child_ref, picture_ref, now=now)
    except NothingHere:
        return None
    return picture if not picture.view_of or picture.view_of in people else None


def texts_on(picture: PictureToGive) -> Iterator[str]:
    for card in picture.placed:
        yield from filter(None, (card.placing.name, card.placing.words, card.placing.period))


def scene_of(picture: PictureToGive, people: Mapping[str, str], write: Callable[[str], str], *, centre: str) -> Scene:
    """Under ids that are nobody's. Whoever stands there by a record and has no stand-in is not there at all."""
    kept = [card for card in picture.placed if not card.person or card.person in people]
    keys = {card.key for card in kept} | {""}
    kept = [card for card in kept if card.placing.at in keys]
    ids = {card.key: f"p{number}" for number, card in enumerate(kept, 1)} | {"": ""}
    cut = {item.id: item for item in picture.scene.items}
    return replace(
        picture.scene,
        centre=centre,
        items=tuple(_item(cut[card.key], people.get(card.person, ""), write, ids) for card in kept),
        lines=tuple(_lines(picture.scene, ids)),
        made=(),
    )


def _item(item: Item, name: str, write: Callable[[str], str], ids: Mapping[str, str]) -> Item:
    return replace(
        item,
        id=ids[item.id],
        name=name or write(item.name),
        words=write(item.words),
        period=write(item.period),
        at=ids[item.at],
        ghost_part="",
    )


def _lines(scene: Scene, ids: Mapping[str, str]) -> Iterator[Line]:
    kept = [line for line in scene.lines if line.a in ids and line.b in ids]
    for number, line in enumerate(kept, 1):
        yield replace(line, id=f"l{number}", a=ids[line.a], b=ids[line.b])
