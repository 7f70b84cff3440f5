"""What is said about one couple: how they stand to each other, and their children."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Set
from datetime import date

from kith.engines.drawing.network import ChildLink, Status, Union
from kith.engines.drawing.output.naming import Naming
from kith.engines.drawing.output.phrases import has, listed, say, when, whose
from kith.engines.drawing.symbols.ages import age_of
from kith.engines.drawing.symbols.shapes import has_died

CHILDREN_IN_A_SENTENCE = 5
CARED_FOR = ("foster", "kinship", "guardian")  # looked after by the couple, but not called their children

Named = Callable[[str], str]


def couple_sentences(union: Union, naming: Naming) -> Iterator[str]:
    """The history of a couple, oldest first; nothing for one parent alone."""
    partners = [partner for partner in naming.known(union.partners) if not naming.person(partner).unknown]
    if len(partners) < 2:
        return
    couple = naming.all(partners)
    one_died = any(has_died(naming.person(partner)) for partner in partners)
    if not union.statuses and not union.children:
        yield say("couple.other.over" if one_died else "couple.other.undated", couple=couple)
    for status in _worth_telling(union.statuses):
        has_ended = one_died or status.until is not None or status is not union.statuses[-1]
        yield _status_sentence(status, couple, has_ended)
        couple = say("children.they")


def children_sentences(union: Union, naming: Naming, on: date | None, introduced: Set[str]) -> Iterator[str]:
    """The children, how each came to the family where not by birth, and who was born together."""
    links = [link for link in union.children if naming.is_here(link.child)]
    if not links:
        return
    partners = naming.known(union.partners)

    def named(child: str) -> str:
        age = None if child in introduced else age_of(naming.person(child), on)
        is_gone = has_died(naming.person(child))
        return f"{naming.calls(child)} ({age})" if age and not is_gone else naming.calls(child)

    theirs = their_children(union, naming)
    yield from _list_of_children(union, theirs, naming, named)
    for link in links:
        yield from _way_in(link, partners, naming)
    yield from _born_together(links, naming)


def their_children(union: Union, naming: Naming) -> list[str]:
    """Those who are called the couple's children, in the order of the network."""
    return naming.known(link.child for link in union.children if link.kind not in CARED_FOR)


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


def _list_of_children(union: Union, theirs: list[str], naming: Naming, named: Named) -> Iterator[str]:
    if not theirs:
        return
    partners = naming.known(union.partners)
    known = [partner for partner in partners if not naming.person(partner).unknown]
    if not known:
        yield _of_nobody(theirs, naming)
        return
    was_named = bool(union.statuses) and len(known) > 1
    yield from _named_children(naming.all(known), theirs, named, was_named=was_named)
    if len(known) < len(partners):
        yield say("children.other_parent", whose=whose(naming.all(theirs)))


def _named_children(couple: str, theirs: list[str], named: Named, *, was_named: bool) -> Iterator[str]:
    """How many and who; "their" where the sentence before named the couple."""
    start = "children.theirs" if was_named else "children.of"
    if len(theirs) > CHILDREN_IN_A_SENTENCE:
        yield say(f"{start}_many", couple=couple, count=len(theirs))
        for run in _in_runs(theirs):
            yield say("children.more", names=listed([named(child) for child in run]))
    else:
        names = listed([named(child) for child in theirs])
        yield say(f"{start}_one" if len(theirs) == 1 else start, whose=whose(couple), names=names)


def _of_nobody(theirs: list[str], naming: Naming) -> str:
    if len(theirs) == 1:
        return say("children.nobody_one", whose=whose(naming.calls(theirs[0])))
    return say("children.nobody", names=naming.all(theirs))


def _in_runs(people: list[str]) -> Iterator[list[str]]:
    for first in range(0, len(people), CHILDREN_IN_A_SENTENCE):
        yield people[first : first + CHILDREN_IN_A_SENTENCE]


def _way_in(link: ChildLink, partners: list[str], naming: Naming) -> Iterator[str]:
    place = f"child.{link.kind}"
    if not has(place):
        return
    filled = {"name": naming.calls(link.child), "couple": naming.all(partners) or say("list.somebody")}
    if link.until is not None and has(f"{place}.over"):
        yield say(f"{place}.over", **filled)
    elif link.since is not None and has(f"{place}.dated"):
        yield say(f"{place}.dated", **filled, when=when(link.since), since=link.since)
    else:
        yield say(f"{place}.undated", **filled)


def _born_together(links: list[ChildLink], naming: Naming) -> Iterator[str]:
    groups: dict[str, list[ChildLink]] = defaultdict(list)
    for link in links:
        if link.twin:
            groups[link.twin].append(link)
    for group in groups.values():
        names = naming.all(link.child for link in group)
        if len(group) == 2 and all(link.identical for link in group):
            yield say("together.identical", names=names)
        elif len(group) > 1:
            yield say(f"together.{len(group)}" if has(f"together.{len(group)}") else "together.more", names=names)
