"""Asking, triage and pairing: who may, who learns what, and what becomes of the hard cases."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kith.apps.access.models import Conflict
from kith.apps.access.queries import NothingHere
from kith.apps.audit.services import load, reading
from kith.apps.records.base import StaleVersion
from kith.apps.supervision import models, queries, services
from kith.apps.supervision.pairing import A_TIE
from kith.apps.supervision.services import CannotSupervise
from kith.apps.supervision.tests.making import (
    ASKED,
    agreed,
    answer,
    ask,
    ask_pair,
    county_with_a_pool,
    decide,
    happened,
    join,
    own,
    page,
    the_desk,
)
from kith.testing.factories import NOW, OPERATOR, TODAY, Partnership, rolled_back

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> Iterator[Partnership]:
    with rolled_back():
        yield county_with_a_pool()


def names(county: Partnership, ref: str) -> set[str]:
    pair = page(county, ref).proposed
    return {name.split()[0].lower() for name, _, _ in pair.people} if pair else set()


def test_a_request_is_triaged_without_a_name_and_led_by_two_of_two_agencies(county):
    ref = ask(county)
    told = page(county, ref)
    assert "Brook" not in repr(told) and county.refs["kit"] not in repr(told)
    assert len(told.proposed.people) == 2 and "Two agencies." in told.proposed.good
    assert len({place for _, place, _ in told.proposed.people}) == 2
    assert (told.card.state, told.card.day, told.card.of_days) == ("waits for triage", 0, 5)
    decide(county, ref)
    assert page(county, ref).card.state == "goes ahead, two who lead are missing"
    assert (the_desk(county).went_ahead, the_desk(county).went_elsewhere) == (1, 0)


def test_only_who_may_read_the_child_asks_about_the_child(county):
    with pytest.raises(NothingHere):
        ask(county, "dana")
    assert ask(county, "dana", about="")
    with pytest.raises(NothingHere):
        ask(county, "ana", about="")
    with pytest.raises(NothingHere), reading("test", by=county.actor("sue"), now=NOW):
        queries.desk(county.actor("sue"), now=NOW)


def test_those_who_work_with_the_child_are_offered_as_the_network_and_are_invited(county):
    with reading("test", by=county.actor("sue"), now=NOW):
        offered = queries.ask_form(county.actor("sue"), county.refs["kit"], now=NOW).network
    assert offered == ((county.actor("ray").ref, "Ray Worker, School"),)
    ref = ask(county, said=replace(ASKED, network=(offered[0][0], county.actor("tom").ref)))
    assert "Tom Worker" in dict(page(county, ref).left_out)
    decide(county, ref)
    assert [card.number for card in own(county, "ray").meetings] == [1] and own(county, "nia").meetings == ()


def test_a_name_in_the_words_is_sent_back(county):
    with pytest.raises(CannotSupervise, match="Leave out the name"):
        ask(county, said=replace(ASKED, stuck="We all fear for Kit’s summer."))
    assert ask(county, said=replace(ASKED, stuck="We all fear for the kitchen garden."))


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"why_now": " "}, "why now"),
        ({"stuck": ""}, "feels stuck"),
        ({"age_band": "old"}, "how old"),
        ({"consent": ""}, "whether the family"),
        ({"around": ("circus",)}, "agencies from the list"),
        ({"network": ("0" * 26,)}, "does not work here"),
    ],
)
def test_what_is_missing_is_said(county, changes, says):
    with pytest.raises(CannotSupervise, match=says):
        ask(county, said=replace(ASKED, **changes))


def test_what_goes_elsewhere_needs_a_reason_that_the_requester_reads(county):
    ref = ask(county)
    with pytest.raises(CannotSupervise, match="Give the reason"):
        decide(county, ref, "statutory")
    decide(county, ref, "statutory", "The core group is on Thursday.")
    assert own(county, "sue").asked[0].outcome_words == "The core group is on Thursday."
    assert (the_desk(county).went_ahead, the_desk(county).went_elsewhere) == (0, 1)
    with pytest.raises(StaleVersion):
        services.triage(
            by=county.actor("bea"), request_ref=ref, outcome="proceed", words="", expected_version=1, now=NOW
        )


def test_a_request_can_be_taken_back_by_whoever_asked_and_by_nobody_else(county):
    ref = ask(county)
    with pytest.raises(NothingHere):
        services.take_back(by=county.actor("ray"), request_ref=ref, expected_version=1, now=NOW)
    services.take_back(by=county.actor("sue"), request_ref=ref, expected_version=1, now=NOW)
    assert page(county, ref).card.state == "taken back" and page(county, ref).proposed is None
    with pytest.raises(CannotSupervise):
        decide(county, ref)


def test_no_independent_pair_is_said_and_the_rule_is_kept(county):
    """Both of the police once worked with the child; so did one nurse."""
    for who in ("dana", "tom", "anaya"):
        county.involve("kit", who, until=TODAY - dt.timedelta(days=90))
    ref = ask(county)
    told = page(county, ref)
    assert names(county, ref) == {"nia"} and told.shortfall.startswith("Only one is independent")
    assert {reason for _, reason in told.left_out} == {A_TIE}
    decide(county, ref)
    with pytest.raises(CannotSupervise, match="tied to this network"):
        ask_pair(county, ref, ["dana", "nia"])


def test_a_facilitator_with_a_tie_of_their_own_is_left_out_and_the_reason_does_not_tell_which(county):
    nia, kit = county.actor("nia").id, county.subject_ids["kit"]
    with load("test.known", by=OPERATOR, now=NOW, payload={}):
        Conflict(user_id=nia, subject_id=kit, how="detected", noted_at=NOW).save(force_insert=True)
    told = page(county, ask(county))
    assert told.left_out == (("Nia Worker", A_TIE),)


def test_a_requester_who_manages_a_facilitator_does_not_get_them(county):
    join(county, "sue")
    ref = ask(county, "boss", about="")
    assert "Sue Worker" in dict(page(county, ref).left_out)
    decide(county, ref)
    with pytest.raises(CannotSupervise):
        ask_pair(county, ref, ["sue", "dana"])
    assert "Sue Worker" not in dict(page(county, ask(county, "ray", about="")).left_out)


def test_two_requests_about_one_child_are_told_by_number_and_only_to_whoever_triages(county):
    first, second = ask(county, "sue"), ask(county, "ray")
    ask(county, "ray", about="")
    assert page(county, first).also_about == (2,) and page(county, second).also_about == (1,)
    assert len(own(county, "ray").asked) == 2


def test_a_facilitator_who_withdraws_the_night_before_is_replaced_beside_the_other(county):
    ref = agreed(county)
    lead = next(one for one in own(county, "anaya").leads if one.may_withdraw)
    services.withdraw_lead(by=county.actor("anaya"), lead_ref=lead.ref, now=NOW)
    told = page(county, ref)
    assert [(one.name, one.says) for one in told.leads] == [("Dana Worker", "leads"), ("Anaya Worker", "withdrew")]
    assert told.card.state == "goes ahead, one who leads is missing"
    assert names(county, ref) == {"dana", "nia"}
    assert told.proposed is not None and told.proposed.to_ask == ("Nia Worker",)
    assert the_desk(county).open[0].missing == "one who leads is missing"
    ask_pair(county, ref, ["dana", "nia"])
    answer(county, "nia", "yes")
    assert [one.name for one in page(county, ref).leads if one.has_agreed] == ["Dana Worker", "Nia Worker"]
    assert not own(county, "anaya").meetings


def test_whoever_knows_the_network_says_so_and_learns_no_more(county):
    ref = ask(county)
    decide(county, ref)
    ask_pair(county, ref, ["dana", "anaya"])
    asked = own(county, "dana").leads[0]
    assert "worried" not in repr(own(county, "dana")) and "Brook" not in repr(own(county, "dana"))
    assert (asked.age, asked.locality, asked.meeting_ref) == ("14 to 17", "Fenside", "")
    answer(county, "dana", "tied")
    answer(county, "anaya", "no")
    assert {one.says for one in page(county, ref).leads} == {"cannot lead this one"}
    assert names(county, ref) == {"tom", "nia"}


def test_nobody_holds_more_than_they_have_room_for_and_away_is_away(county):
    for who in ("tom", "nia"):
        services.say_away(by=county.actor(who), first=TODAY, last=TODAY + dt.timedelta(days=60), now=NOW)
    for _ in range(2):
        agreed(county)
    told = page(county, ask(county))
    assert told.proposed is None and told.shortfall.startswith("There is no pair")
    assert dict(told.left_out) == {
        "Dana Worker": "has no room for another",
        "Anaya Worker": "has no room for another",
        "Tom Worker": "is away on every day named",
        "Nia Worker": "is away on every day named",
    }


def test_pairs_that_led_together_before_and_those_that_led_much_are_weighed(county):
    ref = agreed(county)
    happened(county, ref, ["sue", "dana", "anaya"])
    told = page(county, ask(county))
    assert names(county, told.card.ref) != {"dana", "anaya"}
    assert not any("before" in words for words in told.proposed.other)


def test_no_field_is_there_for_tasks_decisions_or_what_was_said():
    columns = {
        field.name for model in vars(models).values() if hasattr(model, "_meta") for field in model._meta.get_fields()
    }
    assert columns and not [
        name for name in columns for word in ("task", "action", "decision", "note", "minute", "plan") if word in name
    ]
