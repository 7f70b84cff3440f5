"""Collects what a person should hear about a file: one sentence per kind of trouble, with its places."""

_SHOWN = 3


class Warnings:
    """Sentences grouped by kind, in the order in which each kind was first met."""

    def __init__(self) -> None:
        self._places: dict[str, list[str]] = {}
        self._examples: dict[str, str] = {}

    def add(self, what: str, place: str = "", *, example: str = "") -> None:
        """Note one trouble; `what` is a sentence without its full stop, `place` is "line 214" or a path."""
        self._places.setdefault(what, []).append(place)
        self._examples.setdefault(what, example)

    def sentences(self) -> tuple[str, ...]:
        """One sentence per kind of trouble.

        >>> warnings = Warnings()
        >>> for line in (3, 5, 8, 13):
        ...     warnings.add("A date was not understood", f"line {line}")
        >>> warnings.sentences()
        ('A date was not understood (lines 3, 5, 8 and 1 more).',)
        """
        return tuple(
            f"{what}{self._example(what)}{_listed([place for place in places if place])}."
            for what, places in self._places.items()
        )

    def _example(self, what: str) -> str:
        return f', for example "{self._examples[what]}"' if self._examples[what] else ""


def _listed(places: list[str]) -> str:
    if not places:
        return ""
    lines = [place.removeprefix("line ") for place in places]
    in_lines = all(line.isdigit() for line in lines)
    shown = ", ".join((lines if in_lines else places)[:_SHOWN])
    more = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
    heading = ("line " if len(lines) == 1 else "lines ") if in_lines else ""
    return f" ({heading}{shown}{more})"
