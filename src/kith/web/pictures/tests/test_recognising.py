"""A great-uncle is found in a picture; the same day another team finds him with his number, and nobody else does."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from time_machine import travel

from kith.apps.access.services import NewSeal, set_seal
from kith.apps.audit.models import AuditRow
from kith.apps.people.models import Person, PersonName, Tie
from kith.apps.pictures import services
from kith.apps.pictures.models import Placed
from kith.apps.pictures.projections import PictureStart, Placing
from kith.testing.factories import (
    NOW,
    Partnership,
    agency,
    child,
    couple,
    family,
    partnership,
    person,
    rolled_back,
    worker,
)
from tests.trust.visitor import sign_in

pytestmark = pytest.mark.django_db
BERT, NUMBER = "Uncle Bartimaeus", "01632 960431"
FOUND = {"new-called": BERT, "new-relation": "sibling", "new-told_by": "Kit", "new-kind": "adult"}


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Sue of the council and Tess of the school work with Kit, whose grandmother is Nan; Ben works with nobody."""
    with travel(NOW, tick=False), rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("school", kind="school"), agency("unit")],
            workers=[worker("sue"), worker("tess", agency="school"), worker("ben", agency="unit")],
        )
        nan, great = person("nan", "Zipporah Vale"), person("great", "Mercy Vale")
        unions = [couple("nan", children=["kit"]), couple("great", children=["nan"])]
        made.add([family(child("kit", "Kit Brook"), nan, great, unions=unions)])
        for who in ("sue", "tess"):
            made.involve("kit", who)
        yield made


class Drawn:
    """A picture of Kit's on which Sue and Kit put somebody by a name alone."""

    def __init__(self, county: Partnership, *, is_finished: bool = True, kind: str = "person") -> None:
        self.county = county
        at: dict[str, Any] = {"by": county.actor("sue"), "child_ref": county.refs["kit"], "now": NOW}
        self.ref = services.begin_picture(start=PictureStart(kind="ecomap", whose="child"), **at)
        at["picture_ref"] = self.ref
        self.placed = services.place(placing=Placing(kind=kind, name=BERT, words="has a boat", farness=10), **at)
        if is_finished:
            services.finish_picture(**at)

    def at(self, route: str) -> str:
        return reverse(f"pictures:{route}", args=[self.county.refs["kit"], self.ref, self.placed])

    def found(self, client: Client, **said: str) -> object:
        sent = {"way": "new", "new-version": "1", "new-to": self.county.refs["nan"], "new-phone": NUMBER}
        return client.post(self.at("recognise"), FOUND | sent | said)

    def known(self, client: Client, who: str, version: str = "1") -> object:
        sent = {"way": "known", "known-person": self.county.refs[who], "known-version": version}
        return client.post(self.at("recognise"), sent)

    def page(self, who: str) -> str:
        answer = browser(who).get(reverse("pictures:drawn", args=[self.county.refs["kit"], self.ref]))
        return answer.content.decode()


def browser(who: str) -> Client:
    client = Client()
    sign_in(client, who)
    return client


def page_of_child(county: Partnership, who: str) -> str:
    return browser(who).get(reverse("children:child", args=[county.refs["kit"]])).content.decode()


def page_of_found(county: Partnership, who: str) -> str:
    ref = found_person().subject.ref
    return browser(who).get(reverse("children:person", args=[county.refs["kit"], ref])).content.decode()


def found_person() -> Person:
    return PersonName.objects.select_related("person__subject").get(text=BERT).person


def test_a_great_uncle_found_in_a_picture_is_found_by_another_team_with_how_to_reach_him(county):
    drawn = Drawn(county)
    assert f"Who is <bdi>{BERT}</bdi>?" in drawn.page("sue") and BERT not in page_of_child(county, "tess")
    form = browser("sue").get(drawn.at("recognise")).content.decode()
    assert f'value="{BERT}"' in form and 'value="Kit"' in form
    assert drawn.found(browser("sue")).status_code == 302
    assert BERT in page_of_child(county, "tess")
    found = page_of_found(county, "tess")
    assert NUMBER in found and "not sure" in found.lower()
    assert browser("ben").get(reverse("children:child", args=[county.refs["kit"]])).status_code == 404
    kept = set(AuditRow.objects.values_list("event", flat=True))
    assert {"people.person.added", "people.identifier.added", "pictures.item.recognised"} <= kept


def uncle_of_nan(county: Partnership, **said: str) -> dict[str, str]:
    return {"new-relation": "uncle_or_aunt", "new-to": county.refs["nan"], **said}


def test_an_uncle_of_somebody_known_belongs_by_the_parent_that_is_said(county):
    drawn, client = Drawn(county), browser("sue")
    unsaid = drawn.found(client, **uncle_of_nan(county))
    assert unsaid.status_code == 422 and "Say by which of their parents" in unsaid.content.decode()
    wrong = drawn.found(client, **uncle_of_nan(county, **{"new-also": county.refs["kit"]}))
    assert wrong.status_code == 422 and "not a parent of theirs" in wrong.content.decode()
    assert drawn.found(client, **uncle_of_nan(county, **{"new-also": county.refs["great"]})).status_code == 302
    assert "parent’s parent’s sibling" in page_of_found(county, "tess")


