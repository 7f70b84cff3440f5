"""A pregnancy that ended and a stillborn baby: told in plain words, drawn with their signs, and asked no name."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from kith.apps.audit.services import reading
from kith.apps.people.models import Person
from kith.apps.people.queries import family_to_copy
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


@pytest.fixture
def town() -> Iterator[Partnership]:
    with time_machine.travel(NOW, tick=False):
        made = partnership(agencies=[agency("council")], workers=[worker("ana")])
        parents = couple("mum", "dad", children=["mina"])
        made.add([family(child("mina"), person("mum"), person("dad"), unions=[parents])])
        made.involve("mina", "ana")
        yield made


@pytest.fixture
def ana(town: Partnership) -> Client:
    return signed_in("ana")


def at(town: Partnership, route: str, *refs: str) -> str:
    return reverse(f"children:{route}", args=[town.refs["mina"], *refs])


def told(town: Partnership, loss: str, **more: str) -> dict[str, str]:
    return {"relation": "child", "to": town.refs["mum"], "also": town.refs["dad"], "loss": loss} | more


def lost() -> Person:
    return Person.objects.select_related("subject").exclude(loss="").get()


SIGNS = {
    "stillbirth": ("A baby", "A baby was stillborn in 2016."),
    "miscarriage": ("Miscarriage", "There was a miscarriage in 2016."),
    "abortion": ("Pregnancy ended", "A pregnancy was ended in 2016."),
}


@pytest.mark.parametrize("loss", SIGNS)
def test_a_loss_is_drawn_listed_and_told_without_a_name(town: Partnership, ana: Client, loss: str) -> None:
    called, sentence = SIGNS[loss]
    assert ana.post(at(town, "add_person"), told(town, loss, death="2016")).status_code == 302
    page = ana.get(at(town, "picture")).content.decode()
    assert f"{called} is added." in page
    assert f'data-person="{lost().subject.ref}"' in page and f"<bdi>{called}</bdi>" in page
    assert sentence in page
    assert "s sibling." not in page, "a loss without a name is nobody's brother or sister in words"


def test_a_named_baby_keeps_the_name_and_has_no_age(town: Partnership, ana: Client) -> None:
    ana.post(at(town, "add_person"), told(town, "stillbirth", called="Ama", birth="2016"))
    ref = lost().subject.ref
    picture, page = ana.get(at(town, "picture")).content.decode(), ana.get(at(town, "person", ref)).content.decode()
    assert "Ama was stillborn in 2016." in picture and "stillborn 2016" in page
    assert "The baby was stillborn" in page and "happened <b>2016</b>" in page
    heading = page[page.index("<h1>") : page.index("</h1>")]
    assert "stillborn 2016" in heading and "10" not in heading
    assert lost().kind == "child"


REFUSED: dict[str, tuple[dict[str, str], str]] = {
    "an adult": ({"kind": "adult"}, "choose “Child” or “Not born yet”"),
    "a pet": ({"kind": "pet"}, "choose “Child” or “Not born yet”"),
    "a parent": ({"relation": "parent"}, "choose “child of” or “brother or sister of”"),
    "a friend": ({"relation": "friend"}, "choose “child of” or “brother or sister of”"),
    "no such loss": ({"loss": "divorce"}, "divorce is not one of the available choices"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_does_not_fit_is_refused_and_every_word_is_kept(town: Partnership, ana: Client, case: str) -> None:
    said, why = REFUSED[case]
    words = told(town, "miscarriage", told_by="Her own mother", death="spring 2016") | said
    answer = ana.post(at(town, "add_person"), words)
    page = answer.content.decode()
    assert answer.status_code == 422 and why in page
    assert 'value="Her own mother"' in page and 'value="spring 2016"' in page
    assert Person.objects.exclude(loss="").count() == 0


def test_everybody_else_needs_something_to_be_called_by(town: Partnership, ana: Client) -> None:
    answer = ana.post(at(town, "add_person"), told(town, "", told_by="Mum"))
    assert answer.status_code == 422 and "Write what you call them." in answer.content.decode()


def changed(row: Person, **said: str) -> dict[str, Any]:
    return {"version": row.version, "kind": row.kind, "certainty": "sure", "loss": row.loss} | said


def test_a_pregnancy_on_record_ends_and_it_can_be_taken_back(town: Partnership, ana: Client) -> None:
    ana.post(at(town, "add_person"), told(town, "", called="The baby", kind="unborn", birth="spring 2027"))
    row = Person.objects.select_related("subject").get(kind="unborn")
    change = at(town, "change_person", row.subject.ref)
    assert ana.post(change, changed(row, loss="miscarriage", death="2026")).status_code == 302
    assert "There was a miscarriage in 2026." in ana.get(at(town, "picture")).content.decode()
    assert "The baby was stillborn" in ana.get(change).content.decode(), "the question stands on the form"
    assert ana.post(change, changed(lost(), loss="")).status_code == 302
    assert Person.objects.exclude(loss="").count() == 0


def test_an_adult_on_record_cannot_be_changed_into_a_loss(town: Partnership, ana: Client) -> None:
    ref = town.refs["mum"]
    row = Person.objects.get(subject__ref=ref)
    answer = ana.post(at(town, "change_person", ref), changed(row, loss="stillbirth", gender="woman"))
    page = answer.content.decode()
    assert answer.status_code == 422 and 'value="woman"' in page
    assert "choose “Child” or “Not born yet”" in page


def test_a_loss_is_in_no_copy_for_a_family(town: Partnership, ana: Client) -> None:
    ana.post(at(town, "add_person"), told(town, "stillbirth", called="Ama"))
    actor = town.actor("ana")
    with reading("test.page", by=actor, now=NOW):
        copied = family_to_copy(actor, town.refs["mina"], now=NOW)
    assert {p.called for p in copied.network.persons} == {"Mina", "Mum", "Dad"}
