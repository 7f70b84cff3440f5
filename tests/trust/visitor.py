"""A browser for journeys: signed in as a worker, remembering every byte that came back."""

import re
from dataclasses import dataclass, field
from typing import Any

from django.test import Client
from django.utils import timezone

from kith.apps.agencies.models import User
from kith.testing.factories import email_of
from kith.web.account.sessions import CONFIRMED

TOKEN = re.compile(rb'(name="csrfmiddlewaretoken" value=")[A-Za-z0-9]{64}')
# The key of a new app with codes, as a picture and to type, and that of a tablet: drawn anew each time, so it may look
# like anything.
NEW_KEY = re.compile(
    rb'(class="kith-scan" src=")[^"]+|(kith-key">)[^<]+|("queue_key": ")[^"]+|(data-key=")[^"]+'
    rb'|("id": ")[0-9a-f]{26}(?=", "name")'  # what a tablet calls somebody, made of a key of its own
)
COOKIE = re.compile(r"(__Host-kith-(?:csrf|session))=[^;]+")


@dataclass(frozen=True, slots=True)
class Answer:
    """One response without what differs every time: tokens of forms, and values of cookies."""

    asked: str
    status: int
    headers: tuple[tuple[str, str], ...]
    cookies: tuple[str, ...]
    body: bytes


@dataclass(slots=True)
class Visitor:
    """Sends requests and keeps the answers."""

    client: Client
    answers: list[Answer] = field(default_factory=list)

    def get(self, path: str, **query: str) -> Answer:
        return self._keep(f"GET {path} {query}", self.client.get(path, query))

    def head(self, path: str) -> Answer:
        return self._keep(f"HEAD {path}", self.client.head(path))

    def post(self, path: str, **data: Any) -> Answer:
        """Post, and open the page that the answer leads to."""
        answer = self._keep(f"POST {path} {data}", self.client.post(path, data))
        where = dict(answer.headers).get("Location")
        if where:
            self.get(where)
        return answer

    def _keep(self, asked: str, response: Any) -> Answer:
        answer = Answer(
            asked=asked,
            status=response.status_code,
            headers=tuple(sorted(response.headers.items())),
            cookies=tuple(sorted(COOKIE.sub(r"\1=", morsel.OutputString()) for morsel in response.cookies.values())),
            body=NEW_KEY.sub(rb"\1\2\3\4\5", TOKEN.sub(rb"\1", response.content)),
        )
        self.answers.append(answer)
        return answer


def visitor(worker_key: str = "") -> Visitor:
    """Signed in as a worker, or nobody."""
    client = Client(raise_request_exception=False)
    if worker_key:
        sign_in(client, worker_key)
    return Visitor(client)


def sign_in(client: Client, worker_key: str) -> None:
    """As if the worker had just given their password: they have also confirmed that it is them."""
    client.force_login(User.objects.get(email=email_of(worker_key)))
    session = client.session
    session[CONFIRMED] = int(timezone.now().timestamp())
    session.save()
