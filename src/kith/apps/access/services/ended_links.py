"""Share links that a new seal, or a newly excluded person, ends: inside the same deed, so that no page outlives it."""

import datetime as dt
from collections.abc import Collection

from django.db.models import Q

from kith.apps.access.models import LinkSubject, LinkVisit, SealScope, ShareLink

SEALED, MERGED, DESTROYED, TAKEN_BACK = "sealed", "merged", "destroyed", "taken_back"


def end_links_over(scopes: Collection[SealScope], *, now: dt.datetime) -> None:
    """Every link whose snapshot tells of a sealed subject or record."""
    whole = [scope.subject_id for scope in scopes if not scope.record_ref]
    records = [scope.record_ref for scope in scopes if scope.record_ref]
    told = LinkSubject.objects.filter(Q(subject_id__in=whole) | Q(record_ref__in=records))
    _end(Q(pk__in=told.values("link_id")) | Q(subject_id__in=whole), now)


def end_links_telling(record_ref: str, *, now: dt.datetime) -> None:
    """Inside a deed: every link whose snapshot tells of a record that was taken back, or is not to go on."""
    told = LinkSubject.objects.filter(record_ref=record_ref).values("link_id")
    _end(Q(pk__in=told), now, why=TAKEN_BACK)


def end_links_of(readers: Collection[int], about: Collection[int], *, now: dt.datetime) -> None:
    """Every link of these readers that tells anything of these subjects."""
    told = LinkSubject.objects.filter(subject_id__in=about).values("link_id")
    _end(Q(reader_id__in=readers) & (Q(pk__in=told) | Q(subject_id__in=about)), now)


def end_links_of_merged(subject_id: int, *, now: dt.datetime) -> None:
    """Every link about, to or telling of somebody who turned out to be somebody else as well: nobody could close it."""
    told = LinkSubject.objects.filter(subject_id=subject_id).values("link_id")
    _end(Q(pk__in=told) | Q(subject_id=subject_id) | Q(reader_id=subject_id), now, why=MERGED)


def destroy_links_of(subject_id: int, *, now: dt.datetime) -> None:
    """Every link about or to somebody is gone, and what another link told of them as well: that one ends, and empty."""
    theirs = ShareLink.objects.filter(Q(subject_id=subject_id) | Q(reader_id=subject_id))
    for rows in (LinkVisit.objects, LinkSubject.objects):
        rows.filter(link__in=theirs.values("pk")).delete()
    theirs.delete()
    telling = LinkSubject.objects.filter(subject_id=subject_id)
    links = set(telling.values_list("link_id", flat=True))
    telling.delete()
    _end(Q(pk__in=links), now, why=DESTROYED)
    ShareLink.objects.filter(pk__in=links).update(snapshot="")


def _end(which: Q, now: dt.datetime, *, why: str = SEALED) -> None:
    ShareLink.objects.filter(which, ended_at=None).update(ended_at=now, ended_why=why)
