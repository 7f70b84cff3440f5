"""Who looked: at a worker's day, at what was unusual, and made out for the person whose record it is."""

import datetime as dt

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.apps.access.queries import day_of, destroyed_page, require_by_role, workers_called
from kith.apps.oversight import queries
from kith.apps.oversight.actions import ANSWER_BY_REF, SEE_LOOKING
from kith.kernel.refs import is_ref
from kith.web.account.confirming import needs_confirming_for_file
from kith.web.children.saving import FORM
from kith.web.searching import words_searched
from kith.web.sent import in_address, posted

NOBODY = "0" * 26
FIRST_DAY = dt.date(2020, 1, 1)


@require_http_methods(FORM)
def start(request: HttpRequest) -> HttpResponse:
    """The words searched for among workers travel in the body, never in an address."""
    require_by_role(request.actor, SEE_LOOKING, now=request.now)
    asked = words_searched(request)
    return render(request, "oversight/start.html", {"asked": asked, "found": workers_called(asked)})


@require_safe
def unusual(request: HttpRequest) -> HttpResponse:
    on = _day(request)
    rows = queries.unusual_page(request.actor, on=on, now=request.now)
    return render(request, "oversight/unusual.html", {"rows": rows, "on": on, "earlier": _before(on)})


@require_safe
def worker(request: HttpRequest, worker_ref: str) -> HttpResponse:
    on, number = _day(request), _number(request)
    page = queries.looking_page(request.actor, worker_ref, on=on, number=number, now=request.now)
    return render(request, "oversight/worker.html", {"page": page, "earlier": _before(on)})


@require_safe
def destroyed(request: HttpRequest) -> HttpResponse:
    """That records are gone, and nothing of whose they were."""
    page = destroyed_page(request.actor, now=request.now)
    return render(request, "oversight/destroyed.html", {"page": page})


@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """A reference that the front door gave, as it was read aloud."""
    require_by_role(request.actor, ANSWER_BY_REF, now=request.now)
    ref = "".join(posted(request, "ref").lower().split())
    return HttpResponseRedirect(reverse("oversight:answer", args=[ref if is_ref(ref) else NOBODY]))


@require_safe
def answer(request: HttpRequest, child_ref: str) -> HttpResponse:
    page = queries.answer_page(request.actor, child_ref, now=request.now)
    return render(request, "oversight/answer.html", {"page": page})


@require_safe
@needs_confirming_for_file
def answer_text(request: HttpRequest, child_ref: str) -> HttpResponse:
    """The same as text; its name says nothing about anybody."""
    page = queries.answer_page(request.actor, child_ref, now=request.now)
    text = render_to_string("oversight/answer.txt", {"page": page})
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="who-looked.txt"'
    return response


def _day(request: HttpRequest) -> dt.date:
    """The day asked for; today where it cannot be read or has not come yet."""
    today = day_of(request.now)
    try:
        return max(FIRST_DAY, min(dt.date.fromisoformat(in_address(request, "on")), today))
    except ValueError:
        return today


def _before(on: dt.date) -> dt.date | None:
    return on - dt.timedelta(days=1) if on > FIRST_DAY else None


def _number(request: HttpRequest) -> int:
    text = in_address(request, "page")
    return int(text) if text.isdecimal() and len(text) < 4 else 1
