"""Whom a row of a chronology is about: asked by access before it is sealed."""

from kith.apps.chronologies.models import EntryChild
from kith.apps.chronologies.sight import EVENT


def subjects_of_row(kind: str, ref: str) -> frozenset[str]:
    """Refs of the children; nobody where there is no such row."""
    rows = EntryChild.objects.filter(entry__ref=ref) if kind == EVENT else EntryChild.objects.none()
    return frozenset(rows.values_list("subject__ref", flat=True))
