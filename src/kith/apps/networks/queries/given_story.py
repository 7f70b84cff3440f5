"""What happened for a child before it is given to somebody: which rows, and the page as its reader sees it."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from kith.apps.access.queries import NothingHere, day_of, require_to_publish
from kith.apps.agencies.projections import Actor
from kith.apps.chronologies.projections import RowCard, RowsToGive
from kith.apps.chronologies.queries import rows_to_give
from kith.apps.networks.copying import child_name, part_of
from kith.apps.networks.given_stories import GivenRow, GivenStory, as_text
from kith.apps.networks.pages import child_face
from kith.apps.networks.projections import Choice
from kith.apps.networks.queries.family_copy import (
    CannotMakeCopy,
    readers_of,
    require_reader,
    require_the_childs_word,
    told_of,
)
from kith.apps.networks.queries.given_picture import NOT_FOR_THEM
from kith.apps.networks.rules import kin_words
from kith.apps.networks.story_cards import (
    RowToChoose,
    RowTogether,
    StoryForm,
    StoryPreview,
    StoryReaders,
    StoryTogether,
    StoryWish,
)
from kith.apps.networks.telling_stories import GROWN_UP, ReaderOfRows, TextsForFamily, given_rows, texts_for, why_left
from kith.apps.occasions.queries import answer_times, invitation_answers, why_no_page
from kith.apps.people.projections import FamilyToCopy
from kith.apps.people.queries import (
    Named,
    at_home_with,
    family_of,
    family_to_copy,
    holds_what_is_sealed,
    named_in,
    shown_name,
)
from kith.engines.drawing.output import missing_for_pdf
from kith.kernel.days import day_words

NOTHING_CHOSEN = "Choose at least one row that they may read."


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeStory:
    """A page, and of whom and what it tells, so that a new seal on any of them ends its link."""

    given: GivenStory
    refs: tuple[str, ...]
    reader: str
    text: str
    doubtful: tuple[str, ...]
    told: frozenset[tuple[str, str]]

    @property
    def mark(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class AroundStory:
    """The family that may stand in a copy, everybody whom texts may name, and the rows for this reader."""

    family: FamilyToCopy
    names: Named
    rows: RowsToGive


def story_readers(actor: Actor, child_ref: str, *, now: dt.datetime) -> StoryReaders:
    require_to_publish(actor, child_ref, now=now)
    family = family_to_copy(actor, child_ref, now=now)
    return StoryReaders(child=child_face(family.child, day_of(now)), readers=readers_of(family))


def story_form(actor: Actor, child_ref: str, reader_ref: str, *, now: dt.datetime) -> StoryForm:
    near = _around(actor, child_ref, reader_ref, now=now)
    reader = next((one for one in readers_of(near.family) if one.ref == reader_ref), None)
    if reader is None:
        raise NothingHere
    adults = frozenset(person.id for person in near.family.network.persons if person.kind == GROWN_UP)
    of_rows = ReaderOfRows(ref=reader.ref, kin=reader.kin, called=reader.name, grown_ups=adults)
    rows = (RowToChoose(card=card, why_left=why_left(card, near.names, of_rows)) for card in near.rows.open_rows)
    return StoryForm(
        child=child_face(near.family.child, day_of(now)),
        reader=reader,
        reader_part=part_of(near.family.network, reader_ref),
        rows=tuple(rows),
        known=near.rows.known,
        kept=near.rows.kept,
        people=_to_name(near.family, reader_ref),
        no_pdf=missing_for_pdf(),
        safety_answers=invitation_answers(),
    )


def _around(actor: Actor, child_ref: str, reader_ref: str, *, now: dt.datetime) -> AroundStory:
    require_to_publish(actor, child_ref, now=now)
    family = family_to_copy(actor, child_ref, now=now)
    seen = {person.id for person in family_of(actor, child_ref, now=now).network.persons}
    refs = {person.id for person in family.network.persons}
    called = child_name(family.child)
    return AroundStory(
        family=family,
        names=Named(actor, sorted(seen | refs), now=now),
        rows=rows_to_give(actor, child_ref, reader_ref, called=called, family=refs, now=now),
    )


def _to_name(family: FamilyToCopy, reader_ref: str) -> tuple[Choice, ...]:
    kin, unsaid = kin_words(family.network), (family.network.about, reader_ref)
    named = (p for p in family.network.persons if p.names and p.id not in unsaid)
    return tuple(Choice(ref=p.id, name=shown_name(p), kin=kin.get(p.id, "")) for p in named)


def story_preview(actor: Actor, wish: StoryWish, *, now: dt.datetime) -> StoryPreview:
    made = made_story(actor, wish, now=now)
    return StoryPreview(given=made.given, doubtful=made.doubtful, mark=made.mark)


def story_together(actor: Actor, wish: StoryWish, *, now: dt.datetime) -> StoryTogether:
    """The same page while it is read together: made anew each time, so whatever is sealed meanwhile is gone."""
    made = made_story(actor, wish, now=now)
    rows = tuple(RowTogether(ref=ref, row=row) for ref, row in zip(made.refs, made.given.rows, strict=True))
    return StoryTogether(given=made.given, rows=rows, reader=made.reader)


def made_story(actor: Actor, wish: StoryWish, *, now: dt.datetime) -> MadeStory:
    """For whoever may publish it: the page exactly as its reader will see it."""
    near = _around(actor, wish.child_ref, wish.reader_ref, now=now)
    require_reader(near.family, wish.reader_ref)
    require_the_childs_word(wish.child_ref, wish.reader_ref, wish.child_says)
    if why_not := why_no_page(actor, wish.child_ref, wish.reader_ref, wish.safety, now=now):
        raise CannotMakeCopy(why_not)
    cards = [card for card in near.rows.open_rows if card.ref in wish.rows]
    if not cards and not near.rows.known:
        raise CannotMakeCopy(NOTHING_CHOSEN)
    agencies = {card.agency for card in cards}
    at_home = at_home_with(actor, near.family, wish.reader_ref, now=now)
    texts = texts_for(near.family, near.names, wish.reader_ref, named=wish.named, at_home=at_home, agencies=agencies)
    reader = next(one.name for one in readers_of(near.family) if one.ref == wish.reader_ref)
    rows = tuple(given_rows(cards, texts, reader=reader, shows_childs_words=wish.shows_childs_words))
    given = _given(near, rows, wish, day_of(now))
    words = as_text(given)
    if holds_what_is_sealed(actor, [words], [wish.child_ref, wish.reader_ref], now=now):
        raise CannotMakeCopy(NOT_FOR_THEM)
    named = named_in(actor, [words], [person.id for person in near.family.network.persons], now=now)
    return MadeStory(
        given=given,
        refs=tuple(card.ref for card in cards),
        reader=reader,
        text=words,
        doubtful=tuple(texts.doubtful),
        told=_told(near, cards, texts, wish.child_ref) | named,
    )


def _given(near: AroundStory, rows: tuple[GivenRow, ...], wish: StoryWish, on: dt.date) -> GivenStory:
    part = part_of(near.family.network, wish.reader_ref)
    return GivenStory(
        reader_part=part,
        child=child_name(near.family.child),
        child_says="own" if part == "young_person" else wish.child_says,
        made_on=day_words(on),
        rows=rows,
        withheld=tuple(row.says for row in near.rows.known),
        answered_within=answer_times(on),
    )


def _told(near: AroundStory, cards: list[RowCard], texts: TextsForFamily, child_ref: str) -> frozenset[tuple[str, str]]:
    """Everybody in whose place a word stands and about whom a row is, their ties, and every row."""
    in_copy = {person.id for person in near.family.network.persons}
    about = {other.ref for card in cards for other in card.said.others}
    refs = (texts.told & in_copy) | about | {child_ref}
    rows = {(child_ref, card.ref) for card in cards} | {(child_ref, row.ref) for row in near.rows.known}
    return told_of(near.family, refs) | rows
