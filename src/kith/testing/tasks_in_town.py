"""What the quality assurer and the access to records officer of the invented county have to do: a task for each."""

import datetime as dt
from collections.abc import Mapping, Sequence

from kith.apps.access.queries import day_of
from kith.apps.access.services import NewTask, give_task
from kith.apps.agencies.queries import actors_by_id

AUDITED = 5
AUDIT_LASTS, ANSWER_LASTS = dt.timedelta(days=60), dt.timedelta(days=31)
GIVER, ASSURER, OFFICER = "data_protection_lead", "quality_assurer", "record_officer"


def give_tasks_in_town(children: Sequence[str], posts: Mapping[str, int], *, now: dt.datetime) -> None:
    """By the data protection lead, over children of the stories; `posts` are keys of workers by their role."""
    if not children:
        return
    today = day_of(now)
    giver, assurer, officer = (actors_by_id([posts[role]], on=today)[0] for role in (GIVER, ASSURER, OFFICER))
    audit = NewTask(
        worker_ref=assurer.ref,
        purpose="qa",
        name="How well do we hear fathers?",
        why="The partnership looks each autumn at how five families were worked with.",
        covers="named",
        since_on=today,
        until_on=today + AUDIT_LASTS,
        named=tuple(children[:AUDITED]),
    )
    answer = NewTask(
        worker_ref=officer.ref,
        purpose="sar",
        name="A parent asks for their child’s record",
        why="They asked in writing, and we have a month to answer.",
        covers="named",
        since_on=today,
        until_on=today + ANSWER_LASTS,
        named=tuple(children[:1]),
    )
    for task in (audit, answer):
        give_task(by=giver, task=task, now=now)
