"""What a family is told of today can be read at 9 to 11, in every case there is; closed words fit their columns."""

import datetime as dt

import pytest

from kith.apps.access.queries import sharing_words
from kith.apps.teams.family_words import family_words, said_at_night, said_to_family
from kith.apps.teams.models import TeamPlace
from kith.apps.teams.projections import Cover, NightLine, ToGoTo
from kith.kernel.reading_age import complaints, read_text

NAMES = {"Priya", "Sam", "Tolu", "Eastmarch"}
TODAY, BACK = dt.date(2026, 11, 24), dt.date(2026, 11, 30)
SAM = Cover(name="Sam", reach="01632 960 118")
NIGHT = NightLine(team="the night team", shown="01632 960 999", dial="01632960999", hours="", opens="")
CASES = {
    "here": ("", ToGoTo()),
    "here with a number": ("01632 960 118", ToGoTo()),
    "covered": ("", ToGoTo(is_away=True, back_on=BACK, who=SAM)),
    "covered without a number": ("", ToGoTo(is_away=True, back_on=BACK, who=Cover(name="Sam"))),
    "cover away": ("", ToGoTo(is_away=True, back_on=BACK, who=SAM, passed=("Tolu",))),
    "no end": ("", ToGoTo(is_away=True, who=SAM)),
    "nobody": ("", ToGoTo(is_away=True, back_on=BACK, passed=("Tolu", "Sam"))),
}


@pytest.mark.parametrize("case", CASES)
def test_a_family_can_read_who_is_there_today(case):
    reach, found = CASES[case]
    said = said_to_family("Priya", reach, found, on=TODAY)
    assert list(complaints(read_text(said, names=NAMES))) == []
    assert "{" not in said


def test_a_family_can_read_whom_to_ring_at_night():
    assert list(complaints(read_text(said_at_night(NIGHT), names=NAMES))) == []
    assert set(family_words()) >= {"here", "away", "nobody", "night"}


def test_whoever_covers_is_named_with_the_number_and_the_day():
    said = said_to_family("Priya", "", CASES["covered"][1], on=TODAY)
    assert said == ("Priya is away. Priya is back on Monday 30 November. Go to Sam until then. Ring 01632 960 118.")


def test_every_basis_fits_its_column():
    most = TeamPlace._meta.get_field("basis").max_length
    assert [word for word in sharing_words("bases") if len(word) > most] == []
