"""What is said about the children of one couple, or of one parent."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Set
from datetime import date

from kith.engines.drawing.network import ChildLink, Union
from kith.engines.drawing.output.naming import Naming
from kith.engines.drawing.output.phrases import has, listed, say, when, whose
from kith.engines.drawing.symbols.ages import age_of
from kith.engines.drawing.symbols.shapes import STILLBIRTH, has_died

CHILDREN_IN_A_SENTENCE = 5
CARED_FOR = ("foster", "kinship", "guardian")  # looked after by the couple, but not called their children

Named = Callable[[str], str]
_ALIKE = {True: "alike.yes", False: "alike.no", None: "alike.unsaid"}


def children_sentences(union: Union, naming: Naming, on: date | None, introduced: Set[str]) -> Iterator[str]:
    """The children, how each came to the family where not by birth, and who was born together."""
    links = [link for link in union.children if naming.is_here(link.child)]
    if not links:
        return
    carers = naming.partners_we_know(union)

    def named(child: str) -> str:
        age = None if child in introduced else age_of(naming.person(child), on)
        is_gone = has_died(naming.person(child))
        return f"{naming.calls(child)} ({age})" if age and not is_gone else naming.calls(child)

    theirs = their_children(union, naming)
    yield from _list_of_children(union, theirs, naming, named)
    for link in links:
        yield from _way_in(link, carers, naming)
    yield from _born_together(links, naming)


def their_children(union: Union, naming: Naming) -> list[str]:
    """Those who are called the couple's children, in the order of the network; a lost pregnancy is told by itself."""
    known = naming.known(link.child for link in union.children if link.kind not in CARED_FOR)
    return [child for child in known if naming.person(child).loss in ("", STILLBIRTH)]


def _list_of_children(union: Union, theirs: list[str], naming: Naming, named: Named) -> Iterator[str]:
    if not theirs:
        return
    partners = naming.known(union.partners)
    known = naming.partners_we_know(union)
    if not known:
        yield _of_nobody(theirs, naming)
        return
    was_named = bool(union.statuses) and len(known) > 1
    yield from _named_children(naming.all(known), theirs, named, was_named=was_named)
    if len(known) < len(partners):
        place = "children.other_parent_one" if len(theirs) == 1 else "children.other_parent"
        yield say(place, whose=whose(naming.calls(theirs[0])))


def _named_children(couple: str, theirs: list[str], named: Named, *, was_named: bool) -> Iterator[str]:
    """How many and who; "their" where the sentence before named the couple."""
    start = "children.theirs" if was_named else "children.of"
    if len(theirs) > CHILDREN_IN_A_SENTENCE:
        yield say(f"{start}_many", whose=whose(couple), count=len(theirs))
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


def _way_in(link: ChildLink, carers: list[str], naming: Naming) -> Iterator[str]:
    place = f"child.{link.kind}"
    if not has(place):
        return
    filled = {"name": naming.calls(link.child), "couple": naming.all(carers) or say("list.somebody")}
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
        if len(group) > 1:
            yield _of_one_birth(group, naming.all(link.child for link in group))


def _of_one_birth(group: list[ChildLink], names: str) -> str:
    """How many were born together, and whether they are identical unless only some are."""
    told = {link.identical for link in group}
    if len(group) == 2 and told == {True}:
        return say("together.identical", names=names)
    born = say(f"together.{len(group)}" if has(f"together.{len(group)}") else "together.more", names=names)
    return born if told == {True, False} else f"{born} {say(_ALIKE[None if None in told else told.pop()])}"
