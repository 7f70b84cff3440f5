"""Triage: a request goes ahead, or elsewhere with the reason."""

import datetime as dt

from kith.apps.access.queries import require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.drafts.services import end_within
from kith.apps.supervision import events
from kith.apps.supervision.actions import TRIAGE
from kith.apps.supervision.drafting import TRIAGE as TRIAGED_IN
from kith.apps.supervision.drafting import draft_name
from kith.apps.supervision.rules import MOST_WORDS, CannotSupervise, is_open, one_of
from kith.apps.supervision.sight import held
from kith.apps.supervision.vocabulary import PROCEED, outcomes
from kith.kernel.text import cleaned


def triage(*, by: Actor, request_ref: str, outcome: str, words: str, expected_version: int, now: dt.datetime) -> None:
    """What does not go ahead needs a reason, which goes to whoever asked; until it happened it can be decided anew."""
    decision = require_by_role(by, TRIAGE, now=now)
    one_of(outcome, outcomes(), "Choose what should happen.")
    reason = cleaned(words, limit=MOST_WORDS, multi_line=True)
    if outcome != PROCEED and not reason:
        raise CannotSupervise("Give the reason. Whoever asked reads it.")
    with deed(events.TRIAGED, by=by, now=now, decision=decision) as act:
        row = held(request_ref, expected_version)
        if row.taken_back_at or row.happened_on:
            raise CannotSupervise("It was taken back or has happened, so there is nothing to decide.")
        if row.asked_by_id == by.id:
            raise CannotSupervise("You asked for this one yourself, so a colleague decides.")
        row.outcome, row.outcome_words = outcome, reason
        row.decided_by_id, row.decided_at, row.version = by.id, now, row.version + 1
        row.save()
        end_within(by, "", draft_name(TRIAGED_IN, row.ref))
        act.notes(request=row.ref, outcome=outcome, is_open=is_open(row))
