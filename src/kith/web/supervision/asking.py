"""Asking for a group supervision in one form, from a child's page or without one; and taking it back."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.networks.queries import child_head
from kith.apps.supervision import queries, services
from kith.web.children.saving import FORM, saved, shown
from kith.web.notices import Notice, tell
from kith.web.pressing import press_on
from kith.web.supervision.forms import AskingForm

RECEIPT = "Asked. You read here what comes of it, within five working days."


@require_http_methods(FORM)
def ask(request: HttpRequest) -> HttpResponse:
    return _asked(request, "")


@require_http_methods(FORM)
def ask_about(request: HttpRequest, child_ref: str) -> HttpResponse:
    return _asked(request, child_ref)


def _asked(request: HttpRequest, child_ref: str) -> HttpResponse:
    offered = queries.ask_form(request.actor, child_ref, now=request.now)
    child = child_head(request.actor, child_ref, now=request.now) if child_ref else None

    def deed(form: AskingForm) -> None:
        services.ask_for_supervision(by=request.actor, said=form.said(), child_ref=child_ref, now=request.now)

    form, is_done = saved(request, lambda data: AskingForm(data, offered=offered), deed, newer={})
    if is_done:
        tell(request, Notice(RECEIPT))
        return HttpResponseRedirect(reverse("supervision:own"))
    return shown(request, "supervision/ask.html", form, {"child": child, "offered": offered})


@require_POST
def take_back(request: HttpRequest, request_ref: str) -> HttpResponse:
    press_on(request, services.take_back, says="Taken back. Nobody goes on with it.", request_ref=request_ref)
    return HttpResponseRedirect(reverse("supervision:own"))
