"""What somebody at work tells, and what they hear of it."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.apps.cases import queries, services
from kith.apps.cases.projections import Receipt
from kith.apps.networks.projections import ChildFace
from kith.apps.networks.queries import child_head
from kith.web.children.saving import FORM, is_saved
from kith.web.chronologies.known import CONTACT, offered_after
from kith.web.contacts.forms import AdultForm, AgainForm, ChildForm, UnbornForm
from kith.web.notices import Notice
from kith.web.notices import tell as notify

Telling = ChildForm | UnbornForm | AdultForm
TO_FRONT_DOOR = "Sent. The front door decides within one working day, and you hear here. Reference {}."
TO_OFFICER = "Sent to the designated officer, who gets in touch with you. Do not talk about it at work. Reference {}."
AGAIN = "Somebody else at the front door looks again."


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    lines = queries.sent_list(request.actor, now=request.now)
    return render(request, "contacts/sent.html", {"lines": lines, "may_notify": queries.may_notify(request.actor)})


@require_http_methods(FORM)
def tell(request: HttpRequest) -> HttpResponse:
    return _telling(request, ChildForm(_sent(request)), {"template": "contacts/tell.html", "child": None})


@require_http_methods(FORM)
def tell_of_child(request: HttpRequest, child_ref: str) -> HttpResponse:
    """About a child whose page is open: the name is there already, and the front door finds the record linked."""
    child = child_head(request.actor, child_ref, now=request.now)
    form: Telling = UnbornForm(_sent(request))
    if not child.expected:
        form = ChildForm(_sent(request), initial={"child_name": child.name})
    return _telling(request, form, {"template": "contacts/tell.html", "child": child})


@require_http_methods(FORM)
def tell_of_unborn(request: HttpRequest) -> HttpResponse:
    return _telling(request, UnbornForm(_sent(request)), {"template": "contacts/tell.html", "child": None})


@require_http_methods(FORM)
def tell_of_adult(request: HttpRequest) -> HttpResponse:
    return _telling(request, AdultForm(_sent(request)), {"template": "contacts/tell_of_adult.html", "child": None})


def _sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _telling(request: HttpRequest, form: Telling, page: Mapping[str, Any]) -> HttpResponse:
    queries.require_to_send(request.actor, now=request.now)
    receipts: list[Receipt] = []
    if request.method == "POST" and is_saved(form, lambda: receipts.append(_tell(request, form, page["child"]))):
        says = TO_OFFICER if isinstance(form, AdultForm) else TO_FRONT_DOOR
        notify(request, _told(request, page["child"], receipts[0].ref, Notice(says.format(receipts[0].reference))))
        return HttpResponseRedirect(reverse("contacts:sent"))
    context = {"form": form, "child": page["child"], "is_unborn": isinstance(form, UnbornForm)}
    return render(request, page["template"], context, status=422 if request.method == "POST" else 200)


def _told(request: HttpRequest, child: ChildFace | None, ref: str, notice: Notice) -> Notice:
    return offered_after(request, child.ref, f"{CONTACT}:{ref}", notice) if child else notice


def _tell(request: HttpRequest, form: Telling, child: ChildFace | None) -> Receipt:
    by, now, told = request.actor, request.now, form.told()
    if child is not None:
        return services.tell_of_child(by=by, child_ref=child.ref, told=told, now=now)
    return services.tell_as_worker(by=by, told=told, is_about_adult=isinstance(form, AdultForm), now=now)


@require_http_methods(FORM)
def outcome(request: HttpRequest, contact_ref: str) -> HttpResponse:
    """What became of it; the form on it asks for a second look."""
    page = queries.sent_page(request.actor, contact_ref, now=request.now)
    form = AgainForm(_sent(request), version=page.version)

    def deed() -> None:
        services.ask_again(
            by=request.actor,
            contact_ref=contact_ref,
            why=form.cleaned_data["why"],
            expected_version=form.cleaned_data["version"],
            now=request.now,
        )

    if request.method == "POST" and is_saved(form, deed):
        notify(request, Notice(AGAIN))
        return HttpResponseRedirect(reverse("contacts:outcome", args=[contact_ref]))
    context = {"page": page, "form": form}
    return render(request, "contacts/outcome.html", context, status=422 if request.method == "POST" else 200)
