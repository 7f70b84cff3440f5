"""One box: what is understood of a question, what is found, and why."""

from collections.abc import Iterator

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.agencies.projections import NOBODY
from kith.apps.directory.queries import search_page
from kith.testing.directory_of_county import fill_directory
from kith.testing.factories import NOW, OPERATOR, TODAY, Partnership, agency, partnership, rolled_back, worker

pytestmark = pytest.mark.django_db
DADS = "someone for dads who lost their licence, near Eastmarch Quay"


@pytest.fixture
def county() -> Iterator[Partnership]:
    with rolled_back():
        fill_directory(by=OPERATOR, today=TODAY, now=NOW)
        teams = [agency("health", "health-visiting")]
        yield partnership(
            agencies=teams, workers=[worker("gwen", "practitioner", agency="health", teams=["health-visiting"])]
        )


def found(county: Partnership, text: str) -> list[str]:
    return [one.name for one in search_page(county.actor("gwen"), text, now=NOW).found]


def test_dads_who_lost_their_licence_near_the_quay_find_their_worker(county):
    page = search_page(county.actor("gwen"), DADS, now=NOW)
    first = page.found[0]
    assert page.understood == ("dads", "driving and licences", "near Eastmarch Quay")
    assert (first.name, first.misses) == ("Back on the Road Dads", ())
    assert first.fits == ("dads", "driving and licences", "in Eastmarch Quay")
    assert all("says nothing of driving and licences" in one.misses for one in page.found[1:])


def test_near_beats_far_and_what_is_further_away_says_so(county):
    page = search_page(county.actor("gwen"), "food bank in Ostering", now=NOW)
    assert page.found[0].name == "Ostering food cupboard"
    far = next(one for one in page.found if one.name == "Tideline food pantry")
    assert far.misses == ("further away",)


def test_somebody_of_another_age_comes_last_and_is_told(county):
    page = search_page(county.actor("gwen"), "counselling for a 20 year old", now=NOW)
    assert page.found[0].name != "Harbour Lights counselling"
    assert {one.name for one in page.found if one.misses} >= {"Harbour Lights counselling"}
    assert [bool(one.misses) for one in page.found] == sorted(bool(one.misses) for one in page.found)


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("autism", "Autism parents’ circle"),
        ("granny is bringing him up", "Grand and Kin"),
        ("somewhere to live for a care leaver", "Nightstop"),
        ("young carers", "Young carers’ club"),
    ],
)
def test_plain_words_find_what_the_field_calls_otherwise(county, asked, first):
    assert found(county, asked)[0] == first


def test_what_was_understood_is_said_in_the_words_that_were_typed(county):
    page = search_page(county.actor("gwen"), "Hollis, boats and dads near Ostering", now=NOW)
    assert page.understood == ("dads", "“hollis”", "“boats”", "near Ostering")


def test_what_is_stale_or_never_checked_says_so(county):
    stale = {one.name for one in search_page(county.actor("gwen"), "autism dad to dad", now=NOW).found if one.is_stale}
    assert {"Dad to Dad", "Autism parents’ circle"} <= stale
    assert "Back on the Road Dads" not in stale


def test_teams_are_found_by_what_they_are_and_never_by_who_is_in_them(county):
    page = search_page(county.actor("gwen"), "health visiting", now=NOW)
    assert [team.name for team in page.teams] == ["Health Visiting team"]
    assert search_page(county.actor("gwen"), "Gwen", now=NOW).teams == ()


def test_somebody_at_work_is_found_by_name_with_the_number_of_their_team(county):
    (gwen,) = search_page(county.actor("gwen"), "where is Gwen?", now=NOW).workers
    assert (gwen.name.split()[0], gwen.team) == ("Gwen", "Health Visiting team")
    assert search_page(county.actor("gwen"), "", need="family_hub", now=NOW).workers == ()


def test_of_a_refuge_nobody_is_found_by_name():
    agencies = [agency("haven", "haven-team", kind="refuge"), agency("health", "health-visiting")]
    workers = [
        worker("rosa", "practitioner", agency="haven", teams=["haven-team"]),
        worker("gwen", "practitioner", agency="health", teams=["health-visiting"]),
    ]
    with rolled_back():
        county = partnership(agencies=agencies, workers=workers)
        assert search_page(county.actor("gwen"), "Rosa", now=NOW).workers == ()
        assert [one.name.split()[0] for one in search_page(county.actor("rosa"), "Gwen", now=NOW).workers] == ["Gwen"]


def test_what_was_chosen_instead_of_words_is_shown(county):
    page = search_page(county.actor("gwen"), "", need="family_hub", now=NOW)
    assert {one.name for one in page.found} >= {"Saltmere Family Hub", "Family Hub on wheels"}
    assert page.teams == ()


def test_nothing_asked_and_nothing_found_are_empty_and_whoever_is_nobody_sees_nothing(county):
    assert search_page(county.actor("gwen"), " ", now=NOW).how_many == 41
    assert found(county, "qwertz") == []
    assert found(county, "for the") == []
    with pytest.raises(NothingHere):
        search_page(NOBODY, "dads", now=NOW)
