"""Writing down what happened with a thumb: when by a press, what the words are taken for, and what is kept unsent."""

from collections.abc import Iterator

import pytest
from django.test import Client

from kith.apps.access.services import NewSeal, set_seal
from kith.apps.audit.models import AuditRow
from kith.apps.chronologies.models import Entry, EntryChild, Telling
from kith.apps.drafts.models import Draft
from kith.apps.drafts.own import words_in
from kith.testing.factories import NOW, Partnership
from kith.web.chronologies.tests.thumbs import Thumb, small_county

pytestmark = pytest.mark.django_db
FACT = "Met Kit at school. She was cheerful."


@pytest.fixture
def county() -> Iterator[Partnership]:
    with small_county() as made:
        yield made


@pytest.fixture
def thumb(county: Partnership) -> Thumb:
    return Thumb(county)


def sealed(county: Partnership, whom: str, by: str = "sue") -> None:
    """Nobody else is on its list."""
    seal = NewSeal(kind="therapy", why="Told in trust", records=())
    set_seal(by=county.actor(by), subject_ref=county.refs[whom], seal=seal, now=NOW)


@pytest.mark.parametrize(
    ("on", "words", "start"),
    [
        ("today", "", "2026-11-24"),
        ("yesterday", "spring 2019", "2026-11-23"),
        ("not_sure", "spring 2026", "2026-21"),
        ("other", "14/3/2026", "2026-03-14"),
        ("", "March 2026", "2026-03"),
    ],
)
def test_a_row_is_when_and_a_sentence(thumb: Thumb, on: str, words: str, start: str) -> None:
    assert thumb.sends(on=on, start=words, fact=FACT).status_code == 302
    assert (Telling.objects.get().start, Telling.objects.get().fact) == (start, FACT)


@pytest.mark.parametrize(("on", "words"), [("not_sure", ""), ("other", "the other day"), ("", "")])
def test_without_a_day_it_asks_for_one_and_keeps_the_words(thumb: Thumb, on: str, words: str) -> None:
    answer = thumb.sends(on=on, start=words, fact=FACT)
    page = answer.content.decode()
    assert answer.status_code == 422 and FACT in page and "spring 20" in page
    assert not Entry.objects.exists()


def test_a_sister_is_one_press_more(thumb: Thumb) -> None:
    assert "add Lou" in thumb.page()
    thumb.sends(on="today", fact=FACT, others=thumb.county.refs["lou"])
    assert {one.subject.ref for one in EntryChild.objects.all()} == {thumb.county.refs["kit"], thumb.county.refs["lou"]}


def test_whoever_may_not_write_about_her_is_offered_no_sister(county: Partnership) -> None:
    assert "Lou" in Thumb(county, "ben").page()
    sealed(county, "lou")
    assert "Lou" not in Thumb(county, "ben").page()


def keeps(thumb: Thumb, words: str = FACT, **more: str) -> None:
    answer = thumb.sends(draft="by_itself", on="not_sure", start="spring 2026", fact=words, **more)
    assert answer.headers["Content-Type"] == "application/json" and b"saved_at" in answer.content


def test_what_is_not_sent_is_kept_for_whoever_writes_it_and_for_nobody_else(thumb: Thumb) -> None:
    keeps(thumb, rag="green", others=thumb.county.refs["lou"])
    page = thumb.page()
    assert FACT in page and 'value="spring 2026"' in page and "All saved" in page
    assert page.count(" checked") == 3  # not sure, strength, Lou
    for who in ("ben", "ray"):
        assert FACT not in Thumb(thumb.county, who).page()
    assert not Entry.objects.exists()


def test_it_is_sealed_where_it_is_kept_and_on_no_record(thumb: Thumb) -> None:
    keeps(thumb)
    assert "cheerful" not in Draft.objects.get().sealed
    row = AuditRow.objects.filter(event="drafts.draft.kept").get()
    assert all("cheerful" not in str(value) for value in vars(row).values())


def test_the_newest_words_stand_and_are_gone_once_they_are_sent(thumb: Thumb) -> None:
    keeps(thumb, "Met K")
    keeps(thumb)
    assert Draft.objects.count() == 1
    thumb.sends(on="today", fact=FACT)
    assert not Draft.objects.exists() and FACT not in thumb.page()


def test_they_can_be_thrown_away_and_kept_by_hand(thumb: Thumb) -> None:
    assert thumb.sends(draft="by_hand", fact=FACT).status_code == 302
    assert FACT in thumb.page()
    thumb.sends(draft="afresh", fact=FACT)
    assert FACT not in thumb.page() and not Draft.objects.exists()


def test_a_child_who_is_sealed_takes_the_draft_along(thumb: Thumb) -> None:
    keeps(thumb)
    sealed(thumb.county, "kit", by="ben")
    assert "/known" in thumb.client.get(thumb.at("add"))["Location"]
    assert thumb.sends(draft="by_itself", fact="Changed.").status_code == 404
    assert thumb.sends(draft="afresh").status_code == 404
    assert words_in(Draft.objects.get(), thumb.county.actor("sue")).count("cheerful") == 1


def test_too_much_for_a_draft_is_said_and_loses_nothing(thumb: Thumb) -> None:
    answer = thumb.sends(draft="by_itself", fact="x" * 200_001)
    assert "Send a part of it first" in answer.json()["says"]


def test_what_words_for_a_day_are_taken_for_is_said_back(thumb: Thumb) -> None:
    said = {words: thumb.client.post("/when-in-words", {"words": words}).json() for words in ("spring 2026", "x", "\0")}
    assert said["spring 2026"] == {"says": "We understand: spring 2026.", "is_read": True}
    assert not said["x"]["is_read"] and not said["\0"]["is_read"]
    assert Client().post("/when-in-words", {"words": "2026"}).status_code == 302
