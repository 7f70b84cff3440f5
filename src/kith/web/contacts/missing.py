"""Appointments to which a child was not brought: seeing them, and recording one."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.apps.cases import queries, services
from kith.apps.networks.queries import child_head
from kith.web.children.saving import FORM, is_saved
from kith.web.contacts.forms import NotBroughtForm
from kith.web.notices import Notice, tell


@require_http_methods(FORM)
def not_brought(request: HttpRequest, child_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    page = queries.not_brought_page(request.actor, child_ref, now=request.now)
    is_sent = request.method == "POST"
    form = NotBroughtForm(request.POST if is_sent else None, causes=page.causes)

    def deed() -> None:
        services.note_not_brought(by=request.actor, child_ref=child_ref, told=form.told(), now=request.now)

    if is_sent and is_saved(form, deed):
        tell(request, Notice("Recorded. What was in the way stands with it."))
        return HttpResponseRedirect(reverse("contacts:not_brought", args=[child_ref]))
    context = {"child": child, "page": page, "form": form}
    return render(request, "contacts/not_brought.html", context, status=422 if is_sent else 200)
