"""The function of each line of the timetable; its answer says what came of it, in counts and never in names."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

from django.conf import settings

from kith.apps.access.queries import overdue_work
from kith.apps.access.services import note_unread_seals
from kith.apps.agencies.projections import Schedule
from kith.apps.agencies.services import forget_ended_sessions
from kith.apps.audit.services import chain_journal, hand_out_heads
from kith.apps.chronologies.services import forget_brought
from kith.apps.drafts.services import forget_drafts
from kith.apps.files.services import sweep_orphans
from kith.apps.people.services import detect_conflicts
from kith.apps.sentences.services import look_for_children
from kith.apps.supervision.services import remind
from kith.kernel.errors import KithError

BY = Schedule()


class JournalDoesNotHold(KithError):
    """Somebody changed the emergency journal."""


def heads(now: dt.datetime) -> str:
    if not settings.HEADS_DIR:
        return "No second agency keeps them: KITH_HEADS_DIR is not set."
    written = hand_out_heads(Path(settings.HEADS_DIR), now=now)
    return f"{_number(written, 'head')} written." if written else "Nothing new since the last."


def journal(now: dt.datetime) -> str:
    found = chain_journal(by=BY, now=now)
    if found.fault:
        raise JournalDoesNotHold(f"The emergency journal does not hold: {found.fault}. It is kept as it is.")
    return f"{_number(found.chained, 'look')} went onto the record." if found.chained else "Nothing waits."


def sessions(now: dt.datetime) -> str:
    return f"{forget_ended_sessions(now=now):,} forgotten."


def waiting(now: dt.datetime) -> str:
    work = overdue_work(now=now)
    if not (work.reviews or work.seals):
        return "None."
    reviews = f"{_number(work.reviews, 'review')} of emergency looks, {work.escalated:,} of them escalated"
    return f"{reviews}; {_number(work.seals, 'seal')} to be confirmed."


def lists(now: dt.datetime) -> str:
    found = note_unread_seals(by=BY, now=now)
    return f"{_number(found, 'seal')} that nobody can read." if found else "None."


def together(now: dt.datetime) -> str:
    found, gone = look_for_children(by=BY, now=now)
    return f"{found:,} found, {gone:,} not so any more." if found or gone else "Nothing new."


def conflicts(now: dt.datetime) -> str:
    found = detect_conflicts(by=BY, now=now)
    return f"{found:,} found." if found else "Nothing new."


def store(now: dt.datetime) -> str:
    removed = sweep_orphans(by=BY, now=now)
    return f"{removed:,} removed." if removed else "None."


def tables(now: dt.datetime) -> str:
    gone = forget_brought(by=BY, now=now)
    return f"{gone:,} destroyed." if gone else "None."


def reminders(now: dt.datetime) -> str:
    told = remind(by=BY, now=now)
    if told is None:
        return "No mail is set up: KITH_MAIL_URL is not set. What waits stands on everybody’s own page."
    return f"{_number(told, 'person')} told.".replace("persons", "people") if told else "Nothing new."


def drafts(now: dt.datetime) -> str:
    gone = forget_drafts(by=BY, now=now)
    return f"{gone:,} destroyed." if gone else "None."


TABLE: Mapping[str, Callable[[dt.datetime], str]] = {
    "heads": heads,
    "journal": journal,
    "sessions": sessions,
    "waiting": waiting,
    "lists": lists,
    "together": together,
    "conflicts": conflicts,
    "tables": tables,
    "store": store,
    "reminders": reminders,
    "drafts": drafts,
}


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"
