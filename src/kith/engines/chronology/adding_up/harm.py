"""Harm that comes again, and strengths and harms side by side."""

from collections.abc import Iterator, Sequence

from kith.engines.chronology.adding_up.aids import Aid, Kind
from kith.engines.chronology.adding_up.events import Account, Event, Story, names_of, numbered, parted, parts_of
from kith.engines.chronology.adding_up.wording import counted, noun_for, period, the_last
from kith.engines.chronology.knowledge import adding_up_data
from kith.engines.chronology.rows import Rag

_OF_HARM = (Rag.RED, Rag.AMBER)


def domestic_abuse(story: Story) -> Iterator[Aid]:
    """Domestic abuse that came again; a part for each event has its running number."""
    known = adding_up_data()["domestic_abuse"]
    types, partners = frozenset(known["types"]), frozenset(known["between"])

    def tells(account: Account) -> bool:
        heard = account.heard
        is_heard = "domestic_abuse" in heard or ("quarrel" in heard and len(heard & partners) > 1)
        return is_heard and account.row.type in types and account.row.rag is not Rag.GREEN

    events, _ = parted(story.professional, tells)
    if len(events) >= known["from"]:
        yield Aid(
            kind=Kind.DOMESTIC_ABUSE,
            sentence=f"Domestic abuse: {len(events)} events{period(events)}{the_last(events, story.on)}.",
            rows=names_of(events),
            parts=numbered([[event] for event in events]),
        )


def strengths_beside_harm(story: Story) -> Iterator[Aid]:
    """Both counts. An event that was both to different agencies counts on both sides: neither cancels the other."""
    types = adding_up_data()["strengths"]["types"]
    good, _ = parted(story.everybody, lambda told: told.row.rag is Rag.GREEN or told.row.type in types)
    harm, _ = parted(story.everybody, is_of_harm)
    if good or harm:
        yield Aid(
            kind=Kind.STRENGTHS_BESIDE_HARM,
            sentence=_beside(good, harm),
            rows=names_of([*good, *harm]),
            parts=parts_of(("strength", good), ("harm or concern", harm)),
        )


def is_of_harm(account: Account) -> bool:
    """Whether it meant harm, risk or concern to the agency that tells it."""
    return account.row.rag in _OF_HARM


def _beside(good: Sequence[Event], harm: Sequence[Event]) -> str:
    noun = noun_for([*good, *harm])
    said = f"{_tell(len(good), noun)} of a strength, and {_tell(len(harm), noun)} of harm or concern."
    return said[0].upper() + said[1:]


def _tell(number: int, noun: str) -> str:
    return f"{counted(number, noun) if number else f'no {noun}'} {'tell' if number > 1 else 'tells'}"
