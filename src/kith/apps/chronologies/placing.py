"""All rows of a long story as they are placed: one question for each table, and no stored row as an object.

Every row that is placed or counted goes through the same cut and the same sieve as its card.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from django.db.models import QuerySet

from kith.apps.agencies.queries import organisation_cards
from kith.apps.chronologies.models import Entry, Telling
from kith.apps.chronologies.projections import ChildNamed, PlacedRow
from kith.apps.chronologies.sight import roles_in_rows
from kith.apps.chronologies.told import Reader, children_named, standing_tellings
from kith.apps.chronologies.vocabulary import row_words
from kith.apps.people.queries import Texts, names_of
from kith.engines.chronology import Arranged, Outline, Rag, Subject, arranged
from kith.kernel.partial_dates import PartialDate

WORDS = ("fact", "impact", "childs_words", "action")
COLUMNS = (
    *("entry_id", "entry__ref", "entry__agency_id", "entry__teller", "entry__beside_id", "entry__withdrawn_at"),
    *("start", "end", "start_time", "type", "rag", "effective", *WORDS),
)
RAGS: Mapping[str, Rag | None] = {"": None, **{rag.value: rag for rag in Rag}}


class Stored(NamedTuple):
    """The columns of a row that stands, in their order."""

    entry_id: int
    ref: str
    agency_id: int
    teller: str
    beside_id: int | None
    withdrawn_at: dt.datetime | None
    start: str
    end: str
    start_time: dt.time | None
    type: str
    rag: str
    effective: str
    fact: str
    impact: str
    childs_words: str
    action: str

    @property
    def words(self) -> tuple[str, ...]:
        """The texts named in WORDS."""
        return self.fact, self.impact, self.childs_words, self.action


def placed_rows(entries: QuerySet[Entry], reader: Reader) -> tuple[tuple[PlacedRow, ...], Arranged]:
    """Of these entries what the reader may see, in order; of one in whose facts something sealed stands, nothing."""
    tellings = Telling.objects.filter(replaced_at=None, entry__in=entries)
    stored = [Stored._make(row) for row in tellings.values_list(*COLUMNS)]
    about = _about({row.entry_id for row in stored}, reader)
    shown = [row for row in _open(stored, about.texts) if row.fact]
    agencies, answers = organisation_cards({row.agency_id for row in stored}), _answers(shown)
    outlines = _outlines(shown, {key: card.name for key, card in agencies.items()}, about)
    found, rows = arranged(outlines), []
    for at, group in zip(found.order, found.numbers, strict=True):
        row, agency = shown[at], agencies[shown[at].agency_id]
        named, beside = about.children.get(row.entry_id, about.child), answers.get(row.ref, ())
        rows.append(PlacedRow(row.ref, outlines[at], agency.name, agency.ref, named, beside, group))
    return tuple(rows), found


class About(NamedTuple):
    """Whom rows are about. `children` has only those of rows about somebody else too, or in another role."""

    children: Mapping[int, tuple[ChildNamed, ...]]
    child: tuple[ChildNamed, ...]
    texts: Texts


def _about(entry_ids: Collection[int], reader: Reader) -> About:
    """Names of whoever else these rows are about, and the sieve for words about all of them."""
    roles: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for one in roles_in_rows(reader.child_ref):
        if one.entry_id in entry_ids:
            roles[one.entry_id].append((one.ref, one.role))
    others = {ref for several in roles.values() for ref, _ in several} - {reader.child_ref}
    names = names_of(reader.actor, others, now=reader.now) if others else {}
    return About(
        children={key: tuple(children_named(several, names, reader)) for key, several in roles.items()},
        child=tuple(children_named((), names, reader)),
        texts=reader.texts(others),
    )


def _open(stored: Sequence[Stored], texts: Texts) -> Iterator[Stored]:
    """With the words that are open to the reader; who wrote them is asked only where something sealed stands."""
    says = texts.says
    held = {row.entry_id for row in stored if any(says(text) != text for text in row.words if text)}
    shown = {one.entry_id: texts.shown(one, WORDS) for one in standing_tellings(sorted(held))}
    for row in stored:
        yield row._replace(**shown[row.entry_id]) if row.entry_id in held else row


def _outlines(shown: Sequence[Stored], agencies: Mapping[int, str], about: About) -> list[Outline]:
    dates = {code: PartialDate(code) for code in {date for row in shown for date in (row.start, row.end) if date}}
    subjects, alone = {key: _subjects(named) for key, named in about.children.items()}, _subjects(about.child)
    effects = row_words("effects")
    return [
        Outline(
            row.teller or agencies[row.agency_id],
            row.ref,
            subjects.get(row.entry_id, alone),
            dates[row.start],
            dates.get(row.end),
            row.start_time,
            row.type,
            RAGS[row.rag],
            effects.get(row.effective, ""),
            row.fact,
            row.impact,
            row.childs_words,
            row.action,
            row.withdrawn_at is not None,
            bool(row.teller),
        )
        for row in shown
    ]


def _subjects(children: Sequence[ChildNamed]) -> tuple[Subject, ...]:
    return tuple([Subject(child.ref, name=child.name) for child in children])


def _answers(shown: Sequence[Stored]) -> Mapping[str, tuple[str, ...]]:
    """By the ref of a row the refs of what the family says beside it."""
    refs = {row.entry_id: row.ref for row in shown}
    answers = [row for row in shown if row.beside_id in refs and row.withdrawn_at is None]
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for row in sorted(answers, key=lambda one: one.entry_id):
        found[refs[row.beside_id or 0]] += (row.ref,)
    return dict(found)
