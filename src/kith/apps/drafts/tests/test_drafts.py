"""Drafts: their writer's alone, sealed, destroyed after their days, and following the record they are about."""

import datetime as dt
from collections.abc import Iterator

import pytest

from kith.apps.access.services import Joining
from kith.apps.agencies.projections import Schedule
from kith.apps.audit.services import Deed, load
from kith.apps.drafts import queries, services
from kith.apps.drafts.models import Draft
from kith.apps.drafts.services import KEPT_FOR, TooLong, forget_drafts
from kith.kernel.decisions import Level, granted
from kith.testing.factories import NOW, OPERATOR, Partnership, agency, child, family, partnership, rolled_back, worker

pytestmark = pytest.mark.django_db
MAY = granted(Level.WRITE, "R1", "They work with them.")
FORM = "a form"


@pytest.fixture
def county() -> Iterator[Partnership]:
    with rolled_back():
        made = partnership(agencies=[agency("council")], workers=[worker("sue"), worker("ben")])
        made.add([family(child("kit", "Kit Brook")), family(child("lou", "Lou Brook"))])
        yield made


def keep(county: Partnership, words: str, *, who: str = "sue", form: str = FORM, now: dt.datetime = NOW) -> None:
    about = {"child_ref": county.refs["kit"], "form": form}
    services.keep_draft(by=county.actor(who), words=words, decision=MAY, now=now, **about)


def left(county: Partnership, who: str = "sue", form: str = FORM, whom: str = "kit") -> str:
    found = queries.draft_of(county.actor(who), county.refs[whom], form)
    return found.words if found else ""


def test_each_is_its_writers_alone_one_for_each_form(county: Partnership) -> None:
    keep(county, "Met K")
    keep(county, "Met Kit")
    keep(county, "Another", form="another form")
    assert left(county) == "Met Kit" and left(county, form="another form") == "Another"
    assert left(county, "ben") == "" and left(county, whom="lou") == ""
    assert Draft.objects.count() == 2


def test_it_opens_for_nobody_else_though_they_hold_the_row(county: Partnership) -> None:
    keep(county, "Met Kit")
    with load("test.taken", by=OPERATOR, now=NOW, payload={}):
        Draft.objects.update(owner_id=county.loaded.workers["ben"])
    assert "Met" not in Draft.objects.get().sealed and left(county, "ben") == ""


def test_too_much_is_refused_and_what_stood_stays(county: Partnership) -> None:
    keep(county, "Met Kit")
    with pytest.raises(TooLong, match="Send a part"):
        keep(county, "x" * 200_001)
    assert left(county) == "Met Kit"


def test_after_a_week_untouched_it_is_destroyed(county: Partnership) -> None:
    keep(county, "Met Kit")
    keep(county, "Met Kit today", who="ben", now=NOW + dt.timedelta(days=1))
    assert forget_drafts(by=Schedule(), now=NOW + KEPT_FOR) == 0
    assert forget_drafts(by=Schedule(), now=NOW + KEPT_FOR + dt.timedelta(seconds=1)) == 1
    assert left(county) == "" and left(county, "ben") == "Met Kit today"


def test_it_follows_a_merge_and_goes_back(county: Partnership) -> None:
    keep(county, "Met Kit")
    kept, merged = county.refs["lou"], county.refs["kit"]
    for is_joined, where in ((True, "lou"), (False, "kit")):
        with load("test.merge", by=OPERATOR, now=NOW, payload={}):
            change = Joining(kept_ref=kept, merged_ref=merged, merge_ref="m" * 26, is_joined=is_joined)
            services.on_merge(change, Deed(), now=NOW)
        assert left(county, whom=where) == "Met Kit"
