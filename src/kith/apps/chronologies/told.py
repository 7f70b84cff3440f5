"""Kept rows as cards: read in sets, through the sieve for what is sealed, and put in one order by the engine."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import QuerySet

from kith.apps.agencies.projections import Actor, AgencyCard, WorkerCard
from kith.apps.agencies.queries import organisation_cards, worker_cards
from kith.apps.chronologies.models import Entry, EntryChild, Telling
from kith.apps.chronologies.projections import (
    AboutToo,
    ChildNamed,
    EarlierTelling,
    RowCard,
    RowSaid,
    Withdrawn,
    engine_row,
)
from kith.apps.chronologies.rules import CHOICES, TEXTS
from kith.apps.chronologies.vocabulary import HAPPENED, restrictions, row_words
from kith.apps.people.queries import Texts, TextsToTake, names_of
from kith.engines.chronology import Chronology, event_types, merge
from kith.kernel.partial_dates import PartialDate

AT_ONCE = 5_000
NO_REASON = "the reason stays behind"


@dataclass(frozen=True)
class Reader:
    """For whom a child's rows are read. `called` is how the child is called; what stays behind in a copy is gone."""

    actor: Actor
    child_ref: str
    called: str
    now: dt.datetime
    is_copy: bool = False

    def texts(self, others: Collection[str]) -> Texts:
        return (TextsToTake if self.is_copy else Texts)(self.actor, [self.child_ref, *others], now=self.now)


@dataclass
class Reason:
    """Why a row was withdrawn, as a text that knows by whom it is."""

    why: str
    authors: dict[str, int]


@dataclass(frozen=True)
class Beside:
    """What stands beside some rows."""

    tellings: Mapping[int, Telling]
    children: Mapping[int, Sequence[EntryChild]]
    names: Mapping[str, str]
    agencies: Mapping[int, AgencyCard]
    workers: Mapping[int, WorkerCard]
    texts: Texts


def texts_round(entry: Entry, reader: Reader) -> Texts:
    """Texts about everybody whom one row is about."""
    about = EntryChild.objects.filter(entry=entry).values_list("subject__ref", flat=True)
    return reader.texts(set(about) - {reader.child_ref})


def beside(entries: Collection[Entry], reader: Reader) -> Beside:
    tellings = {one.entry_id: one for one in standing_tellings([row.pk for row in entries])}
    children = _other_children([row.pk for row in entries], reader.child_ref)
    others = {one.subject.ref for rows in children.values() for one in rows} - {reader.child_ref}
    writers = {row.recorded_by_id for row in entries} | {row.withdrawn_by_id for row in entries if row.withdrawn_by_id}
    names = names_of(reader.actor, others, now=reader.now) if others else {}
    return Beside(
        tellings=tellings,
        children=children,
        names={**names, reader.child_ref: reader.called},
        agencies=organisation_cards({row.agency_id for row in entries}),
        workers=worker_cards(writers | {one.recorded_by_id for one in tellings.values()}),
        texts=reader.texts(others),
    )


def standing_tellings(keys: Sequence[int]) -> Iterator[Telling]:
    for start in range(0, len(keys), AT_ONCE):
        yield from Telling.objects.filter(entry_id__in=keys[start : start + AT_ONCE], replaced_at=None)


def _other_children(keys: Sequence[int], child_ref: str) -> Mapping[int, Sequence[EntryChild]]:
    """Whoever else rows are about, and what was something else for the child than that it happened to them."""
    found: dict[int, list[EntryChild]] = defaultdict(list)
    told: QuerySet[EntryChild] = EntryChild.objects.exclude(subject__ref=child_ref, role=HAPPENED)
    for start in range(0, len(keys), AT_ONCE):
        for one in told.filter(entry_id__in=keys[start : start + AT_ONCE]).select_related("subject").order_by("pk"):
            found[one.entry_id].append(one)
    return found


def row_cards(entries: Iterable[Entry], with_: Beside, reader: Reader) -> Iterator[RowCard]:
    """Of a row in whose facts something sealed to the viewer stands, nothing is there."""
    for entry in entries:
        telling = with_.tellings[entry.pk]
        if with_.texts(telling, "fact"):
            yield _card(entry, telling, with_, reader)


