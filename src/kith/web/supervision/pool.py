"""The pool of facilitators, for whoever keeps it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.apps.supervision import queries, services
from kith.web.children.saving import FORM, saved, shown
from kith.web.notices import Notice, tell
from kith.web.pressing import press_on
from kith.web.supervision.finding import ask_of_worker, by_name
from kith.web.supervision.forms import FacilitatorForm, NewFacilitatorForm, SupportForm


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    cards, offered = queries.pool_page(request.actor, now=request.now)
    met = queries.network_meetings(request.actor, now=request.now)
    return render(request, "supervision/pool.html", {"cards": cards, "offered": offered, "met": met})


@require_http_methods(FORM)
def add(request: HttpRequest) -> HttpResponse:
    """First somebody is found, then the form asks about them."""
    queries.pool_page(request.actor, now=request.now)

    def deed(form: NewFacilitatorForm) -> None:
        services.join_pool(by=request.actor, worker_ref=form.cleaned_data["worker"], told=form.told(), now=request.now)

    words = {
        "heading": "Add a facilitator",
        "lead": "",
        "label": "Find who was trained, by name",
        "nobody": "Nobody of that name works here.",
        "act": "Add to the pool",
        "way_back": reverse("supervision:pool"),
    }
    asking = ask_of_worker(
        request, by_name, lambda data, workers: NewFacilitatorForm(data, workers=workers), deed, words
    )
    if asking is not None:
        return asking
    tell(request, Notice("In the pool. They see it on their own page."))
    return _to_pool()


@require_http_methods(FORM)
def change(request: HttpRequest, facilitator_ref: str) -> HttpResponse:
    card, led_before = queries.facilitator_to_change(request.actor, facilitator_ref, now=request.now)

    def deed(form: FacilitatorForm) -> None:
        services.change_facilitator(
            by=request.actor,
            facilitator_ref=facilitator_ref,
            told=form.told(),
            expected_version=form.cleaned_data["version"],
            now=request.now,
        )

    form, is_done = saved(
        request,
        lambda data: FacilitatorForm(data, card=card, led_before=led_before),
        deed,
        newer={"version": card.version},
    )
    if is_done:
        tell(request, Notice("Saved."))
        return _to_pool()
    return shown(request, "supervision/facilitator.html", form, {"card": card})


@require_POST
def leave(request: HttpRequest, facilitator_ref: str) -> HttpResponse:
    press_on(request, services.leave_pool, says="No longer in the pool.", facilitator_ref=facilitator_ref)
    return _to_pool()


@require_http_methods(FORM)
def support(request: HttpRequest, facilitator_ref: str) -> HttpResponse:
    card, _ = queries.facilitator_to_change(request.actor, facilitator_ref, now=request.now)

    def deed(form: SupportForm) -> None:
        services.offer_support(by=request.actor, facilitator_ref=facilitator_ref, now=request.now, **form.cleaned_data)

    form, is_done = saved(request, SupportForm, deed, newer={})
    if is_done:
        tell(request, Notice("Offered. Only the two of you see it."))
        return _to_pool()
    context = {
        "heading": f"Support for {card.name}",
        "lead": "Only the two of you see the offer and the answer. Do not write what it is about.",
        "act": "Offer it",
        "way_back": reverse("supervision:pool"),
    }
    return shown(request, "supervision/form.html", form, context)


def _to_pool() -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("supervision:pool"))
