"""What is to be done after a picture was drawn, from what stands on it. No queries."""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

from kith.apps.pictures.projections import DrawnPage, HelpLine, PlacedCard
from kith.apps.pictures.reading import require_tables
from kith.apps.pictures.vocabulary import PictureKind, file_of, picture_kinds

TABLES = ("help", "helps", "again", "states", "empty", "near", "nudge")
SAYS_YES, SAYS_NO = "yes", "no"
WHO = "Who?"


@cache
def list_words() -> Mapping[str, Any]:
    body = file_of("lists")
    require_tables(body, TABLES, "lists.toml")
    return body


def helpers_on(page: DrawnPage) -> tuple[HelpLine, ...]:
    """Whoever stands where help comes from, has a line along which it goes to the child, or might be there again."""
    lines = (HelpLine(name=card.name, ways=tuple(_ways(card, page)), words=card.placing.words) for card in page.placed)
    return tuple(line for line in lines if line.ways)


def _ways(card: PlacedCard, page: DrawnPage) -> Iterator[str]:
    words, child = list_words(), page.scene.centre
    part = words["helps"].get(page.picture.kind, {}).get(card.placing.part)
    if part:
        yield part
    if any(one.line.b == card.key and not one.line.a and one.line.towards in ("a", "both") for one in page.lines):
        yield words["help"].format(child=child)
    if card.placing.again in words["again"]:
        yield words["again"][card.placing.again].format(child=child)


def blanks_on(page: DrawnPage) -> tuple[str, ...]:
    """What nobody knows or is sure of, and parts in which nobody stands though somebody should be asked about them."""
    return (*_unsure(page), *_empty(page))


def _unsure(page: DrawnPage) -> Iterator[str]:
    states, child = list_words()["states"], page.scene.centre
    for card in page.placed:
        if card.placing.state in states:
            yield states[card.placing.state].format(name=card.name or WHO, child=child)


def _empty(page: DrawnPage) -> Iterator[str]:
    asked = list_words()["empty"].get(page.picture.kind, {})
    taken = {card.placing.part for card in page.placed}
    for part in picture_kinds()[page.picture.kind].parts:
        if part.id in asked and part.id not in taken:
            yield asked[part.id].format(part=part.for_workers)


def shows_who_is_near(kind: PictureKind) -> bool:
    return kind.name in list_words()["near"]["kinds"] or any(part.is_inner for part in kind.parts)


def is_near(card: PlacedCard, kind: PictureKind) -> bool:
    """Whether somebody stands in the innermost part; where nearness is a distance, whether they were put near."""
    near = list_words()["near"]
    if kind.name in near["kinds"]:
        return bool(card.placing.farness <= near["farness"])
    return any(part.is_inner and part.id == card.placing.part for part in kind.parts)


def may_be_asked(answers: Collection[str]) -> bool:
    """Of somebody who was there in an earlier home: nobody asks them anything before the child says yes.

    >>> may_be_asked({"yes"}), may_be_asked({"might"}), may_be_asked({"yes", "no"}), may_be_asked({""})
    (True, False, False, False)
    """
    return SAYS_YES in answers and SAYS_NO not in answers
