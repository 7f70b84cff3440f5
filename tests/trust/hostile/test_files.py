"""Every hostile file ends in one clear sentence, or as something harmless; none takes the product down with it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kith.apps.chronologies.models import Entry
from kith.apps.files.services import (
    CannotReadFile,
    read_document,
    read_family,
    read_picture,
    read_tables,
    read_workbook,
)
from tests.trust.hostile.families import circle, named
from tests.trust.hostile.files import ALL, HEAVY
from tests.trust.hostile.hostile_file import SVG, HostileFile
from tests.trust.hostile.pictures import gif, jpeg_with_everything
from tests.trust.visitor import visitor

OFFICE = [hostile for hostile in ALL if hostile.kind in ("workbook", "document")]
READ: dict[str, Callable[[bytes], Any]] = {
    "family": lambda data: read_family(data, name="family.ged"),
    "picture": read_picture,
    "workbook": read_workbook,
    "document": read_document,
}


@pytest.mark.parametrize("hostile", ALL, ids=lambda hostile: hostile.name)
def test_a_hostile_file_is_refused_or_harmless(hostile: HostileFile):
    try:
        found = READ[hostile.kind](hostile.make())
    except CannotReadFile as problem:
        expect_a_sentence(problem.message, hostile)
    else:
        assert not hostile.says, "this must be refused"
        assert hostile.harmless(found)


@pytest.mark.parametrize("hostile", OFFICE, ids=lambda hostile: hostile.name)
def test_it_gets_no_further_with_whoever_reads_tables(hostile: HostileFile):
    """The same files, brought as a chronology: refused in a sentence, or tables without anything but text."""
    try:
        found = read_tables(hostile.make())
    except CannotReadFile as problem:
        assert problem.message.endswith(".") and problem.message.isprintable() and len(problem.message) < 400
        assert "something in it stopped" not in problem.message
    else:
        assert all(type(cell) is str for table in found.tables for row in table.rows for cell in row)
        assert "root:" not in str(found)


@pytest.mark.long
@pytest.mark.parametrize("hostile", HEAVY, ids=lambda hostile: hostile.name)
def test_a_file_that_takes_all_there_is_ends_well(hostile: HostileFile):
    test_a_hostile_file_is_refused_or_harmless(hostile)


def expect_a_sentence(sentence: str, hostile: HostileFile) -> None:
    assert hostile.says in sentence
    assert hostile.says or hostile.harmless is bool, f"this must be read: {sentence}"
    assert not sentence[0].islower() and sentence.endswith(".") and sentence.isprintable() and len(sentence) < 400
    assert "Error" not in sentence and "Traceback" not in sentence and "something in it stopped" not in sentence


def test_there_are_enough_of_them():
    assert len({hostile.name for hostile in ALL}) == len(ALL) >= 60


@pytest.mark.parametrize(
    "name", ["../../etc/\u202egpj.ged", "x" * 1_000_000, "a\0b.ged", "<b>.ged", "", "C:\\x\\y.ged"]
)
def test_the_name_of_a_file_harms_nobody(name):
    called = read_family(named("Ann"), name=name).network.name
    assert len(called) <= 100 and called.isprintable()
    assert not {"/", "\\", "\0", "\u202e"} & set(called)


# The same on the page.
SENT = {
    "a circle": (lambda: circle(300), "own ancestor"),
    "a drawing": (lambda: SVG, "SVG"),
    "a picture": (jpeg_with_everything, "JPEG"),
    "a huge picture": (lambda: gif(50_000, 50_000), "GIF"),
    "nothing": (lambda: b"", "empty"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("sent", SENT)
def test_a_page_says_what_is_wrong_with_a_file(county, sent):
    make, says = SENT[sent]
    where = reverse("loading:choose_file", args=[county.refs["mina"]])
    file = SimpleUploadedFile("../\u202ex<b>.ged", make())
    answer = visitor("pru").client.post(where, {"file": file})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page and "<b>.ged" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("hostile", OFFICE[::4], ids=lambda hostile: hostile.name)
def test_a_table_is_refused_in_a_sentence_or_looked_at(county, hostile):
    """A sample of them, since the reader met all above; nothing is taken in, and nothing breaks."""
    where = reverse("chronologies:import", args=[county.refs["mina"]])
    rows = Entry.objects.count()
    answer = visitor("pru").client.post(where, {"file": SimpleUploadedFile("../\u202ex<b>.xlsx", hostile.make())})
    assert answer.status_code in (302, 422) and b"<b>.xlsx" not in answer.content
    if answer.status_code == 302:
        assert visitor("pru").client.get(answer.headers["Location"]).status_code == 200
    assert Entry.objects.count() == rows


@pytest.mark.django_db
def test_a_file_sent_twice_is_brought_in_once(county):
    """Its bytes are carried in the page; whatever somebody changes in them is read behind the fences again."""
    where = reverse("loading:load", args=[county.refs["mina"]])
    sent = {"carried": "AAAA", "name": "x" * 5_000, "about": "I0"}
    assert [visitor("pru").client.post(where, sent).status_code for _ in range(2)] == [422, 422]
