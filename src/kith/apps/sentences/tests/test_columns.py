"""Closed words fit the columns that keep them: SQLite keeps any length, PostgreSQL refuses what is too long."""

import pytest

from kith.apps.sentences.cards import WHAT
from kith.apps.sentences.kinds import condition_kinds
from kith.apps.sentences.models import Condition, SentenceStep, ToTell
from kith.apps.sentences.rules import bases
from kith.apps.sentences.services.telling import FRONT_DOOR
from kith.apps.sentences.stages import STEPS


@pytest.mark.parametrize(
    ("model", "column", "words"),
    [
        (Condition, "kind", condition_kinds()),
        (Condition, "basis", bases()),
        (SentenceStep, "step", STEPS),
        (ToTell, "what", WHAT),
        (ToTell, "name", [FRONT_DOOR]),
    ],
)
def test_every_word_fits_its_column(model, column, words):
    most = model._meta.get_field(column).max_length
    assert [word for word in words if len(word) > most] == []
