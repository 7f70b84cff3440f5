"""A test that does not end is ended and told by name, also where it hangs after it has failed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.limit_of_tests import OPTION

HOUSE = Path(__file__).resolve().parents[2]
HANGING = """
import threading
import pytest

@pytest.fixture
def left_behind():
    yield
    threading.Event().wait({tidying})

def test_that_hangs(left_behind):
    threading.Event().wait({running})
    assert {passes}

def test_that_passes():
    pass
"""


@pytest.mark.parametrize(
    "hanging",
    [
        pytest.param({"running": 100, "tidying": 0, "passes": True}, id="while it runs"),
        pytest.param({"running": 0, "tidying": 100, "passes": False}, id="after it failed"),
    ],
)
def test_a_test_that_hangs_is_ended_by_name(tmp_path, hanging):
    (tmp_path / "test_hanging.py").write_text(HANGING.format(**hanging))
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tools.limit_of_tests", "-o", f"{OPTION}=1"]
    command += ["--rootdir", str(tmp_path), "-c", "/dev/null", "-p", "xdist", "-n1", "--dist=worksteal", str(tmp_path)]
    bare = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    answer = subprocess.run(command, cwd=HOUSE, env=bare, capture_output=True, text=True, timeout=120, check=False)
    assert answer.returncode == 1
    assert "crashed while running" in answer.stdout and "::test_that_hangs" in answer.stdout
    assert "1 passed" in answer.stdout, "the others go on"
    assert "Timeout (0:00:01)" in answer.stderr and 'test_hanging.py", line' in answer.stderr
