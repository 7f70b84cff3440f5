"""Questions one at a time; an answer becomes what was chosen for it and nothing by itself."""

from collections.abc import Iterator
from typing import Any

import pytest
from time_machine import travel

from kith.apps.people.models import Person
from kith.apps.pictures.models import Placed
from kith.apps.pictures.projections import PictureStart
from kith.apps.pictures.question_bank import asking, questions_for
from kith.apps.voices.models import Passage, Voice
from kith.testing.factories import NOW, Partnership
from kith.web.pictures.tests.drawing import Drawing, county_of_mina, drawing
from tests.trust.visitor import sign_in

pytestmark = pytest.mark.django_db
OWN = questions_for("ecomap", "8_to_11")
ASKED = next(one for one in OWN if "person" in one.offers)


@pytest.fixture
def county() -> Iterator[Partnership]:
    with travel(NOW, tick=False):
        yield county_of_mina()


@pytest.fixture
def tablet(county: Partnership) -> Drawing:
    return drawing(county)


def answer(tablet: Drawing, *becomes: str, words: str = "My nan", **said: Any) -> str:
    done = tablet.post("answer", words=words, becomes=list(becomes), question=ASKED.id, **said)
    return tablet.client.get(done.url).content.decode()


def test_one_question_stands_there_and_fits_the_age(tablet):
    shown = tablet.text()
    assert OWN[0].asks in shown and OWN[1].asks not in shown


def test_another_follows_by_its_id_and_after_the_last_comes_the_first(tablet):
    assert f"?ask={OWN[1].id}" in tablet.text()
    assert OWN[1].asks in tablet.text(ask=OWN[1].id)
    assert f"?ask={OWN[0].id}" in tablet.text(ask=OWN[-1].id)


def test_a_skipped_one_leaves_quiet_and_the_way_to_another(tablet):
    shown = tablet.text(after=OWN[3].id)
    assert not [one for one in OWN if one.asks in shown]
    assert f"?ask={OWN[4].id}" in shown and "Skip this one" not in shown


def test_a_question_that_is_unknown_is_the_first(tablet):
    assert OWN[0].asks in tablet.text(ask="nothing-of-ours")


def test_it_stands_there_again_after_an_act(tablet):
    done = tablet.post("place", kind="place", name="The sea", to="together", ask=OWN[5].id)
    assert OWN[5].asks in tablet.client.get(done.url).content.decode()


def test_nothing_ticked_keeps_nothing(tablet):
    assert "Nothing is kept" in answer(tablet)
    assert not Placed.objects.exists() and not Voice.objects.exists()


def test_an_answer_is_put_on_the_picture(tablet):
    answer(tablet, "item", words="The one who cooks on Sundays", name="Nan", kind="person")
    assert tablet.names() == ["Nan"] and not Voice.objects.exists()


def test_an_answer_is_kept_as_the_child_said_it_with_what_was_asked(tablet):
    answer(tablet, "voice", words="My nan, she sings.")
    text = Passage.objects.get(part="words").text
    assert text == f"My nan, she sings.\n(Asked: {ASKED.asks})" and tablet.names() == []


def test_an_answer_becomes_somebody_of_the_network_who_is_not_sure_yet(tablet):
    before = Person.objects.count()
    answer(tablet, "person", "item", words="Great-uncle Tobi")
    somebody = Person.objects.order_by("-pk")[0]
    assert Person.objects.count() == before + 1 and somebody.provisional
    assert Placed.objects.get().person_id == somebody.subject_id, "they are on the picture as themselves"


def test_a_relatives_words_are_not_the_childs_voice(county):
    told = drawing(county, PictureStart(kind="ecomap", whose="relative", view_of=county.refs["mum"]))
    assert "Shall we keep your words?" not in told.text()
    told.post("answer", words="He does well.", becomes=["voice"], question=ASKED.id)
    assert not Voice.objects.exists()


def test_whoever_may_only_read_it_answers_nothing(tablet):
    sign_in(tablet.client, "fay")
    assert tablet.get("drawn").status_code == 200
    for words in ("", "My nan"):
        assert tablet.post("answer", words=words, question=ASKED.id).status_code == 404


def test_an_answer_without_words_is_asked_for_them_and_keeps_its_ticks(tablet):
    page = tablet.at("together") + f"?ask={ASKED.id}"
    done = tablet.post("answer", page=page, words="", becomes=["item"], name="Nan", question=ASKED.id)
    shown = tablet.client.get(done.url).content.decode()
    assert "Say it in a few words first." in shown and 'value="Nan"' in shown and not Placed.objects.exists()


def test_a_grown_up_is_asked_as_one(county):
    own = drawing(county, PictureStart(kind="ecomap", whose="worker"))
    assert asking("ecomap", "grown_up").question.asks in own.text()
