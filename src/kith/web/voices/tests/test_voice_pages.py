"""Writing down what a child says, what came of it, a drawing and a label, as a worker does it in the pages."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image
from time_machine import travel

from kith.apps.files.keys import FILE_KEY
from kith.apps.records.keys import new_key, read_keys
from kith.apps.voices.models import Drawing, Label, Passage, Rating, Voice
from kith.testing.factories import NOW, Partnership, agency, child, family, partnership, person, worker
from tests.trust.visitor import sign_in

pytestmark = pytest.mark.django_db
LONG = ("I want to stay. 👩‍👩‍👧‍👦 أريد أن أبقى. 我想留下来。 " * 500)[:19_999].strip()
SAID = {"words": "Being asked, not told.", "on": "10 November 2026", "way": "spoken", "version": "0"}
RATED = {"kind": "exploitation", "rating": "high", "on": "23 November 2026", "version": "0"}
RATED |= {"made_by": "DC Voss, police", "reason": "Seen with older men."}


@pytest.fixture
def county():
    with travel(NOW, tick=False):
        made = partnership(
            agencies=[agency("council"), agency("school", kind="school"), agency("unit")],
            workers=[worker("pru"), worker("tess", agency="school"), worker("ben", agency="unit")],
        )
        made.add([family(child("mina", "Mina Okafor"), person("mum", "Grace Okafor"))])
        for who in ("pru", "tess"):
            made.involve("mina", who)
        yield made


def browser(who: str) -> Client:
    client = Client()
    sign_in(client, who)
    return client


def at(county: Partnership, route: str, *refs: str) -> str:
    return reverse(f"voices:{route}", args=[county.refs["mina"], *refs])


def page(county: Partnership, route: str = "page", who: str = "pru") -> str:
    return browser(who).get(at(county, route)).content.decode()


def heard(county: Partnership, **said: str) -> Voice:
    browser("pru").post(at(county, "add"), SAID | said)
    return Voice.objects.order_by("-pk")[0]


def test_long_words_are_kept_whole_and_unfolded_on_request(county):
    heard(county, words=LONG, is_about_me="on")
    assert Passage.objects.get(part="words").text == LONG
    shown = page(county)
    assert "Show all" in shown and LONG[:500] in shown and LONG[-500:] in shown
    front = browser("pru").get(reverse("children:child", args=[county.refs["mina"]])).content.decode()
    assert LONG[:150] in front and LONG[-500:] not in front


def test_words_over_the_limit_come_back_with_every_character(county):
    answer = browser("pru").post(at(county, "add"), SAID | {"words": "x" * 20_001})
    assert answer.status_code == 422 and "x" * 20_001 in answer.content.decode()
    assert not Voice.objects.exists()


def test_the_second_of_two_sees_both_and_loses_nothing(county):
    voice = heard(county)
    first = SAID | {"words": "Being asked!", "version": "1"}
    assert browser("tess").post(at(county, "change", voice.ref), first).status_code == 302
    mine = SAID | {"words": "Asked, never told.", "version": "1"}
    answer = browser("pru").post(at(county, "change", voice.ref), mine)
    text = answer.content.decode()
    assert answer.status_code == 422 and "As it stands now" in text
    assert "Written last by <bdi>Tess Worker, School</bdi>" in text
    assert "Being asked!" in text and "Asked, never told." in text and 'name="version" value="2"' in text
    browser("pru").post(at(county, "change", voice.ref), mine | {"version": "2"})
    assert {one.text for one in Passage.objects.filter(part="words")} == {
        "Being asked, not told.",
        "Being asked!",
        "Asked, never told.",
    }


def test_what_came_of_it_can_be_undone_and_a_voice_says_when_nothing_did(county):
    voice = heard(county)
    assert "Not used anywhere yet" in page(county) and "has not been told yet" in page(county)
    came = {"what": "plan", "words": "It opens the plan.", "on": "12 November 2026", "version": "0"}
    browser("tess").post(at(county, "answer", voice.ref, "used"), came)
    assert "Not used anywhere yet" not in page(county)
    client = browser("pru")
    client.post(at(county, "take_out", voice.ref), {"version": "1"})
    undo = client.session["notice"]["undo_url"]
    assert "It opens the plan." not in page(county)
    client.post(undo)
    assert "It opens the plan." in page(county)
    assert browser("pru").get(at(county, "answer", voice.ref, "guessed")).status_code == 404


@pytest.fixture
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    settings.FILE_KEYS = read_keys(FILE_KEY, new_key())


def draw(county: Partnership, voice: Voice, data: bytes) -> Any:
    file = io.BytesIO(data)
    file.name = "pool.png"
    return browser("pru").post(at(county, "add_drawing", voice.ref), {"picture": file})


def test_a_drawing_is_shown_to_the_childs_workers_and_what_is_none_leaves_the_words_alone(county, own_folder):
    voice = heard(county)
    refused = draw(county, voice, b"%PDF-1.4 not a picture")
    assert refused.status_code == 422 and "Being asked, not told." in refused.content.decode()
    assert not Drawing.objects.exists()
    picture = io.BytesIO()
    Image.new("RGB", (40, 30), (10, 90, 160)).save(picture, "PNG")
    assert draw(county, voice, picture.getvalue()).status_code == 302
    shown = at(county, "drawing", Drawing.objects.get().ref)
    assert shown in page(county, who="tess")
    answer = browser("tess").get(shown)
    assert answer["Content-Type"] == "image/png" and Image.open(io.BytesIO(answer.content)).size == (40, 30)
    assert browser("ben").get(shown).status_code == 404
    browser("pru").post(at(county, "take_out", voice.ref), {"version": "1"})
    assert browser("tess").get(shown).status_code == 404


def test_a_bare_label_is_refused_with_its_words_and_one_with_a_view_stands_whole_on_every_page(county):
    answer = browser("pru").post(at(county, "add_label"), RATED)
    text = answer.content.decode()
    assert answer.status_code == 422 and "never stands alone" in text and "Seen with older men." in text
    assert not Label.objects.exists()
    asked = {"who_asks": "Tess", "ask_by": "1 December 2026"}
    browser("pru").post(at(county, "add_label"), RATED | asked)
    assert "Mina has not been asked yet. Who will ask: Tess, by 1 December 2026." in page(county, "labels")
    said = {"stance": "differently", "view": "These are my people."}
    browser("tess").post(at(county, "view", Rating.objects.get().ref), said)
    front = browser("tess").get(reverse("children:child", args=[county.refs["mina"]])).content.decode()
    whole = "Exploitation screening: high, on 23 November 2026, by DC Voss, police. Mina sees it differently."
    assert whole in front and "These are my people." in front


def test_a_waiting_is_changed_by_one_and_kept_for_the_other(county):
    plan = {"what_for": "Therapy", "waits_on": "person", "since": "1 October 2026", "version": "0"}
    plan |= {"how": "A walk", "keeps_in_touch": "Tess", "next_on": "1 December 2026", "words": "I am ready."}
    browser("pru").post(at(county, "add_waiting"), plan)
    assert "They are not ready yet" in page(county, "labels") and "I am ready." in page(county, "labels")
    ref = Passage.objects.get(part="what_for").of_ref
    browser("tess").post(at(county, "change_waiting", ref), plan | {"how": "A call", "version": "1"})
    late = browser("pru").post(at(county, "change_waiting", ref), plan | {"how": "A letter", "version": "1"})
    assert late.status_code == 422 and "A letter" in late.content.decode()
    assert "A call" in page(county, "labels")


def test_whoever_does_not_work_with_the_child_finds_nothing(county):
    voice = heard(county)
    for route, refs in (("page", ()), ("add", ()), ("labels", ()), ("change", (voice.ref,))):
        assert browser("ben").get(at(county, route, *refs)).status_code == 404
