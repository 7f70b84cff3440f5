"""The forms about one person: what is saved, what comes back with every word, and how it is undone."""

import re
from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from kith.apps.people import services
from kith.apps.people.models import Person
from kith.engines.drawing import network as net
from kith.kernel.partial_dates import PartialDate
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
        made = partnership(
            agencies=[agency("council"), agency("school", kind="school")],
            workers=[worker("ana"), worker("ben", agency="school")],
        )
        mina = child("mina", "Mina Okafor")
        made.add([family(mina, person("mum"), person("dad"), unions=[couple("mum", "dad", children=["mina"])])])
        made.involve("mina", "ana")
        made.involve("mina", "ben", part="school")
        yield made


def at(town: Partnership, route: str, *keys: str) -> str:
    return reverse(f"children:{route}", args=[town.refs.get(key, key) for key in ("mina", *keys)])


def page_of(client: Client, town: Partnership, key: str = "mina") -> str:
    return client.get(at(town, "person", key)).content.decode()


def version(town: Partnership, key: str = "mina") -> int:
    return Person.objects.get(subject__ref=town.refs[key]).version


def undo_of(page: str) -> str:
    return match(r'<form method="post" action="([^"]+version=\d+)">', page)


def match(pattern: str, page: str) -> str:
    found = re.search(pattern, page)
    assert found, pattern
    return found[1]


SMALL_FORMS = {
    "add_name": ({"text": "Minnie", "kind": "known_as"}, "Minnie", "Name added"),
    "add_address": ({"lines": "14 Quay Row", "postcode": "em4 7qt"}, "EM4 7QT", "Address added"),
    "add_number": ({"kind": "nhs_number", "value": "9990000018"}, "999 000 0018", "Number added"),
}


@pytest.mark.parametrize("route", SMALL_FORMS)
def test_a_fact_is_added_shown_and_taken_back_by_one_press(town, route):
    said, shows, notice = SMALL_FORMS[route]
    client = signed_in()
    assert client.post(at(town, route, "mina"), said).status_code == 302
    page = page_of(client, town)
    assert shows in page and notice in page
    assert client.post(undo_of(page)).status_code == 302
    page = page_of(client, town)
    assert f"<s><bdi>{shows}" in page or re.search(rf"<s><bdi>[^<]*{shows}", page)
    assert client.post(undo_of(page)).status_code == 302
    assert "Taken out by" not in page_of(client, town)


@pytest.mark.parametrize(
    ("route", "said", "kept", "why"),
    [
        ("add_number", {"kind": "nhs_number", "value": "999 000 0019"}, "999 000 0019", "last digit does not match"),
        ("add_name", {"text": "x" * 300, "kind": "legal"}, "x" * 300, "limit is 200"),
        ("add_name", {"text": "", "kind": "legal", "since": "spring 2019"}, "spring 2019", "Write the name"),
        ("add_address", {"since": "the 31st of June"}, "the 31st of June", "June"),
        ("set_languages", {"version": "1", "spoken": "Turkisch"}, "Turkisch", "Do you mean Turkish"),
    ],
)
def test_a_form_that_is_refused_keeps_every_word(town, route, said, kept, why):
    answer = signed_in().post(at(town, route, "mina"), said)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert kept in page and why in page


def test_a_date_says_back_what_was_understood(town):
    client = signed_in()
    page = client.post(at(town, "add_name", "mina"), {"text": "", "kind": "legal", "since": "c. 2014"}).content.decode()
    assert "We understood: about 2014." in page
    client.post(at(town, "add_name", "mina"), {"text": "Min", "kind": "legal", "since": "c. 2014"})
    assert "Name added. We understood: about 2014." in page_of(client, town)


def test_what_people_write_is_never_markup(town):
    client = signed_in()
    client.post(at(town, "add_name", "mina"), {"text": "<b>Min</b> ليلى", "kind": "previous"})
    page = page_of(client, town)
    assert "&lt;b&gt;Min&lt;/b&gt; ليلى" in page and "<b>Min</b>" not in page


def test_languages_stand_on_the_page_of_the_child(town):
    client = signed_in()
    said = {"version": version(town), "spoken": "Turkish, English", "interpreter": "Turkish"}
    assert client.post(at(town, "set_languages", "mina"), said).status_code == 302
    page = client.get(at(town, "child")).content.decode()
    assert "Turkish and English at home. Needs an interpreter for Turkish." in page


def test_parental_responsibility_stands_on_the_page_of_the_child_until_it_ends(town):
    client = signed_in()
    said = {"holder": town.refs["mum"], "how": "birth", "since": "2016"}
    client.post(at(town, "add_responsibility", "mina"), said)
    assert "Mum (parent) holds parental responsibility." in client.get(at(town, "child")).content.decode()
    end = match(r'href="([^"]+/end-responsibility)"', page_of(client, town))
    assert client.get(end).status_code == 200
    assert client.post(end, {"version": version(town), "until": "2020"}).status_code == 302
    assert "held it gave birth, 2016 to 2020" in client.get(at(town, "child")).content.decode()


