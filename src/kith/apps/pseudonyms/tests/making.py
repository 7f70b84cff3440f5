"""A small family with rows of two agencies, and copies of it with stand-ins."""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

import pytest

from kith.apps.audit.services import reading
from kith.apps.chronologies.projections import RowSaid
from kith.apps.chronologies.services import add_row
from kith.apps.exports.projections import ExportedFile
from kith.apps.exports.services import read_csv
from kith.apps.pseudonyms.projections import SetPage, SetSaid
from kith.apps.pseudonyms.queries import set_page
from kith.apps.pseudonyms.services import begin_set, choose_words, make_copy, make_picture
from kith.engines.drawing.network import Address, Household, Membership
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import (
    NOW,
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

UNTIL = NOW.date() + dt.timedelta(days=200)
QUAY = Address(lines="14 Quay Row", postcode="ZQ1 4AB")
FACT = "Grace Okafor rang Tom Worker on 3 November 2026 from 07700 900123. Mina was with Petra at Marsh Lane."


def small_county() -> Partnership:
    made = partnership(
        agencies=[
            replace(agency("council"), name="Eastmoor Council"),
            replace(agency("school", kind="school"), name="Rookfield Academy"),
        ],
        workers=[
            worker("ira", "reviewing_officer", clearance=3),
            worker("sue", clearance=3),
            worker("tom", agency="school"),
        ],
    )
    people = (
        child("mina", "Mina Okafor", sex="F"),
        child("lou", "Lou Okafor", born="2014-09-10", sex="M"),
        person("mum", "Grace Okafor", sex="F", birth=PartialDate("1990-05-03"), addresses=(QUAY,)),
        person("dad", "Kwame Reed", sex="M"),
    )
    home = Household(id="h", name="Rookery Court", members=(Membership(person="mina"), Membership(person="mum")))
    made.add([family(*people, unions=[couple("mum", "dad", children=["mina", "lou"])], households=[home])])
    for name in ("ira", "sue", "tom"):
        made.involve("mina", name)
        made.involve("lou", name)
    return made


def say(county: Partnership, fact: str, *, by: str = "tom", day: str = "2026-11-02", **more: Any) -> str:
    said = RowSaid(start=PartialDate(day), fact=fact, type="attendance", **more)
    return add_row(by=county.actor(by), child_ref=county.refs["mina"], said=said, now=NOW)


def begin(county: Partnership, *, by: str = "sue", **changes: Any) -> str:
    told: dict[str, Any] = {
        "purpose": "learning_review",
        "what_for": "Spring",
        "people": "names",
        "dates": "shifted",
        "ends_on": UNTIL,
    }
    return begin_set(by=county.actor(by), child_ref=county.refs["mina"], said=SetSaid(**(told | changes)), now=NOW)


def page_of(county: Partnership, set_ref: str, *, by: str = "sue") -> SetPage:
    with reading("test", by=county.actor(by), now=NOW):
        return set_page(county.actor(by), county.refs["mina"], set_ref, now=NOW)


def decide_words(county: Partnership, set_ref: str, *, by: str = "sue", left: Collection[str] = ()) -> None:
    words = [one.word for one in page_of(county, set_ref, by=by).words]
    at: dict[str, Any] = {"by": county.actor(by), "child_ref": county.refs["mina"], "now": NOW}
    with reading("test", by=county.actor(by), now=NOW):
        choose_words(set_ref=set_ref, seen=words, left=left, **at)


def copied(county: Partnership, set_ref: str, form: str = "csv", *, by: str = "sue", what: str = "") -> ExportedFile:
    """Of what has been looked at."""
    decide_words(county, set_ref, by=by, left=("Marsh",))
    looked_at = [one.code for one in page_of(county, set_ref, by=by).warnings]
    at: dict[str, Any] = {"by": county.actor(by), "child_ref": county.refs["mina"], "now": NOW, "looked_at": looked_at}
    with reading("test", by=county.actor(by), now=NOW):
        if what in ("", "report"):
            return make_copy(set_ref=set_ref, form=form, what=what, **at)
        return make_picture(set_ref=set_ref, form=form, picture_ref=what, **at)


def facts_in(data: bytes) -> list[str]:
    heading, *rows = read_csv(data)
    return [row[heading.index("What happened")] for row in rows if len(row) > 1]


@pytest.fixture
def county() -> Iterator[Partnership]:
    with rolled_back():
        yield small_county()
