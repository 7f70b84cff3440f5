"""Who is to be gone to, who is away, and what of a team is missing. Plain functions, no queries, no clock."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kith.apps.teams.projections import Away, Cover, Seat, ToGoTo

DAY = dt.timedelta(days=1)
LONGEST_LOOK = 400  # days on which the end of a gap is looked for
ALL_AWAY, MANY_WORKERS = "all_away", "many_workers"
Absences = Mapping[str, Sequence[Away]]


@dataclass(frozen=True, slots=True)
class Gap:
    """Days on which nobody is there whom the family trusts; without an end nobody has said when one is back."""

    since: dt.date
    until: dt.date | None
    who: tuple[str, ...]


def to_go_to(seats: Iterable[Seat], aways: Iterable[Away], on: dt.date) -> dict[str, ToGoTo]:
    """For each place (by its ref), whom to go to on a day.

    Whoever is there is gone to. For whoever is away their cover is; where the cover is away too, whoever covers them,
    and so on, until somebody is there or nobody is left.
    """
    known = by_worker(aways)
    return {seat.ref: ToGoTo() if seat.is_group else _of_one(seat.worker, known, on) for seat in seats}


def by_worker(aways: Iterable[Away]) -> Absences:
    found: dict[str, list[Away]] = defaultdict(list)
    for away in aways:
        found[away.worker].append(away)
    return found


def covering(aways: Iterable[Away], on: dt.date) -> list[Away]:
    """Those that hold on a day, the latest entered first."""
    live = (one for one in aways if one.since <= on and (one.until is None or on < one.until))
    return sorted(live, key=lambda one: -one.entered)


def is_away(worker: str, known: Absences, on: dt.date) -> bool:
    return bool(worker) and bool(covering(known.get(worker, ()), on))


def back_on(worker: str, known: Absences, on: dt.date) -> dt.date | None:
    """The first day on which they are there again, over absences that touch or overlap; None while nobody knows."""
    day = on
    while live := covering(known.get(worker, ()), day):
        ends = [one.until for one in live if one.until is not None]
        if len(ends) < len(live):
            return None
        day = max(ends)
    return day


def _of_one(worker: str, known: Absences, on: dt.date) -> ToGoTo:
    if not is_away(worker, known, on):
        return ToGoTo()
    passed: list[str] = []
    who = _standing_in(worker, known, on, {worker}, passed)
    return ToGoTo(is_away=True, back_on=back_on(worker, known, on), who=who, passed=tuple(passed))


def _standing_in(worker: str, known: Absences, on: dt.date, seen: set[str], passed: list[str]) -> Cover | None:
    for away in covering(known.get(worker, ()), on):
        cover = away.cover
        if cover is None or cover.worker in seen:
            continue
        if not is_away(cover.worker, known, on):
            return cover
        seen.add(cover.worker)
        passed.append(cover.name)
        if found := _standing_in(cover.worker, known, on, seen, passed):
            return found
    return None


def trusted_gap(seats: Iterable[Seat], aways: Iterable[Away], today: dt.date, days: int) -> Gap | None:
    """The first days, of the next so many, on which all whom the family trusts are away together.

    Where the family has named nobody, there is nobody to miss.
    """
    trusted = [seat for seat in seats if seat.is_trusted]
    known = by_worker(aways)
    for step in range(days):
        since = today + step * DAY
        missing = _all_away(trusted, known, since)
        if missing:
            return Gap(since, _gap_ends(trusted, known, since), tuple(dict.fromkeys(one.name for one in missing)))
    return None


def _all_away(trusted: Sequence[Seat], known: Absences, on: dt.date) -> list[Seat]:
    """Those on the team that day, if each of them is away."""
    there = [seat for seat in trusted if is_current(seat, on)]
    return there if all(is_away(seat.worker, known, on) for seat in there) else []


def _gap_ends(trusted: Sequence[Seat], known: Absences, since: dt.date) -> dt.date | None:
    days = (since + step * DAY for step in range(1, LONGEST_LOOK))
    return next((day for day in days if not _all_away(trusted, known, day)), None)


def is_current(seat: Seat, on: dt.date) -> bool:
    return seat.since <= on and (seat.until is None or on < seat.until)


def workers_counted(seats: Iterable[Seat], today: dt.date, days: int) -> tuple[int, int]:
    """How many different people there were in the last so many days up to today, and how many of them have left."""
    first = today - days * DAY
    lately = [s for s in seats if not s.is_group and s.since <= today and (s.until is None or s.until > first)]
    there = {seat.worker for seat in lately if is_current(seat, today)}
    everybody = {seat.worker for seat in lately}
    return len(everybody), len(everybody - there)


def has_many_workers(counted: tuple[int, int], most: int) -> bool:
    """More than so many, and not only because many help at once: at least one has left and was to be known anew.

    >>> has_many_workers((6, 0), 4), has_many_workers((6, 1), 4), has_many_workers((4, 3), 4)
    (False, True, False)
    """
    everybody, gone = counted
    return everybody > most and gone > 0


def is_open(moment: dt.datetime, opens: dt.time, closes: dt.time, *, is_working: bool) -> bool:
    """Whether offices are open at a moment on the clock on their wall."""
    return is_working and opens <= moment.time() < closes
