"""What somebody writes in the form of a row, kept for them alone until they send it."""

import datetime as dt

from kith.apps.access.queries import require
from kith.apps.agencies.projections import Actor
from kith.apps.chronologies.actions import WRITE
from kith.apps.chronologies.drafting import draft_name
from kith.apps.chronologies.rules import CannotTell
from kith.apps.chronologies.sight import EVENT
from kith.apps.drafts.services import TooLong, end_draft, keep_draft


def keep_row_draft(*, by: Actor, child_ref: str, words: str, came_of: str = "", now: dt.datetime) -> None:
    """By whoever may write a row about this child."""
    decision = require(by, WRITE, child_ref, now=now, kind=EVENT)
    form = draft_name(came_of)
    try:
        keep_draft(by=by, child_ref=child_ref, form=form, words=words, decision=decision, now=now)
    except TooLong as problem:
        raise CannotTell(problem.message) from None


def drop_row_draft(*, by: Actor, child_ref: str, came_of: str = "", now: dt.datetime) -> None:
    decision = require(by, WRITE, child_ref, now=now, kind=EVENT)
    end_draft(by=by, child_ref=child_ref, form=draft_name(came_of), decision=decision, now=now)
