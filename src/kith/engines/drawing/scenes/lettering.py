"""The words of a scene in lines: wrapped, measured with the bundled typeface, and never made smaller."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from kith.engines.drawing.fonts import text_width
from kith.engines.drawing.output.markup import element, text
from kith.engines.drawing.picture import Box, Label, TextLine
from kith.engines.drawing.scenes.scene import Item
from kith.engines.drawing.scenes.wording import MORE, facts_of, name_of
from kith.engines.drawing.symbols.wrapping import width_for, wrap
from kith.kernel.palette import colour

NAME, FACT = 18.0, 15.0  # type sizes in pixels
LINE_HEIGHT, BASE_LINE = 1.28, 0.98  # of the type size: a whole line, and from its top to its base line
WIDEST = 168.0  # of a line, unless one word is a little longer
PAD_X, PAD_Y = 9.0, 4.0  # from the words to the edge of their plate
CORNER = 10.0
MOST_FACTS = 3  # lines of facts in the picture; the list says all


def label_of(item: Item, *, widest: float = WIDEST, has_words: bool = True) -> Label:
    """The item's name and what is said of it on a plate centred on x = 0 with its upper edge at y = 0.

    Without its words only the name and what must be seen stand there, where the picture is about something else.
    """
    told = facts_of(item) if has_words else facts_of(replace(item, words=""))
    facts = [line for fact in told for line in wrap(fact, width=widest, size=FACT)]
    if len(facts) > MOST_FACTS:
        facts = [*facts[: MOST_FACTS - 1], _cut(facts[MOST_FACTS - 1], widest)]
    return plate(_bold(name_of(item), NAME, widest), facts)


def plate(names: Iterable[str], facts: Iterable[str] = (), *, size: float = NAME) -> Label:
    """A label from lines that are wrapped already."""
    lines = [TextLine(text=words, bold=True) for words in names] + [TextLine(text=words) for words in facts]
    width = max((text_width(line.text, _size(line, size), line.bold) for line in lines), default=0.0)
    height = sum(_size(line, size) * LINE_HEIGHT for line in lines)
    return Label(box=Box(0, height / 2 + PAD_Y, width + 2 * PAD_X, height + 2 * PAD_Y), lines=tuple(lines))


def titled(words: str, *, size: float, widest: float) -> Label:
    """A bold title of one part or of the centre."""
    return plate(_bold(words, size, widest), size=size)


def moved(label: Label, x: float, top: float) -> Label:
    """The same label centred on x with its upper edge at `top`."""
    return replace(label, box=label.box._replace(x=x, y=top + label.box.h / 2))


def lettered(label: Label, *, size: float = NAME, ink: str = "ink", faint: str = "slate") -> Iterable[str]:
    """The lines of a label as SVG; `ink` and `faint` are colours of the palette for names and facts."""
    top = label.box.y - label.box.h / 2 + PAD_Y
    for line in label.lines:
        high = _size(line, size)
        fill = colour(ink if line.bold else faint)
        yield text(line.text, label.box.x, top + high * BASE_LINE, size=high, fill=fill, bold=line.bold)
        top += high * LINE_HEIGHT


def plated(label: Label, *, fill: str, corner: float = CORNER) -> str:
    """The plate behind the words, so that nothing runs through them."""
    box = label.box
    place = {"x": box.x - box.w / 2, "y": box.y - box.h / 2, "width": box.w, "height": box.h}
    return element("rect", {**place, "rx": min(corner, box.h / 2), "fill": fill})


def _bold(words: str, size: float, widest: float) -> tuple[str, ...]:
    return wrap(words, width=width_for(words, width=widest, size=size, bold=True), size=size, bold=True)


def _size(line: TextLine, size: float) -> float:
    return size if line.bold else FACT


def _cut(words: str, widest: float) -> str:
    kept = next(islice(wrap(words, width=widest - text_width(MORE, FACT), size=FACT), 1))
    return kept + MORE
