"""Asking teams to be let in, answering, and asking the adviser for the years from 16 to 25."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.networks.queries import child_head
from kith.apps.teams import queries, services
from kith.web.children.saving import FORM, is_saved
from kith.web.notices import Notice, tell
from kith.web.pressing import press
from kith.web.teams.forms import AdviserForm, AskRoundForm
from kith.web.teams.team import to_team

SENT = "Sent. If there is such a team, it has your words and rings you. Kith says the same whether there is or not."


@require_http_methods(FORM)
def ask_round(request: HttpRequest) -> HttpResponse:
    page = queries.ask_round_page(request.actor, now=request.now)
    form = AskRoundForm(request.POST or None, adults=page.adults)

    def deed() -> None:
        services.ask_round_adult(
            by=request.actor,
            adult_ref=form.cleaned_data["adult"],
            words=form.cleaned_data["words"],
            now=request.now,
        )

    if request.method == "POST" and is_saved(form, deed):
        tell(request, Notice(SENT))
        return HttpResponseRedirect(reverse("teams:ask_round"))
    context = {"page": page, "form": form}
    return render(request, "teams/ask_round.html", context, status=422 if form.is_bound else 200)


@require_POST
def not_now(request: HttpRequest, child_ref: str, ask_ref: str) -> HttpResponse:
    def deed() -> None:
        services.answer_ask(by=request.actor, child_ref=child_ref, ask_ref=ask_ref, now=request.now)

    press(request, deed, says="Answered: not now. Ring them if they should know why.")
    return to_team(child_ref)


@require_http_methods(FORM)
def adviser(request: HttpRequest, child_ref: str) -> HttpResponse:
    page = queries.adviser_page(request.actor, child_ref, now=request.now)
    form = AdviserForm(request.POST or None, advisers=page.advisers)

    def deed() -> None:
        services.ask_adviser(
            by=request.actor,
            child_ref=child_ref,
            adviser_ref=form.cleaned_data["adviser"],
            words=form.cleaned_data["words"],
            now=request.now,
        )

    if request.method == "POST" and is_saved(form, deed):
        tell(request, Notice("Asked. It stands on their first page, without the child’s name."))
        return to_team(child_ref)
    child = child_head(request.actor, child_ref, now=request.now)
    context = {"child": child, "page": page, "form": form}
    return render(request, "teams/adviser.html", context, status=422 if form.is_bound else 200)


@require_POST
def answered(request: HttpRequest, ask_ref: str) -> HttpResponse:
    def deed() -> None:
        services.answer_as_adviser(by=request.actor, ask_ref=ask_ref, now=request.now)

    press(request, deed, says="Done. It is off your list.")
    return HttpResponseRedirect(reverse("today:home"))
