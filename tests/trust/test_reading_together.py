"""What happened, read together on a locked tablet: their copy and nothing else; what they say stands beside ours."""

import re
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import reading
from kith.apps.chronologies.models import Entry, Telling
from kith.apps.chronologies.queries import row_page, story_of
from kith.testing.factories import NOW, Partnership
from tests.trust.sealing import seal
from tests.trust.test_given_stories import SECRET, story  # noqa: F401 the county with rows that pytest asks for
from tests.trust.visitor import visitor

pytestmark = pytest.mark.django_db
PIN = "4071"
CHOSEN = {"child_says": "agreed", "safety": "safe", "hurt": "Nobody", "days": 7, "visits": 5, "telling": "phone"}


def at(county: Partnership, route: str) -> str:
    return reverse(f"chronologies:{route}", args=[county.refs["mina"], county.refs["mum"]])


@pytest.fixture
def tablet(story: Partnership) -> Client:  # noqa: F811
    """Handed over to Mina's mother, with two rows on it."""
    cache.clear()
    client = visitor("pru").client
    chosen = {**CHOSEN, "rows": [story.refs["mina row"], story.refs["mum row"]]}
    looked = client.post(at(story, "give"), {**chosen, "look": "yes"}).content.decode()
    seen = re.search(r'name="seen" value="(\w+)"', looked)
    assert seen
    answer = client.post(at(story, "give"), {**chosen, "together": "yes", "seen": seen[1], "code": PIN})
    assert (answer.status_code, answer.url) == (302, at(story, "together"))
    return client


def shown(tablet: Client, county: Partnership) -> str:
    return tablet.get(at(county, "together")).content.decode()


def say(tablet: Client, county: Partnership, **said: Any) -> Any:
    return tablet.post(at(county, "say"), said)


def test_it_shows_their_copy_and_no_word_of_the_system(story, tablet):  # noqa: F811
    page = shown(tablet, story)
    assert "Mina won the race." in page and "Grace Okafor said that she sleeps badly." in page
    assert "Kwame" not in page and SECRET.split()[0] not in page
    for word in ("amber", "Concern", "restricted", "Withdraw", "Export", "Sign out", "Today"):
        assert word not in page
    assert AuditRow.objects.filter(event="access.copy.read_together").count() == 1


def test_whatever_else_is_asked_leads_back(story, tablet):  # noqa: F811
    other = reverse("chronologies:together", args=[story.refs["mina"], story.refs["friend"]])
    for path in (
        reverse("today:home"),
        at(story, "give"),
        other,
        reverse("chronologies:page", args=[story.refs["mina"]]),
    ):
        answer = tablet.get(path)
        assert (answer.status_code, answer.url) == (302, at(story, "together")), path


def test_a_pin_that_is_none_locks_nothing(story):  # noqa: F811
    client = visitor("pru").client
    chosen = {**CHOSEN, "rows": [story.refs["mina row"]], "together": "yes", "code": "1111"}
    answer = client.post(at(story, "give"), chosen)
    assert answer.status_code == 422 and "A child would guess that one" in answer.content.decode()
    assert client.get(reverse("today:home")).status_code == 200


def test_it_is_covered_and_opened_with_the_pin(story, tablet):  # noqa: F811
    tablet.post(at(story, "cover"))
    assert "won the race" not in shown(tablet, story)
    tablet.post(at(story, "open_again"), {"code": "0000", "then": "back"})
    assert "won the race" not in shown(tablet, story)
    tablet.post(at(story, "open_again"), {"code": PIN, "then": "draw"})
    assert "won the race" in shown(tablet, story)
    tablet.post(at(story, "cover"))
    answer = tablet.post(at(story, "open_again"), {"code": PIN, "then": "back"})
    assert answer.url == at(story, "give")
    assert tablet.get(reverse("today:home")).status_code == 200


def test_what_they_say_stands_beside_the_row_under_their_name_and_is_never_made_one(story, tablet):  # noqa: F811
    assert say(tablet, story, beside=story.refs["mina row"], words="She came second. Kofi won.").status_code == 302
    row = Entry.objects.get(beside__ref=story.refs["mina row"])
    assert (row.teller, row.agency_id) == ("Grace Okafor", story.actor("pru").agency_id)
    assert "She came second. Kofi won." in shown(tablet, story)
    with reading("test", by=story.actor("pru"), now=NOW):
        page = row_page(story.actor("pru"), story.refs["mina"], story.refs["mina row"], called="Mina", now=NOW)
        seen = story_of(story.actor("pru"), story.refs["mina"], called="Mina", now=NOW)
    assert [one.said.fact for one in page.answers] == ["She came second. Kofi won."]
    assert [one.ref for one in seen.answers[story.refs["mina row"]]] == [row.ref]
    (ours,) = (one for one in seen.rows if one.ref == story.refs["mina row"])
    assert ours.said.fact == "Mina won the race." and not ours.group
    assert b"says beside it" in visitor("pru").get(reverse("chronologies:page", args=[story.refs["mina"]])).body


def test_what_is_said_beside_a_row_that_somebody_may_not_see_tells_them_nothing_of_it(story, tablet):  # noqa: F811
    say(tablet, story, beside=story.refs["mina row"], words="She came second.")
    seal(story, "mina", [("event", story.refs["mina row"])], readers=("zed",))
    with reading("test", by=story.actor("pru"), now=NOW):
        seen = story_of(story.actor("pru"), story.refs["mina"], called="Mina", now=NOW)
    assert story.refs["mina row"] not in {*seen.answers, *(row.ref for row in seen.rows)}
    assert "She came second." in {row.said.fact for row in seen.rows}


def test_something_that_is_missing_is_added_with_its_day(story, tablet):  # noqa: F811
    refused = say(tablet, story, words="We moved.", when="", beside="")
    assert refused.status_code == 422 and "We moved." in refused.content.decode()
    assert say(tablet, story, words="We moved.", when="spring 2026", beside="").status_code == 302
    assert Telling.objects.get(fact="We moved.").entry.teller == "Grace Okafor"
    assert "We moved." in shown(tablet, story)


def test_beside_a_row_that_is_not_on_the_tablet_nothing_is_said(story, tablet):  # noqa: F811
    say(tablet, story, beside=story.refs["restricted row"], words="I know.")
    assert not Telling.objects.filter(fact="I know.").exists()


def test_a_row_that_is_sealed_meanwhile_is_gone_at_the_next_look(story, tablet):  # noqa: F811
    seal(story, "mina", [("event", story.refs["mina row"])], readers=("pru", "zed"))
    page = shown(tablet, story)
    assert "won the race" not in page and "sleeps badly" in page


def test_a_child_who_is_sealed_meanwhile_leaves_the_cover(story, tablet):  # noqa: F811
    seal(story, "mina", readers=("zed",))
    assert tablet.get(at(story, "together")).status_code == 302
    assert "sleeps badly" not in shown(tablet, story)
