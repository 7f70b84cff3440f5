"""The pages of seals, the second person and children known in one's own life, walked through as people would."""

import re

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from kith.apps.access.models import Conflict, Proposal, Seal, SealExclusion, SealReader, SealScope
from kith.apps.access.services import note_unread_seals, say_left
from kith.apps.agencies.models import User
from kith.apps.people.models import Address, PersonName
from kith.engines.drawing import network as net
from kith.testing.factories import (
    NOW,
    OPERATOR,
    Partnership,
    agency,
    child,
    email_of,
    family,
    partnership,
    person,
    worker,
)

pytestmark = pytest.mark.django_db
STREET = "2 Harbour View"


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def town() -> Partnership:
    made = partnership(
        agencies=[agency("council", "east", "front-door"), agency("school")],
        workers=[
            worker("pru", teams=["east"]),
            worker("tom", teams=["east"]),
            worker("max", "manager"),
            worker("tess", agency="school"),
            worker("abe", "administrator"),
            worker("dot", "data_protection_lead", agency="school"),
        ],
    )
    mum = person("mum", "Grace Okafor", addresses=(net.Address(lines=STREET, postcode="EM2 2EM"),))
    made.add([family(child("mina", "Mina Okafor"), mum, person("dad", "Kwame Okafor"))])
    made.involve("mina", "east")
    made.involve("mina", "max", part="team")
    return made


class Walker:
    """A signed-in worker, and the town's refs."""

    def __init__(self, town: Partnership, who: str) -> None:
        self.client, self.refs = Client(), town.refs
        self.client.force_login(User.objects.get(email=email_of(who)))

    def url(self, route: str, *args: str) -> str:
        return reverse(f"sealing:{route}", args=args)

    def get(self, url: str) -> str:
        return self._text(self.client.get(url))

    def post(self, url: str, **said: object) -> tuple[int, str]:
        """What was answered, and the page it led to."""
        response = self.client.post(url, said, follow=True)
        return response.status_code, self._text(response)

    def person(self, who: str) -> str:
        return self.get(reverse("children:person", args=[self.refs["mina"], self.refs[who]]))

    @staticmethod
    def _text(response) -> str:
        text = re.sub(r"<[^>]+>", " ", response.content.decode())
        return re.sub(r"\s+", " ", text.replace("&nbsp;", " ").replace("&#39;", "’"))


def address() -> Address:
    return Address.objects.get(lines=STREET)


def seal_address(walker: Walker, **said: object) -> tuple[int, str]:
    url = walker.url("set_seal", walker.refs["mina"], walker.refs["mum"])
    record = f"address:{address().ref}"
    sent = {"covers": "some", "records": [record], "kind": "safe_address", "why": "He looks for her."}
    return walker.post(url, **(sent | said))


def user_ref(who: str) -> str:
    return User.objects.get(email=email_of(who)).ref


def test_an_address_is_sealed_from_its_own_row(town):
    pru = Walker(town, "pru")
    page = pru.get(f"{pru.url('set_seal', pru.refs['mina'], pru.refs['mum'])}?record={address().ref}")
    assert f"Address: {STREET}" in page and "takes two people" in page and "Max Worker" in page
    status, page = seal_address(pru, readers=[user_ref("max")], excluded=[pru.refs["dad"]])
    assert status == 200
    assert "Sealed: Safe address . You and 1 other. Nobody has confirmed it yet." in page
    assert "Do not copy" in page
    assert (SealScope.objects.get().record_ref, SealReader.objects.count()) == (address().ref, 2)
    assert SealExclusion.objects.get().subject.ref == pru.refs["dad"]


def test_whoever_is_off_the_list_sees_no_sign_of_it(town):
    tom = Walker(town, "tom")
    before = tom.person("dad")
    seal_address(Walker(town, "pru"), readers=[user_ref("max")])
    page = tom.person("mum")
    assert STREET not in page and "Sealed" not in page and "Do not copy" not in page
    assert tom.person("dad") == before
    form = tom.get(tom.url("set_seal", tom.refs["mina"], tom.refs["mum"]))
    assert STREET not in form


def test_a_form_that_cannot_be_saved_keeps_every_word(town):
    pru = Walker(town, "pru")
    status, page = seal_address(pru, records=[], why="A reason")
    assert status == 422 and "Choose at least one thing" in page
    assert (
        'value="A reason"'
        in pru.client.post(
            pru.url("set_seal", pru.refs["mina"], pru.refs["mum"]), {"covers": "some", "why": "A reason"}
        ).content.decode()
    )
    assert not Seal.objects.exists()


def test_workers_are_found_by_name_and_the_words_are_kept(town):
    pru = Walker(town, "pru")
    url = pru.url("set_seal", pru.refs["mina"], pru.refs["mum"])
    response = pru.client.post(url, {"search": "yes", "find": "tess", "why": "A reason", "covers": "whole"})
    text = response.content.decode()
    assert response.status_code == 200
    assert "Tess Worker, Practitioner, School" in text and 'value="A reason"' in text
    assert "There is a problem" not in text and "has no answer yet" not in text
    seal_address(pru, readers=[user_ref("tess")])
    assert SealReader.objects.filter(user__ref=user_ref("tess")).exists()


