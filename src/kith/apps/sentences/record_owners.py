"""Whom a piece of intelligence is about: asked by access before it is sealed."""

from kith.apps.sentences.models import Intelligence
from kith.apps.sentences.sight import SENTENCE


def subjects_of_intelligence(kind: str, ref: str) -> frozenset[str]:
    """Refs of the subjects; nobody where there is no such record."""
    rows = Intelligence.objects.filter(ref=ref) if kind == SENTENCE else Intelligence.objects.none()
    return frozenset(rows.values_list("subject__ref", flat=True))
