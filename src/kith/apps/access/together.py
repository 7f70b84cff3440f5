"""Several subjects decided on at once: the facts of all are read together, and then each is asked by itself.

For a handful that is at hand, such as one family. It asks the rules in their point form, so there is no other.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from kith.apps.access import questions
from kith.apps.access.actions import Action
from kith.apps.access.gathering import Asked, Gathered
from kith.apps.access.models import Subject
from kith.apps.access.moments import day_of
from kith.apps.access.registered import require_installed
from kith.apps.access.rules import decision_on
from kith.apps.access.vocabulary import is_record_kind
from kith.apps.agencies.projections import Actor


def opened_among(actor: Actor, action: Action, subject_ids: Collection[int], asked: Asked) -> set[int]:
    """Of these subjects, those that `decide` would allow."""
    require_installed(action)
    if not subject_ids or actor.is_nobody or not is_record_kind(asked.kind):
        return set()
    gathered = _gathered(actor, subject_ids, asked)
    return {key for key, facts in gathered.items() if decision_on(action, facts.about(actor)).allowed}


def _gathered(actor: Actor, subject_ids: Collection[int], asked: Asked) -> dict[int, Gathered]:
    """What `Gathered` would look up for each, looked up for all; what is rarely asked for it still looks up itself."""
    now, day = asked.now, day_of(asked.now)
    subjects: list[Subject] = questions.subjects_with(keys=subject_ids)
    centres = _centres(subject_ids)
    everybody = set().union(*centres.values())
    involvements = _by_subject(questions.involvements_with(subject_ids=everybody, day=day))
    shares = _by_subject(questions.shares_of(subject_ids=everybody, receiver_id=actor.agency_id, day=day, now=now))
    scopes = _by_subject(questions.seals_over(subject_ids=subject_ids, now=now))
    seal_ids = {scope.seal_id for some in scopes.values() for scope in some}
    readers = set(questions.readers_of(seal_ids=seal_ids, now=now))
    conflicts = questions.conflicts_of(user_id=actor.id, now=now)
    looked_at = {look.subject_id for look in questions.looks_of(user_id=actor.id, now=now)}
    found = {}
    for subject in subjects:
        facts = found[subject.pk] = Gathered(subject, asked, only_for=actor)
        near = centres[subject.pk]
        vars(facts).update(
            centres=near,
            involvements=[row for key in near for row in involvements.get(key, ())],
            shares=[row for key in near for row in shares.get(key, ())],
            scopes=scopes.get(subject.pk, []),
            readers=readers,
            looking={actor.id} if subject.pk in looked_at else set(),
        )
        if not conflicts:
            vars(facts)["in_conflict"] = set()
    return found


def _centres(subject_ids: Collection[int]) -> dict[int, list[int]]:
    """By subject: itself and everybody in whose circle it stands."""
    found = {key: [key] for key in subject_ids}
    for member_id, centre_id in questions.centres_round_all(subject_ids=subject_ids):
        found[member_id].append(centre_id)
    return found


def _by_subject(rows: Iterable[Any]) -> Mapping[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.subject_id].append(row)
    return found
