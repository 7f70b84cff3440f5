"""Letting somebody go from a team, and undoing it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.access.queries import day_of
from kith.apps.networks.queries import child_head
from kith.apps.teams import queries, services
from kith.web.children.saving import FORM, is_saved, undo_url, version_of
from kith.web.notices import Notice, tell
from kith.web.pressing import press
from kith.web.teams.forms import LeaveForm
from kith.web.teams.team import to_team


@require_http_methods(FORM)
def leave(request: HttpRequest, child_ref: str, seat_ref: str) -> HttpResponse:
    seat = queries.seat_to_leave(request.actor, child_ref, seat_ref, now=request.now)
    form = LeaveForm(request.POST or None, initial={"on": day_of(request.now)})

    def deed() -> None:
        services.leave(
            by=request.actor, child_ref=child_ref, seat_ref=seat_ref, on=form.cleaned_data["on"], now=request.now
        )

    if request.method == "POST" and is_saved(form, deed):
        if seat.is_you:
            tell(request, Notice("You are not on the team any more from that day."))
            return HttpResponseRedirect(reverse("today:home"))
        undo = undo_url("teams:come_back", child_ref, seat_ref, version=seat.version + 1)
        tell(request, Notice("They are not on the team any more from that day.", undo, "Undo: they stay"))
        return to_team(child_ref)
    child = child_head(request.actor, child_ref, now=request.now)
    lead = "What they wrote stays. Whoever had a way in through this team loses it on that day."
    heading = "Leave the team" if seat.is_you else f"{seat.name} leaves the team"
    context = {"child": child, "form": form, "heading": heading, "lead": lead, "act": "Save", "first": ("on",)}
    return render(request, "teams/form.html", context, status=422 if form.is_bound else 200)


@require_POST
def come_back(request: HttpRequest, child_ref: str, seat_ref: str) -> HttpResponse:
    version = version_of(request)

    def deed() -> None:
        services.come_back(
            by=request.actor, child_ref=child_ref, seat_ref=seat_ref, expected_version=version, now=request.now
        )

    press(request, deed, says="They are on the team as before.")
    return to_team(child_ref)
