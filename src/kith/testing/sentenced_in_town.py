"""The one adult of the invented county under a sentence: on licence, kept from living with children, under an order.

Since last week he stays at a house where, as nobody noticed, two children of another family live.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kith.apps.access.services import InvolvementRecord, load_involvements
from kith.apps.agencies.projections import Actor, Operator
from kith.apps.agencies.queries import actors_by_id
from kith.apps.people.services import add_address
from kith.apps.sentences.projections import ConditionSaid, StepTaken, SummarySaid
from kith.apps.sentences.services import look_for_children, set_condition, take_step, write_summary
from kith.engines.drawing.network import Address
from kith.kernel.partial_dates import PartialDate

STORY = "amadi-and-sol"
ADULT, CHILDREN = f"{STORY}.ekow", (f"{STORY}.amadi", f"{STORY}.sol")
OFFICER = "jude-oyelaran-finch"
STAYS_AT = Address(lines="11 Sugarbeet Road, Wendlemarsh", postcode="EM7 3XD")
COURT, BOARD, PRISON = "Heronsea Crown Court", "The Parole Board", "Northmoor Prison"
STEPS = (
    ("report", 520, COURT),
    ("induction", 480, COURT),
    ("custody", 470, COURT),
    ("licence", 386, PRISON),
)
PLAN = SummarySaid(
    victim_safety="Irina is told before anything changes. He does not come to her home or to the school gate.",
    safeguarding="He keeps to telephone on Sundays and the contact centre, and finishes the course he has begun.",
    contingency="If he hears of a move, or turns up unasked, we ring the social worker the same day.",
    risk_named="Amadi and Sol saw the assault. Amadi wants the calls; Sol does not speak of him.",
    risk_general="None known to other children. He lives with his mother and his sister.",
)


@dataclass(frozen=True, slots=True)
class Supervised:
    """The adult and the children, by refs, with the adult's key."""

    subject_id: int
    refs: Mapping[str, str]


def supervise_in_town(adult: Supervised, *, officer_id: int, agency_id: int, now: dt.datetime) -> None:
    """By the deeds that a probation worker would do, once they work with him themselves."""
    record = InvolvementRecord(
        subject_id=adult.subject_id,
        organisation_id=agency_id,
        user_id=officer_id,
        part="probation",
        basis="public_task",
        since_on=now.date() - dt.timedelta(days=386),
    )
    load_involvements(by=Operator(), records=[record], now=now)
    (officer,) = actors_by_id([officer_id], on=now.date())
    _lay_down(officer, adult, now)
    since = PartialDate((now.date() - dt.timedelta(days=7)).isoformat())
    add_address(by=officer, person_ref=adult.refs[ADULT], address=replace(STAYS_AT, since=since), now=now)
    look_for_children(by=Operator(), now=now)


def _lay_down(officer: Actor, adult: Supervised, now: dt.datetime) -> None:
    person, today = adult.refs[ADULT], now.date()
    for version, (step, days, who) in enumerate(STEPS):
        said = StepTaken(step=step, on=today - dt.timedelta(days=days), said_by=who)
        take_step(by=officer, person_ref=person, said=said, expected_version=version, now=now)
    licence = ConditionSaid(
        kind="residence",
        since=today - dt.timedelta(days=386),
        said_by=BOARD,
        basis="public_task",
        words="He may ring Amadi and Sol, and see them at the contact centre.",
    )
    order = ConditionSaid(
        kind="domestic_abuse",
        since=today - dt.timedelta(days=200),
        until=today + dt.timedelta(days=165),
        said_by="Eastmarch Family Court",
        basis="legal_obligation",
        children=tuple(adult.refs[key] for key in CHILDREN),
    )
    for said_of in (licence, order):
        set_condition(by=officer, person_ref=person, said=said_of, now=now)
    write_summary(by=officer, person_ref=person, said=PLAN, expected_version=0, now=now)
