"""No template ever holds a stored row or a query: what pages show has been decided, recorded and frozen before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import jinja2
import pytest
import time_machine
from django.db.models import Manager, Model, QuerySet
from django.http import HttpRequest
from jinja2 import meta

from kith.apps.people.models import Person, Tie
from kith.testing.factories import NOW, rolled_back
from kith.web.jinja import environment
from tests.trust.access.profiles import is_whole
from tests.trust.county import build_county
from tests.trust.crawling import NOBODY, every_path
from tests.trust.journeys import JOURNEYS, changing_somebody
from tests.trust.visitor import visitor

STORED = (Model, QuerySet, Manager)
PLAIN = (str, bytes, int, float, bool, type(None), type, HttpRequest)
DEEPEST = 12


def stored_in(value: Any, where: str, seen: set[int], depth: int = 0) -> Iterator[str]:
    """Paths to stored rows and queries that can be reached from a value by items and attributes."""
    if isinstance(value, STORED):
        yield f"{where} is a {type(value).__name__}"
    elif not isinstance(value, PLAIN) and id(value) not in seen and depth < DEEPEST:
        seen.add(id(value))
        for name, part in parts_of(value):
            yield from stored_in(part, f"{where}.{name}", seen, depth + 1)


def parts_of(value: Any) -> list[tuple[object, Any]]:
    if isinstance(value, Mapping):
        return list(value.items())
    if isinstance(value, (list, tuple, set, frozenset)):
        return list(enumerate(value))
    slots = getattr(type(value), "__slots__", ())
    named = {name: getattr(value, name, None) for name in slots} if isinstance(slots, tuple) else {}
    return list((named | getattr(value, "__dict__", {})).items())


@pytest.fixture
def contexts(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, dict[str, Any]]]:
    """Every template rendered from now on, with what it was given."""
    seen: list[tuple[str, dict[str, Any]]] = []
    render = jinja2.Template.render

    def remembering(self: jinja2.Template, *args: Any, **given: Any) -> str:
        seen.append((self.name or "", dict(*args, **given)))
        return render(self, *args, **given)

    monkeypatch.setattr(jinja2.Template, "render", remembering)
    return seen


@pytest.mark.django_db
def test_no_template_is_given_stored_rows(contexts):
    with time_machine.travel(NOW, tick=False), rolled_back():
        refs = build_county().refs
        refs["visible tie"], refs["hidden tie"] = (Tie.objects.get(kind=kind).ref for kind in ("in_conflict", "close"))
        refs["hidden"], refs["hidden fact"] = refs["friend"], NOBODY
        browser = visitor("zed")
        for path in every_path(refs, ("mina", "mum"), ("mina", "hidden")):
            browser.get(path)
        for journey in JOURNEYS if is_whole() else (*JOURNEYS[::3], changing_somebody):
            journey(browser, refs)
        visitor().get("/sign-in")
    held = {f"{name}: {what}" for name, given in contexts for what in stored_in(given, "context", set())}
    assert not held, "\n".join(sorted(held))
    pages = {"child", "picture", "person", "find", "person_form", "tie_form", "conflict", "change_form", "account_form"}
    assert {f"children/{page}.html" for page in pages} <= {name for name, _ in contexts}


@dataclass
class Careless:
    """A page's record that still holds its row."""

    rows: list[Any]


@pytest.mark.parametrize(
    "value", [Person(), Person.objects, Careless([{"child": Person()}])], ids=["row", "manager", "deep"]
)
def test_a_stored_row_is_found_however_deep(value):
    assert list(stored_in({"page": value}, "context", set()))


def test_templates_do_not_ask_for_the_request():
    """It would lead to the signed-in user's row, past every projection."""
    ours = environment()
    names = [name for name in ours.list_templates() if name.endswith(".html") and "govuk" not in name]
    assert len(names) > 20
    asking = {
        n for n in names if "request" in meta.find_undeclared_variables(ours.parse(ours.loader.get_source(ours, n)[0]))
    }
    assert not asking
