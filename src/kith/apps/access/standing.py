"""Who stands for a subject now: itself, or whoever it was merged into."""

from kith.apps.access.models import Subject


def standing(subject: Subject) -> Subject:
    while subject.merged_into is not None:
        subject = subject.merged_into
    return subject
