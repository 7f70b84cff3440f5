"""Each rule in `.importlinter` breaks, and breaks alone, on a small house that breaks it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import ROOT

FILES = (
    "__init__",
    "project/__init__",
    "cli/main",
    "testing/town/county",
    "web/views",
    "jobs/nightly",
    "apps/people/models",
    "apps/people/queries",
    "apps/records/base",
    "apps/records/rules",
    "engines/drawing/picture",
    "engines/kinship/words",
    "kernel/refs",
)
RULES = ("Storeys", "Apps", "Engines", "Purity", "Translation", "Circles")


def build_house(folder: Path, imports: dict[str, str]) -> None:
    """A house of empty modules, with one import written into each of the files named."""
    for name in {*FILES, *imports}:
        path = folder / "kith" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        for parent in path.relative_to(folder).parents:
            if parent.name:
                (folder / parent / "__init__.py").touch()
        path.write_text(imports.get(name, ""))


def broken_rules(folder: Path) -> set[str]:
    linter = Path(sys.executable).with_name("lint-imports")
    command = [str(linter), "--config", str(ROOT / ".importlinter"), "--no-cache", "--no-logo"]
    environment = os.environ | {"PYTHONPATH": str(folder)}
    answer = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    verdicts = dict(re.findall(r"^(\w+): .* (KEPT|BROKEN)\b", answer.stdout, re.MULTILINE))
    assert set(verdicts) == set(RULES), answer.stdout + answer.stderr
    return {rule for rule, verdict in verdicts.items() if verdict == "BROKEN"}


@pytest.mark.parametrize(
    ("imports", "broken"),
    [
        pytest.param({}, set(), id="a good house"),
        pytest.param({"web/views": "import kith.apps.people.queries"}, set(), id="web asks an app"),
        pytest.param(
            {
                "apps/people/tests/test_queries": "import kith.testing.town.county",
                "apps/records/tests/test_base": "import kith.testing.town.county",
                "testing/town/county": "import kith.apps.people.queries",
            },
            set(),
            id="a test fetches the town",
        ),
        pytest.param({"apps/people/queries": "import kith.web.views"}, {"Storeys"}, id="an app looks up"),
        pytest.param({"web/views": "import kith.testing.town.county"}, {"Storeys"}, id="web serves the town"),
        pytest.param({"web/views": "import kith.jobs.nightly"}, {"Storeys"}, id="web calls a job"),
        pytest.param({"cellar/stuff": ""}, {"Storeys"}, id="a folder on no storey"),
        pytest.param({"apps/records/rules": "import kith.apps.people.queries"}, {"Apps"}, id="a lower app looks up"),
        pytest.param({"apps/gossip/queries": ""}, {"Apps"}, id="an app without a place"),
        pytest.param({"engines/drawing/picture": "import kith.engines.kinship.words"}, {"Engines"}, id="engines meet"),
        pytest.param({"engines/drawing/picture": "import django.db"}, {"Purity"}, id="an engine knows Django"),
        pytest.param({"kernel/refs": "import sqlite3"}, {"Purity"}, id="the kernel opens a database"),
        pytest.param({"web/views": "import kith.apps.people.models"}, {"Translation"}, id="web touches rows"),
        pytest.param({"cli/main": "import kith.apps.people.models"}, {"Translation"}, id="a command touches rows"),
        pytest.param(
            {
                "apps/records/base": "import kith.apps.records.rules",
                "apps/records/rules": "import kith.apps.records.base",
            },
            {"Circles"},
            id="two neighbours in a circle",
        ),
    ],
)
def test_each_rule_breaks_alone(tmp_path, imports, broken):
    build_house(tmp_path, imports)
    assert broken_rules(tmp_path) == broken
