"""One person proposes, another decides. What is decided belongs to the module of each kind of deed."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from kith.apps.access import events
from kith.apps.access.models import Proposal, Subject
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed, deed
from kith.kernel.decisions import Decision
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned

NOT_DECIDED = ""
AGREED, DECLINED, TAKEN_BACK = "agreed", "declined", "taken_back"


class CannotPropose(KithError):
    """It cannot be proposed, or not now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is proposed: a deed about something, in favour of what, and why."""

    deed: str
    about: str  # the ref of the seal, subject or user
    why: str
    subject: Subject | None = None
    wish: str = ""


CarryOut = Callable[[Proposal, Deed, dt.datetime], None]
"""Does what was proposed, inside the deed of the second person."""


def propose(wish: Wish, *, by: Actor, decision: Decision, now: dt.datetime) -> str:
    """Put it before a second person; the proposal's ref. The same thing waits only once."""
    why = reason(wish.why, "Say in a sentence why. The second person reads it.")
    touched = [wish.subject.ref] if wish.subject else []
    with deed(events.PROPOSED, by=by, now=now, decision=decision, subjects=touched) as act:
        waiting = Proposal.objects.filter(deed=wish.deed, about=wish.about, outcome=NOT_DECIDED)
        if waiting.exists():
            raise CannotPropose("That waits for a second person already.")
        row = Proposal(
            deed=wish.deed,
            subject=wish.subject,
            about=wish.about,
            wish=wish.wish,
            why=why,
            proposed_by_id=by.id,
            proposed_at=now,
        )
        row.save(force_insert=True)
        act.notes(proposal=row.ref, deed=wish.deed, about=wish.about)
    return str(row.ref)


def reason(text: str, without: str) -> str:
    said = cleaned(text, limit=LIMITS["line"])
    if not said:
        raise CannotPropose(without)
    return said
