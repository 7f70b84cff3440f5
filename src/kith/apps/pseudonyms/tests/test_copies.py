"""Copies carry stand-ins and nothing that names anybody, and say so; the same people have the same in every copy."""

import datetime as dt
import io
import re
import zipfile
from typing import Any

import docx
import openpyxl
import pypdf
import pytest

from conftest import leave_out
from kith.apps.access.services import NewSeal, set_seal
from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import reading
from kith.apps.chronologies.services import withdraw_row
from kith.apps.pseudonyms.keeping import opened
from kith.apps.pseudonyms.models import StandIn, StandInSet
from kith.apps.pseudonyms.services import CannotMake, make_copy
from kith.apps.pseudonyms.tests.making import FACT, begin, copied, county, decide_words, facts_in, page_of, say
from kith.engines.drawing.output import missing_for_pdf
from kith.kernel.days import day_words
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import NOW, Partnership

pytestmark = pytest.mark.django_db
__all__ = ["county"]
FORMS = ("csv", "xlsx", "docx", "pdf")
PICTURES = ("svg", "png", "pdf")
NAMES = ("Mina", "Okafor", "Grace", "Kwame", "Reed", "Lou", "Tom Worker", "Sue Worker", "Petra", "07700", "900123")
SAYS = "This copy carries stand-ins. It is still personal data."


def text_of(data: bytes, form: str) -> str:
    """Everything in a file that can be read, its properties too."""
    if form == "pdf":
        book = pypdf.PdfReader(io.BytesIO(data))
        return plain(" ".join([*(page.extract_text() for page in book.pages), str(book.metadata), str(book.outline)]))
    if form in ("xlsx", "docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = " ".join(packed.read(name).decode(errors="replace") for name in packed.namelist())
        return plain(re.sub(r"<[^>]*>", "", parts) + parts)
    return plain(data.decode(errors="replace"))


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def need_pdf(form: str) -> None:
    if form == "pdf" and (missing := missing_for_pdf()):
        leave_out(missing)


def require_nobody(text: str, county: Partnership) -> None:
    for word in (*NAMES, county.refs["mina"], *agency_names(county)):
        assert not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE), word


def agency_names(county: Partnership) -> list[str]:
    return [county.actor(who).agency_name for who in ("sue", "tom")]


@pytest.fixture
def told(county: Partnership) -> Partnership:
    """Rows of two agencies and of the child, each with names, days and numbers in every text."""
    say(
        county,
        FACT,
        impact="mina missed Lou.",
        childs_words="I was with Kwame",
        action="Tom rang.",
        source="Tom Worker",
    )
    say(county, "Born 3 May 1990, she moved. Sue Worker saw her on 4/5/2019.", by="sue", day="2026-03")
    say(county, "She told us.", by="sue", day="2026-01-05", teller="Grace Okafor")
    return county


@pytest.mark.parametrize("form", FORMS)
def test_nobody_is_named_and_the_copy_says_what_it_is(told, form):
    need_pdf(form)
    made = begin(told)
    data = copied(told, made, form).data
    text = text_of(data, form)
    require_nobody(text, told)
    assert SAYS in text and "3 May 1990" not in text and "4/5/2019" not in text
    assert data == copied(told, made, form).data


@pytest.mark.parametrize("what", ["family", "report"])
@pytest.mark.parametrize("form", ["svg", "png", "pdf", "csv", "xlsx"])
def test_pictures_and_reports_name_nobody_either(told, what, form):
    if (what == "report") == (form in PICTURES):
        return
    need_pdf(form)
    made = begin(told)
    data = copied(told, made, form, what=what).data
    text = text_of(data, form)
    require_nobody(text, told)
    assert form == "png" or SAYS in text
    assert data == copied(told, made, form, what=what).data


def test_properties_name_no_author(told):
    made = begin(told)
    document = docx.Document(io.BytesIO(copied(told, made, "docx").data))
    book = openpyxl.load_workbook(io.BytesIO(copied(told, made, "xlsx").data))
    assert {document.core_properties.author, document.core_properties.last_modified_by} <= {"", "Kith"}
    assert {book.properties.creator, book.properties.lastModifiedBy} <= {"", "Kith", None}
    assert document.core_properties.created.year == book.properties.created.year == 1980


def test_one_person_has_one_stand_in_everywhere_and_for_good(told):
    made = begin(told)
    (first, *_) = [fact for fact in facts_in(copied(told, made).data) if "rang" in fact]
    mum = first.split()[0]
    assert f">{mum}<" in copied(told, made, "svg", what="family").data.decode()
    say(told, "Grace came. Grace went home.", by="sue", day="2026-11-20")
    facts = facts_in(copied(told, made).data)
    assert first in facts and f"{mum} came. {mum} went home." in facts
    other = begin(told, purpose="training", dates="month")
    assert [fact for fact in facts_in(copied(told, other).data) if "rang" in fact] != [first]


