"""Subjects by their refs and keys: what they are inside, who changed them last, and who is in whose network."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Q, QuerySet

from kith.apps.access import questions
from kith.apps.access.gathering import subject_for
from kith.apps.access.models import Circle, Subject
from kith.apps.access.projections import LastChange, Target
from kith.apps.access.requiring import NothingHere
from kith.apps.agencies.queries import worker_by_ref
from kith.apps.audit.queries import last_deed_on


def target_of(subject_ref: str) -> Target:
    """Inside knowledge of a subject, for a caller that has its decision."""
    subject = subject_for(subject_ref)
    if subject is None:
        raise NothingHere
    return Target(id=subject.pk, ref=subject.ref, has_case=subject.has_case, sensitivity=subject.sensitivity)


def last_change_of(subject_ref: str, events: Collection[str]) -> LastChange | None:
    """Who changed a subject last, in words, for a caller that has decided the subject may be read."""
    note = last_deed_on(subject_ref, events)
    worker = worker_by_ref(note.actor) if note else None
    return LastChange(by=worker.at_agency if worker else "", at=note.at) if note else None


def circle_ids(centre_id: int) -> list[int]:
    """Keys of the subjects in somebody's network, without the centre; for callers that cut the list themselves."""
    return questions.members_round(subject_id=centre_id)


def in_network_of(subject_refs: Collection[str], key: str) -> Q:
    """A filter on rows: everybody in the networks of these subjects; for callers that cut the list themselves."""
    return Q(**{f"{key}__in": Circle.objects.filter(centre__ref__in=subject_refs).values("member_id")})


def with_network(subject_ref: str, key: str) -> Q:
    """A filter on rows: those in whose networks this subject stands; for callers that cut the list themselves."""
    return Q(**{f"{key}__in": Circle.objects.filter(member__ref=subject_ref).values("centre_id")})


def with_neighbours(subject_ids: Collection[int]) -> set[int]:
    """These subjects, everybody in their circles and everybody in whose circles they stand."""
    around = Circle.objects.filter(Q(centre_id__in=subject_ids) | Q(member_id__in=subject_ids))
    return set(subject_ids).union(*around.values_list("centre_id", "member_id"))


def round_centres(centre_ids: Collection[int]) -> QuerySet[Subject, Any]:
    """Keys of these subjects and of everybody in their networks, to ask within."""
    members = Circle.objects.filter(centre_id__in=centre_ids).values("member_id")
    return Subject.objects.filter(Q(pk__in=centre_ids) | Q(pk__in=members)).values("pk")


def members_by_centre(centre_ids: Iterable[int]) -> dict[int, set[int]]:
    """Keys of everybody in each network, the centre among them."""
    found = {centre: {centre} for centre in centre_ids}
    for centre, member in questions.members_round_all(centre_ids=list(found)):
        found[centre].add(member)
    return found


def members_among(centre_refs: Collection[str], member_refs: Collection[str]) -> set[tuple[str, str]]:
    """(centre, member) by ref: which of these members stand in the networks of which of these centres."""
    rows = Circle.objects.filter(centre__ref__in=list(centre_refs), member__ref__in=list(member_refs))
    return set(rows.values_list("centre__ref", "member__ref"))
