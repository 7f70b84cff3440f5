"""What Kith knows already offers itself as a row, under the seals of where it is known from, and only once."""

from collections.abc import Iterator

import pytest

from kith.apps.access.queries import target_of
from kith.apps.access.services import NewSeal, set_seal
from kith.apps.audit.services import load
from kith.apps.cases.models import PathStep
from kith.apps.chronologies.knowing import _data
from kith.apps.chronologies.models import Entry, Telling
from kith.apps.people.models import HouseholdMember
from kith.apps.voices.projections import VoiceSaid
from kith.apps.voices.services import hear_voice
from kith.engines.chronology import event_types
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import NOW, OPERATOR
from kith.web.chronologies.tests.thumbs import Thumb, small_county

pytestmark = pytest.mark.django_db
STEP = "A strategy discussion is held."


@pytest.fixture
def thumb() -> Iterator[Thumb]:
    """Of Kit it is known that he moved in spring, what he said, and that there was a strategy discussion."""
    with small_county() as made:
        with load("test.known", by=OPERATOR, now=NOW, payload={}):
            stay = HouseholdMember.objects.get(person__subject__ref=made.refs["kit"])
            stay.since = "2026-21"
            stay.save()
            step = PathStep(number=1, step="strategy", on_day=NOW.date(), recorded_at=NOW)
            step.subject_id, step.recorded_by_id = target_of(made.refs["kit"]).id, made.loaded.workers["sue"]
            step.organisation_id = made.actor("sue").agency_id
            step.save(force_insert=True)
        said = VoiceSaid(on=PartialDate("2026-11-10"), way="spoken", words="I like the sea.")
        hear_voice(by=made.actor("sue"), child_ref=made.refs["kit"], said=said, now=NOW)
        yield Thumb(made)


def offered(thumb: Thumb) -> list[str]:
    """Where each leads, the newest first."""
    found = thumb.page("known").split(f'href="{thumb.at("add")}/')[1:]
    return [part.partition('"')[0] for part in found]


def voice(thumb: Thumb) -> list[str]:
    return next(one for one in offered(thumb) if one.startswith("voice")).split("/")


def test_steps_words_and_moves_offer_themselves_the_newest_first(thumb: Thumb) -> None:
    assert [one.partition("/")[0] for one in offered(thumb)] == ["step", "voice", "moved"]
    page = thumb.page("known")
    for words in (STEP, "Kit moved to 2 Brook Lane.", "spring 2026", "I like the sea."):
        assert words in page


def test_one_press_fills_the_form_and_what_is_a_row_is_offered_no_more(thumb: Thumb) -> None:
    at = voice(thumb)
    form = thumb.page("add_known", *at)
    assert 'value="10 November 2026"' in form and "I like the sea." in form and "Kit said how things are." in form
    assert not Entry.objects.exists()
    thumb.sends("add_known", *at, on="other", start="10 November 2026", fact="He said so.", childs_words="The sea.")
    assert Entry.objects.get().came_of == ":".join(at)
    assert [one.partition("/")[0] for one in offered(thumb)] == ["step", "moved"]
    assert thumb.client.get(thumb.at("add_known", *at)).status_code == 404
    other_agency = Thumb(thumb.county, "ray")
    assert len(offered(other_agency)) == 3


def test_whoever_is_second_loses_no_words(thumb: Thumb) -> None:
    at = voice(thumb)
    for who in ("sue", "ben"):
        Thumb(thumb.county, who).sends("add_known", *at, on="today", fact=f"Said {who}.")
    rows = dict(Telling.objects.values_list("fact", "entry__came_of"))
    assert rows == {"Said sue.": ":".join(at), "Said ben.": ""}


def test_it_has_a_draft_of_its_own(thumb: Thumb) -> None:
    at = voice(thumb)
    thumb.sends("add_known", *at, draft="by_itself", fact="Half of it")
    assert "Half of it" in thumb.page("add_known", *at) and "Half of it" not in thumb.page("add")
    thumb.sends("add_known", *at, on="today", fact="All of it")
    assert "Half of it" not in thumb.page("add")


def test_what_is_set_aside_is_offered_to_that_agency_no_more_until_it_is_undone(thumb: Thumb) -> None:
    at = voice(thumb)
    thumb.sends("set_aside", *at)
    assert len(offered(Thumb(thumb.county, "ben"))) == 2 and len(offered(Thumb(thumb.county, "ray"))) == 3
    thumb.sends("offer_again", *at)
    assert len(offered(thumb)) == 3
    assert thumb.sends("set_aside", "voice", "0" * 26).status_code == 404


def test_whoever_may_not_see_where_it_is_known_from_is_offered_nothing(thumb: Thumb) -> None:
    at = voice(thumb)
    seal = NewSeal(kind="therapy", why="Told in trust", records=(("voice", at[1]),))
    set_seal(by=thumb.county.actor("sue"), subject_ref=thumb.county.refs["kit"], seal=seal, now=NOW)
    ben = Thumb(thumb.county, "ben")
    assert len(offered(thumb)) == 3
    assert [one.partition("/")[0] for one in offered(ben)] == ["step", "moved"]
    assert "the sea" not in ben.page("known")
    nobodys = ben.client.get(ben.at("add_known", "voice", "0" * 26))
    assert ben.client.get(ben.at("add_known", *at)).content == nobodys.content
    assert Thumb(thumb.county, "zoe").client.get(thumb.at("known")).status_code != 200


def test_what_is_yet_to_come_is_no_event(thumb: Thumb) -> None:
    with load("test.known", by=OPERATOR, now=NOW, payload={}):
        HouseholdMember.objects.filter(person__subject__ref=thumb.county.refs["kit"]).update(until="2031")
    assert not [one for one in offered(thumb) if one.startswith("left")]


def test_each_is_taken_for_a_kind_of_event_that_there_is() -> None:
    assert set(_data("steps").values()) <= set(event_types())
