"""What Kith knows already offers itself as a row, under the seals of where it is known from, and only once."""

from collections.abc import Iterator

import pytest
from django.urls import reverse

from kith.apps.access.queries import target_of
from kith.apps.access.services import NewSeal, set_seal
from kith.apps.audit.services import load
from kith.apps.cases.models import PathStep
from kith.apps.chronologies.knowing import _data
from kith.apps.chronologies.models import Entry, SetAside, Telling
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


def offered(thumb: Thumb, route: str = "known") -> list[str]:
    """Where each leads, the newest first."""
    found = thumb.page(route).split(f'href="{thumb.at("add")}/')[1:]
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
    assert thumb.sends("set_aside", *at, why="nonsense").status_code == 302 and len(offered(thumb)) == 3
    thumb.sends("set_aside", *at, why="not_right")
    assert "It is not right" in Thumb(thumb.county, "ben").page("known")
    assert "It is not right" not in Thumb(thumb.county, "ray").page("known").partition("left-out")[2]
    assert len(offered(Thumb(thumb.county, "ben"))) == 2 and len(offered(Thumb(thumb.county, "ray"))) == 3
    thumb.sends("offer_again", *at)
    assert len(offered(thumb)) == 3
    assert thumb.sends("set_aside", "voice", "0" * 26, why="not_right").status_code == 404


def mark(thumb: Thumb, at: list[str]) -> str:
    """Of what the page shows of it."""
    shown = thumb.page("known").partition(thumb.at("take_over", *at))[2]
    return shown.partition('name="mark" value="')[2].partition('"')[0]


def test_one_press_takes_over_what_was_shown_and_is_undone(thumb: Thumb) -> None:
    at = voice(thumb)
    thumb.sends("take_over", *at, mark=mark(thumb, at), at="story")
    row, said = Entry.objects.get(), Telling.objects.get()
    assert (row.came_of, said.start, said.childs_words) == (":".join(at), "2026-11-10", "I like the sea.")
    page = thumb.page("page")
    assert said.fact in page and "It stands in the story" in page
    thumb.client.post(f"{thumb.at('take_back', row.ref)}?version=1")
    row.refresh_from_db()
    assert row.withdrawn_at and len(offered(thumb)) == 3


def test_the_story_asks_for_the_newest_and_opens_where_somebody_came_from(thumb: Thumb) -> None:
    part = f"{thumb.at('known')}?part=story"
    assert f'data-offers="{part}"' in thumb.page("page")
    for asked in (part, f"{thumb.at('page')}?known=open"):
        shown = thumb.client.get(asked).content.decode()
        assert "3 things Kith knows are" in shown and shown.count("Change it first") == 3
    for one in offered(thumb):
        thumb.sends("set_aside", *one.split("/"), why="not_right")
    assert "All that Kith knows is in the story." in thumb.client.get(part).content.decode()
    zoe = Thumb(thumb.county, "zoe")
    assert "kith-known" not in zoe.page("page") and zoe.client.get(part).status_code != 200


def test_two_agencies_hear_of_each_other_before_either_takes_it(thumb: Thumb) -> None:
    at, school = voice(thumb), Thumb(thumb.county, "ray")
    seen_before = mark(school, at)
    thumb.sends("take_over", *at, mark=mark(thumb, at))
    school.sends("take_over", *at, mark=seen_before)
    assert Entry.objects.count() == 1 and "since you looked" in school.page("known")
    assert "Add your account too" in school.page("known")
    school.sends("take_over", *at, mark=mark(school, at))
    assert Entry.objects.filter(came_of=":".join(at)).count() == 2


def test_whoever_changes_it_first_hears_of_the_other_agency_too_and_keeps_every_word(thumb: Thumb) -> None:
    at, school = voice(thumb), Thumb(thumb.county, "ray")
    said = {"on": "today", "fact": "He told me of the sea.", "mark": mark(school, at)}
    thumb.sends("take_over", *at, mark=mark(thumb, at))
    back = school.sends("add_known", *at, **said)
    page = back.content.decode()
    assert back.status_code == 422 and "since you looked" in page and "He told me of the sea." in page
    assert "A row of yours would stand beside it." in page and Entry.objects.count() == 1
    school.sends("add_known", *at, **said | {"mark": mark(school, at)})
    assert Entry.objects.filter(came_of=":".join(at)).count() == 2


def test_a_row_that_is_sealed_to_somebody_tells_them_nothing(thumb: Thumb) -> None:
    at = voice(thumb)
    before = {who: Thumb(thumb.county, who).page("known") for who in ("ben", "ray")}
    thumb.sends("take_over", *at, mark=mark(thumb, at))
    told = (("event", Entry.objects.get().ref),)
    set_seal(
        by=thumb.county.actor("sue"),
        subject_ref=thumb.county.refs["kit"],
        seal=NewSeal(kind="therapy", why="Told in trust", records=told),
        now=NOW,
    )
    assert [one.partition("/")[0] for one in offered(thumb)] == ["step", "moved"]
    for who, page in before.items():
        assert offered(Thumb(thumb.county, who)) == [
            part.partition('"')[0] for part in page.split(f'href="{thumb.at("add")}/')[1:]
        ]
        assert "Add your account too" not in Thumb(thumb.county, who).page("known")


def test_a_second_press_says_that_it_is_done(thumb: Thumb) -> None:
    at, ben = voice(thumb), Thumb(thumb.county, "ben")
    shown = mark(thumb, at)
    for who in (thumb, ben):
        who.sends("take_over", *at, mark=shown)
    assert Entry.objects.count() == 1 and "Nothing was done twice" in ben.page("known")
    ben.sends("set_aside", *at, why="not_right")
    assert not SetAside.objects.exists()


def test_the_form_shows_what_is_known_of_the_chosen_days(thumb: Thumb) -> None:
    def near(**chosen: str) -> str:
        return thumb.sends("near", **chosen).content.decode()

    assert STEP in near(on="today") and "I like the sea." not in near(on="today")
    assert thumb.at("near") in thumb.page() and "data-near" not in thumb.page("add_known", *voice(thumb))
    assert "I like the sea." in near(on="other", start="14 November 2026")
    assert "I like the sea." not in near(on="other", start="20 November 2026")
    assert "moved to 2 Brook Lane" in near(on="other", start="April 2026")
    assert near(on="other", start="the other day").strip() == near(on="not_sure").strip() == ""


def test_what_was_recorded_leads_to_the_story_for_whoever_writes_there(thumb: Thumb) -> None:
    said = {"kind": "event", "on": "23 November 2026", "words": "A night in hospital", "version": "0"}
    refs = [thumb.county.refs["kit"]]
    done = thumb.client.post(reverse("occasions:add", args=refs), said, follow=True).content.decode()
    assert "Add to the chronology" in done
    at = done.partition(f"{thumb.at('add')}/")[2].partition('"')[0].split("/")
    assert "A night in hospital" in thumb.page("add_known", *at)


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
