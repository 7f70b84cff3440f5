"""Asking to be let in, answering it, and asking the adviser for the years from 16 to 25."""

import datetime as dt

from kith.apps.access.queries import (
    NothingHere,
    cases_round,
    day_of,
    require_by_role,
    target_of,
    works_with,
    works_with_whom,
)
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import ids_of_workers
from kith.apps.audit.services import deed, refuse
from kith.apps.teams import events
from kith.apps.teams.actions import ASK, ASK_ADVISER, KEEP, OWN_ABSENCES
from kith.apps.teams.models import AdviserAsk, JoinAsk
from kith.apps.teams.queries.advisers import advisers, why_not
from kith.apps.teams.queries.team import asks_of
from kith.apps.teams.sight import require_team
from kith.apps.teams.sound import CannotKeepTeam, sound_words
from kith.kernel.decisions import refused

NOT_THEIRS = "You do not work with them yourself."
SAY_WHAT = "Write in a sentence what you want to know. Nobody’s name, please."
NOBODY_ADVISES = "Choose whom you ask from the list."
ASKED_ALREADY = "You have asked this already. It waits for an answer."


def ask_round_adult(*, by: Actor, adult_ref: str, words: str, now: dt.datetime) -> None:
    """The teams of all children round an adult with whom one works oneself are asked to let one in.

    Whoever asks learns nothing by it: not whether there is such a child, nor how many, nor what a team makes of it.
    """
    decision = require_team(by, ASK, adult_ref, now=now)
    if not works_with(by, adult_ref, now=now):
        refuse(ASK.name, by=by, now=now, decision=refused(decision.rule, NOT_THEIRS), subject=adult_ref)
        raise NothingHere
    said, adult_id = sound_words(words), target_of(adult_ref).id
    with deed(events.ASKED_IN, by=by, now=now, decision=decision, subjects=[adult_ref]):
        for subject_id in set(cases_round(adult_ref)) - set(works_with_whom(by, now=now)[0]):
            waiting = JoinAsk.objects.filter(subject_id=subject_id, asked_by_id=by.id, answered_at=None)
            if not waiting.update(words=said, asked_at=now, adult_id=adult_id):
                row = JoinAsk(words=said, asked_at=now, asked_by_id=by.id)
                row.subject_id, row.adult_id = subject_id, adult_id
                row.save(force_insert=True)


def answer_ask(*, by: Actor, child_ref: str, ask_ref: str, now: dt.datetime) -> None:
    """Not now. Whoever asked is not told by Kith: the team rings them, or has its reasons."""
    decision = require_team(by, KEEP, child_ref, now=now)
    if ask_ref not in {card.ref for card in asks_of(by, [child_ref], now=now, shows=False).get(child_ref, ())}:
        raise NothingHere
    with deed(events.ASK_ANSWERED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        waiting = JoinAsk.objects.filter(ref=ask_ref, subject__ref=child_ref, answered_at=None)
        if not waiting.update(answered_at=now, answered_by_id=by.id):
            raise NothingHere
        act.notes(asking=ask_ref)


def ask_adviser(*, by: Actor, child_ref: str, adviser_ref: str, words: str, now: dt.datetime) -> None:
    """They are told on their first page, with no name of the young person."""
    decision = require_team(by, ASK_ADVISER, child_ref, now=now)
    if reason := why_not(by, child_ref, now=now):
        raise CannotKeepTeam(reason)
    said = sound_words(words, must=SAY_WHAT)
    if adviser_ref not in dict(advisers(day_of(now))):
        raise CannotKeepTeam(NOBODY_ADVISES)
    row = AdviserAsk(words=said, asked_at=now, asked_by_id=by.id)
    row.subject_id, row.adviser_id = target_of(child_ref).id, ids_of_workers([adviser_ref])[adviser_ref]
    with deed(events.ADVISER_ASKED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        same = AdviserAsk.objects.filter(subject_id=row.subject_id, adviser_id=row.adviser_id, asked_by_id=by.id)
        if same.filter(words=said, answered_at=None).exists():
            raise CannotKeepTeam(ASKED_ALREADY)
        row.save(force_insert=True)
        act.notes(asking=row.ref, adviser=adviser_ref)


def answer_as_adviser(*, by: Actor, ask_ref: str, now: dt.datetime) -> None:
    """They have rung back."""
    decision = require_by_role(by, OWN_ABSENCES, now=now)
    with deed(events.ADVISER_ANSWERED, by=by, now=now, decision=decision) as act:
        waiting = AdviserAsk.objects.filter(ref=ask_ref, adviser_id=by.id, answered_at=None)
        if not waiting.update(answered_at=now):
            raise NothingHere
        act.notes(asking=ask_ref)
