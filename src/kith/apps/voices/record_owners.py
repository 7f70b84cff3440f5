"""Whom a voice or a label is about: asked by access before it is sealed."""

from kith.apps.voices.models import Label, Voice
from kith.apps.voices.sight import LABEL, VOICE

SEALED_ALONE = {VOICE: Voice, LABEL: Label}


def subjects_of_voice(kind: str, ref: str) -> frozenset[str]:
    """Refs of the subjects; nobody where there is no such record."""
    model = SEALED_ALONE.get(kind)
    rows = model.objects.filter(ref=ref).values_list("subject__ref", flat=True) if model else ()
    return frozenset(rows)
