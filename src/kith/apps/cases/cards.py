"""Stored contacts as cards: with the sender as this reader may know them, and the clock that runs."""

import datetime as dt
from collections.abc import Collection, Sequence

from kith.apps.access.queries import day_of
from kith.apps.agencies.queries import organisation_names, worker_cards
from kith.apps.cases.clocks import ALLEGATION_RULE, REFERRAL_RULE, clock_of
from kith.apps.cases.models import Challenge, Contact, ContactDecision
from kith.apps.cases.outcomes import TO_DESIGNATED_OFFICER, outcome_words
from kith.apps.cases.projections import ChallengeCard, ClockCard, ContactLine, DecisionCard, Told
from kith.apps.cases.rules import ALLEGATION, ANONYMOUS, PROFESSIONAL

TOLD = (
    "words",
    "child_name",
    "child_age",
    "child_where",
    "others",
    "family_knows",
    "adult_name",
    "adult_work",
    "mother",
)
NOT_SAID = "No name given"
WITHOUT_A_NAME = "Somebody who gave no name"


def lines_of(rows: Sequence[Contact], *, now: dt.datetime) -> list[ContactLine]:
    """In the order given, read in sets."""
    decided, again = first_decisions(rows), _asked_again(rows)
    workers = worker_cards({row.sent_by_id for row in rows if row.sent_by_id})
    agencies = organisation_names({row.organisation_id for row in rows if row.organisation_id})
    return [
        ContactLine(
            ref=row.ref,
            reference=row.reference,
            about=about_of(row),
            sender=_sender(row, workers[row.sent_by_id].name if row.sent_by_id else "", agencies),
            received_at=row.received_at,
            clock=contact_clock(row, decided.get(row.pk), now=now),
            is_second_look=row.waits and row.pk in again,
        )
        for row in rows
    ]


def contact_clock(row: Contact, decided: ContactDecision | None, *, now: dt.datetime) -> ClockCard:
    """One working day from receipt to the first decision; a second look makes nothing met that was late."""
    rule = ALLEGATION_RULE if row.kind == ALLEGATION else REFERRAL_RULE
    completed = day_of(decided.decided_at) if decided else None
    return clock_of(rule, day_of(row.received_at), now=now, completed=completed)


def first_decisions(rows: Collection[Contact]) -> dict[int, ContactDecision]:
    """By the key of the contact; of an allegation the decision that sent it to its queue does not count."""
    found: dict[int, ContactDecision] = {}
    kinds = {row.pk: row.kind for row in rows}
    for made in ContactDecision.objects.filter(contact_id__in=list(kinds)).order_by("pk"):
        if kinds[made.contact_id] != ALLEGATION or made.outcome != TO_DESIGNATED_OFFICER:
            found.setdefault(made.contact_id, made)
    return found


def _asked_again(rows: Collection[Contact]) -> set[int]:
    challenged = Challenge.objects.filter(contact_id__in=[row.pk for row in rows])
    return set(challenged.values_list("contact_id", flat=True))


def about_of(row: Contact) -> str:
    name = row.adult_name if row.kind == ALLEGATION else row.child_name
    return name or (baby_of(row.mother) if row.unborn else NOT_SAID)


def baby_of(mother: str) -> str:
    return f"Baby of {mother}" if mother else "A baby not born yet"


def _sender(row: Contact, worker: str, agencies: dict[int, str]) -> str:
    if row.sender_kind == PROFESSIONAL:
        return f"{worker}, {agencies.get(row.organisation_id or 0, '')}"
    if row.sender_kind == ANONYMOUS:
        return WITHOUT_A_NAME
    return f"{row.sender_name or 'Somebody'}, a member of the public"


def told_in(row: Contact) -> Told:
    return Told(**{part: getattr(row, part) for part in (*TOLD, "adult_how", "unborn", "expected")})


def decision_cards(contact_id: int) -> tuple[DecisionCard, ...]:
    made = list(ContactDecision.objects.filter(contact_id=contact_id).order_by("pk"))
    workers = worker_cards({one.decided_by_id for one in made})
    return tuple(
        DecisionCard(
            says=outcome_words(one.outcome).says,
            told=outcome_words(one.outcome).told,
            reason=one.reason,
            threshold=one.threshold,
            decided_at=one.decided_at,
            decided_by=workers[one.decided_by_id].name,
        )
        for one in made
    )


def challenge_cards(contact_id: int) -> tuple[ChallengeCard, ...]:
    asked = Challenge.objects.filter(contact_id=contact_id).order_by("pk")
    return tuple(ChallengeCard(why=one.why, asked_at=one.asked_at) for one in asked)
