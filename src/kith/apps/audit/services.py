"""Deeds, loads, reads and refusals: the only ways in which anything is changed or shown.

A deed is one transaction whose last statement is its audit row. Reads note whom they show in a scope, and the
scope commits one row before the answer leaves. A refusal commits a row of its own.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import DatabaseError, transaction

from kith.apps.audit import events, journal
from kith.apps.audit.appending import COMMON_CHAIN, append
from kith.apps.audit.commands import from_command
from kith.apps.audit.forgetting import destroy_key, rewrap_some
from kith.apps.audit.head_files import CannotUseFile, add_heads, hand_out_heads, heads_in
from kith.apps.audit.projections import ChainedJournal, Doer, Entry
from kith.apps.audit.queries import is_on_record
from kith.apps.audit.searching import searched_words
from kith.apps.records.base import one_memory, open_gate
from kith.kernel.decisions import Decision
from kith.kernel.errors import KithError

__all__ = [
    "COMMON_CHAIN",
    "CannotUseFile",
    "Deed",
    "ReadOutsideScope",
    "Scope",
    "add_heads",
    "append",
    "chain_journal",
    "commit_scope",
    "deed",
    "forget_subject",
    "forget_within",
    "from_command",
    "hand_out_heads",
    "heads_in",
    "load",
    "note_emergency",
    "note_listed",
    "note_opened",
    "note_searched",
    "reading",
    "refuse",
    "require_scope",
    "rewrap_keys",
]


IN_EMERGENCY = "R6"  # the rule of looks that must be shown even where they cannot be recorded now


class ReadOutsideScope(KithError):
    """A person's data may only be read inside an audit scope."""


@dataclass(slots=True)
class Deed:
    """What a deed adds to its audit row while it runs."""

    subjects: dict[str, str] = field(default_factory=dict)
    payload: dict[str, Any] = field(default_factory=dict)
    changes: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)

    def touches(self, *subject_refs: str) -> None:
        self.subjects.update(dict.fromkeys(subject_refs, "changed"))

    def changed(
        self, subject_ref: str, *, before: Mapping[str, Any] | None = None, after: Mapping[str, Any] | None = None
    ) -> None:
        """What was known of a subject before and what is known now; kept under the subject's own key."""
        self.touches(subject_ref)
        said = self.changes.setdefault(subject_ref, {"before": {}, "after": {}})
        said["before"].update(before or {})
        said["after"].update(after or {})

    def notes(self, **facts: Any) -> None:
        """Facts about the deed itself, kept in the clear: counts, kinds and refs, never what is known of anybody."""
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
                changes=act.changes,
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
    is_emergency: bool = False


_scope: ContextVar[Scope | None] = ContextVar("audit_scope", default=None)


@contextmanager
def reading(event: str, *, by: Doer, now: dt.datetime) -> Iterator[Scope]:
    """Everything shown inside is written as one row when the block ends, before the answer leaves."""
    scope = Scope(event)
    token = _scope.set(scope)
    try:
        with one_memory():
            yield scope
        commit_scope(scope, by=by, now=now)
    finally:
        _scope.reset(token)


def commit_scope(scope: Scope, *, by: Doer, now: dt.datetime) -> None:
    """One row for everything shown; in an emergency a line of the journal stands in where it cannot be written."""
    if not scope.subjects:
        return
    entry = Entry(
        event=scope.event,
        actor=by.ref,
        agency=by.agency_ref,
        at=now,
        level=scope.level,
        rule=scope.rule,
        subjects=scope.subjects,
        payload=scope.payload,
    )
    try:
        with transaction.atomic():
            append(entry)
    except DatabaseError as problem:
        if not scope.is_emergency:
            raise
        _stand_in(entry, problem)


def _stand_in(entry: Entry, problem: DatabaseError) -> None:
    try:
        journal.write(entry)
    except OSError:
        raise problem from None


def require_scope() -> Scope:
    scope = _scope.get()
    if scope is None:
        raise ReadOutsideScope("A person’s data cannot be read outside an audit scope.")
    return scope


def note_opened(subject_ref: str, *, decision: Decision, event: str = "") -> None:
    scope = require_scope()
    scope.subjects[subject_ref] = "opened"
    scope.level, scope.rule = max(scope.level, int(decision.level)), decision.rule
    scope.is_emergency = scope.is_emergency or decision.rule == IN_EMERGENCY
    scope.event = event or scope.event


def note_listed(subject_refs: Iterable[str]) -> None:
    scope = require_scope()
    for ref in subject_refs:
        scope.subjects.setdefault(ref, "listed")


def note_searched(words: Iterable[str]) -> None:
    """How many words were searched, and the keyed hash of each: what they were cannot be read back."""
    scope, hashes = require_scope(), searched_words(words)
    scope.subjects |= hashes
    scope.payload["words"] = len(hashes)


def note_emergency() -> None:
    """This answer is shown under an emergency grant: a look that cannot be recorded now is recorded later."""
    require_scope().is_emergency = True


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


def forget_subject(*, subject_ref: str, by: Doer, now: dt.datetime, decision: Decision) -> None:
    """Destroy a subject's key: what the record sealed of them is unreadable for ever, and the chain still holds.

    That something happened, when and by whom stays. The caller demands the two people that this needs.
    """
    with deed(events.FORGOTTEN, by=by, now=now, decision=decision) as act:
        forget_within(act, subject_ref, now=now)


def forget_within(act: Deed, subject_ref: str, *, now: dt.datetime) -> None:
    """The same as a part of the caller's deed, which seals nothing more of this subject."""
    destroy_key(subject_ref, now=now)
    act.changes.pop(subject_ref, None)
    act.subjects[subject_ref] = "erased"


def rewrap_keys(*, by: Doer, now: dt.datetime) -> int:
    """After a new audit key was put in front: wrap every subject's key under it, in short transactions. How many."""
    done = 0
    while True:
        with transaction.atomic(), open_gate():
            some = rewrap_some()
            if not some:
                return done
            append(Entry(event=events.REWRAPPED, actor=by.ref, agency=by.agency_ref, at=now, payload={"keys": some}))
        done += some


def chain_journal(*, by: Doer, now: dt.datetime) -> ChainedJournal:
    """Bring the emergency journal onto the record, once, as soon as it can be written again. Safe to run twice."""
    found = journal.read()
    chained = sum(_chain_line(line) for line in found.lines)
    if found.lines or found.fault:
        event = events.JOURNAL_BROKEN if found.fault else events.JOURNAL_CHAINED
        facts = {"lines": len(found.lines), "fault": found.fault}
        with transaction.atomic():
            append(Entry(event=event, actor=by.ref, agency=by.agency_ref, at=now, payload=facts))
        journal.put_aside(found)
    return ChainedJournal(chained=chained, fault=found.fault)


def _chain_line(line: journal.Line) -> bool:
    """False where it stands on the record already: a recovery that broke off is simply run again."""
    with transaction.atomic():
        if is_on_record(line.mark):
            return False
        append(replace(line.entry, subjects={**line.entry.subjects, line.mark: "journal"}))
    return True
