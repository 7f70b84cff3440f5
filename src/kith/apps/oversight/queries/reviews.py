"""Emergency looks for their reviewers: who, at whom, why, and what was opened while it lasted."""

import datetime as dt
from collections.abc import Iterable

from kith.apps.access.projections import LookCard
from kith.apps.access.queries import look_to_review, looks_to_review, require_review_queue, suspended_colleagues
from kith.apps.agencies.projections import Actor
from kith.apps.audit.projections import ActorRow
from kith.apps.audit.queries import rows_of
from kith.apps.audit.services import note_listed
from kith.apps.oversight.projections import SOMEBODY, LookReview, Opened, ReviewQueue
from kith.apps.oversight.words import page_words
from kith.apps.people.queries import names_of

HOWS = ("opened", "changed", "listed", "refused")
MOST_PAGES = 10


def review_queue(actor: Actor, *, now: dt.datetime) -> ReviewQueue:
    require_review_queue(actor, now=now)
    looks = looks_to_review(actor, now=now)
    names = _names(actor, looks, now)
    return ReviewQueue(
        reviews=tuple(LookReview(look=look, person=names.get(look.subject_ref, SOMEBODY)) for look in looks),
        suspended=suspended_colleagues(actor, now=now),
    )


def review_page(actor: Actor, look_ref: str, *, now: dt.datetime) -> LookReview:
    look = look_to_review(actor, look_ref, now=now)
    opened, has_more = _opened(look)
    person = _names(actor, [look], now).get(look.subject_ref, SOMEBODY)
    return LookReview(look=look, person=person, opened=opened, has_more=has_more)


def _names(actor: Actor, looks: Iterable[LookCard], now: dt.datetime) -> dict[str, str]:
    refs = {look.subject_ref for look in looks}
    note_listed(refs)
    return names_of(actor, refs, now=now)


def _opened(look: LookCard) -> tuple[tuple[Opened, ...], bool]:
    """What the looker did about this one person while the look lasted, in order; other people stay out of it."""
    pages = [rows_of(look.looker_ref, since=look.opened_at, until=look.until_at, page=1)]
    while pages[-1].has_more and len(pages) < MOST_PAGES:
        number = len(pages) + 1
        pages.append(rows_of(look.looker_ref, since=look.opened_at, until=look.until_at, page=number))
    rows = [row for page in pages for row in page.lines if _how(row, look.subject_ref)]
    told = tuple(Opened(row.at, page_words(row.event, _how(row, look.subject_ref))) for row in reversed(rows))
    return told, pages[-1].has_more or pages[-1].is_capped


def _how(row: ActorRow, subject_ref: str) -> str:
    return next((how for how in HOWS if subject_ref in getattr(row, how)), "")
