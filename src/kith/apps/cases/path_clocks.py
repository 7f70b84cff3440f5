"""The clocks of a child's path as cards, each with the reasons for delay that stand beside it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kith.apps.access.queries import day_of
from kith.apps.agencies.queries import worker_cards
from kith.apps.cases.clocks import clock_of_run
from kith.apps.cases.delays import reasons
from kith.apps.cases.models import DelayReason, PathStep
from kith.apps.cases.path import clocks_after
from kith.apps.cases.projections import ClockCard, DelayCard
from kith.apps.cases.steps import Keeps, as_taken
from kith.apps.people.queries import Says
from kith.kernel.coming_back import has_come


def clocks_of_path(
    rows: Sequence[PathStep], says: Says, *, keeps: Keeps, now: dt.datetime
) -> tuple[list[ClockCard], list[ClockCard]]:
    """Those that run, and those that have ended, of the steps that stand.

    A clock is explained by whoever keeps the step that began it.
    """
    standing = [row for row in rows if row.withdrawn_at is None]
    runs = clocks_after([as_taken(row) for row in standing])
    known = _reasons_of({run.begun for run in runs}, says, now)
    kept = {row.ref for row in standing if keeps(row.step)}
    writers = {row.ref: row.recorded_by_id for row in standing}
    open_ones: list[ClockCard] = []
    ended: list[ClockCard] = []
    for run in runs:
        beside = _last_is_due(known[run.begun, run.rule], is_open=run.is_open)
        card = clock_of_run(run, now=now, reasons=beside, may_keep=run.begun in kept)
        (open_ones if run.is_open else ended).append(replace(card, delay=says(card.delay, by=writers[run.begun])))
    return open_ones, ended


def _last_is_due(cards: Sequence[DelayCard], *, is_open: bool) -> tuple[DelayCard, ...]:
    """Whoever records another reason has looked at the one before; of a clock that has ended nobody looks at any."""
    last = next((card.ref for card in reversed(cards) if not card.is_taken_out), "")
    return tuple(replace(card, is_look_due=card.is_look_due and is_open and card.ref == last) for card in cards)


def _reasons_of(
    step_refs: Iterable[str], says: Says, now: dt.datetime
) -> defaultdict[tuple[str, str], list[DelayCard]]:
    """By the step and the rule of their clock, in the order in which they were recorded."""
    rows = list(DelayReason.objects.filter(step__ref__in=list(step_refs)).select_related("step").order_by("pk"))
    workers = worker_cards({row.recorded_by_id for row in rows})
    found: defaultdict[tuple[str, str], list[DelayCard]] = defaultdict(list)
    for row in rows:
        card = DelayCard(
            ref=row.ref,
            says=reasons()[row.reason],
            words=says(row.words, by=row.recorded_by_id),
            done=says(row.done, by=row.recorded_by_id),
            agreed_by=says(row.agreed_by, by=row.recorded_by_id),
            look_again_on=row.look_again_on,
            is_look_due=has_come(row.look_again_on, day_of(now)),
            by=workers[row.recorded_by_id].at_agency,
            at=row.recorded_at,
            is_taken_out=row.withdrawn_at is not None,
        )
        found[row.step.ref, row.rule].append(card)
    return found
