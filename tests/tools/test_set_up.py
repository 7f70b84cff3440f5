"""Set-up returns at once when nothing changed, and runs again when a lock did."""

import pytest

from tools import set_up


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A house with every deciding file and a Python, not yet prepared."""
    for name in (*set_up.DECIDING_FILES, ".venv/bin/python"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(set_up, "HOUSE", tmp_path)
    monkeypatch.setattr(set_up, "STAMP", tmp_path / ".venv" / "stamp.json")
    monkeypatch.setattr(set_up, "VENV_PYTHON", tmp_path / ".venv" / "bin" / "python")
    return tmp_path


def test_a_new_house_is_not_ready(house):
    assert not set_up.is_ready("demo")


def test_what_tests_need_includes_what_the_demo_needs(house):
    set_up.write_stamp("dev")
    assert set_up.is_ready("dev")
    assert set_up.is_ready("demo")


def test_what_the_demo_needs_is_not_enough_for_tests(house):
    set_up.write_stamp("demo")
    assert set_up.is_ready("demo")
    assert not set_up.is_ready("dev")


@pytest.mark.parametrize("name", set_up.DECIDING_FILES)
def test_a_changed_file_asks_for_a_new_run(house, name):
    set_up.write_stamp("dev")
    (house / name).write_text("changed")
    assert not set_up.is_ready("dev")


def test_a_spoilt_stamp_asks_for_a_new_run(house):
    set_up.STAMP.write_text("{")
    assert not set_up.is_ready("demo")


def test_a_removed_environment_asks_for_a_new_run(house):
    set_up.write_stamp("demo")
    set_up.VENV_PYTHON.unlink()
    assert not set_up.is_ready("demo")
