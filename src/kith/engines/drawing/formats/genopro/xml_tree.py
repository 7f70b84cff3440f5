"""XML from a stranger as a plain tree: no declarations, no depth without end, and every element knows its line."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, Locator

from defusedxml import DefusedXmlException
from defusedxml.sax import make_parser

from kith.engines.drawing.formats.limits import DEEPEST_XML, LONGEST_VALUE, MOST_XML_PARTS
from kith.engines.drawing.formats.plain_text import quoted
from kith.engines.drawing.formats.reading import CannotReadFamily

_SAVE_AGAIN = "save the family again in the program it comes from"


@dataclass(slots=True, eq=False)
class Element:
    """A tag with its own words (without those of its parts); `claimed` once the network holds what it says."""

    line: int
    tag: str
    attributes: dict[str, str]
    text: str = ""
    children: list["Element"] = field(default_factory=list)
    claimed: bool = False
    id: str = ""  # the one under which the network knows it

    @property
    def place(self) -> str:
        return f"line {self.line}"

    def each(self, tag: str) -> list["Element"]:
        return [child for child in self.children if child.tag == tag]

    def first(self, *tags: str) -> "Element | None":
        return next((child for child in self.children if child.tag in tags), None)

    def under(self, group: str, tag: str) -> Iterator["Element"]:
        """The elements of a list such as `Individuals`, wherever such lists stand below this one."""
        for listed in self.each(group):
            listed.claimed = True
            yield from listed.each(tag)


def parse_xml(data: bytes) -> Element:
    """The outermost element; raises CannotReadFamily with the line that is wrong."""
    tree = _Tree()
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(tree)
    try:
        parser.parse(io.BytesIO(data))
    except DefusedXmlException:
        raise CannotReadFamily(
            f"The XML of this file declares words of its own (a DOCTYPE), as no family needs; {_SAVE_AGAIN}."
        ) from None
    except CannotReadFamily:
        raise
    except Exception as problem:  # expat, codecs and sax each raise errors of their own about hostile bytes
        raise CannotReadFamily(f"Line {tree.line} of the XML in this file is broken; {_SAVE_AGAIN}.") from problem
    if tree.root is None:
        raise CannotReadFamily(f"The XML in this file is empty; {_SAVE_AGAIN}.")
    return tree.root


class _Tree(ContentHandler):
    """Builds the tree without recursion and refuses what grows without end."""

    def __init__(self) -> None:
        super().__init__()
        self.root: Element | None = None
        self._open: list[Element] = []
        self._pieces: list[list[str]] = []
        self._count = 0
        self._where: Locator | None = None

    @property
    def line(self) -> int:
        return int(self._where.getLineNumber() or 1) if self._where else 1

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 (the parser calls it so)
        self._where = locator

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        self._count += 1
        if len(self._open) >= DEEPEST_XML or self._count > MOST_XML_PARTS:
            raise CannotReadFamily(
                f"Line {self.line} of the XML in this file is nested too deep or has too many parts."
            )
        element = Element(self.line, name, dict(attrs.items()))
        for key, value in element.attributes.items():
            _refuse_long(key, value, self.line)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)
        self._pieces.append([])

    def characters(self, content: str) -> None:
        if self._pieces:
            self._pieces[-1].append(content)

    def endElement(self, name: str) -> None:  # noqa: N802
        element = self._open.pop()
        element.text = "".join(self._pieces.pop()).strip()
        _refuse_long(name, element.text, self.line)


def _refuse_long(name: str, text: str, line: int) -> None:
    if len(text) > LONGEST_VALUE:
        raise CannotReadFamily(
            f"Line {line}: the text of {quoted(name)} is longer than {LONGEST_VALUE:,} characters; shorten it."
        )
