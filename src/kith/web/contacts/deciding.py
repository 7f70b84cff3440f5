"""The front door's queue, the designated officer's, and deciding one contact of each."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.apps.cases import queries, services
from kith.apps.cases.projections import ContactPage
from kith.apps.sentences.queries import found_together
from kith.web.children.saving import FORM, saved
from kith.web.contacts.forms import DecisionForm
from kith.web.notices import Notice, tell
from kith.web.pressing import press_on
from kith.web.sent import in_address

Decide = Callable[..., None]
OFFICERS_OWN = "Only you and whoever else is on the closed list read these words."


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    page = queries.front_door_queue(request.actor, number=_number(request), now=request.now)
    found = found_together(request.actor, now=request.now)
    return render(request, "contacts/queue.html", {"page": page, "found": found})


@require_safe
def allegations(request: HttpRequest) -> HttpResponse:
    page = queries.allegation_queue(request.actor, number=_number(request), now=request.now)
    return render(request, "contacts/allegations.html", {"page": page})


@require_http_methods(FORM)
def contact(request: HttpRequest, contact_ref: str) -> HttpResponse:
    page = queries.contact_page(request.actor, contact_ref, now=request.now)
    return _decided(request, page, services.decide_contact, ("contacts/contact.html", "contacts:queue"))


@require_http_methods(FORM)
def allegation(request: HttpRequest, contact_ref: str) -> HttpResponse:
    page = queries.allegation_page(request.actor, contact_ref, now=request.now)
    where = ("contacts/allegation.html", "contacts:allegations")
    return _decided(request, page, services.decide_allegation, where, why=OFFICERS_OWN)


def _decided(
    request: HttpRequest, page: ContactPage, decide: Decide, where: tuple[str, str], *, why: str = ""
) -> HttpResponse:
    template, back = where

    def make(data: Any) -> DecisionForm:
        return DecisionForm(data, outcomes=page.outcomes, version=page.version, why=why)

    def deed(form: DecisionForm) -> None:
        said = form.cleaned_data
        decide(
            by=request.actor,
            contact_ref=page.line.ref,
            outcome=said["outcome"],
            reason=said["reason"],
            expected_version=said["version"],
            now=request.now,
        )

    form, is_done = saved(request, make, deed, newer={"version": page.version})
    if is_done:
        tell(request, Notice(f"Decided: {page.line.reference}."))
        return HttpResponseRedirect(reverse(back))
    return render(request, template, {"page": page, "form": form}, status=422 if form.is_bound else 200)


@require_POST
def link(request: HttpRequest, contact_ref: str, child_ref: str) -> HttpResponse:
    return _pressed(request, services.link_person, contact_ref, child_ref, "Linked. You said that it is about them.")


@require_POST
def unlink(request: HttpRequest, contact_ref: str, child_ref: str) -> HttpResponse:
    return _pressed(request, services.unlink_person, contact_ref, child_ref, "It is not about them any more.")


def _pressed(request: HttpRequest, deed: Decide, contact_ref: str, child_ref: str, says: str) -> HttpResponse:
    press_on(request, deed, says=says, contact_ref=contact_ref, subject_ref=child_ref)
    return HttpResponseRedirect(reverse("contacts:contact", args=[contact_ref]))


def _number(request: HttpRequest) -> int:
    text = in_address(request, "page")
    return max(1, int(text)) if text.isdecimal() and len(text) < 4 else 1
