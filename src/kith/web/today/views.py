"""Today."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.apps.networks.queries import today_page


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    page = today_page(request.actor, now=request.now)
    return render(
        request,
        "today/home.html",
        {"page": page, "today": page.on, "sentence": page.sentence, "children": page.children, "lately": page.lately},
    )
