"""Sets through time: joined and parted records, destroyed ones, and the day on which a purpose ends."""

import datetime as dt
from typing import Any

import pytest

from kith.apps.access.destroy_hooks import Destroying
from kith.apps.access.merge_hooks import Joining
from kith.apps.access.queries import target_of
from kith.apps.audit.services import load, reading
from kith.apps.pseudonyms.models import StandIn, StandInSet
from kith.apps.pseudonyms.queries import sets_of
from kith.apps.pseudonyms.services import (
    CannotMake,
    end_set,
    end_sets_of_today,
    keep_longer,
    look_up_word,
    on_destroy,
    on_merge,
)
from kith.apps.pseudonyms.tests.making import UNTIL, begin, copied, county, facts_in, page_of, say
from kith.apps.records.base import StaleVersion
from kith.testing.factories import NOW, OPERATOR, Partnership

pytestmark = pytest.mark.django_db
__all__ = ["county"]
DAY = dt.timedelta(days=1)


def words_of_facts(county: Partnership, set_ref: str) -> list[str]:
    return [fact.split()[0] for fact in facts_in(copied(county, set_ref).data)]


def join(county: Partnership, kept: str, merged: str, *, is_joined: bool = True) -> None:
    """As access tells of it, inside its deed."""
    about = {"kept_ref": county.refs[kept], "merged_ref": county.refs[merged]}
    with load("test.joined", by=OPERATOR, now=NOW, payload={}):
        on_merge(Joining(merge_ref="m" * 26, is_joined=is_joined, **about), None, now=NOW)  # type: ignore[arg-type]


def destroy(county: Partnership, who: str) -> None:
    subject = target_of(county.refs[who])
    change = Destroying(subject_ref=county.refs[who], subject_id=subject.id, seen=1, merge_refs=())
    with load("test.destroyed", by=OPERATOR, now=NOW, payload={}):
        on_destroy(change, None, now=NOW)  # type: ignore[arg-type]


def meant(county: Partnership, set_ref: str, word: str) -> list[str]:
    at: dict[str, Any] = {"by": county.actor("ira"), "child_ref": county.refs["mina"], "now": NOW, "called": "Mina"}
    with reading("test", by=county.actor("ira"), now=NOW):
        return [one.of for one in look_up_word(set_ref=set_ref, word=word, reason="For the review.", **at).meant]


def test_of_two_records_that_are_one_person_one_stand_in_is_kept_and_both_lead_back(county):
    say(county, "Grace came.")
    say(county, "Kwame came.", by="sue", day="2026-11-03")
    made = begin(county)
    mum, dad = words_of_facts(county, made)
    join(county, "mum", "dad")
    assert words_of_facts(county, made)[0] == mum
    assert meant(county, made, f"{mum} and {dad}") == ["Grace Okafor", "Grace Okafor"]
    join(county, "mum", "dad", is_joined=False)
    assert words_of_facts(county, made) == [mum, dad]


def test_a_set_follows_the_child_into_a_joined_record_and_back(county):
    made = begin(county)
    join(county, "lou", "mina")
    assert StandInSet.objects.get(ref=made).subject.ref == county.refs["lou"]
    join(county, "lou", "mina", is_joined=False)
    assert StandInSet.objects.get(ref=made).subject.ref == county.refs["mina"]


def test_with_the_record_of_the_child_the_set_is_gone_and_with_others_what_stood_for_them(county):
    say(county, "Grace came.")
    made = begin(county)
    copied(county, made)
    destroy(county, "dad")
    assert not StandIn.objects.filter(subject__ref=county.refs["dad"]).exists()
    assert StandIn.objects.filter(subject__ref=county.refs["mum"]).exists()
    destroy(county, "mina")
    assert not StandIn.objects.exists() and not StandInSet.objects.exists()


def test_on_its_day_the_key_and_the_list_are_destroyed_and_nothing_turns_back(county):
    say(county, "Grace came.")
    made = begin(county)
    (mum,) = words_of_facts(county, made)
    assert end_sets_of_today(by=OPERATOR, now=NOW) == 0
    assert end_sets_of_today(by=OPERATOR, now=NOW + (UNTIL - NOW.date())) == 1
    row = StandInSet.objects.get(ref=made)
    assert (row.sealed, StandIn.objects.count()) == ("", 0) and row.ended_at is not None
    with pytest.raises(CannotMake, match="destroyed"):
        meant(county, made, mum)
    with pytest.raises(CannotMake, match="destroyed"):
        page_of(county, made)


def test_before_its_day_whoever_makes_copies_is_warned_and_may_keep_it_longer(county):
    made = begin(county, ends_on=NOW.date() + 10 * DAY)
    at: dict[str, Any] = {"by": county.actor("sue"), "child_ref": county.refs["mina"], "set_ref": made, "now": NOW}
    with reading("test", by=county.actor("sue"), now=NOW):
        (card,) = sets_of(county.actor("sue"), county.refs["mina"], now=NOW).sets
        assert card.is_ending
        keep_longer(ends_on=UNTIL, expected_version=card.version, **at)
        (card,) = sets_of(county.actor("sue"), county.refs["mina"], now=NOW).sets
    assert (card.is_ending, card.ends_on) == (False, UNTIL)
    with pytest.raises(StaleVersion):
        end_set(expected_version=1, **at)
    end_set(expected_version=card.version, **at)
    assert StandInSet.objects.get(ref=made).sealed == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"purpose": "gossip"},
        {"people": "faces"},
        {"what_for": " "},
        {"ends_on": NOW.date()},
        {"ends_on": dt.date(2040, 1, 1)},
    ],
)
def test_a_set_that_is_no_set_is_not_begun(county, wrong):
    with pytest.raises(CannotMake):
        begin(county, **wrong)
    assert not StandInSet.objects.exists()
