"""Reads of sets of stand-ins, always for an actor. Who is meant by one is a deed, in `services`."""

import datetime as dt
from collections.abc import Iterable, Iterator

from kith.apps.access.actions import Action
from kith.apps.access.queries import NothingHere, day_of, decide, require, role_may
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards
from kith.apps.audit.services import note_opened
from kith.apps.people.queries import sieve
from kith.apps.pseudonyms.actions import MAKE, TURN_BACK
from kith.apps.pseudonyms.choosing import LEFT, WORD
from kith.apps.pseudonyms.copying import FAMILY, asking_writer
from kith.apps.pseudonyms.keeping import OpenSet, opened, set_of
from kith.apps.pseudonyms.material import CHRONOLOGY, Material, material_of
from kith.apps.pseudonyms.models import StandInSet
from kith.apps.pseudonyms.projections import PictureChoice, SetCard, SetPage, SetsPage, UnsureWord
from kith.apps.pseudonyms.rules import is_ending
from kith.apps.pseudonyms.vocabulary import purposes, words_of
from kith.apps.pseudonyms.warning import warnings_of
from kith.engines.drawing.output import missing_for_pdf
from kith.kernel.folding import folded

__all__ = [
    "may_begin",
    "purposes",
    "require_to_turn_back",
    "set_card",
    "set_page",
    "sets_of",
    "unsure_words",
    "words_of",
]

MOST_AROUND = 60  # signs on each side of a word that is shown where it stands


def may_begin(actor: Actor, child_ref: str, *, now: dt.datetime) -> bool:
    """Without a refusal, for what a page offers: whether the actor makes such copies, or may turn one back."""
    return any(_may(actor, action, child_ref, now) for action in (MAKE, TURN_BACK))


def _may(actor: Actor, action: Action, child_ref: str, now: dt.datetime) -> bool:
    return role_may(actor, action) and decide(actor, action, child_ref, now=now, kind=CHRONOLOGY).allowed


def require_to_turn_back(actor: Actor, child_ref: str, *, now: dt.datetime) -> None:
    """For the page that offers it."""
    require(actor, TURN_BACK, child_ref, now=now, kind=CHRONOLOGY)


def sets_of(actor: Actor, child_ref: str, *, now: dt.datetime) -> SetsPage:
    may_make, may_turn_back = (_may(actor, action, child_ref, now) for action in (MAKE, TURN_BACK))
    decision = require(actor, MAKE if may_make or not may_turn_back else TURN_BACK, child_ref, now=now, kind=CHRONOLOGY)
    note_opened(child_ref, decision=decision)
    rows = StandInSet.objects.filter(subject__ref=child_ref).order_by("-made_at", "-pk")
    return SetsPage(sets=tuple(_cards(actor, child_ref, rows, now)), may_make=may_make, may_turn_back=may_turn_back)


def set_card(actor: Actor, child_ref: str, set_ref: str, *, now: dt.datetime) -> SetCard:
    """For whoever may make copies with it, or turn one back."""
    found = next((one for one in sets_of(actor, child_ref, now=now).sets if one.ref == set_ref), None)
    if found is None:
        raise NothingHere
    return found


def _cards(actor: Actor, child_ref: str, rows: Iterable[StandInSet], now: dt.datetime) -> Iterator[SetCard]:
    rows = list(rows)
    workers, says = worker_cards({row.made_by_id for row in rows}), sieve(actor, [child_ref], now=now)
    for row in rows:
        yield SetCard(
            ref=row.ref,
            version=row.version,
            code=row.code,
            purpose=purposes()[row.purpose].says,
            what_for=says(row.what_for, by=row.made_by_id),
            people=words_of("people")[row.people],
            dates=words_of("dates")[row.dates],
            ends_on=row.ends_on,
            made_by=workers[row.made_by_id].at_agency,
            made_at=row.made_at,
            is_ended=row.ended_at is not None,
            is_ending=row.ended_at is None and is_ending(row.ends_on, day_of(now)),
        )


def set_page(actor: Actor, child_ref: str, set_ref: str, *, now: dt.datetime) -> SetPage:
    """Everything that has to be looked at before a copy is made. Raises CannotMake where its list is destroyed."""
    near = material_of(actor, child_ref, now=now)
    row = set_of(child_ref, set_ref)
    held = opened(row)
    return SetPage(
        card=set_card(actor, child_ref, set_ref, now=now),
        words=unsure_words(held, near),
        warnings=warnings_of(near, dates=row.dates),
        pictures=(PictureChoice(FAMILY, "The picture of the network"), *_pictures(near)),
        row_count=len(near.rows),
        kept_back=near.kept_back,
        no_pdf=missing_for_pdf(),
        may_turn_back=_may(actor, TURN_BACK, child_ref, now),
    )


def _pictures(near: Material) -> Iterator[PictureChoice]:
    titles: dict[str, int] = {}
    for picture in near.pictures:
        title = picture.scene.title
        titles[title] = titles.get(title, 0) + 1
        yield PictureChoice(picture.ref, title if titles[title] == 1 else f"{title}, {titles[title]}")


def unsure_words(held: OpenSet, near: Material) -> tuple[UnsureWord, ...]:
    """Words that may be names and of which nobody has said anything, then those of which somebody has, as far as they
    stand in what this maker may take."""
    said = [
        (one.of, one.kind == LEFT) for one in held.kept if one.kind in (WORD, LEFT) and folded(one.of) in near.words
    ]
    known = {folded(one.of) for one in held.kept if one.kind in (WORD, LEFT)}
    fresh = asking_writer(held, near).unsure(near.texts, known=known)
    new = [UnsureWord(word, _sentence_with(word, near.texts), is_left=False, is_new=True) for word in fresh]
    old = [UnsureWord(word, "", is_left=is_left, is_new=False) for word, is_left in sorted(said)]
    return (*new, *old)


def _sentence_with(word: str, texts: Iterable[str]) -> str:
    """A piece of the first text that holds it."""
    for text in texts:
        place = text.find(word)
        if place >= 0:
            first, last = max(0, place - MOST_AROUND), min(len(text), place + len(word) + MOST_AROUND)
            return f"{'…' if first else ''}{' '.join(text[first:last].split())}{'…' if last < len(text) else ''}"
    return ""
