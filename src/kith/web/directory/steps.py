"""The thresholds as a path, the log of their changes, and following them."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kith.apps.access.queries import day_of
from kith.apps.directory import queries, services
from kith.web.notices import Notice, tell


@require_safe
def thresholds(request: HttpRequest) -> HttpResponse:
    document, changes = queries.threshold_page(request.actor, now=request.now)
    today = day_of(request.now)
    context = {"document": document, "changes": changes, "today": today, "may_load": queries.may_load(request.actor)}
    news = queries.threshold_news(request.actor, on=today)
    return render(request, "directory/thresholds.html", context | {"news": news})


@require_POST
def follow(request: HttpRequest) -> HttpResponse:
    services.follow_thresholds(by=request.actor, now=request.now)
    tell(request, Notice("You follow the thresholds. Changes will stand on your first page."))
    return _back()


@require_POST
def stop_following(request: HttpRequest) -> HttpResponse:
    services.stop_following_thresholds(by=request.actor, now=request.now)
    tell(request, Notice("You no longer follow the thresholds."))
    return _back()


@require_POST
def mark_read(request: HttpRequest) -> HttpResponse:
    services.mark_changes_read(by=request.actor, now=request.now)
    return _back()


def _back() -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("directory:thresholds"))