def test_role_words_have_numbers_that_count_nobody(told):
    made = begin(told, people="roles")
    facts = " ".join(facts_in(copied(told, made).data))
    assert re.search(r"\[Mum\] rang \[Worker \d\d, school\]", facts) and "[Child] was with" in facts


def test_months_alone_tell_no_day_and_no_time(told):
    facts = facts_in(copied(told, begin(told, dates="month")).data)
    assert any("on November 2026" in fact for fact in facts)
    assert "2026-11-02" not in copied(told, begin(told, dates="month")).data.decode()


@pytest.mark.parametrize("what", ["family", "report"])
def test_no_copy_tells_of_today_moved_since_whoever_gets_it_knows_when_it_was_made(told, what):
    """Ages, and what the rows add up to, are told as of the end of the month of the last row."""
    made = begin(told)
    said = copied(told, made, "svg" if what == "family" else "csv", what=what).data.decode()
    by = dt.timedelta(days=opened(StandInSet.objects.get(ref=made)).moved_by)
    last = PartialDate(f"{dt.date(2026, 11, 2) + by:%Y-%m}").latest
    assert last and day_words(NOW.date() + by) not in said
    assert what == "report" or f"on {day_words(last)}" in said


def test_nothing_is_made_before_everything_was_looked_at(told):
    made = begin(told)
    at: dict[str, Any] = {"by": told.actor("sue"), "child_ref": told.refs["mina"], "now": NOW, "set_ref": made}
    with reading("test", by=told.actor("sue"), now=NOW):
        with pytest.raises(CannotMake, match="may be names"):
            make_copy(form="csv", looked_at=[one.code for one in page_of(told, made).warnings], **at)
        decide_words(told, made)
        with pytest.raises(CannotMake, match="tick each"):
            make_copy(form="csv", looked_at=(), **at)
    assert not StandIn.objects.filter(kind="person").exists()
    assert not AuditRow.objects.filter(event="pseudonyms.copy.made").exists()


def test_a_word_is_hidden_until_somebody_says_that_it_stays(told):
    made = begin(told)
    words = {one.word for one in page_of(told, made).new_words}
    assert {"Petra", "Marsh", "Lane", "mina"} <= words and not words & {"Grace", "Mina", "Born", "She"}
    text = " ".join(facts_in(copied(told, made).data))
    assert "at Marsh [Name" in text and "Petra" not in text
    assert not page_of(told, made).new_words


def test_what_is_restricted_withdrawn_or_sealed_leaves_no_trace(told):
    made = begin(told)
    before = copied(told, made).data
    say(told, "Kwame was seen.", by="sue", restriction="third_party")
    gone = say(told, "Kwame was there.", by="sue")
    at: dict[str, Any] = {"by": told.actor("sue"), "child_ref": told.refs["mina"], "now": NOW}
    withdraw_row(row_ref=gone, why="Another family.", expected_version=1, **at)
    sealed = say(told, "Kwame rang.", by="sue")
    seal = NewSeal(kind="safe_address", why="She asked for it.", records=(("event", sealed),))
    set_seal(by=told.actor("sue"), subject_ref=told.refs["mina"], seal=seal, now=NOW)
    assert copied(told, made).data == before
    assert page_of(told, made).kept_back == 1


def test_what_leads_somewhere_is_hidden_without_asking(told):
    """An address on record, one that nobody knows, a mail address, a reference, and a home by its name."""
    reached = "Write to g@rook.example or ZQ9 7XJ, NHS 943 476 5919, case EM/2044/17."
    say(told, f"She lives at 14 Quay Row. {reached} Rookery Court is cold.", day="2026-04-04")
    made = begin(told)
    (fact,) = [fact for fact in facts_in(copied(told, made).data) if "She lives at" in fact]
    hidden = ("Quay", "g@rook", "7XJ", "5919", "2044", "Rookery")
    assert not [word for word in hidden if word in fact]
    assert "[an address]" in fact and "[a number]" in fact and re.search(r"\[Home \d\d\] is cold", fact)


def test_what_is_kept_of_a_set_tells_nobody(told):
    made = begin(told)
    copied(told, made)
    row = StandInSet.objects.get(ref=made)
    kept = " ".join(f"{one.mark} {one.sealed}" for one in StandIn.objects.filter(of_set=row))
    assert "Grace" not in kept and "key" not in row.sealed and len(set(StandIn.objects.values_list("mark"))) > 5
