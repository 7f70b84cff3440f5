"""What is told of a place, an absence and a request as it is kept, or one sentence about what is wrong. No queries."""

import datetime as dt
from dataclasses import replace

from kith.apps.teams.projections import AbsenceTold, PlaceTold
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned

LONGEST_AHEAD = 366
LONGEST_AGO = 366 * 25
FURTHEST = 3 * 366


class CannotKeepTeam(KithError):
    """What is missing or cannot be, in one sentence."""


def sound_place(told: PlaceTold, today: dt.date, *, bases: frozenset[str]) -> PlaceTold:
    said = _cleaned(told)
    if not said.worker_ref and not said.name:
        raise CannotKeepTeam("Choose who it is, or write the name of somebody who does not sign in to Kith.")
    if said.worker_ref and said.name:
        raise CannotKeepTeam("Choose a worker, or write a name, but not both.")
    if said.name and not said.agency:
        raise CannotKeepTeam("Write for whom they work: it says who somebody is when names are alike.")
    if said.basis not in bases:
        raise CannotKeepTeam("Choose on what lawful basis they work with the family.")
    _require_days(said.since or today, said.until, today)
    return replace(said, since=said.since or today)


def _cleaned(told: PlaceTold) -> PlaceTold:
    most = LIMITS["name"]
    return replace(
        told,
        name=cleaned(told.name, limit=most),
        role=cleaned(told.role, limit=most),
        agency=cleaned(told.agency, limit=most),
        reach=cleaned(told.reach, limit=most),
        trust_said_by=cleaned(told.trust_said_by, limit=most),
        asked_by=cleaned(told.asked_by, limit=most),
    )


def _require_days(since: dt.date, until: dt.date | None, today: dt.date) -> None:
    if since > today + dt.timedelta(days=LONGEST_AHEAD):
        raise CannotKeepTeam("That is more than a year ahead. Look at the day and the year again.")
    if since < today - dt.timedelta(days=LONGEST_AGO):
        raise CannotKeepTeam("That is more than 25 years ago. Look at the day and the year again.")
    if until is not None and until <= since:
        raise CannotKeepTeam("The last day has to come after the first.")
    if until is not None and until <= today:
        raise CannotKeepTeam("That last day is over. Leave it empty, or let them go on the team’s page.")


def sound_leaving(on: dt.date, since: dt.date, today: dt.date) -> dt.date:
    """The first day without them."""
    if on < since:
        raise CannotKeepTeam("They had not joined yet on that day. Give a later one.")
    if on > today + dt.timedelta(days=LONGEST_AHEAD):
        raise CannotKeepTeam("That is more than a year ahead. Look at the day and the year again.")
    return on


def sound_absence(told: AbsenceTold, today: dt.date) -> AbsenceTold:
    """An end may be missing: then nobody has said until when, and the page says so."""
    said = replace(
        told,
        cover_name=cleaned(told.cover_name, limit=LIMITS["name"]),
        cover_reach=cleaned(told.cover_reach, limit=LIMITS["name"]),
    )
    if said.cover_ref and said.cover_name:
        raise CannotKeepTeam("Choose who covers, or write a name, but not both.")
    if said.cover_name and not said.cover_reach:
        raise CannotKeepTeam("Write how to reach whoever covers, or a family has a name and no number.")
    if said.cover_ref and said.cover_ref == said.worker_ref:
        raise CannotKeepTeam("Nobody can cover for themselves. Choose somebody else, or leave it empty.")
    if said.since > today + dt.timedelta(days=FURTHEST):
        raise CannotKeepTeam("That is more than 3 years ahead. Look at the day and the year again.")
    if said.until is not None and said.until <= said.since:
        raise CannotKeepTeam("The first day back has to come after the first day away.")
    if said.until is not None and said.until <= today:
        raise CannotKeepTeam("That absence is over already. There is nothing to cover.")
    if said.until is not None and said.until > said.since + dt.timedelta(days=FURTHEST):
        raise CannotKeepTeam("That is longer than 3 years. Leave the first day back empty if nobody knows it.")
    return said


def sound_words(words: str, *, must: str = "") -> str:
    said = cleaned(words, limit=LIMITS["line"])
    if must and not said:
        raise CannotKeepTeam(must)
    return said
