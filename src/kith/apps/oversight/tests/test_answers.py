"""Who looked at my record: what its person is told, and that what is held back leaves no trace."""

import datetime as dt
import re
from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from time_machine import travel

from kith.apps.access.models import EmergencyLook
from kith.apps.access.queries import NothingHere
from kith.apps.access.services import (
    InvolvementRecord,
    NewSeal,
    WhyLook,
    confirm_seal,
    load_involvements,
    review_look,
    set_seal,
    take_look,
)
from kith.apps.audit.models import AuditRow
from kith.apps.oversight.queries import answer_page
from kith.apps.oversight.tests.looks import build_town, listed, opened
from kith.apps.people import services as people
from kith.engines.drawing.network import Name
from kith.testing.factories import NOW, OPERATOR, Partnership
from tests.trust.visitor import sign_in

pytestmark = pytest.mark.django_db
HOUR, A_DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
LATER = NOW + 3 * A_DAY
TOKEN = re.compile(rb'value="[A-Za-z0-9]{64}"')


@pytest.fixture
def town() -> Iterator[Partnership]:
    cache.clear()
    with travel(LATER, tick=False):
        yield build_town()


def told(town: Partnership, about: str = "mina", by: str = "ria") -> list[tuple[str, str, str]]:
    page = answer_page(town.actor(by), town.refs.get(about, about), now=LATER)
    return [(line.agency, line.role, line.what) for line in page.lines]


def test_looks_are_told_by_day_agency_and_role_and_never_by_name(town):
    opened(town, "pru")
    opened(town, "pru", at=NOW + HOUR)
    listed(town, "tess", at=NOW - A_DAY)
    page = answer_page(town.actor("ria"), town.refs["mina"], now=LATER)
    assert [(line.on, line.agency, line.role, line.what) for line in page.lines] == [
        (NOW.date(), "Council", "Practitioner", "opened"),
        (NOW.date() - A_DAY, "School", "Practitioner", "listed"),
    ]
    assert "Pru" not in repr(page) and "Tess" not in repr(page)


def test_what_a_worker_wrote_is_told(town):
    people.add_name(by=town.actor("pru"), person_ref=town.refs["mina"], name=Name(text="Minnie"), now=NOW)
    assert ("Council", "Practitioner", "changed") in told(town)


def test_a_year_is_told_and_no_more(town):
    opened(town, "pru", at=LATER - dt.timedelta(days=365))
    opened(town, "fay", at=LATER - dt.timedelta(days=365, microseconds=1))
    assert told(town) == [("Council", "Practitioner", "opened")]


def test_more_rows_than_a_list_ever_shows_are_all_told(town):
    first = LATER - 300 * A_DAY
    for minute in range(520):
        opened(town, "pru", at=first + dt.timedelta(minutes=minute))
    opened(town, "tess", at=first - A_DAY)
    assert ("School", "Practitioner", "opened") in told(town)


@pytest.mark.parametrize("who", ["pru", "max", "fay", "tess", "rik"])
def test_nobody_else_makes_it_out(town, who):
    with pytest.raises(NothingHere):
        told(town, by=who)


def test_making_it_out_is_on_record_and_does_not_tell_on_itself(town):
    before = told(town)
    assert AuditRow.objects.filter(event="oversight.looks.answered", actor=town.actor("ria").ref).count() == 1
    assert told(town) == before == []


def test_a_reference_of_nobody_gives_the_same_empty_list(town):
    pages = [answer_page(town.actor("dot"), ref, now=LATER) for ref in ("0" * 26, town.refs["lou"])]
    assert [page.lines for page in pages] == [(), ()]


# In two worlds: with what is held back and without it, the page is the same to the byte.


def through_a_protecting_seal(town: Partnership) -> None:
    seal = NewSeal(kind="witness", why="She told the court.", readers=(town.actor("pip").ref,))
    ref = set_seal(by=town.actor("pru"), subject_ref=town.refs["mina"], seal=seal, now=NOW)
    confirm_seal(by=town.actor("max"), seal_ref=ref, now=NOW)
    opened(town, "pip", at=NOW + HOUR)


def by_somebody_who_asks_whether_the_child_is_hurt(town: Partnership) -> None:
    from_s47(town)
    opened(town, "tess", at=NOW + HOUR)


def from_s47(town: Partnership) -> None:
    """A strategy of the school, for these days."""
    record = InvolvementRecord(
        subject_id=town.subject_ids["mina"],
        organisation_id=town.loaded.organisations["school"],
        part="enquiry",
        basis="s47",
        since_on=NOW.date(),
    )
    load_involvements(by=OPERATOR, records=[record], now=NOW)


def in_an_emergency_under_review(town: Partnership) -> None:
    listed(town, "pip", event="web.seeing:known")
    take_look(by=town.actor("pip"), subject_ref=town.refs["mina"], why=WHY, now=NOW)
    opened(town, "pip", at=NOW + HOUR, rule="R6")
    listed(town, "max", at=NOW + 2 * HOUR, event="web.oversight:review")


def in_an_emergency_that_was_not_right(town: Partnership) -> None:
    in_an_emergency_under_review(town)
    look = EmergencyLook.objects.get()
    reviewer = next(who for who, key in town.loaded.workers.items() if key == look.reviewer_id)
    review_look(by=town.actor(reviewer), look_ref=look.ref, is_right=False, words="Nobody had called.", now=LATER)


def by_the_police(town: Partnership) -> None:
    opened(town, "pc")


WHY = WhyLook(reason="may_be_hurt", words="A caller says she left home without a coat.")
HELD_BACK: tuple[Callable[[Partnership], None], ...] = (
    through_a_protecting_seal,
    by_somebody_who_asks_whether_the_child_is_hurt,
    in_an_emergency_under_review,
    in_an_emergency_that_was_not_right,
    by_the_police,
)


def page_of(town: Partnership, by: str, route: str) -> bytes:
    client = Client()
    sign_in(client, by)
    answer = client.get(reverse(f"oversight:{route}", args=[town.refs["mina"]]))
    assert answer.status_code == 200
    return TOKEN.sub(b"", answer.content)


@pytest.mark.parametrize("route", ["answer", "answer_text"])
@pytest.mark.parametrize("look", HELD_BACK, ids=lambda look: look.__name__)
def test_what_is_held_back_leaves_no_trace(town, look, route):
    opened(town, "fay", at=NOW - A_DAY, rule="R3")
    without = page_of(town, "dot", route)
    look(town)
    assert page_of(town, "dot", route) == without
    assert b"Some looks may be left out to keep people safe" in without
    assert b"Front door worker" in without


def test_a_look_that_was_found_right_is_told_as_what_it_was(town):
    in_an_emergency_under_review(town)
    look = EmergencyLook.objects.get()
    reviewer = next(who for who, key in town.loaded.workers.items() if key == look.reviewer_id)
    review_look(by=town.actor(reviewer), look_ref=look.ref, is_right=True, words="The call is on file.", now=LATER)
    assert told(town) == [("Council", "Practitioner", "emergency"), ("Council", "Practitioner", "opened")]
