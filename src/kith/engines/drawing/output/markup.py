"""SVG elements as text: escaped, rounded and always in the same order."""

import re
from collections.abc import Iterable

from kith.engines.drawing.fonts import FAMILY

_REPLACED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
_SPECIAL = re.compile("[&<>\"']")
# What XML cannot hold at all, and the marks that would turn the direction of the text that follows.
_REFUSED = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e]")
_UNSEEN = "\N{REPLACEMENT CHARACTER}"

Value = str | float | None


def escaped(text: str) -> str:
    """The text as it may stand in an element or an attribute.

    >>> escaped('<b> & "co"')
    '&lt;b&gt; &amp; &quot;co&quot;'
    """
    return _SPECIAL.sub(lambda found: _REPLACED[found.group()], _REFUSED.sub(_UNSEEN, text))


def number(value: float) -> str:
    """Pixels to one decimal, in the shortest form.

    >>> number(12.04), number(-0.01), number(3.25)
    ('12', '0', '3.2')
    """
    short = f"{value:.1f}".removesuffix(".0")
    return "0" if short == "-0" else short


def element(tag: str, attributes: dict[str, Value], *inside: str) -> str:
    """One element; `inside` is markup already, attributes are escaped here, and None leaves one out."""
    opened = f"<{tag}{_attributes(attributes)}"
    return f"{opened}>{''.join(inside)}</{tag}>" if inside else f"{opened}/>"


def text(words: str, x: float, y: float, *, size: float, fill: str, bold: bool = False, anchor: str = "middle") -> str:
    """One line of text with its base line at y; every line sets its own direction, so names may run either way."""
    attributes: dict[str, Value] = {
        "x": x,
        "y": y,
        "font-size": size,
        "font-weight": "700" if bold else None,
        "text-anchor": None if anchor == "start" else anchor,
        "fill": fill,
        "unicode-bidi": "plaintext" if not words.isascii() else None,
    }
    return element("text", attributes, escaped(words))


def group(layer: str, inside: Iterable[str], **attributes: Value) -> str:
    """A layer of the picture, or nothing where it is empty."""
    parts = [f"{part}\n" for part in inside]
    return element("g", {"data-layer": layer, **attributes}, "\n", *parts) + "\n" if parts else ""


def document(attributes: dict[str, Value], *inside: str) -> str:
    """The whole drawing as one SVG element."""
    opening: dict[str, Value] = {"xmlns": "http://www.w3.org/2000/svg", "font-family": FAMILY, **attributes}
    return element("svg", opening, "\n", *inside) + "\n"


def _attributes(attributes: dict[str, Value]) -> str:
    return "".join(f' {name}="{_value(value)}"' for name, value in attributes.items() if value is not None)


def _value(value: str | float) -> str:
    return escaped(value) if isinstance(value, str) else number(value)
