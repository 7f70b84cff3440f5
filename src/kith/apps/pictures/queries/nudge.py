"""When a picture was last drawn with a child, for the child's page."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import QuerySet

from kith.apps.access.queries import Cut, day_of, uncovered
from kith.apps.agencies.projections import Actor
from kith.apps.pictures.actions import READ
from kith.apps.pictures.listing import list_words
from kith.apps.pictures.models import Picture
from kith.apps.pictures.queries.drawn import ANY, may
from kith.apps.pictures.sight import PICTURE
from kith.apps.records.base import Written, prepared
from kith.kernel.days import day_words, months_ago

LOOK_AGAIN = dt.timedelta(days=183)


def pictures_note(actor: Actor, child_ref: str, *, called: str, now: dt.datetime) -> str | None:
    """In a sentence; none for whoever may not see pictures of the child.

    A picture of a relative's view counts for nobody here: its day would tell of it where the relative may not be seen.
    """
    cut = Cut(actor, READ, now=now)
    if not may(actor, READ, child_ref, now=now, kind=PICTURE if cut.tells_kinds_apart else ANY):
        return None
    days = [row.drawn_on for row in _last_drawn(child_ref=child_ref, closed=cut.closed_refs)]
    return _in_words(days[0] if days else None, called, day_of(now))


def note_at(
    actor: Actor,
    child_ref: str,
    *,
    called: str,
    now: dt.datetime,
    steps: Iterable[str] = (),
    meetings: Iterable[str] = (),
) -> str | None:
    """The same where an assessment, a review or an end is recorded: it is looked at with them first."""
    on_file = list_words()["nudge"]
    if not {*steps} & {*on_file["steps"]} and not {*meetings} & {*on_file["meetings"]}:
        return None
    return pictures_note(actor, child_ref, called=called, now=now)


@prepared
def _last_drawn(*, child_ref: str, closed: Written) -> QuerySet[Picture]:
    standing = Picture.objects.filter(subject__ref=child_ref, withdrawn_at=None, view_of=None)
    return uncovered(standing, closed).order_by("-drawn_on", "-pk")[:1]


def _in_words(last: dt.date | None, called: str, today: dt.date) -> str:
    if last is None:
        return f"No picture has been drawn with {called} yet."
    if today - last >= LOOK_AGAIN:
        return f"The network was last drawn {months_ago(last, today)}. Look at it again together."
    return f"Last drawn on {day_words(last)}."
