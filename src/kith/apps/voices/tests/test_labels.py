"""Labels of risk, which are never bare, and waiting well."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.access.services import NewSeal, set_seal
from kith.apps.audit.services import reading
from kith.apps.people.models import PersonName
from kith.apps.records.base import StaleVersion
from kith.apps.voices import queries, services
from kith.apps.voices.projections import LabelsPage, RatingCard, RatingSaid, ViewCard, ViewSaid, WaitingSaid
from kith.apps.voices.projections.labels import BareLabel
from kith.apps.voices.projections.voices import Quote
from kith.apps.voices.rules import CannotRecord
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

pytestmark = pytest.mark.django_db
SOON = TODAY + dt.timedelta(days=7)
VIEW = ViewSaid(stance="differently", words="These are my people.")
RATING = RatingSaid(
    kind="exploitation", rating="high", on=TODAY, made_by="DC Dray, Norhaven Police", reason="Three missing episodes."
)
ASKED_SOON = replace(RATING, who_asks="Rowan, youth worker", ask_by=SOON)
WAITING = WaitingSaid(
    what_for="Talking therapy",
    waits_on="person",
    since=TODAY - dt.timedelta(days=30),
    keeps_in_touch="Rowan, youth worker",
    how="A walk on Fridays",
    next_on=SOON,
    words="I am ready. Nobody asked me.",
)


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Sue and Ray work with Kit; Ned, who may not label, does too; Ben does not."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("school")],
            workers=[worker("sue"), worker("ray", agency="school"), worker("ned", "network_adviser"), worker("ben")],
        )
        kit = child("kit", "Kit Brook")
        made.add([family(kit, person("nan", "Zipporah Vale"), unions=[couple("nan", children=["kit"])])])
        for who in ("sue", "ray", "ned"):
            made.involve("kit", who)
        yield made


def label(county: Partnership, said: RatingSaid = ASKED_SOON, who: str = "sue") -> str:
    return services.set_label(by=county.actor(who), child_ref=county.refs["kit"], said=said, now=NOW)


def rate(county: Partnership, ref: str, said: RatingSaid, *, version: int, who: str = "sue") -> None:
    at: dict[str, Any] = {"by": county.actor(who), "child_ref": county.refs["kit"], "now": NOW}
    services.rate_again(label_ref=ref, said=said, expected_version=version, **at)


def page(county: Partnership, who: str = "sue", now: dt.datetime = NOW) -> LabelsPage:
    with reading("test", by=county.actor(who), now=now):
        return queries.labels_page(county.actor(who), county.refs["kit"], called="Kit", now=now)


@pytest.mark.parametrize("missing", [{"on": None}, {"made_by": ""}, {"view": None}])
def test_a_rating_without_its_day_its_maker_or_the_view_cannot_leave(missing):
    view = ViewCard(says="Kit sees it differently.", words=Quote(""))
    whole = {"ref": "r", "version": 1, "says": "high", "on": TODAY, "made_by": "DC Dray", "view": view}
    whole |= {"recorded_by": "Sue", "reason": ""}
    assert RatingCard(**whole)
    with pytest.raises(BareLabel):
        RatingCard(**whole | missing)


def test_what_other_pages_say_of_a_label_is_all_of_it(county):
    label(county, replace(RATING, view=VIEW))
    (found,) = page(county).labels
    said = "Exploitation screening: high, on 24 November 2026, by DC Dray, Norhaven Police. "
    assert found.says == said + "Kit sees it differently. “These are my people.”"
    with reading("test", by=county.actor("ray"), now=NOW):
        head = queries.voices_head(county.actor("ray"), county.refs["kit"], called="Kit", now=NOW)
    assert head.labels == (found.says,)


def test_where_nobody_has_asked_it_says_so_and_who_will_and_is_late_afterwards(county):
    label(county)
    ((rating,),) = (one.ratings for one in page(county).labels)
    assert rating.view.says == "Kit has not been asked yet. Who will ask: Rowan, youth worker, by 1 December 2026."
    assert not rating.view.is_asked and not rating.view.is_late
    late = NOW + dt.timedelta(days=8)
    assert page(county, now=late).labels[0].ratings[0].view.is_late
    at = {"by": county.actor("ned"), "child_ref": county.refs["kit"], "now": NOW}
    services.tell_view(rating_ref=rating.ref, said=VIEW, **at)
    view = page(county).labels[0].ratings[0].view
    assert (view.says, view.words.whole) == ("Kit sees it differently.", "These are my people.")
    with pytest.raises(CannotRecord, match="already"):
        services.tell_view(rating_ref=rating.ref, said=VIEW, **at)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"who_asks": ""}, "never stands alone"),
        ({"ask_by": None}, "never stands alone"),
        ({"ask_by": TODAY - dt.timedelta(days=1)}, "too early"),
        ({"rating": "very_high"}, "ratings that this label has"),
        ({"on": SOON}, "yet to come"),
        ({"on": dt.date(2001, 1, 1)}, "no such label"),
        ({"made_by": " "}, "who made the rating"),
        ({"reason": ""}, "and why"),
        ({"look_again_on": dt.date(2046, 1, 1)}, "years too late"),
        ({"view": ViewSaid(stance="same")}, "in their own words"),
        ({"view": replace(VIEW, on=TODAY - dt.timedelta(days=2))}, "before there was a rating"),
    ],
)
def test_a_label_that_cannot_be_is_refused_in_one_sentence(county, change, says):
    with pytest.raises(CannotRecord, match=says):
        label(county, replace(ASKED_SOON, **change))


def test_ratings_move_and_all_of_them_stay(county):
    """High, standard, medium and high again, as it goes; a wrong one is taken out and put back."""
    start = TODAY - dt.timedelta(days=90)
    ref = label(county, replace(ASKED_SOON, on=start, rating="high"))
    for version, (days, says) in enumerate(((30, "standard"), (60, "medium"), (80, "high")), 1):
        rate(county, ref, replace(ASKED_SOON, on=start + dt.timedelta(days=days), rating=says), version=version)
    with pytest.raises(StaleVersion):
        rate(county, ref, ASKED_SOON, version=3, who="ray")
    (found,) = page(county).labels
    assert [one.says for one in found.ratings] == ["high", "medium", "standard", "high"]
    assert [one.is_late for one in found.ratings] == [False, False, False, False]
    at = {"by": county.actor("ray"), "child_ref": county.refs["kit"], "row_ref": found.ratings[0].ref, "now": NOW}
    services.take_out(expected_version=1, **at)
    (found,) = page(county).labels
    assert found.ratings[0].says == "medium" and [one.says for one in found.taken_out] == ["high"]
    services.put_back(expected_version=2, **at)
    assert page(county).labels[0].ratings[0].says == "high"


def test_whoever_hears_children_may_not_label_them_and_outsiders_find_nothing(county):
    with pytest.raises(NothingHere):
        label(county, who="ned")
    label(county)
    assert not page(county, "ned").may_label
    with pytest.raises(NothingHere):
        page(county, "ben")
    with pytest.raises(CannotRecord, match="there already"):
        label(county, who="ray")


def test_a_sealed_label_is_not_there_and_not_in_the_way_of_another(county):
    ref = label(county)
    kept = NewSeal(kind="witness", why="A source", records=(("label", ref),))
    set_seal(by=county.actor("sue"), subject_ref=county.refs["kit"], seal=kept, now=NOW)
    assert page(county, "ray").labels == ()
    with pytest.raises(NothingHere):
        rate(county, ref, ASKED_SOON, version=1, who="ray")
    label(county, who="ray")
    assert len(page(county, "ray").labels) == 1 and len(page(county).labels) == 2


def test_where_the_words_of_a_view_are_closed_the_view_itself_still_stands(county):
    label(county, replace(RATING, made_by="Zipporah", view=replace(VIEW, words="Zipporah knows them.")))
    name = PersonName.objects.get(person__subject__ref=county.refs["nan"])
    kept = NewSeal(kind="witness", why="A source", records=(("name", name.ref),))
    set_seal(by=county.actor("sue"), subject_ref=county.refs["nan"], seal=kept, now=NOW)
    (rating,) = page(county, "ray").labels[0].ratings
    assert (rating.made_by, rating.view.says, rating.view.words.whole) == (
        "Sue Worker, Council",
        "Kit sees it differently.",
        "",
    )
    assert "Zipporah" not in repr(page(county, "ray"))


def test_waiting_well_has_somebody_who_keeps_in_touch(county):
    at = {"by": county.actor("ned"), "child_ref": county.refs["kit"], "now": NOW}
    for change, says in (
        ({"keeps_in_touch": ""}, "who keeps in touch"),
        ({"waits_on": "weather"}, "what it waits on"),
        ({"next_on": TODAY - dt.timedelta(days=60)}, "too early"),
        ({"ended_on": TODAY - dt.timedelta(days=31)}, "end before it begins"),
    ):
        with pytest.raises(CannotRecord, match=says):
            services.begin_waiting(said=replace(WAITING, **change), **at)
    ref = services.begin_waiting(said=WAITING, **at)
    (card,) = page(county).waiting
    assert (card.days, card.waits_on, card.is_late) == (30, "They are not ready yet", False)
    assert page(county, now=NOW + dt.timedelta(days=9)).waiting[0].is_late
    ended = replace(WAITING, ended_on=TODAY, how_ended="She began.")
    services.change_waiting(waiting_ref=ref, said=ended, expected_version=1, **at)
    with pytest.raises(StaleVersion):
        services.change_waiting(waiting_ref=ref, said=WAITING, expected_version=1, **at)
    after = page(county)
    assert after.waiting == () and [one.how_ended for one in after.past] == ["She began."]
