"""The form of a row without network: taken along for some children, and what was written there sent.

The page that opens it there, its lock and its queue are those of pictures; only what is handed out is a form's own.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kith.apps.access.queries import NothingHere, day_of
from kith.apps.chronologies import queries, services
from kith.apps.chronologies.projections import TakenAlong
from kith.kernel.errors import KithError
from kith.web.account.confirming import needs_confirming
from kith.web.chronologies.device_form import row_sent, words_sent
from kith.web.jinja import clock, weekday
from kith.web.pressing import press
from kith.web.sent import posted, posted_all

UNFINISHED = "unfinished"
NOT_FROM_YOU = (
    "Kith does not take this from you now. It stays on this device. Ring your manager or the duty desk, and read it to "
    "them."
)


@require_safe
@needs_confirming
def along(request: HttpRequest) -> HttpResponse:
    children = queries.children_to_take(request.actor, now=request.now)
    mine = queries.own_taken(request.actor, now=request.now)
    return render(request, "chronologies/along.html", {"children": children, "mine": mine})


@require_POST
@needs_confirming
def take_along(request: HttpRequest) -> HttpResponse:
    try:
        ref = services.take_form(by=request.actor, child_refs=posted_all(request, "children"), now=request.now)
    except services.CannotTell as problem:
        return JsonResponse({"says": problem.message})
    taken = queries.taken_form(request.actor, ref, now=request.now)
    return JsonResponse({
        "ref": taken.ref,
        "what": "form",
        "of": request.actor.ref,
        "from": round(request.now.timestamp() * 1000),
        "until": round(taken.until.timestamp() * 1000),
        "send_to": reverse("chronologies:on_device", args=[taken.ref]),
        "locked": {"queue_key": taken.queue_key, "form": handed(taken)},
    })  # fmt: skip


def handed(taken: TakenAlong) -> dict[str, Any]:
    """What the form needs there, and no more: first names, and the ids of how a row reads."""
    return {
        "children": [{"id": child.ref, "name": child.first_name} for child in taken.children],
        "rags": [rag for rag, _ in taken.rags],
    }


@require_safe
def on_device(request: HttpRequest, taken_ref: str) -> HttpResponse:
    """With the key that opens what waits on the device, for whoever holds it."""
    taken = queries.taken_form(request.actor, taken_ref, now=request.now)
    return render(request, "chronologies/along_send.html", {"taken": taken})


@require_POST
def send(request: HttpRequest, taken_ref: str) -> HttpResponse:
    at = {"by": request.actor, "taken_ref": taken_ref, "called": posted(request, "child"), "now": request.now}
    try:
        queries.require_own_form(request.actor, taken_ref)
        if posted(request, "act") == UNFINISHED:
            services.take_in_unfinished(words=words_sent(request), **at)
        else:
            services.take_in(said=row_sent(request, day_of(request.now)), **at)
    except NothingHere:
        return JsonResponse({"outcome": "refused", "says": NOT_FROM_YOU})
    except KithError as problem:
        return JsonResponse({"outcome": "refused", "says": problem.message})
    return JsonResponse({"outcome": "done"})


@require_POST
def keep_on(request: HttpRequest, taken_ref: str) -> HttpResponse:
    """Once all is sent: whether the empty form stays where it is, and until when; where not, the device lets it go."""
    queries.require_own_form(request.actor, taken_ref)
    try:
        until = services.keep_form_on(by=request.actor, taken_ref=taken_ref, now=request.now)
    except KithError:
        return JsonResponse({"stays": ""})
    return JsonResponse({"stays": f"{weekday(until)}, {clock(until)}"})


@require_POST
def end(request: HttpRequest, taken_ref: str) -> HttpResponse:
    press(
        request,
        lambda: services.end_form(by=request.actor, taken_ref=taken_ref, now=request.now),
        says="The form is on the device no longer.",
    )
    return HttpResponseRedirect(reverse("chronologies:along"))
