"""What the reader of tables answers is checked again, place by place, before anybody believes it."""

import json

import pytest

from kith.apps.files.projections import ReadTable, ReadTables
from kith.apps.files.sandbox.frames import Frame
from kith.apps.files.sandbox.proofs import NotBelieved, proved_tables

TABLE = {"title": "S", "rows": [["a"]], "merged": [[1, 1, 1, 2]], "struck": [1], "unsolved": [[1, 1]]}
FACTS = {"called": "sheet", "warnings": ["One."], "counts from 1904": True}


def frame(*tables: object, **facts: object) -> Frame:
    return Frame(facts={**FACTS, **facts}, body=json.dumps(tables).encode())


def test_a_whole_answer_is_believed() -> None:
    table = ReadTable(title="S", rows=(("a",),), merged=((1, 1, 1, 2),), struck=frozenset({1}), unsolved=((1, 1),))
    assert proved_tables(frame(TABLE)) == ReadTables(
        called="sheet", tables=(table,), warnings=("One.",), counts_from_1904=True
    )


@pytest.mark.parametrize(
    "lie",
    [
        7,
        {**TABLE, "more": 1},
        {**TABLE, "title": 7},
        {**TABLE, "title": "x" * 5_000},
        {**TABLE, "rows": [[7]]},
        {**TABLE, "rows": "a"},
        {**TABLE, "merged": [[1, 2, 3]]},
        {**TABLE, "merged": [[0, 1, 1, 2]]},
        {**TABLE, "struck": [True]},
        {**TABLE, "struck": ["1"]},
        {**TABLE, "unsolved": [[1]]},
    ],
)
def test_an_answer_of_another_shape_is_not_believed(lie: object) -> None:
    with pytest.raises(NotBelieved):
        proved_tables(frame(lie))


@pytest.mark.parametrize("facts", [{"called": 7}, {"warnings": "One."}, {"warnings": [7]}])
def test_facts_of_another_kind_are_not_believed(facts: dict[str, object]) -> None:
    with pytest.raises(NotBelieved):
        proved_tables(frame(TABLE, **facts))
