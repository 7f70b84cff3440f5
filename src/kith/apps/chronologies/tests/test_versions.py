"""Editions keep the rows of their day and open no more than today's cut; the review stands in no other version."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.access.services import Joining, NewSeal, set_seal
from kith.apps.audit.queries import changes_of
from kith.apps.audit.services import Deed, load, reading
from kith.apps.chronologies import services
from kith.apps.chronologies.models import EditionRow
from kith.apps.chronologies.projections import EditionPage, RowSaid
from kith.apps.chronologies.queries import edition_page, editions_of, review_of, story_of
from kith.apps.chronologies.services import (
    CannotTell,
    add_row,
    analyse_row,
    correct_row,
    publish_edition,
    withdraw_row,
)
from kith.apps.records.base import StaleVersion
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import (
    NOW,
    OPERATOR,
    Partnership,
    agency,
    child,
    family,
    partnership,
    person,
    rolled_back,
    worker,
)

pytestmark = pytest.mark.django_db
LATER = NOW + dt.timedelta(days=2)
ROW = RowSaid(start=PartialDate("2026-11-02"), fact="Mina came in hungry.", rag="amber")
WORDS = {"comment": "Nobody asked why.", "expected": "Somebody asks.", "actual": "Nobody did."}


@pytest.fixture
def county() -> Iterator[Partnership]:
    """The chair and a social worker of the council, and a teacher; all of them on Mina's team."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("school")],
            workers=[worker("ira", "reviewing_officer"), worker("sue"), worker("tom", agency="school")],
        )
        made.add([family(child("mina", "Mina Okafor"), person("mum", "Grace Okafor"))])
        for name in ("ira", "sue", "tom"):
            made.involve("mina", name)
        yield made


def add(county: Partnership, said: RowSaid = ROW, by: str = "sue") -> str:
    return add_row(by=county.actor(by), child_ref=county.refs["mina"], said=said, now=NOW)


def publish(county: Partnership, *, by: str = "ira", what_for: str = "Conference", now: dt.datetime = NOW) -> str:
    with reading("test", by=county.actor(by), now=now):
        return publish_edition(by=county.actor(by), child_ref=county.refs["mina"], what_for=what_for, now=now)


def read(county: Partnership, edition: str, by: str = "ira", now: dt.datetime = LATER) -> EditionPage:
    with reading("test", by=county.actor(by), now=now):
        return edition_page(county.actor(by), county.refs["mina"], edition, called="Mina", now=now)


def facts(page: EditionPage) -> list[str]:
    return [row.said.fact for row in page.rows]


def change(county: Partnership, ref: str, said: RowSaid, version: int = 1) -> None:
    about: dict[str, Any] = {"by": county.actor("sue"), "child_ref": county.refs["mina"], "row_ref": ref, "now": LATER}
    correct_row(said=said, expected_version=version, **about)


def seal_row(county: Partnership, ref: str, readers: tuple[str, ...] = ()) -> None:
    sealed = NewSeal(kind="safe_address", why="Told", records=(("event", ref),), readers=readers)
    set_seal(by=county.actor("sue"), subject_ref=county.refs["mina"], seal=sealed, now=NOW)


def test_an_edition_keeps_the_words_of_its_day(county):
    ref = add(county)
    edition = publish(county)
    change(county, ref, replace(ROW, fact="Mina came in hungry twice."))
    add(county, replace(ROW, fact="Something later."))
    assert facts(read(county, edition)) == ["Mina came in hungry."]
    assert facts(read(county, edition, "tom")) == ["Mina came in hungry."]
    assert facts(read(county, publish(county, now=LATER))) == ["Mina came in hungry twice.", "Something later."]


def test_editions_are_numbered_and_the_record_says_what_for(county):
    add(county)
    publish(county)
    publish(county, what_for="Review", now=LATER)
    with reading("test", by=county.actor("tom"), now=LATER):
        page = editions_of(county.actor("tom"), county.refs["mina"], now=LATER)
    assert [(one.called, one.what_for) for one in page.editions] == [("2", "Review"), ("1", "Conference")]
    assert not page.may_publish
    (first, _) = changes_of(county.refs["mina"], ["chronologies.edition.published"])
    assert first.after["what_for"] in ("Conference", "Review")


def editions(county: Partnership, whom: str = "mina") -> list[tuple[str, str]]:
    """What they are called and for, the newest first."""
    with reading("test", by=county.actor("ira"), now=LATER):
        page = editions_of(county.actor("ira"), county.refs[whom], now=LATER)
    return [(one.called, one.what_for) for one in page.editions]


def join(county: Partnership, *, is_joined: bool) -> None:
    kept, merged = county.refs["mina"], county.refs["lou"]
    with load("test.joined", by=OPERATOR, now=LATER, payload={}):
        change = Joining(kept_ref=kept, merged_ref=merged, merge_ref="m" * 26, is_joined=is_joined)
        services.on_merge(change, Deed(), now=LATER)


