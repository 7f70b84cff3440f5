"""Reading chains back to see whether they hold."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from kith.apps.audit.chain import START, fault_of
from kith.apps.audit.models import AuditRow, AuditSubject, Chain
from kith.apps.audit.projections import BrokenLink, DeedNote


def broken_links() -> Iterator[BrokenLink]:
    """The first fault of each chain: an edited, removed, reordered or cut-off row, or a head that was taken away."""
    heads = {chain.name: (chain.sequence, chain.head or START) for chain in Chain.objects.all()}
    for name in sorted(heads.keys() | set(AuditRow.objects.values_list("chain", flat=True).distinct())):
        fault = _first_fault(name, heads.get(name, (0, START)))
        if fault:
            yield fault


def last_deed_on(subject_ref: str, events: Collection[str]) -> DeedNote | None:
    """The newest deed of these events on a subject; None where there is none."""
    changed = AuditSubject.objects.filter(subject=subject_ref, how="changed").values("row_id")
    row = AuditRow.objects.filter(pk__in=changed, event__in=events).order_by("-pk").first()
    return DeedNote(actor=row.actor, at=row.at) if row else None


def _first_fault(name: str, head: tuple[int, str]) -> BrokenLink | None:
    subjects = defaultdict(list)
    for row_id, ref, how in AuditSubject.objects.filter(row__chain=name).values_list("row_id", "subject", "how"):
        subjects[row_id].append((ref, how))
    expected = (0, START)
    for row in AuditRow.objects.filter(chain=name).order_by("sequence").iterator():
        fault = fault_of(row, subjects[row.pk], expected)
        if fault:
            return BrokenLink(chain=name, sequence=expected[0] + 1, fault=fault)
        expected = (row.sequence, row.hash)
    if expected != head:
        return BrokenLink(chain=name, sequence=expected[0] + 1, fault="the rows do not end where their head says")
    return None
