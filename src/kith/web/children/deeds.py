"""Forms and acts on a family: each gathers words and calls one deed."""

from collections.abc import Callable
from dataclasses import replace

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.access.queries import NothingHere
from kith.apps.networks import queries
from kith.apps.networks.projections import FormPage
from kith.apps.people import services
from kith.apps.records.base import StaleVersion
from kith.kernel.errors import KithError
from kith.web.children.forms import AccountForm, ChangePersonForm, HouseholdForm, PersonForm, TieForm
from kith.web.notices import Notice, forget, tell

FORM = ["GET", "HEAD", "POST"]


def _saved(form: forms.Form, deed: Callable[[], object]) -> bool:
    """Whether the form is sound and the deed went through; a refusal stands in the form, with every word kept."""
    if not form.is_valid():
        return False
    try:
        deed()
    except (StaleVersion, NothingHere):
        raise
    except KithError as problem:
        form.add_error(None, problem.message)
        return False
    return True


def _form_page(
    request: HttpRequest, template: str, page: FormPage, form: forms.Form, heading: str, act: str
) -> HttpResponse:
    status = 422 if form.is_bound else 200
    context = {"child": page.child, "form": form, "heading": heading, "act": act}
    return render(request, template, context, status=status)


def _to_picture(child_ref: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("children:picture", args=[child_ref]))


@require_http_methods(FORM)
def add_person(request: HttpRequest, child_ref: str) -> HttpResponse:
    page = queries.form_page(request.actor, child_ref, now=request.now)
    start = {"to": request.GET.get("to") or child_ref, "relation": request.GET.get("relation", "")}
    form = PersonForm(request.POST or None, people=page.people, initial=start)
    added: list[str] = []

    def deed() -> None:
        said = form.cleaned_data
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

    if request.method == "POST" and _saved(form, deed):
        called = form.cleaned_data["called"]
        undo = _undo_url("children:take_out_person", child_ref, added[0], version=1)
        tell(request, Notice(f"{called} is added.", undo, f"Undo: {called} added"))
        return _to_picture(child_ref)
    return _form_page(request, "children/person_form.html", page, form, "Add a person", "Add")


