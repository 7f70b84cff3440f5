"""Tables that agencies bring: looked at first, taken in once, part by part, and undone together."""

from collections.abc import Iterator
from typing import Any

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.access.services import NewSeal, set_seal
from kith.apps.agencies.projections import Schedule
from kith.apps.audit.services import reading
from kith.apps.chronologies import queries, services
from kith.apps.chronologies.models import Bringing, Entry, HeadingChosen
from kith.apps.chronologies.projections import RowCard, RowSaid
from kith.apps.chronologies.projections.bringing import BroughtCard, Plan
from kith.apps.chronologies.rules import CannotTell
from kith.apps.chronologies.services import bringing, undoing
from kith.apps.chronologies.tests.making import csv_of, xlsx
from kith.apps.files.models import StoredFile
from kith.apps.records.base import StaleVersion
from kith.engines.drawing.network import Household, Membership
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import (
    NOW,
    Partnership,
    agency,
    child,
    family,
    partnership,
    rolled_back,
    worker,
)

pytestmark = pytest.mark.django_db
HEAD = ("Log no", "Date", "What happened", "RAG", "Agency", "Who")
FIRST = [
    HEAD,
    ("P1", "3/3/26", "Officers attended.", "Red", "Police", "Kit Brook"),
    ("P2", "4 March 2026", "Seen in town.", "", "", ""),
]


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Pol and Pip of the police and Ray of the school work with Kit; Pol with his sister Lou too; Ben with nobody."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("school", kind="school"), agency("police", kind="police")],
            workers=[
                worker("pol", agency="police"),
                worker("pip", agency="police"),
                worker("ray", agency="school"),
                worker("ben"),
            ],
        )
        kit, lou = child("kit", "Kit Brook"), child("lou", "Lou Brook")
        home = Household(id="home", members=(Membership(person="kit"), Membership(person="lou")))
        made.add([family(kit, lou, households=(home,), centres=["kit", "lou"])])
        for who in ("pol", "pip", "ray"):
            made.involve("kit", who)
        made.involve("lou", "pol")
        yield made


def begin(county: Partnership, rows: Any, who: str = "pol", **fields: str) -> str:
    """Brought, and its headings left as they were taken, but for `fields`."""
    by, kit = county.actor(who), county.refs["kit"]
    data = rows if isinstance(rows, bytes) else csv_of(rows)
    with reading("test", by=by, now=NOW):
        ref = services.begin_bringing(by=by, child_ref=kit, data=data, name="table.csv", now=NOW)
        page = queries.headings_page(by, kit, ref, now=NOW)
        chosen = {one.heading: fields.get(one.heading, one.field) for one in page.headings}
        services.choose_headings(by=by, child_ref=kit, ref=ref, fields=chosen, expected_version=1, now=NOW)
    return ref


def plan(county: Partnership, ref: str, who: str = "pol") -> Plan:
    by = county.actor(who)
    with reading("test", by=by, now=NOW):
        page = queries.bringing_page(by, county.refs["kit"], ref, names=("Kit Brook", "Kit"), now=NOW)
    assert page.plan is not None
    return page.plan


def take(county: Partnership, ref: str, who: str = "pol") -> bool:
    by, version = county.actor(who), Bringing.objects.get(ref=ref).version
    at: dict[str, Any] = {"child_ref": county.refs["kit"], "ref": ref, "names": ("Kit Brook", "Kit"), "now": NOW}
    with reading("test", by=by, now=NOW):
        return services.take_in_table(by=by, expected_version=version, **at)


def bring(county: Partnership, rows: Any, who: str = "pol") -> str:
    ref = begin(county, rows, who)
    assert take(county, ref, who)
    return ref


def undo(county: Partnership, ref: str, why: str = "An old file.", who: str = "pol") -> bool:
    version = Bringing.objects.get(ref=ref).version
    at: dict[str, Any] = {"by": county.actor(who), "child_ref": county.refs["kit"], "ref": ref, "now": NOW}
    return services.undo_bringing(why=why, expected_version=version, **at)


