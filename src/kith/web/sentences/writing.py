"""Writing about an adult one supervises: where they live, what the plan says of children, and intelligence."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.apps.people.services import add_address as keep_address
from kith.apps.sentences import queries, services
from kith.web.children.fact_forms import AddressForm
from kith.web.children.fields import said_back
from kith.web.children.saving import FORM, is_saved, saved, shown
from kith.web.children.unsafe import WHY, require_read
from kith.web.notices import Notice, tell
from kith.web.sentences.forms import IntelligenceForm, SummaryForm
from kith.web.sentences.supervising import to_sentence

ADDRESS_LEAD = "Earlier addresses stay. You are warned if a child whom a condition keeps safe lives there."
SUMMARY_LEAD = "Short, for somebody who reads it between two visits. What was written before stays on record."


@require_http_methods(FORM)
def add_address(request: HttpRequest, person_ref: str) -> HttpResponse:
    name = queries.require_to_move(request.actor, person_ref, now=request.now)
    form = AddressForm(request.POST or None)

    def deed() -> None:
        require_read(request, form, {person_ref: form.place(request.now)})
        keep_address(by=request.actor, person_ref=person_ref, address=form.address(), now=request.now)

    if request.method == "POST" and is_saved(form, deed):
        tell(request, Notice(f"Address added.{said_back(form)}"))
        return to_sentence(person_ref)
    return _form(request, form, person_ref, f"Where {name} lives", ADDRESS_LEAD, ("lines", "postcode", "since"))


@require_http_methods(FORM)
def summary(request: HttpRequest, person_ref: str) -> HttpResponse:
    name, last, number = queries.summary_form(request.actor, person_ref, now=request.now)

    def deed(form: SummaryForm) -> None:
        services.write_summary(
            by=request.actor,
            person_ref=person_ref,
            said=form.said(),
            expected_version=form.cleaned_data["version"],
            now=request.now,
        )

    form, is_done = saved(
        request,
        lambda data: SummaryForm(data or None, last=last, version=number),
        deed,
        newer={"version": number},
    )
    if is_done:
        tell(request, Notice("Saved, with your name and the day."))
        return to_sentence(person_ref)
    return _form(request, form, person_ref, f"Children, in {name}’s plan", SUMMARY_LEAD, tuple(form.fields))


def _form(
    request: HttpRequest, form: forms.Form, person_ref: str, heading: str, lead: str, first: tuple[str, ...]
) -> HttpResponse:
    own: dict[str, Any] = {"person_ref": person_ref, "heading": heading, "lead": lead, "act": "Save"}
    return shown(request, "sentences/form.html", form, own | {"first": (*first, WHY)})


@require_http_methods(FORM)
def intelligence(request: HttpRequest, person_ref: str) -> HttpResponse:
    page = queries.intelligence_page(request.actor, person_ref, now=request.now)
    is_sent = request.method == "POST"
    form = IntelligenceForm(request.POST if is_sent else None, workers=page.workers)

    def deed() -> None:
        services.keep_intelligence(by=request.actor, person_ref=person_ref, said=form.said(), now=request.now)

    if is_sent and is_saved(form, deed):
        tell(request, Notice("Kept for you and those you named. Somebody else confirms the seal."))
        return HttpResponseRedirect(reverse("sentences:intelligence", args=[person_ref]))
    context = {"page": page, "form": form}
    return render(request, "sentences/intelligence.html", context, status=422 if is_sent else 200)
