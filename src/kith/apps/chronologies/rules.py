"""What a row has to hold before it is kept. No queries."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import replace

from kith.apps.chronologies.projections import AttachmentSaid, RowSaid
from kith.apps.chronologies.projections.attached import VIDEO
from kith.apps.chronologies.vocabulary import HAPPENED, restrictions, row_words
from kith.engines.chronology import CHILD, Rag, event_types
from kith.engines.drawing.network import Network, Union
from kith.kernel.errors import KithError
from kith.kernel.partial_dates import PartialDate
from kith.kernel.text import LIMITS, cleaned

TEXTS = ("fact", "impact", "childs_words", "action", "source")
CHOICES = ("type", "rag", "effective", "basis")
MOST_WORDS = LIMITS["words"]
YET_TO_COME = "That day has yet to come. Write it down when it has happened."
NO_FACT = "Write what happened: one plain sentence is enough."


class CannotTell(KithError):
    """What is missing or cannot be, in one sentence."""


def sound_row(said: RowSaid, today: dt.date, *, bases: Collection[str]) -> RowSaid:
    """As it is kept. Only when and what are asked for; what else a whole row holds is asked for kindly, and later."""
    _require_past(said, today)
    _require_known(said, bases)
    fact = _long(said.fact)
    if not fact:
        raise CannotTell(NO_FACT)
    return replace(
        said,
        fact=fact,
        impact=_long(said.impact),
        childs_words=_long(said.childs_words),
        action=_long(said.action),
        source=cleaned(said.source, limit=LIMITS["line"]),
        role=said.role or HAPPENED,
        row_id=cleaned(said.row_id, limit=LIMITS["identifier"]),
        teller=cleaned(said.teller, limit=LIMITS["name"]),
    )


def _long(text: str) -> str:
    return cleaned(text, limit=MOST_WORDS, multi_line=True)


def sound_reason(why: str) -> str:
    reason = cleaned(why, limit=LIMITS["line"])
    if not reason:
        raise CannotTell("Say why it is withdrawn, in a few words: “wrong child”, “recorded twice”.")
    return reason


def brothers_and_sisters(network: Network, child_ref: str) -> tuple[str, ...]:
    """Refs of the children who have a parent in common with this one, in the order of the network."""
    parents = {who for union in network.unions if _is_of(union, child_ref) for who in union.partners}
    theirs = {link.child for union in network.unions if parents & set(union.partners) for link in union.children}
    return tuple(one.id for one in network.persons if one.id in theirs - {child_ref} and one.kind == CHILD)


def _is_of(union: Union, child_ref: str) -> bool:
    return any(link.child == child_ref for link in union.children)


def sound_attachment(said: AttachmentSaid, kind: str, *, bases: Collection[str]) -> AttachmentSaid:
    """As it is kept. Each has its own reason why it may be shared: the row's is not enough for what it shows."""
    if said.basis not in bases:
        raise CannotTell("Say why it may be shared. A picture often shows more than the row tells.")
    what, kept_at = (cleaned(text, limit=LIMITS["line"]) for text in (said.what, said.kept_at))
    if not what:
        raise CannotTell("Say in a few words what it shows.")
    if kind == VIDEO and not kept_at:
        raise CannotTell("Say where the recording is kept.")
    return replace(said, what=what, kept_at=kept_at, number=cleaned(said.number, limit=LIMITS["name"]))


def sorting_day(on: PartialDate, today: dt.date) -> dt.date:
    """The first day it can have been; where that is open, the last."""
    return on.earliest or on.latest or today


def _require_past(said: RowSaid, today: dt.date) -> None:
    if said.start.earliest and said.start.earliest > today:
        raise CannotTell(YET_TO_COME)
    if said.end is None:
        if said.end_time and said.start_time and said.end_time < said.start_time:
            raise CannotTell("It would end before it began. Check both times.")
        return
    if said.end.certainly_before(said.start):
        raise CannotTell("It would end before it began. Check both days.")


def _require_known(said: RowSaid, bases: Collection[str]) -> None:
    """A choice that is not on its list was not made on our page."""
    known: Mapping[str, Collection[str]] = {
        "type": event_types(),
        "rag": tuple(Rag),
        "effective": row_words("effects"),
        "basis": bases,
        "restriction": restrictions(),
        "role": row_words("roles"),
    }
    for name, choices in known.items():
        value = getattr(said, name)
        if value and value not in choices:
            raise CannotTell("Choose from what is offered.")
    if any(other.role not in row_words("roles") for other in said.others):
        raise CannotTell("Choose what it was for each child.")
