"""Who advises on the years from 16 to 25, and what was asked of them for one young person."""

import datetime as dt

from kith.apps.access.queries import day_of
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards, workers_titled
from kith.apps.audit.services import note_opened
from kith.apps.directory.queries import cover_in_force
from kith.apps.people.queries import living_of, sieve
from kith.apps.teams.actions import ASK_ADVISER
from kith.apps.teams.models import AdviserAsk
from kith.apps.teams.projections import AdviserPage
from kith.apps.teams.sight import require_team

MOST_ASKED = 10


def adviser_page(actor: Actor, child_ref: str, *, now: dt.datetime) -> AdviserPage:
    decision = require_team(actor, ASK_ADVISER, child_ref, now=now)
    note_opened(child_ref, decision=decision)
    rows = list(AdviserAsk.objects.filter(subject__ref=child_ref).order_by("-asked_at", "-pk")[:MOST_ASKED])
    cards, says = worker_cards({row.adviser_id for row in rows}), sieve(actor, [child_ref], now=now)
    return AdviserPage(
        advisers=advisers(day_of(now)),
        ages=ages(day_of(now)),
        fits=why_not(actor, child_ref, now=now),
        asked=tuple(
            (
                cards[row.adviser_id].name,
                row.asked_at,
                says(row.words, by=row.asked_by_id),
                row.answered_at is not None,
            )
            for row in rows
        ),
    )


def advisers(on: dt.date) -> tuple[tuple[str, str], ...]:
    """(ref, who) of everybody whose job the county's data name."""
    found = workers_titled(cover_in_force(on).adviser_titles)
    return tuple((card.ref, f"{card.name}, {card.job_title}, {card.agency}") for card in found)


def ages(on: dt.date) -> str:
    county = cover_in_force(on)
    return f"{county.adviser_from_age} to {county.adviser_to_age}"


def why_not(actor: Actor, child_ref: str, *, now: dt.datetime) -> str:
    """Why an adviser cannot be asked about this child; nothing where their age fits, or nobody knows it."""
    county, found = cover_in_force(day_of(now)), living_of(actor, [child_ref], now=now, shows=False).get(child_ref)
    birth = found.person.birth if found else None
    if birth is None or birth.earliest is None or birth.latest is None:
        return ""
    age = birth.age_on(day_of(now))
    youngest, oldest = age.at_least, age.at_most
    if oldest is not None and oldest < county.adviser_from_age:
        return f"The adviser is for people from {ages(day_of(now))}. Come back nearer that birthday."
    if youngest is not None and youngest > county.adviser_to_age:
        return f"The adviser is for people from {ages(day_of(now))}. Ask adult services."
    return ""
