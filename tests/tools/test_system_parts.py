"""Missing parts of the system are installed where we may, and named in one line where we may not."""

from pathlib import Path

import pytest

from tools import system_parts
from tools.system_parts import SystemPart, provide_system_parts

PARTS = (
    SystemPart("A browser", "chromium", lambda: None),
    SystemPart("A font", "fonts-noto-core", lambda: None),
    SystemPart("A database", "postgresql", lambda: Path("/usr/bin/true")),
)


@pytest.fixture
def installed(monkeypatch):
    """The packages that would have been installed."""
    packages: list[str] = []
    monkeypatch.setattr(system_parts, "SYSTEM_PARTS", PARTS)
    monkeypatch.setattr(system_parts, "install", packages.extend)
    monkeypatch.setattr(system_parts.shutil, "which", lambda name: f"/usr/bin/{name}")
    return packages


def test_root_installs_what_is_missing(installed, monkeypatch):
    monkeypatch.setattr(system_parts.os, "geteuid", lambda: 0)
    provide_system_parts()
    assert installed == ["chromium", "fonts-noto-core"]


def test_everybody_else_is_told_one_line(installed, monkeypatch, capsys):
    monkeypatch.setattr(system_parts.os, "geteuid", lambda: 1000)
    provide_system_parts()
    assert installed == []
    assert "sudo apt-get install -y chromium fonts-noto-core\n" in capsys.readouterr().out


def test_nothing_is_said_when_nothing_is_missing(installed, monkeypatch, capsys):
    monkeypatch.setattr(system_parts, "SYSTEM_PARTS", PARTS[2:])
    provide_system_parts()
    assert installed == []
    assert capsys.readouterr().out == ""
