"""Closed words fit the columns that keep them: SQLite keeps any length, PostgreSQL refuses what is too long."""

import pytest

from kith.apps.occasions.kinds import (
    child_answers,
    not_coming_kinds,
    occasion_kinds,
    parent_words,
    reasons_why_not,
    reasons_why_not_team,
    ways_of_answering,
    ways_to_speak_up,
)
from kith.apps.occasions.models import (
    ChildAnswer,
    LedgerRow,
    NotComing,
    Occasion,
    Representation,
    RepresentationAnswer,
    SecondParent,
    TeamRow,
)
from kith.apps.occasions.saying import CAME


@pytest.mark.parametrize(
    ("model", "column", "words"),
    [
        (Occasion, "kind", occasion_kinds()),
        (ChildAnswer, "answer", child_answers()),
        (LedgerRow, "why_not", reasons_why_not()),
        (LedgerRow, "came", CAME),
        (TeamRow, "why_not", reasons_why_not_team()),
        (TeamRow, "came", CAME),
        (Representation, "kind", ways_to_speak_up()),
        (RepresentationAnswer, "way", ways_of_answering()),
        (NotComing, "kind", not_coming_kinds()),
        (NotComing, "response", [name for kind in not_coming_kinds().values() for name in kind.responses]),
        (SecondParent, "ways", [",".join(parent_words("ways"))]),
        *((SecondParent, part, parent_words(part)) for part in ("identified", "responsibility", "place", "safety")),
    ],
)
def test_every_word_fits_its_column(model, column, words):
    most = model._meta.get_field(column).max_length
    assert [word for word in words if len(word) > most] == []
