"""A form about somebody at work who is found by name first."""

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse

from kith.apps.agencies.queries import find_workers
from kith.web.children.saving import saved, shown
from kith.web.searching import to_search, words_searched

Workers = Sequence[tuple[str, str]]


def by_name(words: str) -> Workers:
    """Of every agency."""
    return [(one.ref, f"{one.at_agency}, {one.job_title}") for one in find_workers(words)]


def ask_of_worker(
    request: HttpRequest,
    find: Callable[[str], Workers],
    make: Callable[[Any, Workers], Any],
    deed: Callable[[Any], object],
    words: dict[str, Any],
) -> HttpResponse | None:
    """The page, first with a search and then with the form; nothing once it is sent and done.

    `words` are `heading`, `lead`, `label`, `nobody`, `act` and `way_back` of the page.
    """
    searched = words_searched(request)
    workers = find(to_search(searched)) if searched else ()
    if request.method != "POST" or "search" in request.POST:
        form, is_done = make(None, workers), False
    else:
        form, is_done = saved(request, lambda data: make(data, workers), deed, newer={})
    if is_done:
        return None
    context = words | {"searched": searched, "is_found": bool(workers)}
    return shown(request, "supervision/find_worker.html", form, context)