def rows_of(county: Partnership, who: str = "pol", whom: str = "kit") -> tuple[RowCard, ...]:
    with reading("test", by=county.actor(who), now=NOW):
        return queries.story_of(county.actor(who), county.refs[whom], called=whom.title(), now=NOW).rows


def lost(found: Plan) -> list[str]:
    return [remark.sentence for remark in found.lost]


def test_a_table_is_looked_at_before_anything_is_taken_in(county: Partnership) -> None:
    found = plan(county, begin(county, FIRST))
    assert [(one.said.row_id, one.when, one.said.rag) for one in found.added] == [
        ("P1", "3 March 2026", "red"),
        ("P2", "4 March 2026", ""),
    ]
    assert not found.corrected and not found.lost and not found.same
    assert any("Years of two digits" in says for says in found.remarks)
    assert not Entry.objects.exists()


def test_what_is_left_out_is_said_down_the_file_and_a_time_stands_with_its_day(county: Partnership) -> None:
    empty = [("5 March 2026", "", "")] * 6
    rows = [("Date", "Time", "What happened"), ("2031", "", "To come."), *empty, ("31/02/2020", "", "No day.")]
    found = plan(county, begin(county, [*rows, ("4 March 2026", "14:00", "Seen."), ("2032", "", "To come too.")]))
    assert [remark.where.rpartition(" ")[2] for remark in found.lost] == ["2", *"345678", "9", "11"]
    assert [one.when for one in found.added] == ["4 March 2026, 14:00"]


def test_what_is_taken_in_is_its_bringers_agencys_and_nothing_is_taken_twice(county: Partnership) -> None:
    bring(county, FIRST)
    rows = rows_of(county, "ray")
    assert [(row.agency, row.said.row_id, row.said.fact) for row in rows] == [
        ("Police", "P1", "Officers attended."),
        ("Police", "P2", "Seen in town."),
    ]
    again = plan(county, begin(county, xlsx(FIRST)))
    assert (again.same, again.to_do, again.lost) == (2, (), ())
    bring(county, FIRST)
    assert len(rows_of(county)) == 2


def test_other_words_under_a_known_number_are_a_correction_and_an_empty_cell_changes_nothing(
    county: Partnership,
) -> None:
    bring(county, FIRST)
    changed = [
        HEAD,
        ("P1", "3/3/26", "Officers attended twice.", "", "", ""),
        ("P2", "5/3/26", "Seen in town.", "G", "", ""),
    ]
    found = plan(county, begin(county, changed))
    assert [[(one.what, one.before, one.after) for one in row.changes] for row in found.corrected] == [
        [("What happened", "Officers attended.", "Officers attended twice.")],
        [("Date", "4 March 2026", "5 March 2026"), ("Red, amber or green", "", "Strength or safety")],
    ]
    bring(county, changed)
    first, second = rows_of(county)
    assert (first.said.fact, first.said.rag, first.corrections) == ("Officers attended twice.", "red", 1)
    assert (second.when, second.said.rag, second.corrections) == ("5 March 2026", "green", 1)


def test_a_column_that_a_table_lacks_is_left_as_it_stands(county: Partnership) -> None:
    bring(county, FIRST)
    found = plan(county, begin(county, [("Log no", "Date", "Event"), ("P1", "3/3/26", "Officers attended.")]))
    assert (found.same, found.to_do) == (1, ())


