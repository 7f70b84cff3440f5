"""The pages about two records of one person, walked through as people would."""

import re

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from kith.apps.access.models import Merge, Proposal
from kith.apps.agencies.models import User
from kith.apps.audit.models import AuditRow
from kith.apps.people import services
from kith.engines.drawing import network as net
from kith.testing.factories import NOW, Partnership, agency, child, email_of, family, partnership, person, worker

pytestmark = pytest.mark.django_db
WHY = "The same birth certificate."


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def town() -> Partnership:
    made = partnership(
        agencies=[agency("council", "east", "west"), agency("school")],
        workers=[
            worker("pru", teams=["east"]),
            worker("tom", teams=["east"]),
            worker("wes", teams=["west"]),
            worker("max", "manager"),
            worker("tess", agency="school"),
        ],
    )
    mina = family(child("mina", "Mina Okafor"), person("grace", "Grace Okafor"), person("dad", "Kwame Okafor"))
    lou = family(child("lou", "Lou Penhale"), person("gracie", "Gracie Mensah", sex="F"))
    rae = family(child("rae", "Rae Minoka"), person("nan", "Nan Minoka"))
    made.add([mina, lou, rae])
    for about in ("mina", "lou"):
        made.involve(about, "east")
    made.involve("rae", "west")
    return made


class Walker:
    """A signed-in worker, and the town's refs."""

    def __init__(self, town: Partnership, who: str) -> None:
        self.client, self.refs = Client(), town.refs
        self.client.force_login(User.objects.get(email=email_of(who)))

    def url(self, route: str, about: str, whom: str, *more: str) -> str:
        refs = [self.refs[about], self.refs[whom], *(self.refs.get(one, one) for one in more)]
        return reverse(route, args=refs)

    def ask(self, url: str) -> tuple[int, str]:
        return self._read(self.client.get(url))

    def get(self, route: str, *names: str) -> tuple[int, str]:
        return self.ask(self.url(route, *names))

    def say(self, *names: str, **said: object) -> tuple[int, str]:
        """Send the form of two records as the page gave it."""
        sent = {"why": WHY, "version": "1", "other_version": "1"}
        return self._read(self.client.post(self.url("merging:say", *names), sent | said, follow=True))

    def post(self, route: str, *names: str, **said: object) -> tuple[int, str]:
        return self._read(self.client.post(self.url(route, *names), said, follow=True))

    @staticmethod
    def _read(response) -> tuple[int, str]:
        text = re.sub(r"<[^>]+>", " ", response.content.decode())
        return response.status_code, re.sub(r"\s+", " ", text.replace("&nbsp;", " ").replace("&#39;", "’"))


def test_the_other_record_is_chosen_in_the_family_or_in_another_childs(town):
    pru = Walker(town, "pru")
    assert "the same person as somebody else" in pru.get("children:person", "mina", "grace")[1]
    _, page = pru.get("merging:choose", "mina", "grace")
    assert "Kwame Okafor" in page and "Gracie" not in page and "Lou Penhale" in page
    url = pru.url("merging:choose", "mina", "grace")
    assert "Gracie Mensah" in pru.ask(f"{url}?family={pru.refs['lou']}")[1]
    assert "Lou Penhale" in pru.post("merging:choose", "mina", "grace", find="penhale")[1]


def test_whoever_is_not_for_you_is_not_offered_and_not_there(town):
    pru = Walker(town, "pru")
    _, page = pru.post("merging:choose", "mina", "grace", find="rae")
    assert "No child of that name" in page
    absent = pru.ask(pru.url("merging:say", "mina", "grace", "0" * 26))
    assert absent[0] == 404
    for other in ("nan", "rae", "grace"):
        assert pru.get("merging:say", "mina", "grace", other) == absent
        assert pru.say("mina", "grace", other) == absent
    assert pru.ask(f"{pru.url('merging:choose', 'mina', 'grace')}?family={pru.refs['rae']}")[0] == 404
    assert not Merge.objects.exists() and not Proposal.objects.exists()


