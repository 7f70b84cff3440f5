"""A relative writes from their page: nothing typed is lost, nothing live comes back, and workers answer in time."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from kith.apps.access import services as access
from kith.apps.access.models import ShareLink
from kith.apps.access.queries import NothingHere
from kith.apps.access.services import LinkClosed, NewSeal, exclude_person, set_seal
from kith.apps.audit.models import AuditRow, AuditSubject
from kith.apps.audit.services import reading
from kith.apps.occasions import queries, services
from kith.apps.occasions.models import Representation, RepresentationAnswer
from kith.apps.occasions.projections import AnswerSaid, RepresentationSaid
from kith.apps.occasions.saying import CannotKeep
from kith.apps.people.models import PersonName
from kith.apps.records.base import StaleVersion
from kith.testing.factories import NOW, Partnership
from kith.web.limits import LIMITS
from tests.trust.relative_pages import publish, told_mum, words_of
from tests.trust.share_links import masked, opened
from tests.trust.share_links import publish as publish_family_copy
from tests.trust.visitor import visitor

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
WORDS = "Nobody asked me.\nI can take her at weekends."
SENT = {"kind": "disagree", "words": WORDS, "reach": "Ring my sister after six"}
ANSWER = AnswerSaid(done="Pru met her, and said sorry.", way="met", answered_on=TODAY, answered_by="Pru")


@pytest.fixture
def mum(county: Partnership) -> Client:
    """Her browser, with the six digits given."""
    return opened(publish(county, told_mum(county)))


def send(browser: Client, **changes: str) -> Any:
    return browser.post(reverse("links:speak"), SENT | changes)


def shown(browser: Client, route: str = "page") -> str:
    return browser.get(reverse(f"links:{route}")).content.decode()


def of_mina() -> Representation:
    """Not what stands there of somebody else since the county was built."""
    return Representation.objects.get(words=WORDS)


def loop(county: Partnership, who: str = "pru") -> Any:
    with reading("test", by=county.actor(who), now=NOW):
        return queries.loop_page(county.actor(who), county.refs["mina"], now=NOW).sent


def answer(county: Partnership, version: int = 1, who: str = "pru", said: AnswerSaid = ANSWER) -> None:
    with reading("test", by=county.actor(who), now=NOW):
        services.answer_representation(
            by=county.actor(who),
            child_ref=county.refs["mina"],
            representation_ref=of_mina().ref,
            said=said,
            expected_version=version,
            now=NOW,
        )


def test_she_reads_back_what_we_got_and_by_when_somebody_answers(county, mum):
    assert reverse("links:speak") in shown(mum)
    form = words_of(shown(mum, "speak"))
    for said in ("I do not agree", "Something is wrong", "I want to complain", "within 10 working days"):
        assert said in form
    assert send(mum).headers["Location"] == reverse("links:spoken")
    got = words_of(shown(mum, "spoken"))
    for said in ("We have it", "I can take her at weekends.", "Ring my sister after six", "What happens next"):
        assert said in got
    assert "by Tuesday 1 December." in got, "five working days from Tuesday 24 November"
    assert "I can take her at weekends." in words_of(shown(mum)), "and on her page, as long as it is open"
    assert [name for name in ("Pru", "Zed", "council") if name in got] == []


@pytest.mark.parametrize(("kind", "day"), [("complain", dt.date(2026, 12, 8)), ("wrong", dt.date(2026, 12, 24))])
def test_the_other_two_are_answered_within_what_the_county_says(county, mum, kind, day):
    send(mum, kind=kind)
    assert of_mina().due_on == day


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"kind": ""}, "Choose one of the three."),
        ({"kind": "praise"}, "Choose one of the three."),
        ({"words": " "}, "Write what you want to say."),
        ({"words": "x" * 4_001}, "limit is 4,000"),
        ({"words": "She was told\u202e so"}, "invisible"),
        ({"reach": "x" * 501}, "limit is 500"),
    ],
)
def test_what_cannot_be_sent_comes_back_with_every_word(county, mum, changes, says):
    before = Representation.objects.count()
    got = send(mum, **changes)
    page = got.content.decode()
    assert got.status_code == 422 and says in page
    for typed in (SENT | changes)["words"], (SENT | changes)["reach"]:
        assert escape(typed) in page
    assert Representation.objects.count() == before


def test_one_press_too_many_keeps_it_once_and_ten_an_hour_are_taken(county, mum):
    for _ in range(2):
        send(mum)
    assert of_mina().kind == "disagree"
    cache.clear()
    for number in range(LIMITS["speaking_up"].most):
        assert send(mum, words=f"And {number}").status_code == 302
    got = send(mum, words="One more thing.")
    assert got.status_code == 429 and "One more thing." in got.content.decode()
    assert not Representation.objects.filter(words="One more thing.").exists()


def test_whoever_looks_and_sends_too_often_loses_no_word_either(mum):
    for _ in range(LIMITS["link_pages"].most):
        shown(mum, "speak")
    got = send(mum)
    assert got.status_code == 429 and escape(WORDS) in got.content.decode()


def seal_mum(county: Partnership) -> None:
    set_seal(
        by=county.actor("zed"), subject_ref=county.refs["mum"], seal=NewSeal(kind="witness", why="She spoke."), now=NOW
    )


def exclude_mum(county: Partnership) -> None:
    """Mina's record is kept from her mother."""
    seal = NewSeal(kind="witness", why="He spoke.", readers=(county.actor("pru").ref,))
    ref = set_seal(by=county.actor("zed"), subject_ref=county.refs["mina"], seal=seal, now=NOW)
    exclude_person(by=county.actor("zed"), seal_ref=ref, person_ref=county.refs["mum"], now=NOW)


