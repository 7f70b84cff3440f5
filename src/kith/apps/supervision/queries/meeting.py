"""One meeting before those who are in it: its day, its toolbox, and what is asked of the reader now."""

import datetime as dt

from kith.apps.access.queries import day_of, require_by_role, role_may
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards
from kith.apps.drafts.projections import DraftCard
from kith.apps.drafts.queries import draft_of
from kith.apps.supervision.actions import TAKE_PART, TRIAGE
from kith.apps.supervision.cards import day_cards, lead_cards
from kith.apps.supervision.drafting import draft_name
from kith.apps.supervision.models import Answered, Came, Request, ThemeNoted
from kith.apps.supervision.projections import MeetingPage
from kith.apps.supervision.queries.observing import observation_cards
from kith.apps.supervision.rules import asks_now
from kith.apps.supervision.sight import invited_ids, is_lead, require_invited
from kith.apps.supervision.vocabulary import Tool, stop_card, toolbox, words_of


def meeting_page(actor: Actor, ref: str, *, now: dt.datetime) -> MeetingPage:
    row, _ = require_invited(actor, ref, now=now)
    people = worker_cards(invited_ids(row))
    noted = ThemeNoted.objects.filter(request=row).order_by("pk").values_list("theme", flat=True)
    return MeetingPage(
        ref=row.ref,
        version=row.version,
        number=row.number,
        meets_on=row.meets_on,
        meets_at=row.meets_at,
        happened_on=row.happened_on,
        leads=tuple(f"{one.name}, {one.agency}" for one in lead_cards(row) if one.has_agreed),
        days=day_cards(actor, row),
        people=tuple((people[key].ref, people[key].at_agency) for key in invited_ids(row) if key in people),
        themes=tuple(words_of("themes").items()),
        noted=tuple(words_of("themes")[theme] for theme in noted),
        may_lead=is_lead(actor, row),
        stop_cards=row.stop_cards,
        toolbox=toolbox(),
        stop_card=stop_card(),
        asked_now=asked_now(actor, row, now),
        observed=observation_cards([row]) if is_lead(actor, row) else (),
    )


def toolbox_page(actor: Actor, *, now: dt.datetime) -> tuple[tuple[Tool, ...], Tool]:
    """The toolbox and the stop card, for whoever may take part or keeps the pool."""
    require_by_role(actor, TRIAGE if role_may(actor, TRIAGE) else TAKE_PART, now=now)
    return toolbox(), stop_card()


def answers_draft(actor: Actor, ref: str, form: str, *, now: dt.datetime) -> DraftCard | None:
    """What one wrote in a short form and did not send."""
    row, _ = require_invited(actor, ref, now=now)
    return draft_of(actor, "", draft_name(form, row.ref))


def asked_now(actor: Actor, row: Request, now: dt.datetime) -> tuple[tuple[str, str], ...]:
    """The short forms that wait for somebody who came: key and heading."""
    if row.happened_on is None or not Came.objects.filter(request=row, user_id=actor.id).exists():
        return ()
    given = set(Answered.objects.filter(request=row, user_id=actor.id).values_list("form", flat=True))
    today, happened = day_of(now), row.happened_on
    forms = words_of("answers").items()
    return tuple((key, says) for key, says in forms if key not in given and asks_now(key, happened, today))
