"""Loading a family file on a page: read first, told what it would do, then done whole or not at all."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kith.engines.drawing.formats import read, write
from kith.engines.drawing.formats.tests.zips import genopro
from kith.testing.browsers import signed_in
from kith.testing.factories import Partnership, agency, child, family, partnership, worker
from kith.web.loading.forms import LARGEST

DATA = Path(__file__).parents[3] / "engines" / "drawing" / "formats" / "tests" / "data"
SIMPSONS = DATA / "simpsons.ged"
pytestmark = pytest.mark.django_db


@pytest.fixture
def county() -> Partnership:
    made = partnership(agencies=[agency("council")], workers=[worker("mo"), worker("away")])
    made.add([family(child("bart", "Bart Simpson"))])
    made.involve("bart", "mo")
    return made


def choose(client: Client, county: Partnership, data: bytes) -> Any:
    file = SimpleUploadedFile("family.ged", data)
    return client.post(reverse("loading:choose_file", args=[county.refs["bart"]]), {"file": file})


def carried_in(preview: Any) -> str:
    carried = re.search(r'name="carried" value="([^"]*)"', preview.content.decode())
    assert carried
    return carried[1]


def confirm(client: Client, county: Partnership, preview: Any, about: str) -> Any:
    fields = {"carried": carried_in(preview), "name": "family.ged", "about": about}
    return client.post(reverse("loading:load", args=[county.refs["bart"]]), fields)


def picture(client: Client, county: Partnership) -> str:
    return client.get(reverse("children:picture", args=[county.refs["bart"]])).content.decode()


def test_a_file_is_previewed_and_then_brought_in(county: Partnership) -> None:
    client = signed_in("mo")
    preview = choose(client, county, SIMPSONS.read_bytes())
    assert preview.status_code == 200
    assert "OBJE" in preview.content.decode()
    assert "Homer Simpson" not in picture(client, county)
    done = confirm(client, county, preview, "Bart_Simpson")
    assert done.status_code == 302
    page = picture(client, county)
    assert "Homer Simpson" in page
    assert "10 people are brought in" in page


@pytest.mark.parametrize(
    ("data", "about", "people"),
    [
        ((DATA / "two-families.ped").read_bytes(), "3", 4),
        ((DATA / "family.canrisk").read_bytes(), "c", 3),
        (genopro(), "ind00003", 4),
        (write(read(SIMPSONS.read_bytes(), name="").network, to="gedcom7").data, "Bart_Simpson", 10),
    ],
    ids=["PED", "CanRisk", "GenoPro", "GEDCOM 7"],
)
def test_every_form_is_brought_in(county: Partnership, data: bytes, about: str, people: int) -> None:
    client = signed_in("mo")
    assert confirm(client, county, choose(client, county, data), about).status_code == 302
    assert f"{people} people are brought in" in picture(client, county)


def test_the_child_is_recognised_by_name_and_a_person_decides(county: Partnership) -> None:
    page = choose(signed_in("mo"), county, SIMPSONS.read_bytes()).content.decode()
    assert re.search(r'<option value="Bart_Simpson" selected', page)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty. Choose the file that holds the family"),
        (b"0 HEAD\n1 GEDC\n2 VERS 5.5.1\n0 @I1@ INDI\n3 NAME Ann\n0 TRLR\n", "5"),
        (b"PK\x03\x04 not a family", "damaged archive"),
        (b"x" * (LARGEST + 1), "2 MB"),
        (b"y" * (6 * 1024 * 1024), "2 MB"),
    ],
)
def test_a_bad_file_gets_its_sentence_and_nothing_is_stored(county: Partnership, data: bytes, says: str) -> None:
    client = signed_in("mo")
    answer = choose(client, county, data)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert "People (1)" in picture(client, county)


def test_nobody_is_chosen_and_the_page_asks_again(county: Partnership) -> None:
    client = signed_in("mo")
    answer = confirm(client, county, choose(client, county, SIMPSONS.read_bytes()), "")
    assert answer.status_code == 422
    assert "Choose who in the file the child is." in answer.content.decode()
    assert "Homer Simpson" not in picture(client, county)


def test_twice_is_said(county: Partnership) -> None:
    client = signed_in("mo")
    preview = choose(client, county, SIMPSONS.read_bytes())
    confirm(client, county, preview, "Bart_Simpson")
    again = confirm(client, county, preview, "Bart_Simpson")
    assert again.status_code == 422
    assert "Nothing was loaded twice" in again.content.decode()


def test_what_was_carried_may_not_be_tampered_with_into_an_error(county: Partnership) -> None:
    address = reverse("loading:load", args=[county.refs["bart"]])
    answer = signed_in("mo").post(address, {"carried": "€%%%", "name": "x", "about": "y"})
    assert answer.status_code == 422


def test_a_child_of_somebody_else_is_not_there(county: Partnership) -> None:
    client = signed_in("away")
    answer = client.get(reverse("loading:choose_file", args=[county.refs["bart"]]))
    assert answer["Location"] == reverse("seeing:known", args=[county.refs["bart"]]), "a colleague works with the child"
    assert choose(client, county, SIMPSONS.read_bytes()).status_code == 404
