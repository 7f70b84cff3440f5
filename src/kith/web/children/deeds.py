"""Forms about a whole family: each gathers words and calls one deed."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.apps.networks import queries
from kith.apps.people import services
from kith.apps.people.queries import short_name, who_lives_in
from kith.web.children.fact_forms import HomeAddressForm
from kith.web.children.fields import said_back
from kith.web.children.forms import AccountForm, HouseholdForm, PersonForm, TieForm
from kith.web.children.saving import FORM, Question, ask, form_page, is_saved, saved, to_picture, undo_url
from kith.web.children.unsafe import WHY, require_read
from kith.web.notices import Notice, tell
from kith.web.sent import in_address


@require_http_methods(FORM)
def add_person(request: HttpRequest, child_ref: str) -> HttpResponse:
    page = queries.form_page(request.actor, child_ref, now=request.now)
    start = {"to": in_address(request, "to") or child_ref, "relation": in_address(request, "relation")}
    form = PersonForm(request.POST or None, people=page.people, initial=start)
    added: list[str] = []

    def deed() -> None:
        said = form.cleaned_data
        require_read(request, form, {}, newcomers=[form.living()], near=child_ref)
        added.append(
            services.add_relative(
                by=request.actor,
                child_ref=child_ref,
                person=form.person(),
                relation=said["relation"],
                to=said["to"],
                also=said["also"],
                now=request.now,
            )
        )

    if request.method == "POST" and is_saved(form, deed):
        called = short_name(form.person())
        undo = undo_url("children:take_out_person", child_ref, added[0], version=1)
        tell(request, Notice(f"{called} is added.{said_back(form)}", undo, f"Undo: {called} added"))
        return to_picture(child_ref)
    return form_page(request, "children/person_form.html", page, form, "Add a person", "Add")


@require_http_methods(FORM)
def add_tie(request: HttpRequest, child_ref: str) -> HttpResponse:
    page = queries.form_page(request.actor, child_ref, now=request.now)
    form = TieForm(request.POST or None, people=page.people, initial={"a": in_address(request, "a") or child_ref})
    added: list[str] = []

    def deed() -> None:
        added.append(services.add_tie(by=request.actor, child_ref=child_ref, tie=form.tie(), now=request.now))

    if request.method == "POST" and is_saved(form, deed):
        undo = undo_url("children:take_out_tie", child_ref, added[0], version=1)
        tell(request, Notice(f"The tie is added.{said_back(form)}", undo, "Undo: tie added"))
        return to_picture(child_ref)
    return form_page(request, "children/tie_form.html", page, form, "Add a tie", "Add")


@require_http_methods(FORM)
def add_household(request: HttpRequest, child_ref: str) -> HttpResponse:
    page = queries.form_page(request.actor, child_ref, now=request.now)
    form = HouseholdForm(request.POST or None, people=page.people, initial={"members": [child_ref]})

    def deed() -> None:
        require_read(request, form, form.places())
        services.form_household(by=request.actor, child_ref=child_ref, household=form.household(), now=request.now)

    if request.method == "POST" and is_saved(form, deed):
        tell(request, Notice(f"{form.cleaned_data['name']} is added.{said_back(form)}"))
        return HttpResponseRedirect(reverse("children:child", args=[child_ref]))
    return form_page(request, "children/household_form.html", page, form, "Add a home", "Add")


@require_http_methods(FORM)
def add_account(request: HttpRequest, child_ref: str, tie_ref: str) -> HttpResponse:
    """Put another source beside the first. When they differ both stay, and the tie is marked as disputed."""
    page = queries.form_page(request.actor, child_ref, now=request.now)
    tie = queries.tie_to_change(request.actor, child_ref, tie_ref, now=request.now)

    def make(data: Any) -> AccountForm:
        return AccountForm(data or None, initial={"version": tie.version})

    def deed(form: AccountForm) -> None:
        services.add_account(
            by=request.actor,
            tie_ref=tie_ref,
            account=form.account(),
            agrees=form.cleaned_data["agrees"] == "yes",
            expected_version=form.cleaned_data["version"],
            now=request.now,
        )

    form, is_done = saved(request, make, deed, newer={"version": tie.version}, then="Read it again, then save.")
    if is_done:
        tell(request, Notice("Both accounts are kept."))
        return to_picture(child_ref)
    return form_page(request, "children/account_form.html", page, form, f"Another account: {tie.says}", "Save")


@require_http_methods(FORM)
def add_home_address(request: HttpRequest, child_ref: str, home_ref: str) -> HttpResponse:
    page = queries.form_page(request.actor, child_ref, now=request.now)
    home = queries.home_to_change(request.actor, child_ref, home_ref, now=request.now)
    back = reverse("children:child", args=[child_ref])
    question = Question(
        child=page.child,
        heading=f"Where {home.name} is",
        lead="It holds for everybody who lives there.",
        first=("lines", "postcode", "since", WHY),
        back=back,
        version=home.version,
    )

    def deed(form: HomeAddressForm) -> None:
        place, there = form.place(request.now), who_lives_in(request.actor, home_ref, now=request.now)
        require_read(request, form, dict.fromkeys(there, place))
        services.add_household_address(
            by=request.actor,
            child_ref=child_ref,
            household_ref=home_ref,
            address=form.address(),
            expected_version=form.cleaned_data["version"],
            now=request.now,
        )

    def done(form: HomeAddressForm, _: object) -> HttpResponse:
        tell(request, Notice(f"The address is added.{said_back(form)}"))
        return HttpResponseRedirect(back)

    return ask(request, question, lambda data: HomeAddressForm(data, initial={"version": home.version}), deed, done)
