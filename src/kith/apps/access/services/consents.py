"""What somebody says yes or no to: to a service, to others being told, to being talked about; and taking it back."""

import datetime as dt
from dataclasses import dataclass, fields

from kith.apps.access import events
from kith.apps.access.actions import SHARE
from kith.apps.access.consents import resting_on
from kith.apps.access.models import Consent, Subject
from kith.apps.access.moments import day_of
from kith.apps.access.requiring import require
from kith.apps.access.services.shares import CannotShare
from kith.apps.access.vocabulary import consent_kinds, longest_until_looked_at
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.kernel.text import LIMITS, cleaned


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """Who said yes or no to what, and what stands beside it."""

    kind: str
    is_yes: bool
    given_by: str
    words: str
    given_on: dt.date
    is_childs_own: bool = False
    competence: str = ""  # how we know that the child understands
    reasoning: str = ""  # beside a no: what the child's safety asks for, and what is done
    look_again_on: dt.date | None = None


def record_consent(*, by: Actor, subject_ref: str, answered: Answered, now: dt.datetime) -> str:
    """Put a yes or a no on record, each with the same care; its ref."""
    decision = require(by, SHARE, subject_ref, now=now)
    told = _checked(answered, day_of(now))
    with deed(events.CONSENT_GIVEN, by=by, now=now, decision=decision, subjects=[subject_ref]) as act:
        row = Consent(subject=Subject.objects.get(ref=subject_ref), recorded_at=now, recorded_by_id=by.id, **told)
        row.save(force_insert=True)
        act.notes(consent=row.ref)
        act.changed(subject_ref, after={name: str(value) for name, value in told.items()})
    return str(row.ref)


def _checked(answered: Answered, today: dt.date) -> dict[str, object]:
    lengths = {"given_by": "name", "words": "line", "competence": "line", "reasoning": "line"}
    told: dict[str, object] = {field.name: getattr(answered, field.name) for field in fields(answered)}
    told |= {name: cleaned(getattr(answered, name), limit=LIMITS[limit]) for name, limit in lengths.items()}
    if answered.kind not in consent_kinds():
        raise CannotShare("Choose from the list what they said yes or no to.")
    if not told["given_by"] or not told["words"]:
        raise CannotShare("Say who it was, and what they said, in their words where you can.")
    if answered.given_on > today:
        raise CannotShare("They cannot have said it on a day that has not come yet.")
    if answered.is_childs_own and not told["competence"]:
        raise CannotShare("Say how you know that they understand what they say yes or no to.")
    if not answered.is_yes:
        _require_sound_no(str(told["reasoning"]), answered.look_again_on, today)
    return told


def _require_sound_no(reasoning: str, look_again_on: dt.date | None, today: dt.date) -> None:
    """A no is never just filed: what it means for the child is thought through, and thought of again."""
    if not reasoning:
        raise CannotShare("Say what their no means for the child’s safety, and what you do about it.")
    if look_again_on is None or not today < look_again_on <= today + longest_until_looked_at():
        raise CannotShare("Give a day within a year on which somebody looks at this again.")


def withdraw_consent(*, by: Actor, subject_ref: str, consent_ref: str, words: str, now: dt.datetime) -> int:
    """They changed their mind: what rests on this agreement alone stops now. How many shares stopped."""
    decision = require(by, SHARE, subject_ref, now=now)
    said = cleaned(words, limit=LIMITS["line"])
    with deed(events.CONSENT_WITHDRAWN, by=by, now=now, decision=decision, subjects=[subject_ref]) as act:
        standing = Consent.objects.filter(ref=consent_ref, subject__ref=subject_ref, withdrawn_at=None)
        if not standing.update(withdrawn_at=now, withdrawn_words=said):
            raise CannotShare("That has been taken back already.")
        stopped = resting_on(consent_ref, now).update(ended_at=now, ended_why="Consent was withdrawn")
        act.notes(consent=consent_ref, stopped=stopped)
        act.changed(subject_ref, after={"withdrawn_words": said})
    return int(stopped)
