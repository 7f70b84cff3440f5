"""`kith draw`: real files become pictures, and anything else one sentence and exit code 2."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kith.cli.main import main

DATA = Path(__file__).parents[2] / "engines" / "drawing" / "formats" / "tests" / "data"
SIMPSONS, SMALL = DATA / "simpsons.ged", DATA / "small.json"


def draw(*arguments: object) -> int:
    return main(["draw", *map(str, arguments)])


def test_a_family_is_drawn_in_every_form(tmp_path: Path) -> None:
    for name, begins in (("a.svg", b"<svg"), ("a.png", b"\x89PNG"), ("a.txt", b"Bart Simpson")):
        assert draw(SIMPSONS, "--about", "Bart_Simpson", "--out", tmp_path / name) == 0
        assert (tmp_path / name).read_bytes().startswith(begins)


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.svg", "two.svg"):
        draw(SMALL, "--out", tmp_path / name)
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()


def test_layout_and_family_are_written_as_they_were_drawn(tmp_path: Path) -> None:
    layout, family = tmp_path / "l.json", tmp_path / "f.json"
    assert draw(SMALL, "--out", tmp_path / "a.svg", "--layout-json", layout, "--family-json", family) == 0
    drawn = sorted(node["id"] for node in json.loads(layout.read_bytes())["nodes"])
    assert drawn == sorted(person["id"] for person in json.loads(family.read_bytes())["persons"])
    assert json.loads(layout.read_bytes())["lines"]


def test_feelings_and_signs_are_chosen(tmp_path: Path) -> None:
    file, own = tmp_path / "f.json", tmp_path / "own.toml"
    person = {"id": "a", "gender": "non-binary"}
    ties = [{"a": "a", "b": "b", "kind": kind} for kind in ("close", "harm")]
    whole = {"format": "kith-network", "version": 1, "persons": [person, {"id": "b"}], "relations": ties}
    file.write_text(json.dumps(whole), encoding="utf-8")
    own.write_text(
        'extends = "nsgc"\nname = "own"\nversion = "1"\nvalid_from = 2026-11-01\nsource = "us"\n'
        '[shape_for.gender]\n"non binary" = "hexagon"\n',
        encoding="utf-8",
    )
    assert draw(file, "--feelings", "close", "--sheet", own, "--out", tmp_path / "a.svg") == 0
    svg = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert 'data-kind="close"' in svg and 'data-kind="harm"' not in svg and 'data-kind="hexagon"' in svg
    assert draw(file, "--feelings", "none", "--out", tmp_path / "a.txt") == 0
    assert "harmed" not in (tmp_path / "a.txt").read_text(encoding="utf-8")


def test_an_earlier_drawing_is_kept_and_the_certificate_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    assert draw(SMALL, "--out", tmp_path / "a.svg", "--layout-json", one) == 0
    again = ("--before", one, "--certificate", "--effort", 2, "--seconds", 60)
    assert draw(SMALL, "--out", tmp_path / "b.svg", "--layout-json", other, *again) == 0
    assert "Couples apart: 0, at least 0." in capsys.readouterr().err
    before, after = (json.loads(path.read_bytes()) for path in (one, other))
    assert before["nodes"] == after["nodes"]
    assert after["certificate"]["is_best"]
    assert after["finished"]


def test_who_was_moved_by_hand_stays_there_until_the_drawing_is_tidied(tmp_path: Path) -> None:
    one, moved, kept = tmp_path / "one.json", tmp_path / "moved.json", tmp_path / "kept.json"
    assert draw(SMALL, "--out", tmp_path / "a.svg", "--layout-json", one) == 0
    places = {node["id"]: node["x"] for node in json.loads(one.read_bytes())["nodes"]}
    person = max(places, key=lambda name: places[name])
    by_hand = ("--move", f"{person}={places[person] + 300}")
    assert draw(SMALL, "--out", tmp_path / "b.svg", "--before", one, *by_hand, "--layout-json", moved) == 0
    assert draw(SMALL, "--out", tmp_path / "c.svg", "--before", moved, "--layout-json", kept) == 0
    nodes = json.loads(kept.read_bytes())["nodes"]
    assert [node["id"] for node in nodes if node.get("kept")] == [person]
    others = [name for name in places if name != person]
    after = {node["id"]: node["x"] for node in nodes}
    assert after[person] - after[others[0]] == pytest.approx(places[person] - places[others[0]] + 300, abs=1)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("nowhere.ged", "--out", "a.svg"), "cannot be opened"),
        ((SIMPSONS, "--out", "a.gif"), ".svg, .png, .pdf, .txt"),
        ((SIMPSONS, "--out", "a.pdf", "--paper", "foolscap"), "Kith prints on a4, a3, a2, a1"),
        ((SIMPSONS, "--out", "a.svg", "--paper", "a4"), "Leave --paper out: it is for .pdf and .png files"),
        ((SIMPSONS, "--out", "a.txt", "--paper", "A3"), "a .txt file has no page"),
        ((SIMPSONS, "--out", "a.png", "--tiles"), "Leave --tiles out: it is for .pdf files, and a .png file"),
        ((SIMPSONS, "--out", "a.svg", "--no-tiles"), "Leave --no-tiles out"),
        ((SIMPSONS, "--about", "Nobody", "--out", "a.svg"), "Nobody in this file has the id Nobody"),
        ((SIMPSONS, "--on", "yesterday", "--out", "a.svg"), "yesterday is not a day"),
        ((SIMPSONS, "--out", "nowhere/a.svg"), "cannot be written"),
        ((SIMPSONS, "--sheet", "nowhere", "--out", "a.svg"), "There is: mcgoldrick, nsgc"),
        ((SIMPSONS, "--sheet", "own.toml", "--out", "a.svg"), "own.toml cannot be opened"),
        ((SIMPSONS, "--feelings", "close,wrong", "--out", "a.svg"), 'no feelings called "wrong"'),
        ((SIMPSONS, "--out", "a.svg", "--before", "nowhere.json"), "cannot be opened"),
        ((SIMPSONS, "--out", "a.svg", "--before", SIMPSONS), "is not JSON"),
        ((SIMPSONS, "--out", "a.svg", "--before", SMALL), "no list of nodes"),
        ((SIMPSONS, "--out", "a.svg", "--move", "Bart_Simpson=3"), "in the layout file given by --before"),
        ((SIMPSONS, "--out", "a.svg", "--twice", "Nobody"), "so they cannot be drawn twice"),
        ((SIMPSONS, "--out", "a.svg", "--effort", "0"), "--effort 0 is too small"),
        ((SIMPSONS, "--out", "a.svg", "--seconds", "nan"), "--seconds nan"),
    ],
)
def test_a_refusal_is_one_sentence(arguments: tuple[object, ...], says: str, refusal: Callable[..., str]) -> None:
    assert says in refusal("draw", *arguments)


def test_a_broken_file_names_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.ged"
    broken.write_text("0 HEAD\n1 GEDC\n2 VERS 5.5.1\n0 @I1@ INDI\n3 NAME Ann\n0 TRLR\n")
    assert draw(broken, "--out", tmp_path / "a.svg") == 2
    assert "5" in capsys.readouterr().err
    assert not (tmp_path / "a.svg").exists()


def test_an_unknown_command_names_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["drawn"]) == 2
    assert "draw" in capsys.readouterr().err
    assert main([]) == 0
    assert "kith doctor" in capsys.readouterr().out
