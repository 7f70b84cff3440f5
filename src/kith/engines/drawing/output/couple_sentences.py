"""What is said about one couple: how they stand, and stood, to each other."""

from collections.abc import Iterator

from kith.engines.drawing.network import Status, Union
from kith.engines.drawing.output.naming import Naming
from kith.engines.drawing.output.phrases import has, say, when, whose
from kith.engines.drawing.symbols.shapes import has_died


def couple_sentences(union: Union, naming: Naming) -> Iterator[str]:
    """The history of a couple, oldest first; nothing for one parent alone."""
    partners = naming.partners_we_know(union)
    if len(partners) > 1:
        yield from _history(union, partners, naming)
    elif partners and len(naming.known(union.partners)) > 1 and not union.children:
        yield say("children.partner", whose=whose(naming.calls(partners[0])))


def _history(union: Union, partners: list[str], naming: Naming) -> Iterator[str]:
    couple = naming.all(partners)
    one_died = any(has_died(naming.person(partner)) for partner in partners)
    if not union.statuses and not union.children:
        yield say("couple.other.over" if one_died else "couple.other.undated", couple=couple)
    for status in _worth_telling(union.statuses):
        has_ended = one_died or status.until is not None or status is not union.statuses[-1]
        yield _status_sentence(status, couple, has_ended)
        couple = say("children.they")


def _worth_telling(statuses: tuple[Status, ...]) -> Iterator[Status]:
    """The latest state, and earlier ones that have a date."""
    for status in statuses:
        if status is statuses[-1] or status.since is not None:
            yield status


def _status_sentence(status: Status, couple: str, has_ended: bool) -> str:
    place = f"couple.{status.kind}" if has(f"couple.{status.kind}") else "couple.other"
    if status.since is None:
        return say(f"{place}.over" if has_ended else f"{place}.undated", couple=couple)
    told = "before" if has_ended and has(f"{place}.before") else "dated"
    return say(f"{place}.{told}", couple=couple, when=when(status.since), since=status.since)
