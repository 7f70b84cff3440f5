"""Who looked at somebody's record, for the person themselves: by day, agency and role, and never by name."""

import datetime as dt
from collections.abc import Iterator, Mapping

from kith.apps.access.events import LINK_SHOWN
from kith.apps.access.queries import (
    NothingHere,
    day_of,
    decide,
    decide_by_role,
    held_back_looks,
    may_be_told_of,
    role_title,
)
from kith.apps.agencies.projections import Actor, WorkerPost
from kith.apps.agencies.queries import worker_posts
from kith.apps.audit.projections import Sighting
from kith.apps.audit.queries import sightings_of
from kith.apps.audit.services import deed, refuse
from kith.apps.oversight import events
from kith.apps.oversight.actions import ANSWER, ANSWER_BY_REF
from kith.apps.oversight.projections import Answer, LookLine
from kith.apps.oversight.words import is_told, kind_told
from kith.kernel.decisions import Decision
from kith.kernel.refs import is_ref

TOLD = ("opened", "listed", "changed")
LONGEST = dt.timedelta(days=365)
PURPOSE = "sar"
POLICE = "police"


def answer_page(actor: Actor, subject_ref: str, *, now: dt.datetime) -> Answer:
    """The last year. Where there is nothing to tell, or nobody of that reference, it is the same empty list."""
    decision = _require(actor, subject_ref, now)
    with deed(events.ANSWERED, by=actor, now=now, decision=decision) as act:
        act.notes(asked_about=subject_ref if is_ref(subject_ref) else "")
    since = now - LONGEST
    lines = _lines(subject_ref, since, now) if may_be_told_of(actor, subject_ref, now=now) else ()
    return Answer(subject_ref=subject_ref, since=day_of(since), until=day_of(now), lines=tuple(lines))


def _require(actor: Actor, subject_ref: str, now: dt.datetime) -> Decision:
    """With a task of answering requests and the right to read; or with a reference that the front door gave."""
    decision = decide(actor, ANSWER, subject_ref, now=now, purpose=PURPOSE)
    by_ref = decide_by_role(actor, ANSWER_BY_REF)
    if not decision.allowed and not by_ref.allowed:
        refuse(ANSWER.name, by=actor, now=now, decision=decision)
        raise NothingHere
    return decision if decision.allowed else by_ref


def _lines(subject_ref: str, since: dt.datetime, until: dt.datetime) -> list[LookLine]:
    """Each once, the newest day first."""
    held = held_back_looks(subject_ref)
    seen = [one for one in _every_sighting(subject_ref, since, until) if not held.holds(one.actor, one.at)]
    posts = worker_posts({one.actor for one in seen})
    told = {line for one in seen if (line := _line(one, posts))}
    return sorted(told, key=lambda line: (-line.on.toordinal(), line.agency, line.role, line.what))


def _line(one: Sighting, posts: Mapping[str, WorkerPost]) -> LookLine | None:
    """Nothing of pages that show nothing of the record, of the police, and of what the system did by itself.

    Of a page behind a link it is never said which agency made it: some agencies' work is held back.
    """
    if one.event == LINK_SHOWN:
        return LookLine(on=day_of(one.at), what=kind_told(one.event, one.how))
    post = posts.get(one.actor)
    if post is None or post.agency_kind == POLICE or not is_told(one.event):
        return None
    what = kind_told(one.event, one.how)
    return LookLine(on=day_of(one.at), agency=post.agency, role=role_title(post.role), what=what)


def _every_sighting(subject_ref: str, since: dt.datetime, until: dt.datetime) -> Iterator[Sighting]:
    """A list ends after some pages; of a time with more, each half is asked for by itself."""
    number, found = 1, sightings_of(subject_ref, since=since, until=until, hows=TOLD)
    pages = [found]
    while found.has_more:
        number += 1
        found = sightings_of(subject_ref, since=since, until=until, hows=TOLD, page=number)
        pages.append(found)
    middle = since + (until - since) / 2
    if found.is_capped and since < middle < until:
        yield from _every_sighting(subject_ref, middle, until)
        yield from _every_sighting(subject_ref, since, middle)
        return
    for page in pages:
        yield from page.lines
