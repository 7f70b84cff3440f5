"""Looking for help: the one box, what is chosen without words, one service, and the glossary."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from kith.apps.access.queries import NothingHere
from kith.apps.directory import queries
from kith.kernel.text import LIMITS
from kith.web.sent import typed


@require_http_methods(["GET", "HEAD", "POST"])
def look(request: HttpRequest) -> HttpResponse:
    asked = " ".join(typed(request, "asked").split())[: LIMITS["search"]]
    page = queries.search_page(request.actor, asked, now=request.now)
    return render(request, "directory/search.html", {"page": page, "need": ""})


@require_safe
def browse(request: HttpRequest, need: str) -> HttpResponse:
    page = queries.search_page(request.actor, "", need=need, now=request.now)
    if need not in dict(page.browse):
        raise NothingHere
    return render(request, "directory/search.html", {"page": page, "need": need})


@require_safe
def service(request: HttpRequest, service_ref: str) -> HttpResponse:
    page = queries.service_page(request.actor, service_ref, now=request.now)
    return render(request, "directory/service.html", {"page": page})


@require_safe
def words(request: HttpRequest) -> HttpResponse:
    return render(request, "directory/words.html", {"words": queries.glossary(request.actor, now=request.now)})
