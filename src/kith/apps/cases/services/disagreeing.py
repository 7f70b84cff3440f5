"""Raising a disagreement with another agency, answering it, taking it to its next stage, settling it.

Another agency reads each turn at once, so none is taken back: what is wrong is said in the next.
"""

import datetime as dt

from kith.apps.access.queries import NothingHere, day_of, require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import agency_id_of
from kith.apps.audit.services import Deed, deed
from kith.apps.cases import events
from kith.apps.cases.actions import DISAGREE
from kith.apps.cases.disagreeing import (
    ANSWERED,
    FURTHER,
    RAISED,
    SETTLED,
    CannotDisagree,
    outcomes,
    sound_disagreement,
    sound_turn,
    stage_after,
    stages,
    stages_version,
)
from kith.apps.cases.models import Disagreement, DisagreementTurn
from kith.apps.cases.parties import may_answer, may_go_on, may_settle, require_party
from kith.apps.cases.projections import DisagreementTold
from kith.apps.cases.queries.disagreements import raising_page
from kith.apps.cases.sight import CONTACT
from kith.apps.records.base import require_version


def raise_disagreement(*, by: Actor, child_ref: str, told: DisagreementTold, now: dt.datetime) -> str:
    """Its ref. The other agency is one that works with the child, or children’s social care."""
    decision = require(by, DISAGREE, child_ref, now=now, kind=CONTACT)
    said = sound_disagreement(told)
    offered = {ref for ref, _ in raising_page(by, child_ref, now=now).agencies}
    other = agency_id_of(said.with_agency)
    if said.with_agency not in offered or other is None:
        raise CannotDisagree("Choose the agency from the list.")
    row = Disagreement(
        subject_id=target_of(child_ref).id,
        about=said.about,
        wanted=said.wanted,
        raised_by_id=by.id,
        organisation_id=by.agency_id,
        with_agency_id=other,
        waits_for_id=other,
        stages_version=stages_version(),
        stage=next(iter(stages())),
        stage_since=day_of(now),
    )
    with deed(events.DISAGREEMENT_RAISED, by=by, now=now, decision=decision) as act:
        row.save(force_insert=True)
        _turn(act, row, RAISED, said.words, by=by, child_ref=child_ref, now=now)
    return str(row.ref)


def answer_disagreement(
    *, by: Actor, child_ref: str, ref: str, words: str, expected_version: int, now: dt.datetime
) -> None:
    decision, seen = require_party(by, child_ref, ref, now=now)
    if not may_answer(by, seen):
        raise CannotDisagree("It is not your turn: it waits for somebody else now.")
    kept = sound_turn(words)
    with deed(events.DISAGREEMENT_ANSWERED, by=by, now=now, decision=decision) as act:
        row = _held(seen, expected_version)
        row.waits_for_id = row.organisation_id if by.agency_id == row.with_agency_id else row.with_agency_id
        row.save()
        _turn(act, row, ANSWERED, kept, by=by, child_ref=child_ref, now=now)


def take_further(*, by: Actor, child_ref: str, ref: str, words: str, expected_version: int, now: dt.datetime) -> None:
    """To the next stage, where other people decide and a clock of its own begins."""
    decision, seen = require_party(by, child_ref, ref, now=now)
    following = stage_after(seen.stage)
    if not may_go_on(by, seen) or following is None:
        raise CannotDisagree("There is no further stage, or it is not yours to take there.")
    kept = sound_turn(words)
    with deed(events.DISAGREEMENT_TAKEN_FURTHER, by=by, now=now, decision=decision) as act:
        row = _held(seen, expected_version)
        row.stage, row.stage_since, row.waits_for_id = following.name, day_of(now), row.with_agency_id
        row.save()
        _turn(act, row, FURTHER, kept, by=by, child_ref=child_ref, now=now)


def settle_disagreement(
    *, by: Actor, child_ref: str, ref: str, outcome: str, words: str, expected_version: int, now: dt.datetime
) -> None:
    decision, seen = require_party(by, child_ref, ref, now=now)
    if not may_settle(by, seen):
        raise CannotDisagree("It is settled already, or at this stage it is not yours to settle.")
    if outcome not in outcomes():
        raise CannotDisagree("Choose how it was settled.")
    kept = sound_turn(words)
    with deed(events.DISAGREEMENT_SETTLED, by=by, now=now, decision=decision) as act:
        row = _held(seen, expected_version)
        row.outcome, row.settled_on, row.waits_for_id = outcome, day_of(now), None
        row.save()
        _turn(act, row, SETTLED, kept, by=by, child_ref=child_ref, now=now)


def _held(seen: Disagreement, expected_version: int) -> Disagreement:
    row = Disagreement.objects.select_for_update(of=("self",)).filter(pk=seen.pk).first()
    if row is None:
        raise NothingHere
    require_version(row, expected_version)
    row.version += 1
    return row


def _turn(act: Deed, row: Disagreement, kind: str, words: str, *, by: Actor, child_ref: str, now: dt.datetime) -> None:
    turn = DisagreementTurn(disagreement=row, act=kind, stage=row.stage, words=words, by_id=by.id, at=now)
    turn.save(force_insert=True)
    after = {"disagreement": row.ref, "act": kind, "stage": row.stage, "words": words}
    told = {"about": row.about, "wanted": row.wanted} if kind == RAISED else {}
    act.changed(child_ref, after=after | told | ({"outcome": row.outcome} if row.outcome else {}))
