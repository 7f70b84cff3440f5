"""The meeting and what follows: what is kept of it, answers without names, figures, support, merging and destroying."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.access.services import Destroying, Joining
from kith.apps.audit.services import Deed, load, reading
from kith.apps.supervision import queries, services
from kith.apps.supervision.models import Feedback, Request
from kith.apps.supervision.projections import Evaluation, Happened
from kith.apps.supervision.services import CannotSupervise
from kith.apps.supervision.tests.making import agreed, ask, county_with_a_pool, happened, meeting, own, page
from kith.testing.factories import NOW, OPERATOR, TODAY, Partnership, child, family, rolled_back

pytestmark = pytest.mark.django_db
SOON = NOW + dt.timedelta(weeks=7)


@pytest.fixture
def county() -> Iterator[Partnership]:
    with rolled_back():
        yield county_with_a_pool()


def give(
    county: Partnership, ref: str, who: str, words: str = "", now: dt.datetime = NOW, form: str = "at_once"
) -> None:
    services.give_feedback(by=county.actor(who), request_ref=ref, form=form, changed="a_little", words=words, now=now)


def about_kit(county: Partnership, who: str) -> tuple[Happened, ...]:
    with reading("test", by=county.actor(who), now=NOW):
        return queries.happened_about(county.actor(who), county.refs["kit"], now=NOW)


def test_the_childs_file_holds_that_it_happened_and_which_agencies_came(county):
    ref = agreed(county)
    assert about_kit(county, "ray") == ()
    happened(county, ref, ["sue", "dana", "anaya"])
    assert [(one.on_day, one.agencies) for one in about_kit(county, "ray")] == [
        (TODAY, ("Clinic", "Council", "Police"))
    ]
    assert about_kit(county, "dana") == () == about_kit(county, "bea")


def test_the_day_is_found_by_poll_and_only_those_invited_are_asked(county):
    ref, by = agreed(county), county.actor("dana")
    days = [TODAY + dt.timedelta(days=7), TODAY + dt.timedelta(days=9)]
    services.offer_days(by=by, request_ref=ref, days=days, now=NOW)
    first, second = meeting(county, ref, "sue").days
    services.answer_days(by=county.actor("sue"), request_ref=ref, day_refs=[first.ref, second.ref], now=NOW)
    services.answer_days(by=county.actor("sue"), request_ref=ref, day_refs=[second.ref], now=NOW)
    assert [(day.can, day.of, day.is_mine) for day in meeting(county, ref, "sue").days] == [(0, 3, False), (1, 3, True)]
    with pytest.raises(NothingHere):
        services.answer_days(by=county.actor("ray"), request_ref=ref, day_refs=[], now=NOW)
    with pytest.raises(NothingHere):
        meeting(county, ref, "tom")
    version = Request.objects.get(ref=ref).version
    services.settle_day(
        by=by, request_ref=ref, on_day=days[1], where="10:00, library", expected_version=version, now=NOW
    )
    assert meeting(county, ref, "anaya").meets_at == "10:00, library"
    with pytest.raises(CannotSupervise, match="lie ahead"):
        services.offer_days(by=by, request_ref=ref, days=[TODAY - dt.timedelta(days=1)], now=NOW)


def test_only_who_leads_says_that_it_happened_and_only_for_those_invited(county):
    ref = agreed(county)
    with pytest.raises(NothingHere):
        happened(county, ref, ["sue", "dana"], lead="sue")
    with pytest.raises(CannotSupervise, match="those who were invited"):
        happened(county, ref, ["ray", "dana"])
    with pytest.raises(CannotSupervise, match="lies ahead"):
        happened(county, ref, ["sue", "dana"], on=TODAY + dt.timedelta(days=1))
    with pytest.raises(CannotSupervise, match="At least one who leads"):
        happened(county, ref, ["sue"])
    assert [one.may_withdraw for one in own(county, "dana").leads] == [True]
    happened(county, ref, ["sue", "dana"])
    assert own(county, "dana").leads == () and [one.ref for one in own(county, "dana").meetings] == [ref]


def test_of_the_stop_card_only_its_use_is_kept(county):
    ref = agreed(county)
    services.use_stop_card(by=county.actor("sue"), request_ref=ref, now=NOW)
    assert meeting(county, ref, "sue").stop_cards == 1
    with pytest.raises(NothingHere):
        services.use_stop_card(by=county.actor("tom"), request_ref=ref, now=NOW)


def test_forms_are_asked_at_once_and_between_six_and_twelve_weeks_and_once(county):
    ref = agreed(county)
    happened(county, ref, ["sue", "dana", "anaya"])
    assert [key for key, _ in meeting(county, ref, "sue").asked_now] == ["at_once"]
    assert [key for _, _, key, _ in own(county, "sue").asked_now] == ["at_once"]
    give(county, ref, "sue")
    assert meeting(county, ref, "sue").asked_now == ()
    with pytest.raises(CannotSupervise, match="answered this already"):
        give(county, ref, "sue")
    assert [key for key, _ in meeting(county, ref, "sue", SOON).asked_now] == ["later"]
    with pytest.raises(CannotSupervise, match="not asked for now"):
        give(county, ref, "sue", form="later")
    assert meeting(county, ref, "sue", NOW + dt.timedelta(weeks=14)).asked_now == ()


def test_facilitators_see_answers_from_five_on_and_fewer_wait_for_later_meetings(county):
    first = agreed(county)
    happened(county, first, ["sue", "dana", "anaya"])
    for who in ("sue", "dana", "anaya"):
        give(county, first, who)
    assert own(county, "dana").answers == () and own(county, "dana").waits_for == 2
    second = agreed(county, "ray", pair=("dana", "nia"))
    happened(county, second, ["ray", "dana", "nia"])
    for who in ("ray", "nia"):
        give(county, second, who)
    assert own(county, "dana").answers == ("5 answers.", "A little: 5")
    assert own(county, "anaya").answers == () and own(county, "sue").waits_for == 0


def test_words_in_which_somebody_can_be_known_are_held_back_for_good(county):
    ref = agreed(county)
    happened(county, ref, ["sue", "dana", "anaya"])
    for who, words in (("sue", "I, the only midwife, cried."), ("dana", "It slowed us down."), ("anaya", "")):
        give(county, ref, who, words)
    for who in ("sue", "dana", "anaya"):
        give(county, ref, who, now=SOON, form="later")
    assert not [words for words in own(county, "dana").answers if words.startswith("“")]
    with reading("test", by=county.actor("bea"), now=NOW):
        waiting = {one.words: one.ref for one in queries.words_to_judge(county.actor("bea"), now=NOW)}
    for words, ref_of in waiting.items():
        services.judge_words(by=county.actor("bea"), feedback_ref=ref_of, is_shown="midwife" not in words, now=NOW)
    assert own(county, "dana").answers[-1] == "“It slowed us down.”"
    assert not Feedback.objects.filter(words__contains="midwife").exists()
    with pytest.raises(NothingHere):
        services.judge_words(
            by=county.actor("dana"), feedback_ref=waiting["It slowed us down."], is_shown=True, now=NOW
        )


def test_support_is_seen_by_those_two_alone(county):
    with reading("test", by=county.actor("bea"), now=NOW):
        cards, _ = queries.pool_page(county.actor("bea"), now=NOW)
    dana = next(card for card in cards if card.name == "Dana Worker")
    services.offer_support(by=county.actor("bea"), facilitator_ref=dana.ref, kind="debrief", now=NOW)
    offered = own(county, "dana").support[0]
    assert offered.waits and offered.kind.startswith("A debrief after the unexpected death of a child")
    with pytest.raises(NothingHere):
        services.answer_support(by=county.actor("tom"), support_ref=offered.ref, answer="accepted", now=NOW)
    services.answer_support(by=county.actor("dana"), support_ref=offered.ref, answer="accepted", now=NOW)
    with reading("test", by=county.actor("bob"), now=NOW):
        assert queries.pool_page(county.actor("bob"), now=NOW)[1] == ()
    assert own(county, "tom").support == ()


def evaluated(county: Partnership, ages: str = "", who: str = "ana", **window: dt.date) -> Evaluation:
    since, until = window.get("since", dt.date(2024, 11, 1)), window.get("until", dt.date(2025, 4, 1))
    with reading("test", by=county.actor(who), now=NOW):
        return queries.evaluation(county.actor(who), since=since, until=until, ages=ages, now=NOW)


def test_the_published_figures_come_out_of_the_register(county):
    """24 requests from November 2024 to March 2025: 20 went ahead, 4 did not, one of them signposted."""
    refs = [
        ask(county, "sue", about="", now=dt.datetime(2024, 11, 4, 9, tzinfo=dt.UTC) + dt.timedelta(days=6 * number))
        for number in range(24)
    ]
    ways = ["proceed"] * 20 + ["statutory", "team_supervision", "statutory", "designated"]
    for ref, outcome in zip(refs, ways, strict=True):
        services.triage(
            by=county.actor("bea"), request_ref=ref, outcome=outcome, words="A reason.", expected_version=1, now=NOW
        )
    ask(county, "sue", about="", now=dt.datetime(2025, 4, 1, 9, tzinfo=dt.UTC))
    found = evaluated(county)
    assert (found.requests, found.proceeded, sum(count for _, count in found.elsewhere)) == (24, 20, 4)
    assert dict(found.elsewhere)["A designated professional"] == 1


def test_totals_and_agencies_are_shown_and_small_counts_are_not(county):
    window = {"since": TODAY - dt.timedelta(days=1), "until": TODAY + dt.timedelta(days=1)}
    ref = agreed(county)
    happened(county, ref, ["sue", "dana", "anaya"])
    ask(county, "ray", about="")
    for ages, count in (("", 2), ("transition", 2), ("under_5", 0)):
        assert evaluated(county, ages, **window).requests == count
    found = evaluated(county, **window)
    assert found.agencies == ("Clinic", "Council", "Police") and found.facilitators_from == ("Clinic", "Police")
    assert {one.shown for table in (found.by_agency, found.by_age, found.themes) for one in table} == {"not shown"}
    with pytest.raises(NothingHere):
        evaluated(county, who="sue")


@pytest.mark.parametrize("form", ["csv", "xlsx", "docx"])
def test_the_evaluation_is_a_file_that_names_its_reader(county, form):
    by = county.actor("ana")
    with reading("test", by=by, now=NOW):
        file = queries.evaluation_file(by, form, since=TODAY, until=TODAY + dt.timedelta(days=1), now=NOW)
    assert file.name.endswith(form) and len(file.data) > 200


def test_a_destroyed_record_leaves_a_count_without_words(county):
    ref = ask(county)
    row = Request.objects.get(ref=ref)
    with load("test.after", by=OPERATOR, now=NOW, payload={}):
        Feedback(request=row, form="at_once", changed="yes", words="Kit came up.").save(force_insert=True)
    change = Destroying(subject_ref=county.refs["kit"], subject_id=row.subject_id or 0, seen=1, merge_refs=())
    with load("test.destroyed", by=OPERATOR, now=NOW, payload={}):
        services.on_destroy(change, Deed(), now=NOW)
    row.refresh_from_db()
    assert (row.subject_id, row.why_now, row.stuck) == (None, "", "")
    assert Feedback.objects.get(request=row).words == ""
    assert page(county, ref).card.number == 1


def test_requests_follow_a_merge_and_go_back_when_the_two_part(county):
    county.add([family(child("lou", "Lou Penhale"))])
    row = Request.objects.get(ref=ask(county))
    change = Joining(kept_ref=county.refs["lou"], merged_ref=county.refs["kit"], merge_ref="m" * 26, is_joined=True)
    for is_joined, about in ((True, "lou"), (False, "kit")):
        with load("test.joined", by=OPERATOR, now=NOW, payload={}):
            services.on_merge(replace(change, is_joined=is_joined), Deed(), now=NOW)
        row.refresh_from_db()
        assert row.subject_id == county.subject_ids[about]
