"""Publishing: the merged chronology of one day becomes a numbered edition, in the versions that its rows have then."""

import datetime as dt

from kith.apps.access.queries import require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.chronologies import events
from kith.apps.chronologies.actions import PUBLISH, READ
from kith.apps.chronologies.editions import next_number
from kith.apps.chronologies.models import Edition, EditionRow
from kith.apps.chronologies.rules import CannotTell
from kith.apps.chronologies.sight import EVENT, entries_of
from kith.apps.chronologies.told import Reader, beside, row_cards
from kith.kernel.text import LIMITS, cleaned

WHAT_FOR = "Say what it is for: “Conference on 3 December”."
NOTHING = "There is no row yet that could be published."


def publish_edition(*, by: Actor, child_ref: str, what_for: str, now: dt.datetime) -> str:
    """All that the publisher reads of it today, withdrawn rows too. The ref of the edition."""
    require(by, READ, child_ref, now=now, kind=EVENT)
    decision = require(by, PUBLISH, child_ref, now=now, kind=EVENT)
    purpose = cleaned(what_for, limit=LIMITS["line"])
    if not purpose:
        raise CannotTell(WHAT_FOR)
    with deed(events.PUBLISHED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        entries = list(entries_of(by, child_ref, now=now))
        reader = Reader(by, child_ref, "", now)
        with_ = beside(entries, reader)
        shown = {card.ref for card in row_cards(entries, with_, reader)}
        if not shown:
            raise CannotTell(NOTHING)
        edition = _edition(by, child_ref, purpose, now)
        EditionRow.objects.bulk_create(
            EditionRow(edition=edition, entry=row, telling=with_.tellings[row.pk], restriction=row.restriction)
            for row in entries
            if row.ref in shown
        )
        after = {"edition": edition.ref, "number": edition.number, "what_for": purpose}
        act.changed(child_ref, after=after)
    return str(edition.ref)


def _edition(by: Actor, child_ref: str, what_for: str, now: dt.datetime) -> Edition:
    subject_id = target_of(child_ref).id
    number = next_number(subject_id)
    edition = Edition(number=number, what_for=what_for, published_by_id=by.id, published_at=now)
    edition.subject_id = subject_id
    edition.save(force_insert=True)
    return edition
