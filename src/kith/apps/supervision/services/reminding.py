"""Telling by mail that something waits, where mail is set up, on working days."""

import datetime as dt

from kith.apps.access.queries import day_of
from kith.apps.audit.projections import Doer
from kith.apps.outbox.queries import is_mail_set_up
from kith.apps.outbox.services import tell_of_waiting
from kith.apps.supervision.vocabulary import supervision_data
from kith.apps.supervision.waiting import all_waiting
from kith.engines.timescales import england, is_working_day


def remind(*, by: Doer, now: dt.datetime) -> int | None:
    """How many people were told; nothing where no mail is set up."""
    if not is_mail_set_up():
        return None
    if not is_working_day(day_of(now), england().open_ended()):
        return 0
    again = dt.timedelta(days=int(supervision_data()["remind_again_days"]))
    return tell_of_waiting(by=by, waiting=all_waiting(now=now), again_after=again, now=now)
