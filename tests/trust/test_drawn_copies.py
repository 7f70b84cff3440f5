"""Files of a drawn picture say what the page says to the same viewer, for whom they were made, and nothing sealed."""

import io

import pypdf
import pytest
from django.urls import reverse

from conftest import leave_out
from kith.apps.audit.models import AuditRow
from kith.apps.people.models import PersonName
from kith.apps.pictures.queries import copies
from kith.engines.drawing.output import missing_for_pdf, pdf
from kith.testing.factories import Partnership
from tests.trust.canaries import canaries_in, hide_canaries
from tests.trust.hidden import hide_relative
from tests.trust.pictures import picture_of, put_on
from tests.trust.sealing import seal
from tests.trust.visitor import Answer, visitor

pytestmark = pytest.mark.django_db
FORMS = ("svg", "png", "pdf")


def taken(county: Partnership, who: str, form: str, **how: str) -> Answer:
    where = reverse(f"pictures:picture_{form}", args=[county.refs["mina"], picture_of("mina")])
    asked = "&".join(f"{name}={value}" for name, value in how.items())
    return visitor(who).get(f"{where}?{asked}" if asked else where)


def words_of(answer: Answer) -> str:
    reader = pypdf.PdfReader(io.BytesIO(answer.body))
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


@pytest.mark.parametrize("form", FORMS)
def test_a_copy_is_on_the_record_under_a_name_that_says_nothing(county, form):
    if form == "pdf" and (missing := missing_for_pdf()):
        leave_out(missing)
    answer = taken(county, "pru", form)
    assert answer.status == 200
    assert dict(answer.headers)["Content-Disposition"] == f'attachment; filename="picture-2026-11-24.{form}"'
    assert AuditRow.objects.filter(event="pictures.picture.exported", actor=county.actor("pru").ref).exists()


@pytest.mark.parametrize("form", FORMS)
def test_whoever_may_only_look_takes_nothing(county, form):
    page = reverse("pictures:drawn", args=[county.refs["mina"], picture_of("mina")])
    assert visitor("fay").get(page).status == 200
    assert taken(county, "fay", form).status == 404
    assert b"/copies" not in visitor("fay").get(page).body


@pytest.mark.parametrize(
    "how", [{}, {"paper": "a3"}, {"words": "large"}, {"words": "easy", "ink": "low"}, {"paper": "b5", "words": "?"}]
)
def test_every_print_says_what_stands_on_the_picture_and_for_whom_it_is(county, how):
    if missing := missing_for_pdf():
        leave_out(missing)
    put_on(county, "mina", "uncle", "Uncle Yaw")
    said = words_of(taken(county, "pru", "pdf", **how))
    assert "The pool" in said and "Uncle Yaw" in said
    assert "Copy for Pru Worker, Council, on 24 November 2026, from Kith" in said


def test_a_print_is_the_same_with_somebody_hidden_on_it_and_whoever_is_cleared_has_them(county):
    if missing := missing_for_pdf():
        leave_out(missing)
    before = [taken(county, "pru", form).body for form in FORMS]
    hide_relative(county)
    assert [taken(county, "pru", form).body for form in FORMS] == before
    assert "Nan, who is near" in words_of(taken(county, "zed", "pdf"))


def test_no_copy_holds_a_canary_and_the_search_for_them_finds_some(county):
    if missing := missing_for_pdf():
        leave_out(missing)
    hide_canaries(county)
    for form in FORMS:
        assert not set(canaries_in(taken(county, "pru", form).body))
    for form in ("svg", "pdf"):
        assert "on a picture" in set(canaries_in(taken(county, "zed", form).body))


def test_words_that_are_sealed_from_others_stay_behind_without_a_trace_and_the_page_says_so(county):
    """Zed is on the list, so the page shows the words; on paper they would hang on a wall."""
    known = PersonName.objects.get(person__subject__ref=county.refs["dad"])
    put_on(county, "mina", "uncle", "He knows Kwame")
    assert b"Kwame" in taken(county, "zed", "svg").body
    seal(county, "dad", [("name", known.ref)])
    drawn = reverse("pictures:drawn", args=[county.refs["mina"], picture_of("mina")])
    assert b"Kwame" in visitor("zed").get(drawn).body
    svg = taken(county, "zed", "svg").body
    assert b"Kwame" not in svg and b"Held back" not in svg and b"sealed" not in svg
    chosen = visitor("zed").get(reverse("pictures:copies", args=[county.refs["mina"], picture_of("mina")])).body
    assert b"What stays behind" in chosen


def test_whoever_takes_somebody_sealed_along_is_told_to_keep_the_copy(county):
    hide_relative(county, sensitivity=0)
    where = reverse("pictures:copies", args=[county.refs["mina"], picture_of("mina")])
    assert b"Keep these copies to yourself" not in visitor("zed").get(where).body
    seal(county, "hidden")
    assert b"Keep these copies to yourself" in visitor("zed").get(where).body
    assert b"Keep these copies to yourself" not in visitor("pru").get(where).body


def test_without_pango_the_page_says_so_and_the_address_leads_back_to_it(county, monkeypatch):
    sentence = "A PDF needs Pango, which is not on this computer: apt-get install it."
    monkeypatch.setattr(copies, "missing_for_pdf", lambda: sentence)
    monkeypatch.setattr(pdf, "missing_for_pdf", lambda: sentence)
    page = reverse("pictures:copies", args=[county.refs["mina"], picture_of("mina")])
    shown = visitor("pru").get(page).body.decode()
    assert sentence in shown and "picture.pdf" not in shown
    answer = taken(county, "pru", "pdf")
    assert (answer.status, dict(answer.headers)["Location"]) == (302, page)
    assert taken(county, "pru", "svg").status == 200
