"""A merged chronology as one page that stands by itself: nothing is fetched, nothing runs, and it prints well."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined

from kith.apps.chronologies.joining import Joined
from kith.apps.chronologies.writing.saying import summary
from kith.apps.chronologies.writing.shown import COLUMNS, shown
from kith.kernel.palette import colour

HERE = "kith.apps.chronologies"
TEMPLATE = "chronology.html.jinja"


def to_html(joined: Joined) -> bytes:
    page = _templates().get_template(TEMPLATE)
    passages = map(shown, joined.passages)
    return page.render(title=joined.title, says=summary(joined), columns=COLUMNS, passages=passages).encode()


@cache
def _templates() -> Environment:
    loader = FunctionLoader(_template)
    room = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    room.globals["colour"] = colour
    return room


def _template(name: str) -> str:
    return files(HERE).joinpath("templates", name).read_text(encoding="utf-8")
