"""Seals as rows, for worlds in which something is sealed: the deeds have tests of their own."""

from collections.abc import Iterable

import pytest

from kith.apps.access.models import Seal, SealReader, SealScope
from kith.apps.access.queries import Cut, target_of
from kith.apps.access.services import SealedScope
from kith.apps.audit.services import load
from kith.apps.people.services import on_seal_change
from kith.apps.people.sight import Sight
from kith.testing.factories import NOW, OPERATOR, Partnership


def seal(
    county: Partnership,
    name: str,
    records: Iterable[tuple[str, str]] = (),
    *,
    readers: Iterable[str] = ("zed",),
    kind: str = "safe_address",
    outsiders: str = "nothing",
) -> Seal:
    """Close a subject (by its name in the county), or these records (kind and ref) about it, to all but the readers."""
    workers = county.loaded.workers
    with load("test.sealed", by=OPERATOR, now=NOW, payload={}):
        row = Seal(
            subject_id=target_of(county.refs[name]).id,
            kind=kind,
            outsiders=outsiders,
            why="Told by the police",
            set_by_id=workers["zed"],
            set_at=NOW,
            confirmed_by_id=workers["max"],
            confirmed_at=NOW,
        )
        row.save(force_insert=True)
        scopes = [(kind, ref) for kind, ref in records] or [("", "")]
        for record_kind, ref in scopes:
            SealScope(seal=row, subject_id=row.subject_id, record_kind=record_kind, record_ref=ref).save()
        for reader in readers:
            SealReader(seal=row, user_id=workers[reader], since_at=NOW).save()
        on_seal_change([SealedScope(county.refs[name], kind, ref) for kind, ref in scopes], now=NOW)
    return row


def tear_the_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plant a leak: rows are read as if no seal covered any."""
    monkeypatch.setattr(Cut, "open_rows", lambda self, rows: rows)
    monkeypatch.setattr(Sight, "found", lambda self, model, **where: list(model.objects.filter(**where).order_by("pk")))
