"""Words alone on paper, as a tagged PDF: for what is given to somebody to read."""

from collections.abc import Iterable
from importlib.resources import files

from kith.engines.drawing.output.markup import element, escaped
from kith.engines.drawing.output.pdf import written
from kith.engines.drawing.output.print_pages import PrintPages, foot_of
from kith.engines.drawing.output.text import Passage
from kith.kernel.palette import colour

LARGE = 18  # points


def to_words_pdf(title: str, passages: Iterable[Passage], *, stamp: str = "", is_large: bool = False) -> bytes:
    """PDF bytes (PDF/UA-1) on A4: a title, then passages, which flow on from page to page.

    A passage without a heading is plain paragraphs. `stamp` stands at the foot of every page. The same input gives the
    same bytes. Raises CannotMakePdf where this computer cannot make one.

    >>> from kith.engines.drawing.output.pdf import missing_for_pdf
    >>> to_words_pdf("My page", ())[:8] if not missing_for_pdf() else b"%PDF-1.7"
    b'%PDF-1.7'
    """
    parts = [element("h1", {}, escaped(title)), *map(_passage, passages)]
    head = element("title", {}, escaped(title)) + element("style", {}, _style(stamp, is_large=is_large))
    page = element("head", {}, '<meta charset="utf-8">', head) + element("body", {}, *parts)
    return written(PrintPages("<!DOCTYPE html>" + element("html", {"lang": "en-GB"}, page), {}))


def _passage(passage: Passage) -> str:
    heading = element("h2", {}, escaped(passage.heading)) if passage.heading else ""
    return heading + "".join(element("p", {}, escaped(words)) for words in passage.sentences)


def _style(stamp: str, *, is_large: bool) -> str:
    large = f"html {{ font-size: {LARGE}pt }}" if is_large else ""
    rules = (files(__package__).joinpath(name).read_text(encoding="utf-8") for name in ("print.css", "words.css"))
    return "\n".join((*rules, f"html {{ color: {colour('ink')} }}", foot_of(stamp), large))
