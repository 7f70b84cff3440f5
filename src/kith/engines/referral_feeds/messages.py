"""What is wrong in a feed, and where; alike messages of many entries become one sentence."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

_NAMED = 3  # entries that a sentence names before it counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One fault or warning; `entry` counts from 1 and is 0 where the file is no list, or the file itself is meant."""

    file: str
    says: str
    entry: int = 0
    field: str = ""


def in_sentences(messages: Iterable[Message], *, most: int = 20) -> tuple[str, ...]:
    """One sentence for all entries of a file of which the same is said.

    >>> in_sentences([Message(file="a.json", entry=n, field="url", says="this is no web address") for n in (1, 2)])
    ('a.json, entries 1 and 2, url: this is no web address.',)
    """
    alike: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for message in messages:
        alike[message.file, message.field, message.says].append(message.entry)
    sentences = [_sentence(file, field, says, entries) for (file, field, says), entries in alike.items()]
    if len(sentences) > most:
        sentences = [*sentences[:most], f"And {len(sentences) - most} more of other kinds."]
    return tuple(sentences)


def _sentence(file: str, field: str, says: str, entries: list[int]) -> str:
    where = ", ".join(part for part in (file, _entries(entries), field) if part)
    return f"{where}: {says}."


def _entries(entries: list[int]) -> str:
    numbers = sorted({entry for entry in entries if entry})
    if len(numbers) < 2:
        return f"entry {numbers[0]}" if numbers else ""
    if len(numbers) <= _NAMED:
        return f"entries {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"
    return f"entries {', '.join(map(str, numbers[:_NAMED]))} and {len(numbers) - _NAMED} more"
