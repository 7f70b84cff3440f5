"""Lists of adults under supervision: of whoever supervises them, and what a first page says of them."""

import datetime as dt
from collections.abc import Collection, Mapping

from django.db.models import QuerySet

from kith.apps.access.actions import Action
from kith.apps.access.queries import day_of, require_by_role, role_may, visible, works_with_whom
from kith.apps.agencies.projections import Actor
from kith.apps.people.queries import names_of
from kith.apps.sentences.actions import KNOW, OVERSEE, READ
from kith.apps.sentences.cards import stage_of, steps_of
from kith.apps.sentences.models import Condition, Summary, ToTell
from kith.apps.sentences.overdue import PATH, PLAN, TELL, overdue
from kith.apps.sentences.projections import SentencesNote, Supervised
from kith.apps.sentences.queries.found import adults_near_children, is_to_look_at
from kith.apps.sentences.sight import SENTENCE, in_force, may_supervise, supervised

Waiting = Mapping[int, dt.datetime]  # by key of an adult, since when somebody waits to be told


def supervised_list(actor: Actor, *, now: dt.datetime) -> tuple[Supervised, ...]:
    """Adults with whom the actor, or a team of theirs, works now; a young adult with a case only once sentenced."""
    require_by_role(actor, READ, now=now)
    with_case, others = works_with_whom(actor, now=now)
    steps = steps_of({**with_case, **others})
    refs = {**others, **{key: ref for key, ref in with_case.items() if key in steps}}
    names, waiting = names_of(actor, set(refs.values()), now=now), _mine_to_tell(actor, now)
    late, near = overdue_of(refs, steps, waiting, now=now), adults_near_children(actor, set(names), now=now)
    found = [
        Supervised(
            ref=ref,
            name=names[ref],
            stage=stage_of(steps.get(key, ())),
            is_to_tell=key in waiting,
            is_near_a_child=ref in near,
            overdue=late[key],
        )
        for key, ref in refs.items()
        if ref in names
    ]
    return tuple(sorted(found, key=lambda one: (one.name, one.ref)))


def overdue_of(
    keys: Collection[int], steps: Collection[int], waiting: Waiting, *, now: dt.datetime
) -> dict[int, tuple[str, ...]]:
    """What is overdue for each of these adults, in words; who has a step of a sentence, and who waits, is at hand."""
    standing: dict[int, dt.datetime] = {}
    for row in in_force(Condition.objects.filter(subject_id__in=list(keys)), day_of(now)):
        standing[row.subject_id] = min(row.recorded_at, standing.get(row.subject_id, row.recorded_at))
    planned = set(Summary.objects.filter(subject_id__in=list(standing)).values_list("subject_id", flat=True))
    since = {
        TELL: waiting,
        PLAN: {key: at for key, at in standing.items() if key not in planned},
        PATH: {key: at for key, at in standing.items() if key not in steps},
    }
    return {
        key: overdue({name: day_of(at[key]) for name, at in since.items() if key in at}, day_of(now)) for key in keys
    }


def still_to_tell(actor: Actor, action: Action, conditions: QuerySet[Condition], *, now: dt.datetime) -> Waiting:
    """Of these conditions (by key), the adults of whom somebody is still to be told.

    A child on whom the action is closed to the actor counts for nothing.
    """
    waiting = ToTell.objects.filter(told_at=None, condition__in=conditions)
    of_children = visible(actor, action, waiting.exclude(subject=None), now=now, kind=SENTENCE)
    found: dict[int, dt.datetime] = {}
    for rows in (waiting.filter(subject=None), of_children):
        for key, at in rows.values_list("condition__subject_id", "changed_at"):
            found[key] = min(at, found.get(key, at))
    return found


def _mine_to_tell(actor: Actor, now: dt.datetime) -> Waiting:
    return still_to_tell(actor, KNOW, supervised(actor, now=now), now=now)


def sentences_note(actor: Actor, *, now: dt.datetime) -> SentencesNote:
    supervises = may_supervise(actor)
    return SentencesNote(
        may_supervise=supervises,
        is_to_tell=supervises and bool(_mine_to_tell(actor, now)),
        may_oversee=role_may(actor, OVERSEE),
        is_to_look_at=is_to_look_at(actor, now=now),
    )
