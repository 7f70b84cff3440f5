"""Chaining one entry: the only code that writes audit rows."""

from collections.abc import Iterable
from typing import Any

from django.db import connection

from kith.apps.audit.chain import START, Link, Side, canonical, link_hash, side_of
from kith.apps.audit.commands import told_by
from kith.apps.audit.models import AuditRow, AuditSubject, Chain
from kith.apps.audit.projections import Entry
from kith.apps.audit.sealing import sealed_changes
from kith.apps.records.base import insert_all, insert_with_keys, open_gate

COMMON_CHAIN = "partnership"
HEADS = f'"{Chain._meta.db_table}"'


def append(entry: Entry) -> None:
    """Chain one entry; the caller holds the transaction.

    Every answer waits for this, so it asks the database for as little as it can. Sealing comes first: the head is
    locked only to write.
    """
    with open_gate(), connection.cursor() as cursor:
        sealed = sealed_changes(entry.changes)
        sides = [(ref, how, sealed.get(ref)) for ref, how in sorted(entry.subjects.items())]
        name = entry.agency or COMMON_CHAIN
        sequence, previous_hash = _locked_head(cursor, name)
        link = _linked(entry, name, sequence + 1, previous_hash or START, [side_of(*side) for side in sides])
        (row_id,) = insert_with_keys(AuditRow, [link.columns()])
        insert_all(
            AuditSubject, ({"row_id": row_id, "subject": ref, "how": how, "sealed": data} for ref, how, data in sides)
        )
        cursor.execute(
            f"UPDATE {HEADS} SET sequence = %s, head = %s WHERE name = %s",  # noqa: S608 from the model
            [link.sequence, link.hash, name],
        )


def _linked(entry: Entry, name: str, sequence: int, previous_hash: str, sides: Iterable[Side]) -> Link:
    link = Link(
        chain=name,
        sequence=sequence,
        at=entry.at,
        actor=entry.actor,
        agency=entry.agency,
        event=entry.event,
        level=entry.level,
        rule=entry.rule,
        payload=canonical({**entry.payload, **told_by()}),
        previous_hash=previous_hash,
    )
    link.hash = link_hash(link, sides)
    return link


def _locked_head(cursor: Any, name: str) -> tuple[int, str]:
    """Locking the head orders the writers of a chain. It is made once; of two that make it, one insert wins."""
    locking = " FOR UPDATE" if connection.features.has_select_for_update else ""
    ask = f"SELECT sequence, head FROM {HEADS} WHERE name = %s{locking}"  # noqa: S608 from the model
    found = cursor.execute(ask, [name]).fetchone()
    if found is None:
        Chain.objects.bulk_create([Chain(name=name)], ignore_conflicts=True)
        found = cursor.execute(ask, [name]).fetchone()
    sequence, head = found
    return sequence, head
