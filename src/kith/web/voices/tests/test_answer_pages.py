"""Correcting what came of a child's words, as a worker does it in the pages."""

from django.test import Client
from django.urls import reverse

from kith.apps.voices.models import Answer
from kith.testing.factories import Partnership
from kith.web.voices.tests.test_voice_pages import at, browser, county, heard, page, pytestmark

__all__ = ["county", "pytestmark"]
CAME = {"what": "plan", "words": "It opens the plan.", "on": "12 November 2026", "version": "0"}


def said_of_it(county: Partnership) -> Answer:
    voice = heard(county)
    browser("tess").post(at(county, "answer", voice.ref, "used"), CAME)
    return Answer.objects.get()


def corrected(county: Partnership, answer: Answer, words: str, *, version: str = "1", who: str = "pru") -> Client:
    client = browser(who)
    done = client.post(at(county, "correct", answer.ref), CAME | {"words": words, "version": version})
    assert done.status_code == 302
    return client


def test_a_correction_shows_what_stood_before_and_is_undone_by_one_press(county):
    answer = said_of_it(county)
    assert 'value="2"' not in page(county) and "It opens the plan." in page(county)
    client = corrected(county, answer, "It closes the plan.")
    text = page(county)
    before = text.index("How it stood before")
    assert text.index("It closes the plan.") < before < text.index("It opens the plan.")
    assert "Tess Worker, School" in text[before:]
    client.post(client.session["notice"]["undo_url"])
    text = page(county)
    assert text.index("It opens the plan.") < text.index("How it stood before") < text.index("It closes the plan.")


def test_the_second_of_two_sees_what_stands_now_and_keeps_their_words(county):
    answer = said_of_it(county)
    corrected(county, answer, "It closes the plan.")
    late = browser("tess").post(at(county, "correct", answer.ref), CAME | {"words": "It is the plan.", "version": "1"})
    text = late.content.decode()
    assert late.status_code == 422 and "As it stands now" in text and "It closes the plan." in text
    assert "Written last by <bdi>Pru Worker, Council</bdi>" in text
    assert "It is the plan.</textarea>" in text and 'name="version" value="2"' in text


def test_what_was_taken_out_stands_struck_through_and_is_put_back_later(county):
    answer = said_of_it(county)
    browser("pru").post(at(county, "take_out", answer.ref), {"version": "1"})
    assert "<s>It opens the plan.</s>" in page(county) and "Not used anywhere yet" in page(county)
    browser("tess").post(at(county, "put_back", answer.ref), {"version": "2"})
    assert "<s>" not in page(county)


def test_whoever_does_not_work_with_the_child_corrects_nothing(county):
    answer = said_of_it(county)
    for route in ("correct", "undo_correction"):
        assert browser("ben").post(at(county, route, answer.ref), CAME).status_code == 404
    assert reverse("voices:correct", args=[county.refs["mina"], answer.ref]) in page(county)
