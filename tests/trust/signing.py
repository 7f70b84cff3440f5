"""What the tests of signing in share: a small agency, one child, and the codes and passkeys of its workers."""

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import time_machine
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

from kith.testing.factories import (
    NOW,
    Partnership,
    agency,
    child,
    email_of,
    family,
    partnership,
    rolled_back,
    worker,
)

PASSWORD = "heron stands in the shallows"
WORKERS = {"ana": "practitioner", "ben": "practitioner", "fay": "front_door"}


@contextmanager
def small_world() -> Iterator[tuple[time_machine.Traveller, Partnership]]:
    """Ana, Ben and Fay of one agency, all of whom work with Mina; the clock stands still until it is moved."""
    with time_machine.travel(NOW, tick=False) as clock, rolled_back():
        cache.clear()
        made = partnership(
            agencies=[agency("council")],
            workers=[worker(key, role, password=PASSWORD) for key, role in WORKERS.items()],
        )
        made.add([family(child("mina"))])
        for key in WORKERS:
            made.involve("mina", key)
        yield clock, made


def page_of_mina(made: Partnership) -> str:
    return reverse("children:child", args=[made.refs["mina"]])


def sign_in(client: Client, who: str = "ana", password: str = PASSWORD, **more: str) -> HttpResponse:
    return client.post("/sign-in", {"login": email_of(who), "password": password, **more})


def signed_in(who: str = "ana", **browser: Any) -> Client:
    client = Client(**browser)
    assert sign_in(client, who).status_code == 302
    return client


def add_app(client: Client) -> str:
    """Add an app with codes and answer its secret."""
    client.get("/my-sign-in/app")
    secret = client.session["mfa.totp.secret"]
    assert client.post("/my-sign-in/app", {"code": code_of(secret)}).status_code == 302
    return secret


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


@dataclass
class SoftKey:
    """A passkey in memory, as a telephone would hold it."""

    origin: str = "http://localhost"
    secret: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    id: bytes = b"a passkey of a test"
    owner: str = ""

    def made(self, options: dict[str, Any]) -> dict[str, Any]:
        """Answers a page that asks for a new passkey."""
        wanted = options["publicKey"]
        self.owner = wanted["user"]["id"]
        credential = AttestedCredentialData.create(
            b"\0" * 16, self.id, ES256.from_cryptography_key(self.secret.public_key())
        )
        data = AuthenticatorData.create(self._site(wanted["rp"]["id"]), 0x45, 0, credential)
        client_data = self._client_data("webauthn.create", wanted["challenge"])
        attested = AttestationObject.create("none", data, {})
        return self._answer({"clientDataJSON": client_data, "attestationObject": bytes(attested)})

    def shown(self, options: dict[str, Any]) -> dict[str, Any]:
        """Answers a page that asks for the passkey; a finger was checked."""
        wanted = options["publicKey"]
        data = AuthenticatorData.create(self._site(wanted["rpId"]), 0x05, 1)
        client_data = self._client_data("webauthn.get", wanted["challenge"])
        signed = self.secret.sign(bytes(data) + hashlib.sha256(client_data).digest(), ec.ECDSA(SHA256()))
        answer = {"clientDataJSON": client_data, "authenticatorData": bytes(data), "signature": signed}
        made = self._answer(answer)
        made["response"]["userHandle"] = self.owner
        return made

    def _client_data(self, kind: str, challenge: str) -> bytes:
        return bytes(CollectedClientData.create(kind, challenge, self.origin))

    def _answer(self, parts: dict[str, bytes]) -> dict[str, Any]:
        return {
            "id": websafe_encode(self.id),
            "rawId": websafe_encode(self.id),
            "type": "public-key",
            "clientExtensionResults": {},
            "response": {name: websafe_encode(value) for name, value in parts.items()},
        }

    def _site(self, name: str) -> bytes:
        return hashlib.sha256(name.encode()).digest()
