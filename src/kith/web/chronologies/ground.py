"""What lies beneath the rows of a child: the line of help, the homes, the birthdays, and a number on what repeats."""

import datetime as dt
from calendar import isleap
from collections.abc import Iterator, Mapping, Sequence

from kith.apps.access.queries import day_of
from kith.apps.agencies.projections import Actor
from kith.apps.cases.projections import SpellCard
from kith.apps.cases.queries import times_on_line
from kith.apps.chronologies.projections import OpenRow
from kith.apps.networks.projections import ChildFace
from kith.apps.people.projections import Stay
from kith.apps.people.queries import stays_of
from kith.engines.chronology import Rag
from kith.engines.chronology.timeline import Band, Birthday, Silence
from kith.kernel.partial_dates import PartialDate
from kith.web.lanes.view import LanesGround

ONE_DAY = dt.timedelta(days=1)
HELP, HOMES = 0, 1
TONES = 3
REPEATED = "police_incident"


def ground_of(
    actor: Actor, child: ChildFace, rows: Sequence[OpenRow], silences: Sequence[Silence], *, now: dt.datetime
) -> LanesGround:
    today = day_of(now)
    helped = _help(times_on_line(actor, child.ref, now=now))
    homes = _homes(stays_of(actor, child.ref, now=now))
    return LanesGround(
        today=today,
        bands=(*helped, *homes),
        birthdays=tuple(birthdays(child.birth, child.first_name, today)),
        silences=tuple(silences),
        numbers=numbers_of(rows),
    )


def _help(spells: Sequence[SpellCard]) -> Iterator[Band]:
    tones = {says: number % TONES for number, says in enumerate(dict.fromkeys(one.says for one in spells))}
    for one in spells:
        last = one.until - ONE_DAY if one.until else None
        yield Band(title=one.says, first=one.since, last=last, tone=tones[one.says], row=HELP)


def _homes(stays: Sequence[Stay]) -> Iterator[Band]:
    """A home is drawn over all the days that its stay may have had."""
    for number, one in enumerate(stays):
        first, last = one.since.earliest, one.until.latest if one.until else None
        if first:
            yield Band(title=one.home, first=first, last=last, tone=TONES * (number % 2), row=HOMES)


def birthdays(born: PartialDate | None, called: str, today: dt.date) -> Iterator[Birthday]:
    """Every birthday until the next one; none where the day of birth is not known.

    >>> [one.words for one in birthdays(PartialDate("2023-02-03"), "Noor", dt.date(2025, 1, 1))]
    ['1', '2']
    """
    if born is None or born.precision != "day" or born.approximate or born.earliest is None:
        return
    for age in range(1, today.year - born.earliest.year + 1):
        yield Birthday(_on(born.earliest, born.earliest.year + age), str(age), f"{called} is {age}")


def _on(born: dt.date, year: int) -> dt.date:
    """Somebody born on 29 February has their birthday on 1 March in other years, as the law counts."""
    is_away = (born.month, born.day) == (2, 29) and not isleap(year)
    return dt.date(year, 3, 1) if is_away else born.replace(year=year)


def numbers_of(rows: Sequence[OpenRow]) -> Mapping[str, int]:
    """What the police were called to, counted in its order; accounts of one event have one number."""
    numbers: dict[str, int] = {}
    met: dict[object, int] = {}
    for row in rows:
        if row.said.type == REPEATED and row.said.rag == Rag.RED.value and not row.is_withdrawn:
            numbers[row.ref] = met.setdefault(row.group or row.ref, len(met) + 1)
    return numbers if len(met) > 1 else {}
