"""A drawing as a tagged PDF (PDF/UA-1) to print and to read aloud, with the bundled typeface."""

import logging
import re
import sys
from base64 import b64decode
from collections.abc import Callable, Iterable
from ctypes import CDLL
from functools import cache
from typing import Any

from kith.engines.drawing.fonts import FOLDER
from kith.engines.drawing.output.print_pages import SCHEME, PrintPages, plan_for, print_pages
from kith.engines.drawing.output.text import Passage
from kith.engines.drawing.picture import Drawing
from kith.kernel.errors import KithError

PANGO = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
TYPES = {"svg": "image/svg+xml", "ttf": "font/ttf"}
DATA = re.compile("data:(?P<type>image/(?:png|jpeg));base64,")
PRODUCER = "Kith"


class CannotMakePdf(KithError):
    """The picture could not be turned into a PDF."""


def to_pdf(
    drawing: Drawing,
    passages: Iterable[Passage],
    *,
    paper: str = "a4",
    spread: bool | None = None,
    stamp: str = "",
) -> bytes:
    """PDF bytes: the picture on `paper` ("a4" to "a1"), spread over sheets as `plan_sheets` tells, then the sentences.

    The sentences stand on A4. No date is written, so the same input gives the same bytes.

    >>> to_pdf(Drawing(title="", description="", width=40, height=30), ())[:8] if not missing_for_pdf() else b"%PDF-1.7"
    b'%PDF-1.7'
    """
    plan = plan_for(drawing, paper=paper, spread=spread)
    return written(print_pages(drawing, passages, plan, stamp=stamp))


@cache
def missing_for_pdf() -> str:
    """One sentence that names the Debian packages to install; empty where a PDF can be made.

    >>> missing_for_pdf()[:17] in ("", "A PDF needs Pango")
    True
    """
    packages = [package for library, package in PANGO.items() if not _is_there(library)]
    if not packages:
        return ""
    return f"A PDF needs Pango, which is not on this computer: apt-get install {' '.join(packages)}."


def _is_there(library: str) -> bool:
    """Asked by Debian's names; other systems have their own, and there the import itself says so."""
    if sys.platform != "linux":
        return True
    try:
        CDLL(library)
    except OSError:
        return False
    return True


def written(pages: PrintPages) -> bytes:
    """Any such pages as a PDF. Raises CannotMakePdf where this computer cannot make one."""
    if missing := missing_for_pdf():
        raise CannotMakePdf(missing)
    printer = _printer()
    fetch = _only_our_own(pages.pictures, printer.urls.URLFetcherResponse)
    document = printer.HTML(string=pages.html, url_fetcher=fetch)
    pdf: bytes = document.write_pdf(pdf_variant="pdf/ua-1", finisher=_without_traces)
    return pdf


def _only_our_own(pictures: dict[str, str], response: Callable[..., Any]) -> Callable[..., Any]:
    """Answers for the pictures, what they hold, and the typeface; no file and no network is ever reached."""

    def fetch(address: str, *_: object, **__: object) -> Any:
        name = address.removeprefix(SCHEME)
        if name in pictures:
            return response(address, pictures[name], {"Content-Type": TYPES["svg"]})
        if name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"):
            return response(address, (FOLDER / name).read_bytes(), {"Content-Type": TYPES["ttf"]})
        if inside := DATA.match(address):
            return response(address, b64decode(address[inside.end() :]), {"Content-Type": inside["type"]})
        raise CannotMakePdf("A PDF holds nothing from outside.")

    return fetch


def _without_traces(_: object, pdf: Any) -> None:
    """The maker's name and version say nothing to a reader and something to an attacker."""
    made_with = pdf.info["Producer"].string
    pdf.info["Producer"] = type(pdf.info["Producer"])(PRODUCER)
    for part in pdf.objects:
        if getattr(part, "extra", {}).get("Subtype") == "/XML":
            part.stream = [piece.replace(made_with.encode(), PRODUCER.encode()) for piece in part.stream]


@cache
def _printer() -> Any:
    """The one adapter to weasyprint: imported when first used because it is large and needs a system library."""
    try:
        import weasyprint  # noqa: PLC0415
    except OSError as error:
        raise CannotMakePdf("A PDF needs Pango, which is not on this computer.") from error
    for name in ("weasyprint", "fontTools"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what they warn of may hold somebody's name
    return weasyprint
