"""Parental responsibility: a dated fact of its own, whoever the parents are."""

import datetime as dt
from dataclasses import replace

from kith.apps.access.queries import require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.people import actions, events
from kith.apps.people.kinds import RESPONSIBILITY_HOWS, UnknownKind
from kith.apps.people.models import ParentalResponsibility, Person
from kith.apps.people.rules import checked_end
from kith.apps.people.services.facts import require_holder, set_end, standing_fact
from kith.apps.people.services.rows import held, said_of, save_version, sight_of
from kith.apps.people.services.words import checked_words
from kith.apps.people.sight import Sight
from kith.apps.people.writing import Responsibility, responsibility_row
from kith.kernel.errors import KithError
from kith.kernel.partial_dates import PartialDate
from kith.kernel.text import LIMITS, cleaned


class CannotRecordResponsibility(KithError):
    """Parental responsibility cannot be put on record as it was said."""


def record_responsibility(*, by: Actor, fact: Responsibility, now: dt.datetime) -> str:
    """Who holds it for a child, and how they came by it; the ref of the fact."""
    fact = _checked(fact)
    if fact.holder:
        require(by, actions.CHANGE, fact.holder, now=now)
    decision = require(by, actions.CHANGE, fact.child, now=now)
    refs = [ref for ref in (fact.holder, fact.child) if ref]
    keys = dict(Person.objects.filter(subject__ref__in=refs).values_list("subject__ref", "pk"))
    with deed(events.RESPONSIBILITY_RECORDED, by=by, now=now, decision=decision, subjects=refs) as act:
        child = held(fact.child)
        sight = sight_of(by, child.subject_id, now=now)
        words = checked_words(by, [child.subject_id], [fact.told_by], now=now)
        row = ParentalResponsibility(**responsibility_row(fact, keys))
        _refuse_twice(sight, row)
        row.save(force_insert=True)  # the child's version stays: it would tell of a holder whom not everybody may see
        words.keep(row.ref, "told_by")
        said = said_of(fact)
        for ref in refs:
            act.changed(ref, after={"responsibility": said})
        act.notes(fact=row.ref)
    return str(row.ref)


def _checked(fact: Responsibility) -> Responsibility:
    if fact.how not in RESPONSIBILITY_HOWS:
        raise UnknownKind("Choose how they came to hold parental responsibility from the list.")
    if not fact.holder and not fact.organisation_id:
        raise CannotRecordResponsibility("Choose who holds parental responsibility.")
    if fact.holder == fact.child:
        raise CannotRecordResponsibility("Nobody holds parental responsibility for themselves. Choose somebody else.")
    return replace(fact, told_by=cleaned(fact.told_by, limit=LIMITS["name"]))


def _refuse_twice(sight: Sight, row: ParentalResponsibility) -> None:
    same = sight.rows(
        ParentalResponsibility,
        child=row.child_id,
        holder=row.holder_id,
        organisation=row.organisation_id,
        how=row.how,
        until="",
        withdrawn_at=None,
    )
    if same.exists():
        raise CannotRecordResponsibility("That is already on record.")


def end_responsibility(
    *,
    by: Actor,
    child_ref: str,
    responsibility_ref: str,
    until: PartialDate | None,
    expected_version: int,
    now: dt.datetime,
) -> None:
    """It ended, by an order or otherwise; the fact stays with its dates. The version is that of the child."""
    decision = require(by, actions.CHANGE, child_ref, now=now)
    with deed(events.RESPONSIBILITY_ENDED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        child = held(child_ref, expected_version)
        row = standing_fact(sight_of(by, child.subject_id, now=now), child, responsibility_ref, ParentalResponsibility)
        require_holder(by, row, now=now)
        set_end(act, child_ref, row, checked_end(until))
        save_version(child, now=now)
