"""What waits too long is counted, to the moment, whoever it is about."""

import datetime as dt

import pytest

from kith.apps.access.queries import overdue_work
from kith.apps.access.seconds import confirm_by
from kith.apps.access.services import NewSeal, confirm_seal, review_look, set_seal
from kith.testing.factories import NOW, Partnership
from tests.trust.access.emergency_town import A_MOMENT, build_town, look, name

pytestmark = pytest.mark.django_db


def counts(now: dt.datetime) -> tuple[int, int, int]:
    work = overdue_work(now=now)
    return work.reviews, work.escalated, work.seals


def midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(0), tzinfo=dt.UTC)  # London has winter time


@pytest.fixture
def town() -> Partnership:
    return build_town()


def test_a_review_is_overdue_after_its_day_and_then_escalates(town):
    row = look(town, "pip")
    look(town, "pip", "kit")
    the_day_after = midnight(row.review_due_on + dt.timedelta(days=1))
    assert counts(the_day_after - A_MOMENT) == (0, 0, 0)
    assert counts(the_day_after) == (2, 0, 0)
    assert counts(midnight(row.escalates_on) - A_MOMENT) == (2, 0, 0)
    assert counts(midnight(row.escalates_on)) == (2, 2, 0)
    reviewer = town.actor(name(town, row.reviewer_id))
    review_look(by=reviewer, look_ref=row.ref, is_right=True, words="I rang them.", now=NOW)
    assert counts(midnight(row.escalates_on)) == (1, 1, 0)


def test_a_seal_is_overdue_after_one_working_day_until_somebody_confirms_it(town):
    new = NewSeal(kind="safe_address", why="He looks for them.", outsiders="pointer")
    ref = set_seal(by=town.actor("pru"), subject_ref=town.refs["mina"], seal=new, now=NOW)
    due = confirm_by(NOW)
    assert counts(due - A_MOMENT) == (0, 0, 0)
    assert counts(due) == (0, 0, 1)
    confirm_seal(by=town.actor("may"), seal_ref=ref, now=due)
    assert counts(due) == (0, 0, 0)
