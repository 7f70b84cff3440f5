"""Reading chains back to see whether they hold."""

from collections import defaultdict
from collections.abc import Iterator

from kith.apps.audit.chain import START, fault_of
from kith.apps.audit.models import AuditRow, AuditSubject, Chain
from kith.apps.audit.projections import BrokenLink


def broken_links() -> Iterator[BrokenLink]:
    """The first fault of each chain: an edited, removed, reordered or cut-off row, or a head that was taken away."""
    heads = {chain.name: (chain.sequence, chain.head or START) for chain in Chain.objects.all()}
    for name in sorted(heads.keys() | set(AuditRow.objects.values_list("chain", flat=True).distinct())):
        fault = _first_fault(name, heads.get(name, (0, START)))
        if fault:
            yield fault


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
