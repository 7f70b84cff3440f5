"""A relative’s page: what she was told and how to disagree, and nothing else; no reason, no gap, no wrong worker."""

import pytest
from django.test import Client
from django.urls import reverse

from kith.apps.access.queries import team_around
from kith.apps.access.services import NewSeal, set_seal
from kith.apps.agencies.models import Organisation
from kith.apps.audit.services import load, reading
from kith.apps.occasions import queries, services
from kith.apps.occasions.projections import RowSaid
from kith.testing.factories import NOW, OPERATOR
from tests.trust.hidden import hide_relative, seal_relative
from tests.trust.loop_journeys import keeping_in_the_loop
from tests.trust.relative_pages import TODAY, keep, publish, told_mum, words_of
from tests.trust.sealed_facts import seal_facts
from tests.trust.share_links import opened, page
from tests.trust.test_two_worlds import compare

pytestmark = pytest.mark.django_db


def test_a_mothers_page_shows_what_she_was_told_and_how_to_disagree_and_nothing_else(county):
    shown = words_of(page(opened(publish(county, told_mum(county)))))
    for said in (
        *("Mina is safe, and home again.", "A stay in hospital", "You take Mina there.", "Friday 27 November, 9.30am"),
        *("You do not agree?", "Is something here wrong?", "Do you want to complain?", "10 working days", "1 month"),
    ):
        assert said in shown
    never = ("Zorblatt", "unsafe", "Quimble", "Vantongue", "A night in hospital", "Bernice", "Yaw", "Pru", "Zed")
    assert [word for word in never if word in shown] == []


def test_what_she_was_not_told_leaves_no_gap(county):
    """The page is the same, to the byte, as if there had never been a reason to keep anything from anybody."""
    occasions = told_mum(county)
    first = words_of(page(opened(publish(county, occasions))))
    assert words_of(page(opened(publish(county, occasions[:2])))) == first


def test_workers_are_named_one_by_one_and_some_never(county):
    """Zed works for a refuge by now: not there to choose, and not there when chosen all the same."""
    occasions, by = told_mum(county), county.actor("pru")
    school = county.loaded.organisations["school"]
    county.involve("mina", "tess")
    with load("test.refuge", by=OPERATOR, now=NOW, payload={}):
        Organisation.objects.filter(pk=school).update(kind="refuge")
    with reading("test", by=by, now=NOW):
        team = {one.name: one.ref for one in team_around(by, county.refs["mina"], now=NOW)}
        offered = dict(queries.relative_form(by, county.refs["mina"], now=NOW).workers)
    assert "Tess Worker" in team and team["Tess Worker"] not in offered and team["Zed Worker"] in offered
    none = words_of(page(opened(publish(county, occasions))))
    assert "Worker" not in none
    refuge = words_of(page(opened(publish(county, occasions, workers=frozenset({team["Tess Worker"]})))))
    assert refuge == none
    assert "Zed Worker" in words_of(page(opened(publish(county, occasions, workers=frozenset(team.values())))))


@pytest.mark.parametrize("whom", ["mum", "uncle"])
def test_a_seal_ends_the_page_of_whoever_is_on_it_or_named_in_it(county, whom):
    reader = opened(publish(county, told_mum(county, "Yaw Mensah sat with her.")))
    assert "Yaw Mensah" in page(reader)
    seal = NewSeal(kind="witness", why="He gave evidence.")
    set_seal(by=county.actor("zed"), subject_ref=county.refs[whom], seal=seal, now=NOW)
    assert "This page is closed now" in page(reader)


def test_words_with_something_sealed_do_not_leave(county):
    occasions = told_mum(county, "Yaw Mensah sat with her.")
    seal = NewSeal(kind="witness", why="He gave evidence.", readers=(county.actor("pru").ref,))
    set_seal(by=county.actor("zed"), subject_ref=county.refs["uncle"], seal=seal, now=NOW)
    with pytest.raises(queries.CannotMakePage, match="cannot make this page for this person"):
        publish(county, occasions)


def test_a_guess_at_a_sealed_name_is_published_as_any_other_word(county):
    """Pru is on no list: a refusal would tell her that Zipporah is a name of Mum's."""
    seal_facts(county)
    shown = words_of(page(opened(publish(county, told_mum(county, "Zipporah rang.")))))
    assert "Zipporah rang." in shown


@pytest.mark.parametrize("hide", [hide_relative, seal_relative])
def test_the_ledger_is_the_same_with_and_without_somebody_hidden(hide):
    assert compare(hide, ("pru",), (keeping_in_the_loop,)) == []


def test_nobody_gets_a_page_with_whom_it_is_open_whether_contact_is_safe(county):
    """Dad lives elsewhere, and nobody has answered; Mum is at home, until somebody says that it is not safe."""
    hospital = told_mum(county)[0]
    keep(county, "dad", RowSaid(told_on=TODAY, told_by="Pru", told_words="Mina is safe."), hospital)
    with pytest.raises(queries.CannotMakePage, match="Say first whether contact"):
        publish(county, [hospital], reader="dad")
    said = {"safety": "not_sure", "safety_words": "He reads her letters."}
    answer = {"child_ref": county.refs["mina"], "person_ref": county.refs["mum"], "part": "safety", "said": said}
    services.keep_parent(by=county.actor("pru"), expected_version=0, now=NOW, **answer)
    with pytest.raises(queries.CannotMakePage, match="Say first whether contact"):
        publish(county, [hospital])


def test_nobody_opens_it_without_the_digits(county):
    link = publish(county, told_mum(county))
    answer = Client().post(
        reverse("links:door", args=[link.token]), {"code": "000000" if link.code != "000000" else "1"}
    )
    assert answer.status_code == 422
    assert [said for said in (b"Mina is safe", b"hospital", b"Mina") if said in answer.content] == []
