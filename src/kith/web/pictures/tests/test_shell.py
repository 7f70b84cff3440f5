"""The page that a tablet keeps: the same for everybody, with nothing of anybody, and nothing can leave from it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import find
from django.test import Client
from django.urls import reverse

from kith.apps.agencies.models import User
from kith.apps.helplines.services import load_numbers
from kith.testing.factories import NOW, OPERATOR, TODAY, Partnership, agency, email_of, partnership, rolled_back, worker
from kith.testing.help_numbers import invented_numbers
from kith.web.pictures.offline import MODULES

pytestmark = pytest.mark.django_db
SHELL, WORKER = "/offline/", "/offline/worker.js"


@pytest.fixture
def county() -> Iterator[Partnership]:
    with rolled_back():
        yield partnership(agencies=[agency("council")], workers=[worker("sue")])


def test_it_is_the_same_for_everybody_signed_in_or_not(county: Partnership) -> None:
    signed_in = Client()
    signed_in.force_login(User.objects.get(email=email_of("sue")))
    for path in (SHELL, WORKER):
        assert signed_in.get(path).content == Client().get(path).content
    assert "Set-Cookie" not in str(Client().get(SHELL).serialize_headers())


def test_it_may_send_nothing_anywhere(county: Partnership) -> None:
    policy = Client().get(SHELL).headers["Content-Security-Policy"]
    assert "connect-src 'none'" in policy and "unsafe" not in policy


def test_its_worker_reaches_the_page_alone(county: Partnership) -> None:
    answer = Client().get(WORKER)
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert "Service-Worker-Allowed" not in answer.headers
    assert reverse("pictures:shell_worker").rpartition("/")[0] + "/" == reverse("pictures:shell")


def test_its_numbers_are_kept_with_it_and_a_changed_one_makes_another_version(county: Partnership) -> None:
    before = Client().get(WORKER).content
    assert b"tel:999" in Client().get(SHELL).content
    load_numbers(by=OPERATOR, numbers=invented_numbers(TODAY), now=NOW)
    assert b"tel:01632960200" in Client().get(SHELL).content
    assert Client().get(WORKER).content != before


def test_what_it_is_made_of_is_all_kept_and_all_there(county: Partnership) -> None:
    worker_text, page = (Client().get(path).content.decode() for path in (WORKER, SHELL))
    listed = re.search(r"const FILES = (.*);", worker_text)
    assert listed is not None
    files = json.loads(listed[1])
    assert files[0] == SHELL and all(find(file.removeprefix("/static/")) for file in files[1:])
    assert set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page)) <= set(files)
    for name in MODULES:
        module = Path(str(find(f"kith/offline/{name}.js"))).read_text(encoding="utf-8")
        assert set(re.findall(r'from "\./(.*)\.js"', module)) <= set(MODULES), name
