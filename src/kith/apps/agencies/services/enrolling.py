"""Somebody new: entered without a role, with a code that works once and lets them choose their own password.

Whoever entered them knows the code and never the password. A role is given afterwards, by two people.
"""

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth.hashers import check_password, make_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from kith.apps.agencies import events
from kith.apps.agencies.models import FirstCode, Organisation, User
from kith.apps.agencies.queries import actor_for
from kith.apps.audit.projections import Doer
from kith.apps.audit.services import load
from kith.kernel.errors import KithError
from kith.kernel.spoken_secrets import new_spoken_secret
from kith.kernel.text import LIMITS, cleaned

CODE_LASTS = dt.timedelta(days=3)
LONGEST_NAME = 100


class CannotEnrol(KithError):
    """Somebody cannot be entered so; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody to be entered: what people call them, and where they sign in."""

    name: str
    email: str
    job_title: str = ""

    @property
    def given_and_family(self) -> tuple[str, str]:
        """The last word is the family name; of somebody with one name it is that."""
        given, _, family = self.name.rpartition(" ")
        return given, family

    def checked(self) -> "Newcomer":
        return Newcomer(
            checked_line(self.name, "The name"),
            checked_email(self.email),
            cleaned(self.job_title, limit=LONGEST_NAME),
        )


def checked_line(text: str, what: str, *, limit: int = LONGEST_NAME) -> str:
    """One line of text that is not empty."""
    try:
        line = cleaned(text, limit=limit)
    except KithError as problem:
        raise CannotEnrol(f"{what} cannot be kept so. {problem.message}") from None
    if not line:
        raise CannotEnrol(f"{what} is empty. Write it and try again.")
    return line


def checked_email(text: str) -> str:
    email = checked_line(text, "The email address", limit=LIMITS["email"])
    try:
        validate_email(email)
    except ValidationError:
        raise CannotEnrol(f"“{email}” is not an email address. Write it like ana.marsh@council.example.") from None
    return email


def enrol(*, by: Doer, newcomer: Newcomer, agency: str, now: dt.datetime) -> str:
    """Enter somebody in an agency that is there, named as it is written there; the code to hand them."""
    person = newcomer.checked()
    organisation = Organisation.objects.filter(name__iexact=agency.strip()).order_by("pk").first()
    if organisation is None:
        names = ", ".join(Organisation.objects.order_by("sort_key", "pk").values_list("name", flat=True))
        raise CannotEnrol(f"No agency here is called so. There are: {names}.")
    if User.objects.filter(email__iexact=person.email).exists():
        raise CannotEnrol("Somebody with this email address is entered already.")
    given, family = person.given_and_family
    with transaction.atomic():
        user = User(
            email=person.email,
            given=given,
            family=family,
            job_title=person.job_title,
            organisation=organisation,
            password=make_password(None),
        )
        user.save(force_insert=True)
        return new_code_for(user.pk, by=by, now=now, event=events.ENROLLED)


def renew_first_code(*, by: Doer, email: str, now: dt.datetime) -> str:
    """A new code for somebody who has not chosen a password yet; an earlier one stops working."""
    user = User.objects.filter(email__iexact=email.strip(), is_active=True).first()
    if user is None:
        raise CannotEnrol("Nobody who works here has this email address.")
    if user.has_usable_password():
        raise CannotEnrol("They have chosen their password already, so no new code is made.")
    return new_code_for(user.pk, by=by, now=now, event=events.CODE_RENEWED)


def new_code_for(user_id: int, *, by: Doer, now: dt.datetime, event: str) -> str:
    user = User.objects.get(pk=user_id)
    with load(event, by=by, now=now, payload={"user": user.ref}):
        return code_within(user_id, now=now)


def code_within(user_id: int, *, now: dt.datetime) -> str:
    """The same as a part of the caller's deed. A password they have goes on until they choose the new one."""
    code = new_spoken_secret()
    FirstCode.objects.filter(user_id=user_id).delete()
    FirstCode(user_id=user_id, code_hash=make_password(code), until_at=now + CODE_LASTS).save(force_insert=True)
    return code


def choose_first_password(*, email: str, code: str, password: str, now: dt.datetime) -> bool:
    """The newcomer's own password in exchange for the code. Whatever is wrong, the answer is one and takes as long."""
    with transaction.atomic():
        row = _code_of(email.strip(), now)
        if row is None:
            make_password(code)  # as slow as a look at a code that is there
            return False
        if not check_password(_as_made(code), row.code_hash):
            return False
        user = row.user
        with load(events.CODE_USED, by=actor_for(user, on=now.date()), now=now, payload={}):
            user.set_password(password)
            user.save(update_fields=["password"])
            row.delete()
    return True


def _code_of(email: str, now: dt.datetime) -> FirstCode | None:
    rows = FirstCode.objects.select_for_update(of=("self",)).select_related("user__organisation")
    return rows.filter(user__email__iexact=email, user__is_active=True, until_at__gt=now).first()


def _as_made(code: str) -> str:
    """As it was made, however it was copied: capitals, and spaces for dashes."""
    return "-".join(code.casefold().replace("-", " ").split())
