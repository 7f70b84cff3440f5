"""Commands that act for a worker, whom `--by` names: it is believed, and so the record says that a command did it."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from kith.apps.access.queries import day_of
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import actor_by_email
from kith.apps.audit.services import from_command
from kith.kernel.errors import KithError


class CannotAct(KithError):
    """Nobody of that name works here."""


@contextmanager
def acting(command: str, email: str, now: dt.datetime) -> Iterator[Actor]:
    """The worker; every row that is written meanwhile names the command."""
    actor = actor_by_email(email, on=day_of(now))
    if actor.is_nobody:
        raise CannotAct("Nobody works here under that e-mail address. Give the address they sign in with.")
    with from_command(f"kith {command}"):
        yield actor
