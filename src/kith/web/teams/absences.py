"""One's own absences: entered once, for every child; changed, taken out, put back; and somebody else for one child."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.networks.queries import child_head
from kith.apps.people.queries import my_children
from kith.apps.teams import queries, services
from kith.apps.teams.projections import AbsencesPage
from kith.web.children.saving import FORM, is_saved, saved, undo_url, version_of
from kith.web.notices import Notice, tell
from kith.web.pressing import press
from kith.web.searching import to_search, words_searched
from kith.web.sent import posted
from kith.web.teams.forms import AbsenceForm, OneChildForm
from kith.web.teams.team import to_team


@require_http_methods(FORM)
def mine(request: HttpRequest) -> HttpResponse:
    is_search, searched = "search" in request.POST, words_searched(request)
    page = queries.absences_page(
        request.actor, words=to_search(searched) if is_search else "", chosen=_chosen(request), now=request.now
    )
    form = AbsenceForm(request.POST or None, covers=page.covers, colleagues=page.colleagues)

    def deed() -> None:
        services.enter_absence(by=request.actor, told=form.told(), now=request.now)

    if is_search:
        form.errors.clear()
    elif request.method == "POST" and is_saved(form, deed):
        tell(request, Notice("Entered once, for every child. Their teams’ pages say it from now on."))
        return _to_absences()
    return _shown(request, page, form, is_search=is_search, searched=searched)


def _shown(
    request: HttpRequest, page: AbsencesPage, form: AbsenceForm, *, is_search: bool, searched: str
) -> HttpResponse:
    context = {"page": page, "form": form, "searched": searched, "is_search": is_search}
    return render(request, "teams/absences.html", context, status=422 if form.is_bound and not is_search else 200)


def _chosen(request: HttpRequest) -> str:
    return posted(request, "cover")[:40]


@require_http_methods(FORM)
def change(request: HttpRequest, absence_ref: str) -> HttpResponse:
    card = queries.absence_to_change(request.actor, absence_ref, now=request.now)
    is_search, searched = "search" in request.POST, words_searched(request)
    covers = queries.cover_choices(
        request.actor, words=to_search(searched) if is_search else "", chosen=_chosen(request) or card.told.cover_ref
    )

    def make(data: Any) -> AbsenceForm:
        return AbsenceForm(data or None, covers=covers, start=card.told, version=card.version)

    def deed(form: AbsenceForm) -> None:
        services.change_absence(
            by=request.actor,
            absence_ref=absence_ref,
            told=form.told(),
            expected_version=form.cleaned_data["version"],
            now=request.now,
        )

    if is_search:
        form, is_done = make(request.POST), False
        form.errors.clear()
    else:
        form, is_done = saved(request, make, deed, newer={"version": card.version})
    if is_done:
        tell(request, Notice("Changed, for every child."))
        return _to_absences()
    context = {"form": form, "card": card, "searched": searched, "is_search": is_search}
    return render(request, "teams/absence.html", context, status=422 if form.is_bound and not is_search else 200)


@require_POST
def take_out(request: HttpRequest, absence_ref: str) -> HttpResponse:
    version = version_of(request)
    undo = undo_url("teams:put_back_absence", absence_ref, version=version + 1)
    said = Notice("Taken out. It holds no more.", undo, "Undo: absence taken out")
    return _pressed(request, services.take_out_absence, absence_ref, said)


@require_POST
def put_back(request: HttpRequest, absence_ref: str) -> HttpResponse:
    return _pressed(request, services.put_back_absence, absence_ref, Notice("Put back. It holds again."))


def _pressed(request: HttpRequest, deed: Callable[..., str], absence_ref: str, said: Notice) -> HttpResponse:
    """Back to one's own absences, or to the one team of somebody without an account."""
    teams: list[str] = []

    def press_it() -> None:
        version = version_of(request)
        teams.append(deed(by=request.actor, absence_ref=absence_ref, expected_version=version, now=request.now))

    press(request, press_it, says=said)
    return to_team(teams[0]) if teams and teams[0] else _to_absences()


@require_http_methods(FORM)
def for_one(request: HttpRequest, absence_ref: str) -> HttpResponse:
    card = queries.absence_to_change(request.actor, absence_ref, now=request.now)
    is_search, searched = "search" in request.POST, words_searched(request)
    covers = queries.cover_choices(
        request.actor, words=to_search(searched) if is_search else "", chosen=_chosen(request)
    )
    own = my_children(request.actor, now=request.now)
    children = [(child.ref, child.name) for child in own if child.may_open]
    form = OneChildForm(request.POST or None, covers=covers, children=children)

    def deed() -> None:
        services.cover_for_one(
            by=request.actor,
            absence_ref=absence_ref,
            child_ref=form.cleaned_data["child"],
            told=form.told(card.told),
            now=request.now,
        )

    if is_search:
        form.errors.clear()
    elif request.method == "POST" and is_saved(form, deed):
        tell(request, Notice("Saved, for this child alone."))
        return _to_absences()
    context = {"form": form, "card": card, "searched": searched, "is_search": is_search, "is_for_one": True}
    return render(request, "teams/absence.html", context, status=422 if form.is_bound and not is_search else 200)


@require_http_methods(FORM)
def away_on_team(request: HttpRequest, child_ref: str, seat_ref: str) -> HttpResponse:
    """Of a professional without an account, who has no page of their own to say it on."""
    seat = queries.seat_to_leave(request.actor, child_ref, seat_ref, now=request.now)
    is_search, searched = "search" in request.POST, words_searched(request)
    covers = queries.cover_choices(
        request.actor, words=to_search(searched) if is_search else "", chosen=_chosen(request)
    )
    form = AbsenceForm(request.POST or None, covers=covers)

    def deed() -> None:
        services.enter_absence_on_team(
            by=request.actor, child_ref=child_ref, seat_ref=seat_ref, told=form.told(), now=request.now
        )

    if is_search:
        form.errors.clear()
    elif request.method == "POST" and is_saved(form, deed):
        tell(request, Notice("Entered. The team’s page says it from now on."))
        return to_team(child_ref)
    child = child_head(request.actor, child_ref, now=request.now)
    context = {"child": child, "name": seat.name, "form": form, "searched": searched, "is_search": is_search}
    context["entered"] = queries.absences_on_team(request.actor, child_ref, seat_ref, now=request.now)
    return render(request, "teams/absence.html", context, status=422 if form.is_bound and not is_search else 200)


def _to_absences() -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("teams:absences"))
