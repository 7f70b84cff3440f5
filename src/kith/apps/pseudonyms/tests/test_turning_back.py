"""Back from a copy: comments beside their rows, and names for whoever may read them; each look-up on record."""

import csv
import io
from collections.abc import Callable, Sequence
from typing import Any

import docx
import openpyxl
import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.access.services import NewSeal, set_seal
from kith.apps.audit.models import AuditRow
from kith.apps.audit.services import reading
from kith.apps.chronologies.queries import review_of
from kith.apps.files.services import CannotReadFile
from kith.apps.pseudonyms.projections import TurnedBack
from kith.apps.pseudonyms.services import CannotMake, look_up_file, look_up_word, place_comments
from kith.apps.pseudonyms.tests.making import FACT, begin, copied, county, facts_in, say
from kith.testing.factories import NOW, Partnership

pytestmark = pytest.mark.django_db
__all__ = ["county"]
WHY = "The review asks whom they mean."


@pytest.fixture
def told(county: Partnership) -> Partnership:
    say(county, FACT)
    say(county, "Kwame rang.", by="sue", day="2026-11-05")
    return county


def looked_up(county: Partnership, set_ref: str, *, by: str = "ira", reason: str = WHY, **what: Any) -> TurnedBack:
    look: Callable[..., TurnedBack] = look_up_word if "word" in what else look_up_file
    at = {"by": county.actor(by), "child_ref": county.refs["mina"], "now": NOW}
    with reading("test", by=county.actor(by), now=NOW):
        return look(set_ref=set_ref, reason=reason, called="Mina", **what, **at)


def commented_csv(data: bytes, comments: Sequence[str]) -> bytes:
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    for row, words in zip(rows[1:], comments, strict=False):
        row[rows[0].index("Comment")] = words
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def commented_xlsx(data: bytes, comments: Sequence[str]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["Table"]
    titles = [cell.value for cell in sheet[1]]
    for number, words in enumerate(comments, 2):
        sheet.cell(number, titles.index("Comment") + 1, words)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def commented_docx(data: bytes, comments: Sequence[str]) -> bytes:
    document = docx.Document(io.BytesIO(data))
    asked = [row.cells[0] for row in document.tables[0].rows if " on row " in row.cells[0].text]
    for cell, words in zip(asked, comments, strict=False):
        cell.paragraphs[0].add_run(words)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


WRITTEN = {"csv": commented_csv, "xlsx": commented_xlsx, "docx": commented_docx}


def first_word(county: Partnership, set_ref: str) -> str:
    """Mum's stand-in."""
    return next(fact.split()[0] for fact in facts_in(copied(county, set_ref).data) if "from [a number]" in fact)


@pytest.mark.parametrize("form", list(WRITTEN))
def test_comments_come_back_beside_their_rows_with_names_again(told, form):
    made = begin(told)
    mum = first_word(told, made)
    data = WRITTEN[form](copied(told, made, form).data, [f"Who asked {mum}?", ""])
    found = looked_up(told, made, data=data)
    (comment,) = found.comments
    assert (comment.comment, comment.fact, found.lost, found.may_place) == ("Who asked Grace Okafor?", FACT, (), True)
    assert [(one.word, one.of) for one in found.meant] == [(mum, "Grace Okafor")]
    at: dict[str, Any] = {"by": told.actor("ira"), "child_ref": told.refs["mina"], "now": NOW, "called": "Mina"}
    with reading("test", by=told.actor("ira"), now=NOW):
        for _ in range(2):
            place_comments(comments={comment.row_ref: {"comment": comment.comment}}, **at)
        words = {
            row.row.said.fact: row.analysis.comment
            for row in review_of(told.actor("ira"), at["child_ref"], called="", now=NOW)
        }
    assert words == {FACT: "Who asked Grace Okafor?", "Kwame rang.": ""}


def test_each_look_up_is_on_record_with_its_reason_and_needs_one(told):
    made = begin(told)
    mum = first_word(told, made)
    with pytest.raises(CannotMake, match="why you need"):
        looked_up(told, made, word=mum, reason="x")
    assert not AuditRow.objects.filter(event="pseudonyms.copy.turned_back").exists()
    assert [one.of for one in looked_up(told, made, word=f"Is {mum} there?").meant] == ["Grace Okafor"]
    assert AuditRow.objects.filter(event="pseudonyms.copy.turned_back", actor=told.actor("ira").ref).count() == 1


def test_only_whoever_holds_the_right_turns_back(told):
    made = begin(told)
    for who in ("sue", "tom"):
        with pytest.raises(NothingHere):
            looked_up(told, made, word="Arden", by=who)


def test_whoever_may_not_be_read_now_looks_like_a_word_that_stands_for_nobody(told):
    made = begin(told)
    mum = first_word(told, made)
    seal = NewSeal(kind="safe_address", why="She asked for it.")
    set_seal(by=told.actor("sue"), subject_ref=told.refs["mum"], seal=seal, now=NOW)
    said = []
    for word in (mum, "Nevernobody"):
        with pytest.raises(CannotMake) as problem:
            looked_up(told, made, word=word)
        said.append(problem.value.message)
    assert said[0] == said[1]


def test_a_wrong_file_is_told_in_a_sentence(told):
    made, other = begin(told), begin(told, purpose="training")
    data, others = copied(told, made).data, copied(told, other).data
    with pytest.raises(CannotMake, match="another set"):
        looked_up(told, made, data=others)
    with pytest.raises(CannotMake, match="does not say of which set"):
        looked_up(told, made, data=b"a,b\r\n1,2\r\n")
    without_rows = data.replace(b'"Row"', b'"Line"')
    with pytest.raises(CannotMake, match="No row of ours"):
        looked_up(told, made, data=without_rows)
    with pytest.raises(CannotReadFile):
        looked_up(told, made, data=b"\x00\x01\x02")


def test_what_stood_beside_a_row_whose_name_was_changed_is_not_lost(told):
    made = begin(told)
    data = commented_csv(copied(told, made).data, ["First.", "Second."])
    rows = list(csv.reader(io.StringIO(data.decode(), newline="")))
    rows[1][rows[0].index("Row")] = "CHANGED"
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    found = looked_up(told, made, data=out.getvalue().encode())
    assert ([one.comment for one in found.comments], [one.text for one in found.lost]) == (["Second."], ["First."])


def test_a_column_of_their_own_is_a_comment_under_its_heading(told):
    made = begin(told)
    rows = list(csv.reader(io.StringIO(copied(told, made).data.decode("utf-8-sig"), newline="")))
    rows[0].append("Question")
    rows[1].append("Why so late?")
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    (comment,) = looked_up(told, made, data=out.getvalue().encode()).comments
    assert comment.comment == "Question: Why so late?"
