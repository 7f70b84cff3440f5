"""Layers of a picture are switched by plain links; what is off is neither drawn, told nor downloaded."""

from collections.abc import Iterator

import pytest
import time_machine
from django.urls import reverse

from kith.engines.drawing.network import Household, Membership, Relation
from kith.testing.browsers import signed_in
from kith.testing.factories import (
    NOW,
    Partnership,
    agency,
    child,
    couple,
    family,
    partnership,
    person,
    worker,
)

pytestmark = pytest.mark.django_db
MUM, MINA = Membership(person="mum"), Membership(person="mina")
CONFLICT, HARM = "are in conflict.", "Dad has harmed Mina."


@pytest.fixture
def town() -> Iterator[Partnership]:
    with time_machine.travel(NOW, tick=False):
        made = partnership(agencies=[agency("council")], workers=[worker("ana")])
        record = family(
            child("mina"),
            person("mum"),
            person("dad"),
            unions=[couple("mum", "dad", children=["mina"])],
            relations=(Relation(a="mum", b="dad", kind="in_conflict"), Relation(a="dad", b="mina", kind="harm")),
            households=(Household(id="h", name="Quay Row", members=(MUM, MINA)),),
        )
        made.add([record])
        made.involve("mina", "ana")
        yield made


def opened(town: Partnership, off: str = "", page: str = "picture") -> str:
    answer = signed_in("ana").get(reverse(f"children:{page}", args=[town.refs["mina"]]), {"off": off} if off else {})
    assert answer.status_code == 200
    return answer.content.decode()


def links(page: str) -> dict[str, str]:
    """The switches of a page by their words, and what is off once one is pressed."""
    found = {}
    for part in page.split('<a class="kith-tool')[1:]:
        if "govuk-visually-hidden" in part and ("Hide " in part or "Show " in part):
            words = part.split("</span>", 1)[1].split("</a>", 1)[0].strip()
            found[words] = part.partition("?off=")[2].partition('"')[0] if "?off=" in part.split(">", 1)[0] else ""
    return found


def test_everything_is_on_at_first_and_only_what_is_there_has_a_switch(town: Partnership) -> None:
    page = opened(town)
    assert set(links(page)) == {"Homes: on", "Conflict: on", "Harm: on"}
    assert 'data-layer="feelings"' in page and 'data-layer="homes"' in page


def test_a_layer_that_is_off_leaves_the_picture_and_its_sentences(town: Partnership) -> None:
    off = links(opened(town))["Harm: on"]
    page = opened(town, off)
    assert 'data-kind="harm"' not in page and HARM not in page and CONFLICT in page
    assert links(page)["Harm: off"] == ""
    both = links(page)["Homes: on"]
    assert 'data-layer="homes"' not in opened(town, both)


def listed(page: str) -> str:
    """The list of lines beside the picture."""
    start = page.index("<h2>Lines</h2>")
    return page[start : page.index("<h2>In sentences</h2>", start)]


def test_the_list_of_lines_has_what_is_drawn_and_says_how_many_are_off(town: Partnership) -> None:
    page = opened(town)
    assert "has harmed Mina" in listed(page) and "switched off" not in page and "Lines (5)" in page
    page = opened(town, links(page)["Harm: on"])
    assert "has harmed Mina" not in page and "in conflict with" in listed(page) and "Lines (4)" in page
    assert "1 line is switched off" in listed(page)
    assert f'<a href="{reverse("children:picture", args=[town.refs["mina"]])}">switch everything on</a>' in page
    page = opened(town, links(page)["Conflict: on"])
    assert "2 lines are switched off" in listed(page) and "birth parent of Mina" in listed(page)


def test_switching_homes_off_leaves_the_lines_as_they_are(town: Partnership) -> None:
    assert "switched off" not in opened(town, links(opened(town))["Homes: on"])


def test_an_address_says_nothing_of_what_is_off(town: Partnership) -> None:
    assert all(set(off) <= set("0123456789.") for off in links(opened(town)).values())


@pytest.mark.parametrize("off", ["harm", "-1", "9" * 60, "1..2", "%00", "²"])
def test_anything_else_in_the_address_is_nothing(town: Partnership, off: str) -> None:
    assert HARM in opened(town, off)
