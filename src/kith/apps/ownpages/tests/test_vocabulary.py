"""The words of own pages: easy to read, and short enough for the columns that keep them."""

import pytest

from kith.apps.ownpages.models import Part, Telling
from kith.apps.ownpages.vocabulary import choosers, readers, sections, ways
from kith.kernel.reading_age import complaints, read_text

TEXTS = [text for one in sections().values() for text in (one.title, one.asks, *one.ideas)]
TEXTS += [one.says for one in readers().values()]


def test_whatever_is_read_with_a_child_is_easy_to_read():
    assert [fault for text in TEXTS for fault in complaints(read_text(text)) if "grade" not in fault] == []
    assert list(complaints(read_text("\n".join(TEXTS)))) == []


@pytest.mark.parametrize(
    ("model", "column", "words"),
    [
        (Part, "section", sections()),
        (Part, "readers", readers()),
        (Telling, "way", ways()),
        (Telling, "chose", choosers()),
    ],
)
def test_every_word_fits_its_column(model, column, words):
    most = model._meta.get_field(column).max_length
    assert [word for word in words if len(word) > most] == []


def test_no_section_has_a_dash_in_its_name():
    """A second part of one section has a number behind a dash."""
    assert [name for name in sections() if "-" in name] == []
