"""Where people come from, in the words of a cultural genogram."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kith.engines.drawing.output.naming import Naming
from kith.engines.drawing.output.phrases import listed, say
from kith.engines.drawing.picture import Culture


def culture_sentences(told: Mapping[str, tuple[Culture, ...]], naming: Naming) -> Iterator[str]:
    """A sentence for everybody with the same cultures.

    >>> from kith.engines.drawing.network import Network, Person
    >>> two = Naming(Network(persons=(Person(id="Ann"), Person(id="Bo"))))
    >>> list(culture_sentences({"Ann": (Culture("A", "Turkish"),), "Bo": (Culture("A", "Turkish"),)}, two))
    ['Culture of Ann and Bo: Turkish.']
    """
    together: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for person, cultures in told.items():
        if cultures:
            together[tuple(culture.says for culture in cultures)].append(person)
    for says, people in together.items():
        yield say("person.culture", names=naming.all(people), cultures=listed(says))
