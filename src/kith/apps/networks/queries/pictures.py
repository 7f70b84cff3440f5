"""Pictures of a child's network for an actor: one read below, one drawing, and the words that say the same."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Protocol

from kith.apps.access.queries import NothingHere, day_of, require, team_around
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.cases.projections import CheckAnswerForm, ChildSeen, ChildStatus
from kith.apps.cases.queries import check_form, checks_of, child_status, with_answers
from kith.apps.exports.projections import ExportedFile, Stamp
from kith.apps.exports.services import write_table
from kith.apps.networks import actions
from kith.apps.networks.nearest import nearest
from kith.apps.networks.pages import (
    changes_of,
    child_face,
    generations_of,
    home_cards,
    homes_on,
    line_card,
    person_line,
    responsibility_sentences,
)
from kith.apps.networks.projections import ChildPage, FormPage, Generation, PictureFile, PicturePage
from kith.apps.networks.queries.persons import form_page
from kith.apps.networks.rules import kin_words, said_of_people
from kith.apps.networks.switches import is_switched_on, layers_without, switches_of
from kith.apps.networks.tables import people_table
from kith.apps.networks.thumbnails import WITHOUT_FEELINGS, thumbnail
from kith.apps.people import actions as people_actions
from kith.apps.people.projections import FamilyView, ResponsibilityCard
from kith.apps.people.queries import family_of, family_to_take, first_name_of, may_add, may_load, short_name
from kith.apps.pictures.queries import gaps_on_pictures
from kith.engines.drawing.compose import draw, wanted
from kith.engines.drawing.layers import Layers
from kith.engines.drawing.network import Network
from kith.engines.drawing.output import missing_for_pdf, story, to_pdf, to_png, to_svg
from kith.engines.drawing.picture import Drawing
from kith.engines.drawing.symbols import load_sheet

MOST_DRAWN = 150  # more would keep somebody waiting, and could not be read on a screen
FORMS = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}


class ReadFamily(Protocol):
    """The family as a page shows it, or as it is taken along."""

    def __call__(self, actor: Actor, child_ref: str, *, now: dt.datetime) -> FamilyView: ...


@dataclass(frozen=True, slots=True)
class Seen:
    """A family for one viewer on one day; `shown` is who is drawn, with the ties of the layers that are on."""

    family: FamilyView
    shown: Network
    kin: dict[str, str]
    on: dt.date

    def with_drawing(self, drawing: Drawing) -> "Picture":
        return Picture(self.family, self.shown, self.kin, self.on, drawing)


@dataclass(frozen=True, slots=True)
class Picture(Seen):
    """The same, drawn."""

    drawing: Drawing


def _seen(actor: Actor, child_ref: str, now: dt.datetime, layers: Layers, *, read: ReadFamily = family_of) -> Seen:
    require(actor, actions.READ, child_ref, now=now)
    family, on = read(actor, child_ref, now=now), day_of(now)
    family = replace(family, network=replace(family.network, households=homes_on(family.network.households, on)))
    kin = kin_words(family.network)
    shown = wanted(nearest(family.network, MOST_DRAWN), layers, load_sheet())
    return Seen(family, shown, kin, on)


def _picture(
    actor: Actor, child_ref: str, now: dt.datetime, layers: Layers, *, read: ReadFamily = family_of
) -> Picture:
    seen = _seen(actor, child_ref, now, layers, read=read)
    return seen.with_drawing(draw(seen.shown, about=child_ref, on=seen.on, kin=seen.kin, layers=layers))


def _drawn(actor: Actor, child_ref: str, now: dt.datetime, layers: Layers, *, read: ReadFamily = family_of) -> Picture:
    """A picture is a kind of record of its own: a share may open the facts and not the picture."""
    picture = _picture(actor, child_ref, now, layers, read=read)
    if not picture.family.may_be_drawn:
        raise NothingHere
    return picture


def _generations(picture: Picture) -> tuple[Generation, ...]:
    """Everybody: row by row as they are drawn, then those for whom a picture on a page has no room."""
    drawn = generations_of(picture.family, picture.drawing, picture.kin, picture.on)
    shown = {person.ref for generation in drawn for person in generation.people}
    about, people = picture.family.network.about, picture.family.network.persons
    names = {person.id: short_name(person) for person in people}
    others = tuple(
        person_line(person, kin=picture.kin, names=names, about=about, on=picture.on)
        for person in people
        if person.id not in shown
    )
    return (*drawn, Generation("Further away, not in the picture", others)) if others else drawn


def _described(picture: Picture) -> str:
    drawn = len(picture.drawing.symbols)
    if drawn == len(picture.family.network.persons):
        return picture.drawing.description
    return f"{picture.drawing.description} These are the {drawn} people nearest to the child; the list has everybody"


def child_page(actor: Actor, child_ref: str, *, now: dt.datetime) -> ChildPage:
    seen = _seen(actor, child_ref, now, WITHOUT_FEELINGS)
    family, names = seen.family, {p.id: short_name(p) for p in seen.family.network.persons}
    small = thumbnail(seen.shown, about=child_ref, on=seen.on, kin=tuple(seen.kin.items()))
    homes = home_cards(family.network.households, names, seen.kin)
    status = child_status(actor, child_ref, now=now)
    checks = checks_of(_known(actor, seen, status, now))
    return ChildPage(
        child=child_face(family.child, seen.on),
        thumbnail=small.svg if len(names) > 1 and family.may_be_drawn else "",
        described=said_of_people(len(names), len(homes)),
        generations=_generations(seen.with_drawing(small.drawing)),
        households=homes,
        responsibilities=responsibility_sentences(family, seen.kin),
        lately=changes_of(family, on=seen.on),
        may_edit=may_add(actor, family.level),
        because=family.because,
        status=status,
        checks=with_answers(actor, child_ref, checks, now=now),
    )


def check_to_answer(actor: Actor, child_ref: str, check: str, about: str, *, now: dt.datetime) -> CheckAnswerForm:
    """One of the checks that the child's page shows to this viewer."""
    seen = _seen(actor, child_ref, now, WITHOUT_FEELINGS)
    shown = checks_of(_known(actor, seen, child_status(actor, child_ref, now=now), now))
    found = next((one for one in shown if (one.check, one.about) == (check, about)), None)
    if found is None:
        raise NothingHere
    return check_form(actor, child_ref, found, now=now)


