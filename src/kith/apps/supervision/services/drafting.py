"""What somebody writes in a form of supervision, kept for them alone until they send it."""

import datetime as dt

from kith.apps.access.queries import NothingHere, require, require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.drafts.services import TooLong, end_draft, keep_draft
from kith.apps.supervision.actions import ABOUT, TAKE_PART, TRIAGE
from kith.apps.supervision.drafting import ASK, draft_name
from kith.apps.supervision.drafting import TRIAGE as TRIAGED_IN
from kith.apps.supervision.models import Request
from kith.apps.supervision.rules import CannotSupervise
from kith.apps.supervision.sight import require_invited
from kith.kernel.decisions import Decision


def keep_words(
    *, by: Actor, form: str, words: str, child_ref: str = "", request_ref: str = "", now: dt.datetime
) -> None:
    """By whoever may send this form now; without words, what was kept is thrown away."""
    name = draft_name(form, request_ref)
    decision = _decision(by, form, child_ref, request_ref, now)
    if not words:
        end_draft(by=by, child_ref=child_ref, form=name, decision=decision, now=now)
        return
    try:
        keep_draft(by=by, child_ref=child_ref, form=name, words=words, decision=decision, now=now)
    except TooLong as problem:
        raise CannotSupervise(problem.message) from None


def _decision(by: Actor, form: str, child_ref: str, request_ref: str, now: dt.datetime) -> Decision:
    if form == ASK:
        asked = require_by_role(by, TAKE_PART, now=now)
        return require(by, ABOUT, child_ref, now=now) if child_ref else asked
    if form == TRIAGED_IN:
        decision = require_by_role(by, TRIAGE, now=now)
        if not Request.objects.filter(ref=request_ref).exists():
            raise NothingHere
        return decision
    return require_invited(by, request_ref, now=now)[1]
