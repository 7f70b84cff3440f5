"""A relative's page before it leaves: whom it may be for, what may stand on it, and the page as its reader sees it.

It is built from an allow-list: what this reader was told, asked and invited to, of the occasions and workers that
somebody ticked, and nothing that any seal covers.
"""

import datetime as dt
import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from kith.apps.access.projections import TeamMember
from kith.apps.access.queries import day_of, require_to_publish, team_with_numbers
from kith.apps.agencies.projections import Actor
from kith.apps.occasions.actions import READ
from kith.apps.occasions.kinds import never_named, occasion_kinds
from kith.apps.occasions.projections import LoopPageForm, LoopWish, OccasionCard, RowCard
from kith.apps.occasions.queries.ledger import Ledger
from kith.apps.occasions.queries.own_words import answer_times
from kith.apps.occasions.queries.parents import kept_parents, not_known_to_be_safe
from kith.apps.occasions.relative_copies import NamedWorker, RelativeCopy, ToldLine, as_text
from kith.apps.occasions.sight import Family, family_round
from kith.apps.people.projections import FamilyToCopy
from kith.apps.people.queries import family_to_copy, first_name_of, holds_what_is_sealed, named_in, shown_name
from kith.kernel.clock_times import spoken_time
from kith.kernel.days import day_words, weekday_words
from kith.kernel.errors import KithError

NOT_FOR_THEM = "We cannot make this page for this person. Talk with your manager before you go on."
CHILD_SAYS = ("agreed", "too_young")


class CannotMakePage(KithError):
    """What was chosen is not a page that may be made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePage:
    """A page, and of whom it tells, so that a new seal on any of them ends its link."""

    copy: RelativeCopy
    text: str
    told: frozenset[tuple[str, str]]
    reader_part: str

    @property
    def mark(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()


def relative_form(actor: Actor, child_ref: str, *, now: dt.datetime) -> LoopPageForm:
    """Readers of whom the ledger says something, by name; the child's own page is another."""
    require_to_publish(actor, child_ref, now=now)
    copied, family, ledger = _read(actor, child_ref, now)
    cards = [card for card in ledger.cards() if not card.is_taken_out]
    readers = _readers(copied, family, child_ref)
    names = {ref: name for ref, name in readers.items() if any(_row_of(card, ref) for card in cards)}
    return LoopPageForm(
        readers=tuple(names.items()),
        occasions=tuple(
            (card.ref, _offered(card, names)) for card in cards if any(_row_of(card, ref) for ref in names)
        ),
        workers=tuple((one.ref, _worker_words(one)) for one in _namable(actor, child_ref, now)),
    )


def _read(actor: Actor, child_ref: str, now: dt.datetime) -> tuple[FamilyToCopy, Family, Ledger]:
    copied = family_to_copy(actor, child_ref, now=now)
    _, family = family_round(actor, child_ref, READ, now=now)
    return copied, family, Ledger(actor, child_ref, family, now=now)


def _readers(copied: FamilyToCopy, family: Family, child_ref: str) -> Mapping[str, str]:
    """Those with a name whom no seal covers, as nobody else may be given a page."""
    people = {person.id: person for person in copied.network.persons if person.names and not person.has_died}
    return {ref: shown_name(people[ref]) for ref in family.names if ref in people and ref != child_ref}


def _row_of(card: OccasionCard, ref: str) -> RowCard | None:
    """What may be told of this occasion to somebody; nothing where there is only why not."""
    row = next((row for row in card.rows if row.person_ref == ref), None)
    if row is None:
        return None
    said = row.said
    return row if said.told_on or said.asked_words or said.helps_words or row.invited == "yes" else None


def _offered(card: OccasionCard, names: Mapping[str, str]) -> str:
    whom = ", ".join(
        names[row.person_ref] for row in card.rows if row.person_ref in names and _row_of(card, row.person_ref)
    )
    return f"{day_words(card.on)}: {_what(card)} ({whom})"


def _what(card: OccasionCard) -> str:
    """What it is called on the page: never the words that workers use among themselves."""
    return card.plain or occasion_kinds()[card.kind].plain


