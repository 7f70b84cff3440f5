"""A page is contact: what stands in the ledger, and what is answered now, says whether somebody is given one."""

import datetime as dt
from collections.abc import Iterator

import pytest

from kith.apps.audit.services import load, reading
from kith.apps.occasions.models import Invitation, LedgerRow
from kith.apps.occasions.projections import InvitationSaid, OccasionSaid
from kith.apps.occasions.queries import why_no_page
from kith.apps.occasions.services import keep_occasion, keep_parent
from kith.testing.factories import (
    NOW,
    OPERATOR,
    TODAY,
    Partnership,
    agency,
    child,
    couple,
    family,
    partnership,
    person,
    rolled_back,
    worker,
)

pytestmark = pytest.mark.django_db
SAFE = InvitationSaid(safety="safe", hurt="Nobody that we know of. I asked Mum alone.")
SAFE_TO_REACH = {
    "safety": "safe",
    "ways": ["phone"],
    "asked_parent_on": TODAY,
    "asked_child_on": TODAY,
}


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Sue works with Kit; Ben does not. Dad is Kit's father, who lives elsewhere; Nan is his mother."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("unit")], workers=[worker("sue"), worker("ben", agency="unit")]
        )
        people = (child("kit", "Kit Brook"), person("dad", "Kwame Brook"), person("nan", "Zipporah Vale"))
        unions = [couple("dad", children=["kit"]), couple("nan", children=["dad"])]
        made.add([family(*people, unions=unions)])
        made.involve("kit", "sue")
        yield made


def why(county: Partnership, reader: str, said: InvitationSaid = SAFE, who: str = "sue") -> str:
    by = county.actor(who)
    with reading("test.give", by=by, now=NOW):
        return why_no_page(by, county.refs["kit"], county.refs[reader], said, now=NOW)


def answered(county: Partnership, reader: str, safety: str, *, days: int, hurt: str = "Nobody") -> None:
    """On the list of an occasion, so many days ago."""
    at = NOW - dt.timedelta(days=days)
    said = OccasionSaid(kind="meeting", on=TODAY + dt.timedelta(days=7), words=f"Meeting {days}")
    ref = keep_occasion(by=county.actor("sue"), child_ref=county.refs["kit"], said=said, now=NOW)
    row = Invitation(occasion_ref=ref, safety=safety, hurt=hurt, recorded_at=at)
    row.recorded_by_id = county.actor("sue").id
    row.subject_id, row.person_id = county.subject_ids["kit"], county.subject_ids[reader]
    with load("test.answered", by=OPERATOR, now=NOW, payload={}):
        row.save(force_insert=True)


def keep(county: Partnership, **said: object) -> None:
    at = {"by": county.actor("sue"), "child_ref": county.refs["kit"], "person_ref": county.refs["dad"]}
    keep_parent(**at, part="safety", said=SAFE_TO_REACH | said, expected_version=0, now=NOW)  # type: ignore[arg-type]


def test_a_relative_of_whom_nothing_is_open_is_asked_about_now(county: Partnership) -> None:
    assert why(county, "nan") == ""
    assert "Nobody has said yet" in why(county, "nan", InvitationSaid(safety="", hurt=""))
    assert "Say who could be hurt" in why(county, "nan", InvitationSaid(safety="safe", hurt=" "))
    assert "not be safe" in why(county, "nan", InvitationSaid(safety="unsafe", hurt="Kit"))
    assert "not sure yet" in why(county, "nan", InvitationSaid(safety="not_sure", hurt="Kit"))


def test_a_childs_own_page_is_asked_nothing(county: Partnership) -> None:
    assert why(county, "kit", InvitationSaid(safety="", hurt="")) == ""


def test_a_parent_waits_until_contact_was_found_to_be_safe(county: Partnership) -> None:
    assert "A page is contact" in why(county, "dad")
    keep(county)
    assert why(county, "dad") == ""


def test_a_parent_with_whom_contact_is_not_safe_is_given_nothing_whatever_is_answered_now(county: Partnership) -> None:
    keep(county, safety="unsafe", safety_words="He waits at the school")
    assert "contact with this person is not safe" in why(county, "dad")


def test_the_newest_answer_on_a_list_counts_and_one_that_waits_is_open(county: Partnership) -> None:
    answered(county, "nan", "", days=9, hurt="")
    assert "It is open" in why(county, "nan")
    answered(county, "nan", "safe", days=7)
    assert why(county, "nan") == ""
    answered(county, "nan", "not_sure", days=5)
    assert "It is open" in why(county, "nan")
    answered(county, "nan", "unsafe", days=3)
    assert "not safe to tell or invite" in why(county, "nan")
    answered(county, "nan", "safe", days=1)
    assert why(county, "nan") == ""


def test_whoever_was_not_told_because_it_was_not_safe_is_given_no_page(county: Partnership) -> None:
    answered(county, "nan", "safe", days=7)
    row = LedgerRow(occasion_ref="o" * 26, why_not="unsafe", recorded_at=NOW)
    row.recorded_by_id = county.actor("sue").id
    row.subject_id, row.person_id = county.subject_ids["kit"], county.subject_ids["nan"]
    with load("test.told", by=OPERATOR, now=NOW, payload={}):
        row.save(force_insert=True)
    assert "not safe to tell or invite" in why(county, "nan")


def test_to_whoever_may_not_see_the_ledger_it_is_open(county: Partnership) -> None:
    assert "not yours to see" in why(county, "nan", who="ben")
