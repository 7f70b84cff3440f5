"""What a school was told, for those who work there and for nobody else."""

import datetime as dt

from django.db.models import QuerySet

from kith.apps.access.queries import require_by_role, role_may
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import agencies_of_kind, worker_cards
from kith.apps.audit.services import note_listed
from kith.apps.cases.actions import HEAR_NOTICES, NOTIFY
from kith.apps.cases.models import SchoolNotice
from kith.apps.cases.projections import NoticeCard
from kith.apps.cases.rules import SCHOOL
from kith.apps.records.base import prepared

MOST_NOTICES = 50


def schools_to_tell(actor: Actor, *, now: dt.datetime) -> tuple[tuple[str, str], ...]:
    """Every school alike, whoever runs it."""
    require_by_role(actor, NOTIFY, now=now)
    return agencies_of_kind(SCHOOL)


def may_notify(actor: Actor) -> bool:
    return role_may(actor, NOTIFY)


def notices_of_school(actor: Actor, *, now: dt.datetime) -> tuple[NoticeCard, ...]:
    """What is unread first, then the newest."""
    require_by_role(actor, HEAR_NOTICES, now=now)
    mine = SchoolNotice.objects.filter(school_id=actor.agency_id)
    unread = list(mine.filter(read_at=None).order_by("sent_at", "pk")[:MOST_NOTICES])
    rows = [*unread, *mine.exclude(read_at=None).order_by("-sent_at", "-pk")[:MOST_NOTICES]]
    note_listed(row.ref for row in rows)
    workers = worker_cards({key for row in rows for key in (row.sent_by_id, row.read_by_id) if key})
    return tuple(
        NoticeCard(
            ref=row.ref,
            child_name=row.child_name,
            child_age=row.child_age,
            words=row.words,
            happened_on=row.happened_on,
            sent_at=row.sent_at,
            sender=workers[row.sent_by_id].at_agency,
            read_by=workers[row.read_by_id].name if row.read_by_id else "",
            read_at=row.read_at,
        )
        for row in rows
    )


def notices_wait(actor: Actor) -> str:
    """What waits at the own school, in words."""
    if not role_may(actor, HEAR_NOTICES):
        return ""
    count = len(_unread(school_id=actor.agency_id))
    if not count:
        return ""
    return "Your school was told of a child" if count == 1 else f"Your school was told of {count} children"


@prepared
def _unread(*, school_id: int) -> QuerySet[SchoolNotice, int]:
    rows = SchoolNotice.objects.filter(school_id=school_id, read_at=None)
    return rows.values_list("pk", flat=True)[: MOST_NOTICES + 1]
