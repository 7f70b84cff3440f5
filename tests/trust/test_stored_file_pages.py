"""Pages that hand out the bytes of a stored file: they are known by name, and a seal closes them without a trace."""

from base64 import b64decode
from collections.abc import Iterator

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import resolve, reverse

from kith.apps.access.queries import Cut
from kith.apps.files import ciphers
from kith.apps.files.keys import CONTENT
from kith.apps.pictures.models import Face, Photograph
from kith.testing.factories import NOW, Partnership, rolled_back
from tests.trust.county import build_county
from tests.trust.crawling import NOBODY, every_path
from tests.trust.hidden import SECRET_PERSON
from tests.trust.pictures import draw, face_of, photograph, put_on
from tests.trust.rows_told import attach_to, tell_row
from tests.trust.sealing import seal
from tests.trust.visitor import sign_in, visitor
from tests.trust.voices import say

pytestmark = pytest.mark.django_db
HAND_OUT_STORED_BYTES = {"voices:drawing", "pictures:photograph", "chronologies:attachment"}
"""Whoever adds one here adds it to a journey of the two worlds, and a stored file to the census and the canaries."""
SHOW_FACES = {"pictures:drawn", "pictures:together", "pictures:beside", "pictures:picture_svg"}
DREW = f"{SECRET_PERSON} by the sea"
FACE = "Grinningface"  # what a page says that holds the bytes of a face
CONDITIONS: tuple[dict[str, str], ...] = (
    {},
    {"If-None-Match": "*"},
    {"If-Modified-Since": "Mon, 01 Jan 2035 00:00:00 GMT"},
    {"Range": "bytes=0-3"},
)


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Lou drew something, and a picture of theirs was made from a photograph: as files whose bytes and names say who is
    on them. Pru works with them."""
    with time_machine.travel(NOW, tick=False), rolled_back():
        made = build_county()
        made.refs |= say(made, "lou", DREW)
        made.refs |= draw(made, "lou", "The sea")
        photograph(made, "lou", DREW)
        made.refs["entry_ref"] = tell_row(made, "lou", "Lou swam.", by="pru")
        made.refs["attachment_ref"] = attach_to(made, "lou", DREW, by="pru")
        made.refs["visible tie"] = NOBODY
        yield made


def drawing(county: Partnership, ref: str = "") -> str:
    return reverse("voices:drawing", args=[county.refs["lou"], ref or county.refs["drawing_ref"]])


def test_the_routes_that_hand_out_stored_bytes_are_known(county, monkeypatch):
    """Every page is opened; whichever had a file deciphered is one of them. A face stands within pages of a picture."""
    put_on(county, "lou", "lou-mum", "Mum")
    face_of(county, "lou", "lou-mum", FACE)
    opened: set[str] = set()
    faced: set[str] = set()
    whole, asked = ciphers.decrypted, [""]

    def decrypted(data, *, key, purpose, belongs_to):
        plain = whole(data, key=key, purpose=purpose, belongs_to=belongs_to)
        if purpose == CONTENT and plain != b64decode(FACE):
            opened.add(resolve(asked[0]).view_name)
        return plain

    monkeypatch.setattr(ciphers, "decrypted", decrypted)
    browser = visitor("pru")
    for path in every_path(county.refs, ("mum",), ("lou",)):
        cache.clear()
        asked[0] = path
        if FACE.encode() in browser.get(path).body:
            faced.add(resolve(path).view_name)
    assert (opened, faced) == (HAND_OUT_STORED_BYTES, SHOW_FACES)


def answers(path: str) -> list[tuple[int, dict[str, str], bytes]]:
    """To each way of asking, some of which could tell by a status of their own whether it is there."""
    found = []
    for headers in CONDITIONS:
        client = Client(raise_request_exception=False, headers=headers)
        sign_in(client, "pru")
        for ask in (client.get, client.head):
            response = ask(path)
            found.append((response.status_code, dict(response.headers), response.content))
    return found


@pytest.mark.parametrize("what", ["the voice", "the child"])
def test_a_seal_closes_the_file_its_name_its_size_and_its_place_on_the_page(county, what):
    assert visitor("pru").get(drawing(county)).body == DREW.encode()
    records = [("voice", county.refs["voice_ref"])] if what == "the voice" else []
    seal(county, "lou", records)
    assert answers(drawing(county)) == answers(drawing(county, NOBODY))
    told = (SECRET_PERSON, county.refs["drawing_ref"], county.refs["voice_ref"])
    page = visitor("pru").get(reverse("voices:page", args=[county.refs["lou"]]))
    assert page.status == (200 if records else 404)
    assert not [one for one in told if one.encode() in page.body]


def paper(county: Partnership, ref: str = "") -> str:
    return reverse("pictures:photograph", args=[county.refs["lou"], ref or county.refs["picture_ref"]])


@pytest.mark.parametrize("what", ["the photograph", "the picture", "the child", "somebody who was on it"])
def test_a_seal_closes_the_photograph_of_a_paper_map_and_the_page_does_not_tell_of_it(county, what):
    put_on(county, "lou", "lou-mum", "Mum")
    assert visitor("pru").get(paper(county)).body == DREW.encode()
    page = reverse("pictures:drawn", args=[county.refs["lou"], county.refs["picture_ref"]])
    assert b"photograph" in visitor("pru").get(page).body
    refs = {"the photograph": Photograph.objects.get().ref, "the picture": county.refs["picture_ref"]}
    about = "lou-mum" if what == "somebody who was on it" else "lou"
    seal(county, about, [("picture", refs[what])] if what in refs else [])
    assert answers(paper(county)) == answers(paper(county, NOBODY))
    shown = visitor("pru").get(page)
    assert shown.status == (404 if what in ("the picture", "the child") else 200)
    assert b"photograph" not in shown.body


def pages_with_faces(county: Partnership) -> list[bytes]:
    """Of a picture, and its file, for one whom the seal will keep out."""
    at = [county.refs["lou"], county.refs["picture_ref"]]
    asked = [reverse(f"pictures:{page}", args=at) for page in ("drawn", "together", "picture_svg")]
    return [visitor("pru").get(path).body for path in asked]


@pytest.mark.parametrize("what", ["the face", "whoever it shows"])
def test_a_sealed_face_leaves_every_page_as_it_is_without_one(county, what):
    put_on(county, "lou", "lou-mum", "Mum")
    has_seal = what == "whoever it shows"
    with rolled_back():
        if has_seal:
            seal(county, "lou-mum")
        without = pages_with_faces(county)
    face_of(county, "lou", "lou-mum", FACE)
    assert all(FACE.encode() in page for page in pages_with_faces(county))
    seal(county, *(("lou-mum",) if has_seal else ("lou", [("picture", Face.objects.get().ref)])))
    assert pages_with_faces(county) == without


def attached(county: Partnership, ref: str = "") -> str:
    refs = county.refs
    return reverse("chronologies:attachment", args=[refs["lou"], refs["entry_ref"], ref or refs["attachment_ref"]])


@pytest.mark.parametrize("what", ["the row", "the child"])
def test_a_seal_closes_what_is_attached_to_a_row_and_its_place_on_the_page(county, what):
    assert visitor("pru").get(attached(county)).body == DREW.encode()
    page = reverse("chronologies:row", args=[county.refs["lou"], county.refs["entry_ref"]])
    assert county.refs["attachment_ref"].encode() in visitor("pru").get(page).body
    seal(county, "lou", [("event", county.refs["entry_ref"])] if what == "the row" else [])
    assert answers(attached(county)) == answers(attached(county, NOBODY))
    shown = visitor("pru").get(page)
    assert shown.status == 404 and county.refs["attachment_ref"].encode() not in shown.body


def test_a_file_that_a_seal_does_not_close_would_be_seen(county, monkeypatch):
    seal(county, "lou", [("voice", county.refs["voice_ref"])])
    monkeypatch.setattr(Cut, "open_rows", lambda self, rows: rows)
    assert answers(drawing(county)) != answers(drawing(county, NOBODY))
