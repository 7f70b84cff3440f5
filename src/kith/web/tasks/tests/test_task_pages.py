"""Giving a task and ending it, walked through as people would."""

import pytest
import time_machine
from django.http import HttpResponse
from django.urls import reverse

from kith.apps.access.models import Task
from kith.testing.browsers import signed_in
from kith.testing.factories import NOW, Partnership, agency, child, family, partnership, person, worker

pytestmark = pytest.mark.django_db
GIVE = "/tasks/give"


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def town() -> Partnership:
    made = partnership(
        agencies=[agency("council", "east"), agency("school")],
        workers=[
            worker("max", "manager"),
            worker("quin", "quality_assurer"),
            worker("dot", "data_protection_lead", agency="school"),
        ],
    )
    made.add([family(child("mina", "Mina Okafor"), person("mum")), family(child("sol", "Sol Okafor"))])
    made.involve("mina", "east")
    made.involve("sol", "school")
    return made


def text_of(response: HttpResponse) -> str:
    return response.content.decode()


def said(town: Partnership, **changes: object) -> dict[str, object]:
    return {
        "worker": town.actor("quin").ref,
        "purpose": "qa",
        "name": "Autumn review",
        "why": "Once a year.",
        "covers": "named",
        "since": "24 November 2026",
        "until": "1 December 2026",
        "find": "",
    } | changes


def test_a_manager_finds_a_child_gives_a_task_and_the_worker_sees_it_until_it_is_ended(town):
    max_, quin, mina = signed_in("max"), signed_in("quin"), town.refs["mina"]
    assert "No task is open" in text_of(quin.get("/"))
    found = text_of(max_.post(GIVE, said(town, find="okafor", search="yes")))
    assert "Mina Okafor" in found and "Sol" not in found and "Once a year." in found
    assert "not given yet" not in found.lower()
    answer = text_of(max_.post(GIVE, said(town, named=[mina]), follow=True))
    assert "Given. They see it" in answer and "Mina Okafor" in answer and "Until 1 December 2026" in answer
    day = text_of(quin.get("/"))
    page = reverse("children:child", args=[mina])
    assert "Autumn review" in day and "Until 1 December 2026" in day and page in day
    assert quin.get(page).status_code == 200
    end = reverse("tasks:end", args=[Task.objects.get().ref])
    assert max_.post(end, {"why": ""}).status_code == 422
    done = text_of(max_.post(end, {"why": "Called off."}, follow=True))
    assert "opens nothing any more" in done and "Called off." in done
    assert quin.get(page).status_code == 404
    max_.post(f"{reverse('tasks:take_up', args=[Task.objects.get().ref])}?version=2")
    assert quin.get(page).status_code == 200


def test_a_data_protection_lead_gives_by_reference_and_sees_no_name(town):
    dot, quin = signed_in("dot"), signed_in("quin")
    read_aloud = " ".join(town.refs["sol"].upper()[at : at + 4] for at in range(0, 26, 4))
    wrong = dot.post(GIVE, said(town, named="not a reference"))
    assert wrong.status_code == 422 and "is no reference" in text_of(wrong) and "Once a year." in text_of(wrong)
    page = text_of(dot.post(GIVE, said(town, named=f"{read_aloud}\n\n"), follow=True))
    assert "1 child and their family" in page and "Okafor" not in page
    assert "Sol Okafor" in text_of(quin.get("/"))


def test_a_day_that_cannot_be_is_said_with_every_word_kept(town):
    hostile = "<script>kithxss()</script>"
    answer = signed_in("max").post(GIVE, said(town, covers="agency", until="1 December 2028", find=hostile))
    assert hostile not in text_of(answer) and "kithxss" in text_of(answer)
    assert answer.status_code == 422
    assert "92 days at most" in text_of(answer) and "Autumn review" in text_of(answer)
    assert not Task.objects.exists()
