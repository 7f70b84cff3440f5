"""Walking every chain from its first row to its last, a page of rows at a time, to see whether the record holds.

Rows may be written meanwhile: the head is read before the walk and after it, and the chain has to pass through
the first and must not go beyond the second.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Sum

from kith.apps.audit.chain import HASH, LINK_COLUMNS, SEQUENCE, START, Columns, Side, fault_of, side_of
from kith.apps.audit.heads import Head
from kith.apps.audit.models import AuditRow, AuditSubject, Chain, SubjectKey
from kith.apps.audit.projections import BrokenLink, RecordCheck

ROWS_AT_ONCE = 1_000

# Read as the database keeps them: of each row that is verified, most of the time went into what was made of it.
ROW, SIDE = AuditRow._meta.db_table, AuditSubject._meta.db_table
COLUMNS = ", ".join(LINK_COLUMNS)
AS_KEPT = {"sqlite": COLUMNS.replace("at,", "CAST(at AS TEXT),"), "postgresql": COLUMNS}  # no text is read as a time
ROWS = f"""
    SELECT id, {{columns}} FROM {ROW}
    WHERE chain = %s AND sequence > %s ORDER BY sequence LIMIT %s
"""  # noqa: S608 from the models
SIDES = f"""
    SELECT side.row_id, side.subject, side.how, side.sealed FROM {SIDE} side JOIN {ROW} ON {ROW}.id = side.row_id
    WHERE {ROW}.chain = %s AND {ROW}.sequence > %s AND {ROW}.sequence <= %s
"""  # noqa: S608 from the models


@dataclass(frozen=True, slots=True)
class Claim:
    """The hash that a row has to have, and what it means where it has another."""

    hash: str
    otherwise: str


@dataclass(slots=True)
class Walk:
    """How far along one chain we are, and what heads say of rows to come."""

    name: str
    claims: Mapping[int, Sequence[Claim]]
    sequence: int = 0
    hash: str = START
    last_pk: int = 0
    steps: Callable[[int], None] = field(default=lambda rows: None)


def rows_on_record() -> int:
    """How many rows the heads of all chains speak of."""
    return Chain.objects.aggregate(rows=Sum("sequence"))["rows"] or 0


def broken_links() -> Iterator[BrokenLink]:
    """The first fault of each chain: an edited, removed, reordered or cut-off row, or a head that was taken away."""
    yield from check_record().faults


def check_record(heads: Sequence[Head] = (), *, progress: Callable[[int], None] = lambda done: None) -> RecordCheck:
    """Walk every chain, and hold it against the heads that somebody else kept; `progress` hears of rows done."""
    done = 0

    def steps(rows: int) -> None:
        nonlocal done
        done += rows
        progress(done)

    names = _chain_names(heads)
    faults = [fault for name in names if (fault := _first_fault(name, heads, steps))]
    faults += _faults_beside_the_chains()
    return RecordCheck(chains=len(names), rows=done, heads=len(heads), faults=tuple(faults))


def _chain_names(heads: Sequence[Head]) -> list[str]:
    named = set(Chain.objects.values_list("name", flat=True)) | {head.chain for head in heads}
    return sorted(named | set(AuditRow.objects.order_by().values_list("chain", flat=True).distinct()))


def _first_fault(name: str, heads: Sequence[Head], steps: Callable[[int], None]) -> BrokenLink | None:
    walk = Walk(name, _claims(name, heads), steps=steps)
    fault = _fault_on_the_way(walk)
    if fault:
        return BrokenLink(chain=name, sequence=walk.sequence + 1, fault=fault)
    return _fault_at_the_end(walk)


def _claims(name: str, heads: Sequence[Head]) -> Mapping[int, Sequence[Claim]]:
    claims: dict[int, list[Claim]] = defaultdict(list)
    sequence, stored = _head_of(name)
    if sequence:
        claims[sequence].append(Claim(stored, "the row is not the one that the head of its chain names"))
    for head in heads:
        if head.chain == name:
            claims[head.sequence].append(Claim(head.hash, f"the chain was rewritten after its head of {head.at}"))
    return claims


def _head_of(name: str) -> tuple[int, str]:
    head = Chain.objects.filter(name=name).first()
    return (head.sequence, head.head) if head else (0, START)


def _fault_on_the_way(walk: Walk) -> str:
    while rows := _rows_after(walk):
        subjects = _subjects_between(walk.name, walk.sequence, rows[-1][1 + SEQUENCE])
        for row in rows:
            fault = _fault_of_step(walk, row[0], row[1:], subjects.get(row[0], ()))
            if fault:
                return fault
        walk.steps(len(rows))
    return ""


def _rows_after(walk: Walk) -> list[tuple[Any, ...]]:
    """The key of each row, and its columns."""
    with connection.cursor() as cursor:
        cursor.execute(ROWS.format(columns=AS_KEPT[connection.vendor]), [walk.name, walk.sequence, ROWS_AT_ONCE])
        return cursor.fetchall()


def _subjects_between(name: str, after: int, up_to: int) -> Mapping[int, list[Side]]:
    by_row: dict[int, list[Side]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(SIDES, [name, after, up_to])
        for row_id, subject, how, sealed in cursor.fetchall():
            by_row[row_id].append(side_of(subject, how, sealed))
    return by_row


def _fault_of_step(walk: Walk, pk: int, columns: Columns, subjects: Sequence[Side]) -> str:
    fault = fault_of(columns, subjects, (walk.sequence, walk.hash))
    if fault:
        return fault
    if pk <= walk.last_pk:
        return "the row was put in another order"
    sequence, own_hash = columns[SEQUENCE], columns[HASH]
    for claim in walk.claims.get(sequence, ()):
        if claim.hash != own_hash:
            return claim.otherwise
    walk.sequence, walk.hash, walk.last_pk = sequence, own_hash, pk
    return ""


def _fault_at_the_end(walk: Walk) -> BrokenLink | None:
    """A chain ends where its head says, and not before any head that was handed out."""
    last, stored = _head_of(walk.name)
    if max(walk.claims, default=0) > walk.sequence:
        return BrokenLink(chain=walk.name, sequence=walk.sequence + 1, fault="rows are missing at the end")
    if walk.sequence > last:
        return BrokenLink(chain=walk.name, sequence=last + 1, fault="the row stands after the end that its head names")
    if walk.sequence == last and last and walk.hash != stored:
        return BrokenLink(chain=walk.name, sequence=last, fault="the row is not the one that the head names")
    return None


def _faults_beside_the_chains() -> Iterator[BrokenLink]:
    """What no row of a chain covers: subjects without a row, and keys that went without being destroyed on record."""
    if AuditSubject.objects.filter(~Exists(AuditRow.objects.filter(pk=OuterRef("row_id")))).exists():
        yield BrokenLink(chain="", sequence=0, fault="subjects stand on record whose row is missing")
    sealed = AuditSubject.objects.filter(sealed__isnull=False)
    if sealed.filter(~Exists(SubjectKey.objects.filter(subject=OuterRef("subject")))).exists():
        yield BrokenLink(chain="", sequence=0, fault="the key of a subject is missing")
    erased = AuditSubject.objects.filter(subject=OuterRef("subject"), how="erased")
    if SubjectKey.objects.filter(~Exists(erased), forgotten_at__isnull=False).exists():
        yield BrokenLink(chain="", sequence=0, fault="the key of a subject was destroyed without a row that says so")
