"""The second step of signing in: who has which, who must have one, and how its secrets are stored."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils.crypto import salted_hmac

from kith.apps.installation.queries import installation_facts
from kith.apps.records.base import open_sealed, seal

PURPOSE = "second step"
REAL = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
NOT_RIGHT = "That code is not right. A code lasts 30 seconds: wait for the next one."


class SecondSteps(DefaultMFAAdapter):
    """Secrets are sealed under the field key; a passkey knows its owner by ref."""

    error_messages = {**DefaultMFAAdapter.error_messages, "incorrect_code": NOT_RIGHT}

    def encrypt(self, text: str) -> str:
        return seal(text, purpose=PURPOSE, bound_to=PURPOSE)

    def decrypt(self, encrypted_text: str) -> str:
        return open_sealed(encrypted_text, purpose=PURPOSE, bound_to=PURPOSE)

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        return {"id": user.ref.encode(), "display_name": f"{user.given} {user.family}", "name": user.email}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return super().get_public_key_credential_rp_entity() | {"name": "Kith"}

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        return "My passkey"


@dataclass(frozen=True, slots=True)
class Passkey:
    """A passkey as its owner sees it; `key` names it in a form and is nobody else's business."""

    key: str
    name: str
    added_on: dt.datetime


@dataclass(frozen=True, slots=True)
class MySteps:
    """The second steps of one person."""

    app_added_on: dt.datetime | None
    passkeys: tuple[Passkey, ...]
    codes_left: int

    @property
    def has_one(self) -> bool:
        return self.app_added_on is not None or bool(self.passkeys)


def is_demanded() -> bool:
    """Of everybody, before anything else: by setting, and without one wherever the installation is live."""
    wanted = settings.SECOND_FACTOR
    return wanted == "all" or (not wanted and installation_facts().is_live)


def has_second_step(user: Any) -> bool:
    return Authenticator.objects.filter(user_id=user.pk, type__in=REAL).exists()


def has_passkey(user: Any) -> bool:
    return Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.WEBAUTHN).exists()


def steps_of(user: Any) -> MySteps:
    rows = list(Authenticator.objects.filter(user_id=user.pk).order_by("pk"))
    of = {kind: [row for row in rows if row.type == kind] for kind in Authenticator.Type}
    return MySteps(
        app_added_on=of[Authenticator.Type.TOTP][0].created_at if of[Authenticator.Type.TOTP] else None,
        passkeys=tuple(
            Passkey(_key_of(row), row.wrap().name, row.created_at) for row in of[Authenticator.Type.WEBAUTHN]
        ),
        codes_left=sum(len(row.wrap().get_unused_codes()) for row in of[Authenticator.Type.RECOVERY_CODES]),
    )


def passkey_row(user: Any, key: str) -> Authenticator | None:
    rows = Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.WEBAUTHN)
    return next((row for row in rows if _key_of(row) == key), None)


def app_row(user: Any) -> Authenticator | None:
    return Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).first()


def _key_of(row: Authenticator) -> str:
    return salted_hmac("kith.web.account.passkey", str(row.pk), algorithm="sha256").hexdigest()[:26]