@require_http_methods(FORM)
def change_person(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    page = queries.form_page(request.actor, child_ref, now=request.now)
    view = queries.person_to_change(request.actor, person_ref, now=request.now)
    form = ChangePersonForm(request.POST or None, initial=ChangePersonForm.initial_for(view.person, view.version))

    def deed() -> None:
        services.change_person(
            by=request.actor,
            person_ref=person_ref,
            changed=replace(view.person, **form.changed(view.person)),
            expected_version=form.cleaned_data["version"],
            now=request.now,
        )

    heading = f"Change {view.person.called}"
    try:
        if request.method == "POST" and _saved(form, deed):
            tell(request, Notice(f"{view.person.called} is changed."))
            return HttpResponseRedirect(reverse("children:person", args=[child_ref, person_ref]))
    except StaleVersion as problem:
        return _conflict(request, child_ref, form, ChangePersonForm.initial_for(view.person, view.version), problem)
    return _form_page(request, "children/change_form.html", page, form, heading, "Save")


def _conflict(
    request: HttpRequest, child_ref: str, form: forms.Form, theirs: dict[str, object], problem: StaleVersion
) -> HttpResponse:
    """Both texts side by side; keeping mine sends it again against the newer version."""
    mine = form.cleaned_data
    terms = [(name, str(field.label)) for name, field in form.fields.items() if name != "version"]
    differs = {name: str(mine[name] or "") != str(theirs[name] or "") for name, _ in terms}

    def parts(values: dict[str, object]) -> list[dict[str, object]]:
        return [{"term": t, "says": str(values[n] or ""), "is_different": differs[n]} for n, t in terms]

    hidden = [(name, str(mine[name] or "")) for name, _ in terms] + [("version", str(theirs["version"]))]
    context = {
        "what": problem.message,
        "mine": {"by": "You", "at": "now", "parts": parts(mine)},
        "theirs": {"by": "Somebody else", "at": "before you", "parts": parts(theirs)},
        "hidden_fields": hidden,
        "may_keep_both": False,
        "back": reverse("children:picture", args=[child_ref]),
    }
    return render(request, "children/conflict.html", context, status=409)


@require_http_methods(FORM)
def add_tie(request: HttpRequest, child_ref: str) -> HttpResponse:
    page = queries.form_page(request.actor, child_ref, now=request.now)
    form = TieForm(request.POST or None, people=page.people, initial={"a": request.GET.get("a") or child_ref})
    added: list[str] = []

    def deed() -> None:
        added.append(services.add_tie(by=request.actor, child_ref=child_ref, tie=form.tie(), now=request.now))

    if request.method == "POST" and _saved(form, deed):
        undo = _undo_url("children:take_out_tie", child_ref, added[0], version=1)
        tell(request, Notice("The tie is added.", undo, "Undo: tie added"))
        return _to_picture(child_ref)
    return _form_page(request, "children/tie_form.html", page, form, "Add a tie", "Add")


@require_http_methods(FORM)
def add_household(request: HttpRequest, child_ref: str) -> HttpResponse:
    page = queries.form_page(request.actor, child_ref, now=request.now)
    form = HouseholdForm(request.POST or None, people=page.people, initial={"members": [child_ref]})

    def deed() -> None:
        services.form_household(by=request.actor, child_ref=child_ref, household=form.household(), now=request.now)

    if request.method == "POST" and _saved(form, deed):
        tell(request, Notice(f"{form.cleaned_data['name']} is added."))
        return HttpResponseRedirect(reverse("children:child", args=[child_ref]))
    return _form_page(request, "children/household_form.html", page, form, "Add a home", "Add")


@require_http_methods(FORM)
def add_account(request: HttpRequest, child_ref: str, tie_ref: str) -> HttpResponse:
    """Put another source beside the first. When they differ both stay, and the tie is marked as disputed."""
    page = queries.form_page(request.actor, child_ref, now=request.now)
    tie = queries.tie_to_change(request.actor, child_ref, tie_ref, now=request.now)
    form = AccountForm(request.POST or None, initial={"version": tie.version})

    def deed() -> None:
        services.add_account(
            by=request.actor,
            tie_ref=tie_ref,
            account=form.account(),
            agrees=form.cleaned_data["agrees"] == "yes",
            expected_version=form.cleaned_data["version"],
            now=request.now,
        )

    try:
        if request.method == "POST" and _saved(form, deed):
            tell(request, Notice("Both accounts are kept."))
            return _to_picture(child_ref)
    except StaleVersion as problem:
        form = AccountForm(_with_version(request, tie.version), initial={"version": tie.version})
        form.add_error(None, f"{problem.message} Read it again, then save.")
    return _form_page(request, "children/account_form.html", page, form, f"Another account: {tie.says}", "Save")


def _with_version(request: HttpRequest, version: int) -> dict[str, str]:
    return {**request.POST.dict(), "version": str(version)}


@require_POST
def take_out_person(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    version = _version(request)
    services.withdraw_person(
        by=request.actor, person_ref=person_ref, why=_why(request), expected_version=version, now=request.now
    )
    undo = _undo_url("children:put_back_person", child_ref, person_ref, version=version + 1)
    tell(request, Notice("Taken out.", undo, "Undo: taken out"))
    return _to_picture(child_ref)


@require_POST
def put_back_person(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    forget(request)
    services.restore_person(
        by=request.actor, person_ref=person_ref, expected_version=_version(request), now=request.now
    )
    return _to_picture(child_ref)


@require_POST
def take_out_tie(request: HttpRequest, child_ref: str, tie_ref: str) -> HttpResponse:
    version = _version(request)
    services.withdraw_tie(
        by=request.actor, tie_ref=tie_ref, why=_why(request), expected_version=version, now=request.now
    )
    undo = _undo_url("children:put_back_tie", child_ref, tie_ref, version=version + 1)
    tell(request, Notice("Taken out.", undo, "Undo: tie taken out"))
    return _to_picture(child_ref)


@require_POST
def put_back_tie(request: HttpRequest, child_ref: str, tie_ref: str) -> HttpResponse:
    forget(request)
    services.restore_tie(by=request.actor, tie_ref=tie_ref, expected_version=_version(request), now=request.now)
    return _to_picture(child_ref)


def _undo_url(route: str, child_ref: str, ref: str, *, version: int) -> str:
    return f"{reverse(route, args=[child_ref, ref])}?version={version}"


def _version(request: HttpRequest) -> int:
    """The version the page showed; without one the act is stale by definition."""
    text = request.POST.get("version") or request.GET.get("version") or ""
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _why(request: HttpRequest) -> str:
    return request.POST.get("why", "")[:500]