def test_the_second_person_confirms_without_seeing_what_is_sealed(town):
    seal_address(Walker(town, "pru"))
    max_ = Walker(town, "max")
    assert "Something waits for a second person" in max_.get("/")
    queue = max_.get(max_.url("queue"))
    assert "Safe address" in queue and "He looks for her." in queue and "Pru Worker" in queue
    page = max_.get(max_.url("confirm_seal", Seal.objects.get().ref))
    assert Seal.objects.get().outsiders == "nothing"
    assert not [name for name in (STREET, "Okafor", "Grace") if name in queue + page]
    _, after = max_.post(max_.url("confirm_seal", Seal.objects.get().ref))
    assert "Confirmed." in after and Seal.objects.get().confirmed_by.ref == user_ref("max")
    assert STREET not in max_.person("mum")
    assert max_.client.get(max_.url("confirm_seal", Seal.objects.get().ref)).status_code == 404


def test_the_list_of_a_seal_is_kept_on_its_page(town):
    pru = Walker(town, "pru")
    seal_address(pru)
    seal = Seal.objects.get()
    url = pru.url("seal", pru.refs["mina"], seal.ref)
    assert "The list can change once a second person has confirmed" in pru.get(url)
    Walker(town, "max").post(pru.url("confirm_seal", seal.ref))
    assert f"Address: {STREET}" in pru.get(url)
    _, found = pru.post(url, find="Tom")
    assert "Put on the list : Tom Worker" in found
    at = (pru.refs["mina"], seal.ref)
    _, page = pru.post(pru.url("add_reader", *at), user=user_ref("tom"))
    assert "They are on the list now." in page and "Tom Worker" in page
    assert STREET in Walker(town, "tom").person("mum")
    _, page = pru.post(pru.url("end_reader", *at), user=user_ref("tom"))
    assert "They are off the list." in page
    assert STREET not in Walker(town, "tom").person("mum")
    _, page = pru.post(pru.url("keep_from", *at), person=pru.refs["dad"])
    assert "It is kept from them from now on." in page
    _, page = pru.post(pru.url("keep_from", *at), person=pru.refs["dad"])
    assert "It is kept from them already." in page
    for route in ("seal", "propose_lift"):
        assert Walker(town, "tom").client.get(pru.url(route, *at)).status_code == 404


def test_two_people_lift_a_seal(town):
    pru, max_ = Walker(town, "pru"), Walker(town, "max")
    seal_address(pru)
    seal = Seal.objects.get()
    max_.post(pru.url("confirm_seal", seal.ref))
    at = (pru.refs["mina"], seal.ref)
    status, page = pru.post(pru.url("propose_lift", *at), why="")
    assert status == 422
    _, page = pru.post(pru.url("propose_lift", *at), why="He has moved abroad.")
    assert "It waits for a second person." in page
    proposal = Proposal.objects.get()
    assert "You proposed this" in pru.get(pru.url("decide", proposal.ref))
    page = max_.get(pru.url("decide", proposal.ref))
    assert "He has moved abroad." in page and STREET not in page and "Okafor" not in page
    status, page = max_.post(pru.url("decide", proposal.ref), answer="no", why="")
    assert status == 422 and "why not" in page
    max_.post(pru.url("decide", proposal.ref), answer="yes", why="")
    assert STREET in Walker(town, "tom").person("mum")


def test_a_proposal_is_taken_back(town):
    pru = Walker(town, "pru")
    seal_address(pru)
    Walker(town, "max").post(pru.url("confirm_seal", Seal.objects.get().ref))
    pru.post(pru.url("propose_lift", pru.refs["mina"], Seal.objects.get().ref), why="It is over.")
    assert "Yours, waiting for others" in pru.get(pru.url("queue"))
    _, page = pru.post(pru.url("take_back", Proposal.objects.get().ref))
    assert "Taken back." in page and Proposal.objects.get().outcome == "taken_back"


def test_an_overdue_seal_is_shown_in_red(town):
    seal_address(Walker(town, "pru"))
    with time_machine.travel(NOW.replace(day=27), tick=False):
        max_ = Walker(town, "max")
        text = max_.client.get(max_.url("queue")).content.decode()
    assert 'kith-tag--act">overdue' in text


