"""What a story adds up to, as lines beside it: each opens the rows it rests on."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kith.engines.chronology import RESTS_ON, AddedUp, Aid, HalfYears, Kind
from kith.engines.chronology.timeline import Silence

NOTHING = AddedUp((), HalfYears((), ()))
MOST_SHOWN = 7
SHOWN_OF_A_KIND = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One finding: `rests` is its place in an address, `rows` how many it rests on."""

    rests: str
    says: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """The lines to show at once, those that are folded away, and the table of half-years."""

    first: tuple[Line, ...]
    more: tuple[Line, ...]
    half_years: HalfYears
    rests_on: str = RESTS_ON


def lines_of(added: AddedUp) -> Lines:
    """One of each kind is shown at once: of several silences the longest."""
    coded = coded_aids(added)
    ranked = sorted(coded, key=lambda pair: -_weeks(pair[1]))
    firsts: Counter[Kind] = Counter()
    shown: set[str] = set()
    for code, aid in ranked:
        if firsts[aid.kind] < SHOWN_OF_A_KIND and len(shown) < MOST_SHOWN:
            firsts[aid.kind] += 1
            shown.add(code)
    lines = [(code, Line(code, aid.sentence, len(aid.rows))) for code, aid in coded]
    return Lines(
        first=tuple(line for code, line in lines if code in shown),
        more=tuple(line for code, line in lines if code not in shown),
        half_years=added.half_years,
    )


def coded_aids(added: AddedUp) -> Sequence[tuple[str, Aid]]:
    """Each aid by what an address calls it: its kind, and a number within the kind."""
    met: Counter[Kind] = Counter()
    found = []
    for aid in added.aids:
        met[aid.kind] += 1
        found.append((f"{aid.kind}-{met[aid.kind]}", aid))
    return found


def aid_called(added: AddedUp, code: str) -> Aid | None:
    return dict(coded_aids(added)).get(code)


def silences_of(added: AddedUp, called: str) -> tuple[Silence, ...]:
    """For the timeline, where they are hatched."""
    spans = (aid.span for aid in added.aids if aid.kind == Kind.SILENCE)
    return tuple(_silence(span.first, span.last, called) for span in spans if span)


def _silence(first: dt.date, last: dt.date, called: str) -> Silence:
    weeks = f"{_count(first, last)} weeks"
    return Silence(first, last, f"nobody is said to have seen {called} for {weeks}", again=weeks)


def _count(first: dt.date, last: dt.date) -> int:
    return ((last - first).days + 1) // 7


def _weeks(aid: Aid) -> int:
    return _count(aid.span.first, aid.span.last) if aid.span else 0
