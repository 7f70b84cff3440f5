"""What the child’s page and Today say of the path: few prepared questions, and everything of one read."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from kith.apps.access.queries import Asked, day_of, decide, opened_among, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.cases.actions import DISAGREE, READ, STEP
from kith.apps.cases.clocks import clock_of_run
from kith.apps.cases.delays import RUNS, reasons
from kith.apps.cases.lines import line_card
from kith.apps.cases.meetings import meetings
from kith.apps.cases.models import DelayReason, PathStep, StepMeeting
from kith.apps.cases.path import clocks_after
from kith.apps.cases.projections import (
    ChildStatus,
    ClockCard,
    DelayCard,
    DueCard,
    OwnDay,
    PlannedMeeting,
)
from kith.apps.cases.queries.disagreements import notes_about, notes_waiting
from kith.apps.cases.questions import meetings_to_come, reasons_of, standings_of, steps_of
from kith.apps.cases.sight import CONTACT
from kith.apps.cases.steps import as_taken
from kith.apps.people.queries import Says, sieve
from kith.engines.timescales import ClockState
from kith.kernel.coming_back import has_come

MOST_CLOCKS, MOST_NEXT, MOST_DUE = 4, 2, 6
DUE = (ClockState.OVERDUE, ClockState.DUE_TODAY, ClockState.DUE_SOON)
DAYS_SHOWN = 7


def child_status(actor: Actor, child_ref: str, *, now: dt.datetime) -> ChildStatus | None:
    """For a page that has opened the child already; None where the path is not this viewer's to read."""
    if not decide(actor, READ, child_ref, now=now, kind=CONTACT).allowed:
        return None
    key = target_of(child_ref).id
    steps = steps_of(subject_ids=[key])
    clocks = running_clocks(steps, reasons_of(subject_ids=[key]) if steps else (), now=now)
    coming = meetings_to_come(subject_ids=[key], since=day_of(now))
    return ChildStatus(
        line=line_card(standings_of(subject_ids=[key]), [as_taken(row) for row in steps]),
        clocks=tuple(clocks[:MOST_CLOCKS]),
        more_clocks=max(0, len(clocks) - MOST_CLOCKS),
        next=_planned(actor, coming[:MOST_NEXT], now),
        disagreements=notes_about(actor, child_ref, now=now),
        may_step=decide(actor, STEP, child_ref, now=now, kind=CONTACT).allowed,
        may_disagree=decide(actor, DISAGREE, child_ref, now=now, kind=CONTACT).allowed,
    )


def own_day(actor: Actor, own: Mapping[int, str], *, now: dt.datetime) -> OwnDay:
    """About the actor's own children, by their keys and refs, of those whose path they may read."""
    opened = opened_among(actor, READ, own.keys(), Asked(now=now, kind=CONTACT))
    steps = steps_of(subject_ids=opened) if opened else []
    beside = reasons_of(subject_ids=opened) if steps else []
    today = day_of(now)
    due = [
        DueCard(child_ref=own[key], clock=clock, look_again_on=_look_due(clock))
        for key, mine in _by_subject(steps).items()
        for clock in running_clocks(mine, [one for one in beside if one.step.subject_id == key], now=now)
        if clock.state in DUE
    ]
    due.sort(key=lambda card: card.clock.due_on or today)
    coming = meetings_to_come(subject_ids=opened, since=today) if opened else []
    soon = [row for row in coming if row.on_day <= today + dt.timedelta(days=DAYS_SHOWN)]
    return OwnDay(
        due=tuple(due[:MOST_DUE]),
        more_due=max(0, len(due) - MOST_DUE),
        meetings=_planned(actor, soon, now),
        disagreements=notes_waiting(actor, now=now),
    )


def running_clocks(steps: Sequence[PathStep], beside: Iterable[DelayReason], *, now: dt.datetime) -> list[ClockCard]:
    """The clocks of one path that run, what is due first; each with the reasons that stand beside it, without their
    own words: those stand on the path's page."""
    known: dict[tuple[str, str], list[DelayCard]] = defaultdict(list)
    for one in beside:
        known[one.step.ref, one.rule].append(_reason(one, now))
    clocks = []
    for run in clocks_after([as_taken(row) for row in steps]):
        if run.is_open:
            card = clock_of_run(replace(run, delay="", agreed_by=""), now=now)
            clocks.append(replace(card, reasons=tuple(known[run.begun, run.rule])))
    return sorted(clocks, key=lambda card: (card.due_on is None, card.due_on or dt.date.max))


def _reason(row: DelayReason, now: dt.datetime) -> DelayCard:
    return DelayCard(
        ref=row.ref,
        says=reasons()[row.reason],
        words="",
        done="",
        agreed_by="",
        look_again_on=row.look_again_on,
        is_look_due=has_come(row.look_again_on, day_of(now)),
        by="",
        at=row.recorded_at,
        is_taken_out=False,
    )


def _look_due(clock: ClockCard) -> dt.date | None:
    """The last reason says on which day somebody looks again."""
    last = clock.reasons[-1] if clock.reasons and clock.state in RUNS else None
    return last.look_again_on if last and last.is_look_due else None


def _by_subject(steps: Iterable[PathStep]) -> Mapping[int, list[PathStep]]:
    found: dict[int, list[PathStep]] = defaultdict(list)
    for row in steps:
        found[row.subject_id].append(row)
    return found


def _planned(actor: Actor, rows: Collection[StepMeeting], now: dt.datetime) -> tuple[PlannedMeeting, ...]:
    """What somebody wrote of the place is sieved; nothing is asked where nobody wrote anything."""
    written = {row.subject.ref for row in rows if row.place}
    says: Says | None = sieve(actor, written, now=now) if written else None
    return tuple(
        PlannedMeeting(
            says=meetings()[row.kind].says,
            on=row.on_day,
            at=row.at,
            place=says(row.place, by=row.recorded_by_id) if says and row.place else "",
            child_ref=row.subject.ref,
        )
        for row in rows
    )