def test_what_is_left_out_is_said_by_row(county: Partnership) -> None:
    rows = [
        HEAD,
        ("P1", "31/2/2026", "No day.", "", "", ""),
        ("P2", "3/3/2031", "Later.", "", "", ""),
        ("P3", "3/3/26", "A nurse came.", "", "School", ""),
        ("P4", "3/3/26", "Of his sister.", "", "", "Lou Brook"),
        ("P5", "3/3/26", "Of somebody.", "", "", "Theo Marsh"),
        ("P6", "3/3/26", "", "", "", ""),
        ("P7", "3/3/26", "Both.", "", "", "Kit; Lou"),
    ]
    found = plan(county, begin(county, rows))
    assert [one.said.fact for one in found.added] == ["Both."]
    said = "\n".join(lost(found))
    for words in (
        "row 2: “31/2/2026” is not a day.",
        "row 3: That day has yet to come.",
        "row 4: It is of “School”, not yours: their agency brings it.",
        "row 5: It is about “Lou Brook”, and does not name Kit.",
        "row 6: It is about “Theo Marsh”, and does not name Kit.",
        "row 7: Nothing stands under “What happened”.",
    ):
        assert words in said
    bring(county, rows)
    assert [row.said.fact for row in rows_of(county, whom="lou")] == ["Both."]


def test_two_rows_of_one_number_that_differ_are_nobodys(county: Partnership) -> None:
    rows = [("Row", "Date", "Event"), ("1", "3/3/26", "One."), ("1", "3/3/26", "Another."), ("2", "3/3/26", "Two.")]
    found = plan(county, begin(county, rows))
    assert [one.said.fact for one in found.added] == ["Two."]
    assert "Another row of the file has the number “1”" in lost(found)[0]


def test_a_restriction_that_cannot_be_kept_keeps_its_row_out(county: Partnership) -> None:
    rows = [("Date", "Event", "Restriction"), ("3/3/26", "One.", "not to dad"), ("3/3/26", "Two.", "victim")]
    found = plan(county, begin(county, rows))
    assert [(one.said.fact, one.said.restriction) for one in found.added] == [("Two.", "victim")]
    assert "“not to dad” is no restriction that Kith can keep." in lost(found)[0]


def test_a_row_that_the_file_withdraws_is_withdrawn_and_one_withdrawn_here_stays_so(county: Partnership) -> None:
    head = (*HEAD, "Withdrawn, and why")
    bring(county, FIRST)
    gone = [head, ("P1", "3/3/26", "Officers attended.", "", "", "", "Another family.")]
    assert [one.why for one in plan(county, begin(county, gone)).withdrawn] == ["Another family."]
    bring(county, gone)
    assert [row.withdrawn.why for row in rows_of(county) if row.withdrawn] == ["Another family."]
    assert plan(county, begin(county, gone)).same == 1
    assert "It was withdrawn here on 24 November 2026." in lost(plan(county, begin(county, FIRST)))[0]


def test_a_row_without_a_number_is_known_by_its_day_and_words(county: Partnership) -> None:
    said = RowSaid(start=PartialDate("2026-03-04"), fact="Seen in town.")
    services.add_row(by=county.actor("pol"), child_ref=county.refs["kit"], said=said, now=NOW)
    bare = [("Date", "Event"), ("4 March 2026", "Seen in town."), ("5 March 2026", "Seen in town.")]
    found = plan(county, begin(county, bare))
    assert (found.same, len(found.added), found.has_numbers) == (1, 1, False)


def test_headings_that_somebody_chose_are_known_in_their_agency_the_next_time(county: Partnership) -> None:
    odd = [("Occurrence", "Day", "Mood"), ("Officers attended.", "3/3/26", "calm")]
    begin(county, odd, Occurrence="fact", Mood="")
    assert list(HeadingChosen.objects.values_list("heading", "field")) == [("occurrence", "fact")]
    by, kit = county.actor("pip"), county.refs["kit"]
    with reading("test", by=by, now=NOW):
        ref = services.begin_bringing(by=by, child_ref=kit, data=csv_of(odd), name="t.csv", now=NOW)
        page = queries.headings_page(by, kit, ref, now=NOW)
    assert [(one.heading, one.field, one.samples) for one in page.headings] == [
        ("Occurrence", "fact", ("Officers attended.",)),
        ("Day", "start", ("3/3/26",)),
        ("Mood", "", ("calm",)),
    ]
    with reading("test", by=county.actor("ray"), now=NOW):
        ref = services.begin_bringing(by=county.actor("ray"), child_ref=kit, data=csv_of(odd), name="t.csv", now=NOW)
        page = queries.headings_page(county.actor("ray"), kit, ref, now=NOW)
    assert [one.field for one in page.headings] == ["", "start", ""]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"What happened": ""}, "Choose which heading says when it was"),
        ({"Who": "fact"}, "Two headings cannot both be “What happened”."),
        ({"Who": "nonsense"}, "Choose from what is offered."),
    ],
)
def test_headings_that_cannot_be_are_refused(county: Partnership, fields: dict[str, str], says: str) -> None:
    with pytest.raises(CannotTell, match=says):
        begin(county, FIRST, **fields)


