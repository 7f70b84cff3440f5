"""Reads of those who work here or did, for whoever keeps their accounts; the front door of it is `queries`."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from allauth.mfa.models import Authenticator
from django.db.models import Q, QuerySet

from kith.apps.agencies.models import TeamMembership, User
from kith.apps.agencies.projections import TimeInTeam, WorkerAccount
from kith.kernel.text import LIMITS

MOST_WORDS, MOST_WORKERS = 5, 20
NOTHING = "\0"  # PostgreSQL cannot be asked about it
SECOND_STEPS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def users_called(words: str) -> QuerySet[User]:
    """Whose given or family name begins with each of the words, by name; nobody for no words, or for what is none.

    Nobody is called by a word longer than any name, which SQLite would refuse to look for.
    """
    rows = User.objects.order_by("family", "given", "pk")
    for word in words.split()[:MOST_WORDS]:
        rows = rows.filter(Q(given__istartswith=word) | Q(family__istartswith=word))
    are_words = words.strip() and NOTHING not in words and len(words) <= LIMITS["search"]
    return rows if are_words else rows.none()


def accounts_called(words: str, *, on: dt.date) -> list[WorkerAccount]:
    """Also of those who have left."""
    return _accounts(users_called(words).select_related("organisation")[:MOST_WORKERS], on)


def account_by_ref(ref: str, *, on: dt.date) -> WorkerAccount | None:
    found = _accounts(User.objects.filter(ref=ref).select_related("organisation"), on)
    return found[0] if found else None


def _accounts(users: Iterable[User], on: dt.date) -> list[WorkerAccount]:
    rows = list(users)
    keys = [row.pk for row in rows]
    teams, steps = _teams(keys, on), Authenticator.objects.filter(user_id__in=keys, type__in=SECOND_STEPS)
    with_step = set(steps.values_list("user_id", flat=True))
    return [
        WorkerAccount(
            id=row.pk,
            ref=row.ref,
            name=f"{row.given} {row.family}".strip(),
            email=row.email,
            job_title=row.job_title,
            agency=row.organisation.name,
            role=row.role,
            clearance=row.clearance,
            is_active=row.is_active,
            has_second_step=row.pk in with_step,
            teams=tuple(teams[row.pk]),
        )
        for row in rows
    ]


def _teams(user_ids: list[int], on: dt.date) -> dict[int, list[TimeInTeam]]:
    teams: dict[int, list[TimeInTeam]] = defaultdict(list)
    rows = TeamMembership.objects.filter(Q(until_on=None) | Q(until_on__gt=on), user_id__in=user_ids)
    for row in rows.select_related("team").order_by("since_on", "pk"):
        teams[row.user_id].append(TimeInTeam(row.team.name, row.since_on, row.until_on))
    return teams
