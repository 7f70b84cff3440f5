"""Reading chains back to see whether they hold."""

from collections import defaultdict
from collections.abc import Iterator

from kith.apps.audit.chain import START, fault_of
from kith.apps.audit.models import AuditRow, AuditSubject, Chain
from kith.apps.audit.projections import BrokenLink


def broken_links() -> Iterator[BrokenLink]:
    """The first fault of each chain: an edited, removed, reordered or cut-off row."""
    for chain in Chain.objects.order_by("name"):
        fault = _first_fault(chain)
        if fault:
            yield fault


def _first_fault(chain: Chain) -> BrokenLink | None:
    subjects = defaultdict(list)
    for row_id, ref, how in AuditSubject.objects.filter(row__chain=chain.name).values_list("row_id", "subject", "how"):
        subjects[row_id].append((ref, how))
    expected = (0, START)
    for row in AuditRow.objects.filter(chain=chain.name).order_by("sequence").iterator():
        fault = fault_of(row, subjects[row.pk], expected)
        if fault:
            return BrokenLink(chain=chain.name, sequence=expected[0] + 1, fault=fault)
        expected = (row.sequence, row.hash)
    if expected != (chain.sequence, chain.head or START):
        return BrokenLink(chain=chain.name, sequence=expected[0] + 1, fault="rows at the end are missing")
    return None
