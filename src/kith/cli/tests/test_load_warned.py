"""`kith load` says first where somebody in the file would live with whom a condition keeps from them."""

from pathlib import Path

import pytest

from kith.apps.sentences.projections import ConditionSaid
from kith.apps.sentences.services import set_condition
from kith.cli.main import main
from kith.engines.drawing import network as net
from kith.engines.drawing.formats import write
from kith.testing.factories import (
    NOW,
    TODAY,
    agency,
    child,
    couple,
    email_of,
    family,
    partnership,
    person,
    worker,
)

pytestmark = pytest.mark.django_db
HOME = net.Address(lines="14 Quay Row", postcode="EM1 8DW")


def test_a_file_with_an_unsafe_address_takes_a_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    county = partnership(
        agencies=[agency("council"), agency("probation")],
        workers=[worker("sue"), worker("jude", "probation", agency="probation")],
    )
    dad = person("dad", "Ivo Brook", addresses=(HOME,))
    county.add([family(child("kit", "Kit Brook"), dad, unions=[couple("dad", children=["kit"])])])
    county.involve("kit", "sue")
    county.involve("dad", "jude")
    said = ConditionSaid(kind="residence", since=TODAY, said_by="Heronsea Crown Court", basis="public_task")
    set_condition(by=county.actor("jude"), person_ref=county.refs["dad"], said=said, now=NOW)
    file = tmp_path / "family.json"
    people = (child("k", "Kit Brook"), child("b", "Bo Brook", addresses=(HOME,)))
    file.write_bytes(write(net.Network(about="k", persons=people), to="kith").data)
    asked = ["load", str(file), "--child", county.refs["kit"], "--about", "k", "--by", email_of("sue")]
    assert main([*asked, "--dry-run"]) == 0
    assert "Unsafe address. Ivo Brook and Bo Brook at one address" in capsys.readouterr().out
    assert main(asked) == 2
    assert "say why: --go-on" in capsys.readouterr().err
    assert main([*asked, "--go-on", "Probation has agreed to it."]) == 0
