"""Deciding, agreeing and ending, as a worker does it in the pages."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from time_machine import travel

from kith.apps.access.models import Consent, Share, SharingDecision
from kith.apps.agencies.models import Organisation
from kith.testing.factories import NOW, Partnership, agency, child, family, partnership, person, worker
from tests.trust.visitor import sign_in

pytestmark = pytest.mark.django_db

WEIGHED = {
    "who_asked": "Tess, school",
    "what": "Who lives with Mina",
    "recipient_words": "Tess, her form teacher",
    "purpose": "s17",
    "basis": "public_task",
    "condition": "none",
    "informed": "yes",
    "necessity": "She meets them at the gate",
    "proportionality": "Names and homes, no more",
    "accuracy": "Seen on Monday",
    "detriment": "Silence would leave her waiting at the gate",
}


@pytest.fixture
def county():
    with travel(NOW, tick=False):
        made = partnership(
            agencies=[agency("council", "east"), agency("school", "pastoral", kind="school")],
            workers=[worker("pru", teams=["east"]), worker("max", "manager"), worker("tess", agency="school")],
        )
        made.add([family(child("mina", "Mina Okafor"), person("mum", "Grace Okafor"))])
        made.involve("mina", "east")
        yield made


def browser(who: str) -> Client:
    client = Client()
    sign_in(client, who)
    return client


def decide(county: Partnership, **said: object):
    path = reverse("sharing:decide", args=[county.refs["mina"]])
    return browser("pru").post(path, WEIGHED | said)


def share(county: Partnership, **said: object):
    school = Organisation.objects.get(name="School").ref
    words = {"outcome": "shared", "receiver": school, "kinds": ["tie"], "roles": ["practitioner"], "level": "read"}
    return decide(county, **(words | {"until": "1 March 2027"} | said))


def page(county: Partnership, who: str) -> str:
    return browser(who).get(reverse("sharing:overview", args=[county.refs["mina"]])).content.decode()


def test_a_share_opens_the_page_to_the_other_agency_at_once(county):
    child_page = reverse("children:child", args=[county.refs["mina"]])
    assert browser("tess").get(child_page).status_code == 404
    assert share(county).status_code == 302
    assert browser("tess").get(child_page).status_code == 200
    assert "How people are tied to each other" in page(county, "pru")


def test_a_no_is_kept_with_the_same_care_and_opens_nothing(county):
    assert decide(county, outcome="refused").status_code == 302
    assert "Not shared: <bdi>Who lives with Mina" in page(county, "pru")
    assert (SharingDecision.objects.count(), Share.objects.count()) == (1, 0)


def test_a_no_without_its_reasons_is_not_saved_and_loses_no_word(county):
    answer = decide(county, outcome="refused", necessity="")
    assert answer.status_code == 422
    assert b"Names and homes, no more" in answer.content and b"Say why it is needed" in answer.content
    assert not SharingDecision.objects.exists()


def test_not_telling_the_family_needs_a_reason(county):
    assert decide(county, outcome="refused", informed="no").status_code == 422
    assert decide(county, outcome="refused", informed="no", why_not_informed="He reads her post").status_code == 302


SAID = {
    "kind": "share",
    "is_yes": "yes",
    "given_by": "Grace",
    "words": "The school may know",
    "given_on": "20 November 2026",
}
NO = {"is_yes": "no", "reasoning": "School keeps her safe at the gate", "look_again_on": "11 January 2027"}


def say(county: Partnership, **said: object):
    return browser("pru").post(reverse("sharing:add_consent", args=[county.refs["mina"]]), SAID | said)


def test_a_no_stands_beside_the_childs_safety_until_somebody_looks_at_it_again(county):
    assert say(county, **NO).status_code == 302
    seen = page(county, "pru")
    assert "<b>No</b> to telling somebody else" in seen and "School keeps her safe at the gate" in seen
    assert "Somebody looks at it again on 11 January 2027" in seen
    with travel(NOW + dt.timedelta(days=60), tick=False):
        assert "it was due on 11 January 2027" in page(county, "pru")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (NO | {"reasoning": ""}, b"what their no means"),
        (NO | {"look_again_on": ""}, b"a day within a year"),
        (NO | {"look_again_on": "1 March 2029"}, b"a day within a year"),
        ({"is_childs_own": "on"}, b"how you know that they understand"),
        ({"kind": "everything"}, b"Choose from what is offered"),
        ({"given_on": "30 November 2026"}, b"has not come yet"),
    ],
)
def test_half_a_yes_or_no_is_not_saved_and_loses_no_word(county, said, sentence):
    answer = say(county, **said)
    assert answer.status_code == 422 and sentence in answer.content and b"The school may know" in answer.content
    assert not Consent.objects.exists()


@pytest.mark.parametrize("said", [{"kind": "service"}, {"kind": "supervision"}, NO])
def test_a_yes_to_something_else_or_a_no_carries_no_share(county, said):
    assert say(county, **said).status_code == 302
    answer = share(county, basis="consent", consent=Consent.objects.get().ref)
    assert answer.status_code == 422 and not Share.objects.exists()


def test_the_guide_asks_for_risk_first_and_makes_nobody_wait(county):
    path = reverse("sharing:guide", args=[county.refs["mina"]])
    seen = browser("pru").get(path).content.decode()
    places = [seen.index(words) for words in ("at risk, or may one be", "make it worse", "Who needs what")]
    assert places == sorted(places) and "nobody has to wait for it" in seen
    assert browser("tess").get(path).status_code == 404


def test_taking_agreement_back_stops_what_rests_on_it_and_says_what_goes_on(county):
    mina = county.refs["mina"]
    assert say(county).status_code == 302
    consent = Consent.objects.get()
    assert share(county, basis="consent", consent=consent.ref).status_code == 302
    assert share(county).status_code == 302
    path = reverse("sharing:withdraw_consent", args=[mina, consent.ref])
    before = browser("pru").get(path).content.decode()
    assert before.count("<bdi>School</bdi>") == 2 and "This stops at once" in before and "This goes on" in before
    assert browser("pru").post(path, {"words": "Not any more"}).status_code == 302
    assert [s.ended_at is None for s in Share.objects.order_by("pk")] == [False, True]
    assert browser("tess").get(reverse("children:child", args=[mina])).status_code == 200


def test_ending_a_share_closes_the_page_at_the_next_request(county):
    share(county)
    path = reverse("sharing:end_share", args=[county.refs["mina"], Share.objects.get().ref])
    assert browser("pru").post(path, {"why": ""}).status_code == 422
    assert browser("pru").post(path, {"why": "She moved school"}).status_code == 302
    assert browser("tess").get(reverse("children:child", args=[county.refs["mina"]])).status_code == 404


def test_the_receiver_sees_their_share_and_no_decision_and_cannot_pass_it_on(county):
    share(county)
    seen = page(county, "tess")
    assert "may read it" in seen and "Names and homes, no more" not in seen and "Who lives with Mina" not in seen
    assert "Decide whether to share" not in seen
    decide_path = reverse("sharing:decide", args=[county.refs["mina"]])
    assert browser("tess").get(decide_path).status_code in (302, 404)
    assert Share.objects.count() == 1
    decision = reverse("sharing:decision", args=[county.refs["mina"], SharingDecision.objects.get().ref])
    assert browser("pru").get(decision).status_code == 200
    assert browser("tess").get(decision).status_code == 404


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"until": "1 March 2029"}, b"within a year"),
        ({"until": "spring 2027"}, b"Give a whole day"),
        ({"receiver": ""}, b"Choose the agency"),
        ({"roles": []}, b"at least one role"),
        ({"basis": "consent"}, b"Choose the agreement, or record it first"),
    ],
)
def test_a_share_that_is_not_sound_is_refused_in_one_sentence(county, said, sentence):
    answer = share(county, **said)
    assert answer.status_code == 422 and sentence in answer.content
    assert not Share.objects.exists()
