"""Copies of a drawn picture: files to take out of Kith, and the picture as it may be given to somebody."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from kith.apps.access.queries import NothingHere, OpenToAll, day_of, decide, may_publish, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.exports.projections import ExportedFile, Stamp
from kith.apps.files.queries import open_files
from kith.apps.people.queries import Texts
from kith.apps.pictures.actions import EXPORT, READ
from kith.apps.pictures.by_hand import drawn_of, made_on
from kith.apps.pictures.cards import Showing, Standing, scene_of
from kith.apps.pictures.events import EXPORTED
from kith.apps.pictures.faces import Faces, data_address
from kith.apps.pictures.models import Picture
from kith.apps.pictures.photographs import marked_photograph, photograph_to_take
from kith.apps.pictures.projections import CopiesPage, PictureCard, PictureToGive
from kith.apps.pictures.queries.drawn import standing_of
from kith.apps.pictures.sight import PICTURE, Around, around, around_to_take, seen_picture
from kith.engines.drawing.output import missing_for_pdf
from kith.engines.drawing.scenes import MarkedPhotograph, OnPaper, Scene, arrange, described, to_pdf, to_png, to_svg
from kith.kernel.days import day_words
from kith.kernel.decisions import Decision

FORMS = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}


@dataclass(frozen=True)
class Taken:
    """One picture as its copies hold it."""

    row: Picture
    card: PictureCard
    standing: Standing
    scene: Scene
    near: Around


def copies_page(actor: Actor, child_ref: str, picture_ref: str, *, now: dt.datetime) -> CopiesPage:
    """What there is to choose, and what a copy will not hold."""
    decision = require(actor, EXPORT, child_ref, now=now, kind=PICTURE)
    note_opened(child_ref, decision=decision)
    taken = _taken(actor, child_ref, picture_ref, around_to_take(actor, child_ref, now=now), now=now)
    near = around(actor, child_ref, now=now)
    seen = standing_of(taken.row, near)
    refs = [card.person for card in taken.standing.placed if card.person]
    sealed = OpenToAll(actor, READ, now=now).closed_subjects(refs)
    return CopiesPage(
        picture=taken.card,
        described=described(taken.scene),
        held_back=(*_held_back(seen, taken.standing), *_by_hand(actor, taken, near, seen)),
        sealed=tuple(card.name for card in taken.standing.placed if card.person in sealed),
        no_pdf=missing_for_pdf(),
        has_photograph=photograph_to_take(actor, taken.row, taken.near, now=now) is not None,
        may_publish=may_publish(actor, child_ref, now=now),
    )


def _held_back(seen: Standing, taken: Standing) -> Iterator[str]:
    """The names, as the page has them, of whatever a copy holds less of."""
    kept = {card.key: (card.name, card.placing) for card in taken.placed}
    yield from (card.name for card in seen.placed if kept.get(card.key) != (card.name, card.placing))


def _by_hand(actor: Actor, taken: Taken, near: Around, seen: Standing) -> Iterator[str]:
    """In a copy is nothing by hand in which somebody may stand who is under a seal."""
    if len(made_on(taken.row, near.people, near.texts, standing=seen, by=actor)) > len(taken.scene.made):
        yield "some of what was drawn by hand"


def picture_file(
    actor: Actor, child_ref: str, picture_ref: str, form: str, *, how: OnPaper | None = None, now: dt.datetime
) -> ExportedFile:
    """A copy to take out of Kith: its own, higher, permission and its own row on the record."""
    decision = require(actor, EXPORT, child_ref, now=now, kind=PICTURE)
    taken = _taken(actor, child_ref, picture_ref, around_to_take(actor, child_ref, now=now), now=now)
    note_opened(child_ref, decision=decision, event=EXPORTED)
    if form == "pdf":
        stamp = Stamp(reader=actor.name, agency=actor.agency_name, on=day_of(now)).sentence
        on_paper = _photograph(actor, child_ref, taken, how or OnPaper(), now)
        data = to_pdf(taken.scene, how or OnPaper(), lead=_lead(taken.card), stamp=stamp, photograph=on_paper)
    else:
        arranged = arrange(taken.scene)
        data = to_png(arranged) if form == "png" else to_svg(arranged).encode()
    return ExportedFile(name=f"picture-{day_of(now)}.{form}", content_type=FORMS[form], data=data)


def _photograph(actor: Actor, child_ref: str, taken: Taken, how: OnPaper, now: dt.datetime) -> MarkedPhotograph | None:
    """The paper map for whoever sees it: once everybody on it is entered, and nobody and nothing of it is sealed."""
    row = None if how.is_low_ink else photograph_to_take(actor, taken.row, taken.near, now=now)
    if row is None:
        return None

    def decided(_: str) -> Decision:
        return decide(actor, EXPORT, child_ref, now=now, kind=PICTURE)

    file = open_files(actor, [row.file_ref], decide=decided, now=now).get(row.file_ref)
    return marked_photograph(row, taken.standing, data_address(file), taken.scene.title) if file else None


def _lead(card: PictureCard) -> tuple[str, ...]:
    with_whom = (f"With {card.present.rstrip('.')}.",) if card.present else ()
    return (f"{card.whose}, {day_words(card.drawn_on)}.", *with_whom)


def picture_to_give(actor: Actor, child_ref: str, picture_ref: str, *, now: dt.datetime) -> PictureToGive:
    """For a caller that has decided that a copy may be made. A picture under any seal is not there for any copy."""
    require(actor, EXPORT, child_ref, now=now, kind=PICTURE)
    taken = _taken(actor, child_ref, picture_ref, around_to_take(actor, child_ref, now=now), now=now)
    if OpenToAll(actor, READ, now=now).closed_records([picture_ref]):
        raise NothingHere
    view_of = taken.row.view_of.ref if taken.row.view_of else ""
    return PictureToGive(
        ref=picture_ref,
        whose=taken.row.whose,
        view_of=view_of,
        who_may_see=Texts(actor, [child_ref], now=now)(taken.row, "who_may_see"),
        scene=taken.scene,
        placed=taken.standing.placed,
    )


def _taken(actor: Actor, child_ref: str, picture_ref: str, near: Around, *, now: dt.datetime) -> Taken:
    row = seen_picture(actor, child_ref, picture_ref, near, now=now)
    if row is None:
        raise NothingHere
    faces = Faces(actor, child_ref, near, now, is_taken=True, is_copy=True)
    standing = faces.on(row, standing_of(row, near))
    (card,) = Showing(actor, near, may_write=False).cards([row])
    closed = OpenToAll(actor, READ, now=now).closed_subjects(list(near.people))
    made = tuple(map(drawn_of, made_on(row, near.people.keys() - closed, near.texts, standing=standing)))
    return Taken(row, card, standing, scene_of(row, standing, near, made), near)
