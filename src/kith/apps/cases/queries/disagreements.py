"""A disagreement with every turn, what a new one begins with, and those that wait for somebody."""

import datetime as dt
from collections.abc import Collection

from kith.apps.access.queries import Asked, day_of, decide, opened_among, require, target_of, team_around
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import agency_choices, front_door_agency_id, organisation_cards, worker_cards
from kith.apps.audit.services import note_listed, note_opened
from kith.apps.cases.actions import ANSWER_DISAGREEMENT, DISAGREE
from kith.apps.cases.clocks import clock_of
from kith.apps.cases.disagreeing import ACTS, FURTHER, RAISED, Stage, outcomes, stage_after, stages
from kith.apps.cases.models import Disagreement, DisagreementTurn
from kith.apps.cases.parties import may_answer, may_go_on, may_settle, require_party
from kith.apps.cases.projections import (
    ClockCard,
    DisagreementNote,
    DisagreementPage,
    RaisingPage,
    StageCard,
    TurnCard,
)
from kith.apps.cases.questions import disagreements_about, disagreements_waiting
from kith.apps.cases.sight import CONTACT
from kith.apps.people.queries import sieve

MOST_WAITING = 20


def raising_page(actor: Actor, child_ref: str, *, now: dt.datetime) -> RaisingPage:
    """The agencies round the child, and children’s social care, without one’s own."""
    require(actor, DISAGREE, child_ref, now=now, kind=CONTACT)
    there = {one.agency_ref for one in team_around(actor, child_ref, now=now)}
    desk = front_door_agency_id()
    there |= {agency.ref for agency in organisation_cards({desk} if desk else ()).values()}
    offered = tuple((ref, name) for ref, name in agency_choices() if ref in there and ref != actor.agency_ref)
    return RaisingPage(agencies=offered, stages=tuple(_stage(one, "to come", None) for one in stages().values()))


def disagreement_page(actor: Actor, child_ref: str, ref: str, *, now: dt.datetime) -> DisagreementPage:
    decision, row = require_party(actor, child_ref, ref, now=now)
    note_opened(child_ref, decision=decision)
    turns = list(DisagreementTurn.objects.filter(disagreement=row).order_by("pk"))
    says = sieve(actor, [child_ref], now=now)
    workers = worker_cards({turn.by_id for turn in turns})
    following = stage_after(row.stage)
    agencies = {row.organisation_id: row.organisation.name, row.with_agency_id: row.with_agency.name}
    return DisagreementPage(
        ref=row.ref,
        version=row.version,
        about=says(row.about, by=row.raised_by_id),
        wanted=says(row.wanted, by=row.raised_by_id),
        raised_by=row.organisation.name,
        with_agency=row.with_agency.name,
        waits_for=agencies[row.waits_for_id] if row.waits_for_id else "",
        outcome=outcomes()[row.outcome] if row.outcome else "",
        stages=_stage_cards(row, turns, now),
        turns=tuple(
            TurnCard(
                says=ACTS[turn.act],
                stage=stages()[turn.stage].says,
                words=says(turn.words, by=turn.by_id),
                by=workers[turn.by_id].at_agency,
                at=turn.at,
            )
            for turn in turns
        ),
        may_answer=may_answer(actor, row),
        may_go_on=may_go_on(actor, row) and following is not None,
        next_stage=following.says if following else "",
        next_decides=following.decides if following else "",
        may_settle=may_settle(actor, row),
        outcomes=tuple(outcomes().items()),
    )


def _stage_cards(row: Disagreement, turns: Collection[DisagreementTurn], now: dt.datetime) -> tuple[StageCard, ...]:
    """Each stage with its clock: from the day it began to the day the next one did, or it was settled."""
    begun = {turn.stage: day_of(turn.at) for turn in turns if turn.act in (RAISED, FURTHER)}
    names = list(stages())
    cards = []
    for number, (name, stage) in enumerate(stages().items()):
        ended = next((begun[later] for later in names[number + 1 :] if later in begun), row.settled_on)
        clock = _clock(stage, begun[name], ended, now) if name in begun else None
        is_now = name == row.stage and row.settled_on is None
        cards.append(_stage(stage, "now" if is_now else "over" if name in begun else "to come", clock))
    return tuple(cards)


def _stage(stage: Stage, state: str, clock: ClockCard | None) -> StageCard:
    return StageCard(says=stage.says, decides=stage.decides, state=state, clock=clock)


def _clock(stage: Stage, begun: dt.date, ended: dt.date | None, now: dt.datetime) -> ClockCard | None:
    return clock_of(stage.rule, begun, now=now, completed=ended) if stage.rule else None


def notes_about(actor: Actor, child_ref: str, *, now: dt.datetime) -> tuple[DisagreementNote, ...]:
    """Open ones about one child, for whoever is of a party to them."""
    if not decide(actor, ANSWER_DISAGREEMENT, child_ref, now=now, kind=CONTACT).allowed:
        return ()
    rows = disagreements_about(subject_id=target_of(child_ref).id, agency_id=actor.agency_id)
    return _notes(actor, rows, now)


def notes_waiting(actor: Actor, *, now: dt.datetime) -> tuple[DisagreementNote, ...]:
    """Those in which it is the turn of the actor, of children whom they may read."""
    rows = [row for row in disagreements_waiting(agency_id=actor.agency_id) if may_answer(actor, row)]
    if not rows:
        return ()
    asked = Asked(now=now, kind=CONTACT)
    opened = opened_among(actor, ANSWER_DISAGREEMENT, {row.subject_id for row in rows}, asked)
    shown = [row for row in rows if row.subject_id in opened][:MOST_WAITING]
    note_listed(row.subject.ref for row in shown)
    return _notes(actor, shown, now)


def _notes(actor: Actor, rows: Collection[Disagreement], now: dt.datetime) -> tuple[DisagreementNote, ...]:
    return tuple(
        DisagreementNote(
            ref=row.ref,
            says=_with_whom(actor, row),
            stage=stages()[row.stage].says,
            clock=_clock(stages()[row.stage], row.stage_since, None, now),
            waits_for_you=may_answer(actor, row),
            child_ref=row.subject.ref,
        )
        for row in rows
    )


def _with_whom(actor: Actor, row: Disagreement) -> str:
    """Never what it is about: that stands on its own page, less what is sealed to the reader."""
    if row.organisation_id == actor.agency_id:
        return f"We disagree with {row.with_agency.name}"
    return f"{row.organisation.name} disagrees with us"
