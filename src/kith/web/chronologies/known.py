"""What Kith knows already: shown as it would be written, taken over, left out with a reason, offered again."""

import datetime as dt

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kith.apps.access.queries import day_of
from kith.apps.chronologies import queries, services
from kith.apps.networks.queries import child_head
from kith.kernel.errors import KithError
from kith.kernel.partial_dates import PartialDate
from kith.web.children.saving import undo_url, version_of
from kith.web.children.whens import DAYS_AGO
from kith.web.notices import Notice, tell
from kith.web.pressing import press
from kith.web.sent import in_address, posted, typed

FROM_STORY = "story"
STEP, CONTACT, VOICE, OCCASION = "step", "contact", "voice", "occasion"
"""Where things are known from, as the chronologies app calls it."""
TAKEN = "Added. It stands in the story as a row of your agency."
TAKEN_BACK = "Taken over from what Kith knows, and taken back"


@require_safe
def known(request: HttpRequest, child_ref: str) -> HttpResponse:
    """As a page, or as the part of the story that its script asks for: nobody waits for it with the rows."""
    child = child_head(request.actor, child_ref, now=request.now)
    found = queries.known_already(request.actor, child_ref, called=child.first_name, now=request.now)
    is_part = in_address(request, "part") == FROM_STORY
    template = "components/known_offers.html" if is_part else "chronologies/known.html"
    return render(request, template, {"child": child, "known": found, "known_open": False})


@require_POST
def near(request: HttpRequest, child_ref: str) -> HttpResponse:
    """Of the days that are chosen in the form of a new row, for its script to show: the form waits for nothing."""
    child = child_head(request.actor, child_ref, now=request.now)
    start = _chosen(request, day_of(request.now))
    found = queries.candidates_near(request.actor, child_ref, start, called=child.first_name, now=request.now)
    return render(request, "components/known_near.html", {"child": child, "near": found})


def _chosen(request: HttpRequest, today: dt.date) -> PartialDate | None:
    on = posted(request, "on")
    if on in DAYS_AGO:
        return PartialDate.of(today - dt.timedelta(days=DAYS_AGO[on]))
    try:
        return PartialDate.parse(typed(request, "start")[:100])
    except KithError:
        return None


@require_POST
def take_over(request: HttpRequest, child_ref: str, source: str, source_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    done: list[str] = []

    def deed() -> None:
        at = {"by": request.actor, "child_ref": child_ref, "came_of": f"{source}:{source_ref}", "now": request.now}
        done.append(services.take_over(mark=posted(request, "mark"), called=child.first_name, **at))

    if press(request, deed, says=TAKEN):
        undo = undo_url("chronologies:take_back", child_ref, done[0], version=1)
        tell(request, Notice(TAKEN, undo, "Undo: added"))
    return _back(request, child_ref)


@require_POST
def take_back(request: HttpRequest, child_ref: str, entry_ref: str) -> HttpResponse:
    """A row that was just taken over is withdrawn like any row, and what it came of is offered again."""
    version = version_of(request)

    def deed() -> None:
        at = {"by": request.actor, "child_ref": child_ref, "row_ref": entry_ref, "now": request.now}
        services.withdraw_row(why=TAKEN_BACK, expected_version=version, **at)

    press(request, deed, says="Undone. The row stays, struck through, and Kith offers it again.")
    return _to_story(child_ref)


@require_POST
def set_aside(request: HttpRequest, child_ref: str, source: str, source_ref: str) -> HttpResponse:
    at = {"by": request.actor, "child_ref": child_ref, "came_of": f"{source}:{source_ref}", "now": request.now}
    undo = reverse("chronologies:offer_again", args=[child_ref, source, source_ref])
    said = Notice("Left out. It is offered to your agency no more.", undo, "Undo: left out")
    press(request, lambda: services.set_aside(why=posted(request, "why"), **at), says=said)
    return _back(request, child_ref)


@require_POST
def offer_again(request: HttpRequest, child_ref: str, source: str, source_ref: str) -> HttpResponse:
    at = {"by": request.actor, "child_ref": child_ref, "came_of": f"{source}:{source_ref}", "now": request.now}
    press(request, lambda: services.offer_again(**at), says="It is offered again.")
    return _back(request, child_ref)


def offered_after(request: HttpRequest, child_ref: str, came_of: str, notice: Notice) -> Notice:
    """What is said after something was recorded, with the way to a row of it, where that is the viewer's to write."""
    if not queries.is_offered(request.actor, child_ref, came_of, now=request.now):
        return notice
    source, _, ref = came_of.partition(":")
    return notice.leading(reverse("chronologies:add_known", args=[child_ref, source, ref]), "Add to the chronology")


def _back(request: HttpRequest, child_ref: str) -> HttpResponseRedirect:
    """To where it was pressed."""
    if posted(request, "at") == FROM_STORY:
        return _to_story(child_ref)
    return HttpResponseRedirect(reverse("chronologies:known", args=[child_ref]))


def _to_story(child_ref: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('chronologies:page', args=[child_ref])}?known=open")
