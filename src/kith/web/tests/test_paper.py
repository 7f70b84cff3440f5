"""What a worker prints: A4, on every sheet for whom and when, whole words, and nothing that only a screen needs."""

import io
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdf
import pytest
from jinja2 import Environment
from playwright.sync_api import Page

from kith.apps.voices.projections import Quote
from kith.web.jinja import environment
from kith.web.tests.sample_voices import VOICE
from kith.web.tests.samples import SAMPLES, context_of

pytestmark = [pytest.mark.browser]
STATIC = Path(__file__).parents[1] / "static"
A4 = (595, 842)
COPY = "Copy for Rowan Achterberg, Tidewise Young Carers, as it stood on 24 November 2026 at 09:12."
ON_SCREEN_ONLY = ("Sign out", "My sign-in", "Find a child", "Directory", "Take out", "Take a copy", "Back to")
PRINTED = ("child", "team", "voices", "labels", "loop", "standing", "today")
Sheets = Callable[..., list[str]]


@cache
def templates() -> Environment:
    """Pages whose styles lie beside them."""
    made = environment()
    made.globals.update(static=lambda path: f"static/{path}", url=lambda route, *args: f"#{route}")
    return made


@pytest.fixture
def sheets(page: Page, tmp_path: Path) -> Sheets:
    """The words of every sheet of a sample."""
    shutil.copytree(STATIC, tmp_path / "static")

    def print_it(name: str, **changes: object) -> list[str]:
        sample = tmp_path / f"{name}.html"
        sample.write_text(
            templates().get_template(SAMPLES[name][0]).render(context_of(name) | changes), encoding="utf-8"
        )
        page.goto(sample.as_uri())
        reader = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        assert {(round(one.mediabox.width), round(one.mediabox.height)) for one in reader.pages} == {A4}
        return [" ".join(one.extract_text().split()) for one in reader.pages]

    return print_it


@pytest.mark.parametrize("name", PRINTED)
def test_every_sheet_says_for_whom_it_is_and_when_and_holds_no_button(sheets: Sheets, name: str) -> None:
    found = sheets(name)
    for number, words in enumerate(found, 1):
        assert COPY in words and f"Page {number} of {len(found)}" in words
        assert words.replace(COPY, "").strip(), "an empty sheet"
        assert [what for what in ON_SCREEN_ONLY if what in words] == []


@pytest.mark.parametrize(("name", "says"), [("supervision-toolbox", "Stop card"), ("supervision-receipt", "number 26")])
def test_what_lies_on_the_table_and_names_nobody_is_no_copy_for_somebody(sheets: Sheets, name: str, says: str) -> None:
    printed = " ".join(sheets(name))
    assert says in printed and "Copy for" not in printed
    assert [what for what in (*ON_SCREEN_ONLY, "Print it") if what in printed] == []


def test_words_that_a_screen_folds_are_whole_on_paper(sheets: Sheets) -> None:
    said = "I want to stay with Nan. " * 300 + "And that was the last word."
    one = replace(VOICE, words=Quote(said))
    printed = " ".join(sheets("voices", page=replace(context_of("voices")["page"], voices=(one,))))
    assert printed.count(" Nan") == 300 and "last word." in printed


def test_every_question_is_on_paper_and_an_answer_stands_with_its_own(sheets: Sheets) -> None:
    child = " ".join(sheets("child"))
    for words in ("Answered for now: 1", "Saltmere Academy has a place from January", "We are not sure of “Baz”"):
        assert words in child
    assert "Why this shows" not in child
