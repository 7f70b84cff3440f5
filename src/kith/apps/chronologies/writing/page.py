"""A merged chronology as one page that stands by itself, and as a PDF of it: nothing is fetched, and nothing runs."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined

from kith.apps.chronologies.joining import Joined
from kith.apps.chronologies.writing.saying import summary
from kith.apps.chronologies.writing.shown import columns, shown
from kith.engines.drawing.output.pdf import CannotMakePdf, written
from kith.engines.drawing.output.print_pages import PrintPages
from kith.kernel.palette import colour

HERE = "kith.apps.chronologies"
TEMPLATE = "chronology.html.jinja"
MOST_IN_PDF = 300  # some six seconds


def to_html(joined: Joined) -> bytes:
    return _page(joined, is_paper=False).encode()


def to_pdf(joined: Joined) -> bytes:
    """Raises CannotMakePdf where there are more rows than somebody would wait for."""
    if len(joined.accounts) > MOST_IN_PDF:
        raise CannotMakePdf(f"A PDF holds at most {MOST_IN_PDF:,} rows. Take it as a Word document.")
    return written(PrintPages(html=_page(joined, is_paper=True), pictures={}))


def _page(joined: Joined, *, is_paper: bool) -> str:
    return (
        _templates()
        .get_template(TEMPLATE)
        .render(
            title=joined.title,
            says=summary(joined),
            mark=joined.mark.sentence if joined.mark else "",
            columns=columns(),
            passages=map(shown, joined.passages),
            is_paper=is_paper,
        )
    )


@cache
def _templates() -> Environment:
    loader = FunctionLoader(_template)
    room = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    room.globals["colour"] = colour
    return room


def _template(name: str) -> str:
    return files(HERE).joinpath("templates", name).read_text(encoding="utf-8")