def _namable(actor: Actor, child_ref: str, now: dt.datetime) -> tuple[TeamMember, ...]:
    """Workers who may be named to a relative at all; of the others there is no sign."""
    team = team_with_numbers(actor, child_ref, now=now)
    return tuple(one for one in team if one.agency_kind not in never_named())


def _worker_words(one: TeamMember) -> str:
    return ", ".join(part for part in (one.name, one.agency if one.agency != one.name else "", one.phone) if part)


def relative_preview(actor: Actor, wish: LoopWish, *, now: dt.datetime) -> MadePage:
    """For whoever may publish it: the page exactly as its reader will see it."""
    require_to_publish(actor, wish.child_ref, now=now)
    copied, family, ledger = _read(actor, wish.child_ref, now)
    if wish.reader_ref not in _readers(copied, family, wish.child_ref):
        raise CannotMakePage("Choose somebody of this family who is alive and whose name we know.")
    if wish.choices.child_says not in CHILD_SAYS:
        raise CannotMakePage(
            "A child who can decide this says first who may see the page. Without their yes it is not made."
        )
    _require_safe(family, ledger, wish, day_of(now))
    copy = _copy(actor, wish, copied, ledger, now)
    text = as_text(copy)
    if holds_what_is_sealed(actor, _words_in(copy), [wish.child_ref, wish.reader_ref], now=now):
        raise CannotMakePage(NOT_FOR_THEM)
    named = named_in(actor, _words_in(copy), family.names, now=now)
    whole = {wish.child_ref, wish.reader_ref, *(ref for ref, _ in named)}
    part = "parent" if wish.reader_ref in family.parents else "family"
    return MadePage(copy=copy, text=text, told=named | {(ref, "") for ref in whole}, reader_part=part)


def _require_safe(family: Family, ledger: Ledger, wish: LoopWish, today: dt.date) -> None:
    """A page is contact: it goes to no parent with whom that waits for an answer."""
    parents = kept_parents(wish.child_ref, family)
    if wish.reader_ref in not_known_to_be_safe(family, parents, ledger.texts, today):
        raise CannotMakePage("A page is contact. Say first whether contact with this person is safe, then make it.")


def _copy(actor: Actor, wish: LoopWish, copied: FamilyToCopy, ledger: Ledger, now: dt.datetime) -> RelativeCopy:
    rows = [
        (card, row)
        for card in ledger.cards()
        if card.ref in wish.choices.occasions and not card.is_taken_out and (row := _row_of(card, wish.reader_ref))
    ]
    if not rows:
        raise CannotMakePage("Tick at least one thing that this person was told, asked or invited to.")
    today = day_of(now)
    return RelativeCopy(
        child=first_name_of(copied.child, nobody="this child"),
        child_says=wish.choices.child_says,
        made_on=day_words(today),
        told=tuple(
            ToldLine(on=weekday_words(row.said.told_on, today=today), what=_what(card), words=row.said.told_words)
            for card, row in rows
            if row.said.told_on
        ),
        asked=tuple(
            ToldLine(on=weekday_words(card.on, today=today), what=_what(card), words=row.said.asked_words)
            for card, row in rows
            if row.said.asked_words
        ),
        invited=tuple(_dated(card, today) for card, row in rows if row.invited == "yes"),
        helps=tuple(_dated(card, today, row.said.helps_words) for card, row in rows if row.said.helps_words),
        workers=tuple(
            NamedWorker(name=one.name, agency=one.agency if one.agency != one.name else "", phone=one.phone)
            for one in _namable(actor, wish.child_ref, now)
            if one.ref in wish.choices.workers
        ),
        answered_within=answer_times(today),
    )


def _dated(card: OccasionCard, today: dt.date, words: str = "") -> ToldLine:
    day = weekday_words(card.on, today=today)
    on = f"{day}, {spoken_time(card.at)}" if card.at else day
    return ToldLine(on=on, what=_what(card), words=words, place=card.place)


def _words_in(copy: RelativeCopy) -> Collection[str]:
    lines: Iterable[ToldLine] = (*copy.told, *copy.asked, *copy.invited, *copy.helps)
    return [part for line in lines for part in (line.what, line.words, line.place) if part]
