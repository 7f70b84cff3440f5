"""What families read can be read at 9 to 11, by both measures: every entry, every page, every number's words."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest

from kith.apps.helplines.national import listeners, national_strip
from kith.kernel.reading_age import complaints, read_text
from kith.testing.help_numbers import invented_numbers
from kith.web.family_words import family_words, say
from kith.web.jinja import environment
from kith.web.tests.samples import SAMPLES, context_of

TEMPLATES = Path(__file__).parents[2] / "templates"
FOR_FAMILIES = re.compile(r'{% extends "(?:family|errors/layout|pictures/calm)\.html" %}')
NAMES = {"Kith", "Eastmarch", "Samaritans", "Childline", "Noor", "Kwabena", "Priya"}
NAMES |= {"Hana", "NW", "Rowan", "Achterberg", "Wilhelmina", "Featherstonehaugh", "Cholmondeley", "Ashdown", "Comfort"}
IN_A_LINE = {"a", "b", "bdi", "span", "strong", "em"}


class Visible(HTMLParser):
    """The words of a page; whatever is not part of a line of text begins a new one."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.is_hidden = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_hidden = tag in ("title", "script", "style")
        self.words.append(" " if tag in IN_A_LINE else "\n")

    def handle_endtag(self, tag: str) -> None:
        self.is_hidden = False
        self.words.append(" " if tag in IN_A_LINE else "\n")

    def handle_data(self, data: str) -> None:
        if not self.is_hidden:
            self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


def pages() -> Iterator[str]:
    """Samples of every template that a family may be shown."""
    for name, (template, _) in SAMPLES.items():
        if FOR_FAMILIES.search((TEMPLATES / template).read_text(encoding="utf-8")):
            yield name


def words_of_numbers() -> Iterator[str]:
    strip = national_strip()
    national = (strip.danger, strip.crisis, strip.tonight, *listeners())
    invented = invented_numbers(dt.date(2026, 11, 24))
    for number in (*national, *(invented[place] for place in ("crisis", "tonight"))):
        yield f"{number.label}. {number.hours}."


def faults(text: str) -> list[str]:
    return list(complaints(read_text(text, names=NAMES)))


def test_every_entry_is_easy_to_read():
    assert {key: found for key, words in family_words().items() if (found := faults_of_an_entry(words))} == {}


def faults_of_an_entry(words: str) -> list[str]:
    """The grade says nothing of three words; sentence length and hard words do."""
    return [fault for fault in faults(words) if "grade" not in fault]


def test_all_entries_together_are_easy_to_read():
    assert faults("\n".join(family_words().values())) == []


@pytest.mark.parametrize("name", list(pages()))
def test_a_page_as_it_is_shown_is_easy_to_read(name):
    made = environment()
    made.globals.update(static=lambda path: path, url=lambda route, *args: route)
    html = made.get_template(SAMPLES[name][0]).render(context_of(name) | {"is_demo": False})
    assert faults(Visible(html).text) == []


def test_the_pages_looked_at_are_those_of_families():
    assert {"help-now", "error-404", "error-503", "link-door", "link-page", "link-closed"} <= set(pages())


def test_the_words_of_numbers_are_easy_to_read():
    assert [fault for words in words_of_numbers() for fault in faults_of_an_entry(words)] == []


def test_the_words_for_workers_on_family_pages_are_easy_to_read():
    data = tomllib.loads((files("kith.apps.networks") / "data" / "copies.toml").read_text(encoding="utf-8"))
    assert [fault for words in data["helpers"].values() for fault in faults_of_an_entry(f"{words}.")] == []


def test_an_entry_that_does_not_exist_is_a_mistake():
    with pytest.raises(KeyError):
        say("strip.lunch")