def _card(entry: Entry, telling: Telling, with_: Beside, reader: Reader) -> RowCard:
    agency, children = with_.agencies[entry.agency_id], with_.children.get(entry.pk, ())
    said = _said(entry, telling, children, with_.texts, reader)
    kind = event_types().get(telling.type)
    return RowCard(
        ref=entry.ref,
        version=entry.version,
        agency=agency.name,
        agency_ref=agency.ref,
        agency_kind=agency.kind,
        is_own=entry.agency_id == reader.actor.agency_id,
        said=said,
        type_name=kind.name if kind else "",
        recorded_by=with_.workers[telling.recorded_by_id].at_agency,
        recorded_at=telling.recorded_at,
        corrections=telling.number - 1,
        children=tuple(children_named([(one.subject.ref, one.role) for one in children], with_.names, reader)),
        restriction_words=restrictions()[entry.restriction].says if entry.restriction else "",
        withdrawn=_withdrawn(entry, with_),
    )


def _said(entry: Entry, telling: Telling, children: Sequence[EntryChild], texts: Texts, reader: Reader) -> RowSaid:
    own = next((one.role for one in children if one.subject.ref == reader.child_ref), HAPPENED)
    others = (one for one in children if one.subject.ref != reader.child_ref)
    return RowSaid(
        start=PartialDate.from_code(telling.start),
        end=PartialDate.from_code(telling.end) if telling.end else None,
        start_time=telling.start_time,
        end_time=telling.end_time,
        restriction=entry.restriction,
        role=own,
        others=tuple(AboutToo(one.subject.ref, one.role, one.stands_in) for one in others),
        row_id="" if entry.row_id == entry.ref else entry.row_id,
        teller=entry.teller,
        came_of=entry.came_of,
        **{name: getattr(telling, name) for name in CHOICES},
        **texts.shown(telling, TEXTS),
    )


def children_named(
    children: Sequence[tuple[str, str]], names: Mapping[str, str], reader: Reader
) -> Iterator[ChildNamed]:
    """By ref and role; the child of the page first. Whoever else it is about may be read, or there would be no row.

    Where two records became one, a row that was about both is about one child.
    """
    roles = row_words("roles")
    told = dict(reversed(children))
    yield ChildNamed(reader.child_ref, reader.called, roles[told.pop(reader.child_ref, HAPPENED)])
    for ref, role in reversed(told.items()):
        yield ChildNamed(ref, names[ref], roles[role])


def _withdrawn(entry: Entry, with_: Beside) -> Withdrawn | None:
    if entry.withdrawn_at is None or entry.withdrawn_by_id is None:
        return None
    by = with_.workers[entry.withdrawn_by_id].at_agency
    reason = Reason(entry.why_withdrawn, {"why": entry.withdrawn_by_id})
    return Withdrawn(by=by, at=entry.withdrawn_at, why=with_.texts(reason, "why") or NO_REASON)


def merged_cards(cards: Collection[RowCard]) -> tuple[tuple[RowCard, ...], Chronology]:
    """In the order of the chronology, each with its group; and the chronology itself, for what is reckoned from it."""
    by_name = {card.name: card for card in cards}
    chronology = merge([[engine_row(card) for card in cards]])
    ordered = tuple(
        [
            replace(by_name[entry.row.name], group=entry.group) if entry.group else by_name[entry.row.name]
            for entry in chronology.entries
        ]
    )
    return ordered, chronology


def answers_to(entries: Collection[Entry], rows: Sequence[RowCard]) -> Mapping[str, tuple[RowCard, ...]]:
    """By the ref of a row: what the family says beside it, of the rows that the viewer sees."""
    by_ref = {row.ref: row for row in rows}
    refs = {entry.pk: entry.ref for entry in entries if entry.ref in by_ref}
    found: dict[str, tuple[RowCard, ...]] = defaultdict(tuple)
    for entry in sorted(entries, key=lambda one: one.pk):
        answered = refs.get(entry.beside_id) if entry.beside_id else None
        if answered and entry.withdrawn_at is None and entry.pk in refs:
            found[answered] += (by_ref[entry.ref],)
    return dict(found)


def why_put_back(entry: Entry, texts: Texts) -> str:
    """Where the row says again what it said before a table: why that table was undone."""
    standing = Telling.objects.select_related("undoes").get(entry=entry, replaced_at=None)
    if standing.undoes is None:
        return ""
    reason = Reason(standing.undoes.why_undone, {"why": standing.recorded_by_id})
    return texts(reason, "why") or NO_REASON


def earlier_tellings(entry: Entry, texts: Texts) -> Iterator[EarlierTelling]:
    """What a row said before, the newest first, as far as the viewer may see it."""
    before = list(Telling.objects.filter(entry=entry, replaced_at__isnull=False).order_by("-number"))
    workers = worker_cards({one.recorded_by_id for one in before}) if before else {}
    for one in before:
        shown = {name: text for name, text in texts.shown(one, TEXTS).items() if text}
        yield EarlierTelling(
            when=str(PartialDate.from_code(one.start)),
            texts=shown,
            by=workers[one.recorded_by_id].at_agency,
            at=one.recorded_at,
        )
