"""One seal, for somebody on its list: who else is on it, whom it must never reach, and the way to lift it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.access import queries as access
from kith.apps.access import services
from kith.apps.access.projections import SealView
from kith.apps.networks.projections import SealingPage
from kith.apps.networks.queries import sealing_page
from kith.web.children.saving import FORM, is_saved
from kith.web.notices import Notice, tell
from kith.web.pressing import press
from kith.web.sealing.forms import WhyForm
from kith.web.searching import words_searched
from kith.web.sent import posted


@require_http_methods(FORM)
def seal(request: HttpRequest, child_ref: str, seal_ref: str) -> HttpResponse:
    """The words searched for among workers travel in the body, never in an address."""
    view, page = _seal_and_page(request, child_ref, seal_ref)
    searched = words_searched(request)
    there = {card.ref for card in view.readers}
    found = [card for card in access.workers_called(searched) if card.ref not in there]
    names = {one.ref: one.name for one in page.others}
    return render(
        request,
        "sealing/seal.html",
        {
            "seal": view,
            "child": page.child,
            "name": page.name,
            "records": [f"{one.what}: {one.says}" for one in page.records if one.ref in {r for _, r in view.records}],
            "excluded": [names[ref] for ref in view.excluded if ref in names],
            "others": [one for one in page.others if one.ref not in view.excluded],
            "searched": searched,
            "found": found,
        },
    )


def _seal_and_page(request: HttpRequest, child_ref: str, seal_ref: str) -> tuple[SealView, SealingPage]:
    view = access.seal_page(request.actor, seal_ref, now=request.now)
    return view, sealing_page(request.actor, child_ref, view.subject_ref, now=request.now)


@require_POST
def add_reader(request: HttpRequest, child_ref: str, seal_ref: str) -> HttpResponse:
    who = {"user_ref": posted(request, "user")}
    return _press(request, services.add_reader, child_ref, seal_ref, "They are on the list now.", **who)


@require_POST
def end_reader(request: HttpRequest, child_ref: str, seal_ref: str) -> HttpResponse:
    who = {"user_ref": posted(request, "user")}
    return _press(request, services.end_reader, child_ref, seal_ref, "They are off the list.", **who)


@require_POST
def keep_from(request: HttpRequest, child_ref: str, seal_ref: str) -> HttpResponse:
    whom = {"person_ref": posted(request, "person")}
    return _press(request, services.exclude_person, child_ref, seal_ref, "It is kept from them from now on.", **whom)


def _press(
    request: HttpRequest, deed: Callable[..., None], child_ref: str, seal_ref: str, says: str, **said: Any
) -> HttpResponse:
    press(request, lambda: deed(by=request.actor, seal_ref=seal_ref, now=request.now, **said), says=says)
    return HttpResponseRedirect(reverse("sealing:seal", args=[child_ref, seal_ref]))


@require_http_methods(FORM)
def propose_lift(request: HttpRequest, child_ref: str, seal_ref: str) -> HttpResponse:
    view, page = _seal_and_page(request, child_ref, seal_ref)
    back = reverse("sealing:seal", args=[child_ref, seal_ref])
    form = WhyForm(request.POST or None)

    def deed() -> None:
        services.propose_lift(by=request.actor, seal_ref=seal_ref, why=form.cleaned_data["why"], now=request.now)

    if request.method == "POST" and is_saved(form, deed):
        tell(request, Notice("It waits for a second person. Until then the seal stays shut."))
        return HttpResponseRedirect(back)
    context = {"seal": view, "child": page.child, "form": form, "back": back}
    return render(request, "sealing/lift.html", context, status=422 if form.is_bound else 200)
