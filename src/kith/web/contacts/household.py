"""The front door says in one go which children of a household a contact is about."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.apps.cases import queries, services
from kith.apps.cases.projections import HouseholdPage
from kith.apps.records.base import StaleVersion
from kith.web.children.saving import FORM, is_saved, with_versions
from kith.web.contacts.household_form import HouseholdChildrenForm
from kith.web.jinja import plural
from kith.web.notices import Notice, tell

STALE = "Somebody changed this contact first, or you pressed twice. Look who is linked now, then save."


@require_http_methods(FORM)
def household(request: HttpRequest, contact_ref: str) -> HttpResponse:
    page = queries.household_page(request.actor, contact_ref, now=request.now)
    is_sent, version, done = request.method == "POST", page.contact.version, list[tuple[int, int]]()
    form = HouseholdChildrenForm(request.POST if is_sent else None, page=page, version=version)

    def deed() -> None:
        done.append(
            services.link_household(
                by=request.actor,
                contact_ref=contact_ref,
                told=form.told(),
                expected_version=form.cleaned_data["version"],
                now=request.now,
            )
        )

    try:
        if is_sent and is_saved(form, deed):
            tell(request, Notice(_says(*done[0])))
            return HttpResponseRedirect(reverse("contacts:contact", args=[contact_ref]))
    except StaleVersion:
        form = _once_more(request, page)
    return render(request, "contacts/household.html", {"page": page, "form": form}, status=422 if is_sent else 200)


def _once_more(request: HttpRequest, page: HouseholdPage) -> HouseholdChildrenForm:
    newer = with_versions(request, version=page.contact.version)
    form = HouseholdChildrenForm(newer, page=page, version=page.contact.version)
    form.add_error(None, STALE)
    return form


def _says(linked: int, begun: int) -> str:
    children, records = plural(linked, "child is", "children are"), plural(begun, "record has", "records have")
    return " ".join(filter(None, (f"{children} linked." if linked else "", f"{records} begun." if begun else "")))
