"""Closed words fit the columns that keep them: SQLite keeps any length, PostgreSQL refuses what is too long."""

import pytest

from kith.apps.people.languages import languages
from kith.apps.voices.answer_cards import ANSWER_PARTS
from kith.apps.voices.cards import PARTS
from kith.apps.voices.label_cards import WAITING_PARTS
from kith.apps.voices.models import Answer, Label, Passage, Rating, View, Voice, Waiting
from kith.apps.voices.vocabulary import answer_kinds, label_kinds, stances, waits, ways


@pytest.mark.parametrize(
    ("model", "column", "words"),
    [
        (Voice, "way", ways()),
        (Voice, "language", languages()),
        (Passage, "part", (*PARTS, *ANSWER_PARTS, *WAITING_PARTS)),
        (Answer, "kind", answer_kinds()),
        (Answer, "what", [word for kind in answer_kinds().values() for word in kind.what]),
        (Label, "kind", label_kinds()),
        (Rating, "rating", [word for kind in label_kinds().values() for word in kind.ratings]),
        (View, "stance", stances()),
        (Waiting, "waits_on", waits()),
    ],
)
def test_every_word_fits_its_column(model, column, words):
    most = model._meta.get_field(column).max_length
    assert [word for word in words if len(word) > most] == []
