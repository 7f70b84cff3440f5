"""What holds for any rows: aids rest on what they are given, one event counts once, and nothing sure is overstated."""

import datetime as dt
import re
from dataclasses import replace
from itertools import groupby

from hypothesis import given, settings
from hypothesis import strategies as st

from kith.engines.chronology import AddedUp, Chronology, Entry, Group, Kind, Rag, Row, Subject, adds_up, merge
from kith.engines.chronology.tests.adding import NOOR, TODAY, aids
from kith.kernel.partial_dates import PartialDate

FIRST = dt.date(2025, 1, 1)
SEEING = ("Noor seen at home.", "Arrived late.")
FACTS = (
    *SEEING,
    "Domestic incident, Dad and Mum.",
    "Spoke to Dad.",
    "Was not brought to the dentist.",
    "Attended the dentist.",
    "NFA.",
    "Case closed.",
    "Moved to Elm Court.",
    "Unexplained absence.",
    "Mum’s partner was there.",
)
TYPES = (
    "",
    "police_incident",
    "contact_referral",
    "service_closed",
    "service_change",
    "family_structure",
    "attendance",
    "missed_appointment",
)
NEVER_SAID = (
    "dna",
    "refuse",
    "failed",
    "engage",
    "hard to reach",
    "score",
    "red",
    "amber",
    "green",
    "%",
    "absent father",
)


@st.composite
def dates(draw: st.DrawFn) -> PartialDate:
    day = FIRST + dt.timedelta(draw(st.integers(0, 690)))
    words = draw(st.sampled_from(["{:%Y-%m-%d}"] * 6 + ["{:%Y-%m}", "{:%Y}", "{:%Y-%m-%d}~", "../{:%Y-%m-%d}"]))
    return PartialDate(words.format(day))


@st.composite
def given_rows(draw: st.DrawFn, most: int = 12) -> list[Row]:
    return [
        Row(
            agency=draw(st.sampled_from(("Police", "School", "Health", "Family"))),
            id=str(number),
            subjects=(NOOR, Subject("dad", role="father")) if draw(st.booleans()) else (NOOR,),
            start=draw(dates()),
            fact=draw(st.sampled_from(FACTS)),
            type=draw(st.sampled_from(TYPES)),
            rag=draw(st.sampled_from((None, *Rag))),
            childs_words=draw(st.sampled_from(("", "", "", "I was scared."))),
            action=draw(st.sampled_from(("", "NFA", "Spoke to Mum."))),
        )
        for number in range(draw(st.integers(0, most)))
    ]


def summed(story: Chronology, family=()) -> AddedUp:
    return adds_up(story, called="Noor", on=TODAY, family=family)


def counts(found: AddedUp) -> tuple[list[str], list[list[int]]]:
    """All that is said, whether of rows or of events, and the numbers of the table."""
    numbers = [[cell.number for cell in line.cells] for line in found.half_years.lines]
    return [re.sub(r"\b(row|event)", "X", aid.sentence) for aid in found.aids], numbers


def family_of(rows: list[Row]) -> list[tuple[str, str]]:
    return [row.name for row in rows if row.agency == "Family"]


@settings(max_examples=40)
@given(given_rows())
def test_every_aid_rests_on_rows_it_was_given_in_their_order_and_each_part_on_rows_of_its_aid(rows):
    story = merge([rows])
    order = [entry.row.name for entry in story.entries]
    found = summed(story, family_of(rows))
    for aid in found.aids:
        assert aid.rows
        assert list(aid.rows) == [name for name in order if name in aid.rows]
        assert all(part.rows and set(part.rows) <= set(aid.rows) for part in aid.parts)
    listed = [name for line in found.half_years.lines for cell in line.cells for name in cell.rows]
    assert sorted(listed) == sorted({row.name for row in rows} - set(family_of(rows)))


@settings(max_examples=40)
@given(given_rows())
def test_only_what_the_family_tells_of_words_and_strengths_is_listed(rows):
    family = set(family_of(rows))
    for aid in summed(merge([rows]), family).aids:
        assert aid.kind in (Kind.CHILDS_WORDS, Kind.STRENGTHS_BESIDE_HARM) or family.isdisjoint(aid.rows)


@settings(max_examples=30)
@given(given_rows(), given_rows(most=3))
def test_withdrawn_rows_and_rows_that_are_still_to_come_change_nothing(rows, more):
    gone = [replace(row, id=f"gone{row.id}", withdrawn="Another child.") for row in more]
    to_come = [replace(row, id=f"later{row.id}", start=PartialDate("2027-03-01")) for row in more]
    assert summed(merge([rows, gone, to_come])) == summed(merge([rows]))


