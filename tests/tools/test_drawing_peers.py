"""Adapters write what a peer reads and read what it answers; a peer that cannot run is a line, never the end."""

import json
import sys

import pytest

from tools.drawing_peers import gramps, graphviz, packages
from tools.drawing_peers.peer import CannotRunPeer, reason_in, run
from tools.drawing_peers.registry import PEERS

FAMILY = {
    "persons": [
        {"id": "gran da", "sex": "F"},
        {"id": "mo", "sex": "F"},
        {"id": 'ki"m', "sex": "M"},
        {"id": "lee"},
    ],
    "unions": [
        {"id": "U1", "partners": ["gran da", 'ki"m'], "children": [{"id": "mo"}, {"id": "lee", "rel": "foster"}]},
        {"id": "U2", "partners": ["mo"], "children": [{"id": "lee", "rel": "birth"}]},
    ],
}
PLAIN = """graph 1 4 3
node p0 1 2.5 1 0.5 "" solid box black lightgrey
node u0 1.75 1.5 0.1 0.1 "" solid point black lightgrey
node "p2" 2.5 2.5 1 0.5 "" solid box black lightgrey
edge p0 u0 4 1 2 1.2 2 1.4 1.8 1.6 1.6 solid black
stop
"""


def test_dot_is_told_every_line_by_plain_names():
    graph = graphviz.as_dot(FAMILY)
    assert "subgraph cluster_u0 { style=invis; p0 -> u0; p2 -> u0; }" in graph
    assert [line for line in graph.splitlines() if line.startswith("u1 ->")] == ["u1 -> p3;"]
    assert "gran da" not in graph


def test_what_dot_answers_is_turned_downwards_and_named_as_in_the_family():
    layout = graphviz.as_layout(PLAIN, {"p0": "gran da", "p2": 'ki"m'}, {"u0": "U1"})
    assert layout["nodes"] == [
        {"id": "gran da", "x": 1.0, "y": -2.5, "w": 1.0, "h": 0.5},
        {"id": 'ki"m', "x": 2.5, "y": -2.5, "w": 1.0, "h": 0.5},
    ]
    assert layout["unions"] == [{"id": "U1", "x": 1.75, "y": -1.5}]


def test_gramps_is_given_everybody_with_all_their_families():
    lines = gramps.as_gedcom(FAMILY).splitlines()
    lee = lines.index("0 @I0003@ INDI")
    assert lines[lee + 1 : lee + 5] == ["1 NAME lee", "1 SEX U", "1 FAMC @F0000@", "1 FAMC @F0001@"]
    couple = lines.index("0 @F0000@ FAM")
    assert lines[couple + 1 : couple + 3] == ["1 HUSB @I0002@", "1 WIFE @I0000@"]
    alone = lines.index("0 @F0001@ FAM")
    assert lines[alone + 1 : alone + 3] == ["1 WIFE @I0001@", "1 CHIL @I0003@"]


def test_every_package_has_a_script_and_an_exact_version():
    wanted = json.loads((packages.SCRIPTS / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert all(version.replace(".", "").isdigit() for version in wanted.values())
    names = {name.rpartition("/")[2] for name in wanted}
    assert names == set(PEERS) - {"dot", "gramps"}
    assert all((packages.SCRIPTS / f"{name}.mjs").exists() for name in names)


def test_a_program_that_is_missing_fails_or_never_ends_is_told_in_a_few_words():
    with pytest.raises(CannotRunPeer, match="not installed: no-such-program"):
        run(["no-such-program"], limit=5)
    with pytest.raises(CannotRunPeer, match="failed: out of paper"):
        run([sys.executable, "-c", "raise SystemExit('out of paper')"], limit=30)
    with pytest.raises(CannotRunPeer, match="not done in 0 s"):
        run([sys.executable, "-c", "import time; time.sleep(60)"], limit=0.01)


def test_the_line_that_names_the_error_is_told_before_the_last_one():
    assert reason_in("at once:\nTypeError: no people\n  at draw\nNode.js v20\n") == "TypeError: no people"


def test_dot_that_is_not_there_names_its_package(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotRunPeer, match="apt-get install graphviz"):
        graphviz.draw(FAMILY, 5)
