"""The page of a child's team."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kith.apps.networks.queries import child_head
from kith.apps.teams.queries import team_page


@require_safe
def team(request: HttpRequest, child_ref: str) -> HttpResponse:
    page = team_page(request.actor, child_ref, now=request.now)
    child = child_head(request.actor, child_ref, now=request.now)
    return render(request, "teams/team.html", {"child": child, "page": page})


def to_team(child_ref: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("teams:team", args=[child_ref]))
