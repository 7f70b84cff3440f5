"""Recording where a child stands, correcting and ending it, and undoing each."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.cases import queries, services
from kith.apps.networks.queries import child_head
from kith.web.children.saving import FORM, saved, shown, undo_url, version_of
from kith.web.notices import Notice, tell
from kith.web.pressing import press_on
from kith.web.standing.forms import EndForm, StandingForm


@require_http_methods(FORM)
def record(request: HttpRequest, child_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    page = queries.standing_form(request.actor, child_ref, now=request.now)
    begun: list[str] = []
    form, is_done = saved(
        request,
        lambda data: StandingForm(data, page=page),
        lambda form: begun.append(
            services.begin_standing(by=request.actor, child_ref=child_ref, told=form.told(), now=request.now)
        ),
        newer={"version": page.version},
    )
    if is_done:
        return _told(request, child_ref, begun[0], "take_out", 1, "Recorded.", "Undo: recorded")
    return shown(request, "standing/form.html", form, {"child": child, "heading": "Record where help stands"})


@require_http_methods(FORM)
def correct(request: HttpRequest, child_ref: str, standing_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    page = queries.standing_form(request.actor, child_ref, standing_ref=standing_ref, now=request.now)
    made: list[str] = []
    form, is_done = saved(
        request,
        lambda data: StandingForm(data, page=page),
        lambda form: made.append(
            services.correct_standing(
                by=request.actor,
                child_ref=child_ref,
                standing_ref=standing_ref,
                told=form.told(),
                expected_version=form.cleaned_data["version"],
                now=request.now,
            )
        ),
        newer={"version": page.version},
    )
    if is_done:
        says = "Corrected. What stood there stays below, struck through."
        return _told(request, child_ref, made[0], "take_out", 1, says, "Undo: corrected")
    return shown(request, "standing/form.html", form, {"child": child, "heading": "Correct what was recorded"})


@require_http_methods(FORM)
def end(request: HttpRequest, child_ref: str, standing_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    page = queries.standing_form(request.actor, child_ref, standing_ref=standing_ref, now=request.now)
    form, is_done = saved(
        request,
        lambda data: EndForm(data, version=page.version),
        lambda form: services.end_standing(
            by=request.actor,
            child_ref=child_ref,
            standing_ref=standing_ref,
            until=form.cleaned_data["until"],
            expected_version=form.cleaned_data["version"],
            now=request.now,
        ),
        newer={"version": page.version},
    )
    if is_done:
        version = form.cleaned_data["version"] + 1
        return _told(request, child_ref, standing_ref, "reopen", version, "Its end is recorded.", "Undo: ended")
    return shown(request, "standing/form.html", form, {"child": child, "heading": "Record that it ended"})


@require_POST
def reopen(request: HttpRequest, child_ref: str, standing_ref: str) -> HttpResponse:
    return _pressed(request, services.reopen_standing, child_ref, standing_ref, "Its end is taken back.")


@require_POST
def take_out(request: HttpRequest, child_ref: str, standing_ref: str) -> HttpResponse:
    undo = undo_url("standing:put_back", child_ref, standing_ref, version=version_of(request) + 1)
    says = Notice("Taken out. It stays below, struck through.", undo, "Undo: taken out")
    return _pressed(request, services.take_out_standing, child_ref, standing_ref, says)


@require_POST
def put_back(request: HttpRequest, child_ref: str, standing_ref: str) -> HttpResponse:
    return _pressed(request, services.put_back_standing, child_ref, standing_ref, "Put back.")


def _pressed(
    request: HttpRequest, deed: Callable[..., None], child_ref: str, standing_ref: str, says: str | Notice
) -> HttpResponse:
    press_on(request, deed, says=says, child_ref=child_ref, standing_ref=standing_ref)
    return _back(child_ref)


def _told(
    request: HttpRequest, child_ref: str, standing_ref: str, undo: str, version: int, says: str, undo_says: str
) -> HttpResponse:
    where = undo_url(f"standing:{undo}", child_ref, standing_ref, version=version)
    tell(request, Notice(says, where, undo_says))
    return _back(child_ref)


def _back(child_ref: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("standing:history", args=[child_ref]))
