"""Asking somebody onto a team, and changing what is said of a place."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from kith.apps.networks.queries import child_head
from kith.apps.teams import queries, services
from kith.web.children.saving import FORM, is_saved, saved
from kith.web.notices import Notice, tell
from kith.web.searching import to_search, words_searched
from kith.web.sent import in_address, posted
from kith.web.teams.forms import ChangeForm, JoinForm
from kith.web.teams.team import to_team

JOINED = "On the team. They see it on their first page, if they sign in to Kith."


@require_http_methods(FORM)
def join(request: HttpRequest, child_ref: str) -> HttpResponse:
    """A search shows workers found beside the one chosen before; who asked to be let in is chosen from the start."""
    is_search = "search" in request.POST
    searched = words_searched(request)
    offered = queries.place_form(
        request.actor,
        child_ref,
        words=to_search(searched) if is_search else "",
        worker_ref=(posted(request, "worker") or in_address(request, "worker"))[:40],
        adult_ref=in_address(request, "adult")[:40],
        now=request.now,
    )
    form = JoinForm(request.POST or None, offered=offered)

    def deed() -> None:
        services.join(by=request.actor, child_ref=child_ref, told=form.told(), now=request.now)

    if is_search:
        form.errors.clear()
    elif request.method == "POST" and is_saved(form, deed):
        tell(request, Notice(JOINED))
        return to_team(child_ref)
    child = child_head(request.actor, child_ref, now=request.now)
    context = {"child": child, "form": form, "searched": searched, "is_search": is_search, "found": offered.workers}
    return render(request, "teams/join.html", context, status=422 if form.is_bound and not is_search else 200)


@require_http_methods(FORM)
def change(request: HttpRequest, child_ref: str, seat_ref: str) -> HttpResponse:
    offered = queries.place_to_change(request.actor, child_ref, seat_ref, now=request.now)

    def deed(form: ChangeForm) -> None:
        services.change_place(
            by=request.actor,
            child_ref=child_ref,
            seat_ref=seat_ref,
            told=form.told(),
            expected_version=form.cleaned_data["version"],
            now=request.now,
        )

    form, is_done = saved(
        request,
        lambda data: ChangeForm(data or None, offered=offered),
        deed,
        newer={"version": offered.version},
    )
    if is_done:
        tell(request, Notice("Saved."))
        return to_team(child_ref)
    child = child_head(request.actor, child_ref, now=request.now)
    context = {
        "child": child,
        "form": form,
        "heading": offered.name,
        "lead": "What is said here stands on the team’s page.",
    }
    context |= {"act": "Save", "first": ("role", "reach", "adult", "trusted", "trust_said_by", "basis")}
    return render(request, "teams/form.html", context, status=422 if form.is_bound else 200)