def test_many_rows_are_taken_in_part_by_part_and_go_on_where_they_stopped(
    county: Partnership, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bringing, "IN_A_DEED", 2)
    monkeypatch.setattr(bringing, "DEEDS_AT_ONCE", 2)
    many = [("Log no", "Date", "Event"), *((f"P{n}", "3/3/26", f"Event {n}.") for n in range(10))]
    ref = begin(county, many)
    assert [take(county, ref) for _ in range(3)] == [False, False, True]
    row = Bringing.objects.get(ref=ref)
    assert (row.state, row.to_do, row.added, row.file_ref) == ("taken", 10, 10, "")
    assert len(rows_of(county)) == 10 and not StoredFile.objects.exists()
    with pytest.raises(NothingHere):
        take(county, ref)


def test_a_second_press_on_the_same_page_is_stale(county: Partnership) -> None:
    ref = begin(county, FIRST)
    at: dict[str, Any] = {"child_ref": county.refs["kit"], "ref": ref, "names": ("Kit Brook", "Kit"), "now": NOW}
    with reading("test", by=county.actor("pol"), now=NOW), pytest.raises(StaleVersion):
        services.take_in_table(by=county.actor("pol"), expected_version=1, **at)
    assert not Entry.objects.exists()


def test_what_was_brought_together_is_withdrawn_together_but_for_what_was_changed_since(county: Partnership) -> None:
    ref = bring(county, FIRST)
    (one,) = (row for row in rows_of(county) if row.said.row_id == "P2")
    said = RowSaid(start=PartialDate("2026-03-04"), fact="Seen in town by a friend.")
    at: dict[str, Any] = {"by": county.actor("pip"), "child_ref": county.refs["kit"], "now": NOW}
    services.correct_row(row_ref=one.ref, said=said, expected_version=1, **at)
    with pytest.raises(CannotTell, match="Say why"):
        undo(county, ref, why=" ")
    assert undo(county, ref)
    assert [(row.said.row_id, bool(row.withdrawn)) for row in rows_of(county)] == [("P1", True), ("P2", False)]
    with pytest.raises(CannotTell):
        undo(county, ref)


NEWER = [
    ("Log no", "Date", "Event", "Restriction"),
    ("P1", "3/3/26", "Officers came twice.", "police"),
    ("P2", "4/3/26", "Seen at the station.", ""),
]


def card_of(county: Partnership, ref: str) -> BroughtCard:
    by = county.actor("pol")
    with reading("test", by=by, now=NOW):
        return queries.brought_table(by, county.refs["kit"], ref, called="Kit", now=NOW)


def test_what_a_table_corrected_says_again_what_it_said_and_why(county: Partnership) -> None:
    """As a new telling: what the table said stays beside it, and the reason stands on the row's page."""
    bring(county, FIRST)
    before = {row.said.row_id: row.said for row in rows_of(county)}
    newer = bring(county, NEWER)
    assert {row.said.fact for row in rows_of(county)} == {"Officers came twice.", "Seen at the station."}
    assert (card_of(county, newer).may_put_back, card_of(county, newer).may_withdraw) == (2, 0)
    assert undo(county, newer)
    rows = {row.said.row_id: row for row in rows_of(county)}
    assert {key: row.said for key, row in rows.items()} == before
    assert [row.corrections for row in rows.values()] == [2, 2]
    by = county.actor("pol")
    with reading("test", by=by, now=NOW):
        page = queries.row_page(by, county.refs["kit"], rows["P1"].ref, called="Kit", now=NOW)
    assert page.put_back == "An old file."
    assert [one.texts["fact"] for one in page.earlier] == ["Officers came twice.", before["P1"].fact]
    assert card_of(county, newer).left == ()


