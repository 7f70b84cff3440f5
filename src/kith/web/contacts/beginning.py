"""The front door begins the record of a baby who is not born yet; and a record begun by mistake is taken back."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.access.queries import NothingHere
from kith.apps.cases import queries, services
from kith.kernel.partial_dates import PartialDate
from kith.web.children.saving import FORM, saved
from kith.web.contacts.birth_forms import BabyForm
from kith.web.notices import Notice, tell
from kith.web.pressing import press

BEGUN = "The record has begun, and your team works with it. Now decide what the baby and the family need."


@require_http_methods(FORM)
def begin_unborn(request: HttpRequest, contact_ref: str) -> HttpResponse:
    page = queries.contact_page(request.actor, contact_ref, now=request.now)
    if not page.is_unborn:
        raise NothingHere
    near = [one for one in (*page.people, *page.suggested) if not one.is_expected]
    mothers = [(one.ref, f"{one.name}, {one.age}" if one.age else one.name) for one in near]
    day = PartialDate.from_code(page.told.expected) if page.told.expected else None
    start = {"expected": day, "mother_name": page.told.mother}
    begun: list[str] = []

    def make(data: Any) -> BabyForm:
        return BabyForm(data, mothers=mothers, version=page.version, initial=start)

    def deed(form: BabyForm) -> None:
        begun.append(
            services.begin_unborn(
                by=request.actor,
                contact_ref=contact_ref,
                baby=form.told(),
                expected_version=form.cleaned_data["version"],
                now=request.now,
            )
        )

    form, is_done = saved(request, make, deed, newer={"version": page.version})
    if is_done:
        tell(request, Notice(BEGUN, reverse("contacts:take_back", args=begun), "Undo: record begun"))
        return HttpResponseRedirect(reverse("contacts:contact", args=[contact_ref]))
    return render(request, "contacts/begin.html", {"page": page, "form": form}, status=422 if form.is_bound else 200)


@require_POST
def take_back(request: HttpRequest, child_ref: str) -> HttpResponse:
    """Nobody works with the record any more afterwards, so the way leads to where today’s work is."""
    press(
        request,
        lambda: services.take_back_record(by=request.actor, child_ref=child_ref, now=request.now),
        says="Taken back. The record is in no list any more.",
    )
    return HttpResponseRedirect(reverse("today:home"))
