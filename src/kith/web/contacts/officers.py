"""Officers from whom one allegation is kept: letting one in who was kept out wrongly, and shutting them out again."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.cases import queries, services
from kith.web.children.saving import FORM, is_saved
from kith.web.contacts.forms import LetInForm
from kith.web.notices import Notice, tell
from kith.web.pressing import press


@require_http_methods(FORM)
def let_in(request: HttpRequest, contact_ref: str, officer_ref: str) -> HttpResponse:
    officer = queries.letting_in_page(request.actor, contact_ref, officer_ref, now=request.now)
    is_sent = request.method == "POST"
    form = LetInForm(request.POST if is_sent else None)

    def deed() -> None:
        services.let_in(
            by=request.actor,
            contact_ref=contact_ref,
            officer_ref=officer_ref,
            why=form.cleaned_data["why"],
            now=request.now,
        )

    if is_sent and is_saved(form, deed):
        tell(request, Notice("They may read it now. Your reason is on record."))
        return _back(contact_ref)
    context = {"contact_ref": contact_ref, "officer": officer, "form": form}
    return render(request, "contacts/let_in.html", context, status=422 if is_sent else 200)


@require_POST
def shut_out(request: HttpRequest, contact_ref: str, officer_ref: str) -> HttpResponse:
    press(
        request,
        lambda: services.shut_out(by=request.actor, contact_ref=contact_ref, officer_ref=officer_ref, now=request.now),
        says="It is kept from them again.",
    )
    return _back(contact_ref)


def _back(contact_ref: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("contacts:allegation", args=[contact_ref]))
