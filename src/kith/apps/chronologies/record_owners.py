"""Whom a row of a chronology, or what is attached to it, is about: asked by access before it is sealed."""

from django.db.models import Q

from kith.apps.chronologies.models import Attachment, EntryChild
from kith.apps.chronologies.sight import EVENT


def subjects_of_row(kind: str, ref: str) -> frozenset[str]:
    """Refs of the children; nobody where there is no such row and nothing so attached."""
    if kind != EVENT:
        return frozenset()
    attached = Attachment.objects.filter(ref=ref).values("entry_id")
    about = EntryChild.objects.filter(Q(entry__ref=ref) | Q(entry_id__in=attached))
    return frozenset(about.values_list("subject__ref", flat=True))
