"""Every kind of county data, read once before it is kept, so that nobody meets a broken version later."""

from collections.abc import Callable, Mapping

from kith.apps.directory.county_files import Body, texts_of
from kith.apps.directory.cover_words import read_cover
from kith.apps.directory.threshold_files import read_thresholds
from kith.apps.directory.words_of_county import read_areas, read_glossary, read_keeping, read_needs

_READERS: Mapping[str, Callable[[Body], object]] = {
    "thresholds": lambda body: read_thresholds(body, is_own=True),
    "areas": read_areas,
    "asked_words": lambda body: (read_needs(body), texts_of(body, "ignored", "top")),
    "glossary": read_glossary,
    "keeping": read_keeping,
    "cover": read_cover,
}


def checked_county_data(body: Body) -> None:
    _READERS[body["kind"]](body)
