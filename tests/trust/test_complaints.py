"""A relative complains: a manager who never worked with the child reads it and answers; nobody else learns of it."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from kith.apps.access.queries import NothingHere
from kith.apps.audit.services import reading
from kith.apps.occasions import queries, services
from kith.apps.occasions.models import Representation, RepresentationAnswer
from kith.apps.occasions.projections import AnswerSaid
from kith.testing.factories import NOW, TODAY, Partnership
from tests.trust.relative_pages import publish, told_mum, words_of
from tests.trust.share_links import opened
from tests.trust.visitor import visitor

pytestmark = pytest.mark.django_db
WORDS = "Heronquill shouted at me."
SENT = {"kind": "complain", "words": WORDS, "reach": "Ring me on Starfallow"}
CANARIES = ("Heronquill", "Starfallow")
ANSWER = AnswerSaid(done="We met her.", way="met", answered_on=TODAY, answered_by="Max")
WORKERS = ("pru", "zed", "fay", "ira", "quin", "sam", "kim", "ned", "dot", "tess")
"""Those on Mina's team, whoever reads the county by their role, and managers elsewhere."""


@pytest.fixture
def mum(county: Partnership) -> Client:
    return opened(publish(county, told_mum(county)))


def complain(browser: Client) -> str:
    browser.post(reverse("links:speak"), SENT)
    return str(Representation.objects.get(words=WORDS).ref)


def pages(county: Partnership, who: str, ref: str) -> list[tuple[int, bytes]]:
    """What somebody reads of Mina, and the first page; and what stands at the address of one who is to answer."""
    mina, reader = county.refs["mina"], visitor(who)
    routes = ("children:child", "children:picture", "contacts:path", "occasions:loop", "seeing:why", "voices:page")
    found = [reader.get(reverse(route, args=[mina])) for route in routes]
    found += [reader.get("/"), reader.get(reverse("occasions:answer", args=[mina, ref]))]
    return [(answer.status, answer.body) for answer in found]


def loop(county: Partnership, who: str) -> Any:
    with reading("test", by=county.actor(who), now=NOW):
        return queries.loop_page(county.actor(who), county.refs["mina"], now=NOW).sent


def answer(county: Partnership, who: str, ref: str) -> None:
    with reading("test", by=county.actor(who), now=NOW):
        services.answer_representation(
            by=county.actor(who),
            child_ref=county.refs["mina"],
            representation_ref=ref,
            said=ANSWER,
            expected_version=1,
            now=NOW,
        )


@pytest.mark.parametrize("who", WORKERS)
def test_for_everybody_else_the_county_is_as_if_nobody_had_complained(county, mum, who):
    nobodys = "0" * 26
    before = pages(county, who, nobodys)
    ref = complain(mum)
    assert [body.replace(ref.encode(), nobodys.encode()) for _, body in pages(county, who, ref)] == [
        body for _, body in before
    ]
    with time_machine.travel(NOW + dt.timedelta(days=20), tick=False):
        late = b"".join(body for _, body in pages(county, who, ref))
    assert [word for word in CANARIES if word.encode() in late] == []


def test_a_manager_of_the_agency_whose_page_it_was_reads_and_answers_it(county, mum):
    ref = complain(mum)
    card = next(card for card in loop(county, "max") if card.kind == "complain")
    assert (card.words, card.clock.state, card.may_answer) == (WORDS, "running", True)
    max_ = visitor("max")
    day = words_of(max_.get("/").body.decode())
    assert "Grace Okafor complains" in day and "To be answered by Tuesday 8 December" in day
    where = reverse("occasions:answer", args=[county.refs["mina"], ref])
    assert WORDS in words_of(max_.get(where).body.decode())
    told = {"way": "met", "answered_on": "24 November 2026", "answered_by": "Max", "version": "1"}
    assert max_.post(where, done="We met her.", **told).status == 302
    assert RepresentationAnswer.objects.get(representation__ref=ref).done == "We met her."
    assert "Grace Okafor complains" not in words_of(visitor("max").get("/").body.decode())


@pytest.mark.parametrize("who", ["pru", "zed", "kim", "fay"])
def test_nobody_else_answers_it(county, mum, who):
    ref = complain(mum)
    with pytest.raises(NothingHere):
        answer(county, who, ref)
    assert not RepresentationAnswer.objects.filter(representation__ref=ref).exists()


def test_a_manager_who_worked_with_the_child_neither_reads_nor_answers(county, mum):
    county.involve("mina", "max", until=TODAY - dt.timedelta(days=90))
    ref = complain(mum)
    assert "complain" not in [card.kind for card in loop(county, "max")]
    assert "complains" not in words_of(visitor("max").get("/").body.decode())
    with pytest.raises(NothingHere):
        answer(county, "max", ref)


def test_what_is_no_complaint_stays_with_whoever_keeps_the_ledger(county, mum):
    complain(mum)
    mum.post(reverse("links:speak"), SENT | {"kind": "wrong", "words": "I was there."})
    kinds = {card.kind for card in loop(county, "pru")}
    assert "wrong" in kinds and "complain" not in kinds
    may_answer = {card.words: card.may_answer for card in loop(county, "max")}
    assert (may_answer[WORDS], may_answer["I was there."]) == (True, False), "he may read the ledger, and not keep it"


def test_she_reads_her_own_words_and_who_reads_them(county, mum):
    complain(mum)
    got = words_of(mum.get(reverse("links:spoken")).content.decode())
    assert WORDS in got
    assert "Somebody in charge reads your words." in got and "A worker reads your words." not in got
    mum.post(reverse("links:speak"), SENT | {"kind": "wrong", "words": "I was there."})
    got = words_of(mum.get(reverse("links:spoken")).content.decode())
    assert "A worker reads your words." in got
