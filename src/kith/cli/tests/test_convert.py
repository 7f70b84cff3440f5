"""`kith convert`: a family in another form, with a sentence for what that form cannot say."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kith.cli.main import main
from kith.engines.drawing.formats import FORMS, read

DATA = Path(__file__).parents[2] / "engines" / "drawing" / "formats" / "tests" / "data"
SIMPSONS, SMALL = DATA / "simpsons.ged", DATA / "small.json"


def convert(*arguments: object) -> int:
    return main(["convert", *map(str, arguments)])


@pytest.mark.parametrize("form", FORMS)
def test_a_family_is_written_in_every_form_and_can_be_read_again(form: str, tmp_path: Path) -> None:
    out = tmp_path / "family.out"
    assert convert(SMALL, "--to", form, "--out", out) == 0
    assert len(read(out.read_bytes(), name=out.name).network.persons) >= 17


def test_there_and_back_again_is_the_same_family(tmp_path: Path) -> None:
    ged, kith = tmp_path / "a.ged", tmp_path / "a.json"
    assert convert(SIMPSONS, "--to", "gedcom7", "--out", ged) == 0
    assert convert(ged, "--to", "kith", "--out", kith) == 0
    original = read(SIMPSONS.read_bytes(), name="simpsons.ged").network
    assert read(kith.read_bytes(), name="x").network == original


def test_what_is_lost_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    convert(SMALL, "--to", "ped", "--out", tmp_path / "a.ped")
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "17 people were written to a.ped as PED (linkage)."
    assert any(line.endswith("have no place in a PED file.") for line in said[1:])


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("nowhere.ged", "--to", "ped", "--out", "a"), "cannot be opened"),
        ((SIMPSONS, "--to", "word", "--out", "a"), "Kith writes gedcom7, gedcom551, ped, canrisk, kith"),
        ((SIMPSONS, "--to", "ped", "--out", "nowhere/a"), "cannot be written"),
        ((DATA / "README.md", "--to", "ped", "--out", "a"), "not a family file"),
    ],
)
def test_a_refusal_is_one_sentence_and_writes_nothing(
    arguments: tuple[object, ...], says: str, refusal: Callable[..., str]
) -> None:
    assert says in refusal("convert", *arguments)