def test_whoever_may_not_is_not_offered_it(town):
    town.involve("mina", "tess")
    tess = Walker(town, "tess")
    assert tess.get("merging:say", "mina", "grace", "gracie")[0] == 404
    assert Walker(town, "max").get("merging:choose", "mina", "grace")[0] == 404


def test_two_relatives_become_one_and_two_again(town):
    pru = Walker(town, "pru")
    status, page = pru.get("merging:say", "mina", "grace", "gracie")
    assert status == 200 and re.search(r"Gracie Mensah ,[\w ]+ Joins", page)
    status, page = pru.say("mina", "grace", "gracie")
    assert status == 200 and "They are one record now" in page and "Gracie Mensah" in page
    assert AuditRow.objects.filter(event="access.subjects.merged", rule="R1").count() == 1
    merge = Merge.objects.get().ref
    status, page = pru.post("merging:part", "mina", "grace", merge, why="Two birthdays.", version="2")
    assert "They are two people again" in page and "Gracie" not in page
    assert AuditRow.objects.filter(event="access.subjects.unmerged").count() == 1


def test_a_child_needs_a_second_person_who_sees_both(town):
    pru, tom = Walker(town, "pru"), Walker(town, "tom")
    _, page = pru.get("merging:say", "mina", "grace", "lou")
    assert "a second person has to agree" in page
    assert re.search(r"This record stays Lou Penhale", page), "the child's record is the one that stays"
    _, page = pru.say("mina", "grace", "lou")
    assert "It waits for a second person" in page and not Merge.objects.exists()
    proposal = Proposal.objects.get().ref
    decide = reverse("sealing:decide", args=[proposal])
    assert "Lou Penhale" in tom.ask(decide)[1] and "This record joins it" in tom.ask(decide)[1]
    assert Walker(town, "wes").ask(decide)[0] == 404
    assert "somebody else decides it" in pru.ask(decide)[1]
    refused = tom.client.post(decide, {"answer": "no"})
    assert refused.status_code == 422 and "why not" in refused.content.decode()
    tom.client.post(decide, {"answer": "yes", "why": ""})
    assert Merge.objects.get().kept.ref == town.refs["lou"]


def test_a_no_with_a_reason_changes_nothing(town):
    Walker(town, "pru").say("mina", "grace", "lou")
    decide = reverse("sealing:decide", args=[Proposal.objects.get().ref])
    Walker(town, "tom").client.post(decide, {"answer": "no", "why": "Lou is six."})
    assert not Merge.objects.exists()
    assert "Lou is six." in Walker(town, "pru").ask(reverse("sealing:queue"))[1]


def test_without_a_reason_nothing_happens_and_with_an_old_version_no_word_is_lost(town):
    pru = Walker(town, "pru")
    status, page = pru.say("mina", "grace", "gracie", why=" ")
    assert status == 422 and "has no answer yet" in page
    name = net.Name(text="Gee", kind="known_as")
    services.add_name(by=town.actor("tom"), person_ref=town.refs["gracie"], name=name, now=NOW)
    url = pru.url("merging:say", "mina", "grace", "gracie")
    answer = pru.client.post(url, {"why": WHY, "version": "1", "other_version": "1"})
    text = answer.content.decode()
    assert answer.status_code == 422 and "Look at both again" in text and WHY in text
    assert 'name="other_version" value="2"' in text and not Merge.objects.exists()


def test_parting_asks_why_and_is_for_the_same_people(town):
    pru = Walker(town, "pru")
    pru.say("mina", "grace", "gracie")
    merge = Merge.objects.get().ref
    status, page = pru.post("merging:part", "mina", "grace", merge, why="", version="2")
    assert status == 422 and "has no answer yet" in page
    status, page = pru.post("merging:part", "mina", "grace", merge, why="Two birthdays.", version="1")
    assert status == 422 and "Look again" in page
    assert Walker(town, "wes").get("merging:part", "mina", "grace", merge)[0] == 404
    assert pru.get("merging:part", "mina", "dad", merge)[0] == 404
    assert pru.get("merging:part", "mina", "grace", "0" * 26)[0] == 404
    assert Merge.objects.get().undone_at is None
