"""Fathers, mothers and other carers who are named again and again, and hardly ever spoken to."""

from collections.abc import Callable, Iterator, Sequence

from kith.engines.chronology.adding_up.aids import Aid, Kind
from kith.engines.chronology.adding_up.events import Account, Event, Story, names_of, parted, parts_of
from kith.engines.chronology.adding_up.hearing import Hit, hits, text_of, topics_of, words_of
from kith.engines.chronology.adding_up.wording import counted, noun_for
from kith.engines.chronology.knowledge import adding_up_data
from kith.engines.chronology.rows import CHILD


def not_spoken_to(story: Story) -> Iterator[Aid]:
    """One aid for each carer who is named in several events and spoken to in few or none.

    Somebody was spoken to where words for it stand beside the word or the name for them: “spoke to Dad”, “Dad asked”.
    """
    known = adding_up_data()["spoken_to"]
    for carer in adding_up_data()["carers"]:
        who = carer["id"]
        named, _ = parted(story.professional, _names(who))
        spoken, only_named = parted(named, _speaks_to(who, story.called))
        if len(named) >= known["from"] and len(spoken) <= known["share"] * len(named):
            yield Aid(
                kind=Kind.NOT_SPOKEN_TO,
                sentence=_sentence(carer["said"], named, spoken),
                rows=names_of(named),
                parts=parts_of(("spoken to", spoken), ("named only", only_named)),
            )


def _sentence(said: str, named: Sequence[Event], spoken: Sequence[Event]) -> str:
    start = f"{said} is named in {counted(len(named), noun_for(named))}"
    if spoken:
        return f"{start} and was spoken to in {len(spoken)}."
    return f"{start}, and none of them says that anybody spoke to {_mid(said)}."


def _mid(said: str) -> str:
    """In the middle of a sentence: “a foster carer”, but “Dad”."""
    return said[0].lower() + said[1:] if said.startswith("A ") else said


def _names(who: str) -> Callable[[Account], bool]:
    return lambda account: who in account.heard


def _speaks_to(who: str, called: str) -> Callable[[Account], bool]:
    known = adding_up_data()
    between = frozenset([*words_of(known["between"]["words"]), *words_of(called)])
    everybody = frozenset([carer["id"] for carer in known["carers"]])

    def tells(account: Account) -> bool:
        if who not in account.heard or account.heard.isdisjoint(("spoke_to", "said")):
            return False
        words = words_of(text_of(account.row))
        found = hits(words)
        people = [hit for hit in found if hit.topic in everybody] + list(_by_name(account, who, words))
        within = {at for person in people for at in range(person.start, person.end)}
        passed = [word in between or at in within for at, word in enumerate(words)]
        return any(_is_beside(person, found, passed) for person in people if person.topic == who)

    return tells


def _by_name(account: Account, who: str, words: Sequence[str]) -> Iterator[Hit]:
    """Where the row names somebody of this role by the first of their names."""
    for subject in account.row.subjects:
        if subject.role != CHILD and who in topics_of(subject.role):
            first = words_of(subject.name)[:1]
            yield from (Hit(who, at, at + 1) for at, word in enumerate(words) if [word] == first)


def _is_beside(person: Hit, found: Sequence[Hit], passed: Sequence[bool]) -> bool:
    """Whether “spoke to” ends before the person, or “said” begins after, with nothing but small words between."""
    return any(
        (hit.topic == "spoke_to" and hit.end <= person.start and all(passed[hit.end : person.start]))
        or (hit.topic == "said" and hit.start >= person.end and all(passed[person.end : hit.start]))
        for hit in found
    )
