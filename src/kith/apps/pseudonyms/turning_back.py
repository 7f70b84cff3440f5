"""Back from stand-ins to names, for whoever holds that right: each look-up is a deed with its reason.

Nobody is named who may not be read by whoever asks, now; what stays unknown and what is not for them look alike.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from kith.apps.access.queries import decide, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.chronologies.actions import ANALYSE
from kith.apps.chronologies.projections import RowCard
from kith.apps.chronologies.queries import review_row, story_of
from kith.apps.chronologies.services import analyse_row
from kith.apps.files.projections import ReadTable
from kith.apps.files.services import read_tables
from kith.apps.people.queries import names_of
from kith.apps.pseudonyms import events
from kith.apps.pseudonyms.actions import TURN_BACK
from kith.apps.pseudonyms.choosing import HOME, LEFT, row_code
from kith.apps.pseudonyms.copying import TO_FILL
from kith.apps.pseudonyms.keeping import CannotMake, OpenSet, opened, set_of
from kith.apps.pseudonyms.material import CHRONOLOGY, READ_TEXTS
from kith.apps.pseudonyms.projections import CommentBack, LostComment, Meant, TurnedBack
from kith.apps.pseudonyms.rewriting import turned_back
from kith.apps.pseudonyms.rules import sound_reason
from kith.kernel.folding import folded
from kith.kernel.text import cleaned

CODE = re.compile(r"Set ([0-9A-Z]{4}-[0-9A-Z]{4}), from Kith")
ROW_HEADING = "Row"
ASKED = re.compile(rf"{TO_FILL[0]} \(Set [^)]*\) on row ([2-9A-Z]{{10}}):(.*)", re.DOTALL)
COLUMNS = dict(zip(TO_FILL, ("comment", "expected", "actual"), strict=True))
LONGEST_WORD = 200
NO_MARK = (
    "This file does not say of which set it is. Bring the file that Kith made, with its last "
    "line or its second sheet, and what was written into it."
)
OTHER_SET = "This file carries the stand-ins of another set. Nothing was looked up. Open the set that it names: {code}."
NO_ROWS = "No row of ours was found in this file. It has to keep the names of rows as they were. Nothing was looked up."
NOBODY = "Nobody and nothing here that you may read has this stand-in in this set."


def look_up_word(
    *, by: Actor, child_ref: str, set_ref: str, word: str, reason: str, called: str, now: dt.datetime
) -> TurnedBack:
    """Who is meant by a stand-in, or by those in a sentence."""
    decision = require(by, TURN_BACK, child_ref, now=now, kind=CHRONOLOGY)
    why, text = sound_reason(reason), cleaned(word, limit=LONGEST_WORD)
    held = opened(set_of(child_ref, set_ref))
    with deed(events.TURNED_BACK, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        names = _names_for(by, child_ref, held, _rows(by, child_ref, called, now), now)
        _, met = turned_back(text, names)
        act.notes(set=set_ref, reason=why, looked_up=len(met))
    if not met:
        raise CannotMake(NOBODY)
    return TurnedBack(meant=tuple(Meant(one, names[one]) for one in met))


def look_up_file(
    *, by: Actor, child_ref: str, set_ref: str, data: bytes, reason: str, called: str, now: dt.datetime
) -> TurnedBack:
    """What was written beside rows of a copy that came back. Raises CannotReadFile for what is no table."""
    decision = require(by, TURN_BACK, child_ref, now=now, kind=CHRONOLOGY)
    why = sound_reason(reason)
    held = opened(set_of(child_ref, set_ref))
    tables = read_tables(data).tables
    _require_own(held, tables)
    with deed(events.TURNED_BACK, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        rows = _rows(by, child_ref, called, now)
        names = _names_for(by, child_ref, held, rows, now)
        told = _told(tables)
        if not told:
            raise CannotMake(NO_ROWS)
        by_code = {row_code(held.key, row.ref): row for row in rows}
        found = [_comment(by_code[code], said, names) for code, _, said in told if code in by_code]
        lost = [_lost(place, said, names) for code, place, said in told if code not in by_code and said]
        met = {one: None for _, _, said in told for text in said.values() for one in turned_back(text, names)[1]}
        act.notes(set=set_ref, reason=why, looked_up=len(met), rows=len(found))
    may_place = decide(by, ANALYSE, child_ref, now=now, kind=CHRONOLOGY).allowed
    return TurnedBack(
        meant=tuple(Meant(one, names[one]) for one in met),
        comments=tuple(one for one in found if one.comment or one.expected or one.actual),
        lost=tuple(lost),
        may_place=may_place,
    )


def place_comments(
    *, by: Actor, child_ref: str, comments: Mapping[str, Mapping[str, str]], called: str, now: dt.datetime
) -> int:
    """What came back, beside the rows in the columns of the review, after what stands there; how many rows."""
    for row_ref, said in comments.items():
        standing = review_row(by, child_ref, row_ref, called=called, now=now).analysis
        before = {name: getattr(standing, name) for name in COLUMNS.values()}
        words = {name: _after(before[name], said.get(name, "")) for name in before}
        analyse_row(by=by, child_ref=child_ref, row_ref=row_ref, said=words, expected_version=standing.version, now=now)
    return len(comments)


def _after(before: str, more: str) -> str:
    return before if more in before else "\n\n".join(filter(None, (before, more)))


def _rows(actor: Actor, child_ref: str, called: str, now: dt.datetime) -> tuple[RowCard, ...]:
    return story_of(actor, child_ref, called=called, now=now).standing


def _names_for(
    actor: Actor, child_ref: str, held: OpenSet, rows: Sequence[RowCard], now: dt.datetime
) -> Mapping[str, str]:
    """By the stand-in: people whom the actor may read, and whatever else is written in rows that the actor reads."""
    people = {one.word: one.person for one in held.kept if one.person}
    seen = names_of(actor, sorted(set(people.values())), now=now) if people else {}
    said = folded("\n".join((*(text for row in rows for text in _texts(row)), *(row.agency for row in rows))))
    others = (one for one in held.kept if not one.person and one.kind != LEFT)
    found = {one.word: one.of for one in others if one.kind != HOME and folded(one.of) in said}
    found |= {one.word: one.of for one in held.kept if one.kind == HOME and folded(one.of) in said}
    return found | {word: seen[ref] for word, ref in people.items() if ref in seen}


def _texts(row: RowCard) -> Iterator[str]:
    yield from filter(None, (getattr(row.said, name) for name in READ_TEXTS))


def _require_own(held: OpenSet, tables: Sequence[ReadTable]) -> None:
    cells = (cell for table in tables for row in table.rows for cell in row)
    codes = {found[1] for cell in cells if (found := CODE.search(cell))}
    if not codes:
        raise CannotMake(NO_MARK)
    if codes != {held.row.code}:
        raise CannotMake(OTHER_SET.format(code=", ".join(sorted(codes - {held.row.code}))))


def _told(tables: Sequence[ReadTable]) -> list[tuple[str, str, dict[str, str]]]:
    """Of each row its name, where it stands, and what was written into the empty columns or in columns beside them."""
    return [one for table in tables for one in _told_in(table)]


def _told_in(table: ReadTable) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Of a document, what follows each question; of any other table by its headings."""
    for number, row in enumerate(table.rows, 1):
        if found := next(filter(None, map(ASKED.match, row)), None):
            words = found[2].strip()
            yield found[1], f"row {number}", {COLUMNS[TO_FILL[0]]: words} if words else {}
    head = next((number for number, row in enumerate(table.rows) if ROW_HEADING in row and TO_FILL[0] in row), None)
    if head is None:
        return
    titles = [title.strip() for title in table.rows[head]]
    at, first = titles.index(ROW_HEADING), titles.index(TO_FILL[0])
    for number, row in enumerate(table.rows[head + 1 :], head + 2):
        cells = (*row, *("",) * (len(titles) - len(row)))
        filled = [(titles[place], cells[place].strip()) for place in range(first, len(titles)) if cells[place].strip()]
        if cells[at].strip():
            yield cells[at].strip(), f"row {number}", _by_column(filled)


def _by_column(filled: Sequence[tuple[str, str]]) -> dict[str, str]:
    """What stands in columns that are none of ours is a comment under its own heading."""
    said: dict[str, str] = {}
    for title, text in filled:
        name = COLUMNS.get(title, "comment")
        words = text if title in COLUMNS or not title else f"{title}: {text}"
        said[name] = "\n".join(filter(None, (said.get(name, ""), words)))
    return said


def _comment(row: RowCard, said: Mapping[str, str], names: Mapping[str, str]) -> CommentBack:
    told = {column: turned_back(text, names)[0] for column, text in said.items()}
    return CommentBack(row_ref=row.ref, when=row.when, fact=row.said.fact, **told)


def _lost(place: str, said: Mapping[str, str], names: Mapping[str, str]) -> LostComment:
    return LostComment(place, turned_back(" / ".join(said.values()), names)[0])
