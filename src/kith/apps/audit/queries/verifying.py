"""Walking every chain from its first row to its last, a page of rows at a time, to see whether the record holds.

Rows may be written meanwhile: the head is read before the walk and after it, and the chain has to pass through
the first and must not go beyond the second.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Sum

from kith.apps.audit.chain import LINK_COLUMNS, START, Link, Side, fault_of, side_of
from kith.apps.audit.heads import Head
from kith.apps.audit.models import AuditRow, AuditSubject, Chain, SubjectKey
from kith.apps.audit.projections import BrokenLink, RecordCheck

ROWS_AT_ONCE = 1_000


@dataclass(slots=True)
class StoredLink(Link):
    """One row as it was read."""

    pk: int = 0


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
        subjects = _subjects_between(walk.name, walk.sequence, rows[-1].sequence)
        for row in rows:
            fault = _fault_of_step(walk, row, subjects.get(row.pk, ()))
            if fault:
                return fault
            walk.sequence, walk.hash, walk.last_pk = row.sequence, row.hash, row.pk
        walk.steps(len(rows))
    return ""


def _rows_after(walk: Walk) -> list[StoredLink]:
    rows = AuditRow.objects.filter(chain=walk.name, sequence__gt=walk.sequence).order_by("sequence")
    return [StoredLink(*values) for values in rows.values_list(*LINK_COLUMNS, "pk")[:ROWS_AT_ONCE]]


def _subjects_between(name: str, after: int, up_to: int) -> Mapping[int, list[Side]]:
    sides = AuditSubject.objects.filter(row__chain=name, row__sequence__gt=after, row__sequence__lte=up_to)
    by_row: dict[int, list[Side]] = defaultdict(list)
    for row_id, subject, how, sealed in sides.values_list("row_id", "subject", "how", "sealed"):
        by_row[row_id].append(side_of(subject, how, sealed))
    return by_row


def _fault_of_step(walk: Walk, row: StoredLink, subjects: Sequence[Side]) -> str:
    fault = fault_of(row, subjects, (walk.sequence, walk.hash))
    if fault:
        return fault
    if row.pk <= walk.last_pk:
        return "the row was put in another order"
    return next((claim.otherwise for claim in walk.claims.get(row.sequence, ()) if claim.hash != row.hash), "")


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
