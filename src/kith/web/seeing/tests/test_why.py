"""The page that says why, and who else."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from time_machine import travel

from kith.testing.factories import NOW, Partnership, agency, child, family, partnership, worker
from tests.trust.visitor import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    with travel(NOW, tick=False):
        made = partnership(
            agencies=[agency("council", "east", "front-door"), agency("school", kind="school")],
            workers=[
                worker("pru", teams=["east"]),
                worker("fay", "front_door", teams=["front-door"]),
                worker("max", "manager"),
                worker("tess", agency="school"),
            ],
        )
        made.add([family(child("mina", "Mina Okafor"))])
        made.involve("mina", "east")
        yield made


def page_for(county: Partnership, who: str) -> str:
    client = Client()
    sign_in(client, who)
    answer = client.get(reverse("seeing:why", args=[county.refs["mina"]]))
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())) if answer.status_code == 200 else ""


def test_a_team_worker_reads_that_the_team_opens_it(county):
    said = page_for(county, "pru")
    assert "Your team, East team, is working with them since 1 January 2015" in said
    assert "As practitioner you may read, write and take copies" in said


def test_the_front_door_reads_that_the_role_opens_it_and_for_what(county):
    said = page_for(county, "fay")
    assert "You are a front door worker" in said and "deciding what a new contact needs" in said
    assert "Your agency is working with them" in said


def test_everybody_who_can_see_is_named_under_the_rule_that_opens(county):
    said = page_for(county, "pru")
    team, rest = said.split("By their role, or because their agency works with the child")
    assert "On the team (1)" in team and "Fay Worker" in rest and "Max Worker" in rest
    assert "Tess" not in said


def test_whoever_may_not_open_the_child_gets_nothing(county):
    assert page_for(county, "tess") == ""
