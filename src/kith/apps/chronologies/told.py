"""Kept rows as cards: read in sets, through the sieve for what is sealed, and put in one order by the engine."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import QuerySet

from kith.apps.agencies.projections import Actor, AgencyCard, WorkerCard
from kith.apps.agencies.queries import organisation_cards, worker_cards
from kith.apps.chronologies.models import Entry, EntryChild, Telling
from kith.apps.chronologies.projections import AboutToo, ChildNamed, EarlierTelling, RowCard, RowSaid, Withdrawn
from kith.apps.chronologies.rules import CHOICES, TEXTS
from kith.apps.chronologies.vocabulary import HAPPENED, restrictions, row_words
from kith.apps.people.queries import Texts, TextsToTake, names_of
from kith.engines.chronology import Chronology, Rag, Row, Subject, event_types, merge, missing_fields
from kith.kernel.partial_dates import PartialDate

AT_ONCE = 5_000


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


@dataclass(frozen=True)
class Beside:
    """What stands beside some rows."""

    tellings: Mapping[int, Telling]
    children: Mapping[int, Sequence[EntryChild]]
    names: Mapping[str, str]
    agencies: Mapping[int, AgencyCard]
    workers: Mapping[int, WorkerCard]
    texts: Texts


def beside(entries: Collection[Entry], reader: Reader) -> Beside:
    tellings = {one.entry_id: one for one in _standing([row.pk for row in entries])}
    children = _children([row.pk for row in entries])
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


def _standing(keys: Sequence[int]) -> Iterator[Telling]:
    for start in range(0, len(keys), AT_ONCE):
        yield from Telling.objects.filter(entry_id__in=keys[start : start + AT_ONCE], replaced_at=None)


def _children(keys: Sequence[int]) -> Mapping[int, Sequence[EntryChild]]:
    found: dict[int, list[EntryChild]] = defaultdict(list)
    for start in range(0, len(keys), AT_ONCE):
        some: QuerySet[EntryChild] = EntryChild.objects.filter(entry_id__in=keys[start : start + AT_ONCE])
        for one in some.select_related("subject").order_by("pk"):
            found[one.entry_id].append(one)
    return found


def row_cards(entries: Iterable[Entry], with_: Beside, reader: Reader) -> Iterator[RowCard]:
    """Of a row in whose facts something sealed to the viewer stands, nothing is there."""
    for entry in entries:
        telling = with_.tellings[entry.pk]
        if with_.texts(telling, "fact"):
            yield _card(entry, telling, with_, reader)


def _card(entry: Entry, telling: Telling, with_: Beside, reader: Reader) -> RowCard:
    agency, children = with_.agencies[entry.agency_id], with_.children[entry.pk]
    said = _said(entry, telling, children, with_.texts, reader)
    kind = event_types().get(telling.type)
    card = RowCard(
        ref=entry.ref,
        version=entry.version,
        agency=agency.name,
        agency_ref=agency.ref,
        agency_kind=agency.kind,
        is_own=entry.agency_id == reader.actor.agency_id,
        said=said,
        when=when_words(said),
        type_name=kind.name if kind else "",
        recorded_by=with_.workers[telling.recorded_by_id].at_agency,
        recorded_at=telling.recorded_at,
        corrections=telling.number - 1,
        children=tuple(_named(children, with_, reader)),
        restriction_words=restrictions()[entry.restriction].says if entry.restriction else "",
        withdrawn=_withdrawn(entry, with_),
    )
    return replace(card, missing=missing_fields(engine_row(card)) if card.is_own and not card.is_of_family else ())


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


def _named(children: Sequence[EntryChild], with_: Beside, reader: Reader) -> Iterator[ChildNamed]:
    """The child of the page first. Whoever else it is about may be read, or the row would not be there."""
    roles = row_words("roles")
    for one in sorted(children, key=lambda child: child.subject.ref != reader.child_ref):
        yield ChildNamed(one.subject.ref, with_.names[one.subject.ref], roles[one.role])


def _withdrawn(entry: Entry, with_: Beside) -> Withdrawn | None:
    if entry.withdrawn_at is None or entry.withdrawn_by_id is None:
        return None
    return Withdrawn(by=with_.workers[entry.withdrawn_by_id].at_agency, at=entry.withdrawn_at, why=entry.why_withdrawn)


def when_words(said: RowSaid) -> str:
    """The day as it was told, with its times and its end."""
    begins = f"{said.start}, {said.start_time:%H:%M}" if said.start_time else str(said.start)
    ends = [str(said.end)] if said.end and said.end != said.start else []
    ends += [f"{said.end_time:%H:%M}"] if said.end_time else []
    return f"{begins} to {', '.join(ends)}" if ends else begins


def engine_row(card: RowCard) -> Row:
    """As the chronology engine knows it; the viewer's cut is behind us."""
    said = card.said
    return Row(
        agency=card.told_by,
        id=card.ref,
        subjects=tuple([Subject(child.ref, name=child.name) for child in card.children]),
        start=said.start,
        end=said.end,
        start_time=said.start_time,
        end_time=said.end_time,
        fact=said.fact,
        source=said.source,
        type=said.type,
        impact=said.impact,
        childs_words=said.childs_words,
        rag=Rag(said.rag) if said.rag else None,
        action=said.action,
        effective=row_words("effects").get(said.effective, ""),
        basis=said.basis,
        restriction=card.restriction_words,
        withdrawn=card.withdrawn.why if card.withdrawn else "",
        stands_alone=card.is_of_family,
    )


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
