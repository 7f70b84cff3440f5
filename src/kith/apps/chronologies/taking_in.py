"""What the rows of a file would do to the rows that are kept. No queries: what stands is given, cut for its viewer."""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kith.apps.chronologies.projections import AboutToo, Contribution, Remark, RowCard, RowSaid, Told
from kith.apps.chronologies.projections.bringing import Change, Plan, Planned
from kith.apps.chronologies.reading.contributions import MADE_BY
from kith.apps.chronologies.reading.knowledge import plain, titles
from kith.apps.chronologies.reading.notebook import quoted
from kith.apps.chronologies.rules import TEXTS, sound_reason, sound_row
from kith.apps.chronologies.vocabulary import HAPPENED, restrictions, row_words
from kith.engines.chronology import CHILD, Row, colours, event_types
from kith.kernel.days import day_words
from kith.kernel.errors import KithError

FIELDS = ("start", "end", "start_time", "end_time", "type", "rag", "effective", "basis", "restriction", *TEXTS)


class NotTaken(KithError):
    """A row of the file that is not taken in; the sentence says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bringer:
    """Who brings the file, for whom, and on which day. `also` are brothers and sisters by ref whom a row may be about.

    `agency_words` are other words by which a file may name the bringer's agency.
    """

    agency: str
    agency_words: frozenset[str]
    others: frozenset[str]  # the names of other agencies, plain
    names: tuple[str, ...]  # what the child is called
    also: Mapping[str, str]
    bases: Mapping[str, str]
    today: dt.date


@dataclass(slots=True)
class _Sorting:
    """Rows of the file on their heaps, while they are looked at one by one."""

    by: Bringer
    fields: Collection[str]
    numbered: dict[str, RowCard]
    worded: dict[tuple[str, str], RowCard]
    added: list[Planned] = field(default_factory=list)
    corrected: list[Planned] = field(default_factory=list)
    withdrawn: list[Planned] = field(default_factory=list)
    lost: list[Remark] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)
    same: int = 0


def plan_of(found: Contribution, standing: Collection[RowCard], by: Bringer) -> Plan:
    """By number, and where a row has none that is known, by its day and words; an empty cell changes nothing."""
    own = [card for card in standing if card.is_own and not card.is_of_family]
    numbers = {told.row.id for told in found.told}
    sorting = _Sorting(
        by=by,
        fields={column.field for column in found.columns},
        numbered={card.said.row_id or card.ref: card for card in own},
        worded={_words_of(card): card for card in own if card.said.row_id not in numbers},
    )
    own_words = _words_of_agency(found, by)
    for told, where in _newest(found, sorting):
        try:
            _refuse_strange(told.row, own_words, sorting)
            _sort(told, sorting)
        except KithError as problem:
            sorting.lost.append(Remark(where, problem.message, is_row_lost=True))
    general = [remark.says for remark in found.remarks if not remark.is_row_lost and remark.where == found.file]
    rows_lost = [remark for remark in found.remarks if remark.is_row_lost]
    in_part = [remark for remark in found.remarks if not remark.is_row_lost and remark.where != found.file]
    return Plan(
        added=tuple(sorting.added),
        corrected=tuple(sorting.corrected),
        withdrawn=tuple(sorting.withdrawn),
        same=sorting.same,
        lost=tuple(sorted([*rows_lost, *sorting.lost, *in_part], key=_place)),
        remarks=(*general, *sorting.notes),
        has_numbers="row" in sorting.fields,
    )


def _place(remark: Remark) -> list[str | int]:
    """As somebody goes down the file: row 9 before row 10."""
    return [int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", remark.where)]


def _words_of_agency(found: Contribution, by: Bringer) -> frozenset[str]:
    """What the file calls the bringer's agency: where all its rows carry one name that is nobody else's, that too."""
    named = {plain(told.row.agency) for told in found.told}
    known = by.agency_words | {plain(by.agency)}
    return known | named if len(named) == 1 and not named & by.others else known


def _newest(found: Contribution, sorting: _Sorting) -> Iterator[tuple[Told, str]]:
    """Each row once, in its highest version; two that claim one number and version and differ are nobody's."""
    best: dict[tuple[str, str], tuple[Told, str]] = {}
    clashing: set[tuple[str, str]] = set()
    for told, where in zip(found.told, found.places, strict=True):
        name = (told.row.agency, told.row.id)
        first = best.get(name)
        if first is None or first[0].row.version < told.row.version:
            best[name] = (told, where)
            clashing.discard(name)
        elif first[0].row.version == told.row.version and _bare(first[0].row) != _bare(told.row):
            clashing.add(name)
    for name, (told, where) in best.items():
        if name in clashing:
            says = f"Another row of the file has the number {quoted(told.row.id)} and says something else."
            sorting.lost.append(Remark(where, f"{says} Neither was taken.", is_row_lost=True))
        else:
            yield told, where


def _bare(row: Row) -> Row:
    return replace(row, sequence=0)


def _refuse_strange(row: Row, own_words: Collection[str], sorting: _Sorting) -> None:
    """Rows of others, and rows about others."""
    by = sorting.by
    words = set(plain(row.agency).split())
    if plain(row.agency) not in own_words and not (words and words <= set(plain(by.agency).split())):
        raise NotTaken(f"It is of {quoted(row.agency)}, not yours: their agency brings it.")
    children = [one for one in row.subjects if one.role == CHILD and one.name]
    if children and not any(_is_called(one.name, by.names) for one in children):
        named = " and ".join(quoted(one.name) for one in children)
        raise NotTaken(f"It is about {named}, and does not name {by.names[-1]}.")
    if len(children) < len([one for one in row.subjects if one.name]):
        sorting.notes["Adults whom a row is about are not kept beside it. What happened has to name them."] = None


