"""Asking for a group supervision in one form, from a child's page or without one; the receipt; and taking it back."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.apps.networks.queries import child_head
from kith.apps.supervision import queries, services
from kith.web.children.saving import FORM, saved, shown
from kith.web.pressing import press_on
from kith.web.sent import posted
from kith.web.supervision.forms import AskingForm
from kith.web.supervision.keeping import keep


@require_http_methods(FORM)
def ask(request: HttpRequest) -> HttpResponse:
    return _asked(request, "")


@require_http_methods(FORM)
def ask_about(request: HttpRequest, child_ref: str) -> HttpResponse:
    return _asked(request, child_ref)


def _asked(request: HttpRequest, child_ref: str) -> HttpResponse:
    if posted(request, "draft"):
        return keep(request, queries.ASK, child_ref=child_ref)
    offered = queries.ask_form(request.actor, child_ref, now=request.now)
    child = child_head(request.actor, child_ref, now=request.now) if child_ref else None
    asked: list[str] = []

    def deed(form: AskingForm) -> None:
        said = form.said()
        asked.append(services.ask_for_supervision(by=request.actor, said=said, child_ref=child_ref, now=request.now))

    form, is_done = saved(request, lambda data: AskingForm(data, offered=offered), deed, newer={})
    if is_done:
        return HttpResponseRedirect(reverse("supervision:receipt", args=asked))
    return shown(request, "supervision/ask.html", form, {"child": child, "offered": offered, "draft": offered.draft})


@require_safe
def receipt(request: HttpRequest, request_ref: str) -> HttpResponse:
    found = queries.receipt(request.actor, request_ref, now=request.now)
    return render(request, "supervision/receipt.html", {"receipt": found})


@require_POST
def take_back(request: HttpRequest, request_ref: str) -> HttpResponse:
    press_on(request, services.take_back, says="Taken back. Nobody goes on with it.", request_ref=request_ref)
    return HttpResponseRedirect(reverse("supervision:own"))
