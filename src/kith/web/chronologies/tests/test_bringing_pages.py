"""Tables on pages: agencies bring theirs in their own ways, and what comes out is the same whenever it is asked for."""

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

import openpyxl
import pytest
import time_machine
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kith.apps.chronologies.models import Bringing, Entry
from kith.apps.files.models import StoredFile
from kith.testing.factories import NOW, Partnership, agency, child, family, partnership, rolled_back, worker
from tests.trust.visitor import sign_in

pytestmark = pytest.mark.django_db
POLICE = [("Log no", "Date", "What happened", "RAG"), ("P1", "3/3/26", "Officers attended.", "Red")]
FROM_WORD = (
    "<table><tr><td>Date</td><td>Event</td></tr><tr><td>4/3/26</td><td><p>Tired.</p><p>Late.</p></td></tr></table>"
)
AS_TEXT = "Date\tEvent\n4/3/26\tTired.\nLate."


@pytest.fixture
def county() -> Iterator[Partnership]:
    with time_machine.travel(NOW, tick=False), rolled_back():
        made = partnership(
            agencies=[agency("police", kind="police"), agency("school", kind="school")],
            workers=[worker("pol", agency="police"), worker("ray", agency="school")],
        )
        made.add([family(child("kit", "Kit Brook"))])
        for who in ("pol", "ray"):
            made.involve("kit", who)
        yield made


def client(who: str) -> Client:
    signed_in = Client()
    sign_in(signed_in, who)
    return signed_in


def at(county: Partnership, page: str, *more: str) -> str:
    return reverse(f"chronologies:{page}", args=[county.refs["kit"], *more])


def workbook(rows: Iterable[tuple[str, ...]]) -> SimpleUploadedFile:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return SimpleUploadedFile("police.xlsx", out.getvalue())


def bring(county: Partnership, browser: Client, **sent: Any) -> str:
    """All the way in, with the headings as they were taken; the words of the last page."""
    asked = browser.post(at(county, "import"), sent, follow=True)
    browser.post(asked.request["PATH_INFO"], {**taken_for(asked.content.decode()), "version": "1"})
    ref = Bringing.objects.latest("pk").ref
    return browser.post(at(county, "take", ref), {"version": "2"}, follow=True).content.decode()


def taken_for(page: str) -> dict[str, str]:
    """What each heading was taken for, as the page offers it."""
    asked = re.findall(r'<select name="(heading_\d+)".*?</select>', page, re.S)
    chosen = re.findall(r'<option value="(\w*)" selected', page)
    return dict(zip(asked, chosen, strict=True))


def copy(county: Partnership, browser: Client, form: str) -> bytes:
    cache.clear()
    return bytes(browser.get(at(county, f"story_{form}")).content)


def test_the_police_bring_a_workbook_the_school_pastes_from_word_and_merging_twice_is_the_same(
    county: Partnership,
) -> None:
    police, school = client("pol"), client("ray")
    assert "1 row was added." in bring(county, police, file=workbook(POLICE))
    assert "1 row was added." in bring(county, school, words=AS_TEXT, table=FROM_WORD)
    first = {form: copy(county, school, form) for form in ("xlsx", "csv", "docx")}
    assert b"Officers attended." in first["csv"] and b"Tired.\nLate." in first["csv"]
    assert "0 rows were added." in bring(county, police, file=workbook(POLICE))
    assert "0 rows were added." in bring(county, school, words=AS_TEXT, table=FROM_WORD)
    assert {form: copy(county, school, form) for form in first} == first


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_what_kith_wrote_comes_back_as_the_rows_it_was_made_of(county: Partnership, form: str) -> None:
    police, school = client("pol"), client("ray")
    bring(county, police, file=workbook(POLICE))
    bring(county, school, words=AS_TEXT, table=FROM_WORD)
    taken = SimpleUploadedFile(f"taken.{form}", copy(county, school, form))
    asked = school.post(at(county, "import"), {"file": taken}, follow=True)
    sent = {**taken_for(asked.content.decode()), "version": "1"}
    page = school.post(asked.request["PATH_INFO"], sent, follow=True).content.decode()
    assert "<strong>1</strong> row is here already, as it is." in page and "<strong>0</strong> rows are new." in page
    assert "not yours: their agency brings it." in page and "Take it in" not in page


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({}, "Choose a file, or paste what you copied from your table."),
        ({"words": "x\ty", "file": b"a,b"}, "Bring one at a time"),
        ({"words": "one word"}, "This text has no columns"),
        (
            {"file": b"PK\x03\x04 nonsense"},
            "This file is a damaged archive.",
        ),
        ({"file": b"x" * (8 * 1024 * 1024 + 1)}, "This file is over 8 MB."),
        ({"file": b""}, "This file is empty."),
    ],
)
def test_what_cannot_be_brought_is_said_and_nothing_is_kept(
    county: Partnership, sent: dict[str, Any], says: str
) -> None:
    data = {name: SimpleUploadedFile("f.csv", told) if name == "file" else told for name, told in sent.items()}
    answer = client("pol").post(at(county, "import"), data)
    assert answer.status_code == 422 and says in answer.content.decode()
    assert sent.get("words", "") in answer.content.decode()
    assert not Bringing.objects.exists() and not StoredFile.objects.exists()


def test_headings_without_day_and_words_are_asked_for_again(county: Partnership) -> None:
    police = client("pol")
    asked = police.post(at(county, "import"), {"words": "Ort\tWas\n3/3/26\tSeen."}, follow=True)
    page = police.post(asked.request["PATH_INFO"], {"heading_0": "start", "heading_1": "", "version": "1"})
    assert page.status_code == 422 and "Choose which heading says when it was" in page.content.decode()
    done = police.post(
        asked.request["PATH_INFO"], {"heading_0": "start", "heading_1": "fact", "version": "1"}, follow=True
    )
    assert "<strong>1</strong> row is new." in done.content.decode()


def test_what_was_taken_in_is_undone_with_a_reason(county: Partnership) -> None:
    police = client("pol")
    bring(county, police, file=workbook(POLICE))
    row = Bringing.objects.get()
    assert police.post(at(county, "undo", row.ref), {"why": "", "version": row.version}).status_code == 422
    sent = {"why": "An old file.", "version": row.version}
    page = police.post(at(county, "undo", row.ref), sent, follow=True).content.decode()
    assert "Undone" in page and "An old file." in page
    assert Entry.objects.get().why_withdrawn == "An old file."


def test_leaving_a_table_keeps_nothing_and_leaving_it_twice_says_so(county: Partnership) -> None:
    police = client("pol")
    police.post(at(county, "import"), {"words": AS_TEXT})
    ref = Bringing.objects.get().ref
    page = police.post(at(county, "leave", ref), {"version": "1"}, follow=True).content.decode()
    assert "What was read of the table is gone." in page and not StoredFile.objects.exists()
    assert police.post(at(county, "leave", ref), {"version": "2"}).status_code == 404
    assert police.get(at(county, "brought", ref)).status_code == 404
