"""Several subjects decided on at once: the facts of all are read together, and then each is asked by itself.

For a handful that is at hand, such as one family. It asks the rules in their point form, so there is no other.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from kith.apps.access import questions
from kith.apps.access.actions import Action
from kith.apps.access.gathering import Asked, Gathered
from kith.apps.access.models import Subject
from kith.apps.access.moments import day_of
from kith.apps.access.registered import require_installed
from kith.apps.access.rules import decision_on
from kith.apps.access.vocabulary import is_record_kind
from kith.apps.agencies.projections import Actor
from kith.apps.records.base import each_remembered

A_HANDFUL = 500  # more subjects than this are a list, and the rules as one query answer sooner


def opened_among(actor: Actor, action: Action, subject_ids: Collection[int], asked: Asked) -> set[int]:
    """Of these subjects, those that `decide` would allow."""
    require_installed(action)
    if not subject_ids or actor.is_nobody or not is_record_kind(asked.kind):
        return set()
    gathered = each_remembered(
        ("gathered together", actor, asked.now), subject_ids, lambda keys: _looked_up(actor, keys, asked.now)
    )
    return {key for key, facts in gathered.items() if decision_on(action, facts.about(actor, asked)).allowed}


class _Read(NamedTuple):
    """What was read about several subjects."""

    subjects: list[Subject]
    centres: Mapping[int, list[int]]
    involvements: Mapping[int, list[questions.Related]]
    shares: Mapping[int, list[Any]]
    scopes: Mapping[int, list[Any]]
    readers: set[tuple[int, int]]
    looked_at: set[int]
    has_conflicts: bool


def _looked_up(actor: Actor, subject_ids: Collection[int], now: dt.datetime) -> dict[int, Gathered]:
    """What `Gathered` would look up for each, looked up for all; what is rarely asked for it still looks up itself."""
    read, found = _read_about(actor, subject_ids, now), {}
    for subject in read.subjects:
        facts = found[subject.pk] = Gathered(subject, now, only_for=actor)
        near = read.centres[subject.pk]
        vars(facts).update(
            centres=near,
            involvements=[row for key in near for row in read.involvements.get(key, ())],
            shares=[row for key in near for row in read.shares.get(key, ())],
            scopes=read.scopes.get(subject.pk, []),
            readers=read.readers,
            looking={actor.id} if subject.pk in read.looked_at else set(),
        )
        if not read.has_conflicts:
            vars(facts)["in_conflict"] = set()
    return found


def _read_about(actor: Actor, subject_ids: Collection[int], now: dt.datetime) -> _Read:
    day = day_of(now)
    centres = _centres(subject_ids)
    everybody = set().union(*centres.values())
    scopes = _by_subject(questions.seals_over(subject_ids=subject_ids, now=now))
    seal_ids = {scope.seal_id for some in scopes.values() for scope in some}
    shares = questions.shares_of(subject_ids=everybody, receiver_id=actor.agency_id, day=day, now=now)
    return _Read(
        subjects=questions.subjects_with(keys=subject_ids),
        centres=centres,
        involvements=_by_subject(questions.related_with(subject_ids=everybody, day=day)),
        shares=_by_subject(shares),
        scopes=scopes,
        readers=set(questions.readers_of(seal_ids=seal_ids, now=now)),
        looked_at={look.subject_id for look in questions.looks_of(user_id=actor.id, now=now)},
        has_conflicts=bool(questions.conflicts_of(user_id=actor.id, now=now)),
    )


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
