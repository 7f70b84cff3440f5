"""Finding children, the viewer's own ones, and what was added round them lately."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import QuerySet

from kith.apps.access.actions import Action
from kith.apps.access.queries import A_HANDFUL, Asked, Cut, day_of, members_by_centre, opened_among, visible
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_listed, note_searched
from kith.apps.people import actions
from kith.apps.people.cards import tie_cards
from kith.apps.people.expecting import expected_words, is_expected
from kith.apps.people.homes import postcodes_of_homes
from kith.apps.people.models import Address, Person, Tie
from kith.apps.people.projections import FoundChild, Lately, OnlyPointed
from kith.apps.people.queries.by_mother import expected_by
from kith.apps.people.queries.families import opened_rows, persons_with
from kith.apps.people.queries.own import IN_ORDER, MOST_OWN, children_with, own_children, with_case
from kith.apps.people.reading import NAMES, first_name_of, records_of, shown_name
from kith.apps.people.sight import Sight
from kith.apps.search.queries import (
    fit_of,
    fits,
    is_found_under,
    may_be_postcode,
    narrow,
    search_words,
    tokens_of,
)
from kith.engines.drawing import network as net
from kith.kernel.text import folded_tokens, sort_key

MOST_FOUND = MOST_OWN
FEWEST_WORDS = 2  # of a name that somebody has to know before they learn that its bearer is known here


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that the index found, as the viewer may see it."""

    row: Person
    record: net.Person
    home_postcodes: Sequence[str]


def find_children(actor: Actor, text: str, *, now: dt.datetime) -> tuple[FoundChild, ...]:
    """Children with a case who match every word, best first; cut for the actor before anything is matched.

    A child the actor may open is found by any name, year of birth or postcode they may see. One they may not open is
    found by the name that is shown and by nothing else, or searching would tell what the list does not. A baby who is
    not born yet is found by the mother’s name too, as far as the actor may see her.
    """
    words = search_words(text)
    if not words:
        return ()
    note_searched(words)
    may_open, others = _known(actor, text, actions.READ, actions.FIND, now=now)
    reads, finds = Cut(actor, actions.READ, now=now), Cut(actor, actions.FIND, now=now)
    by_place = any(map(may_be_postcode, words))
    opened = _matching(reads, may_open, lambda it: _is_found(words, it), by_place=by_place)
    named = _matching(finds, others, lambda it: _is_named(words, it))
    babies = expected_by(actor, text, words, now=now)
    besides = babies.keys() - {it.row.pk for it in opened}
    if besides:
        opened += _candidates(reads, persons_with(keys=besides))
    note_listed(it.record.id for it in (*opened, *named))
    found = [
        *(replace(_found(it, True, now), mother=babies.get(it.row.pk, "")) for it in opened),
        *(_found(it, False, now) for it in named),
    ]
    return tuple(sorted(found, key=lambda child: (-_fit(words, child), sort_key(child.name))))


def _known(
    actor: Actor, text: str, nearer: Action, farther: Action, *, now: dt.datetime
) -> tuple[Iterable[Sequence[Person]], Iterable[Sequence[Person]]]:
    """Children whom the index knows under these words, in parts: those whom the first action opens, and those whom
    only the second does.

    Of a handful each is decided on; of more the rules are asked as one query.
    """
    known = narrow(with_case(), text)
    keys = list(known.values_list("subject_id", flat=True)[: A_HANDFUL + 1])
    if len(keys) > A_HANDFUL:
        near, far = (_opened_in_order(actor, action, known, now) for action in (nearer, farther))
        opened = set(near)
        return _in_parts(near), _in_parts([key for key in far if key not in opened])
    opened = opened_among(actor, nearer, keys, Asked(now=now))
    listed = opened_among(actor, farther, keys, Asked(now=now)) - opened
    rows = children_with(subject_ids=opened | listed)
    return [[row for row in rows if row.subject_id in opened]], [[row for row in rows if row.subject_id in listed]]


def _fit(words: Sequence[str], child: FoundChild) -> int:
    return fit_of(words, folded_tokens(child.mother or child.name))


def pointed_at(actor: Actor, text: str, *, now: dt.datetime) -> OnlyPointed | None:
    """Whether somebody here knows the child whose whole name was typed, where the actor may learn that and no more."""
    typed = folded_tokens(text)
    if len(typed) < FEWEST_WORDS:
        return None
    _, others = _known(actor, text, actions.FIND, actions.KNOW, now=now)
    cut = Cut(actor, actions.KNOW, now=now)
    hits = _matching(cut, others, lambda it: folded_tokens(shown_name(it.record)) == typed)
    note_listed(it.record.id for it in hits)
    return OnlyPointed(asked=text) if hits else None


def _matching(
    cut: Cut, parts: Iterable[Sequence[Person]], matches: Callable[[Candidate], bool], *, by_place: bool = False
) -> list[Candidate]:
    """The first of those that match by what the viewer may see: what the index holds besides finds nobody."""
    found: list[Candidate] = []
    for some in parts:
        found.extend(it for it in _candidates(cut, some, by_place=by_place) if matches(it))
        if len(found) >= MOST_FOUND:
            break
    return found[:MOST_FOUND]


