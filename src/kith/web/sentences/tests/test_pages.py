"""Pages about supervision: the warning before a person or a file is added, one call for all, two officers at once."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kith.apps.audit.services import reading
from kith.apps.people.models import Address, PersonName
from kith.apps.sentences.models import Condition
from kith.apps.sentences.projections import ConditionSaid
from kith.apps.sentences.queries import condition_form
from kith.apps.sentences.services import set_condition
from kith.apps.teams.models import JoinAsk
from kith.apps.teams.projections import PlaceTold
from kith.apps.teams.services import join
from kith.engines.drawing import network as net
from kith.engines.drawing.formats import write
from kith.testing.browsers import signed_in
from kith.testing.factories import (
    NOW,
    TODAY,
    Partnership,
    agency,
    child,
    couple,
    family,
    partnership,
    person,
    rolled_back,
    worker,
)
from kith.web.loading.tests.test_loading_pages import carried_in

pytestmark = pytest.mark.django_db
HOME = net.Address(lines="14 Quay Row", postcode="EM1 8DW")
WHY = "Probation has agreed to it for one night."


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Ivo, whom a court keeps from living with children, lives at Quay Row; his daughter Kit does not."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("probation")],
            workers=[
                worker("sue"),
                *(worker(who, "probation", agency="probation") for who in ("jude", "noor")),
                worker("pat", "probation_manager", agency="probation"),
            ],
        )
        tie = couple("dad", children=["kit"])
        made.add([family(child("kit", "Kit Brook"), person("dad", "Ivo Brook", addresses=(HOME,)), unions=[tie])])
        made.involve("kit", "sue")
        made.involve("dad", "jude")
        made.involve("dad", "noor")
        said = ConditionSaid(kind="residence", since=TODAY, said_by="Heronsea Crown Court", basis="public_task")
        set_condition(by=made.actor("jude"), person_ref=made.refs["dad"], said=said, now=NOW)
        yield made


def brother(county: Partnership, **more: str) -> dict[str, str]:
    said = {"called": "Bo", "relation": "sibling", "to": county.refs["kit"], "kind": "child"}
    return said | {"lines": "Flat 2, 14 quay row", "postcode": "em1 8dw"} | more


def post(client: Client, route: str, *refs: str, **said: Any) -> Any:
    return client.post(reverse(route, args=refs), said)


def test_adding_a_child_who_lives_with_somebody_bound_is_warned_of_first(county):
    sue, kit = signed_in("sue"), county.refs["kit"]
    for why in ("", " "):
        answer = post(sue, "children:add_person", kit, **brother(county, unsafe_why=why))
        assert answer.status_code == 422
        assert "Ivo Brook and Bo at one address" in answer.content.decode()
    assert "Flat 2, 14 quay row" in answer.content.decode()
    assert post(sue, "children:add_person", kit, **brother(county, kind="adult")).status_code == 302
    assert post(sue, "children:add_person", kit, **brother(county, lines="15 Quay Row")).status_code == 302
    assert not Address.objects.filter(lines__startswith="Flat", person__kind="child").exists()
    assert post(sue, "children:add_person", kit, **brother(county, unsafe_why=WHY)).status_code == 302


def test_a_hostile_reason_is_refused_with_its_words(county):
    answer = post(
        signed_in("sue"), "children:add_person", county.refs["kit"], **brother(county, unsafe_why="<b>" + "a" * 600)
    )
    assert answer.status_code == 422 and "&lt;b&gt;aaa" in answer.content.decode()


def test_a_family_file_is_warned_of_in_its_dry_look_and_loaded_with_a_reason(county):
    kit = child("k", "Kit Brook")
    bo = child("b", "Bo Brook", addresses=(HOME,))
    data = write(net.Network(about="k", persons=(kit, bo)), to="kith").data
    sue, where = signed_in("sue"), county.refs["kit"]
    preview = sue.post(reverse("loading:choose_file", args=[where]), {"file": SimpleUploadedFile("family.json", data)})
    assert "Ivo Brook and Bo Brook at one address: 14 Quay Row" in preview.content.decode()
    said = {"carried": carried_in(preview), "name": "family.json", "about": "k"}
    refused = post(sue, "loading:load", where, **said)
    assert refused.status_code == 422 and "Nothing was loaded" in refused.content.decode()
    assert not PersonName.objects.filter(text="Bo Brook").exists()
    assert post(sue, "loading:load", where, **said, unsafe_why=WHY).status_code == 302


def test_two_officers_change_one_condition_and_nobody_loses_a_word(county):
    """Whoever is second sees that somebody was first, keeps their words, and may save on top."""
    dad, row = county.refs["dad"], Condition.objects.get()
    jude, noor = signed_in("jude"), signed_in("noor")
    said = {"kind": "residence", "since": "24/11/2026", "said_by": "The Parole Board", "basis": "public_task"}
    first = post(jude, "sentences:change_condition", dad, row.ref, **said, version="1", words="By day only.")
    assert first.status_code == 302
    second = post(noor, "sentences:change_condition", dad, row.ref, **said, version="1", words="Never at all.")
    page = second.content.decode()
    assert second.status_code == 422 and "Somebody else changed this" in page and "Never at all." in page
    assert (
        post(noor, "sentences:change_condition", dad, row.ref, **said, version="2", words="Never.").status_code == 302
    )
    with reading("test", by=county.actor("jude"), now=NOW):
        form = condition_form(county.actor("jude"), dad, row.ref, now=NOW)
    assert form.said is not None and form.said.words == "Never."


@pytest.mark.parametrize("days", [("31/02/2026", ""), ("24/11/2026", "23/11/2026"), ("24/11/0026", ""), ("soon", "")])
def test_a_day_that_makes_no_sense_is_said_with_every_word_kept(county, days):
    since, until = days
    said = {"kind": "residence", "said_by": "The Parole Board", "basis": "public_task", "words": "By day only."}
    answer = post(signed_in("jude"), "sentences:add_condition", county.refs["dad"], since=since, until=until, **said)
    page = answer.content.decode()
    assert answer.status_code == 422 and since in page and "By day only." in page


@pytest.mark.parametrize("has_place", [True, False])
def test_whoever_gives_an_adult_away_reads_the_same_whether_or_not_a_team_is_asked(county, has_place):
    dad, pat = county.refs["dad"], signed_in("pat")
    if has_place:
        told = PlaceTold(worker_ref=county.actor("jude").ref, adult_ref=dad, basis="public_task", since=TODAY)
        join(by=county.actor("sue"), child_ref=county.refs["kit"], told=told, now=NOW)
    assert "their place ends too" in pat.get(reverse("sentences:allocate", args=[dad])).content.decode()
    answer = pat.post(reverse("sentences:allocate", args=[dad]), {"officer": county.actor("noor").ref}, follow=True)
    said = answer.content.decode()
    assert "if they were on one, it is asked to let Noor Worker in." in said
    assert "Kit" not in said.replace("Kith", "")
    assert JoinAsk.objects.exists() is has_place
