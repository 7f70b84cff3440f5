"""What a merge promises of any rows: nothing lost, one order, the same again, and links only where they may be."""

import datetime as dt
import random
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.engines.chronology import CannotMerge, Chronology, Rag, Row, Subject, duplicates, merge
from kith.engines.chronology.knowledge import matching
from kith.engines.chronology.order import days_by_code, sort_key
from kith.engines.chronology.tests.accounts import told
from kith.kernel.partial_dates import PartialDate

MIA, ROB = Subject("mia", name="Mia"), Subject("rob", name="Rob")
POLICE = Row(
    agency="Police",
    id="1",
    subjects=(MIA,),
    start=PartialDate("2019-03-03"),
    type="police_incident",
    fact="Officers attended. Verbal altercation between father and mother.",
)
HEALTH = Row(
    agency="Health",
    id="9",
    subjects=(MIA,),
    start=PartialDate("2019-03-04"),
    type="parent_change",
    fact="Mum told HV there was a row with dad and the police came.",
)


def groups_of(story: Chronology) -> list[set[str]]:
    return [{row.id for row in group.rows} for group in story.groups]


@st.composite
def contributions(draw: st.DrawFn) -> list[list[Row]]:
    """Families' rows, some of them corrected or withdrawn, handed in by agency."""
    chance = random.Random(draw(st.integers(0, 10_000)))
    rows = told(seed=chance.randrange(1_000), families=1, events=12).rows
    corrected = [replace(row, version=2, fact=f"{row.fact} Corrected.") for row in chance.sample(rows, 3)]
    withdrawn = [replace(row, version=3, withdrawn="Sent by mistake.") for row in chance.sample(rows, 2)]
    whole = [*rows, *corrected, *withdrawn]
    agencies = sorted({row.agency for row in whole})
    return [[row for row in whole if row.agency == agency] for agency in agencies]


@settings(max_examples=15)
@given(contributions(), st.randoms(use_true_random=False))
def test_whoever_hands_in_first_and_in_whatever_order_the_chronology_is_the_same(parts, chance):
    story = merge(parts)
    mixed = [chance.sample(part, len(part)) for part in parts]
    chance.shuffle(mixed)
    assert repr(merge(mixed)) == repr(story)
    assert repr(merge([*parts, *parts])) == repr(story)


@settings(max_examples=15)
@given(contributions())
def test_a_merged_chronology_merged_once_more_is_the_same(parts):
    story = merge(parts)
    kept = [[*entry.earlier, entry.row] for entry in story.entries]
    assert repr(merge(kept)) == repr(story)


@settings(max_examples=15)
@given(contributions())
def test_the_order_is_total_and_begins_with_what_may_be_earliest(parts):
    rows = [entry.row for entry in merge(parts).entries]
    known = days_by_code(row.start for row in rows)
    keys = [sort_key(row, known[row.start.code]) for row in rows]
    assert all(one < other for one, other in pairwise(keys))


@settings(max_examples=15)
@given(contributions())
def test_what_is_withdrawn_stays_with_its_reason_and_its_earlier_words(parts):
    gone = {row.name: row for part in parts for row in part if row.withdrawn}
    entries = {entry.row.name: entry for entry in merge(parts).entries}
    for name, row in gone.items():
        assert entries[name].row == row
        assert entries[name].group == 0
        assert all(not earlier.withdrawn for earlier in entries[name].earlier)
        assert entries[name].earlier


@settings(max_examples=15)
@given(contributions())
def test_nothing_is_lost_and_the_newest_version_stands(parts):
    story = merge(parts)
    kept = {(row.name, row.version) for entry in story.entries for row in (entry.row, *entry.earlier)}
    assert kept == {(row.name, row.version) for part in parts for row in part}
    assert all(entry.row.version > earlier.version for entry in story.entries for earlier in entry.earlier)
    assert len({entry.row.name for entry in story.entries}) == len(story.entries)


@settings(max_examples=15)
@given(contributions())
def test_links_stay_within_one_child_the_window_and_one_row_of_each_agency(parts):
    story = merge(parts)
    assert {(entry.row, entry.group) for entry in story.entries if entry.group} == {
        (row, group.number) for group in story.groups for row in group.rows
    }
    assert sum(len(group.rows) for group in story.groups) == sum(entry.group > 0 for entry in story.entries)
    for group in story.groups:
        assert_within_bounds(group)
        assert not any(row.withdrawn for row in group.rows)


def assert_within_bounds(group):
    assert set.intersection(*(set(row.children) for row in group.rows))
    assert len({row.agency for row in group.rows}) == len(group.rows) > 1
    assert all(days_apart(one, other) <= 2 for one, other in combinations(group.rows, 2))


def days_apart(one, other):
    first, last = max(one.start.earliest, other.start.earliest), min(one.start.latest, other.start.latest)
    return (first - last).days


def test_two_accounts_of_one_event_stand_side_by_side_and_what_differs_is_said():
    story = merge([[POLICE], [HEALTH]])
    assert groups_of(story) == [{"1", "9"}]
    assert story.groups[0].differences == (
        "When: Police say 3 March 2019, Health say 4 March 2019.",
        "What kind of event: Police say “Police incident”, Health say “Change for a parent or carer”.",
    )


