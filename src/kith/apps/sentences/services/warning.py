"""Going on after a warning of an unsafe address: who did, and why, stays on the record of everybody it names."""

import datetime as dt
from collections.abc import Iterable

from kith.apps.access.queries import decide
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.sentences import events
from kith.apps.sentences.actions import KNOW
from kith.apps.sentences.projections import UnsafeCard
from kith.apps.sentences.rules import CannotRecord
from kith.apps.sentences.sight import SENTENCE
from kith.kernel.text import LIMITS, cleaned


def go_on(*, by: Actor, cards: Iterable[UnsafeCard], why: str, now: dt.datetime) -> None:
    """By whoever has just been warned, before the address is kept. Of whoever was not named it says nothing."""
    reason = cleaned(why, limit=LIMITS["line"])
    if not reason:
        raise CannotRecord("Say in a sentence why it is saved all the same.")
    refs = list(dict.fromkeys(ref for card in cards for ref in (card.adult_ref, card.child_ref) if ref))
    decision = decide(by, KNOW, refs[0], now=now, kind=SENTENCE)
    with deed(events.WENT_ON, by=by, now=now, decision=decision) as act:
        for ref in refs:
            act.changed(ref, after={"why": reason})
