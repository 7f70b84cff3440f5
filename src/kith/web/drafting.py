"""Forms that keep their words unsent: by the script as somebody writes, by a press without it, and thrown away.

The page brings `components/saved.html` and `kith/saving.js`; the form's field `draft` says how it was sent.
"""

from collections.abc import Callable, Collection
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict

from kith.kernel.errors import KithError
from kith.web.jinja import clock
from kith.web.sent import posted

BY_ITSELF, BY_HAND, AFRESH = "by_itself", "by_hand", "afresh"
"""How the words of a form are kept unsent, or thrown away: what its field `draft` says."""
NOT_WORDS = ("csrfmiddlewaretoken", "draft", "version", "mark")


def unsent(
    request: HttpRequest,
    keep: Callable[[str], object],
    drop: Callable[[], object],
    cannot: type[KithError],
) -> HttpResponse:
    """The script keeps words without leaving the page; without one a press does, and comes back to them."""
    try:
        if posted(request, "draft") == AFRESH:
            drop()
        else:
            keep(words_of(request.POST))
    except cannot as problem:
        return JsonResponse({"says": problem.message})
    if posted(request, "draft") == BY_ITSELF:
        return JsonResponse({"saved_at": clock(request.now)})
    return HttpResponseRedirect(request.path)


def words_of(sent: QueryDict) -> str:
    """What a form held, less what is no word of its writer's."""
    kept = sent.copy()
    for name in NOT_WORDS:
        kept.pop(name, None)
    return kept.urlencode()


def left_in(words: str, several: Collection[str] = ()) -> dict[str, Any]:
    """The same back as what stands in a form; `several` are the fields that hold more than one answer."""
    left = QueryDict(words)
    return {name: left.getlist(name) if name in several else left[name] for name in left}
