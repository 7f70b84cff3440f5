"""How requests were handled, and how meetings were led that somebody watched."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.apps.supervision import queries, services
from kith.kernel.days import day_words
from kith.web.children.saving import FORM, saved, shown
from kith.web.notices import Notice, tell
from kith.web.supervision.forms import ObservedForm


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    cards = queries.handled_page(request.actor, now=request.now)
    return render(request, "supervision/handled.html", {"cards": cards})


@require_http_methods(FORM)
def observe(request: HttpRequest, request_ref: str) -> HttpResponse:
    number, day = queries.to_observe(request.actor, request_ref, now=request.now)

    def deed(form: ObservedForm) -> None:
        services.note_observed(
            by=request.actor,
            request_ref=request_ref,
            seen=form.seen(),
            strengths=form.cleaned_data["strengths"],
            to_try=form.cleaned_data["to_try"],
            now=request.now,
        )

    form, is_done = saved(request, ObservedForm, deed, newer={})
    if is_done:
        tell(request, Notice("Saved. Those who led read it; everybody else sees totals."))
        return HttpResponseRedirect(reverse("supervision:handled"))
    context = {
        "heading": f"How was the meeting of request {number} led?",
        "lead": f"You watched it on {day_words(day)}. Those who led read what you say. Name nobody else, "
        "and nothing that was said.",
        "act": "Save",
        "way_back": reverse("supervision:handled"),
    }
    return shown(request, "supervision/observe.html", form, context)
