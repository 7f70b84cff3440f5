"""The pages of whoever watches over supervision: who supervises whom, what is overdue, and who could take over.

Of children they learn nothing here: no name, and no words in which one may stand.
"""

import datetime as dt
from collections.abc import Sequence

from kith.apps.access.projections import Held
from kith.apps.access.queries import day_of, require_by_role, roles_with
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import active_colleague_ids, worker_cards
from kith.apps.audit.services import note_opened
from kith.apps.people.queries import names_of
from kith.apps.sentences.actions import KEEP, OVERSEE
from kith.apps.sentences.cards import covers_words, stage_of, steps_of, when_words
from kith.apps.sentences.kinds import condition_kinds
from kith.apps.sentences.models import Condition
from kith.apps.sentences.overseeing import overseen, require_overseeing
from kith.apps.sentences.projections import Overseen, OverseenPage
from kith.apps.sentences.queries.listing import overdue_of, still_to_tell
from kith.apps.sentences.sight import in_force, is_supervising

MOST_SHOWN = 200


def overseen_list(actor: Actor, *, now: dt.datetime) -> tuple[Overseen, ...]:
    """What is overdue first, then by name; in a large agency no more than somebody can read."""
    require_by_role(actor, OVERSEE, now=now)
    cards = _cards(actor, overseen(actor, now=now), now)
    return tuple(sorted(cards, key=lambda one: (not one.overdue, one.name, one.ref)))


def _cards(actor: Actor, held: Sequence[Held], now: dt.datetime) -> list[Overseen]:
    keys = [one.subject_id for one in held]
    steps = steps_of(keys)
    waiting = still_to_tell(actor, OVERSEE, Condition.objects.filter(subject_id__in=keys), now=now)
    late = overdue_of(keys, steps, waiting, now=now)
    held = sorted(held, key=lambda one: not late[one.subject_id])[:MOST_SHOWN]
    names = names_of(actor, {one.subject_ref for one in held}, action=OVERSEE, now=now)
    workers = worker_cards({key for one in held for key in one.user_ids})
    return [
        Overseen(
            ref=one.subject_ref,
            name=names[one.subject_ref],
            stage=stage_of(steps.get(one.subject_id, ())),
            officers=tuple(workers[key].name for key in dict.fromkeys(one.user_ids)),
            overdue=late[one.subject_id],
        )
        for one in held
        if one.subject_ref in names
    ]


def overseen_page(actor: Actor, person_ref: str, *, now: dt.datetime) -> OverseenPage:
    decision, held = require_overseeing(actor, person_ref, now=now)
    note_opened(person_ref, decision=decision)
    (adult,) = _cards(actor, [held], now)
    rows = in_force(Condition.objects.filter(subject_id=held.subject_id), day_of(now))
    colleagues = worker_cards(active_colleague_ids(actor.agency_id, roles=roles_with(KEEP.name)))
    alone = set(held.user_ids) if len(set(held.user_ids)) == 1 else set()
    return OverseenPage(
        adult=adult,
        conditions=tuple(
            (f"{condition_kinds()[row.kind].says}. {covers_words(row.under, ())}", when_words(row)) for row in rows
        ),
        colleagues=tuple(
            (card.ref, f"{card.name}, {card.job_title}")
            for key, card in sorted(colleagues.items(), key=lambda item: item[1].name)
            if key not in alone
        ),
        may_open=is_supervising(actor, person_ref, now=now),
    )
