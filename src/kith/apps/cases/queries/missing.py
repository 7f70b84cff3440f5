"""The appointments to which a child was not brought, for whoever may read the child's path."""

import datetime as dt

from kith.apps.access.queries import decide, require
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards
from kith.apps.audit.services import note_opened
from kith.apps.cases.actions import NOTE_NOT_BROUGHT, READ
from kith.apps.cases.models import NotBrought
from kith.apps.cases.not_brought import causes, sentence_of
from kith.apps.cases.projections import NotBroughtCard, NotBroughtPage
from kith.apps.cases.sight import CONTACT
from kith.apps.people.queries import sieve

MOST_SHOWN = 200


def not_brought_page(actor: Actor, child_ref: str, *, now: dt.datetime) -> NotBroughtPage:
    decision = require(actor, READ, child_ref, now=now, kind=CONTACT)
    note_opened(child_ref, decision=decision)
    rows = list(NotBrought.objects.filter(subject__ref=child_ref).order_by("-on_day", "-pk")[:MOST_SHOWN])
    workers, says = worker_cards({row.recorded_by_id for row in rows}), sieve(actor, [child_ref], now=now)
    return NotBroughtPage(
        cards=tuple(
            NotBroughtCard(
                on=row.on_day,
                what=says(row.what, by=row.recorded_by_id),
                cause=causes()[row.cause],
                carer=says(row.carer, by=row.recorded_by_id),
                words=says(row.words, by=row.recorded_by_id),
                by=workers[row.recorded_by_id].at_agency,
            )
            for row in rows
        ),
        sentence=sentence_of([row.cause for row in rows]),
        causes=tuple(causes().items()),
        may_add=decide(actor, NOTE_NOT_BROUGHT, child_ref, now=now, kind=CONTACT).allowed,
    )
