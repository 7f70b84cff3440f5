"""What is still open about a father or second parent, and whom nobody has told or invited. No queries.

No question asks for contact while it is open whether contact is safe: what pushes says so, and is left out.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from kith.apps.occasions.kinds import SAFE, UNSAFE, WHEREABOUTS, YOUNG_PERSON
from kith.kernel.coming_back import has_come

FOUND, SAFETY, SPOKEN, WEIGHED, NOT_INVOLVED = "found", "safety", "spoken", "weighed", "not_involved"
NONE = ("", False)
UNSAFE_AGAIN = "was kept out because it was not safe. The day has come to look at that again."


class OnADay(Protocol):
    """Whatever has a day."""

    @property
    def on(self) -> dt.date: ...


Dated = TypeVar("Dated", bound=OnADay)


def nearest(dated: Iterable[Dated], today: dt.date) -> Dated | None:
    """The first that is still to come, today's too; if none is, the one that was last."""
    all_of_them = sorted(dated, key=lambda one: one.on)
    to_come = [one for one in all_of_them if one.on >= today]
    return to_come[0] if to_come else all_of_them[-1] if all_of_them else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentFacts:
    """What is known of one father or second parent, as far as the questions go."""

    identified: str = ""
    responsibility: str = ""
    place: str = ""
    safety: str = ""
    has_ways: bool = False
    asked_parent: bool = False
    asked_child: bool = False
    spoken: bool = False
    worries: bool = False
    expected: bool = False
    view: bool = False
    offers: bool = False
    risk: bool = False
    resource: bool = False
    said_not_involved: bool = False
    checked: bool = False
    next_on: dt.date | None = None

    @property
    def is_safe(self) -> bool:
        """Both were asked alone, and somebody says yes and by which way; anything less is open."""
        return self.safety == SAFE and self.has_ways and self.asked_parent and self.asked_child


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that is open: the part of the page that answers it, in words; whether it pushes contact."""

    part: str
    says: str
    pushes_contact: bool = False


@dataclass(frozen=True, slots=True)
class _Asked:
    part: str
    says: str
    is_open: Callable[[ParentFacts, dt.date], bool]
    pushes_contact: bool = False


_QUESTIONS: Sequence[_Asked] = (
    _Asked(SAFETY, "Is contact safe, and by which way? Nobody has answered yet.", lambda f, on: not f.safety),
    _Asked(
        SAFETY, "Ask the other parent alone whether contact is safe.", lambda f, on: _asks(f) and not f.asked_parent
    ),
    _Asked(
        SAFETY,
        "Ask the child alone whether contact is safe, or say why that cannot be.",
        lambda f, on: _asks(f) and not f.asked_child,
    ),
    _Asked(SAFETY, "By which way is contact safe?", lambda f, on: f.safety == SAFE and not f.has_ways),
    _Asked(
        SAFETY,
        "It is not sure whether contact is safe. Who finds out?",
        lambda f, on: bool(f.safety) and f.safety not in (SAFE, UNSAFE),
    ),
    _Asked(NOT_INVOLVED, "“Not involved” is what somebody said. What was checked?", lambda f, on: _said(f, f.checked)),
    _Asked(
        NOT_INVOLVED,
        "When does somebody look at this again?",
        lambda f, on: f.said_not_involved and f.next_on is None,
    ),
    _Asked(
        NOT_INVOLVED,
        "The day has come to look at this again.",
        lambda f, on: f.said_not_involved and has_come(f.next_on, on),
    ),
    _Asked(SPOKEN, "Nobody has spoken to them. Who does, by the safe way?", lambda f, on: not f.spoken, True),
    _Asked(SPOKEN, "Tell them in plain words what worries us.", lambda f, on: f.spoken and not f.worries, True),
    _Asked(
        SPOKEN, "Tell them in plain words what is expected of them.", lambda f, on: f.spoken and not f.expected, True
    ),
    _Asked(SPOKEN, "Ask what they think.", lambda f, on: f.spoken and not f.view, True),
    _Asked(SPOKEN, "Ask what they can offer.", lambda f, on: f.spoken and not f.offers, True),
    _Asked(FOUND, "How do we know who they are?", lambda f, on: not f.identified),
    _Asked(FOUND, "Do they hold parental responsibility?", lambda f, on: f.responsibility in ("", "being_asked")),
    _Asked(FOUND, "Where are they: near, far, or in prison?", lambda f, on: f.place in ("", "unknown")),
    _Asked(
        WEIGHED,
        "Only the risk is written. What good could they bring the child?",
        lambda f, on: f.risk and not f.resource,
    ),
    _Asked(
        WEIGHED,
        "Only what is good is written. Is there any risk to the child?",
        lambda f, on: f.resource and not f.risk,
    ),
    _Asked(
        WEIGHED,
        "Write what could go wrong and what could help, both.",
        lambda f, on: not (f.risk or f.resource),
    ),
)


def _asks(facts: ParentFacts) -> bool:
    return bool(facts.safety)


def _said(facts: ParentFacts, answer: bool) -> bool:
    return facts.said_not_involved and not answer


def open_questions(facts: ParentFacts, today: dt.date) -> tuple[Question, ...]:
    """Safety first; and whatever asks for contact only once it is safe.

    >>> [one.part for one in open_questions(ParentFacts(), dt.date(2026, 11, 24))]
    ['safety', 'found', 'found', 'found', 'weighed']
    """
    return tuple(
        Question(part=asked.part, says=asked.says, pushes_contact=asked.pushes_contact)
        for asked in _QUESTIONS
        if asked.is_open(facts, today) and (facts.is_safe or not asked.pushes_contact)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class InNetwork:
    """One adult of a child's network, and what the whole ledger says of them."""

    ref: str
    name: str
    is_parent: bool = False
    is_safe: bool = True  # of a parent: whether contact was found to be safe
    is_at_home: bool = False  # lives with the child, and was asked nothing that is on record
    was_in: bool = False  # told, asked or invited, once at least
    why_not: str = ""  # the last answer that stands
    look_again_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Somebody who is known, and was never told or invited; a standing question to workers."""

    ref: str
    name: str
    says: str
    is_parent: bool
    pushes_contact: bool = False
    asks_safety: bool = False


def gaps_among(people: Iterable[InNetwork], today: dt.date) -> tuple[Gap, ...]:
    """Parents first. An answer closes the question until its day; what is not safe is never pushed.

    >>> [gap.says for gap in gaps_among([InNetwork(ref="a", name="Comfort")], dt.date(2026, 11, 24))]
    ['is known, and was never told or invited. Who asks them?']
    """
    found = [gap for one in people if (gap := _gap_of(one, today))]
    return tuple(sorted(found, key=lambda gap: not gap.is_parent))


def _gap_of(one: InNetwork, today: dt.date) -> Gap | None:
    says, pushes = _words_of(one, today)
    if not says:
        return None
    asks = one.is_parent and not (one.is_safe or one.is_at_home)
    return Gap(ref=one.ref, name=one.name, says=says, is_parent=one.is_parent, pushes_contact=pushes, asks_safety=asks)


def _words_of(one: InNetwork, today: dt.date) -> tuple[str, bool]:
    is_due = has_come(one.look_again_on, today)
    if one.why_not == UNSAFE:
        return (UNSAFE_AGAIN, False) if is_due else NONE
    if one.was_in:
        return NONE
    if one.is_parent and one.is_at_home:
        return "lives with the child. Nobody wrote down that they were told or invited.", False
    if one.is_parent and not one.is_safe:
        return "was never told or invited. Is contact safe? That is answered first.", False
    if one.why_not == WHEREABOUTS and is_due:
        return "could not be found. The day has come to try again.", True
    if one.why_not and not is_due:
        return NONE
    if one.why_not == YOUNG_PERSON:
        return "was left out because the young person said no. The day has come to ask the young person again.", False
    return "is known, and was never told or invited. Who asks them?", True
