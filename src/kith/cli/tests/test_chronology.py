"""`kith chronology merge`: files of several agencies become one, with every loss said, and without any database."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kith.apps.chronologies.tests.making import csv_of, table_docx, xlsx
from kith.cli.main import main

ROWS = [
    ("Date", "Event", "Officer"),
    ("3/3/2019", "Officers attended. Altercation between father and mother.", "JD"),
    ("31/02/2020", "Missed.", "JD"),
]
HEALTH = [("When it was", "What we saw"), ("4 March 2019", "Mum told HV of a row with dad. Police came.")]
SCHOOL = [("Date", "Event", "Child"), ("spring 2019", "Swims for the school.", "Mia")]
MINE = ("--child", "Mia Brook", "--agency", "A.xlsx=Police", "--agency", "B.csv=Health", "--agency", "School")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three files of three agencies, one of which has headings of its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "A.xlsx").write_bytes(xlsx(ROWS))
    (tmp_path / "B.csv").write_bytes(csv_of(HEALTH))
    (tmp_path / "C.docx").write_bytes(table_docx(SCHOOL))
    columns = {"When it was": "start", "What we saw": "fact"}
    (tmp_path / "map.json").write_text(json.dumps({"version": 1, "columns": columns}))
    return tmp_path


def merge(*arguments: object) -> int:
    return main(["chronology", "merge", "A.xlsx", "B.csv", "C.docx", *MINE, *map(str, arguments)])


@pytest.mark.parametrize("form", ["xlsx", "docx", "html", "json"])
def test_three_files_become_one_and_what_was_lost_is_said(
    form: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert merge("--map", "map.json", "--out", f"merged.{form}") == 0
    said = capsys.readouterr()
    assert "A.xlsx: 1 row read, 1 left out." in said.out and "Left alone: “Officer”." in said.out
    assert "Headings: “Date”; “Event” is what happened." in said.out
    assert "3 rows of Health, Police and School; 1 event is likely told by more than one agency." in said.out
    assert "A.xlsx, row 3: “31/02/2020” is not a day. The row was left out." in said.err.splitlines()
    assert (folder / f"merged.{form}").stat().st_size > 500


def test_what_was_merged_is_merged_again_with_more(folder: Path) -> None:
    for out in ("merged.xlsx", "merged.json"):
        assert merge("--map", "map.json", "--out", out) == 0
        assert (
            main(
                ["chronology", "merge", out, "C.docx", "--agency", "School", "--child", "Mia Brook", "--out", "x.json"]
            )
            == 0
        )
        assert json.loads((folder / "x.json").read_text())["rows"] == rows_of(folder)


def rows_of(folder: Path) -> object:
    assert merge("--map", "map.json", "--out", "straight.json") == 0
    return json.loads((folder / "straight.json").read_text())["rows"]


@pytest.mark.parametrize("form", ["toml", "json"])
def test_a_map_is_written_once_and_read_the_next_time(
    form: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["chronology", "merge", "A.xlsx", "--agency", "Police", "--out", "x.json", "--map", f"kept.{form}"]
    assert main(given) == 0
    kept = folder / f"kept.{form}"
    assert "written to kept" in capsys.readouterr().out
    kept.write_text(
        kept.read_text()
        .replace('"Officer" = ""', '"Officer" = "source"')
        .replace('"Officer": ""', '"Officer": "source"')
    )
    changed = kept.read_bytes()
    assert main(given) == 0
    assert "“Officer” is source" in capsys.readouterr().out
    assert kept.read_bytes() == changed


def test_a_check_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(folder.iterdir())
    (folder / "B.csv").write_bytes(csv_of([("Date", "Event"), *HEALTH[1:]]))
    assert merge("--check", "--map", "new.toml", "--out", "merged.xlsx") == 0
    assert merge("--check") == 0
    said = capsys.readouterr()
    assert said.out.count("Nothing was written: this was a check.") == 2
    assert "is not a day" in said.err
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("nowhere.csv", "--out", "x.xlsx"), "cannot be opened"),
        (("A.xlsx",), "Say where to write"),
        (("A.xlsx", "--out", "x.pdf"), "Kith writes xlsx, docx, html, json"),
        (("A.xlsx", "--out", "x.html", "--map", "x.yaml"), "X.toml or X.json"),
        (("A.xlsx", "--out", "x.html", "--agency", "B=x", "--agency", "C=y"), "--agency C=y: write FILE=NAME"),
    ],
)
def test_a_refusal_is_one_sentence_and_writes_nothing(
    arguments: tuple[str, ...], says: str, refusal: Callable[..., str]
) -> None:
    assert says in refusal("chronology", "merge", *arguments)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("A.xlsx", "--out", "A.xlsx"), "would be lost"),
        (("A.xlsx", "--out", "x.html"), 'each such file: --agency "A.xlsx=Police".'),
        (("A.xlsx", "./A.xlsx", "--agency", "P", "--out", "x.html"), "A.xlsx is given twice. Give it once."),
        (("A.xlsx", "old/A.xlsx", "--agency", "P", "--out", "x.html"), "Two of the files are called A.xlsx."),
        (("A.xlsx", "--agency", "Old.xlsx=P", "--out", "x.html"), "--agency Old.xlsx=P: write FILE=NAME"),
        (("B.csv", "--agency", "Health", "--out", "x.html"), "It begins with “When it was”, “What we saw”."),
        (("bomb.xlsx", "--agency", "Health", "--out", "x.html"), "bomb.xlsx: This file is a damaged archive"),
        (("A.xlsx", "--agency", "P", "--out", "x.html", "--map", "bad.toml"), "bad.toml is neither TOML nor JSON"),
        (
            ("A.xlsx", "--agency", "P", "--out", "x.html", "--map", "odd.toml"),
            "“Date” is mapped to “when”, which is no field",
        ),
        (("A.xlsx", "--agency", "P", "--out", "nowhere/x.html"), "cannot be written"),
    ],
)
def test_files_that_do_not_do_are_refused_in_a_sentence(
    arguments: tuple[str, ...], says: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "bomb.xlsx").write_bytes(b"PK\x03\x04")
    (folder / "bad.toml").write_text("columns = [")
    (folder / "odd.toml").write_text('version = 1\n[columns]\nDate = "when"\n')
    before = sorted(folder.iterdir())
    assert main(["chronology", "merge", *arguments]) == 2
    assert says in capsys.readouterr().err.splitlines()[-1]
    assert sorted(folder.iterdir()) == before


def test_no_database_and_no_django_are_needed(folder: Path) -> None:
    """In a process of its own, which would fail if a setting were asked for."""
    program = (
        "import sys; from kith.cli.main import main; "
        "code = main(['chronology', 'merge', 'A.xlsx', '--agency', 'Police', '--out', 'x.docx']); "
        "sys.exit(code or any(name.split('.')[0] == 'django' for name in sys.modules))"
    )
    paths = os.pathsep.join(str(Path(path).resolve()) for path in sys.path if path)
    bare = {"PYTHONPATH": paths, "PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "there.is.none"}
    subprocess.run([sys.executable, "-c", program], cwd=folder, env=bare, check=True, capture_output=True)
    assert (folder / "x.docx").exists()
