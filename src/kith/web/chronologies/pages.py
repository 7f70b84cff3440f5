"""The story of a child as a page, and one row with what it said before."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.apps.chronologies import queries
from kith.apps.networks.queries import child_head


@require_safe
def page(request: HttpRequest, child_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    story = queries.story_of(request.actor, child_ref, called=child.first_name, now=request.now)
    return render(request, "chronologies/page.html", {"child": child, "story": story, "rows": story.rows[::-1]})


@require_safe
def row(request: HttpRequest, child_ref: str, entry_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    card, earlier = queries.row_of(request.actor, child_ref, entry_ref, called=child.first_name, now=request.now)
    return render(request, "chronologies/row.html", {"child": child, "row": card, "earlier": earlier})
