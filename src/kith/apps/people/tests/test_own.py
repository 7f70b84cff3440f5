"""One's own children: a handful is decided on child by child, hundreds as one query, and both say the same."""

from collections.abc import Iterator

import pytest

from kith.apps.access.services import NewSeal, declare_conflict, set_seal
from kith.apps.audit.services import reading
from kith.apps.people.queries import own
from kith.testing.factories import NOW, Partnership, agency, child, family, partnership, rolled_back, worker

pytestmark = pytest.mark.django_db
NAMES = ("alone", "team", "ended", "secret", "sealed", "close", "agency", "nobody")
SENSITIVE = {"secret": 3}


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Ana works with some alone and with some in her team; one is over, one sealed, one above her, one close to her."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council", "east"), agency("school")],
            workers=[worker("ana", teams=["east"]), worker("ben", clearance=3), worker("tess", agency="school")],
        )
        made.add(
            [family(child(name, name.title()), sensitivity={name: 3 if name == "secret" else 0}) for name in NAMES]
        )
        for name in ("alone", "ended", "secret", "sealed", "close"):
            made.involve(name, "ana", until=NOW.date() if name == "ended" else None)
            made.involve(name, "ben")
        made.involve("team", "east")
        made.involve("agency", "council")
        seal = NewSeal(kind="witness", why="She is a witness in a trial.", readers=(), records=())
        set_seal(by=made.actor("ben"), subject_ref=made.refs["sealed"], seal=seal, now=NOW)
        declare_conflict(by=made.actor("ana"), subject_ref=made.refs["close"], now=NOW)
        yield made


def names_of(county: Partnership, who: str) -> tuple[list[str], list[str]]:
    """Those who are found, and those who open."""
    called = {ref: name for name, ref in county.refs.items()}
    with reading("test", by=county.actor(who), now=NOW):
        found = own.own_children(county.actor(who), now=NOW)
        refs = set(own.own_refs(county.actor(who), now=NOW).values())
    assert refs == {row.subject.ref for row in found.open_rows}
    return [called[row.subject.ref] for row in found.rows], [called[row.subject.ref] for row in found.open_rows]


def test_both_ways_find_the_same(county, monkeypatch):
    one_by_one = {who: names_of(county, who) for who in ("ana", "ben", "tess")}
    assert one_by_one["ana"] == (["alone", "team"], ["alone", "team"])
    assert set(one_by_one["ben"][0]) == {"alone", "ended", "secret", "sealed", "close"}
    assert one_by_one["tess"] == ([], [])
    monkeypatch.setattr(own, "A_HANDFUL", 0)
    assert {who: names_of(county, who) for who in ("ana", "ben", "tess")} == one_by_one