def _opened_in_order(actor: Actor, action: Action, rows: QuerySet[Person], now: dt.datetime) -> list[int]:
    """Keys alone, so that the rules are asked once however many are read in the end."""
    return list(visible(actor, action, rows, now=now).order_by(*IN_ORDER).values_list("subject_id", flat=True))


def _in_parts(keys: Sequence[int]) -> Iterator[list[Person]]:
    """In the order that they stand in; most often the first part is enough."""
    for start in range(0, len(keys), MOST_FOUND):
        yield children_with(subject_ids=keys[start : start + MOST_FOUND])


def _candidates(cut: Cut, rows: Sequence[Person], *, by_place: bool = False) -> list[Candidate]:
    """Where they live is read only where something was typed that may be a place."""
    sight = Sight(cut, [row.subject_id for row in rows])
    if not by_place:
        records = records_of(rows, sight, only=NAMES)
        return [Candidate(row, records[row.pk], ()) for row in rows]
    records = records_of(rows, sight, only=(*NAMES, Address))
    codes = postcodes_of_homes(sight, {row.pk: row.subject_id for row in rows})
    return [Candidate(row, records[row.pk], codes[row.pk]) for row in rows]


def _is_found(words: Sequence[str], it: Candidate) -> bool:
    """By a name, the year of birth or a postcode of theirs."""
    year = it.record.birth.year if it.record.birth else None
    codes = [*(address.postcode for address in it.record.addresses), *it.home_postcodes]
    return is_found_under(words, tokens_of((name.text for name in it.record.names), year=year, postcodes=codes))


def _is_named(words: Sequence[str], it: Candidate) -> bool:
    return fits(words, folded_tokens(shown_name(it.record)))


def my_children(actor: Actor, *, now: dt.datetime) -> tuple[FoundChild, ...]:
    """Children with whom the actor, or a team of theirs, works now; in the order of the names that are shown."""
    own = own_children(actor, now=now)
    sight = Sight(Cut(actor, actions.FIND, now=now), [row.subject_id for row in own.rows])
    records = records_of(own.rows, sight, only=NAMES)
    found = [Candidate(row, records[row.pk], ()) for row in own.rows]
    note_listed(it.record.id for it in found)
    return tuple(
        sorted((_found(it, it.row.pk in own.opened, now) for it in found), key=lambda child: sort_key(child.name))
    )


def _found(it: Candidate, may_open: bool, now: dt.datetime) -> FoundChild:
    """A child the viewer may not open is named with their age and nothing else."""
    child = it.record
    is_born = may_open and child.birth is not None and not is_expected(child)
    return FoundChild(
        ref=child.id,
        name=shown_name(child),
        age=age_of(child, day_of(now)),
        born=str(child.birth) if is_born else "",
        may_open=may_open,
        expected=expected_words(child) if may_open else "",
        first_name=first_name_of(child),
    )


def age_of(person: net.Person, on: dt.date) -> str:
    """Age in words on a day; nothing for the dead, the lost and the unborn, and nothing where no birth is known."""
    if person.birth is None or person.has_died or person.loss or is_expected(person):
        return ""
    return str(person.birth.age_on(on))


def lately(actor: Actor, *, since: dt.datetime, now: dt.datetime, most: int = MOST_FOUND) -> tuple[Lately, ...]:
    """What agencies added round the actor's own children, newest first; each with the child it belongs to."""
    mine = {row.subject_id: row for row in own_children(actor, now=now).open_rows}
    if not mine:
        return ()
    sight, members = Sight(Cut(actor, actions.READ, now=now), list(mine)), members_by_centre(list(mine))
    ties = sight.ties_since(since, list(mine))[:MOST_FOUND]
    rows = _seen(actor, {end for tie in ties for end in (tie.a_id, tie.b_id, tie.view_of_id) if end}, now)
    ties = [tie for tie in ties if {tie.a_id, tie.b_id, tie.view_of_id or tie.a_id} <= rows.keys()]
    telling = sight.among("tie", {key: row.subject_id for key, row in rows.items()})
    within = ((tie, _centre(tie, rows, members)) for tie in ties if {tie.a_id, tie.b_id} <= telling)
    kept = [(tie, centre) for tie, centre in within if centre is not None][:most]
    cards = tie_cards([tie for tie, _ in kept], records_of(rows.values(), sight, only=NAMES), sight) if kept else []
    centres = {centre for _, centre in kept}
    children = records_of([mine[centre] for centre in centres], sight, only=NAMES) if kept else {}
    for card in cards:
        note_listed([card.a_ref, card.b_ref])
    return tuple(
        Lately(child=children[mine[centre].pk], tie=card) for (_, centre), card in zip(kept, cards, strict=True)
    )


def _centre(tie: Tie, rows: Mapping[int, Person], members: Mapping[int, set[int]]) -> int | None:
    """The child in whose network both ends stand."""
    both = {rows[tie.a_id].subject_id, rows[tie.b_id].subject_id}
    return next((key for key, circle in members.items() if both <= circle), None)


def _seen(actor: Actor, keys: Collection[int], now: dt.datetime) -> dict[int, Person]:
    """Of these persons, those who stand and whom the actor may read."""
    rows = [row for row in persons_with(keys=keys) if row.withdrawn_at is None] if keys else []
    return {row.pk: row for row in opened_rows(actor, actions.READ, rows, now=now)}
