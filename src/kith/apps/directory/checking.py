"""Every kind of county data, read once before it is kept, so that nobody meets a broken version later."""

from collections.abc import Callable, Mapping

from kith.apps.directory.county_files import Body
from kith.apps.directory.threshold_files import read_thresholds

_READERS: Mapping[str, Callable[[Body], object]] = {
    "thresholds": lambda body: read_thresholds(body, is_own=True),
}


def checked_county_data(body: Body) -> None:
    _READERS[body["kind"]](body)
