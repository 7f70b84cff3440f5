"""Editions of a chronology and its review, each through the cut of today as well as that of their day."""

import datetime as dt
from collections.abc import Iterable, Iterator

from kith.apps.access.queries import require
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards
from kith.apps.audit.services import note_opened
from kith.apps.chronologies.actions import ANALYSE, EXPORT, PUBLISH, READ
from kith.apps.chronologies.editions import called as names_of_editions
from kith.apps.chronologies.editions import edition_of, rows_of_the_day
from kith.apps.chronologies.models import Analysis, Edition
from kith.apps.chronologies.projections import AnalysisCard, EditionCard, EditionPage, EditionsPage, ReviewRow
from kith.apps.chronologies.queries.stories import row_of, story_of
from kith.apps.chronologies.sight import EVENT, may_do, may_read_with
from kith.apps.chronologies.told import Reader, merged_cards, row_cards
from kith.apps.people.queries import Texts, sieve

COLUMNS = ("comment", "expected", "actual")


def editions_of(actor: Actor, child_ref: str, *, now: dt.datetime) -> EditionsPage:
    """For whoever reads the chronology."""
    decision = require(actor, READ, child_ref, now=now, kind=EVENT)
    note_opened(child_ref, decision=decision)
    rows = Edition.objects.filter(subject__ref=child_ref).order_by("-published_at", "-pk")
    return EditionsPage(
        editions=tuple(_cards(actor, child_ref, rows, now)),
        may_publish=may_read_with(actor, PUBLISH, child_ref, now=now),
    )


def _cards(actor: Actor, child_ref: str, rows: Iterable[Edition], now: dt.datetime) -> Iterator[EditionCard]:
    rows = list(rows)
    names = names_of_editions(Edition.objects.filter(subject__ref=child_ref))
    says, workers = sieve(actor, [child_ref], now=now), worker_cards({row.published_by_id for row in rows})
    for row in rows:
        yield EditionCard(
            ref=row.ref,
            called=names[row.pk],
            what_for=says(row.what_for, by=row.published_by_id),
            published_by=workers[row.published_by_id].at_agency,
            published_at=row.published_at,
        )


def edition_page(actor: Actor, child_ref: str, edition_ref: str, *, called: str, now: dt.datetime) -> EditionPage:
    """The rows as they stood on the day of the edition, of those that are open to the reader now and were then."""
    decision = require(actor, READ, child_ref, now=now, kind=EVENT)
    note_opened(child_ref, decision=decision)
    edition = edition_of(child_ref, edition_ref)
    reader = Reader(actor, child_ref, called, now)
    entries, of_the_day = rows_of_the_day(edition, reader)
    rows, _ = merged_cards(tuple(row_cards(entries, of_the_day, reader)))
    (card,) = _cards(actor, child_ref, [edition], now)
    return EditionPage(edition=card, rows=rows, may_take=may_do(actor, EXPORT, child_ref, now=now))


def review_of(actor: Actor, child_ref: str, *, called: str, now: dt.datetime) -> tuple[ReviewRow, ...]:
    """Every row that the reviewer reads, with the columns of the review."""
    require(actor, ANALYSE, child_ref, now=now, kind=EVENT)
    story = story_of(actor, child_ref, called=called, now=now)
    found = _analyses(actor, child_ref, [row.ref for row in story.rows], now)
    return tuple(ReviewRow(row=row, analysis=found.get(row.ref, AnalysisCard())) for row in story.rows)


def review_row(actor: Actor, child_ref: str, row_ref: str, *, called: str, now: dt.datetime) -> ReviewRow:
    """One of them, for its form."""
    require(actor, ANALYSE, child_ref, now=now, kind=EVENT)
    card, _ = row_of(actor, child_ref, row_ref, called=called, now=now)
    return ReviewRow(row=card, analysis=_analyses(actor, child_ref, [row_ref], now).get(row_ref, AnalysisCard()))


def _analyses(actor: Actor, child_ref: str, refs: list[str], now: dt.datetime) -> dict[str, AnalysisCard]:
    rows = list(Analysis.objects.filter(entry__ref__in=refs).select_related("entry"))
    texts, workers = Texts(actor, [child_ref], now=now), worker_cards({row.recorded_by_id for row in rows})
    return {
        row.entry.ref: AnalysisCard(
            by=workers[row.recorded_by_id].at_agency,
            at=row.recorded_at,
            version=row.version,
            **texts.shown(row, COLUMNS),
        )
        for row in rows
    }
