"""Who looked at whom and what was searched: what the pages above are given."""

import datetime as dt
from dataclasses import asdict

import pytest
from django.conf import settings

from kith.apps.agencies.projections import Operator
from kith.apps.audit.keys import AUDIT_KEY
from kith.apps.audit.models import AuditRow, AuditSubject
from kith.apps.audit.queries import (
    PAGE,
    SHOWN,
    actors_opening_many,
    rows_of,
    searched_for,
    sightings_of,
    subjects_opened_by,
)
from kith.apps.audit.services import deed, note_searched, reading, refuse
from kith.apps.records.keys import new_key, read_keys
from kith.kernel.decisions import Level, granted, refused
from kith.kernel.refs import is_ref
from kith.testing.factories import NOW

pytestmark = pytest.mark.django_db
MAY = granted(Level.READ, "R1", "You work with this child.")
ANA, BEN = Operator("ana", "council"), Operator("ben", "school")
HOUR = dt.timedelta(hours=1)


def look(by: Operator, *opened: str, listed: tuple[str, ...] = (), at: dt.datetime = NOW) -> None:
    with reading("web.children.child", by=by, now=at) as scope:
        scope.subjects.update(dict.fromkeys(listed, "listed") | dict.fromkeys(opened, "opened"))
        scope.level, scope.rule = 3, "R1"


def search(words: list[str], *, by: Operator = ANA, at: dt.datetime = NOW, listed: tuple[str, ...] = ()) -> None:
    with reading("web.children.find", by=by, now=at) as scope:
        note_searched(words)
        scope.subjects.update(dict.fromkeys(listed, "listed"))


def test_who_looked_at_somebody():
    look(ANA, "mina", listed=("lou",))
    look(BEN, "lou", listed=("mina",), at=NOW + HOUR)
    with deed("test.changed", by=ANA, now=NOW, decision=MAY) as act:
        act.touches("mina")
    seen = sightings_of("mina").lines
    assert [(s.actor, s.agency, s.at, s.how) for s in seen] == [
        ("ben", "school", NOW + HOUR, "listed"),
        ("ana", "council", NOW, "opened"),
    ]
    assert (seen[1].event, seen[1].level, seen[1].rule) == ("web.children.child", 3, "R1")
    assert [s.how for s in sightings_of("mina", hows=["changed"]).lines] == ["changed"]
    assert sightings_of("nobody").lines == ()


def test_a_time_begins_with_since_and_ends_before_until():
    for hours in (0, 1, 2):
        look(ANA, "mina", at=NOW + hours * HOUR)
    seen = sightings_of("mina", since=NOW, until=NOW + 2 * HOUR).lines
    assert [s.at for s in seen] == [NOW + HOUR, NOW]
    assert [row.at for row in rows_of("ana", since=NOW + HOUR).lines] == [NOW + 2 * HOUR, NOW + HOUR]


def test_what_somebody_did():
    look(ANA, "mina", listed=("lou", "rae"))
    refuse("test.open", by=ANA, now=NOW + HOUR, decision=refused("R0", "No."), subject="jun")
    look(BEN, "mina")
    refusal, view = rows_of("ana").lines
    assert (refusal.refused, refusal.opened) == (("jun",), ())
    assert (view.opened, set(view.listed), view.agency) == (("mina",), {"lou", "rae"}, "council")


def test_lists_are_paged_and_end():
    rows = [AuditRow(chain="x", sequence=n, at=NOW, actor="ana", agency="x", level=3) for n in range(SHOWN + 1)]
    AuditRow.objects.bulk_create(rows)
    AuditSubject.objects.bulk_create(AuditSubject(row=row, subject="mina", how="opened") for row in rows)
    for ask in (lambda page: sightings_of("mina", page=page), lambda page: rows_of("ana", page=page)):
        first, last = ask(1), ask(SHOWN // PAGE)
        assert (len(first.lines), first.has_more, first.is_capped) == (PAGE, True, False)
        assert (len(last.lines), last.has_more, last.is_capped) == (PAGE, False, True)
        assert [ask(page).lines for page in (0, -1, SHOWN // PAGE + 1)] == [(), (), ()]


def test_how_many_different_people_somebody_opened():
    look(ANA, "mina", "lou", listed=("jun",))
    look(ANA, "mina", "rae", at=NOW + HOUR / 2)
    look(ANA, "jun", at=NOW + HOUR)
    look(BEN, "mina")
    assert subjects_opened_by("ana", since=NOW, until=NOW + HOUR) == 3
    assert subjects_opened_by("ana", since=NOW, until=NOW + 2 * HOUR) == 4
    assert actors_opening_many(1, since=NOW, until=NOW + HOUR) == {"ana": 3}
    assert actors_opening_many(0, since=NOW, until=NOW + HOUR) == {"ana": 3, "ben": 1}


def test_a_search_is_found_again_only_by_its_words():
    search(["okafor", "mina"], listed=("mina",))
    search(["mensah"], by=BEN, at=NOW + HOUR)
    (found,) = searched_for("Okafor").lines
    assert (found.actor, found.agency, found.at, found.matching, found.words) == ("ana", "council", NOW, 1, 1)
    assert [(s.actor, s.matching, s.words) for s in searched_for("Mensah, Okafor, Mina").lines] == [
        ("ben", 1, 3),
        ("ana", 2, 3),
    ]
    assert searched_for("oka").lines == searched_for("").lines == ()
    assert searched_for("mensah", until=NOW + HOUR).lines == ()


def test_a_search_keeps_how_many_words_and_nothing_readable():
    search(["okafor", "mina"])
    row = AuditRow.objects.get()
    hashes = list(AuditSubject.objects.values_list("subject", "how"))
    assert row.payload == '{"words":2}'
    assert [how for _, how in hashes] == ["searched", "searched"]
    assert not any(is_ref(subject) for subject, _ in hashes)
    assert "okafor" not in repr([row.__dict__, hashes]).lower()


def test_a_search_that_found_nobody_is_on_record_too():
    search(["nobody"])
    assert len(searched_for("nobody").lines) == 1


def test_searches_under_an_older_key_are_found_while_it_is_kept(monkeypatch):
    old, new = (read_keys(AUDIT_KEY, new_key())[0] for _ in range(2))
    monkeypatch.setattr(settings, "AUDIT_KEYS", (old,))
    search(["okafor"])
    monkeypatch.setattr(settings, "AUDIT_KEYS", (new, old))
    search(["okafor"])
    assert len(searched_for("okafor").lines) == 2
    monkeypatch.setattr(settings, "AUDIT_KEYS", (new,))
    assert len(searched_for("okafor").lines) == 1


def test_words_are_never_taken_for_people():
    search(["okafor"], listed=("mina",))
    (row,) = rows_of("ana").lines
    assert (row.listed, row.opened, row.changed, row.refused) == (("mina",), (), (), ())


def test_nothing_that_was_sealed_leaves_with_a_look():
    with deed("test.changed", by=ANA, now=NOW, decision=MAY) as act:
        act.changed("mina", before={"called": "Baz"}, after={"called": "Barry"})
    for line in (*rows_of("ana").lines, *sightings_of("mina", hows=["changed"]).lines):
        assert "Ba" not in repr(asdict(line))
