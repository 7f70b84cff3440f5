"""Partial dates are read as people mean them, and never claim more than is known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.kernel.date_points import Point
from kith.kernel.errors import KithError
from kith.kernel.partial_dates import Age, NotADate, Order, PartialDate


@st.composite
def points(draw: st.DrawFn) -> Point:
    day = draw(st.dates())
    kind = draw(st.sampled_from(["day", "month", "season", "year"]))
    about = draw(st.booleans())
    if kind == "season":
        return Point(day.year, draw(st.integers(21, 24)), approximate=about)
    month = 0 if kind == "year" else day.month
    return Point(day.year, month, day.day if kind == "day" else 0, about)


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    codes = [draw(points()).code]
    if shape := draw(st.sampled_from(["", "{}/..", "../{}", "{}/{}"])):
        codes = [shape.format(codes[0], draw(points()).code)]
    for code in codes:
        try:
            return PartialDate(code)
        except NotADate:
            start, _, end = code.partition("/")
            return PartialDate(f"{end}/{start}" if ".." not in code else end.strip(".") or start.strip("."))
    raise AssertionError


@given(partial_dates())
def test_words_and_code_read_back_as_the_same_date(day: PartialDate) -> None:
    assert PartialDate.parse(str(day)) == day
    assert PartialDate.from_code(day.code) == day


@given(partial_dates())
def test_first_possible_day_is_not_after_the_last(day: PartialDate) -> None:
    assert day.earliest is None or day.latest is None or day.earliest <= day.latest
    if day.year is not None:
        assert day.earliest is not None and day.earliest.year == day.year


@given(partial_dates(), partial_dates())
def test_comparing_the_other_way_round_gives_the_mirrored_answer(one: PartialDate, other: PartialDate) -> None:
    mirror = {Order.BEFORE: Order.AFTER, Order.AFTER: Order.BEFORE}
    order = one.compare(other)
    assert other.compare(one) == mirror.get(order, order)
    assert one.may_be_same(other) == (order in {Order.SAME, Order.UNSURE})


@given(partial_dates(), partial_dates())
def test_display_order_never_contradicts_a_certain_order(one: PartialDate, other: PartialDate) -> None:
    if one.certainly_before(other):
        assert one.sort_key < other.sort_key
    assert (one.sort_key == other.sort_key) == (one == other)


@given(st.dates(), st.dates())
def test_exact_days_compare_as_days(one: date, other: date) -> None:
    expected = Order.SAME if one == other else Order.BEFORE if one < other else Order.AFTER
    assert PartialDate.of(one).compare(PartialDate.of(other)) == expected


@given(partial_dates(), st.dates())
def test_age_bounds_are_in_order(born: PartialDate, on: date) -> None:
    age = born.age_on(on)
    if age.at_least is not None and age.at_most is not None:
        assert 0 <= age.at_least <= age.at_most


@given(st.text(max_size=120))
def test_any_text_is_read_or_refused_in_one_sentence(text: str) -> None:
    try:
        PartialDate.parse(text)
    except NotADate as refusal:
        assert isinstance(refusal, KithError) and refusal.message.endswith(".")


READINGS = [
    ("2019", "2019"),
    ("0987", "0987"),
    ("987", "0987"),
    ("in 2019", "2019"),
    ("spring 2019", "2019-21"),
    ("in the summer of 2019", "2019-22"),
    ("Autumn 2019", "2019-23"),
    ("Winter 2019", "2019-24"),
    ("about 2014", "2014~"),
    ("c. 2014", "2014~"),
    ("c2014", "2014~"),
    ("circa 2014", "2014~"),
    ("2014?", "2014~"),
    ("around March 2014", "2014-03~"),
    ("ABT 1890", "1890~"),
    ("EST 5 MAR 1890", "1890-03-05~"),
    ("CAL 1890", "1890~"),
    ("before 2019", "../2019"),
    ("BEF 5 MAR 2019", "../2019-03-05"),
    ("before about 2014", "../2014~"),
    ("after March 2019", "2019-03/.."),
    ("AFT 2019", "2019/.."),
    ("since 2019", "2018/.."),
    ("until 31/12/2019", "../2020-01-01"),
    ("between 2014 and 2016", "2014/2016"),
    ("BET 2014 AND MAR 2016", "2014/2016-03"),
    ("FROM 2014 TO 2016", "2014/2016"),
    ("2014-2016", "2014/2016"),
    ("2014 \N{EN DASH} 2016", "2014/2016"),
    ("2014~/2016", "2014~/2016"),
    ("the 1990s", "1990/1999"),
    ("early 2019", "2019-01~/2019-04~"),
    ("mid-2019", "2019-05~/2019-08~"),
    ("late February 2020", "2020-02-21~/2020-02-29~"),
    ("5 March 2019", "2019-03-05"),
    ("5th of March, 2019", "2019-03-05"),
    ("March 5th, 2019", "2019-03-05"),
    ("5 MAR 2019", "2019-03-05"),
    ("5/3/2019", "2019-03-05"),
    ("05.03.2019", "2019-03-05"),
    ("2019-03-05", "2019-03-05"),
    ("March 2019", "2019-03"),
    ("Sept 2019", "2019-09"),
    ("03/2019", "2019-03"),
    ("2019-03", "2019-03"),
]


@pytest.mark.parametrize(("words", "code"), READINGS)
def test_reads_what_people_write(words: str, code: str) -> None:
    assert PartialDate.parse(words).code == code


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "empty"),
        ("when she was little", '"when she was little" was not understood'),
        ("31/02/2020", "There is no day 31 in February 2020: it has 29 days."),
        ("29 February 2019", "it has 28 days"),
        ("3/25/2019", "There is no month 25; write the day first"),
        ("5/3/19", "needs four digits"),
        ("0/3/2019", "no day 0"),
        ("2019-21", "no month 21"),
        ("between 2016 and 2014", "2014 is earlier than 2016"),
        ("after 9999", "outside the years"),
        ("before 0001", "outside the years"),
        ("0000", "no year 0"),
        ("29 BC", "not understood"),
        ("x" * 200, "too long"),
        ("\u0661\u0669\u0669\u0660", "not understood"),
    ],
)
def test_says_what_was_not_understood(words: str, said: str) -> None:
    with pytest.raises(NotADate) as refusal:
        PartialDate.parse(words)
    assert said in refusal.value.message


@pytest.mark.parametrize(
    "code", ["../..", "2016/2014", "2019-3", "2019-00", "2019-13", "2019-21-05", "spring", "2019/", ""]
)
def test_only_canonical_codes_make_a_date(code: str) -> None:
    with pytest.raises(NotADate):
        PartialDate.from_code(code)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("2015-02-03", "3 February 2015"),
        ("2019-21", "spring 2019"),
        ("2014~", "about 2014"),
        ("../2019", "before 2019"),
        ("2019/..", "after 2019"),
        ("2014/2016", "between 2014 and 2016"),
        ("0987", "0987"),
    ],
)
def test_is_written_in_british_words(code: str, words: str) -> None:
    assert str(PartialDate(code)) == words


@pytest.mark.parametrize(
    ("code", "earliest", "latest"),
    [
        ("2014~", date(2013, 1, 1), date(2015, 12, 31)),
        ("2014-03~", date(2014, 2, 1), date(2014, 4, 30)),
        ("2014-21~", date(2013, 12, 1), date(2014, 8, 31)),
        ("2014-03-05~", date(2014, 2, 26), date(2014, 3, 12)),
        ("2019-24", date(2019, 1, 1), date(2020, 2, 29)),
        ("../2019", None, date(2018, 12, 31)),
        ("../2019-24", None, date(2019, 11, 30)),
        ("2019-24/..", date(2019, 3, 1), None),
        ("../2014~", None, date(2014, 12, 31)),
        ("0001~", date.min, date(2, 12, 31)),
        ("9999-24", date(9999, 1, 1), date.max),
    ],
)
def test_possible_days(code: str, earliest: date | None, latest: date | None) -> None:
    assert (PartialDate(code).earliest, PartialDate(code).latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("one", "other", "order"),
    [
        ("2018", "2019", Order.BEFORE),
        ("../2019", "2019", Order.BEFORE),
        ("2019/..", "2019-12-31", Order.AFTER),
        ("2019", "2019", Order.UNSURE),
        ("2019-03-05", "2019-03-05", Order.SAME),
        ("2019-03-05~", "2019-03-05~", Order.UNSURE),
        ("2018~", "2019", Order.UNSURE),
        ("2019-24", "2019-06", Order.UNSURE),
    ],
)
def test_order_is_claimed_only_when_certain(one: str, other: str, order: Order) -> None:
    assert PartialDate(one).compare(PartialDate(other)) is order


def test_there_is_no_less_than() -> None:
    with pytest.raises(TypeError):
        sorted([PartialDate("2018"), PartialDate("2019")])  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("code", "age", "words"),
    [
        ("2014-06-01", Age(11, 11), "11"),
        ("2014-06-02", Age(10, 10), "10"),
        ("2014", Age(10, 11), "10 or 11"),
        ("2014~", Age(9, 12, approximate=True), "about 11"),
        ("2012/2014", Age(10, 13), "10 to 13"),
        ("../2014", Age(11, None), ""),
        ("2014/..", Age(None, 10), ""),
        ("2026", Age(None, None), ""),
        ("2025", Age(0, 0), "0"),
    ],
)
def test_age(code: str, age: Age, words: str) -> None:
    found = PartialDate(code).age_on(date(2025, 6, 1))
    assert found == age and str(found) == words


def test_a_birthday_on_29_february_is_reached_on_1_march() -> None:
    born = PartialDate("2012-02-29")
    assert str(born.age_on(date(2015, 2, 28))) == "2"
    assert str(born.age_on(date(2015, 3, 1))) == "3"


@pytest.mark.parametrize(
    ("code", "precision"),
    [
        ("2019-03-05", "day"),
        ("2019-03", "month"),
        ("2019-22~", "season"),
        ("2019", "year"),
        ("2014/2016", "interval"),
        ("../2019", "before"),
        ("2019/..", "after"),
    ],
)
def test_precision(code: str, precision: str) -> None:
    assert PartialDate(code).precision == precision
