"""Keeping entries: written, changed, checked, taken out; every act can be undone."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.directory import queries, services
from kith.web.children.saving import FORM, is_saved, saved, undo_url, version_of
from kith.web.directory.forms import ASKED_FIRST, ServiceForm, as_first_shown
from kith.web.notices import Notice, tell
from kith.web.pressing import press


@require_http_methods(FORM)
def add(request: HttpRequest) -> HttpResponse:
    queries.require_keeper(request.actor, now=request.now)
    form, added = ServiceForm(request.POST if request.method == "POST" else None), []

    def deed() -> None:
        entry, given_by = form.entry(), form.cleaned_data["given_by"]
        added.append(services.add_service(by=request.actor, entry=entry, given_by=given_by, now=request.now))

    if request.method == "POST" and is_saved(form, deed):
        tell(request, Notice("Written into the directory."))
        return _to_service(added[0])
    return _form(request, form, "Add a service", reverse("directory:look"))


@require_http_methods(FORM)
def change(request: HttpRequest, service_ref: str) -> HttpResponse:
    page = queries.service_to_change(request.actor, service_ref, now=request.now)

    def deed(form: ServiceForm) -> None:
        services.change_service(
            by=request.actor,
            ref=service_ref,
            entry=form.entry(page.entry),
            given_by=form.cleaned_data["given_by"],
            expected_version=form.cleaned_data["version"],
            now=request.now,
        )

    form, is_done = saved(
        request,
        lambda data: ServiceForm(data, initial=as_first_shown(page)),
        deed,
        newer={"version": page.version},
    )
    if is_done:
        tell(request, _done(request, service_ref, "Saved.", "entry changed", before=version_of(request)))
        return _to_service(service_ref)
    return _form(request, form, f"Change {page.entry.name}", reverse("directory:service", args=[service_ref]))


def _form(request: HttpRequest, form: ServiceForm, heading: str, back: str) -> HttpResponse:
    context = {"form": form, "heading": heading, "back": back, "first": ASKED_FIRST}
    return render(request, "directory/form.html", context, status=422 if form.is_bound else 200)


@require_POST
def assure(request: HttpRequest, service_ref: str) -> HttpResponse:
    return _press(
        request, services.assure_service, service_ref, "Checked today. Your agency stands beside it.", "checked today"
    )


@require_POST
def take_out(request: HttpRequest, service_ref: str) -> HttpResponse:
    return _press(request, services.take_out_service, service_ref, "Taken out of the directory.", "taken out")


@require_POST
def put_back(request: HttpRequest, service_ref: str, earlier: int) -> HttpResponse:
    return _press(request, services.put_back_service, service_ref, "It is as it was before.", "", version=earlier)


def _press(
    request: HttpRequest, deed: Callable[..., None], ref: str, says: str, undo: str, **said: Any
) -> HttpResponse:
    """Against the version the page showed."""
    version = version_of(request)
    press(
        request,
        lambda: deed(by=request.actor, ref=ref, expected_version=version, now=request.now, **said),
        says=_done(request, ref, says, undo, before=version),
    )
    return _to_service(ref)


def _done(request: HttpRequest, ref: str, says: str, undo: str, *, before: int) -> Notice:
    """Whoever may keep entries can put the one before back; whoever only checks them is told."""
    if not undo or not queries.may_keep(request.actor):
        return Notice(says)
    back = undo_url("directory:put_back", ref, str(before), version=before + 1)
    return Notice(says, back, f"Undo: {undo}")


def _to_service(ref: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("directory:service", args=[ref]))
