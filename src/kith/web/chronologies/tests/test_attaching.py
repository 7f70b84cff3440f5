"""What is attached to a row: each with its own reason, and seen by those who see every word of the row."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from kith.apps.access.services import NewSeal, set_seal
from kith.apps.audit.services import Deed, load
from kith.apps.chronologies.models import Attachment, Entry
from kith.apps.chronologies.services import on_destroy
from kith.apps.files.models import StoredFile
from kith.apps.people.models import PersonName
from kith.testing.factories import NOW, OPERATOR
from kith.web.chronologies.tests.thumbs import Thumb, small_county

pytestmark = pytest.mark.django_db
SAID = {"what": "The certificate", "basis": "public_task"}


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path


@pytest.fixture
def thumb() -> Iterator[Thumb]:
    """Sue wrote a row about Kit."""
    with small_county() as made:
        thumb = Thumb(made)
        thumb.sends(on="today", fact="Kit swam a mile.", childs_words="Nan saw it.")
        yield thumb


def row() -> str:
    return str(Entry.objects.get().ref)


def photo(name: str = "IMG Kit.png", kind: str = "PNG") -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), (9, 99, 9)).save(out, kind)
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/png")


def attach(thumb: Thumb, **changes: object) -> int:
    return thumb.sends("attach_photograph", row(), **{**SAID, "picture": photo(), **changes}).status_code


def attached() -> list[str]:
    return [row(), str(Attachment.objects.get().ref)]


def bytes_for(thumb: Thumb) -> int:
    return thumb.client.get(thumb.at("attachment", *attached())).status_code


def test_a_photograph_stands_with_its_reason_and_is_made_anew(thumb: Thumb) -> None:
    assert attach(thumb) == 302
    page = thumb.page("row", row())
    assert "The certificate" in page and "May be shared because:" in page and "IMG" not in page
    answer = thumb.client.get(thumb.at("attachment", *attached()))
    assert answer.headers["Content-Disposition"] == "inline" and answer.headers["Content-Type"].startswith("image/")
    assert Image.open(io.BytesIO(answer.content)).size == (40, 30) and answer.content != photo().read()
    assert bytes_for(Thumb(thumb.county, "ray")) == 200


@pytest.mark.parametrize(
    ("changes", "says"),
    [({"basis": ""}, "Why may it be shared"), ({"what": " "}, "What does it show"), ({"picture": ""}, "at most 8 MB")],
)
def test_what_is_missing_is_said(thumb: Thumb, changes: dict[str, object], says: str) -> None:
    answer = thumb.sends("attach_photograph", row(), **{**SAID, "picture": photo(), **changes})
    assert answer.status_code == 422 and says in answer.content.decode()
    text = SimpleUploadedFile("x.png", b"GIF89a no picture", content_type="image/png")
    assert attach(thumb, picture=text) == 422 and not Attachment.objects.exists()


def test_where_a_recording_is_kept_is_words_alone(thumb: Thumb) -> None:
    said = {**SAID, "what": "Talk at the door", "kept_at": "Eastmarch Police", "number": "BWV-7"}
    assert thumb.sends("attach_recording", row(), **said | {"kept_at": ""}).status_code == 422
    thumb.sends("attach_recording", row(), **said)
    page = thumb.page("row", row())
    assert "Talk at the door" in page and "Eastmarch Police" in page and "BWV-7" in page and "<img" not in page
    assert bytes_for(thumb) == 404


def test_it_is_taken_out_and_put_back_by_its_agency_alone(thumb: Thumb) -> None:
    attach(thumb)
    ray = Thumb(thumb.county, "ray")
    assert ray.sends("take_out_attachment", *attached()).status_code == 404
    assert ray.client.get(ray.at("attach_photograph", row())).status_code == 404
    thumb.sends("take_out_attachment", *attached())
    assert bytes_for(thumb) == 404
    assert "The certificate" not in ray.page("row", row()) and "The certificate" in thumb.page("row", row())
    thumb.sends("put_back_attachment", *attached())
    assert bytes_for(ray) == 200


def test_whoever_is_kept_from_a_word_of_the_row_is_kept_from_the_photograph(thumb: Thumb) -> None:
    thumb.sends(
        "correct", row(), start="24 November 2026", fact="Kit swam.", childs_words="Zipporah Vale saw.", version="1"
    )
    attach(thumb)
    name = PersonName.objects.get(text="Zipporah Vale").ref
    seal = NewSeal(kind="therapy", why="Told in trust", records=(("name", name),))
    set_seal(by=thumb.county.actor("sue"), subject_ref=thumb.county.refs["nan"], seal=seal, now=NOW)
    ray = Thumb(thumb.county, "ray")
    page = ray.page("row", row())
    assert "Kit swam." in page and "certificate" not in page and "Attached" not in page
    nobodys = ray.client.get(ray.at("attachment", row(), "0" * 26))
    assert ray.client.get(ray.at("attachment", *attached())).content == nobodys.content
    assert bytes_for(thumb) == 200


def test_it_goes_when_the_record_of_the_child_is_destroyed(thumb: Thumb) -> None:
    from_whom = thumb.county.subject_ids["kit"]
    attach(thumb)
    assert StoredFile.objects.count() == 1
    with load("test.destroyed", by=OPERATOR, now=NOW, payload={}):
        change = type("Change", (), {"subject_id": from_whom, "subject_ref": thumb.county.refs["kit"]})()
        on_destroy(change, Deed(), now=NOW)
    assert not StoredFile.objects.exists() and not Attachment.objects.exists()
