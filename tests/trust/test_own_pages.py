"""What a young person kept for themself: nobody can tell that it is there, and no form loses a word beside it."""

import pytest
from django.urls import reverse

from kith.apps.ownpages.models import Part
from kith.apps.ownpages.vocabulary import ME
from kith.testing.factories import Partnership
from tests.trust.crawling import NOBODY
from tests.trust.own_pages import open_page, reading_own_pages, secret_page, seen_of
from tests.trust.test_two_worlds import compare
from tests.trust.visitor import visitor

pytestmark = pytest.mark.django_db
TOLD = {"on": "23 November 2026", "way": "spoken", "chose": "child"}


def hide_parts(county: Partnership) -> str:
    """Nobody is hidden: only parts of Mina's own page, which are for her and for whoever she named."""
    secret_page(county, "mina", "This is for me.")
    return NOBODY


def test_nobody_can_tell_that_parts_are_kept_from_them():
    found = compare(hide_parts, ("pru", "fay"), (reading_own_pages,))
    assert not found, "\n".join(found)


def test_whoever_wrote_it_down_sees_it(county):
    secret_page(county, "mina", "This is for me.")
    body = visitor("zed").get(reverse("ownpages:page", args=[county.refs["mina"]])).body.decode()
    assert "This is for me. harder" in body and "This is for me. before" in body


def test_whoever_was_second_keeps_every_word_and_sees_what_stands(county):
    browser, where = visitor("pru"), reverse("ownpages:write", args=[county.refs["mina"]])
    seen = seen_of(browser, county.refs["mina"])
    open_page(county, "mina", "Somebody was first.")
    part = {"harder-text": "Do not rush me.", "harder-readers": ME, "talk-text": "Ask me twice.", "talk-readers": ME}
    answer = browser.post(where, **TOLD, **part, seen=seen)
    assert answer.status == 422 and not Part.objects.filter(text="Do not rush me.").exists()
    body = answer.body.decode()
    assert "Do not rush me." in body and "Ask me twice." in body and "As it stands now" in body
    browser.post(where, **TOLD, **part, seen=seen_of(browser, county.refs["mina"]))
    assert Part.objects.filter(text="Do not rush me.", readers=ME).exists()


def test_words_without_readers_are_asked_about_and_kept(county):
    browser, ref = visitor("pru"), county.refs["mina"]
    answer = browser.post(
        reverse("ownpages:write", args=[ref]), **TOLD, **{"helps-text": "A walk."}, seen=seen_of(browser, ref)
    )
    assert answer.status == 422
    assert "Choose who may read “What helps me”." in answer.body.decode() and "A walk." in answer.body.decode()
