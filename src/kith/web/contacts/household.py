"""The front door says in one go which children of a household a contact is about."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.apps.cases import queries, services
from kith.web.children.saving import FORM, saved
from kith.web.contacts.household_form import HouseholdChildrenForm
from kith.web.jinja import plural
from kith.web.notices import Notice, tell


@require_http_methods(FORM)
def household(request: HttpRequest, contact_ref: str) -> HttpResponse:
    page = queries.household_page(request.actor, contact_ref, now=request.now)
    done: list[tuple[int, int]] = []

    def make(data: Any) -> HouseholdChildrenForm:
        return HouseholdChildrenForm(data, page=page, version=page.contact.version)

    def deed(form: HouseholdChildrenForm) -> None:
        done.append(
            services.link_household(
                by=request.actor,
                contact_ref=contact_ref,
                told=form.told(),
                expected_version=form.cleaned_data["version"],
                now=request.now,
            )
        )

    form, is_done = saved(
        request, make, deed, newer={"version": page.contact.version}, then="Look who is linked now, then save."
    )
    if is_done:
        tell(request, Notice(_says(*done[0])))
        return HttpResponseRedirect(reverse("contacts:contact", args=[contact_ref]))
    context = {"page": page, "form": form}
    return render(request, "contacts/household.html", context, status=422 if form.is_bound else 200)


def _says(linked: int, begun: int) -> str:
    children, records = plural(linked, "child is", "children are"), plural(begun, "record has", "records have")
    return " ".join(filter(None, (f"{children} linked." if linked else "", f"{records} begun." if begun else "")))
