"""How it is told: where accounts contradict each other, and how often the child's own words stand there."""

from collections.abc import Iterator

from kith.engines.chronology.adding_up.aids import Aid, Kind
from kith.engines.chronology.adding_up.events import Event, Story, names_of, parted, parts_of
from kith.engines.chronology.adding_up.wording import counted, noun_for
from kith.engines.chronology.differences import differences
from kith.engines.chronology.knowledge import adding_up_data


def accounts_differ(story: Story) -> Iterator[Aid]:
    """Events that agencies tell differently; a part for each has what differs, in the words of the merge."""
    found = [(event, said) for event in story.professional if (said := _contradictions(event))]
    if found:
        events = [event for event, _ in found]
        yield Aid(
            kind=Kind.ACCOUNTS_DIFFER,
            sentence=_differ(found),
            rows=names_of(events),
            parts=parts_of(*[(" ".join(said), [event]) for event, said in found]),
        )


def childs_words(story: Story) -> Iterator[Aid]:
    """In how many of all events the child's own words stand, whoever tells them; the parts say which lack them."""
    events = story.everybody
    if not events:
        return
    having, lacking = parted(events, lambda account: bool(account.row.childs_words))
    whose = f"{story.called}’s words"
    noun = noun_for(events)
    yield Aid(
        kind=Kind.CHILDS_WORDS,
        sentence=f"{story.called}’s own words stand in {len(having) or 'none'} of {counted(len(events), noun)}.",
        rows=names_of(events),
        parts=parts_of((f"with {whose}", having), (f"without {whose}", lacking)),
    )


def _contradictions(event: Event) -> tuple[str, ...]:
    if len(event.accounts) == 1:
        return ()
    left_out = adding_up_data()["differences"]["left_out"]
    said = differences([account.row for account in event.accounts])
    return tuple(one for one in said if one.partition(":")[0] not in left_out)


def _differ(found: list[tuple[Event, tuple[str, ...]]]) -> str:
    if len(found) > 1:
        return f"Accounts of {len(found)} events differ."
    event, said = found[0]
    what = ", ".join([one.partition(":")[0].lower() for one in said])
    return f"{len(event.accounts)} accounts of {event.accounts[0].row.start} differ: {what}."