def test_a_child_known_in_ones_own_life_closes_at_once(town):
    tom = Walker(town, "tom")
    assert "Mina Okafor" in tom.get(tom.url("choose_child"))
    assert "You cannot undo it yourself" in tom.get(tom.url("declare_conflict", tom.refs["mina"]))
    status, page = tom.post(tom.url("declare_conflict", tom.refs["mina"]))
    assert status == 200 and "closed to you now" in page and "Max Worker" in page and "Mina" not in page
    child_page = reverse("children:child", args=[tom.refs["mina"]])
    assert tom.client.get(child_page).status_code == 404
    assert "Mina" not in tom.get("/")
    assert tom.client.post(tom.url("declare_conflict", tom.refs["mina"])).status_code == 404
    stranger = Walker(town, "tess")
    assert "closed to you now" in stranger.get(tom.url("conflict_told"))  # the same for everybody

    max_ = Walker(town, "max")
    assert "Tom Worker" in max_.get(max_.url("conflicts")) and "Mina Okafor" in max_.get(max_.url("conflicts"))
    _, page = max_.post(max_.url("end_conflict", Conflict.objects.get().ref))
    assert "Ended." in page
    assert tom.client.get(child_page).status_code == 200


def test_a_data_protection_lead_ends_it_without_learning_the_name(town):
    tom = Walker(town, "tom")
    tom.post(tom.url("declare_conflict", tom.refs["mina"]))
    dot = Walker(town, "dot")
    page = dot.get(dot.url("conflicts"))
    assert "Tom Worker" in page and "Mina" not in page
    for who in ("tom", "tess", "abe"):
        assert Walker(town, who).client.get(dot.url("conflicts")).status_code == 404


def test_a_manager_notes_it_for_a_colleague(town):
    max_ = Walker(town, "max")
    url = max_.url("note_conflict", max_.refs["mina"])
    page = max_.get(url)
    assert "Tom Worker" in page and "Tess" not in page
    assert max_.post(url, colleague="")[0] == 422
    _, page = max_.post(url, colleague=user_ref("tom"))
    assert "Noted." in page and Conflict.objects.get().how == "noted"
    assert Walker(town, "pru").client.get(url).status_code == 404


def test_a_role_is_changed_by_two_and_every_lead_reads_of_it(town):
    abe, dot = Walker(town, "abe"), Walker(town, "dot")
    url = abe.url("propose_role")
    assert "Nobody of that name works here" in abe.post(url, search="yes", find="zebedee")[1]
    assert "Tom Worker" in abe.post(url, search="yes", find="tom")[1]
    assert abe.post(url, worker=user_ref("tom"), role="manager", why="")[0] == 422
    abe.post(url, worker=user_ref("tom"), role="manager", why="He leads the team.")
    proposal = Proposal.objects.get()
    assert "Tom Worker, Council to become manager" in dot.get(abe.url("decide", proposal.ref))
    dot.post(abe.url("decide", proposal.ref), answer="yes", why="")
    assert User.objects.get(email=email_of("tom")).role == "manager"
    assert "What changed for workers lately" in Walker(town, "max").get(abe.url("queue"))
    assert "What changed for workers lately" not in Walker(town, "pru").get(abe.url("queue"))


def test_a_seal_on_a_whole_person_is_marked_at_their_name(town):
    pru = Walker(town, "pru")
    url = pru.url("set_seal", pru.refs["mina"], pru.refs["dad"])
    pru.post(url, covers="whole", kind="witness", why="A witness.")
    assert "Sealed: Witness or source . Only you." in pru.person("dad")
    assert PersonName.objects.filter(person__subject__ref=pru.refs["dad"]).exists()
    assert Walker(town, "tom").client.get(url).status_code == 404


def test_a_list_says_whose_place_lapsed_and_two_managers_name_a_reader_once_nobody_can_read(town):
    pru, max_ = Walker(town, "pru"), Walker(town, "max")
    tom, tess = user_ref("tom"), user_ref("tess")
    seal_address(pru, readers=[tom])
    ref = Seal.objects.get().ref
    max_.post(max_.url("confirm_seal", ref))
    leaves = {"by": town.actor("abe"), "why": "They moved away."}
    say_left(user_ref=tom, now=NOW, **leaves)
    page = pru.get(pru.url("seal", town.refs["mina"], ref))
    assert "Places that lapsed Tom Worker, Council Left on 24 November 2026 and reads nothing since." in page
    say_left(user_ref=user_ref("pru"), now=NOW, **leaves)
    note_unread_seals(by=OPERATOR, now=NOW)
    assert "Nobody can read a seal any more" in max_.get("/")
    queue = max_.get(max_.url("queue"))
    assert "Seals that nobody can read" in queue and STREET not in queue and "Grace" not in queue
    where = max_.url("name_reader", ref)
    assert "Tess Worker" in max_.post(where, find="tess", search="yes")[1]
    assert max_.post(where, worker=tess, why="")[0] == 422
    assert max_.post(where, worker=tess, why="She takes over.")[0] == 200
    assert "Somebody is proposed for its list" in max_.get(max_.url("queue"))
    assert SealReader.objects.filter(user__ref=tess).count() == 0
    dot = Walker(town, "dot")
    decide = dot.url("decide", Proposal.objects.get().ref)
    asked = dot.get(decide)
    assert "Put Tess Worker, School on the list of a seal that nobody can read: safe address. Addresses" in asked
    dot.post(decide, answer="yes", why="")
    assert SealReader.objects.filter(user__ref=tess, until_at=None).count() == 1
    assert "Seals that nobody can read" not in max_.get(max_.url("queue"))
