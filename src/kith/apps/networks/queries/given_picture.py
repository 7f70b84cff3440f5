"""A drawn picture before it is given to somebody: how each may stand there, and the page as its reader sees it."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from kith.apps.access.queries import NothingHere, day_of, require_to_publish
from kith.apps.agencies.projections import Actor
from kith.apps.networks.copy_cards import GiveForm, GivePreview, GiveWish, ThingToGive
from kith.apps.networks.copying import child_name, part_of
from kith.apps.networks.given_pictures import GivenPart, GivenPicture, as_text
from kith.apps.networks.giving import NAME, OUT, ROLE, WORDS, Thing, given_scene, kept_things, roles, things, things_of
from kith.apps.networks.pages import child_face
from kith.apps.networks.queries.family_copy import (
    CannotMakeCopy,
    readers_of,
    require_reader,
    require_the_childs_word,
    told_of,
)
from kith.apps.occasions.queries import invitation_answers, why_no_page
from kith.apps.people.projections import FamilyToCopy
from kith.apps.people.queries import family_to_copy, holds_what_is_sealed, named_in
from kith.apps.pictures.projections import PictureToGive
from kith.apps.pictures.queries import picture_to_give
from kith.engines.drawing.output import missing_for_pdf
from kith.engines.drawing.scenes import Scene, arrange, said, to_svg
from kith.kernel.days import day_words

NOT_FOR_THEM = "We cannot make this page for this person. Talk with your manager before you go on."
READ_FIRST = "Read first what is said about who may see this picture, and tick that you did."
PERSON, FAMILY = "person", "family"
WIDTH, HEIGHT = 760, 700  # for a telephone held upright as well as for a desk


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePicture:
    """A page, and of whom and what it tells, so that a new seal on any of them ends its link."""

    given: GivenPicture
    scene: Scene
    reader: str
    text: str
    told: frozenset[tuple[str, str]]

    @property
    def mark(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()


def give_form(actor: Actor, child_ref: str, picture_ref: str, *, now: dt.datetime) -> GiveForm:
    require_to_publish(actor, child_ref, now=now)
    family, picture = _family_and_picture(actor, child_ref, picture_ref, now)
    return GiveForm(
        child=child_face(family.child, day_of(now)),
        title=picture.scene.title,
        readers=readers_of(family),
        things=tuple(_to_choose(thing) for thing in things_of(family, picture)),
        has_lines=bool(picture.scene.lines),
        has_made=bool(picture.scene.made),
        has_faces=any(item.face for item in picture.scene.items),
        no_pdf=missing_for_pdf(),
        who_may_see=picture.who_may_see,
        safety_answers=invitation_answers(),
    )


def _family_and_picture(
    actor: Actor, child_ref: str, picture_ref: str, now: dt.datetime
) -> tuple[FamilyToCopy, PictureToGive]:
    """The view of somebody who is in no copy is in none either."""
    family = family_to_copy(actor, child_ref, now=now)
    picture = picture_to_give(actor, child_ref, picture_ref, now=now)
    if picture.view_of and picture.view_of not in {person.id for person in family.network.persons}:
        raise NothingHere
    return family, picture


def _to_choose(thing: Thing) -> ThingToGive:
    return ThingToGive(key=thing.card.key, name=thing.name or thing.role or "Who?", ways=tuple(_ways(thing)))


def _ways(thing: Thing) -> Iterator[tuple[str, str]]:
    """A relative is what they are to the child; for others there is more than one word."""
    placing = thing.card.placing
    if thing.role:
        yield ROLE, f"As “{thing.role}”"
    if thing.card.kind == PERSON:
        is_relative = thing.role != things()[PERSON]
        yield from ((code, f"As “{words}”") for code, words in roles().items() if code == FAMILY or not is_relative)
    if thing.name:
        yield NAME, f"By name: “{thing.name}”"
        more = ", ".join(filter(None, (placing.period, placing.words)))
        yield WORDS, f"By name, and all that is said: “{thing.name}{', ' if more else ''}{more}”"
    yield OUT, "Leave out"


def give_preview(actor: Actor, wish: GiveWish, *, now: dt.datetime) -> GivePreview:
    made = made_picture(actor, wish, now=now)
    return GivePreview(given=made.given, mark=made.mark)


def made_picture(actor: Actor, wish: GiveWish, *, now: dt.datetime) -> MadePicture:
    """For whoever may publish it: the page exactly as its reader will see it."""
    require_to_publish(actor, wish.child_ref, now=now)
    family, picture = _family_and_picture(actor, wish.child_ref, wish.picture_ref, now)
    require_reader(family, wish.reader_ref)
    require_the_childs_word(wish.child_ref, wish.reader_ref, wish.choices.child_says)
    if picture.who_may_see and not wish.has_read:
        raise CannotMakeCopy(READ_FIRST)
    if why_not := why_no_page(actor, wish.child_ref, wish.reader_ref, wish.safety, now=now):
        raise CannotMakeCopy(why_not)
    scene = given_scene(family, picture, wish.choices)
    words = [text for item in scene.items for text in (item.name, item.words, item.period) if text]
    if holds_what_is_sealed(actor, words, [wish.child_ref, wish.reader_ref], now=now):
        raise CannotMakeCopy(NOT_FOR_THEM)
    given = _given(family, picture, scene, wish, day_of(now))
    named = named_in(actor, words, [person.id for person in family.network.persons], now=now)
    reader = next(one.name for one in readers_of(family) if one.ref == wish.reader_ref)
    told = _told(family, picture, wish) | named
    return MadePicture(given=given, scene=scene, reader=reader, text=as_text(given), told=told)


def _given(family: FamilyToCopy, picture: PictureToGive, scene: Scene, wish: GiveWish, on: dt.date) -> GivenPicture:
    part = part_of(family.network, wish.reader_ref)
    return GivenPicture(
        reader_part=part,
        child=child_name(family.child),
        child_says="own" if part == "young_person" else wish.choices.child_says,
        made_on=day_words(on),
        title=scene.title,
        drawn_by=picture.whose,
        picture=to_svg(arrange(scene, width=WIDTH, height=HEIGHT)) if scene.items else "",
        parts=tuple(GivenPart(title=one.title, lines=tuple(line.words for line in one.lines)) for one in said(scene)),
    )


def _told(family: FamilyToCopy, picture: PictureToGive, wish: GiveWish) -> frozenset[tuple[str, str]]:
    """Everybody on it, whose view it is, the ties that role words tell of, the faces, and the picture itself."""
    kept = kept_things(family, picture, wish.choices)
    on_it = {thing.card.person for thing in kept if thing.card.person}
    faces = {thing.card.face.ref for thing in kept if thing.card.face and wish.choices.shows_faces}
    refs = {*on_it, wish.child_ref, *filter(None, (picture.view_of,))}
    return told_of(family, refs) | {(wish.child_ref, ref) for ref in (picture.ref, *faces)}
