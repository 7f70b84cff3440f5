"""What professionals read of a place, an absence and a gap, in words."""

import datetime as dt
from collections.abc import Sequence

from kith.apps.teams.projections import Alert, Seat, SeatCard, ToGoTo
from kith.apps.teams.rules import ALL_AWAY, MANY_WORKERS, Gap
from kith.kernel.days import day_words, weekday_words

NO_END = "nobody has said until when"


def initials(name: str) -> str:
    """
    >>> initials("Sam Whitlock-Rai"), initials("")
    ('SW', '?')
    """
    words = [word for word in name.split() if word[:1].isalnum()]
    return "".join(word[0] for word in (words[0], words[-1]) if word)[: 2 if len(words) > 1 else 1] if words else "?"


def times(since: dt.date, until: dt.date | None) -> str:
    """Days of an absence: `until` is the first day back."""
    if until is None:
        return f"From {day_words(since)}, {NO_END}"
    last = until - dt.timedelta(days=1)
    return day_words(since) if last == since else f"{day_words(since)} to {day_words(last)}"


def joined(words: Sequence[str]) -> str:
    """ "Sam", "Sam and Jude", "Sam, Jude and Ann"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def seat_card(seat: Seat, found: ToGoTo, on: dt.date) -> SeatCard:
    return SeatCard(
        seat=seat,
        initials=initials(seat.name),
        when=_when(seat, on),
        to_go_to=found,
        away_says=_away(found, on) if found.is_away else "",
        go_to=found.who.says if found.who else "",
        gap=_gap(found) if found.is_away and not found.who else "",
    )


def _when(seat: Seat, on: dt.date) -> str:
    if seat.since > on:
        return f"from {day_words(seat.since)}"
    if seat.until is not None and seat.until <= on:
        return f"{day_words(seat.since)} to {day_words(seat.until)}"
    return f"since {seat.since:%b %Y}" + (f", until {day_words(seat.until)}" if seat.until else "")


def _away(found: ToGoTo, on: dt.date) -> str:
    back = f"Away, back on {weekday_words(found.back_on, today=on)}" if found.back_on else f"Away, {NO_END}"
    return f"{back}. {_passed(found.passed)}".strip()


def _passed(names: Sequence[str]) -> str:
    """ "Sam was to cover and is away too."."""
    were, are = ("was", "is") if len(names) == 1 else ("were", "are")
    return f"{joined(names)} {were} to cover and {are} away too." if names else ""


def _gap(found: ToGoTo) -> str:
    return "Nobody covers" if found.passed else "No cover named"


def all_away_alert(gap: Gap) -> Alert:
    """ "From 21 December to 4 January nobody is there whom the family trusts"."""
    last = f" to {day_words(gap.until - dt.timedelta(days=1))}" if gap.until else f", {NO_END}"
    one = f"on {day_words(gap.since)}" if gap.until == gap.since + dt.timedelta(days=1) else ""
    return Alert(
        kind=ALL_AWAY,
        says=f"Nobody whom the family trusts is there {one or f'from {day_words(gap.since)}{last}'}",
        rests_on=f"Away together: {joined(gap.who)}",
        since=gap.since,
        until=gap.until,
    )


def many_workers_alert(counted: tuple[int, int], days: int) -> Alert:
    everybody, gone = counted
    months = f"{round(days / 30.4)} months" if days >= 60 else f"{days} days"
    return Alert(
        kind=MANY_WORKERS,
        says=f"{everybody} different workers in the last {months}, {gone} of them gone again",
        rests_on="Ask who stays, and who tells the family of each change",
    )
