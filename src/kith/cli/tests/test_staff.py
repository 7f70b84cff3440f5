"""`kith staff`: a list is loaded whole, and a fault is said by its line and stores nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine

from kith.apps.access.models import StaffEntry
from kith.cli.main import main
from kith.testing.factories import NOW, agency, email_of, partnership, rolled_back, worker

pytestmark = pytest.mark.django_db
HEAD = "email,born,address,postcode\n"


@pytest.fixture(autouse=True)
def county() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False), rolled_back():
        partnership(agencies=[agency("council")], workers=[worker("abe", "administrator"), worker("pru")])
        yield


def loaded(folder: Path, text: str, by: str = "abe") -> int:
    (folder / "staff.csv").write_bytes(text.encode())
    return main(["staff", str(folder / "staff.csv"), "--by", email_of(by)])


def test_a_list_is_loaded_and_the_file_is_to_go(tmp_path: Path, capsys):
    row = f'{email_of("pru")},1984-03-07,"Flat 2,\n 14 Quay Row",EM1 8DW\r\n'
    assert loaded(tmp_path, "\ufeff" + HEAD + row + f"{email_of('abe')},,,\n") == 0
    assert "2 workers on the list. Delete the file now" in capsys.readouterr().out
    assert StaffEntry.objects.count() == 2


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "The first line has to be: email,born,address,postcode."),
        ("name,born\n", "The first line has to be"),
        (HEAD + "{pru},7 March 1984,,\n", "Line 2: write the day of birth like 1984-03-07."),
        (HEAD + "{pru},,14 Quay Row,\n", "Line 2: give the address and the postcode, or neither."),
        (HEAD + "{pru},,14, Quay Row,EM1 8DW\n", "Line 2 has not 4 columns"),
        (HEAD + "{pru}\n", "Line 2 has not 4 columns"),
        (HEAD + "{pru},,14 Quay\u202e Row,EM1 8DW\n", "invisible"),
        (HEAD + "nobody@x.example,,,\n", "Worker 1 of the list: nobody works here"),
    ],
)
def test_a_fault_is_said_in_one_sentence(tmp_path: Path, text: str, says: str, capsys):
    assert loaded(tmp_path, text.replace("{pru}", email_of("pru"))) == 2
    said = capsys.readouterr().err
    assert says in said and said.count("\n") == 1
    assert not StaffEntry.objects.exists()


def test_whoever_is_no_administrator_loads_nothing(tmp_path: Path, capsys):
    assert loaded(tmp_path, HEAD, by="pru") == 2
    assert main(["staff", str(tmp_path / "nowhere.csv"), "--by", email_of("abe")]) == 2
    assert "cannot be opened" in capsys.readouterr().err
