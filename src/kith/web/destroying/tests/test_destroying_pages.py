"""Proposing that a record is destroyed, and agreeing to it, walked through as people would."""

import pytest
import time_machine
from django.http import HttpResponse
from django.urls import reverse

from kith.apps.access.models import Proposal
from kith.apps.people import services
from kith.apps.people.models import Person
from kith.testing.browsers import signed_in
from kith.testing.factories import NOW, Partnership, agency, child, family, partnership, person, worker

pytestmark = pytest.mark.django_db
SAID = {"ground": "entered_wrongly", "why": "Somebody of the same street was meant.", "version": "1"}
HOSTILE = "<script>kithxss()</script>"


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def town() -> Partnership:
    made = partnership(
        agencies=[agency("council", "east"), agency("school")],
        workers=[
            worker("pru", teams=["east"]),
            worker("max", "manager"),
            worker("tess", agency="school"),
            worker("dot", "data_protection_lead"),
        ],
    )
    made.add([family(child("mina", "Mina Okafor"), person("grace", "Grace Okafor"), person("nan", "Esi Okafor"))])
    made.involve("mina", "east")
    return made


def page_of(town: Partnership, about: str = "nan", route: str = "destroying:propose") -> str:
    return reverse(route, args=[town.refs["mina"], town.refs[about]])


def text_of(response: HttpResponse) -> str:
    return response.content.decode()


def test_two_people_destroy_a_record_and_it_is_not_there_any_more(town):
    pru, max_ = signed_in("pru"), signed_in("max")
    person_page = page_of(town, route="children:person")
    assert "should never have been kept" in text_of(pru.get(person_page))
    assert "cannot be undone" in text_of(pru.get(page_of(town)))
    answer = pru.post(page_of(town), SAID, follow=True)
    assert "It waits for a second person" in text_of(answer) and "Esi" in text_of(answer)
    decide = reverse("sealing:decide", args=[Proposal.objects.get().ref])
    assert decide in text_of(max_.get(reverse("sealing:queue")))
    shown = text_of(max_.get(decide))
    assert "Esi Okafor" in shown and "by mistake" in shown and SAID["why"] in shown and "cannot be undone" in shown
    assert "What goes" in shown and "legal name" in shown  # nobody agrees unread
    assert "What goes" not in text_of(pru.get(decide)) and "You proposed this" in text_of(pru.get(decide))
    assert "Destroyed." in text_of(max_.post(decide, {"answer": "yes", "why": ""}, follow=True))
    assert not Person.objects.filter(subject__ref=town.refs["nan"]).exists()
    absent = pru.get(page_of(town).replace(town.refs["nan"], "0" * 26))
    for url in (person_page, page_of(town)):
        assert (pru.get(url).status_code, pru.get(url).content) == (404, absent.content)
    assert max_.get(decide).content == absent.content
    assert "Esi" not in text_of(pru.get(reverse("children:child", args=[town.refs["mina"]])))
    told = text_of(signed_in("dot").get(reverse("oversight:destroyed")))
    assert "by mistake" in told and SAID["why"] in told and "Pru Worker" in told and "Max Worker" in told
    assert not any(word in told for word in ("Esi", "Okafor", *town.refs.values()))  # nothing of the record itself
    assert "agreed to" in text_of(pru.get(reverse("sealing:queue")))


def test_somebody_taken_out_can_be_destroyed_as_well(town):
    services.withdraw_person(
        by=town.actor("pru"), person_ref=town.refs["nan"], why="A mistake", expected_version=1, now=NOW
    )
    pru = signed_in("pru")
    assert page_of(town) in text_of(pru.get(page_of(town, route="children:person")))
    assert pru.get(page_of(town)).status_code == 200


def test_it_is_neither_offered_nor_there_for_others(town):
    for who in ("max", "tess"):
        assert signed_in(who).get(page_of(town)).status_code == 404
    assert page_of(town) not in text_of(signed_in("max").get(page_of(town, route="children:person")))
    pru = signed_in("pru")
    assert page_of(town, "mina") not in text_of(pru.get(page_of(town, "mina", "children:person")))


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"why": " "}, "has no answer yet"),
        ({"ground": ""}, "has no answer yet"),
        ({"ground": "because"}, "On what ground?"),
        ({"why": "Esi was meant."}, "without their name"),
        ({"version": "x"}, ""),
    ],
)
def test_what_cannot_be_proposed_is_said_and_no_word_is_lost(town, said, says):
    answer = signed_in("pru").post(page_of(town), SAID | said)
    assert answer.status_code == 422 and says in text_of(answer)
    assert (SAID | said)["why"] in text_of(answer)
    assert not Proposal.objects.exists()


def test_a_child_with_workers_of_their_own_stays(town):
    answer = signed_in("pru").post(page_of(town, "mina"), SAID)
    assert answer.status_code == 422 and "case is closed first" in text_of(answer)


def test_a_hostile_reason_is_only_words(town):
    signed_in("pru").post(page_of(town), SAID | {"why": HOSTILE})
    max_, decide = signed_in("max"), reverse("sealing:decide", args=[Proposal.objects.get().ref])
    for url in (decide, reverse("sealing:queue")):
        page = text_of(max_.get(url))
        assert HOSTILE not in page and "&lt;script&gt;" in page
    assert text_of(max_.post(decide, {"answer": "no", "why": HOSTILE}, follow=True)).count(HOSTILE) == 0
    assert HOSTILE not in text_of(signed_in("pru").get(reverse("sealing:queue")))


def test_what_stands_in_the_way_is_said_to_the_second_person(town):
    signed_in("pru").post(page_of(town), SAID)
    town.involve("nan", "tess")
    answer = signed_in("max").post(reverse("sealing:decide", args=[Proposal.objects.get().ref]), {"answer": "yes"})
    assert answer.status_code == 422 and "case is closed first" in text_of(answer)
    assert Person.objects.filter(subject__ref=town.refs["nan"]).exists()
