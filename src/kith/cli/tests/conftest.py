"""A command that is refused: exit code 2, one sentence on the error stream, and nothing written."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kith.cli.main import main


@pytest.fixture
def refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """What a command says when it refuses, asked in an empty folder that stays empty."""

    def said_by(*arguments: object) -> str:
        monkeypatch.chdir(tmp_path)
        assert main(list(map(str, arguments))) == 2
        said = capsys.readouterr().err.strip()
        assert "\n" not in said
        assert list(tmp_path.iterdir()) == []
        return said

    return said_by
