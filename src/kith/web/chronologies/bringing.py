"""Bringing a table of one's agency: choose it, say what its headings mean, look at what it would do, take it in."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.apps.access.queries import NothingHere
from kith.apps.chronologies import queries, services
from kith.apps.networks.faces import ChildFace
from kith.apps.networks.queries import child_head
from kith.apps.records.base import StaleVersion
from kith.kernel.errors import KithError
from kith.web.children.saving import FORM, shown, version_of
from kith.web.chronologies.bringing_forms import HeadingsForm, TableForm, UndoForm
from kith.web.chronologies.rows import to_page
from kith.web.notices import Notice, tell
from kith.web.pressing import press

SHOWN = 100  # rows of a heap; more would be read by nobody


@require_http_methods(FORM)
def choose(request: HttpRequest, child_ref: str) -> HttpResponse:
    """A file, or what was copied from a table; what cannot be read gets its one sentence, and the page stays."""
    child = child_head(request.actor, child_ref, now=request.now)
    before = queries.brought_before(request.actor, child_ref, now=request.now)
    form = TableForm(request.POST, request.FILES) if request.method == "POST" else TableForm()
    if form.is_bound and form.is_valid():
        data, name = form.brought()
        at = {"by": request.actor, "child_ref": child_ref, "now": request.now}
        try:
            ref = services.begin_bringing(data=data, name=name, is_pasted=form.used == "words", **at)
        except NothingHere:
            raise
        except KithError as problem:
            form.add_error(form.used, problem.message)
        else:
            return _to("headings", child_ref, ref)
    return shown(request, "chronologies/bring.html", form, {"child": child, "before": before})


@require_http_methods(FORM)
def headings(request: HttpRequest, child_ref: str, bringing_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    page = queries.headings_page(request.actor, child_ref, bringing_ref, now=request.now)
    form = HeadingsForm(_sent(request), page=page)
    if form.is_bound and form.is_valid():
        try:
            services.choose_headings(
                by=request.actor,
                child_ref=child_ref,
                ref=bringing_ref,
                fields=form.chosen(),
                expected_version=form.cleaned_data["version"],
                now=request.now,
            )
        except (NothingHere, StaleVersion):
            raise
        except KithError as problem:
            form.add_error(None, problem.message)
        else:
            return _to("brought", child_ref, bringing_ref)
    return shown(request, "chronologies/headings.html", form, {"child": child, "page": page})


@require_safe
def brought(request: HttpRequest, child_ref: str, bringing_ref: str) -> HttpResponse:
    """What it would do; or how far it has come."""
    child = child_head(request.actor, child_ref, now=request.now)
    try:
        page = queries.bringing_page(request.actor, child_ref, bringing_ref, names=_names(child), now=request.now)
    except NothingHere:
        raise
    except KithError as problem:
        tell(request, Notice(problem.message))
        return _to("headings", child_ref, bringing_ref)
    if page.card.state == "choosing":
        return _to("headings", child_ref, bringing_ref)
    template = "chronologies/dry_run.html" if page.plan else "chronologies/brought.html"
    return render(request, template, {"child": child, "page": page, "most": SHOWN})


@require_POST
def take(request: HttpRequest, child_ref: str, bringing_ref: str) -> HttpResponse:
    """The next rows; the page that follows goes on by itself as long as rows are left."""
    child = child_head(request.actor, child_ref, now=request.now)

    def deed() -> None:
        services.take_in_table(
            by=request.actor,
            child_ref=child_ref,
            ref=bringing_ref,
            names=_names(child),
            expected_version=version_of(request),
            now=request.now,
        )

    return _on(request, child_ref, bringing_ref, deed)


@require_http_methods(FORM)
def undo(request: HttpRequest, child_ref: str, bringing_ref: str) -> HttpResponse:
    """Withdraw together what was brought in together."""
    child = child_head(request.actor, child_ref, now=request.now)
    called = child.first_name
    card = queries.brought_table(request.actor, child_ref, bringing_ref, called=called, now=request.now)
    form = UndoForm(_sent(request), card=card)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        try:
            services.undo_bringing(
                by=request.actor,
                child_ref=child_ref,
                ref=bringing_ref,
                why=said["why"],
                expected_version=said["version"],
                now=request.now,
            )
        except (NothingHere, StaleVersion):
            raise
        except KithError as problem:
            form.add_error(None, problem.message)
        else:
            return _to("brought", child_ref, bringing_ref)
    return shown(request, "chronologies/undo_brought.html", form, {"child": child, "card": card})


@require_POST
def leave(request: HttpRequest, child_ref: str, bringing_ref: str) -> HttpResponse:
    version = version_of(request)

    def deed() -> None:
        at = {"by": request.actor, "child_ref": child_ref, "ref": bringing_ref, "now": request.now}
        services.leave_bringing(expected_version=version, **at)

    if press(request, deed, says="Left. What was read of the table is gone."):
        return to_page(child_ref)
    return _to("brought", child_ref, bringing_ref)


def _on(request: HttpRequest, child_ref: str, ref: str, deed: Callable[[], object]) -> HttpResponse:
    try:
        deed()
    except (NothingHere, StaleVersion):
        raise
    except KithError as problem:
        tell(request, Notice(problem.message))
    return _to("brought", child_ref, ref)


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _names(child: ChildFace) -> tuple[str, ...]:
    return child.name, child.first_name


def _to(route: str, child_ref: str, ref: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse(f"chronologies:{route}", args=[child_ref, ref]))
