"""Publishing a family copy to one named reader, and ending it at once."""

import datetime as dt
from collections.abc import Collection, Iterable

from django.contrib.auth.hashers import make_password

from kith.apps.access import events
from kith.apps.access.actions import END_LINK, PUBLISH_LINK
from kith.apps.access.cutting import Unsealed
from kith.apps.access.links import MOST_DAYS, MOST_VISITS, PURPOSE, REVOKED, hash_of, new_code, new_token
from kith.apps.access.models import LinkSubject, ShareLink, Subject
from kith.apps.access.projections import NewLink, PublishedLink
from kith.apps.access.queries.seals import is_kept_from
from kith.apps.access.requiring import NothingHere, require
from kith.apps.access.rules import NOTHING_HERE
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed, deed, refuse
from kith.apps.records.base import seal as sealed_text
from kith.kernel.decisions import refused
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned

READER_PARTS = ("young_person", "parent", "family")


class CannotPublish(KithError):
    """This copy may not leave for this reader, or not for so long."""


class CannotEndLink(KithError):
    """It has ended already."""


def publish_link(
    *,
    by: Actor,
    link: NewLink,
    snapshot: str,
    told: Collection[tuple[str, str]],
    contact: str = "",
    now: dt.datetime,
) -> PublishedLink:
    """Store a snapshot for one reader; the secrets come back this once.

    `told` says whom and what the snapshot tells of: (subject's ref, record's ref or nothing) each; `contact` what the
    publisher answered about whether it is safe that the reader has it.
    """
    decision = require(by, PUBLISH_LINK, link.subject_ref, now=now)
    _require_sound(link)
    subjects = {ref for ref, _ in told} | {link.subject_ref}
    token, code = new_token(), new_code()
    with deed(events.LINK_PUBLISHED, by=by, now=now, decision=decision, subjects=[link.subject_ref]) as act:
        _require_free_for(link.reader_ref, subjects, [record for _, record in told if record], now=now)
        row = _row(link, by=by, now=now, token=token, code=code)
        row.snapshot = sealed_text(snapshot, purpose=PURPOSE, bound_to=row.ref)
        row.save(force_insert=True)
        _note_told(row, {(ref, "") for ref in subjects} | set(told))
        act.notes(link=row.ref, reader=link.reader_ref, part=link.reader_part, days=link.days, visits=link.visits)
        act.changed(link.subject_ref, after={"told_of": sorted(subjects), "code_for": link.code_for})
        _note_contact(act, link.reader_ref, contact)
    return PublishedLink(ref=row.ref, token=token, code=code, expires_at=row.expires_at)


def hand_over(
    *,
    by: Actor,
    subject_ref: str,
    reader_ref: str,
    told: Collection[tuple[str, str]],
    contact: str = "",
    is_on_paper: bool = True,
    now: dt.datetime,
) -> None:
    """A copy is printed for one reader, or read together with them, on the conditions of a link; what is on paper no
    later seal can take back."""
    decision = require(by, PUBLISH_LINK, subject_ref, now=now)
    subjects = {ref for ref, _ in told} | {subject_ref}
    event = events.HANDED_OVER if is_on_paper else events.READ_TOGETHER
    with deed(event, by=by, now=now, decision=decision, subjects=[subject_ref]) as act:
        _require_free_for(reader_ref, subjects, [record for _, record in told if record], now=now)
        act.notes(reader=reader_ref)
        act.changed(subject_ref, after={"told_of": sorted(subjects)})
        _note_contact(act, reader_ref, contact)


def _note_contact(act: Deed, reader_ref: str, contact: str) -> None:
    if contact:
        act.changed(reader_ref, after={"contact": contact})


def _require_sound(link: NewLink) -> None:
    if not 1 <= link.days <= MOST_DAYS:
        raise CannotPublish(f"A link is open for 1 to {MOST_DAYS} days. Choose again.")
    if not 1 <= link.visits <= MOST_VISITS:
        raise CannotPublish(f"A link opens 1 to {MOST_VISITS} times. Choose again.")
    if link.reader_part not in READER_PARTS or (link.reader_part == "young_person") != (
        link.reader_ref == link.subject_ref
    ):
        raise CannotPublish("Say whether the page is for the child or for somebody of the family.")


def _require_free_for(reader_ref: str, subjects: Iterable[str], records: Collection[str], *, now: dt.datetime) -> None:
    """Nothing sealed leaves, whoever publishes; and nothing goes to somebody from whom anything here is kept.

    One sentence for all of it: which seal it is, and whether there is one, is not said.
    """
    everybody = {*subjects, reader_ref}
    there = set(Subject.objects.filter(ref__in=everybody, merged_into=None).values_list("ref", flat=True))
    cut = Unsealed(now=now)
    is_sealed = cut.closed_subjects(everybody) or cut.closed_records(records)
    if there != everybody or is_sealed or any(is_kept_from(ref, reader_ref, now=now) for ref in everybody):
        raise CannotPublish("We cannot make this page for this person. Talk with your manager before you go on.")


def _row(link: NewLink, *, by: Actor, now: dt.datetime, token: str, code: str) -> ShareLink:
    subjects = {s.ref: s for s in Subject.objects.filter(ref__in=[link.subject_ref, link.reader_ref])}
    return ShareLink(
        subject=subjects[link.subject_ref],
        reader=subjects[link.reader_ref],
        reader_part=link.reader_part,
        page_set=link.page_set,
        token_hash=hash_of(token),
        code_hash=make_password(code),
        code_for=cleaned(link.code_for, limit=LIMITS["name"]),
        is_easy_read=link.is_easy_read,
        published_by_id=by.id,
        published_at=now,
        expires_at=now + dt.timedelta(days=link.days),
        most_visits=link.visits,
    )


def _note_told(row: ShareLink, told: Collection[tuple[str, str]]) -> None:
    keys = dict(Subject.objects.filter(ref__in={ref for ref, _ in told}).values_list("ref", "pk"))
    LinkSubject.objects.bulk_create(
        LinkSubject(link=row, subject_id=keys[ref], record_ref=record) for ref, record in sorted(told)
    )


def end_link(*, by: Actor, link_ref: str, now: dt.datetime) -> None:
    """Close it at once: also for whoever has it open, from their next click."""
    row = ShareLink.objects.filter(ref=link_ref).select_related("subject").first()
    if row is None:
        refuse(END_LINK.name, by=by, now=now, decision=refused("R0", NOTHING_HERE))
        raise NothingHere
    decision = require(by, END_LINK, row.subject.ref, now=now)
    with deed(events.LINK_ENDED, by=by, now=now, decision=decision, subjects=[row.subject.ref]) as act:
        ended = ShareLink.objects.filter(pk=row.pk, ended_at=None).update(
            ended_at=now, ended_why=REVOKED, ended_by_id=by.id
        )
        if not ended:
            raise CannotEndLink("That link has ended already.")
        act.notes(link=link_ref)
