"""Workers who are there already: role and clearance, leaving and coming back, their lock, and sessions that ended.

All of them run inside the caller's deed, which asks who may.
"""

import datetime as dt

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.hashers import make_password
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import DateField, F, Q, Value
from django.db.models.functions import Greatest

from kith.apps.agencies.models import FirstCode, TeamMembership, User
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


def change_clearance(*, user_ref: str, clearance: int) -> int:
    """Somebody's clearance from now on; what it was before."""
    user = User.objects.select_for_update().get(ref=user_ref)
    before, user.clearance = user.clearance, clearance
    user.save(update_fields=["clearance"])
    return before


def end_working(*, user_ref: str, on: dt.date) -> None:
    """Somebody works here no more: signed out everywhere, out of every team.

    A time in a team that has not begun by then never begins.
    """
    user = User.objects.select_for_update().get(ref=user_ref)
    user.is_active = False
    user.save(update_fields=["is_active"])
    times = TeamMembership.objects.filter(Q(until_on=None) | Q(until_on__gt=on), user=user)
    times.update(until_on=Greatest(F("since_on"), Value(on, output_field=DateField())))
    FirstCode.objects.filter(user=user).delete()
    _end_sessions(user)


def work_again(*, user_ref: str) -> None:
    """Somebody is back as they first came: no role, no password, no second step, in no team."""
    user = User.objects.select_for_update().get(ref=user_ref)
    user.is_active, user.role, user.password = True, "", make_password(None)
    user.clearance = User._meta.get_field("clearance").get_default()
    user.save(update_fields=["is_active", "role", "password", "clearance"])
    Authenticator.objects.filter(user_id=user.pk).delete()


def _end_sessions(user: User) -> None:
    signed_in = UserSession.objects.filter(user_id=user.pk)
    Session.objects.filter(session_key__in=list(signed_in.values_list("session_key", flat=True))).delete()
    signed_in.delete()


def lock_worker(user_id: int) -> None:
    """Inside the caller's deed: of several deeds that count what one person did, one goes first."""
    list(User.objects.select_for_update().filter(pk=user_id).values_list("pk"))


def forget_ended_sessions(*, now: dt.datetime) -> int:
    """Sessions that have run out, with the words they kept, and where they were signed in; how many sessions."""
    with transaction.atomic():
        ended, _ = Session.objects.filter(expire_date__lte=now).delete()
        UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    return ended
