"""Telling people by mail that something waits for them."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from email.utils import make_msgid
from smtplib import SMTPException, SMTPRecipientsRefused
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from kith.apps.agencies.queries import mail_addresses, worker_refs
from kith.apps.audit.projections import Doer
from kith.apps.audit.services import load
from kith.apps.outbox import events
from kith.apps.outbox.models import Told
from kith.kernel.errors import KithError

SUBJECT = "Something waits for you in Kith"
TEXT = """Something waits for you in Kith.

Sign in the way you always do to see what it is. This message does not say, and holds no link.
If somebody may be in danger now, do not wait for a message: ring 999, or the front door.
"""


class CannotSend(KithError):
    """The mail server did not take a message."""


def tell_of_waiting(
    *, by: Doer, waiting: Mapping[int, Collection[str]], again_after: dt.timedelta, now: dt.datetime
) -> int:
    """How many people were told. `waiting` holds by worker's key what waits for them, each as a kind with a ref.

    Each thing is told of at once, and again after a while; one message a person, whatever waits.
    """
    told = _told_lately({one for one, things in waiting.items() if things}, now - again_after)
    due = {one: set(things) - told.get(one, set()) for one, things in waiting.items()}
    addresses = mail_addresses([one for one, things in due.items() if things])
    sent, is_broken = _sent(addresses)
    _note({one: due[one] for one in sent}, by=by, now=now)
    if is_broken:
        raise CannotSend(
            f"The mail server did not take a message. {len(sent):,} were sent; the others are tried again."
        )
    return len(sent)


def _told_lately(user_ids: Collection[int], since: dt.datetime) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    rows = Told.objects.filter(user_id__in=user_ids, told_at__gt=since)
    for user_id, about in rows.values_list("user_id", "about"):
        found.setdefault(user_id, set()).add(about)
    return found


def _sent(addresses: Mapping[int, str]) -> tuple[list[int], bool]:
    """Who was sent a message, and whether the server gave up. One refused address stops nobody else's."""
    done: list[int] = []
    connection = get_connection()
    for user_id, address in sorted(addresses.items()):
        try:
            _message(address, connection).send()
        except SMTPRecipientsRefused:
            continue
        except (SMTPException, OSError):
            return done, True
        done.append(user_id)
    return done, False


def _message(address: str, connection: Any) -> EmailMessage:
    """Without the name of the machine, which Django would write into its number."""
    sender = settings.DEFAULT_FROM_EMAIL
    headers = {
        "Message-ID": make_msgid(domain=sender.rpartition("@")[2].strip("> ")),
        "Auto-Submitted": "auto-generated",
    }
    return EmailMessage(SUBJECT, TEXT, sender, [address], headers=headers, connection=connection)


def _note(told: Mapping[int, Iterable[str]], *, by: Doer, now: dt.datetime) -> None:
    if not told:
        return
    with load(events.TOLD, by=by, now=now, payload={"workers": sorted(worker_refs(told))}):
        for user_id, things in told.items():
            for about in sorted(things):
                Told.objects.update_or_create(user_id=user_id, about=about, defaults={"told_at": now})
