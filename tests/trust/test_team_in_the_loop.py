"""Workers of a child's team in the ledger: told, invited, came or why not; kept apart from the family."""

from dataclasses import replace
from typing import Any

import pytest
from django.urls import reverse

from kith.apps.access.queries import NothingHere, team_around
from kith.apps.access.services import NewSeal, set_seal
from kith.apps.audit.services import load, reading
from kith.apps.cases import services as cases
from kith.apps.cases.projections import GuestTold, MeetingTold
from kith.apps.occasions import queries, services
from kith.apps.occasions.models import Occasion, TeamRow
from kith.apps.occasions.projections import RowSaid
from kith.apps.occasions.saying import CannotKeep
from kith.apps.records.base import StaleVersion
from kith.apps.teams.models import TeamPlace
from kith.testing.factories import LONG_AGO, NOW, OPERATOR, Partnership
from tests.trust.relative_pages import publish, told_mum, words_of
from tests.trust.share_links import opened, page
from tests.trust.visitor import visitor

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
TOLD = RowSaid(told_on=TODAY, told_by="Pru", told_words="Mina is in hospital, and safe.")


@pytest.fixture
def ann(county: Partnership) -> str:
    """A health visitor without an account; the ref of her place."""
    with load("test.place", by=OPERATOR, now=NOW, payload={}):
        row = TeamPlace(basis="public_task", since_on=LONG_AGO, recorded_at=NOW, name="Ann Lowe", agency="Clearwater")
        row.subject_id, row.recorded_by_id = county.subject_ids["mina"], county.loaded.workers["pru"]
        row.save(force_insert=True)
    return str(row.ref)


def hospital() -> str:
    return str(Occasion.objects.get(words="A night in hospital").ref)


def keep(county: Partnership, seat: str, said: RowSaid = TOLD, who: str = "pru", version: int = 0) -> None:
    with reading("test", by=county.actor(who), now=NOW):
        services.keep_team_row(
            by=county.actor(who),
            child_ref=county.refs["mina"],
            occasion_ref=hospital(),
            seat_ref=seat,
            said=said,
            expected_version=version,
            now=NOW,
        )


def occasion(county: Partnership, who: str = "pru") -> Any:
    with reading("test", by=county.actor(who), now=NOW):
        return queries.occasion_page(county.actor(who), county.refs["mina"], hospital(), now=NOW)


def team(county: Partnership, who: str = "pru") -> dict[str, Any]:
    return {card.name: card for card in occasion(county, who).team}


def test_a_worker_with_an_account_and_one_without_are_told_and_invited_beside_the_family(county, ann):
    assert {"Ann Lowe", "Zed Worker"} <= set(team(county))
    keep(county, ann)
    keep(county, county.refs["zed"], RowSaid(invited_on=TODAY, invited_by="Pru", came="no"), version=1)
    found = team(county)
    assert (found["Ann Lowe"].told, found["Ann Lowe"].post) == ("yes", "Clearwater")
    assert (found["Zed Worker"].invited, found["Zed Worker"].came) == ("yes", "Did not come")
    family = {card.name for card in occasion(county).everybody}
    assert not family & set(found), "each is in one part alone"
    page = visitor("pru").get(reverse("occasions:loop", args=[county.refs["mina"]])).body.decode()
    assert page.index("The family") < page.index("The team") < page.index("Ann Lowe")


def test_whoever_left_the_team_keeps_what_is_said_of_them(county, ann):
    keep(county, ann)
    with load("test.left", by=OPERATOR, now=NOW, payload={}):
        TeamPlace.objects.filter(ref=ann).update(until_on=TODAY)
    assert team(county)["Ann Lowe"].said.told_words == TOLD.told_words


def test_a_sealed_place_is_absent_with_its_row_and_cannot_be_written_for(county, ann):
    keep(county, ann)
    seal = NewSeal(kind="witness", why="Nobody may know.", records=(("team", ann),))
    set_seal(by=county.actor("zed"), subject_ref=county.refs["mina"], seal=seal, now=NOW)
    assert "Ann Lowe" in team(county, "zed") and "Ann Lowe" not in team(county)
    shown = visitor("pru").get(reverse("occasions:loop", args=[county.refs["mina"]])).body.decode()
    assert "Ann Lowe" not in shown and TOLD.told_words not in shown
    with pytest.raises(NothingHere):
        keep(county, ann, version=1)


def test_no_worker_of_the_ledger_is_on_a_relatives_page(county, ann):
    occasions = told_mum(county)
    before = words_of(page(opened(publish(county, occasions))))
    keep(county, ann)
    after = words_of(page(opened(publish(county, occasions))))
    assert after == before and "Ann Lowe" not in after


def test_somebody_of_no_team_is_not_there(county):
    for seat in (county.refs["tess"], county.refs["uncle"], "0" * 26):
        with pytest.raises(NothingHere):
            keep(county, seat)
    with pytest.raises(NothingHere):
        keep(county, county.refs["zed"], who="ned")


