"""Rows that agencies keep: owned, corrected visibly, withdrawn, told by the family, sealed, and never hinted at."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.access.services import Destroying, Joining, NewSeal, declare_conflict, set_seal
from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import Deed, load, reading
from kith.apps.chronologies import queries, services
from kith.apps.chronologies.models import Entry, Telling
from kith.apps.chronologies.projections import AboutToo, RowCard, RowSaid, Story
from kith.apps.chronologies.rules import CannotTell
from kith.apps.people.models import PersonName
from kith.apps.records.base import StaleVersion
from kith.kernel.partial_dates import PartialDate
from kith.kernel.text import BadText
from kith.testing.factories import (
    NOW,
    OPERATOR,
    Partnership,
    agency,
    child,
    couple,
    family,
    partnership,
    person,
    rolled_back,
    worker,
)

pytestmark = pytest.mark.django_db
LATE = RowSaid(start=PartialDate("2026-11-16"), fact="Late twice in one week.", type="attendance", rag="amber")
ROW = RowSaid(
    start=PartialDate("2026-03-06"),
    fact="Officers attended. Altercation between father and mother.",
    type="police_incident",
    rag="red",
)
ALSO = RowSaid(
    start=PartialDate("2026-03-07"), fact="Mum told HV of a row with dad. Police came.", type="parent_change"
)


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Sue, Ray and Pol of three agencies work with Kit, and Sue with his sister Lou too; Ben works with nobody."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("school"), agency("police")],
            workers=[
                worker("sue"),
                worker("ray", agency="school"),
                worker("rae", agency="school"),
                worker("pol", agency="police"),
                worker("ben"),
            ],
        )
        kit, lou = child("kit", "Kit Brook"), child("lou", "Lou Brook")
        pair = [couple("nan", children=["kit", "lou"])]
        made.add([family(kit, lou, person("nan", "Zipporah Vale"), unions=pair, centres=["kit", "lou"])])
        made.add([family(child("tom", "Tom Penhale"), person("dan", "Dan Penhale"))])
        for who in ("sue", "ray", "rae", "pol"):
            made.involve("kit", who)
        made.involve("lou", "sue")
        yield made


def add(county: Partnership, said: RowSaid = LATE, who: str = "ray", whom: str = "kit") -> str:
    return services.add_row(by=county.actor(who), child_ref=county.refs[whom], said=said, now=NOW)


def story(county: Partnership, who: str = "sue", whom: str = "kit") -> Story:
    with reading("test", by=county.actor(who), now=NOW):
        return queries.story_of(county.actor(who), county.refs[whom], called=whom.title(), now=NOW)


def facts(county: Partnership, who: str = "sue", whom: str = "kit") -> list[str]:
    return [row.said.fact for row in story(county, who, whom).rows]


def one(county: Partnership, who: str = "sue") -> RowCard:
    (row,) = story(county, who).rows
    return row


def at(county: Partnership, who: str = "ray", **more: Any) -> dict[str, Any]:
    return {"by": county.actor(who), "child_ref": county.refs["kit"], "now": NOW} | more


def correct(county: Partnership, ref: str, said: RowSaid, who: str = "ray", version: int = 1) -> int:
    return services.correct_row(**at(county, who, row_ref=ref, said=said, expected_version=version))


def seal(county: Partnership, kind: str, ref: str, whom: str = "kit") -> None:
    """Only Sue is on its list."""
    kept = NewSeal(kind="therapy", why="Told in trust", records=((kind, ref),) if ref else ())
    set_seal(by=county.actor("sue"), subject_ref=county.refs[whom], seal=kept, now=NOW)


def test_rows_of_all_agencies_stand_in_one_order_and_likely_accounts_beside_each_other(county):
    add(county)
    add(county, ALSO, "sue")
    add(county, ROW, "pol")
    found = story(county)
    assert [(row.agency, row.group) for row in found.rows] == [("Police", 1), ("Council", 1), ("School", 0)]
    assert [row.when for row in found.rows] == ["6 March 2026", "7 March 2026", "16 November 2026"]
    assert len(found.groups) == 1 and not found.chronology.is_cut


def test_only_when_and_what_are_asked_for_and_what_is_missing_is_said_to_its_own_agency(county):
    add(county, RowSaid(start=PartialDate("2026-21"), fact="Moved house."))
    assert one(county, "ray").missing == ("type", "source", "impact", "rag", "action", "basis")
    assert one(county, "sue").missing == ()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"fact": "  "}, "Write what happened"),
        ({"start": PartialDate("2031")}, "yet to come"),
        ({"end": PartialDate("2026-11-01")}, "end before it began"),
        ({"type": "made_up"}, "Choose from"),
        ({"basis": "because"}, "Choose from"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(county, change, says):
    with pytest.raises(CannotTell, match=says):
        add(county, replace(LATE, **change))
    with pytest.raises(BadText):
        add(county, replace(LATE, fact="a\x00b"))
    assert not Entry.objects.exists()


def test_a_correction_is_visible_and_loses_no_words(county):
    ref = add(county)
    assert correct(county, ref, replace(LATE, fact="Late once.", start=PartialDate("2026-11-17"))) == 2
    row = one(county)
    assert (row.said.fact, row.when, row.corrections) == ("Late once.", "17 November 2026", 1)
    with reading("test", by=county.actor("sue"), now=NOW):
        _, (before,) = queries.row_of(county.actor("sue"), county.refs["kit"], ref, called="Kit", now=NOW)
    assert (before.when, before.texts["fact"]) == ("16 November 2026", "Late twice in one week.")
    with pytest.raises(StaleVersion):
        correct(county, ref, LATE, version=1)


def test_only_the_agency_whose_row_it_is_corrects_and_withdraws_it(county):
    ref = add(county)
    for who in ("sue", "pol", "ben"):
        with pytest.raises(NothingHere):
            correct(county, ref, replace(LATE, fact="Never late."), who)
        with pytest.raises(NothingHere):
            services.withdraw_row(**at(county, who, row_ref=ref, why="wrong", expected_version=1))
    correct(county, ref, replace(LATE, fact="Late once."), "rae")
    assert one(county).said.fact == "Late once."


def test_a_withdrawn_row_stays_with_its_reason_is_linked_to_nothing_and_can_be_put_back(county):
    ref = add(county, ROW, "pol")
    add(county, ALSO, "sue")
    with pytest.raises(CannotTell):
        services.withdraw_row(**at(county, "pol", row_ref=ref, why=" ", expected_version=1))
    version = services.withdraw_row(**at(county, "pol", row_ref=ref, why="wrong child", expected_version=1))
    found = story(county)
    assert [(row.withdrawn and row.withdrawn.why, row.group) for row in found.rows] == [("wrong child", 0), (None, 0)]
    assert [row.agency for row in found.standing] == ["Council"]
    services.put_back_row(**at(county, "pol", row_ref=ref, expected_version=version))
    assert [row.group for row in story(county).rows] == [1, 1]


def test_the_same_row_sent_twice_is_one_row_and_another_under_its_number_is_refused(county):
    numbered = replace(LATE, row_id="tablet-7")
    assert add(county, numbered) == add(county, numbered)
    with pytest.raises(CannotTell, match="another row with this number"):
        add(county, replace(numbered, fact="Something else."))
    with pytest.raises(CannotTell, match="already"):
        add(county, LATE)
    add(county, replace(numbered, fact="Another agency has its own numbers."), "pol")
    assert len(facts(county)) == 2


def test_a_row_about_two_children_stands_where_its_writer_may_write(county):
    both = replace(LATE, others=(AboutToo(county.refs["lou"], "there"),))
    with pytest.raises(NothingHere):
        add(county, replace(both, others=(AboutToo(county.refs["tom"], "there"),)), "sue")
    add(county, both, "sue")
    add(county, replace(both, fact="Lou heard of it.", others=(AboutToo(county.refs["lou"], "told", False),)), "sue")
    assert facts(county, "sue", "lou") == [LATE.fact]
    about = {row.said.fact: row.children for row in story(county, "sue", "kit").rows}
    assert [child.name for child in about[LATE.fact]] == ["Kit", "Lou Brook"]
    assert [child.role for child in about["Lou heard of it."]][1] == "They heard of it, or told of it"


def test_a_row_that_is_about_somebody_sealed_is_not_there(county):
    add(county, replace(LATE, others=(AboutToo(county.refs["lou"], "there"),)), "sue")
    assert facts(county, "ray") == [LATE.fact]
    seal(county, "", "", whom="lou")
    assert facts(county, "ray") == [] and facts(county, "sue") == [LATE.fact]


@pytest.mark.parametrize("known", ["tom", "dan"])
def test_a_row_about_a_child_whom_a_worker_knows_in_their_own_life_is_not_there(county, known):
    """R5, also where it is somebody round that child whom they know; Kit himself stays theirs."""
    for who in ("ray", "sue"):
        county.involve("tom", who)
    add(county, replace(LATE, others=(AboutToo(county.refs["tom"], "there"),)), "sue")
    assert facts(county, "ray") == [LATE.fact]
    with reading("test", by=county.actor("ray"), now=NOW):
        declare_conflict(by=county.actor("ray"), subject_ref=county.refs[known], now=NOW)
        latest = queries.latest_rows(county.actor("ray"), county.refs["kit"], now=NOW)
    assert facts(county, "ray") == [] and latest is not None and latest.rows == ()
    assert facts(county, "sue") == [LATE.fact]


def test_a_number_of_a_row_that_is_not_there_is_not_spoken_of(county):
    """Rae guesses the number of a row about a child whom she does not work with: hers comes in under its own."""
    county.involve("tom", "ray")
    both = replace(LATE, row_id="R7", others=(AboutToo(county.refs["tom"], "there"),))
    add(county, both, "ray")
    add(county, replace(LATE, row_id="R7", fact="Guessed."), "rae")
    assert facts(county, "rae") == ["Guessed."]
    assert one(county, "rae").said.row_id == ""


def test_a_sealed_row_is_for_its_list_alone(county):
    ref = add(county)
    seal(county, "event", ref)
    assert facts(county, "pol") == [] and facts(county, "sue") == [LATE.fact]


def test_a_row_that_tells_something_sealed_is_not_there_for_others(county):
    add(county, replace(LATE, fact="Zipporah Vale came to fetch her."), "sue")
    add(county, replace(LATE, fact="Late.", childs_words="I go to Zipporah Vale."), "sue")
    seal(county, "name", PersonName.objects.get(text="Zipporah Vale").ref, whom="nan")
    assert facts(county, "ray") == ["Late."] and len(facts(county, "sue")) == 2
    assert one(county, "ray").said.childs_words == ""


def test_a_row_kept_for_one_agency_is_for_nobody_else(county):
    add(county, replace(LATE, restriction="police", fact="Intelligence."), "pol")
    add(county, replace(LATE, restriction="third_party", fact="About a neighbour."), "pol")
    assert facts(county, "ray") == ["About a neighbour."] and len(facts(county, "pol")) == 2


def test_whoever_may_not_see_the_child_learns_nothing(county):
    ref = add(county)
    for read in (
        lambda: story(county, "ben"),
        lambda: add(county, LATE, "ben"),
        lambda: services.withdraw_row(**at(county, "ben", row_ref=ref, why="x", expected_version=1)),
    ):
        with pytest.raises(NothingHere):
            read()


def test_what_the_family_tells_stands_beside_and_is_never_made_one_with_ours(county):
    ours = add(county, ROW, "pol")
    add(county, ALSO, "sue")
    add(county, replace(ROW, teller="Mum", beside=ours, rag=""), "sue")
    rows = story(county).rows
    assert sorted((row.told_by, row.group) for row in rows) == [("Council", 1), ("Mum", 0), ("Police", 1)]


def test_words_that_are_not_shown_to_a_writer_are_not_written_over(county):
    ref = add(county, replace(LATE, childs_words="I go to Zipporah Vale."), "rae")
    seal(county, "name", PersonName.objects.get(text="Zipporah Vale").ref, whom="nan")
    correct(county, ref, replace(LATE, fact="Late once.", childs_words=""), "ray")
    standing = Telling.objects.get(entry__ref=ref, replaced_at=None)
    assert (standing.fact, standing.childs_words) == ("Late once.", "I go to Zipporah Vale.")
    assert one(county, "rae").said.childs_words == "I go to Zipporah Vale."


def test_each_deed_and_read_is_on_record_for_every_child_it_is_about(county):
    both = replace(LATE, others=(AboutToo(county.refs["lou"], "there"),))
    ref = add(county, both, "sue")
    services.withdraw_row(**at(county, "sue", row_ref=ref, why="twice", expected_version=1))
    events = list(AuditRow.objects.order_by("-pk").values_list("event", flat=True)[:2])
    assert events == ["chronologies.row.withdrawn", "chronologies.row.added"]


def test_rows_follow_a_merge_and_go_back(county):
    add(county, replace(LATE, row_id="7", others=(AboutToo(county.refs["lou"], "there"),)), "sue")
    add(county, replace(ROW, row_id="7"), "sue", "lou")
    joining = Joining(kept_ref=county.refs["kit"], merged_ref=county.refs["lou"], merge_ref="m" * 26, is_joined=True)
    for is_joined, expected in ((True, 2), (False, 1)):
        with load("test.merge", by=OPERATOR, now=NOW, payload={}):
            services.on_merge(replace(joining, is_joined=is_joined), Deed(), now=NOW)
        rows = {row.said.fact: row for row in story(county).rows}
        assert len(rows) == expected
        assert len(rows[LATE.fact].children) == (1 if is_joined else 2)
    assert set(facts(county, "sue", "lou")) == {ROW.fact, LATE.fact}


def test_a_destroyed_record_takes_its_rows_and_leaves_those_of_others(county):
    add(county, replace(LATE, others=(AboutToo(county.refs["lou"], "there"),), row_id="7"), "sue")
    lou = (AboutToo(county.refs["lou"], "there"),)
    add(county, replace(ROW, fact="Kit Brook ran.", impact="Lou was afraid for Kit Brook.", others=lou), "sue")
    ours = add(county, ROW, "pol")
    correct(county, ours, replace(ROW, fact="Officers came."), "pol")
    add(county, replace(ROW, fact="I was there.", teller="Mum", beside=ours), "sue")
    kit = Destroying(subject_ref=county.refs["kit"], subject_id=county.subject_ids["kit"], seen=1, merge_refs=())
    with load("test.destroy", by=OPERATOR, now=NOW, payload={}):
        services.on_destroy(kit, Deed(), now=NOW)
    named, left = story(county, "sue", "lou").rows
    assert (left.said.fact, [one.name for one in left.children]) == (LATE.fact, ["Lou"])
    assert (named.said.fact, named.said.impact) == (services.joining.UNSAID, "")
    assert Entry.objects.count() == Telling.objects.count() == 2


def test_a_row_is_offered_to_be_sealed_on_its_own(county):
    ref = add(county)
    with reading("test", by=county.actor("sue"), now=NOW):
        (offered,) = queries.sealable_rows(county.actor("sue"), county.refs["kit"], now=NOW)
    assert (offered.ref, offered.says) == (ref, "16 November 2026: Late twice in one week.")
    assert queries.subjects_of_row("event", ref) == {county.refs["kit"]}
    assert queries.subjects_of_row("voice", ref) == frozenset()


def latest(county: Partnership, who: str) -> list[str] | None:
    with reading("test", by=county.actor(who), now=NOW):
        found = queries.latest_rows(county.actor(who), county.refs["kit"], now=NOW)
    return [row.fact for row in found.rows] if found else None


def test_what_happened_last_is_what_the_whole_story_would_show(county):
    for number in range(4):
        add(county, replace(LATE, start=PartialDate(f"2026-0{number + 1}-01"), fact=f"Row {number}."))
    add(county, replace(LATE, start=PartialDate("2026-06"), fact="Kept.", restriction="police"), "pol")
    with_lou = replace(
        LATE, start=PartialDate("2026-07"), fact="Both.", others=(AboutToo(county.refs["lou"], "there"),)
    )
    add(county, with_lou, "sue")
    gone = add(county, replace(LATE, start=PartialDate("2026-08"), fact="Wrong."))
    services.withdraw_row(**at(county, row_ref=gone, why="wrong child", expected_version=1))
    assert latest(county, "pol") == ["Both.", "Kept.", "Row 3."]
    assert latest(county, "ray") == ["Both.", "Row 3.", "Row 2."]
    seal(county, "", "", whom="lou")
    assert latest(county, "ray") == ["Row 3.", "Row 2.", "Row 1."]
    assert latest(county, "ben") is None
