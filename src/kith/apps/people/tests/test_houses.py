"""However the lines of an address are written, one home is one; another number, flat or town is another."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kith.apps.people.houses import are_two_homes, house_of, is_same_house
from kith.apps.people.places import is_same_home, is_same_place
from kith.apps.people.projections import Place

STREETS = {"Street": "St", "Road": "Rd.", "Avenue": "Ave", "Lane": "Ln", "Gardens": "Gdns", "Row": "Row"}
FLATS = ("Flat {}", "flat {}", "Apt. {}", "Apartment {}", "UNIT {}")


@dataclass(frozen=True)
class Home:
    number: str
    name: str
    kind: str
    town: str = ""
    flat: str = ""


marks = st.one_of(st.integers(1, 400).map(str), st.builds("{}{}".format, st.integers(1, 99), st.sampled_from("abc")))
homes = st.builds(
    Home,
    number=marks,
    name=st.sampled_from(("Quay", "St Mary’s", "Saint Anne's", "Old Mill", "The Saltings", "High")),
    kind=st.sampled_from(sorted(STREETS)),
    town=st.sampled_from(("", "Heronsea", "Eastmarch Quay", "St Osyth-by-Sea")),
    flat=st.one_of(st.just(""), marks, st.sampled_from("ABC")),
)


@st.composite
def writings(draw: st.DrawFn, home: Home, *, is_whole: bool = True) -> str:
    """One of the ways in which somebody writes it; what need not be said may be left out where it is not whole."""
    number = draw(st.sampled_from((home.number, f"No. {home.number}", f"{home.number},", f"0{home.number}")))
    kind = draw(st.sampled_from((home.kind, STREETS[home.kind])))
    name = draw(st.sampled_from((home.name, home.name.replace("’", ""), home.name.replace("St ", "Saint "))))
    street = f"{number} {name} {kind}"
    flat = draw(st.sampled_from(FLATS)).format(home.flat) if home.flat else ""
    says_town, says_flat = is_whole or draw(st.booleans()), is_whole or draw(st.booleans())
    parts = [flat if says_flat else "", street]
    if draw(st.booleans()):
        parts.reverse()
    parts.append(home.town if says_town else "")
    text = draw(st.sampled_from((", ", "\n", "; ", " ,"))).join(part for part in parts if part)
    return draw(st.sampled_from((text, text.upper(), text.lower(), f"  {text}. ")))


@given(st.data(), homes)
def test_one_home_is_one_however_it_is_written(data: st.DataObject, home: Home) -> None:
    one, other = (data.draw(writings(home, is_whole=False)) for _ in range(2))
    assert is_same_house(one, other), (house_of(one), house_of(other))
    assert is_same_house(other, one)


@given(st.data(), homes, homes)
def test_another_number_flat_town_or_street_is_another_home(data: st.DataObject, home: Home, other: Home) -> None:
    assume(home != other)
    assume(all((getattr(home, part) == "") == (getattr(other, part) == "") for part in ("flat", "town")))
    one, two = data.draw(writings(home)), data.draw(writings(other))
    assert not is_same_house(one, two), (house_of(one), house_of(two))


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_written_is_read_alike_from_both_sides(one: str, other: str) -> None:
    assert is_same_house(one, other) == is_same_house(other, one)
    assert is_same_house(one, one) == (house_of(one) is not None)


@given(st.data(), homes)
def test_one_home_is_never_two_and_two_flats_of_one_house_always_are(data: st.DataObject, home: Home) -> None:
    one, other = (data.draw(writings(home, is_whole=False)) for _ in range(2))
    assert not are_two_homes(one, other) and not are_two_homes(other, one)
    assume(home.flat)
    beside = data.draw(writings(replace(home, flat="401")))
    assert are_two_homes(data.draw(writings(home)), beside)


@given(st.data(), homes)
def test_what_is_one_home_is_shown_as_one_place(data: st.DataObject, home: Home) -> None:
    one, other = (Place(lines=data.draw(writings(home, is_whole=False))) for _ in range(2))
    assert is_same_home(one, other)
    assert is_same_place(one, other)


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("14 Quay St Heronsea", "14 Quay Street, Heronsea", True),
        ("14a Elm Road", "14 A Elm Rd", True),
        ("14a Elm Road", "14b Elm Road", False),
        ("12-14 High St", "12 – 14 High Street", True),
        ("12-14 High St", "14 High Street", False),
        ("2/14 Quay Row", "Flat 2, 14 Quay Row", True),
        ("Flat 3, Saltings Court", "3 Saltings Ct", True),
        ("Marsh House, 14 Quay Row", "14 Quay Row", True),
        ("Ground Floor Flat, 3 Elm Road", "First Floor Flat, 3 Elm Road", False),
        ("1st Floor Flat, 3 Elm Road", "First Floor Flat, 3 Elm Road", True),
        ("Unit 4, Flat 2, 3 Elm Road", "Unit 4, Flat 3, 3 Elm Road", False),
        ("14 High Street, Deal, Saltshire", "14 High Street, Dunmere, Saltshire", False),
        ("14 High Street, Dunmere, Saltshire", "14 High Street, Dunmere", True),
        ("14 St Mary's Road", "14 Street Marys Road", False),
        ("14 Quay Row, EM1 8DW", "14 Quay Row, em18dw", True),
        ("14 Quay Row, EM1 8DW", "14 Quay Row, EM2 2EM", False),
        ("The Old Mill, Quay Row", "The Old Mill, Quay Row", False),
        ("Quay Row", "Quay Row", False),
        ("14", "14", False),
        ("", "", False),
    ],
)
def test_what_is_written_of_houses(one: str, other: str, is_one: bool) -> None:
    assert is_same_house(one, other) is is_one


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        (Place(lines="14 Quay Row"), Place(lines="14 Quay Row", postcode="EM1 8DW"), True),
        (Place(lines="14 Quay Row, EM2 2EM"), Place(lines="14 Quay Row", postcode="EM1 8DW"), False),
        (Place(lines="Flat 1, 14 Quay Row"), Place(lines="Flat 2, 14 Quay Row", postcode="EM1 8DW"), False),
        (Place(lines="14 Quay Row", postcode="EM2 2EM"), Place(lines="14 Quay Row", postcode="EM1 8DW"), False),
        (Place(), Place(), False),
    ],
)
def test_a_postcode_on_one_side_only_is_no_other_home(one: Place, other: Place, is_one: bool) -> None:
    assert is_same_home(one, other) is is_one