@settings(max_examples=30)
@given(given_rows(), st.randoms(use_true_random=False))
def test_the_order_in_which_rows_come_is_no_matter(rows, chance):
    assert summed(merge([chance.sample(rows, len(rows))])) == summed(merge([rows]))


@settings(max_examples=60)
@given(given_rows(), st.data())
def test_an_event_that_a_second_agency_tells_too_counts_no_more_than_before(rows, data):
    story = merge([rows])
    alone = [place for place, entry in enumerate(story.entries) if not entry.group]
    if not alone:
        return
    place = data.draw(st.sampled_from(alone))
    one = story.entries[place].row
    twin = replace(one, agency="Council", id="twin")
    group = Group(len(story.groups) + 1, (one, twin))
    both = (Entry(one, (), group.number), Entry(twin, (), group.number))
    told = Chronology((*story.entries[:place], *both, *story.entries[place + 1 :]), (*story.groups, group), False)
    assert counts(summed(told)) == counts(summed(story))
    for before, after in zip(summed(story).aids, summed(told).aids, strict=True):
        more = {twin.name} if one.name in before.rows else set()
        assert set(after.rows) == set(before.rows) | more


@settings(max_examples=60)
@given(given_rows(), st.data())
def test_a_row_on_which_an_aid_does_not_rest_may_go_and_its_rows_are_the_same(rows, data):
    story = merge([rows])
    found = summed(story)
    removable = [entry for entry in story.entries if not entry.group and not sees(entry.row)]
    if not removable:
        return
    gone = data.draw(st.sampled_from(removable))
    left = story._replace(entries=tuple(entry for entry in story.entries if entry is not gone))
    may_show_more = {Kind.REFERRALS_WITHOUT_ACTION}  # one referral fewer may be another round
    if "Spoke" in gone.row.fact + gone.row.action:
        may_show_more.add(Kind.NOT_SPOKEN_TO)
    for kind in set(Kind) - may_show_more:
        before = [aid.rows for aid in aids(kind, found)]
        if not any(gone.row.name in names for names in before):
            assert [aid.rows for aid in aids(kind, summed(left))] == before


@settings(max_examples=60)
@given(given_rows())
def test_silences_are_all_runs_of_six_weeks_without_a_day_on_which_somebody_may_have_seen_the_child(rows):
    alone = [entry._replace(group=0) for entry in merge([rows]).entries]
    begun = min([(row.start.latest or dt.date.max).toordinal() for row in rows], default=dt.date.max.toordinal())
    possible = [
        ((row.start.earliest or dt.date.min).toordinal(), (row.start.latest or dt.date.max).toordinal())
        for row in rows
        if sees(row)
    ]
    silent = [
        day
        for day in range(begun + 1, TODAY.toordinal() + 1)
        if not any(first <= day <= last for first, last in possible)
    ]
    runs = [[day for _, day in run] for _, run in groupby(enumerate(silent), lambda pair: pair[1] - pair[0])]
    spans = [
        (aid.span.first.toordinal(), aid.span.last.toordinal())
        for aid in aids(Kind.SILENCE, summed(Chronology(tuple(alone), (), False)))
    ]
    assert spans == [(run[0], run[-1]) for run in runs if len(run) >= 42]


@settings(max_examples=40)
@given(given_rows())
def test_referrals_are_the_most_that_lie_within_any_year(rows):
    days = sorted({day for row in rows if (day := row.start.earliest) and row.start.latest == day})
    whole = [referral(str(number), day) for number, day in enumerate(days)]
    most = max([sum(first <= day < year_on(first) for day in days) for first in days], default=0)
    found = aids(Kind.REFERRALS_WITHOUT_ACTION, summed(merge([whole])))
    assert [len(aid.rows) for aid in found] == ([most] if most >= 3 else [])


@settings(max_examples=40)
@given(given_rows())
def test_sentences_are_plain_and_hold_no_word_that_must_not_be_said(rows):
    for aid in summed(merge([rows])).aids:
        words = aid.sentence.lower()
        assert not any(re.search(rf"\b{re.escape(said)}\b", words) for said in NEVER_SAID)
        assert aid.sentence.endswith(".") and not aid.sentence[0].islower()
        assert len(words.split()) <= 25


def sees(row: Row) -> bool:
    is_there = row.type == "attendance" and row.fact != "Unexplained absence."
    return row.type != "missed_appointment" and (row.fact in SEEING or bool(row.childs_words) or is_there)


def referral(id: str, day: dt.date) -> Row:
    start = PartialDate.of(day)
    return Row(agency="Front door", id=id, subjects=(NOOR,), start=start, fact="NFA.", type="contact_referral")


def year_on(day: dt.date) -> dt.date:
    return day.replace(year=day.year + 1)
