"""One clock of a child's path, for whoever says why it is late or will be."""

import datetime as dt

from kith.apps.access.queries import NothingHere, require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.cases.actions import STEP
from kith.apps.cases.delays import reasons
from kith.apps.cases.models import PathStep
from kith.apps.cases.path_clocks import clocks_of_path
from kith.apps.cases.projections import ClockCard, WhyLatePage
from kith.apps.cases.sight import CONTACT
from kith.apps.cases.steps import steps_kept_by
from kith.apps.people.queries import sieve


def why_late_page(actor: Actor, child_ref: str, step_ref: str, rule: str, *, now: dt.datetime) -> WhyLatePage:
    decision = require(actor, STEP, child_ref, now=now, kind=CONTACT)
    note_opened(child_ref, decision=decision)
    return WhyLatePage(clock=clock_on_path(actor, child_ref, step_ref, rule, now=now), offered=tuple(reasons().items()))


def clock_on_path(actor: Actor, child_ref: str, step_ref: str, rule: str, *, now: dt.datetime) -> ClockCard:
    """For whoever may record steps: the clock of this rule that this step began."""
    rows = list(PathStep.objects.filter(subject_id=target_of(child_ref).id).order_by("on_day", "number"))
    says = sieve(actor, [child_ref], now=now)
    running, ended = clocks_of_path(rows, says, keeps=steps_kept_by(actor), now=now)
    for clock in (*running, *ended):
        if (clock.begun, clock.rule) == (step_ref, rule):
            return clock
    raise NothingHere