def _is_called(name: str, names: Collection[str]) -> bool:
    words = set(plain(name).split())
    return any(words and words <= set(plain(one).split()) for one in names)


def _sort(told: Told, sorting: _Sorting) -> None:
    """On one heap, or refused."""
    row = told.row
    said = sound_row(_said(row, sorting), sorting.by.today, bases=sorting.by.bases)
    card = _standing(row, said, sorting)
    if card is None:
        if row.withdrawn:
            raise NotTaken("The file says that it was withdrawn, so it was not taken in.")
        sorting.added.append(Planned(said=said, when=said.when))
        return
    if row.withdrawn:
        _sort_withdrawn(row, card, sorting)
        return
    if card.withdrawn:
        on = day_words(card.withdrawn.at.date())
        raise NotTaken(f"It was withdrawn here on {on}. If it stands, put it back on its page.")
    _sort_known(row, said, card, sorting)


def _standing(row: Row, said: RowSaid, sorting: _Sorting) -> RowCard | None:
    """The row that is meant, which no other row of the file can mean then; numbers that differ are two rows."""
    card = sorting.numbered.get(row.id)
    if card is None:
        likely = sorting.worded.get((said.start.code, said.fact))
        card = likely if likely and not (_is_own_number(row.id) and _is_own_number(likely.said.row_id)) else None
    if card:
        sorting.numbered.pop(card.said.row_id or card.ref, None)
        sorting.worded.pop(_words_of(card), None)
    return card


def _words_of(card: RowCard) -> tuple[str, str]:
    return card.said.start.code, card.said.fact


def _is_own_number(row_id: str) -> bool:
    """Whether its agency gave the number, and not Kith."""
    return bool(row_id) and not row_id.startswith(MADE_BY)


def _sort_withdrawn(row: Row, card: RowCard, sorting: _Sorting) -> None:
    if card.withdrawn:
        sorting.same += 1
    else:
        why = sound_reason(row.withdrawn)
        sorting.withdrawn.append(Planned(said=card.said, when=card.when, card=card, why=why))


def _sort_known(row: Row, said: RowSaid, card: RowCard, sorting: _Sorting) -> None:
    names = [name for name in FIELDS if getattr(said, name) and getattr(said, name) != getattr(card.said, name)]
    if not names:
        sorting.same += 1
    elif "version" in sorting.fields and row.version < card.corrections + 1:
        raise NotTaken(f"It is version {row.version}, and version {card.corrections + 1} stands here.")
    else:
        whole = replace(card.said, **{name: getattr(said, name) for name in names})
        changes = tuple(Change(titles()[name], _shown(name, card.said), _shown(name, said)) for name in names)
        sorting.corrected.append(Planned(said=whole, when=card.when, card=card, changes=changes))


def _said(row: Row, sorting: _Sorting) -> RowSaid:
    by = sorting.by
    return RowSaid(
        start=row.start,
        end=row.end,
        start_time=row.start_time,
        end_time=row.end_time,
        type=row.type,
        rag=row.rag or "",
        effective=_choice("effective", row.effective, row_words("effects"), sorting),
        basis=_choice("basis", row.basis, by.bases, sorting),
        restriction=_restriction(row.restriction),
        others=tuple(AboutToo(ref, HAPPENED) for ref in _also(row, by)),
        row_id=row.id,
        **{name: getattr(row, name) for name in TEXTS if name != "source"},
        source=" ".join(row.source.split()),
    )


def _also(row: Row, by: Bringer) -> list[str]:
    """Brothers and sisters whom the row names beside the child; each by no other name than one of them has."""
    found = []
    for one in row.subjects:
        refs = [ref for ref, name in by.also.items() if one.name and _is_called(one.name, (name,))]
        if len(refs) == 1 and not _is_called(one.name, by.names):
            found += refs
    return found


def _choice(name: str, words: str, known: Mapping[str, str], sorting: _Sorting) -> str:
    """The id of an answer that is on its list; any other is left out, and that is said once."""
    found = _known(words, known)
    if words and not found:
        sorting.notes[f"{quoted(words)} is no answer under “{titles()[name]}” that Kith knows. It was left empty."] = (
            None
        )
    return found


def _restriction(words: str) -> str:
    """A restriction that is not understood would not be heeded, so its row stays out."""
    found = _known(words, {name: one.says for name, one in restrictions().items()})
    if words and not found:
        says = "; ".join(quoted(one.says) for one in restrictions().values())
        raise NotTaken(f"{quoted(words)} is no restriction that Kith can keep. It can keep: {says}.")
    return found


def _known(words: str, known: Mapping[str, str]) -> str:
    asked = plain(words)
    return next((name for name, says in known.items() if asked and asked in (plain(name), plain(says))), "")


def _shown(name: str, said: RowSaid) -> str:
    value = getattr(said, name)
    if not value:
        return ""
    if name in ("start_time", "end_time"):
        return f"{value:%H:%M}"
    if name == "type":
        return event_types()[value].name
    words: Mapping[str, str] = {"rag": colours(), "effective": row_words("effects")}.get(name, {})
    return str(words.get(value, value))