def test_editions_of_two_records_that_are_one_have_names_of_their_own_and_leave_no_gap(county):
    """What is on paper for the record that was kept is called as it was; parted again, the next number follows."""
    county.add([family(child("lou", "Lou Okafor"))])
    county.involve("lou", "ira")
    add(county)
    publish(county, what_for="Mina’s")
    lou = county.refs["lou"]
    add_row(by=county.actor("ira"), child_ref=lou, said=ROW, now=NOW)
    for nth, what_for in enumerate(("Lou’s", "Lou’s other"), 1):
        at = NOW - dt.timedelta(days=9 - nth)
        with reading("test", by=county.actor("ira"), now=at):
            publish_edition(by=county.actor("ira"), child_ref=lou, what_for=what_for, now=at)
    join(county, is_joined=True)
    publish(county, what_for="Both", now=LATER)
    both = [("2", "Both"), ("1", "Mina’s"), ("2b", "Lou’s other"), ("1b", "Lou’s")]
    assert editions(county) == both
    join(county, is_joined=False)
    assert editions(county) == both[:2]
    assert editions(county, "lou") == [("2", "Lou’s other"), ("1", "Lou’s")]


def test_a_seal_that_is_set_later_takes_the_row_out_of_every_edition(county):
    ref = add(county)
    other = add(county, replace(ROW, fact="Mina sang."))
    edition = publish(county)
    seal_row(county, ref)
    assert facts(read(county, edition, "tom")) == ["Mina sang."]
    assert {row.ref for row in read(county, edition, "tom").rows} == {other}


def test_a_row_kept_for_its_agency_stays_kept_now_and_as_it_was_then(county):
    then = add(county, replace(ROW, fact="Kept then.", restriction="police"))
    now_kept = add(county, replace(ROW, fact="Kept since."))
    edition = publish(county)
    change(county, then, replace(ROW, fact="Kept then."))
    change(county, now_kept, replace(ROW, fact="Kept since.", restriction="police"))
    assert facts(read(county, edition, "tom")) == []
    assert sorted(facts(read(county, edition, "sue"))) == ["Kept since.", "Kept then."]


def test_a_withdrawn_row_stays_and_is_struck_through(county):
    ref = add(county)
    edition = publish(county)
    about: dict[str, Any] = {"by": county.actor("sue"), "child_ref": county.refs["mina"], "row_ref": ref, "now": LATER}
    withdraw_row(why="Wrong child", expected_version=1, **about)
    (row,) = read(county, edition).rows
    assert row.withdrawn is not None
    assert row.withdrawn.why == "Wrong child"


def test_what_the_publisher_may_not_read_is_in_no_edition(county):
    ref = add(county, replace(ROW, fact="Of the school alone.", restriction="police"), "tom")
    add(county)
    edition = publish(county)
    assert not EditionRow.objects.filter(entry__ref=ref).exists()
    assert facts(read(county, edition, "tom")) == ["Mina came in hungry."]


def test_only_the_chair_publishes_and_says_what_for(county):
    with pytest.raises(CannotTell):
        publish(county)
    add(county)
    with pytest.raises(CannotTell):
        publish(county, what_for=" ")
    for name in ("sue", "tom"):
        with pytest.raises(NothingHere):
            publish(county, by=name)


def analyse(county: Partnership, ref: str, by: str = "ira", version: int = 0, **said: str) -> int:
    at: dict[str, Any] = {"child_ref": county.refs["mina"], "row_ref": ref, "expected_version": version, "now": NOW}
    return analyse_row(by=county.actor(by), said=WORDS | said, **at)


def test_the_review_has_its_columns_and_no_other_version_has_them(county):
    ref = add(county)
    assert analyse(county, ref) == 1
    actor = county.actor("ira")
    with reading("test", by=actor, now=NOW):
        (one,) = review_of(actor, county.refs["mina"], called="Mina", now=NOW)
        story = story_of(actor, county.refs["mina"], called="Mina", now=NOW)
    assert (one.analysis.comment, one.analysis.actual) == ("Nobody asked why.", "Nobody did.")
    for words in WORDS.values():
        assert words not in repr(story) and words not in repr(read(county, publish(county)))


def test_whoever_does_not_review_reads_and_writes_no_analysis(county):
    ref = add(county)
    analyse(county, ref)
    for name in ("sue", "tom"):
        with pytest.raises(NothingHere):
            analyse(county, ref, name, 1)
        with reading("test", by=county.actor(name), now=NOW), pytest.raises(NothingHere):
            review_of(county.actor(name), county.refs["mina"], called="Mina", now=NOW)


def test_two_reviewers_do_not_write_over_each_other(county):
    ref = add(county)
    analyse(county, ref)
    with pytest.raises(StaleVersion):
        analyse(county, ref, version=0, comment="Mine.")
    assert analyse(county, ref, version=1, comment="Mine.") == 2