def test_somebody_moves_out_and_leaves_the_home_on_the_page(town):
    client = signed_in()
    client.post(at(town, "add_household"), {"name": "Quay Row", "members": [town.refs["mina"], town.refs["mum"]]})
    leave = match(r'href="([^"]+/leave-home)"', page_of(client, town, "mum"))
    assert client.post(leave, {"version": version(town, "mum"), "until": "2020"}).status_code == 302
    homes = client.get(at(town, "child")).content.decode()
    homes = homes[homes.index('id="homes"') : homes.index('id="everybody"')]
    assert "Mina" in homes and "Mum" not in homes
    client.post(undo_of(page_of(client, town, "mum")))
    assert "leave-home" in page_of(client, town, "mum")


def test_somebody_joins_a_home_and_the_home_gets_an_address(town):
    client = signed_in()
    client.post(at(town, "add_household"), {"name": "Quay Row", "members": [town.refs["mina"]]})
    form = client.get(at(town, "join_home", "mum")).content.decode()
    home = match(r'name="home"[^>]*value="([^"]+)"', form)
    client.post(at(town, "join_home", "mum"), {"home": home, "kind": "second_home"})
    assert "Quay Row" in page_of(client, town, "mum")
    address = {"version": "1", "lines": "14 Quay Row", "postcode": "EM4 7QT"}
    assert client.post(at(town, "add_home_address", home), address).status_code == 302
    assert "14 Quay Row, EM4 7QT" in client.get(at(town, "child")).content.decode()


def test_a_late_form_comes_back_with_its_words_and_the_newer_version(town):
    client = signed_in()
    client.post(at(town, "add_address", "mina"), {"lines": "14 Quay Row"})
    late = client.post(at(town, "set_languages", "mina"), {"version": "1", "spoken": "Turkish"})
    page = late.content.decode()
    assert late.status_code == 422
    assert "Somebody else changed this" in page and 'value="Turkish"' in page
    assert f'name="version" value="{version(town)}"' in page


def test_who_is_not_sure_becomes_sure_and_may_be_doubted_again(town):
    client = signed_in()
    said = {"called": "Baz", "relation": "friend", "to": town.refs["mina"], "certainty": "not_sure"}
    client.post(at(town, "add_person"), said)
    ref = Person.objects.get(provisional=True).subject.ref
    assert "We are sure now" in page_of(client, town, ref)
    client.post(at(town, "be_sure", ref), {"version": "1"})
    page = page_of(client, town, ref)
    assert "We are sure now" not in page
    client.post(undo_of(page))
    assert "We are sure now" in page_of(client, town, ref)


def test_what_was_taken_out_stays_struck_through_in_the_lists(town):
    client = signed_in()
    client.post(at(town, "add_tie"), {"a": town.refs["mina"], "kind": "close", "b": town.refs["dad"]})
    tie = match(r"/ties/(\w+)/take-out", page_of(client, town))
    client.post(at(town, "take_out_tie", tie), {"version": "1", "why": "A slip"})
    client.post(at(town, "take_out_person", "mum"), {"version": "1", "why": "Not hers"})
    picture = client.get(at(town, "picture")).content.decode()
    assert "Taken out by <bdi>Ana Worker, Council</bdi>, 24 November 2026: <bdi>A slip</bdi>" in picture
    assert "<bdi>Not hers</bdi>" in picture and "Put back" in picture
    client.post(at(town, "put_back_person", "mum"), {"version": "2"})
    assert "Not hers" not in client.get(at(town, "picture")).content.decode()


def test_what_cannot_be_done_is_said_and_nothing_breaks(town):
    client = signed_in()
    only = match(r"/facts/(\w+)/take-out", page_of(client, town, "mum"))
    assert client.post(at(town, "take_out_fact", "mum", only), {"version": "1"}).status_code == 302
    assert "This is the only name we have" in page_of(client, town, "mum")
    client.post(at(town, "take_out_person", "mina"), {"version": "1"})
    assert "cannot be taken out here" in page_of(client, town)
    client.post(at(town, "take_out_person", "mum"), {"version": "1", "why": "bell\x07"})
    assert "is invisible and cannot be kept" in page_of(client, town)


def test_a_death_before_the_birth_is_kept_and_marked(town):
    services.change_person(
        by=town.actor("ana"),
        person_ref=town.refs["mum"],
        changed=net.Person(id="x", names=(net.Name(text="x"),), birth=PartialDate("1990"), death=PartialDate("1980")),
        expected_version=1,
        now=NOW,
    )
    assert "The death (1980) is before the birth (1990). Both are kept." in page_of(signed_in(), town, "mum")