@pytest.mark.parametrize(
    "other",
    [
        replace(HEALTH, subjects=(ROB,)),
        replace(HEALTH, start=PartialDate("2019-03-06")),
        replace(HEALTH, agency="Police"),
        replace(HEALTH, type="strength"),
        replace(HEALTH, withdrawn="Another family."),
        replace(HEALTH, fact="MGM did not bring Mia to the dentist.", type="missed_appointment"),
    ],
    ids=["another child", "three days", "same agency", "another family of types", "withdrawn", "another event"],
)
def test_rows_that_may_not_or_should_not_be_one_event_stay_apart(other):
    story = merge([[POLICE], [other]])
    assert groups_of(story) == []
    assert len(story.entries) == 2


def test_what_happens_every_week_is_not_one_event():
    def missed(agency: str, day: int) -> Row:
        words = {"Health": "WNB speech therapy.", "School": "Mother did not collect Mia for SALT; it was missed."}
        day_of = PartialDate.of(dt.date(2020, 1, day))
        return Row(
            agency=agency,
            id=f"{agency}{day}",
            subjects=(MIA,),
            start=day_of,
            type="missed_appointment",
            fact=words[agency],
        )

    story = merge([[missed("Health", day) for day in (6, 13, 20)], [missed("School", day) for day in (6, 13, 20)]])
    assert groups_of(story) == [{f"Health{day}", f"School{day}"} for day in (6, 13, 20)]


def test_the_bounds_of_a_group_hold_however_little_likeness_is_asked_for(monkeypatch):
    easy = {**matching(), "linked_from": 0.0, "counted_from": 0.0, "group_from": 0.0}
    monkeypatch.setattr(duplicates, "matching", lambda: easy)
    story = merge([told(seed=7, families=10, events=60).rows])
    assert len(story.groups) > 20
    for group in story.groups:
        assert_within_bounds(group)


def test_a_withdrawn_row_stays_with_its_reason_and_its_earlier_words():
    gone = replace(POLICE, version=2, withdrawn="Another family.")
    (entry,) = merge([[POLICE, gone]]).entries
    assert entry.row.withdrawn == "Another family."
    assert entry.earlier == (POLICE,)


def test_two_rows_of_one_version_that_differ_are_not_chosen_between():
    with pytest.raises(CannotMerge, match="Police sent two different rows with the id 1 as version 1"):
        merge([[POLICE], [replace(POLICE, fact="Nothing happened.")]])


def test_rows_of_one_day_stand_by_exactness_time_sequence_agency_and_id():
    def row(number, **said):
        return replace(POLICE, id=number, **said)

    wanted = [
        row("a", start=PartialDate("../2019-02-02")),
        row("b", start_time=dt.time(8)),
        row("c", agency="Health"),
        row("d"),
        row("e", sequence=1),
        row("f", start=PartialDate("2019-03-10~")),
    ]
    assert [entry.row.id for entry in merge([reversed(wanted)]).entries] == ["a", "b", "c", "d", "e", "f"]


def test_an_uncertain_date_stays_as_it_was_told():
    vague = replace(POLICE, start=PartialDate.parse("?12/03/2019"), rag=Rag.RED)
    assert str(merge([[vague]]).entries[0].row.start) == "about 12 March 2019"


def test_no_rows_make_an_empty_chronology():
    assert merge([]) == Chronology((), (), False)
    assert merge([[], []]).entries == ()


def test_a_crowd_on_one_day_is_merged_and_says_that_not_every_pair_was_compared():
    crowd = [replace(POLICE, agency=f"Agency {number % 7}", id=str(number)) for number in range(1_200)]
    story = merge([crowd])
    assert story.is_cut
    assert len(story.entries) == 1_200


@pytest.mark.parametrize(("day", "are_linked"), [("2019-03-03", True), ("2019-03-04", True), ("2019-03-01", False)])
def test_who_hears_of_it_is_hardly_dated_before_who_was_there(day, are_linked):
    told = "Contact from police: argument between mother and father."
    social = replace(HEALTH, agency="Social care", type="contact_referral", start=PartialDate(day), fact=told)
    assert bool(merge([[POLICE], [social]]).groups) is are_linked


def test_people_who_are_named_in_both_make_no_one_event():
    talk = replace(
        HEALTH, agency="School", type="disclosure", start=POLICE.start, fact="Mia drew her mother and father."
    )
    assert groups_of(merge([[POLICE], [talk]])) == []


@pytest.mark.parametrize("kind", ["", "engagement"])
def test_accounts_that_are_only_near_each_other_are_not_one_event(kind):
    """Also where nobody else is about who could be meant."""
    school = replace(HEALTH, agency="School", type=kind, fact="Late for maths. She was cheerful at lunch.")
    assert groups_of(merge([[POLICE], [school]])) == []
    assert groups_of(merge([[POLICE], [HEALTH]])) == [{"1", "9"}]
