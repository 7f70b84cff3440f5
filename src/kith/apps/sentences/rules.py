"""What a condition and a summary have to hold, and whom a condition covers. No queries."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import replace

from kith.apps.access.queries import day_of, sharing_words
from kith.apps.sentences.kinds import ConditionKind, condition_kinds
from kith.apps.sentences.projections import ConditionSaid, IntelligenceSaid, SummarySaid
from kith.engines.drawing.network import Person
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned

NOT_SUPERVISED = "There is nothing here for you to open."
CONSENT = "consent"
OLDEST_CHILD = 18
CONDITION_TEXTS = ("why_age", "words", "said_by")
CHILDREN = ("child", "unborn")  # kinds of person
EARLIEST = dt.date(1950, 1, 1)
FARTHEST = dt.timedelta(days=366 * 5)  # how far ahead of its first day a condition may be recorded
LONGEST = dt.timedelta(days=366 * 100)
MOST_WORDS = 2_000
SUMMARY_PARTS: Mapping[str, str] = {
    "victim_safety": "What keeps those who were harmed safe",
    "safeguarding": "What is to change so that children are safe",
    "contingency": "What we do if something comes up that nobody knew of",
    "risk_named": "Risk to children we know by name",
    "risk_general": "Risk to children in general",
}


class CannotRecord(KithError):
    """What is missing or cannot be, in one sentence."""


def bases() -> Mapping[str, str]:
    """On what a protective duty may rest. Agreement is never it: what protects a child does not wait for a yes."""
    return {name: says for name, says in sharing_words("bases").items() if name != CONSENT}


def sound_condition(said: ConditionSaid, today: dt.date) -> ConditionSaid:
    """As it is kept: with the age that is usual for its kind where none is given."""
    kind = condition_kinds().get(said.kind)
    if kind is None:
        raise CannotRecord("Choose a condition or an order from the list.")
    if said.basis not in bases():
        raise CannotRecord("Choose why it may be shared. Nobody’s agreement is asked for what protects a child.")
    _require_days(said, kind, today)
    said_by, why = (
        cleaned(text, limit=LIMITS[most]) for text, most in ((said.said_by, "name"), (said.why_age, "line"))
    )
    if not said_by:
        raise CannotRecord("Say who laid it down: which court, prison or board.")
    under = _sound_age(said, kind, why)
    if not under and not said.children:
        raise CannotRecord("Name a child, or say under which age it covers any child.")
    children = tuple(dict.fromkeys(said.children))
    words = cleaned(said.words, limit=LIMITS["line"])
    return replace(said, said_by=said_by, why_age=why, under=under, words=words, children=children)


def _require_days(said: ConditionSaid, kind: ConditionKind, today: dt.date) -> None:
    if kind.is_order and said.since > today:
        raise CannotRecord("That day has yet to come. Record an order once the court has made it.")
    if said.since > today + FARTHEST or said.since < EARLIEST:
        raise CannotRecord("Check the year in which it begins.")
    if not kind.is_given_on(said.since):
        raise CannotRecord(f"On that day there was no such thing as: {kind.says}. Check the day, or choose another.")
    if said.until is None:
        return
    if said.until <= said.since:
        raise CannotRecord("It would end before it begins. Check both days.")
    if said.until > said.since + LONGEST:
        raise CannotRecord("Check the year in which it ends.")


def _sound_age(said: ConditionSaid, kind: ConditionKind, why: str) -> int:
    """The usual age may be overridden by whoever decides it, with the reason."""
    under = kind.under if said.under is None else said.under
    if said.under is not None and not 0 <= said.under <= OLDEST_CHILD:
        raise CannotRecord(f"Give an age from 1 to {OLDEST_CHILD}, or 0 where it covers only the children it names.")
    if kind.under and under != kind.under and not why:
        raise CannotRecord(f"It covers children under {kind.under} unless somebody decides otherwise. Say why.")
    return under


def sound_summary(said: SummarySaid, *, has_known_concern: bool) -> SummarySaid:
    """Where there is a known concern, the plan has an aim for those who were harmed and one for children."""
    kept = {
        name: cleaned(getattr(said, name), limit=MOST_WORDS, multi_line=True)
        for name in SUMMARY_PARTS  # each is short, or nobody reads it in the car
    }
    if not any(kept.values()):
        raise CannotRecord("Write at least one of the answers.")
    if has_known_concern and not (kept["victim_safety"] and kept["safeguarding"]):
        raise CannotRecord("A condition stands, so write what keeps those who were harmed safe, and what is to change.")
    return SummarySaid(**kept)


def sound_intelligence(said: IntelligenceSaid) -> IntelligenceSaid:
    words = cleaned(said.words, limit=LIMITS["words"], multi_line=True)
    source = cleaned(said.source, limit=LIMITS["name"])
    if not words or not source:
        raise CannotRecord("Write what is known, and who told it.")
    return replace(said, words=words, source=source)


def covers(under: int, named: Collection[str], child: Person, on: dt.date) -> bool:
    """Whether a condition keeps somebody safe; a child whose age nobody knows counts as young enough."""
    return child.id in named or (under > 0 and _may_be_under(child, under, on))


def _may_be_under(person: Person, years: int, on: dt.date) -> bool:
    """Whether somebody born on the last day it can have been is not yet of this age."""
    born = person.birth.latest if person.birth else None
    return _age(born, on) < years if born else person.kind in CHILDREN


def is_surely_under(person: Person, years: int, now: dt.datetime) -> bool:
    born = person.birth.earliest if person.birth else None
    return person.kind == "unborn" or (born is not None and _age(born, day_of(now)) < years)


def _age(born: dt.date, on: dt.date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
