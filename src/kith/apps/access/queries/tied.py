"""Who is tied to a subject by work or in their own life: for what has to be done by somebody who is not."""

from dataclasses import dataclass

from kith.apps.access.models import Conflict, Involvement


@dataclass(frozen=True, slots=True)
class Tied:
    """Keys of workers and of whole teams that work with a subject or did, and of workers who know them privately."""

    user_ids: frozenset[int]
    team_ids: frozenset[int]
    known_to: frozenset[int]


def tied_to(subject_id: int) -> Tied:
    """For a deed or a proposal that shows nobody any of them. Whoever once was tied is not a stranger afterwards."""
    work = list(Involvement.objects.filter(subject_id=subject_id).values_list("user_id", "team_id"))
    return Tied(
        user_ids=frozenset(user_id for user_id, _ in work if user_id),
        team_ids=frozenset(team_id for user_id, team_id in work if team_id and not user_id),
        known_to=frozenset(Conflict.objects.filter(subject_id=subject_id).values_list("user_id", flat=True)),
    )
