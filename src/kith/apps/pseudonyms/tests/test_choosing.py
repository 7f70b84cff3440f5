"""Stand-ins are drawn once, never twice, in any order, and by nobody without the key."""

import datetime as dt
from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from kith.apps.pseudonyms.choosing import PERSON, WORKER, Wanted, chosen, mark_of, row_code
from kith.apps.pseudonyms.dates import Days
from kith.apps.pseudonyms.rewriting import turned_back
from kith.apps.pseudonyms.vocabulary import listed_in
from kith.kernel.folding import folded
from kith.kernel.partial_dates import PartialDate

KEY, OTHER_KEY = bytes(32), bytes([7]) * 32
POOL = listed_in("names", "pool")
SOMEBODY = st.builds(
    Wanted,
    kind=st.sampled_from([PERSON, WORKER]),
    identity=st.text("abcdef", min_size=1, max_size=3),
    label=st.sampled_from(["", "Sister", "Worker", "Mum"]),
    ending=st.sampled_from(["", "health"]),
    is_alone=st.booleans(),
)
ONE_EACH = st.lists(SOMEBODY, max_size=40, unique_by=lambda one: (one.kind, one.identity))


def drawn(people: list[Wanted], taken: Mapping[Wanted, str] | None = None, key: bytes = KEY) -> dict[Wanted, str]:
    """As a set draws them: whoever has one keeps it."""
    kept = dict(taken or {})
    missing = [one for one in people if one not in kept]
    return kept | dict(chosen(key, missing, taken=list(kept.values()), pool=POOL, avoided={"wren"}))


@given(ONE_EACH, st.randoms(use_true_random=False))
def test_the_order_in_which_they_are_asked_makes_no_difference(people, order):
    other = list(people)
    order.shuffle(other)
    assert drawn(people) == drawn(other)


@given(ONE_EACH, st.integers(0, 40))
def test_whoever_comes_later_changes_nobody_and_gets_one_of_their_own(people, at):
    before = drawn(people[:at])
    after = drawn(people, before)
    assert {one: after[one] for one in before} == before
    words = [folded(word) for word in after.values()]
    assert len(set(words)) == len(people) == len(words)
    assert "wren" not in words


@given(ONE_EACH)
def test_who_leaves_frees_no_stand_in_for_others(people):
    """What is drawn stays in the list, also where nobody has it any more."""
    before = drawn(people)
    half = {one: before[one] for one in people[::2]}
    assert {one: drawn(people[::2], before)[one] for one in half} == half


def test_without_the_key_nobody_can_work_them_out():
    people = [Wanted(PERSON, f"somebody {number}") for number in range(20)]
    mine, theirs = drawn(people), drawn(people, key=OTHER_KEY)
    assert sum(mine[one] == theirs[one] for one in people) < len(people) // 2
    assert mark_of(KEY, PERSON, "mina") != mark_of(OTHER_KEY, PERSON, "mina")
    assert row_code(KEY, "row") != row_code(OTHER_KEY, "row")


def test_more_people_than_names_are_numbered():
    people = [Wanted(PERSON, f"somebody {number}") for number in range(len(POOL) + 150)]
    words = drawn(people).values()
    assert len(set(words)) == len(people)
    assert sum(word.startswith("Person ") for word in words) == 151


DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31))


@given(DAYS, DAYS, st.integers(-155, -5))
def test_time_between_days_and_weekdays_stay_true(one, other, weeks):
    days = Days("shifted", 7 * weeks)
    first, second = (days.told(PartialDate.of(day)).earliest for day in (one, other))
    assert second - first == other - one
    assert (first.weekday(), second.weekday()) == (one.weekday(), other.weekday())


CODES = ["2019", "2019-03", "2019-22", "2019-24", "2014~", "2014/2016", "../2019-03", "2019/..", "2019-03-15/2019-03"]


@given(st.sampled_from(CODES), st.sampled_from(["shifted", "month", "kept"]), st.integers(-155, 155))
def test_a_vague_date_stays_as_vague(code, how, weeks):
    told = Days(how, 7 * weeks).told(PartialDate(code))
    if how != "shifted":
        assert told.code == code.replace("-15", "" if how == "month" else "-15")
    elif "/" not in code:
        assert (told.precision, told.approximate) == (PartialDate(code).precision, PartialDate(code).approximate)


def test_days_within_texts_are_told_as_the_fields_are():
    shifted, month = Days("shifted", 14), Days("month")
    for words in ("3 May 2014", "03/05/2014", "2014-05-03", "3rd of May 2014", "May 3, 2014"):
        assert shifted.in_text(words) == "17 May 2014"
        assert month.in_text(words) == "May 2014"
    assert shifted.in_text("3 May") == "17 May"
    assert month.in_text("3 May") == "May"
    assert shifted.in_text("31/02/2020") == month.in_text("31/02/2020") == "[a day]"


def test_a_day_of_birth_is_in_no_text_even_where_days_stay():
    kept = Days("kept", births=[dt.date(2014, 5, 3)])
    assert kept.in_text("3/5/2014") == kept.in_text("3 May") == ""
    assert kept.in_text("4 May 2014") == "4 May 2014"


def test_turning_back_takes_whole_stand_ins_alone():
    names = {"Worker 4": "Ann", "Worker 47, health": "Bo", "Wren": "Mina"}
    text = "Wrens and Wren met [Worker 47, health], not Worker 48."
    assert turned_back(text, names) == ("Wrens and Mina met Bo, not Worker 48.", ("Wren", "Worker 47, health"))
