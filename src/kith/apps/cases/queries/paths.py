"""A child's path: where they stand, which clocks run, and what reached the front door about them."""

import datetime as dt
from collections.abc import Sequence

from django.db.models import Q

from kith.apps.access.queries import day_of, decide, require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import organisation_names, worker_cards
from kith.apps.audit.services import note_opened
from kith.apps.cases.actions import READ, STEP
from kith.apps.cases.cards import WITHOUT_A_NAME, first_decisions
from kith.apps.cases.meetings import meeting_of
from kith.apps.cases.models import BeforeBirth, Begun, Contact, ContactPerson, PathStep
from kith.apps.cases.outcomes import outcome_words
from kith.apps.cases.path import BORN, STATES, STEPS, Taken, state_after, steps_from, was_known_before_birth
from kith.apps.cases.path_clocks import clocks_of_path
from kith.apps.cases.projections import ContactNote, PathPage, StepCard
from kith.apps.cases.queries.meetings import meeting_cards
from kith.apps.cases.rules import ANONYMOUS, PROFESSIONAL
from kith.apps.cases.sight import CONTACT, may_see_rules, may_send, readable
from kith.apps.cases.steps import Keeps, as_taken, is_untouched, no_step, steps_kept_by, to_take_out
from kith.apps.people.queries import Says, expected_in_words, sieve, still_expected
from kith.kernel.partial_dates import PartialDate

MOST_CONTACTS = 50


def may_see_path(actor: Actor, child_ref: str, *, now: dt.datetime) -> bool:
    return decide(actor, READ, child_ref, now=now, kind=CONTACT).allowed


def path_page(actor: Actor, child_ref: str, *, now: dt.datetime) -> PathPage:
    decision = require(actor, READ, child_ref, now=now, kind=CONTACT)
    note_opened(child_ref, decision=decision)
    subject_id = target_of(child_ref).id
    rows = list(PathStep.objects.filter(subject_id=subject_id).order_by("on_day", "number"))
    taken = [as_taken(row) for row in rows if row.withdrawn_at is None]
    may_step = decide(actor, STEP, child_ref, now=now, kind=CONTACT).allowed
    says = sieve(actor, [child_ref], now=now)
    keeps = steps_kept_by(actor) if may_step else no_step
    running, ended = clocks_of_path(rows, says, keeps=keeps, now=now)
    begun = list(Begun.objects.filter(Q(subject_id=subject_id) | Q(beside_id=subject_id), taken_back_at=None))
    return PathPage(
        child_ref=child_ref,
        state=STATES[state_after(taken)],
        version=max((row.number for row in rows), default=0),
        running=tuple(running),
        ended=tuple(ended),
        steps=_step_cards(rows, says, may_step=may_step),
        contacts=_contact_notes(actor, child_ref, now=now),
        next_steps=_next_steps(child_ref, taken, keeps),
        may_tell=may_send(actor),
        may_see_rules=may_see_rules(actor),
        may_step=may_step,
        is_born_here=any(one.step == BORN for one in taken),
        begun_beside=sum(one.beside_id == subject_id for one in begun),
        meetings=meeting_cards(actor, subject_id, rows, says, may_step=may_step, now=now),
        may_take_back=may_step and any(_is_fresh(one, rows, now) for one in begun if one.subject_id == subject_id),
    )


def _next_steps(child_ref: str, taken: Sequence[Taken], keeps: Keeps) -> tuple[tuple[str, str], ...]:
    steps = [one for one in steps_from(state_after(taken)) if keeps(one.name)]
    if any(one.is_before_birth for one in steps):
        is_before = bool(still_expected([child_ref])) or was_known_before_birth(taken)
        steps = [one for one in steps if is_before or not one.is_before_birth]
    return tuple((one.name, one.says) for one in steps)


def _is_fresh(begun: Begun, rows: Sequence[PathStep], now: dt.datetime) -> bool:
    """Begun today, and no step was taken since: a wrong press may be taken back."""
    return is_untouched(begun, rows) and day_of(begun.begun_at) == day_of(now)


def _step_cards(rows: Sequence[PathStep], says: Says, *, may_step: bool) -> tuple[StepCard, ...]:
    """The latest first."""
    workers = worker_cards({row.recorded_by_id for row in rows})
    removable = to_take_out([row for row in rows if row.withdrawn_at is None]) if may_step else set()
    expected = _expected([row.pk for row in rows if STEPS[row.step].asks_more])
    return tuple(
        StepCard(
            ref=row.ref,
            step=row.step,
            says=STEPS[row.step].says,
            on=row.on_day,
            words=says(row.words, by=row.recorded_by_id),
            by=workers[row.recorded_by_id].at_agency,
            is_taken_out=row.withdrawn_at is not None,
            may_take_out=row.ref in removable and (not STEPS[row.step].asks_more or row.pk in expected),
            more=expected.get(row.pk, ""),
            may_meet=may_step and row.withdrawn_at is None and bool(meeting_of(row.step)),
        )
        for row in reversed(rows)
    )


def _expected(step_ids: Sequence[int]) -> dict[int, str]:
    """By step: when the baby had been expected, in words."""
    if not step_ids:
        return {}
    stood = BeforeBirth.objects.filter(step_id__in=step_ids).values_list("step_id", "expected")
    return {key: f"It was {_in_words(code)}." if code else "" for key, code in stood}


def _in_words(code: str) -> str:
    return expected_in_words(PartialDate.from_code(code))


def _contact_notes(actor: Actor, child_ref: str, *, now: dt.datetime) -> tuple[ContactNote, ...]:
    """Never a name: who told stays with the front door, and an anonymous sender with nobody."""
    linked = ContactPerson.objects.filter(subject__ref=child_ref, ended_at=None)
    found = readable(actor, now=now).filter(pk__in=linked.values("contact_id"))
    rows = list(found.order_by("-received_at", "-pk")[:MOST_CONTACTS])
    decided = first_decisions(rows)
    agencies = organisation_names({row.organisation_id for row in rows if row.organisation_id})
    return tuple(
        ContactNote(
            received_at=row.received_at,
            sender=_kind_of_sender(row, agencies),
            outcome=outcome_words(decided[row.pk].outcome).says if row.pk in decided else "",
            ref=row.ref,
        )
        for row in rows
    )


def _kind_of_sender(row: Contact, agencies: dict[int, str]) -> str:
    if row.sender_kind == PROFESSIONAL:
        return agencies.get(row.organisation_id or 0, "")
    return WITHOUT_A_NAME if row.sender_kind == ANONYMOUS else "A member of the public"
