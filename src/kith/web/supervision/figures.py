"""What group supervision comes to, for a window of days and an age group, on a page and as files."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from kith.apps.access.queries import day_of
from kith.apps.supervision import queries
from kith.apps.supervision.projections import Evaluation
from kith.kernel.days import day_words
from kith.web.account.confirming import needs_confirming_for_file
from kith.web.children.saving import FORM
from kith.web.supervision.forms import WindowForm

HALF_A_YEAR = 183
WINDOW = ("since", "until", "ages")


@require_http_methods(FORM)
def page(request: HttpRequest) -> HttpResponse:
    """The window is chosen in a form, and stands in the address afterwards: it names nobody."""
    form = _window(request, request.POST if request.method == "POST" else request.GET)
    found = _found(request, form)
    asked = urlencode({name: form.data.get(name, "") for name in WINDOW})
    if request.method == "POST" and found:
        return HttpResponseRedirect(f"{reverse('supervision:figures')}?{asked}")
    context = {"found": found, "form": form, "asked": asked}
    return render(request, "supervision/figures.html", context, status=200 if found else 422)


@require_safe
@needs_confirming_for_file
def file(request: HttpRequest, form: str) -> HttpResponse:
    window = _window(request, request.GET)
    said = window.cleaned_data if window.is_valid() else _default(request)
    made = queries.evaluation_file(
        request.actor, form, since=said["since"], until=said["until"], ages=said["ages"], now=request.now
    )
    response = HttpResponse(made.data, content_type=made.content_type)
    response["Content-Disposition"] = f'attachment; filename="{made.name}"'
    return response


def _window(request: HttpRequest, sent: Mapping[str, str]) -> WindowForm:
    is_asked = request.method == "POST" or "since" in sent
    first = {
        name: day_words(value) if isinstance(value, dt.date) else value for name, value in _default(request).items()
    }
    return WindowForm(sent if is_asked else first)


def _default(request: HttpRequest) -> dict[str, Any]:
    """The last half-year, today included."""
    until = day_of(request.now) + dt.timedelta(days=1)
    return {"since": until - dt.timedelta(days=HALF_A_YEAR), "until": until, "ages": ""}


def _found(request: HttpRequest, form: WindowForm) -> Evaluation | None:
    """Who may not see figures learns that first, whatever they asked for."""
    said = form.cleaned_data if form.is_valid() else _default(request)
    if form.is_valid() and said["since"] >= said["until"]:
        form.add_error("until", "The last day comes before the first.")
        said = _default(request)
    found = queries.evaluation(
        request.actor, since=said["since"], until=said["until"], ages=said["ages"], now=request.now
    )
    return None if form.errors else found
