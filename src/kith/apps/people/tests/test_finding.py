"""Finding children: by any name, year or postcode where the record may be opened, by the shown name where not."""

import pytest

from kith.apps.audit.services import reading
from kith.apps.people.queries import find_children, finding
from kith.engines.drawing.network import Address, Name, Person
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import NOW, Partnership, agency, family, partnership, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> Partnership:
    """Mo works with Wren; Ann is of the same agency and does not; Len is of another."""
    wren = Person(
        id="wren",
        kind="child",
        names=(Name(text="Wren Holloway"), Name(text="Wren Quillfeather", kind="previous")),
        birth=PartialDate("2014-05-06"),
        addresses=(Address(lines="3 Sluice Row", postcode="EM4 7QT"),),
    )
    made = partnership(
        agencies=[agency("council"), agency("school")],
        workers=[worker("mo"), worker("ann"), worker("len", agency="school")],
    )
    made.add([family(wren)])
    made.involve("wren", "mo")
    return made


@pytest.fixture(autouse=True, params=["a handful", "as a list"])
def number_of_namesakes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many the rules are asked as one query and the rows are read in parts; the answers are the same."""
    if request.param == "as a list":
        monkeypatch.setattr(finding, "A_HANDFUL", 0)
        monkeypatch.setattr(finding, "MOST_FOUND", 1)


def found(county: Partnership, who: str, asked: str) -> list[str]:
    actor = county.actor(who)
    with reading("test", by=actor, now=NOW):
        return [child.name for child in find_children(actor, asked, now=NOW)]


@pytest.mark.parametrize("asked", ["wren", "holow", "Quillfeather", "wren 2014", "EM4 7QT", "em4", "HOLLOWAY wren"])
def test_whoever_may_open_a_child_finds_them_by_all_that_is_known(county: Partnership, asked: str) -> None:
    assert found(county, "mo", asked) == ["Wren Holloway"]


@pytest.mark.parametrize(("asked", "is_found"), [("wren", True), ("holloway", True), ("Quillfeather", False)])
def test_whoever_may_not_open_a_child_finds_them_by_the_shown_name_only(
    county: Partnership, asked: str, is_found: bool
) -> None:
    assert found(county, "ann", asked) == ["Wren Holloway"] * is_found


@pytest.mark.parametrize("asked", ["2014", "wren 2014", "EM4 7QT", "wren em4"])
def test_a_search_is_no_oracle_for_what_the_list_does_not_show(county: Partnership, asked: str) -> None:
    assert found(county, "ann", asked) == []


def test_another_agency_finds_nobody(county: Partnership) -> None:
    assert found(county, "len", "wren") == []


@pytest.mark.parametrize("asked", ["", "   ", "%", "' OR 1=1 --", "\u202e", "a" * 200, "1 2 3 4 5 6 7 8 9 10"])
def test_odd_words_find_nobody_and_break_nothing(county: Partnership, asked: str) -> None:
    assert found(county, "mo", asked) == []
