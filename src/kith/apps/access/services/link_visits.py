"""Opening a family copy: the six digits, a short visit, and the way out. No user is signed in here.

Every answer that is not the copy is the same: a token that never was, that ended or that ran out, and a wrong code.
"""

import datetime as dt
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from kith.apps.access import events
from kith.apps.access.links import (
    IDLE,
    LONGEST_VISIT,
    MOST_WRONG_CODES,
    PURPOSE,
    TOKEN_BYTES,
    WRONG_CODES,
    LinkReader,
    digits_of,
    hash_of,
    is_alive,
    takes_codes,
)
from kith.apps.access.models import LinkSubject, LinkVisit, ShareLink
from kith.apps.access.projections import OpenLink, ShownCopy
from kith.apps.access.requiring import NothingHere
from kith.apps.audit.services import Deed, deed
from kith.apps.records.base import open_sealed
from kith.kernel.decisions import Decision, Level, granted, refused

OPENED = granted(Level.READ, "R7", "A family copy, opened with its code.")
WRITTEN = granted(Level.WRITE, "R7", "Words of whoever reads a family copy, sent with its code.")
NOT_OPENED = refused("R7", "The code was not right.")


class LinkClosed(NothingHere):
    """There is no visit, or it is over, or its link is."""


def open_with_code(*, token: str, code: str, now: dt.datetime) -> str:
    """The secret of a new visit, or nothing. Five wrong codes in all end the link."""
    digits = digits_of(code)
    row = ShareLink.objects.filter(token_hash=hash_of(token)).first()
    if row is None or not takes_codes(row, now):
        check_password(digits, _nobodys_code())  # so that the answer takes as long as for a link that is there
        return ""
    with transaction.atomic():
        row = _locked(row.pk)
        if not takes_codes(row, now):
            return ""
        return _let_in(row, now) if check_password(digits, row.code_hash) else _turn_away(row, now)


@cache
def _nobodys_code() -> str:
    return make_password(secrets.token_urlsafe(TOKEN_BYTES))


def _locked(key: int) -> ShareLink:
    rows = ShareLink.objects.select_for_update(of=("self",))
    return rows.select_related("subject", "reader", "published_by__organisation").get(pk=key)


def _reader_of(row: ShareLink) -> LinkReader:
    return LinkReader(row.ref, row.published_by.organisation.ref)


def _let_in(row: ShareLink, now: dt.datetime) -> str:
    secret = secrets.token_urlsafe(TOKEN_BYTES)
    with deed(events.LINK_OPENED, by=_reader_of(row), now=now, decision=OPENED) as act:
        row.visits += 1
        row.save(update_fields=["visits"])
        LinkVisit(link=row, secret_hash=hash_of(secret), since_at=now, until_at=now + IDLE).save(force_insert=True)
        act.notes(visit=row.visits)
        act.subjects[row.subject.ref] = "opened"
    return secret


def _turn_away(row: ShareLink, now: dt.datetime) -> str:
    with deed(events.LINK_WRONG_CODE, by=_reader_of(row), now=now, decision=NOT_OPENED) as act:
        row.wrong_codes += 1
        if row.wrong_codes >= MOST_WRONG_CODES:
            row.ended_at, row.ended_why = now, WRONG_CODES
        row.save(update_fields=["wrong_codes", "ended_at", "ended_why"])
        act.notes(wrong_codes=row.wrong_codes)
        act.subjects[row.subject.ref] = "refused"
    return ""


def show_copy(*, secret: str, now: dt.datetime) -> ShownCopy | None:
    """The snapshot, while the visit lasts and the link is alive; on record before it leaves."""
    try:
        with _deed_on_visit(events.LINK_SHOWN, secret, now, OPENED) as (row, act):
            told = LinkSubject.objects.filter(link=row).values_list("subject__ref", flat=True)
            act.subjects.update(dict.fromkeys(told, "listed") | {row.subject.ref: "opened"})
            return ShownCopy(
                snapshot=open_sealed(row.snapshot, purpose=PURPOSE, bound_to=row.ref),
                page_set=row.page_set,
                expires_at=row.expires_at,
                link_ref=row.ref,
                is_easy_read=row.is_easy_read,
            )
    except LinkClosed:
        return None


@contextmanager
def deed_of_reader(event: str, *, secret: str, now: dt.datetime) -> Iterator[tuple[OpenLink, Deed]]:
    """What the reader of a copy does, on record under their link; nothing once the visit or the link is over."""
    with _deed_on_visit(event, secret, now, WRITTEN) as (row, act):
        link = OpenLink(
            ref=row.ref,
            subject_ref=row.subject.ref,
            reader_ref=row.reader.ref,
            page_set=row.page_set,
            agency_id=row.published_by.organisation_id,
        )
        yield link, act


@contextmanager
def _deed_on_visit(event: str, secret: str, now: dt.datetime, decision: Decision) -> Iterator[tuple[ShareLink, Deed]]:
    """While the visit lasts and the link, which is locked, is alive; the visit goes on from here."""
    visit = _visit_at(secret, now)
    if visit is None:
        raise LinkClosed
    with transaction.atomic():
        row = _locked(visit.link_id)
        if not is_alive(row, now):
            raise LinkClosed
        with deed(event, by=_reader_of(row), now=now, decision=decision) as act:
            LinkVisit.objects.filter(pk=visit.pk).update(until_at=now + IDLE)
            yield row, act


def _visit_at(secret: str, now: dt.datetime) -> LinkVisit | None:
    """The visit, while it lasts and its link is alive."""
    visits = LinkVisit.objects.filter(secret_hash=hash_of(secret), until_at__gt=now).select_related("link")
    visit = visits.first()
    return visit if visit is not None and _may_go_on(visit, now) else None


def _may_go_on(visit: LinkVisit, now: dt.datetime) -> bool:
    return visit.since_at <= now < visit.since_at + LONGEST_VISIT and is_alive(visit.link, now)


def end_visit(*, secret: str, now: dt.datetime) -> None:
    """Somebody leaves the page: this browser needs the code again."""
    visit = LinkVisit.objects.filter(secret_hash=hash_of(secret), until_at__gt=now).first()
    if visit is None:
        return
    with transaction.atomic():
        row = _locked(visit.link_id)
        with deed(events.LINK_LEFT, by=_reader_of(row), now=now, decision=OPENED):
            LinkVisit.objects.filter(pk=visit.pk).update(until_at=now)