def test_by_a_parent_whom_nobody_knows_yet_a_place_is_kept_open(county):
    drawn = Drawn(county)
    drawn.found(browser("sue"), **uncle_of_nan(county, **{"new-also": "nobody_yet"}))
    assert "parent’s parent’s sibling" in page_of_found(county, "tess")
    kept_open = Person.objects.get(unknown=True)
    assert Tie.objects.filter(kind="birth", a=kept_open, b__subject__ref=county.refs["nan"]).exists()
    assert Tie.objects.filter(kind="sibling", b=kept_open, a=found_person()).exists()


def test_what_was_drawn_stays_as_it_was(county):
    drawn = Drawn(county)
    before = drawn.page("tess")
    drawn.found(browser("sue"))
    after = drawn.page("tess")
    assert (
        "has a boat" in after
        and before[before.index("<svg") : before.index("</svg>")]
        == (after[after.index("<svg") : after.index("</svg>")])
    )
    assert "A name alone" in before and "A name alone" not in after


def test_undo_leaves_the_name_and_takes_out_whoever_was_added_for_it(county):
    drawn, client = Drawn(county), browser("sue")
    drawn.found(client)
    client.post(client.session["notice"]["undo_url"])
    assert "A name alone" in drawn.page("tess") and BERT not in page_of_child(county, "tess").split("Taken out")[0]
    assert found_person().withdrawn_at is not None


def test_it_may_be_somebody_known_and_undo_leaves_them_in_the_network(county):
    drawn, client = Drawn(county), browser("sue")
    assert drawn.known(client, "great").status_code == 302
    assert Placed.objects.get().person.ref == county.refs["great"]
    assert "A name alone" not in drawn.page("tess")
    client.post(client.session["notice"]["undo_url"])
    assert "A name alone" in drawn.page("tess") and "Mercy" in page_of_child(county, "tess")


def test_a_name_is_recognised_in_every_version(county):
    drawn, sue = Drawn(county), county.actor("sue")
    start = PictureStart(kind="ecomap", whose="child", follows=drawn.ref)
    services.begin_picture(by=sue, child_ref=county.refs["kit"], start=start, now=NOW)
    drawn.known(browser("sue"), "great")
    assert set(Placed.objects.values_list("person__ref", flat=True)) == {county.refs["great"]}


def test_whoever_is_kept_from_some_is_kept_from_them_on_the_picture_too(county):
    """Tess saw the name before anybody knew who it was; with his record closed to her, she sees no trace of him."""
    drawn = Drawn(county)
    drawn.found(browser("sue"))
    ref = found_person().subject.ref
    seal = NewSeal(kind="therapy", why="Nobody is to find him")
    set_seal(by=county.actor("sue"), subject_ref=ref, seal=seal, now=NOW)
    assert BERT in drawn.page("sue")
    for text in (drawn.page("tess"), page_of_child(county, "tess")):
        assert BERT not in text and NUMBER not in text
    answer = browser("tess").get(reverse("children:person", args=[county.refs["kit"], ref]))
    assert answer.status_code == 404


def test_what_is_missing_is_said_and_nothing_is_lost(county):
    drawn = Drawn(county)
    answer = drawn.found(browser("sue"), **{"new-relation": ""})
    text = answer.content.decode()
    assert answer.status_code == 422 and "Choose how they belong." in text and NUMBER in text
    assert not PersonName.objects.filter(text=BERT).exists()


def test_somebody_else_was_first(county):
    drawn = Drawn(county, is_finished=False)
    assert drawn.found(browser("sue"), **{"new-version": "7"}).status_code == 409
    assert drawn.known(browser("sue"), "great", "7").status_code == 409
    assert not PersonName.objects.filter(text=BERT).exists()


def test_nobody_says_who_it_is_on_what_a_colleague_still_draws_with_the_child(county):
    drawn = Drawn(county, is_finished=False)
    answer = drawn.known(browser("tess"), "great")
    assert answer.status_code == 422 and "A colleague is drawing this" in answer.content.decode()


@pytest.mark.parametrize(("who", "kind"), [("ben", "person"), ("sue", "place")])
def test_there_is_nothing_to_recognise(county, who, kind):
    drawn = Drawn(county, kind=kind)
    for answer in (browser(who).get(drawn.at("recognise")), drawn.known(browser(who), "great")):
        assert answer.status_code == 404


def test_whoever_was_placed_as_somebody_is_never_a_name_alone(county):
    drawn, sue = Drawn(county, is_finished=False), county.actor("sue")
    ref = services.place(
        by=sue,
        child_ref=county.refs["kit"],
        picture_ref=drawn.ref,
        placing=Placing(person=county.refs["nan"], name="Nan"),
        now=NOW,
    )
    drawn.placed = ref
    assert browser("sue").post(f"{drawn.at('forget')}?version=1").status_code == 404
    assert Placed.objects.get(ref=ref).person.ref == county.refs["nan"]