def _known(actor: Actor, seen: Seen, status: ChildStatus | None, now: dt.datetime) -> ChildSeen:
    child = seen.family.child
    team = team_around(actor, child.id, now=now)
    return ChildSeen(
        ref=child.id,
        name=first_name_of(child),
        network=seen.family.network,
        on=seen.on,
        team_agencies=frozenset(member.agency_kind for member in team),
        status=status,
        has_holder=any(held.child_ref == child.id and _holds(held) for held in seen.family.responsibilities),
        found_elsewhere=gaps_on_pictures(actor, child.id, seen.family, now=now),
    )


def _holds(held: ResponsibilityCard) -> bool:
    return held.taken_out is None and not held.is_over


def picture_page(actor: Actor, child_ref: str, *, now: dt.datetime, off: Collection[int] = ()) -> PicturePage:
    """`off` are the numbers of layers that are switched off; what is off is neither drawn nor in list or sentences."""
    layers = layers_without(off)
    picture = _drawn(actor, child_ref, now, layers)
    standing = [tie for tie in picture.family.ties if not tie.taken_out]
    drawn = [tie for tie in standing if is_switched_on(tie.kind, layers)]
    return PicturePage(
        child=child_face(picture.family.child, picture.on),
        svg=to_svg(picture.drawing, interactive=True),
        described=_described(picture),
        generations=_generations(picture),
        lines=tuple(map(line_card, drawn)),
        lines_off=len(standing) - len(drawn),
        lines_taken_out=tuple(line_card(tie) for tie in picture.family.ties if tie.taken_out),
        people_taken_out=picture.family.taken_out,
        sentences=picture.drawing.sentences,
        switches=switches_of(picture.family.network, off),
        people_count=len(picture.family.network.persons),
        may_edit=may_add(actor, picture.family.level),
        may_load=may_load(actor, picture.family.level),
        no_pdf=missing_for_pdf(),
    )


def picture_file(
    actor: Actor, child_ref: str, form: str, *, now: dt.datetime, off: Collection[int] = ()
) -> PictureFile:
    """A copy to take out of Kith: its own, higher, permission and its own row on the record."""
    decision = require(actor, actions.EXPORT, child_ref, now=now)
    picture = _drawn(actor, child_ref, now, layers_without(off), read=family_to_take)
    note_opened(child_ref, decision=decision, event="networks.picture.exported")
    if form == "svg":
        data = to_svg(picture.drawing).encode()
    elif form == "png":
        data = to_png(picture.drawing)
    else:
        data = _print(actor, picture)
    return PictureFile(name=f"picture-{picture.on}.{form}", content_type=FORMS[form], data=data)


def _print(actor: Actor, picture: Picture) -> bytes:
    """What the page shows on A4, in the sentences of the page, with whom the copy was made for at each foot."""
    told = story(picture.shown, on=picture.on, kin=picture.kin)
    return to_pdf(picture.drawing, told, stamp=_stamp(actor, picture).sentence)


def _stamp(actor: Actor, picture: Picture) -> Stamp:
    return Stamp(reader=actor.name, agency=actor.agency_name, on=picture.on)


def people_file(actor: Actor, child_ref: str, form: str, *, now: dt.datetime) -> ExportedFile:
    """The list beside the picture as a table (csv or xlsx), under the same permission as the picture."""
    decision = require(actor, actions.EXPORT, child_ref, now=now)
    picture = _picture(actor, child_ref, now, WITHOUT_FEELINGS, read=family_to_take)
    note_opened(child_ref, decision=decision, event="networks.people.exported")
    return write_table(people_table(_generations(picture)), form, stamp=_stamp(actor, picture))


def load_page(actor: Actor, child_ref: str, *, now: dt.datetime) -> FormPage:
    """The child into whose network a family file would be brought, for somebody who may do that."""
    require(actor, people_actions.LOAD, child_ref, now=now)
    return form_page(actor, child_ref, now=now)
