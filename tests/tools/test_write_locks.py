"""Lock files that name an address or a path of one machine are refused."""

import pytest

from tools.write_locks import machine_traces


@pytest.mark.parametrize(
    "line",
    ["--index-url somewhere", "a @ file:///b", "a @ https://example.org/a.whl", "# via /srv/kith/pyproject.toml"],
)
def test_traces_are_found(tmp_path, line):
    lock = tmp_path / "a.lock"
    lock.write_text(f"django==5.2.1 \\\n    --hash=sha256:00\n{line}\n")
    assert machine_traces(lock) == [line]