def test_what_was_corrected_again_since_is_left_and_named(county: Partnership) -> None:
    bring(county, FIRST)
    newer = bring(county, NEWER)
    (one,) = (row for row in rows_of(county) if row.said.row_id == "P2")
    said = RowSaid(start=PartialDate("2026-03-05"), fact="Seen by the lake.")
    at: dict[str, Any] = {"by": county.actor("pip"), "child_ref": county.refs["kit"], "now": NOW}
    services.correct_row(row_ref=one.ref, said=said, expected_version=2, **at)
    assert undo(county, newer)
    assert "Seen by the lake." in {row.said.fact for row in rows_of(county)}
    assert [(row.ref, row.when) for row in card_of(county, newer).left] == [(one.ref, "5 March 2026")]


def test_undoing_goes_on_where_it_stopped(county: Partnership, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(county, FIRST)
    newer = bring(county, NEWER)
    monkeypatch.setattr(undoing, "CHANGED_IN_A_DEED", 1)
    monkeypatch.setattr(undoing, "DEEDS_AT_ONCE", 1)
    assert [undo(county, newer) for _ in range(3)] == [False, False, True]
    assert {row.said.row_id: row.corrections for row in rows_of(county)} == {"P1": 2, "P2": 2}


def test_nobody_else_meets_what_somebody_brings(county: Partnership) -> None:
    ref = begin(county, FIRST)
    for who in ("pip", "ray", "ben"):
        with reading("test", by=county.actor(who), now=NOW), pytest.raises(NothingHere):
            queries.headings_page(county.actor(who), county.refs["kit"], ref, now=NOW)
    with reading("test", by=county.actor("ben"), now=NOW), pytest.raises(NothingHere):
        services.begin_bringing(by=county.actor("ben"), child_ref=county.refs["kit"], data=b"x", name="", now=NOW)


def test_a_number_of_a_row_that_is_sealed_is_not_spoken_of(county: Partnership) -> None:
    """Whoever brings the same number learns nothing, and nothing of theirs is lost or taken twice."""
    bring(county, FIRST, who="pip")
    sealed = Entry.objects.get(row_id="P1").ref
    kept = NewSeal(kind="therapy", why="Told in trust", records=(("event", sealed),))
    set_seal(by=county.actor("pip"), subject_ref=county.refs["kit"], seal=kept, now=NOW)
    found = plan(county, begin(county, FIRST))
    assert [one.said.fact for one in found.added] == ["Officers attended."] and found.same == 1
    bring(county, FIRST)
    assert len(rows_of(county)) == 2 and Entry.objects.count() == 3
    assert plan(county, begin(county, FIRST)).same == 2


def test_tables_that_were_never_taken_in_do_not_stay(county: Partnership) -> None:
    ref = begin(county, FIRST)
    assert services.forget_brought(by=Schedule(), now=NOW + bringing.KEPT_FOR) == 0
    assert services.forget_brought(by=Schedule(), now=NOW + 2 * bringing.KEPT_FOR) == 1
    assert not StoredFile.objects.exists() and Bringing.objects.get(ref=ref).state == "left"
    with reading("test", by=county.actor("pol"), now=NOW), pytest.raises(NothingHere):
        queries.headings_page(county.actor("pol"), county.refs["kit"], ref, now=NOW)


def test_what_is_left_is_gone(county: Partnership) -> None:
    ref = begin(county, FIRST)
    at: dict[str, Any] = {"by": county.actor("pol"), "child_ref": county.refs["kit"], "now": NOW}
    services.leave_bringing(ref=ref, expected_version=2, **at)
    assert not StoredFile.objects.exists() and not Entry.objects.exists()
    assert queries.brought_before(county.actor("pol"), county.refs["kit"], now=NOW) == ()
