"""Support for people at work, offered by their manager or the business unit."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.apps.supervision import queries, services
from kith.web.children.saving import FORM
from kith.web.notices import Notice, tell
from kith.web.supervision.finding import ask_of_worker
from kith.web.supervision.forms import SupportAtWorkForm

WORDS = {
    "heading": "Offer support to somebody",
    "lead": "Only the two of you see the offer and the answer. There is no place for what it is about.",
    "label": "Find them by name",
    "nobody": "Nobody of that name is there whom you can offer it to. Speak to them yourself.",
    "act": "Offer it",
}


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    offered = queries.support_page(request.actor, now=request.now)
    return render(request, "supervision/support.html", {"offered": offered})


@require_http_methods(FORM)
def offer(request: HttpRequest) -> HttpResponse:
    queries.support_page(request.actor, now=request.now)
    back = reverse("supervision:support")

    def deed(form: SupportAtWorkForm) -> None:
        said = dict(form.cleaned_data)
        services.offer_support_at_work(by=request.actor, worker_ref=said.pop("worker"), now=request.now, **said)

    asking = ask_of_worker(
        request,
        lambda words: queries.who_can_be_supported(request.actor, words, now=request.now),
        lambda data, workers: SupportAtWorkForm(data, workers=workers),
        deed,
        {**WORDS, "way_back": back},
    )
    if asking is not None:
        return asking
    tell(request, Notice("Offered. Only the two of you see it."))
    return HttpResponseRedirect(back)