@pytest.mark.parametrize(
    ("said", "says"),
    [
        (RowSaid(), "Say whether they were told"),
        (RowSaid(why_not="own_wish"), "reasons that are offered"),
        (RowSaid(why_not="unsafe"), "in a few words why"),
        (replace(TOLD, told_by=""), "Say who told them"),
    ],
)
def test_a_row_that_cannot_be_keeps_nothing(county, ann, said, says):
    with pytest.raises(CannotKeep, match=says):
        keep(county, ann, said)
    assert not TeamRow.objects.filter(seat_ref=ann).exists()


FORM = {"told_on": "24 November 2026", "told_by": "Pru", "version": "0"}


@pytest.mark.parametrize("part", ["row", "team_row"])
def test_two_at_once_lose_nothing_in_either_part(county, ann, part):
    """In the browser: the second one sees both, and saves with what stands."""
    whom = ann if part == "team_row" else county.refs["friend"]
    where = reverse(f"occasions:{part}", args=[county.refs["mina"], hospital(), whom])
    assert visitor("pru").post(where, told_words="She is safe.", **FORM).status == 302
    second = visitor("zed").post(where, told_words="She is home.", **FORM)
    shown = second.body.decode()
    assert second.status == 422
    assert "She is safe." in shown and "She is home." in shown, "what stands, and what was typed"
    assert "Somebody else wrote about this person while you were writing." in shown
    assert 'name="version" value="1"' in shown
    both = "She is safe, and home."
    assert visitor("zed").post(where, told_words=both, **FORM | {"version": "1"}).status == 302
    assert both in visitor("pru").get(where).body.decode()


@pytest.mark.parametrize("part", ["row", "team_row"])
def test_nobody_is_written_down_for_what_was_taken_out_meanwhile(county, ann, part):
    whom = ann if part == "team_row" else county.refs["friend"]
    where = reverse(f"occasions:{part}", args=[county.refs["mina"], hospital(), whom])
    mina, one = county.refs["mina"], hospital()
    visitor("zed").post(reverse("occasions:take_out", args=[mina, one]), version="1")
    late = visitor("pru").post(where, told_words="She is safe.", **FORM)
    shown = late.body.decode()
    assert late.status == 422 and "She is safe." in shown
    assert "taken out on 24 November 2026" in shown and "Your words are kept below." in shown


def test_the_second_of_two_through_the_deed_is_told(county, ann):
    keep(county, ann)
    with pytest.raises(StaleVersion, match="your words are kept below"):
        keep(county, ann, replace(TOLD, told_words="Other."), "zed")
    assert team(county)["Ann Lowe"].said.told_words == TOLD.told_words


@pytest.fixture
def strategy(county: Partnership, ann: str) -> str:
    """A strategy discussion on the path, to which Zed came and Mum did not; its ref."""
    by = county.actor("pru")
    with reading("test", by=by, now=NOW):
        zed = next(one for one in team_around(by, county.refs["mina"], now=NOW) if one.name == "Zed Worker")
        guests = (
            GuestTold(kind="worker", key=zed.ref, presence="came", why="", says="Zed Worker"),
            GuestTold(kind="family", key=county.refs["mum"], presence="away", why="At work", says="Mum"),
        )
        told = MeetingTold(kind="strategy", on=TODAY, at="9:30", place="By video", guests=guests)
        return cases.keep_meeting(
            by=by, child_ref=county.refs["mina"], told=told, meeting_ref="", expected_version=0, now=NOW
        )


def row_at(county: Partnership, part: str, occasion: str, whom: str) -> str:
    return reverse(f"occasions:{part}", args=[county.refs["mina"], occasion, whom])


def test_what_the_path_says_of_a_worker_is_not_asked_again_and_of_others_it_is(county, ann, strategy):
    with reading("test", by=county.actor("pru"), now=NOW):
        page = queries.occasion_page(county.actor("pru"), county.refs["mina"], strategy, now=NOW)
    assert {card.name: card.came for card in page.team} == {"Zed Worker": "Came", "Ann Lowe": ""} | {
        card.name: "" for card in page.team if card.name not in ("Zed Worker", "Ann Lowe")
    }
    asked = {
        whom: visitor("pru").get(row_at(county, "team_row", strategy, ref)).body.decode()
        for whom, ref in (("zed", county.refs["zed"]), ("ann", ann))
    }
    assert 'name="came"' in asked["ann"] and 'name="came"' not in asked["zed"]
    assert "is kept on the path of help" in asked["zed"]


@pytest.mark.parametrize("part", ["row", "team_row"])
def test_a_row_about_a_meeting_that_was_withdrawn_meanwhile_keeps_the_words_and_says_what_to_do(
    county, ann, strategy, part
):
    where = row_at(county, part, strategy, ann if part == "team_row" else county.refs["friend"])
    assert visitor("pru").post(where, told_words="She is safe.", **FORM).status == 302
    cases.take_out_meeting(by=county.actor("pru"), child_ref=county.refs["mina"], meeting_ref=strategy, now=NOW)
    late = visitor("zed").post(where, told_words="She is home.", **FORM | {"version": "1"})
    shown = late.body.decode()
    assert late.status == 422 and "She is home." in shown
    assert "taken out of the path" in shown and "Record it on the path again first." in shown
    loop = visitor("pru").get(reverse("occasions:loop", args=[county.refs["mina"]])).body.decode()
    assert "taken out" in loop and "She is safe." not in loop, "it stands struck through, without its rows"