def close_it(county: Partnership) -> None:
    access.end_link(by=county.actor("pru"), link_ref=ShareLink.objects.latest("pk").ref, now=NOW)


@pytest.mark.parametrize("end", [seal_mum, exclude_mum, close_it])
def test_once_the_link_has_ended_nothing_is_sent_and_the_page_is_that_of_any_ended_link(county, mum, end):
    never = masked(Client().post(reverse("links:speak"), SENT))
    end(county)
    before = Representation.objects.count()
    got = send(mum)
    assert "This page is closed now" in got.content.decode()
    assert masked(got) == never, "nobody learns whether there was a page"
    assert escape(WORDS) in got.content.decode(), "what she typed she can still copy"
    assert Representation.objects.count() == before
    for route in ("speak", "spoken"):
        assert masked(mum.get(reverse(f"links:{route}"))) == masked(Client().get(reverse("links:page")))


def test_a_visit_that_is_over_and_a_page_of_another_kind_send_nothing(county, mum):
    with time_machine.travel(NOW + dt.timedelta(minutes=16), tick=False):
        assert "This page is closed now" in send(mum).content.decode()
    assert "This page is closed now" in send(opened(publish_family_copy(county))).content.decode()
    with pytest.raises(LinkClosed):
        services.send_representation(secret="nobody's", said=RepresentationSaid(kind="wrong", words="Hello."), now=NOW)
    assert not Representation.objects.filter(words=WORDS).exists()


def test_what_she_sent_stands_on_record_under_her_link(county, mum):
    send(mum)
    row = AuditRow.objects.get(event="occasions.representation.sent")
    assert row.actor == of_mina().link_ref
    assert WORDS not in row.payload, "her words lie under the keys of those whom they are about"
    about = set(AuditSubject.objects.filter(row=row).values_list("subject", flat=True))
    assert about == {county.refs["mina"], county.refs["mum"]}


def test_whoever_keeps_the_ledger_sees_it_with_its_clock_and_on_their_first_page(county, mum):
    send(mum)
    card = loop(county)[0]
    assert (card.name, card.kind, card.words, card.clock.state) == ("Grace Okafor", "disagree", WORDS, "running")
    pru = visitor("pru")
    day = pru.get("/").body.decode()
    assert "Grace Okafor" in day and reverse("occasions:answer", args=[county.refs["mina"], card.ref]) in day
    assert "To be answered by Tuesday 1 December" in day
    with time_machine.travel(NOW + dt.timedelta(days=15), tick=False):
        assert "overdue" in visitor("pru").get("/").body.decode()
    with pytest.raises(NothingHere):
        loop(county, "ned")


def test_a_relative_who_is_sealed_to_a_worker_sent_nothing_there(county, mum):
    send(mum)
    seal_mum(county)
    assert "Grace Okafor" not in [card.name for card in loop(county)]
    assert "To be answered by Tuesday 1 December" not in visitor("pru").get("/").body.decode()
    with pytest.raises(NothingHere):
        answer(county)
    assert loop(county, "zed")[0].words == WORDS


def test_words_with_something_sealed_are_closed_to_whoever_may_not_read_it(county, mum):
    send(mum, words=f"{WORDS} Yaw Mensah hit her.")
    name = PersonName.objects.get(person__subject__ref=county.refs["uncle"], text="Yaw Mensah")
    seal = NewSeal(kind="witness", why="He spoke.", records=(("name", name.ref),))
    set_seal(by=county.actor("zed"), subject_ref=county.refs["uncle"], seal=seal, now=NOW)
    assert [card.words for card in loop(county) if card.name == "Grace Okafor"] == [""]
    assert "Yaw Mensah" in loop(county, "zed")[0].words


def test_an_answer_is_corrected_and_none_is_lost_and_her_page_tells_nothing_of_it(county, mum):
    send(mum)
    before = words_of(shown(mum)), words_of(shown(mum, "spoken"))
    answer(county)
    with pytest.raises(StaleVersion, match="your words are kept below"):
        answer(county, who="zed")
    answer(county, 2, "zed", AnswerSaid(done="We took it off.", way="phone", answered_on=TODAY, answered_by="Zed"))
    card = next(card for card in loop(county) if card.name == "Grace Okafor")
    assert [one.done for one in card.answers] == ["We took it off.", "Pru met her, and said sorry."]
    assert card.clock.state == "met"
    assert RepresentationAnswer.objects.filter(representation=of_mina()).count() == 2
    assert "To be answered by Tuesday 1 December" not in visitor("pru").get("/").body.decode()
    assert (words_of(shown(mum)), words_of(shown(mum, "spoken"))) == before


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"done": " "}, "Say what was done"),
        ({"way": "owl"}, "how they were told"),
        ({"answered_on": TODAY + dt.timedelta(days=1)}, "yet to come"),
        ({"answered_on": TODAY - dt.timedelta(days=1)}, "before that"),
        ({"answered_by": ""}, "who told them"),
    ],
)
def test_half_an_answer_is_none(county, mum, changes, says):
    send(mum)
    with pytest.raises(CannotKeep, match=says):
        answer(county, said=replace(ANSWER, **changes))
    assert not of_mina().answered_on


def test_whoever_answers_second_sees_what_stands_and_keeps_their_words(county, mum):
    send(mum)
    where = reverse("occasions:answer", args=[county.refs["mina"], of_mina().ref])
    told = {"way": "met", "answered_on": "24 November 2026", "answered_by": "Pru", "version": "1"}
    assert visitor("pru").post(where, done="We met her.", **told).status == 302
    second = visitor("zed").post(where, done="I rang her.", **told)
    page = second.body.decode()
    assert second.status == 422
    assert "We met her." in page and "I rang her." in page and "your words are kept below" in page
