"""Deeds, loads, reads and refusals: the only ways in which anything is changed or shown.

A deed is one transaction whose last statement is its audit row. Reads note whom they show in a scope, and the
scope commits one row before the answer leaves. A refusal commits a row of its own.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from kith.apps.audit import events
from kith.apps.audit.chain import START, canonical, link_hash
from kith.apps.audit.models import AuditRow, AuditSubject, Chain
from kith.apps.audit.projections import Doer, Entry
from kith.apps.records.base import open_gate
from kith.kernel.decisions import Decision
from kith.kernel.errors import KithError

COMMON_CHAIN = "partnership"


class ReadOutsideScope(KithError):
    """A person's data may only be read inside an audit scope."""


@dataclass(slots=True)
class Deed:
    """What a deed adds to its audit row while it runs."""

    subjects: dict[str, str] = field(default_factory=dict)
    payload: dict[str, Any] = field(default_factory=dict)

    def touches(self, *subject_refs: str) -> None:
        self.subjects.update(dict.fromkeys(subject_refs, "changed"))

    def notes(self, **facts: Any) -> None:
        self.payload.update(facts)


@contextmanager
def deed(event: str, *, by: Doer, now: dt.datetime, decision: Decision, subjects: Iterable[str] = ()) -> Iterator[Deed]:
    """One transaction: the caller's checks and changes, then the audit row as the last statement."""
    act = Deed()
    act.touches(*subjects)
    with transaction.atomic(), open_gate():
        yield act
        append(
            Entry(
                event=event,
                actor=by.ref,
                agency=by.agency_ref,
                at=now,
                level=int(decision.level),
                rule=decision.rule,
                subjects=act.subjects,
                payload=act.payload,
            )
        )


@contextmanager
def load(event: str, *, by: Doer, now: dt.datetime, payload: Mapping[str, Any]) -> Iterator[None]:
    """One batch of a bulk load: a short transaction with one audit row for the whole batch."""
    with transaction.atomic(), open_gate():
        yield
        append(Entry(event=event, actor=by.ref, agency=by.agency_ref, at=now, payload=payload))


@dataclass(slots=True)
class Scope:
    """Whom one answer has shown so far, and by which rule."""

    event: str
    subjects: dict[str, str] = field(default_factory=dict)
    level: int = 0
    rule: str = ""
    payload: dict[str, Any] = field(default_factory=dict)


_scope: ContextVar[Scope | None] = ContextVar("audit_scope", default=None)


@contextmanager
def reading(event: str, *, by: Doer, now: dt.datetime) -> Iterator[Scope]:
    """Everything shown inside is written as one row when the block ends, before the answer leaves."""
    scope = Scope(event)
    token = _scope.set(scope)
    try:
        yield scope
        commit_scope(scope, by=by, now=now)
    finally:
        _scope.reset(token)


def commit_scope(scope: Scope, *, by: Doer, now: dt.datetime) -> None:
    if not scope.subjects:
        return
    with transaction.atomic():
        append(
            Entry(
                event=scope.event,
                actor=by.ref,
                agency=by.agency_ref,
                at=now,
                level=scope.level,
                rule=scope.rule,
                subjects=scope.subjects,
                payload=scope.payload,
            )
        )


def require_scope() -> Scope:
    scope = _scope.get()
    if scope is None:
        raise ReadOutsideScope("A person's data cannot be read outside an audit scope.")
    return scope


def note_opened(subject_ref: str, *, decision: Decision, event: str = "") -> None:
    scope = require_scope()
    scope.subjects[subject_ref] = "opened"
    scope.level, scope.rule = max(scope.level, int(decision.level)), decision.rule
    scope.event = event or scope.event


def note_listed(subject_refs: Iterable[str]) -> None:
    scope = require_scope()
    for ref in subject_refs:
        scope.subjects.setdefault(ref, "listed")


def refuse(event: str, *, by: Doer, now: dt.datetime, decision: Decision, subject: str = "") -> None:
    """A refusal stands in a transaction of its own: it must outlive the request that failed."""
    with transaction.atomic():
        append(
            Entry(
                event=events.REFUSED,
                actor=by.ref,
                agency=by.agency_ref,
                at=now,
                rule=decision.rule,
                subjects={subject: "refused"} if subject else {},
                payload={"asked": event},
            )
        )


def append(entry: Entry) -> None:
    """Chain one entry; the caller holds the transaction."""
    name = entry.agency or COMMON_CHAIN
    Chain.objects.get_or_create(name=name)
    chain = Chain.objects.select_for_update().get(name=name)
    row = AuditRow(
        chain=name,
        sequence=chain.sequence + 1,
        at=entry.at,
        actor=entry.actor,
        agency=entry.agency,
        event=entry.event,
        level=entry.level,
        rule=entry.rule,
        payload=canonical(entry.payload),
        previous_hash=chain.head or START,
    )
    subjects = sorted(entry.subjects.items())
    row.hash = link_hash(row, subjects)
    row.save(force_insert=True)
    AuditSubject.objects.bulk_create(AuditSubject(row=row, subject=ref, how=how) for ref, how in subjects)
    Chain.objects.filter(name=name).update(sequence=row.sequence, head=row.hash)
