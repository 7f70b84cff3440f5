"""How people get on and help each other, in the words of the picture's curves."""

from collections.abc import Iterable, Iterator
from datetime import date

from kith.engines.drawing.dating import is_current
from kith.engines.drawing.network import Account, Relation
from kith.engines.drawing.output.naming import Naming
from kith.engines.drawing.output.phrases import has, kept_apart, say, whose
from kith.engines.drawing.symbols import load_sheet


def tie_sentences(relations: Iterable[Relation], naming: Naming, on: date | None) -> Iterator[str]:
    """A sentence for every tie of two people in the picture, and whose view it is; what is over is told as past."""
    for relation in relations:
        if relation.a != relation.b and naming.is_here(relation.a) and naming.is_here(relation.b):
            yield tie_sentence(relation, naming, on)
            if relation.account:
                yield from _view(relation.account, naming)


def tie_sentence(relation: Relation, naming: Naming, on: date | None) -> str:
    """One tie as a sentence.

    >>> from kith.engines.drawing.network import Network, Person
    >>> two = Naming(Network(persons=(Person(id="Ann"), Person(id="Bo"))))
    >>> tie_sentence(Relation(a="Ann", b="Bo", kind="close"), two, None)
    'Ann and Bo are close.'
    """
    kind = load_sheet().same_feelings.get(relation.kind, relation.kind)
    place = f"tie.{kind}" if has(f"tie.{kind}") else "tie.other"
    a, b = naming.calls(relation.a), naming.calls(relation.b)
    filled = {"a": a, "b": b, "whose": whose(a), "kind": relation.kind.replace("_", " ")}
    if not is_current(relation, on):
        return say(f"{place}.over", **filled)
    if relation.since is not None:
        return say("tie.since", said=say(f"{place}.now", **filled).removesuffix("."), since=relation.since)
    return say(f"{place}.now", **filled)


def _view(account: Account, naming: Naming) -> Iterator[str]:
    if account.certainty != "sure":
        yield say(f"tie.{account.certainty}")
    if account.view_of:
        viewer = account.view_of
        yield say("tie.view", who=naming.calls(viewer) if naming.is_here(viewer) else kept_apart(viewer))
