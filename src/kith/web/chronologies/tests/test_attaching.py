"""What is attached to a row: each with its own reason, and seen by those who see every word of the row."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from kith.apps.access.services import Destroying, NewSeal, set_seal
from kith.apps.audit.services import Deed, load, reading
from kith.apps.chronologies.models import Attachment, Edition, Entry, KnownTo
from kith.apps.chronologies.queries import sealable_rows
from kith.apps.chronologies.services import on_destroy
from kith.apps.chronologies.services.joining import UNSAID
from kith.apps.files.models import StoredFile
from kith.apps.people.models import PersonName
from kith.testing.factories import NOW, OPERATOR
from kith.web.chronologies.tests.thumbs import Thumb, small_county
from tests.trust.rows_told import published

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


def test_it_is_sealed_alone_and_its_row_stays(thumb: Thumb) -> None:
    """Offered beside the row, also from the row's page; a seal that is on its list opens it."""
    thumb.sends("attach_recording", row(), **{**SAID, "what": "Talk at the door", "kept_at": "Police"})
    talk = Attachment.objects.get().ref
    attach(thumb)
    photo_ref = Attachment.objects.get(kind="photograph").ref
    actor, kit = thumb.county.actor("sue"), thumb.county.refs["kit"]
    with reading("test", by=actor, now=NOW):
        offered = {one.ref: one.says for one in sealable_rows(actor, kit, now=NOW)}
    assert offered[photo_ref] == "24 November 2026: The certificate" and talk in offered
    assert f"?record={photo_ref}" in thumb.page("row", row())
    seal = NewSeal(kind="therapy", why="Told in trust", records=(("event", photo_ref),))
    set_seal(by=actor, subject_ref=kit, seal=seal, now=NOW)
    ray = Thumb(thumb.county, "ray")
    page = ray.page("row", row())
    assert "Kit swam a mile." in page and "Talk at the door" in page and "certificate" not in page
    assert ray.client.get(ray.at("attachment", row(), photo_ref)).status_code == 404
    assert thumb.client.get(thumb.at("attachment", row(), photo_ref)).status_code == 200
    assert Thumb(thumb.county, "ben").sends("take_out_attachment", row(), photo_ref).status_code == 404


def test_what_names_somebody_whose_record_is_destroyed_is_unsaid(thumb: Thumb) -> None:
    """In captions, in what an edition was for, and in who said that somebody knows; what does not name them stays."""
    attach(thumb, what="Zipporah Vale at the pool")
    thumb.sends("attach_recording", row(), **{**SAID, "what": "A talk", "kept_at": "With Zipporah Vale"})
    published(thumb.county, "kit", row(), by="sue", what_for="Asked for by Zipporah Vale")
    with load("test.known", by=OPERATOR, now=NOW, payload={}):
        known = KnownTo(entry=Entry.objects.get(), said_by="Zipporah Vale", recorded_at=NOW)
        known.person_id, known.recorded_by_id = thumb.county.subject_ids["lou"], thumb.county.loaded.workers["sue"]
        known.save(force_insert=True)
    with load("test.destroyed", by=OPERATOR, now=NOW, payload={}):
        ref, key = thumb.county.refs["nan"], thumb.county.subject_ids["nan"]
        on_destroy(Destroying(subject_ref=ref, subject_id=key, seen=1, merge_refs=()), Deed(), now=NOW)
    assert set(Attachment.objects.values_list("what", "kept_at")) == {(UNSAID, ""), ("A talk", "")}
    assert (Edition.objects.get().what_for, KnownTo.objects.get().said_by) == (UNSAID, UNSAID)
    assert "Kit swam a mile." in thumb.page("row", row())


def test_it_goes_when_the_record_of_the_child_is_destroyed(thumb: Thumb) -> None:
    from_whom = thumb.county.subject_ids["kit"]
    attach(thumb)
    assert StoredFile.objects.count() == 1
    with load("test.destroyed", by=OPERATOR, now=NOW, payload={}):
        change = type("Change", (), {"subject_id": from_whom, "subject_ref": thumb.county.refs["kit"]})()
        on_destroy(change, Deed(), now=NOW)
    assert not StoredFile.objects.exists() and not Attachment.objects.exists()
