"""`--by` is believed, so every row that such a command writes says that a command on the server did it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine

from kith.apps.access.services import load_staff
from kith.apps.audit.models import AuditRow
from kith.cli.main import main
from kith.testing.factories import NOW, Partnership, agency, child, email_of, family, partnership, rolled_back, worker

pytestmark = pytest.mark.django_db
FAMILY = """0 HEAD
1 GEDC
2 VERS 5.5.1
1 CHAR UTF-8
0 @I1@ INDI
1 NAME Mina /Okafor/
0 @I2@ INDI
1 NAME Ife /Okafor/
0 @F1@ FAM
1 WIFE @I2@
1 CHIL @I1@
0 TRLR
"""
FILES = {
    "staff.csv": "email,born,address,postcode\n",
    "county.toml": 'version = "1"\nsource = "The county"\n[[agency]]\nname = "Lantern House"\nkind = "voluntary"\n',
    "family.ged": FAMILY,
}


@pytest.fixture
def county(tmp_path: Path) -> Iterator[Partnership]:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    with time_machine.travel(NOW, tick=False), rolled_back():
        made = partnership(agencies=[agency("council")], workers=[worker("abe", "administrator"), worker("pru")])
        made.add([family(child("mina", "Mina Okafor"))])
        made.involve("mina", "pru")
        yield made


def commands(county: Partnership, folder: Path) -> dict[str, list[str]]:
    """Some that take `--by`, as they are typed; to write a feed is no deed, and looks at nobody."""
    mina = ["--child", county.refs["mina"], "--about", "I1"]
    return {
        "kith staff": ["staff", str(folder / "staff.csv"), "--by", email_of("abe")],
        "kith agencies": ["agencies", str(folder / "county.toml"), "--by", email_of("abe")],
        "kith load": ["load", str(folder / "family.ged"), *mina, "--by", email_of("pru")],
    }


def test_each_row_names_the_command(county, tmp_path, capsys):
    for name, typed in commands(county, tmp_path).items():
        last = AuditRow.objects.latest("pk").pk
        assert main(typed) == 0, capsys.readouterr().err
        rows = list(AuditRow.objects.filter(pk__gt=last))
        assert rows and {json.loads(row.payload)["by_command"] for row in rows} == {name}


def test_so_does_a_refusal_and_nothing_that_comes_after_it(county, tmp_path):
    assert main(["staff", str(tmp_path / "staff.csv"), "--by", email_of("pru")]) == 2
    refusal = AuditRow.objects.latest("pk")
    assert (refusal.event, json.loads(refusal.payload)["by_command"]) == ("audit.access.refused", "kith staff")
    load_staff(by=county.actor("abe"), lines=[], now=NOW)
    assert "by_command" not in AuditRow.objects.latest("pk").payload
