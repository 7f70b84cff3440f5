"""The county's data about cover: what is shipped reads, what a county loads holds, and what misleads is refused."""

import datetime as dt

import pytest

from kith.apps.directory.county_files import CannotReadCountyData, shipped
from kith.apps.directory.cover_words import read_cover
from kith.apps.directory.queries import cover_in_force
from kith.apps.directory.services import load_county_data
from kith.testing.factories import NOW, OPERATOR, TODAY, rolled_back

OWN = """
kind = "cover"
version = "own-1"
source = "The partnership's executive, 3 November 2026"
valid_from = 2026-11-20
[office]
opens = "08:30"
closes = "18:00"
[alerts]
away_within_days = 21
most_workers = 3
counted_days = 180
[adviser]
from_age = 15
to_age = 24
titles = ["leaving care adviser"]
"""


def test_what_is_shipped_can_be_read():
    found = read_cover(shipped("cover"))
    assert (found.opens, found.away_within_days, found.most_workers, found.counted_days) == (dt.time(9), 14, 4, 365)
    assert (found.adviser_from_age, found.adviser_to_age) == (16, 25)


@pytest.mark.django_db
def test_a_county_says_otherwise_from_its_day_on():
    with rolled_back():
        load_county_data(by=OPERATOR, data=OWN.encode(), name="cover.toml", now=NOW)
        assert cover_in_force(TODAY).closes == dt.time(18)
        assert cover_in_force(TODAY).adviser_titles == ("leaving care adviser",)
        assert cover_in_force(dt.date(2026, 11, 19)).closes == dt.time(17)


@pytest.mark.parametrize(
    ("part", "wrong", "says"),
    [
        ("office", {"opens": "nine", "closes": "17:00"}, "time such as 09:00"),
        ("office", {"opens": "17:00", "closes": "09:00"}, "later in the day"),
        ("office", None, "headed"),
        ("alerts", {"away_within_days": 0, "most_workers": 4, "counted_days": 365}, "whole number"),
        ("alerts", {"away_within_days": 14, "most_workers": True, "counted_days": 365}, "whole number"),
        ("adviser", {"from_age": 25, "to_age": 16, "titles": []}, "at least from_age"),
        ("adviser", {"from_age": 16, "to_age": 25, "titles": "adviser"}, "list of texts"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(part, wrong, says):
    body = {**shipped("cover"), part: wrong}
    with pytest.raises(CannotReadCountyData, match=says):
        read_cover(body)
