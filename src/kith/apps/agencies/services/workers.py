"""Workers who are there already: their role, their lock, and the sessions that have ended."""

import datetime as dt

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from kith.apps.agencies.models import User
from kith.kernel.errors import KithError


class CannotChangeRole(KithError):
    """Somebody has to be left who can change roles."""


def change_role(*, user_ref: str, role: str, without: str = "") -> str:
    """Somebody's role from now on; what it was before. Runs inside the caller's deed.

    Of the role `without`, somebody else active has to be left.
    """
    user = User.objects.select_for_update().get(ref=user_ref)
    before = user.role
    if before == without and not User.objects.filter(role=without, is_active=True).exclude(pk=user.pk).exists():
        raise CannotChangeRole("Nobody else has this role. Give it to somebody else first.")
    user.role = role
    user.save(update_fields=["role"])
    return before


def lock_worker(user_id: int) -> None:
    """Inside the caller's deed: of several deeds that count what one person did, one goes first."""
    list(User.objects.select_for_update().filter(pk=user_id).values_list("pk"))


def forget_ended_sessions(*, now: dt.datetime) -> int:
    """Sessions that have run out, with the words they kept, and where they were signed in; how many sessions."""
    with transaction.atomic():
        ended, _ = Session.objects.filter(expire_date__lte=now).delete()
        UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    return ended
