"""What is sent beside the fields of a form is read in one place, which hands on nothing that a database cannot take."""

import re
from pathlib import Path

import pytest
from django.test import RequestFactory

from kith.web import sent

WEB = Path(sent.__file__).parent
RAW = re.compile(r"request\.(POST|GET)(\.get|\[)")


@pytest.mark.parametrize(("text", "read"), [("abc", "abc"), ("é\u202e", "é\u202e"), ("a\0b", ""), ("\0", ""), ("", "")])
def test_the_sign_for_nothing_is_nothing(text, read):
    request = RequestFactory().post("/", {"to": text, "refs": ["one", text]}, query_params={"to": text})
    assert (sent.posted(request, "to"), sent.in_address(request, "to")) == (read, read)
    assert sent.posted_all(request, "refs") == ["one", *filter(None, [read])]
    assert (sent.posted(request, "other"), sent.in_address(request, "other")) == ("", "")


def test_nobody_reads_it_anywhere_else():
    readers = {path.relative_to(WEB).as_posix() for path in WEB.rglob("*.py") if RAW.search(path.read_text())}
    assert {reader for reader in readers if "tests/" not in reader} == {"sent.py"}
