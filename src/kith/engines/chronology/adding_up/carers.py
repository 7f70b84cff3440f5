"""Fathers, mothers and other carers who are named again and again, and hardly ever spoken to."""

from collections.abc import Iterator

from kith.engines.chronology.adding_up.aids import Aid, Kind
from kith.engines.chronology.adding_up.events import Story, Telling, names_of, parted, parts_of
from kith.engines.chronology.adding_up.wording import counted, noun_for
from kith.engines.chronology.knowledge import adding_up_data


def not_spoken_to(story: Story) -> Iterator[Aid]:
    """One aid for each carer who is named in several events, by word or by role, and spoken to in few or none."""
    known = adding_up_data()["spoken_to"]
    for carer in adding_up_data()["carers"]:
        named, _ = parted(story.professional, _names(carer["id"]))
        spoken, only_named = parted(named, _speaks_to(carer["id"]))
        if len(named) >= known["from"] and len(spoken) <= known["share"] * len(named):
            start = f"{carer['said']} is named in {counted(len(named), noun_for(named))}"
            yield Aid(
                kind=Kind.NOT_SPOKEN_TO,
                sentence=f"{start} and was spoken to in {len(spoken) or 'none'}.",
                rows=names_of(named),
                parts=parts_of(("spoken to", spoken), ("named only", only_named)),
            )


def _names(who: str) -> Telling:
    return lambda account: who in account.heard


def _speaks_to(who: str) -> Telling:
    return lambda account: who in account.spoken_to
