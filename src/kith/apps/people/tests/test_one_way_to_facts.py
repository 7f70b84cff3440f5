"""Nobody reads a row of facts except through a `Sight`: the code itself is read to see it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from kith.apps.people.sight import KINDS

APP = Path(__file__).resolve().parents[1]
FACTS = {model.__name__ for model in KINDS}
MAY_ASK = {
    "sight.py": FACTS,
    "record_owners.py": FACTS,  # whose a record is, for access itself, in keys
    "services/households.py": {"Household", "HouseholdMember"},  # a home held for a deed, and who is indexed anew
    "services/destroying.py": FACTS,  # what goes with the person it is about, without a look at it
    "services/ties.py": {"Tie"},  # a tie held for a deed, after it was decided
    "services/beginning.py": {"Tie"},  # ties of a record that is taken back
    "services/births.py": {"PersonName"},  # the name given at a birth that is taken back
    "services/persons.py": {"Address", "Tie"},  # refs of what was written a moment ago
}


def asked_for(code: str) -> Iterator[str]:
    """Fact models whose rows a module asks for by itself."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Attribute) and node.attr in ("objects", "_default_manager", "_base_manager"):
            named = ast.unparse(node.value)
            if named in FACTS:
                yield named


def modules() -> list[Path]:
    return [path for path in APP.rglob("*.py") if not {"tests", "migrations"} & set(path.relative_to(APP).parts)]


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(APP)))
def test_only_a_sight_asks_for_facts(path: Path) -> None:
    allowed = MAY_ASK.get(str(path.relative_to(APP)), set())
    assert set(asked_for(path.read_text(encoding="utf-8"))) <= allowed


def test_a_read_past_the_sight_would_be_found() -> None:
    assert list(asked_for("rows = Address.objects.filter(person=row)")) == ["Address"]
    assert not list(asked_for("rows = sight.rows(Address, person=row)"))
