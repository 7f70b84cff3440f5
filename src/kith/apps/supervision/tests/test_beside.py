"""What stands beside a meeting: receipts, drafts, people from outside, watching, peers, support, and what waits."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.core import mail
from django.core.mail.backends import locmem
from django.db import connection

from kith.apps.access.queries import NothingHere
from kith.apps.agencies.projections import Schedule
from kith.apps.audit.services import reading
from kith.apps.drafts.models import Draft
from kith.apps.outbox.services import CannotSend
from kith.apps.supervision import models, queries, services
from kith.apps.supervision.models import Answered, Feedback, Observation, Request
from kith.apps.supervision.services import CannotSupervise, answering
from kith.apps.supervision.tests.making import (
    ASKED,
    agreed,
    ask,
    ask_pair,
    comes,
    county_with_a_pool,
    decide,
    happened,
    invite,
    meeting,
    own,
    page,
)
from kith.apps.supervision.vocabulary import points
from kith.testing.factories import NOW, TODAY, Partnership, rolled_back

pytestmark = pytest.mark.django_db
FAR = ["sue", "ray", "dana", "anaya"]


@pytest.fixture
def county() -> Iterator[Partnership]:
    with rolled_back():
        yield county_with_a_pool()


def place_of(county: Partnership, who: str) -> str:
    return str(models.Facilitator.objects.get(user_id=county.actor(who).id).ref)


def held(county: Partnership) -> str:
    """A meeting to which Ray came as well."""
    named = replace(ASKED, network=(county.actor("ray").ref,))
    ref = ask(county, said=named)
    decide(county, ref)
    ask_pair(county, ref, ("dana", "anaya"))
    for who in ("dana", "anaya"):
        lead = own(county, who).leads[0]
        services.answer_lead(by=county.actor(who), lead_ref=lead.ref, answer="yes", now=NOW)
    happened(county, ref, FAR)
    return ref


# --- receipt and drafts -----------------------------------------------------------------------------------------


def test_whoever_asked_has_a_receipt_that_says_by_when_and_names_nobody(county):
    ref = ask(county)
    with reading("test", by=county.actor("sue"), now=NOW):
        found = queries.receipt(county.actor("sue"), ref, now=NOW)
    assert (found.number, found.of_days, found.state) == (1, 5, "waits for triage")
    assert (found.due_on - TODAY).days >= 5 and "Brook" not in repr(found)
    for who in ("ray", "bea"):
        with pytest.raises(NothingHere), reading("test", by=county.actor(who), now=NOW):
            queries.receipt(county.actor(who), ref, now=NOW)


def keep(county: Partnership, who: str, form: str, words: str, about: str = "", request_ref: str = "") -> None:
    child_ref = county.refs[about] if about else ""
    services.keep_words(
        by=county.actor(who), form=form, words=words, child_ref=child_ref, request_ref=request_ref, now=NOW
    )


def test_words_that_were_not_sent_wait_for_their_writer_alone_and_end_when_they_are_sent(county):
    keep(county, "sue", queries.ASK, "stuck=One", about="kit")
    keep(county, "sue", queries.ASK, "stuck=Two")
    with reading("test", by=county.actor("sue"), now=NOW):
        drafts = [queries.ask_form(county.actor("sue"), about, now=NOW).draft for about in (county.refs["kit"], "")]
    assert [one.words for one in drafts if one] == ["stuck=One", "stuck=Two"]
    ref = ask(county)
    assert [row.subject for row in Draft.objects.all()] == [None]
    keep(county, "bea", queries.TRIAGE, "words=Thursday", request_ref=ref)
    assert page(county, ref).draft.words == "words=Thursday" and page(county, ref, "bob").draft is None
    decide(county, ref)
    assert page(county, ref).draft is None
    with pytest.raises(NothingHere):
        keep(county, "sue", queries.TRIAGE, "words=Mine", request_ref=ref)
    with pytest.raises(NothingHere):
        keep(county, "dana", queries.ASK, "stuck=Kit", about="kit")
    with pytest.raises(NothingHere):
        keep(county, "bea", queries.TRIAGE, "words=Long", request_ref="x" * 200)


def test_a_draft_of_answers_is_gone_once_they_are_given(county):
    ref = held(county)
    keep(county, "ray", "at_once", "words=Rank", request_ref=ref)
    assert Draft.objects.count() == 1
    give(county, ref, "ray")
    assert Draft.objects.count() == 0


# --- answers without an order -----------------------------------------------------------------------------------


def give(county: Partnership, ref: str, who: str, words: str = "") -> None:
    services.give_feedback(by=county.actor(who), request_ref=ref, form="at_once", changed="yes", words=words, now=NOW)


def test_no_row_tells_by_its_place_its_key_or_its_age_whose_answer_it_is(county, monkeypatch):
    """As the database itself gives rows back, without being asked for an order."""
    numbers = iter(range(1_000, 0, -1))
    monkeypatch.setattr(answering, "lot", lambda: next(numbers))  # the newest key is the least of all
    ref = held(county)
    for who in FAR:
        give(county, ref, who, who)
    with connection.cursor() as cursor:
        cursor.execute("SELECT words, id FROM supervision_feedback")
        rows = cursor.fetchall()
    assert [words for words, _ in rows] != FAR and sorted(words for words, _ in rows) == sorted(FAR)
    assert [key for _, key in rows] == sorted(key for _, key in rows)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(DISTINCT xmin::text) FROM supervision_feedback")
            assert cursor.fetchone() == (1,), "all were written by the last deed, so none is older"


def test_keys_of_answers_are_drawn_and_not_counted():
    drawn = [answering.lot() for _ in range(20)]
    assert len(set(drawn)) == 20 and drawn != sorted(drawn) and max(drawn) > 2**50


def test_an_answer_and_who_has_answered_share_nothing_but_the_meeting():
    names = {model: {field.name for field in model._meta.get_fields()} for model in (Feedback, Answered)}
    assert names[Feedback] == {"id", "ref", "request", "form", "changed", "words", "judged"}
    assert names[Answered] == {"id", "request", "user", "form"}


def test_an_answer_that_was_judged_stays_judged_while_others_come(county):
    ref = held(county)
    give(county, ref, "sue", "I, the only midwife, cried.")
    one = Feedback.objects.get()
    services.judge_words(by=county.actor("bea"), feedback_ref=one.ref, is_shown=False, now=NOW)
    give(county, ref, "ray", "It slowed us down.")
    assert sorted((row.judged, row.words) for row in Feedback.objects.all()) == [
        ("", "It slowed us down."),
        ("held", ""),
    ]


def test_those_who_did_not_come_are_not_asked(county):
    ref = agreed(county)
    happened(county, ref, ["dana", "anaya"])
    assert meeting(county, ref, "sue").asked_now == ()
    with pytest.raises(CannotSupervise, match="Those who came"):
        give(county, ref, "sue")


# --- people from outside the network ----------------------------------------------------------------------------


def test_somebody_outside_is_asked_without_the_childs_name_and_is_in_the_network_once_they_say_yes(county):
    ref = ask(county, said=replace(ASKED, outside="The nurse of the clinic in Fenside."))
    assert page(county, ref).card.outside == "The nurse of the clinic in Fenside."
    with pytest.raises(CannotSupervise, match="goes ahead"):
        invite(county, ref, "ray")
    decide(county, ref)
    invite(county, ref, "ray")
    asked = own(county, "ray").to_come[0]
    assert (asked.age, asked.locality) == ("14 to 17", "Fenside")
    assert not [word for word in ("Brook", "worried", "Three agencies") if word in repr(own(county, "ray"))]
    with pytest.raises(NothingHere):
        meeting(county, ref, "ray")
    with pytest.raises(CannotSupervise, match="asked already"):
        invite(county, ref, "ray")
    comes(county, "ray")
    assert meeting(county, ref, "ray").number == 1 and not own(county, "ray").to_come
    assert page(county, ref).invited == (("Ray Worker, School", "comes"),)


def test_who_cannot_come_learns_no_more_and_nobody_else_can_answer_for_them(county):
    ref = ask(county)
    decide(county, ref)
    invite(county, ref, "ray")
    invitation = own(county, "ray").to_come[0].ref
    with pytest.raises(NothingHere):
        services.answer_invitation(by=county.actor("tom"), invitation_ref=invitation, answer="yes", now=NOW)
    comes(county, "ray", "no")
    with pytest.raises(NothingHere):
        meeting(county, ref, "ray")
    with pytest.raises(CannotSupervise, match="can take part"):
        invite(county, ref, "ana")


def test_a_facilitator_who_becomes_tied_by_somebody_who_joins_is_told_to_whoever_triages(county):
    """The chief joins, who manages Dana."""
    ref = agreed(county)
    invite(county, ref, "ray")
    comes(county, "ray")
    assert page(county, ref).tied == ()
    invite(county, ref, "chief")
    comes(county, "chief")
    assert page(county, ref).tied == ("Dana Worker",)


# --- watching, and how requests were handled --------------------------------------------------------------------

SEEN = dict.fromkeys(points(), "yes")


def observe(county: Partnership, ref: str, who: str = "bea", **changes: str) -> None:
    services.note_observed(
        by=county.actor(who),
        request_ref=ref,
        seen={**SEEN, **changes},
        strengths="They asked whoever was quiet.",
        to_try="A break.",
        now=NOW,
    )


def test_what_somebody_saw_who_watched_is_read_by_those_who_led_and_by_nobody_else(county):
    ref = agreed(county)
    with pytest.raises(NothingHere):
        observe(county, ref)
    happened(county, ref, ["sue", "dana", "anaya"])
    observe(county, ref, power="partly")
    seen = meeting(county, ref, "dana").observed[0]
    assert (seen.to_try, dict(seen.seen)["Power in the room was named where it was felt"]) == ("A break.", "Partly")
    assert seen.by_whom == "Bea Worker, Council"
    assert meeting(county, ref, "sue").observed == ()
    assert Observation.objects.get().version == "2026-11"
    with pytest.raises(CannotSupervise, match="already"):
        observe(county, ref)
    with pytest.raises(NothingHere):
        observe(county, ref, "sue")


def test_every_line_of_what_good_looks_like_wants_an_answer(county):
    ref = agreed(county)
    happened(county, ref, ["sue", "dana", "anaya"])
    for changes in ({"power": "perhaps"}, {"weather": "yes"}):
        with pytest.raises(CannotSupervise, match="each line"):
            observe(county, ref, **changes)


def test_how_requests_were_handled_is_read_from_the_register_without_a_name(county):
    first, second = agreed(county), ask(county, said=replace(ASKED, consent="not_yet"))
    happened(county, first, ["sue", "dana", "anaya"])
    observe(county, first)
    with reading("test", by=county.actor("bea"), now=NOW):
        cards = {one.ref: one for one in queries.handled_page(county.actor("bea"), now=NOW)}
    one, other = cards[first], cards[second]
    assert (one.days, one.consent_is_written, one.independent, one.two_agencies) == (0, True, 2, True)
    assert one.is_observed and not one.may_observe
    assert (other.days, other.consent_is_written, other.independent) == (None, False, None)
    assert "Brook" not in repr(cards) and "Sue" not in repr(cards) and "agencies pull" not in repr(cards)
    with pytest.raises(NothingHere), reading("test", by=county.actor("sue"), now=NOW):
        queries.handled_page(county.actor("sue"), now=NOW)


def test_the_evaluation_holds_both_as_totals_and_hides_small_counts(county):
    ref = agreed(county)
    happened(county, ref, ["sue", "dana", "anaya"])
    observe(county, ref)
    services.note_network_meeting(
        by=county.actor("bea"), on_day=TODAY, came=[place_of(county, who) for who in ("dana", "tom")], now=NOW
    )
    until = TODAY + dt.timedelta(days=1)
    with reading("test", by=county.actor("ana"), now=NOW):
        found = queries.evaluation(county.actor("ana"), since=TODAY, until=until, now=NOW).handled
        file = queries.evaluation_file(county.actor("ana"), "csv", since=TODAY, until=until, now=NOW)
    assert (found.triaged, found.in_time, found.independent, found.two_agencies, found.observed) == (1, 1, 1, 1, 1)
    assert (found.network_meetings, found.came_to_network) == (1, 2)
    assert found.seen == ()
    assert b"Meetings that somebody watched" in file.data and b"was quiet" not in file.data


def test_what_was_seen_is_counted_from_five_meetings_on(county):
    for number in range(5):
        ref = agreed(county)
        happened(county, ref, ["sue", "dana", "anaya"])
        observe(county, ref, power="partly")
        with reading("test", by=county.actor("ana"), now=NOW):
            found = queries.evaluation(county.actor("ana"), since=TODAY, until=TODAY + dt.timedelta(days=1), now=NOW)
        assert bool(found.handled.seen) == (number == 4)
    shown = {one.says: one.shown for one in found.handled.seen}
    assert set(shown.values()) == {"0", "not shown"} and len(shown) == len(points())


# --- those who lead, for themselves -----------------------------------------------------------------------------


def test_network_meetings_count_for_those_who_came(county):
    came = [place_of(county, who) for who in ("dana", "tom")]
    services.note_network_meeting(by=county.actor("bea"), on_day=TODAY, came=came, now=NOW)
    with reading("test", by=county.actor("bea"), now=NOW):
        cards, _ = queries.pool_page(county.actor("bea"), now=NOW)
        met = queries.network_meetings(county.actor("bea"), now=NOW)
    assert {card.name.split()[0]: card.networks for card in cards} == {"Anaya": 0, "Dana": 1, "Nia": 0, "Tom": 1}
    assert met[0].came == ("Dana Worker", "Tom Worker")
    for wrong, says in (((), "in the pool"), (("0" * 26,), "in the pool")):
        with pytest.raises(CannotSupervise, match=says):
            services.note_network_meeting(by=county.actor("bea"), on_day=TODAY, came=wrong, now=NOW)
    with pytest.raises(CannotSupervise, match="lies ahead"):
        services.note_network_meeting(by=county.actor("bea"), on_day=TODAY + dt.timedelta(days=1), came=came, now=NOW)
    with pytest.raises(NothingHere):
        services.note_network_meeting(by=county.actor("dana"), on_day=TODAY, came=came, now=NOW)


def test_thinking_with_a_peer_is_seen_by_those_who_took_part_and_how_it_was_by_each_alone(county):
    by = county.actor("dana")
    services.note_peer_talk(by=by, on_day=TODAY, with_whom=[place_of(county, "nia")], how="helped", now=NOW)
    mine, theirs = own(county, "dana").talks[0], own(county, "nia").talks[0]
    assert (mine.with_whom, mine.how) == (("Nia Worker",), "It helped")
    assert (theirs.with_whom, theirs.how) == (("Dana Worker",), "")
    services.say_how_it_was(by=county.actor("nia"), talk_ref=theirs.ref, how="not_this_time", now=NOW)
    assert (own(county, "nia").talks[0].how, own(county, "dana").talks[0].how) == ("Not this time", "It helped")
    assert own(county, "tom").talks == ()
    with pytest.raises(NothingHere):
        services.say_how_it_was(by=county.actor("tom"), talk_ref=theirs.ref, how="helped", now=NOW)
    with pytest.raises(NothingHere):
        services.note_peer_talk(by=county.actor("sue"), on_day=TODAY, with_whom=[place_of(county, "nia")], now=NOW)


def test_a_manager_offers_a_debrief_to_their_own_people_and_each_sees_only_their_own(county):
    boss = county.actor("boss")
    services.offer_support_at_work(by=boss, worker_ref=county.actor("sue").ref, kind="debrief", on_day=TODAY, now=NOW)
    offered = own(county, "sue").support[0]
    assert offered.waits and offered.offered_by == "Boss Worker, Council"
    services.answer_support(by=county.actor("sue"), support_ref=offered.ref, answer="not_now", now=NOW)
    with reading("test", by=boss, now=NOW):
        assert [one.says for one in queries.support_page(boss, now=NOW)] == ["Not now"]
        assert queries.who_can_be_supported(boss, "worker", now=NOW) == (
            (county.actor("sue").ref, "Sue Worker, Council, Practitioner"),
        )
    with reading("test", by=county.actor("bea"), now=NOW):
        assert queries.support_page(county.actor("bea"), now=NOW) == ()
    with pytest.raises(CannotSupervise, match="own agency"):
        services.offer_support_at_work(by=boss, worker_ref=county.actor("ray").ref, kind="debrief", now=NOW)
    with pytest.raises(NothingHere):
        services.offer_support_at_work(
            by=county.actor("sue"), worker_ref=county.actor("boss").ref, kind="alone", now=NOW
        )


# --- what waits, and mail ---------------------------------------------------------------------------------------


@pytest.fixture
def by_mail(settings) -> None:
    settings.DEFAULT_FROM_EMAIL = "kith@eastmarch.example"


def remind(now: dt.datetime = NOW) -> list[str]:
    """Whom it reaches, by the first part of their address."""
    before = len(mail.outbox)
    services.remind(by=Schedule(), now=now)
    return sorted(message.to[0].split("@")[0].split(".")[0] for message in mail.outbox[before:])


def test_without_a_mail_server_nobody_is_told_and_it_says_so(county, settings):
    settings.DEFAULT_FROM_EMAIL = ""
    ask_pair_of(county)
    assert services.remind(by=Schedule(), now=NOW) is None and mail.outbox == []
    assert [one.waits for one in own(county, "dana").leads] == [True]


def ask_pair_of(county: Partnership) -> str:
    ref = ask(county)
    decide(county, ref)
    ask_pair(county, ref, ("dana", "anaya"))
    return ref


def test_who_is_asked_is_told_once_and_again_after_a_week(county, by_mail):
    ask_pair_of(county)
    assert len(remind()) == 2
    assert remind(NOW + dt.timedelta(hours=1)) == []
    assert len(remind(NOW + dt.timedelta(days=8))) == 2
    lead = own(county, "dana").leads[0]
    services.answer_lead(by=county.actor("dana"), lead_ref=lead.ref, answer="yes", now=NOW)
    assert len(remind(NOW + dt.timedelta(days=16))) == 1


def test_no_mail_says_what_waits_for_whom_or_about_whom(county, by_mail):
    ask_pair_of(county)
    remind()
    for message in mail.outbox:
        said = message.message().as_string()
        assert "Something waits for you in Kith" in said and len(message.to) == 1 and not message.cc + message.bcc
        for word in ("Kit", "Brook", "Worker", "stuck", "Fenside", "14 to 17", "http", "lead:"):
            assert word not in said.replace("Kith", "")
    assert len({message.body for message in mail.outbox}) == 1 == len({message.subject for message in mail.outbox})


def test_the_triage_clock_a_poll_an_invitation_an_offer_and_both_forms_are_told(county, by_mail):
    ask(county)
    assert remind() == []
    late = NOW + dt.timedelta(days=7)
    assert len(remind(late)) == 2, "both of the business unit"
    ref = agreed(county)
    services.offer_days(by=county.actor("dana"), request_ref=ref, days=[late.date() + dt.timedelta(days=5)], now=NOW)
    assert len(remind(late)) == 3
    day = meeting(county, ref, "sue").days[0]
    for who, days in (("sue", [day.ref]), ("dana", []), ("anaya", [])):
        services.answer_days(by=county.actor(who), request_ref=ref, day_refs=days, now=NOW)
    assert own(county, "dana").polls == () and remind(late + dt.timedelta(days=8))
    happened(county, ref, ["sue", "dana", "anaya"])
    assert queries.waits_in_supervision(county.actor("sue"), now=NOW)
    give(county, ref, "sue")
    assert not queries.waits_in_supervision(county.actor("sue"), now=NOW)
    assert queries.waits_in_supervision(county.actor("sue"), now=NOW + dt.timedelta(weeks=7))
    assert not queries.waits_in_supervision(county.actor("sue"), now=NOW + dt.timedelta(weeks=14))


def test_nobody_is_told_on_a_day_off(county, by_mail):
    ask_pair_of(county)
    sunday = NOW + dt.timedelta(days=(6 - NOW.weekday()) % 7)
    assert remind(sunday) == []


def test_a_server_that_gives_up_is_told_and_the_others_are_tried_again(county, by_mail, monkeypatch):
    ask_pair_of(county)
    with monkeypatch.context() as broken:
        broken.setattr(locmem.EmailBackend, "send_messages", lambda *_: (_ for _ in ()).throw(OSError("dana@police")))
        with pytest.raises(CannotSend) as problem:
            services.remind(by=Schedule(), now=NOW)
    assert "dana" not in str(problem.value.message) and len(remind()) == 2


def test_a_withdrawal_the_night_before_waits_for_the_business_unit(county, by_mail):
    ref = agreed(county)
    remind()
    lead = next(one for one in own(county, "anaya").leads if one.may_withdraw)
    services.withdraw_lead(by=county.actor("anaya"), lead_ref=lead.ref, now=NOW)
    assert len(remind()) == 2 and Request.objects.get(ref=ref).happened_on is None
