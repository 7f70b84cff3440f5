"""Acts on a picture as a browser sends them: what is refused keeps its words, and nothing is placed twice."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse
from time_machine import travel

from kith.apps.pictures.models import Placed
from kith.testing.factories import NOW, Partnership
from kith.web.pictures.tests.drawing import Drawing, county_of_mina, drawing

pytestmark = pytest.mark.django_db
SCREEN = {"width": "1024", "height": "608"}


@pytest.fixture
def county() -> Iterator[Partnership]:
    with travel(NOW, tick=False):
        yield county_of_mina()


@pytest.fixture
def tablet(county: Partnership) -> Drawing:
    made = drawing(county)
    made.post("place", kind="place", name="School", words="too loud", farness="50", to="together")
    return made


def school() -> Placed:
    return Placed.objects.get(name="School")


def change(tablet: Drawing, **said: Any) -> str:
    version = said.pop("version", school().version)
    done = tablet.post("change", school().ref, to="together", version=version, **said)
    return tablet.client.get(done.url).content.decode()


def test_what_was_placed_is_the_chosen_one(tablet):
    done = tablet.post("place", kind="place", name="The sea", to="together")
    shown = tablet.client.get(done.url).content.decode()
    entry = shown[: shown.index("<bdi>The sea</bdi>")].rsplit("<details", 1)[1]
    assert " open" in entry


def test_all_forms_of_a_page_carry_one_token_that_is_new_on_the_next(tablet):
    """Masked anew for every form, the tokens of a full page would cost as much as all else on it."""
    first, second = (re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', tablet.text()) for _ in range(2))
    assert len(first) > 1 and len(set(first)) == 1
    assert first[0] != second[0]


def test_a_press_too_many_places_nothing_twice(tablet):
    page = tablet.at("together")
    done = tablet.post("place", page=page, kind="place", name="School", words="too loud", to="together")
    shown = tablet.client.get(done.url).content.decode()
    assert tablet.names() == ["School"] and "Are there two?" in shown


def test_two_of_one_name_are_told_apart_by_their_words(tablet):
    tablet.post("place", kind="place", name="School", words="the old one", to="together")
    assert tablet.names() == ["School", "School"]


def test_a_refused_act_keeps_its_words_in_its_form(tablet):
    long = "w" * 501
    page = tablet.at("together")
    done = tablet.post("change", school().ref, page=page, to="together", version="1", words=long, name="Our school")
    shown = tablet.client.get(done.url).content.decode()
    assert done.url == page and long in shown and 'value="Our school"' in shown and "data-refused" in shown
    assert school().words == "too loud"


def test_moving_by_hand_says_how_near(tablet):
    change(tablet, farness="30", turn="90")
    change(tablet, dx="120", dy="0", **SCREEN)
    assert school().farness > 30 and abs(school().turn - 90) < 10
    change(tablet, dx="-120", dy="0", **SCREEN)
    assert abs(school().farness - 30) < 8


@pytest.mark.parametrize("far", ["99999999999", "-99999999999", "--5", "x", "1e9"])
def test_however_far_it_is_thrown_it_stays_on_the_picture(tablet, far):
    change(tablet, dx=far, dy=far, **SCREEN)
    assert 0 <= school().farness <= 100


def test_undo_says_what_it_undoes(tablet):
    assert "School put on" in tablet.text()
    change(tablet, farness="20")
    assert "School moved nearer" in tablet.text()
    change(tablet, words="quiet now")
    assert "School described" in tablet.text()
    tablet.post("take_off", school().ref, to="together")
    assert "School taken off" in tablet.text()
    tablet.post("undo", to="together")
    assert "Redo: School taken off" in tablet.text("drawn")


def test_a_relative_keeps_being_called_as_the_family_calls_them(tablet):
    tablet.post("place", kind="person", person=tablet.county.refs["mum"], to="together")
    mum = Placed.objects.get(person__ref=tablet.county.refs["mum"])
    shown_as = "Grace Okafor"
    tablet.post("change", mum.ref, version="1", name=shown_as, words="sings")
    mum.refresh_from_db()
    assert (mum.name, mum.words) == ("", "sings")


def test_the_end_asks_who_may_see_it_and_keeps_their_words(tablet):
    assert "Who may see this?" in tablet.text("done") and tablet.row.finished_at is None
    done = tablet.post("done", who_may_see="Mum. Not my <b>cousin</b>.")
    assert tablet.row.finished_at == NOW and tablet.row.who_may_see == "Mum. Not my <b>cousin</b>."
    thanks = tablet.client.get(done.url).content.decode()
    assert "Thank you, Mina." in thanks and "Mum. Not my &lt;b&gt;cousin&lt;/b&gt;." in thanks
    assert "Mum. Not my" in tablet.text("drawn")


def test_words_that_are_too_many_stay_in_the_form(tablet):
    answer = tablet.post("done", who_may_see="m" * 501)
    assert answer.status_code == 422 and "m" * 501 in answer.content.decode()
    assert tablet.row.finished_at is None


def test_pressed_twice_it_is_finished_once(tablet):
    tablet.post("done", who_may_see="Mum")
    assert tablet.post("done", who_may_see="Nobody").status_code == 200
    assert tablet.row.who_may_see == "Mum"


def test_a_colleague_does_not_end_what_a_child_draws(tablet):
    tablet.county.involve("mina", "ben")
    other = drawing(tablet.county, who="ben")
    path = reverse("pictures:done", args=[tablet.county.refs["mina"], tablet.ref])
    assert other.client.get(path).status_code == 404
