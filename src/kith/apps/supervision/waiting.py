"""What waits for whom in group supervision: by worker, each thing as its kind with a ref, and no word of it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Q, QuerySet

from kith.apps.access.queries import day_of, roles_with
from kith.apps.agencies.queries import active_user_ids
from kith.apps.supervision.actions import TRIAGE
from kith.apps.supervision.models import (
    Answered,
    Came,
    DayAnswer,
    DayOffered,
    InNetwork,
    Invitation,
    Lead,
    Request,
    Support,
)
from kith.apps.supervision.rules import asks_now, triage_day
from kith.apps.supervision.sight import invited_ids, leads_of
from kith.apps.supervision.vocabulary import PROCEED, supervision_data, words_of

Waiting = tuple[int, str]
"""A worker's key, and what waits for them."""


def all_waiting(*, now: dt.datetime) -> dict[int, set[str]]:
    """For everybody, and for whoever triages what they must not miss."""
    found: dict[int, set[str]] = defaultdict(set)
    for user_id, about in (*_waiting(now, None), *_at_the_desk(now)):
        found[user_id].add(about)
    return found


def is_anything_waiting(user_id: int, *, now: dt.datetime) -> bool:
    """For one worker, on their first page."""
    return next(_waiting(now, user_id), None) is not None


def polls_of(user_id: int, *, now: dt.datetime) -> list[Request]:
    """Meetings whose days one has not answered yet."""
    return [row for row, waits in _polls(now, user_id) if user_id in waits]


def _waiting(now: dt.datetime, only: int | None) -> Iterator[Waiting]:
    yield from _asked_to_lead(only)
    yield from _asked_to_come(only)
    yield from _offered(only)
    for row, waits in _polls(now, only):
        yield from ((user_id, f"poll:{row.ref}") for user_id in waits if only in (None, user_id))
    yield from _to_answer(now, only)


def _open_ones() -> QuerySet[Request]:
    return Request.objects.filter(outcome=PROCEED, taken_back_at=None, happened_on=None)


def _asked_to_lead(only: int | None) -> Iterator[Waiting]:
    rows = Lead.objects.filter(answer="", withdrew_at=None, request__in=_open_ones())
    rows = rows if only is None else rows.filter(facilitator__user_id=only)
    return ((user_id, f"lead:{ref}") for user_id, ref in rows.values_list("facilitator__user_id", "ref"))


def _asked_to_come(only: int | None) -> Iterator[Waiting]:
    rows = Invitation.objects.filter(answer="", request__in=_open_ones())
    rows = rows if only is None else rows.filter(user_id=only)
    return ((user_id, f"come:{ref}") for user_id, ref in rows.values_list("user_id", "ref"))


def _offered(only: int | None) -> Iterator[Waiting]:
    rows = Support.objects.filter(answer="")
    rows = rows if only is None else rows.filter(user_id=only)
    return ((user_id, f"support:{ref}") for user_id, ref in rows.values_list("user_id", "ref"))


def _polls(now: dt.datetime, only: int | None) -> Iterator[tuple[Request, set[int]]]:
    """Meetings without a day, and who has not answered every day that lies ahead."""
    days: dict[int, set[int]] = defaultdict(set)
    ahead = DayOffered.objects.filter(on_day__gte=day_of(now), request__in=_open_ones().filter(meets_on=None))
    for key, request_id in ahead.values_list("pk", "request_id"):
        days[request_id].add(key)
    rows = Request.objects.filter(pk__in=days)
    if only is not None:
        near = InNetwork.objects.filter(user_id=only).values("request_id")
        led = Lead.objects.filter(facilitator__user_id=only).values("request_id")
        rows = rows.filter(Q(asked_by_id=only) | Q(pk__in=near) | Q(pk__in=led))
    for row in rows.order_by("pk"):
        given: dict[int, set[int]] = defaultdict(set)
        for user_id, day_id in DayAnswer.objects.filter(day__in=days[row.pk]).values_list("user_id", "day_id"):
            given[user_id].add(day_id)
        yield row, {user_id for user_id in invited_ids(row) if given[user_id] < days[row.pk]}


def _to_answer(now: dt.datetime, only: int | None) -> Iterator[Waiting]:
    """The short forms, at once and after some weeks, for those who came."""
    today = day_of(now)
    earliest = today - dt.timedelta(weeks=int(supervision_data()["later_until_weeks"]) + 1)
    rows = Came.objects.filter(request__happened_on__gte=earliest, request__taken_back_at=None)
    rows = rows if only is None else rows.filter(user_id=only)
    came = list(rows.values_list("user_id", "request_id", "request__ref", "request__happened_on"))
    given = Answered.objects.filter(request_id__in={request_id for _, request_id, _, _ in came})
    done = set(given.values_list("user_id", "request_id", "form"))
    for user_id, request_id, ref, happened_on in came:
        for form in words_of("answers"):
            if happened_on and asks_now(form, happened_on, today) and (user_id, request_id, form) not in done:
                yield user_id, f"{form}:{ref}"


def _at_the_desk(now: dt.datetime) -> Iterator[Waiting]:
    """Requests whose clock runs out, and those that lack somebody who leads."""
    keepers = active_user_ids(roles=roles_with(TRIAGE.name))
    data = supervision_data()
    soon = int(data["triage_days"]) - int(data["remind_triage_from"])
    for row in Request.objects.filter(outcome="", taken_back_at=None):
        if triage_day(day_of(row.asked_at), day_of(now)) >= soon:
            yield from ((user_id, f"triage:{row.ref}") for user_id in keepers)
    for row in _open_ones():
        if len(leads_of(row)) < 2:
            yield from ((user_id, f"missing:{row.ref}") for user_id in keepers)
