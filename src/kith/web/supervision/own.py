"""What one worker has to do with group supervision: asked for, leads, is invited to, is offered."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.apps.supervision import queries, services
from kith.web.children.saving import FORM, saved, shown
from kith.web.notices import Notice, tell
from kith.web.pressing import press
from kith.web.sent import posted
from kith.web.supervision.forms import AwayForm, NeedsForm


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    own = queries.own_page(request.actor, now=request.now)
    context = {
        "own": own,
        "answers": queries.answer_choices(),
        "to_come_answers": tuple(queries.INVITATION_ANSWERS.items()),
        "hows": tuple(queries.words_of("peer_hows").items()),
        "support_answers": tuple(queries.words_of("support_answers").items()),
    }
    return render(request, "supervision/own.html", context)


@require_POST
def answer(request: HttpRequest, lead_ref: str) -> HttpResponse:
    said = posted(request, "answer")

    def deed() -> None:
        services.answer_lead(by=request.actor, lead_ref=lead_ref, answer=said, now=request.now)

    press(request, deed, says="Answered. Thank you for saying so.")
    return _to_own()


@require_POST
def answer_invitation(request: HttpRequest, to_come_ref: str) -> HttpResponse:
    said = posted(request, "answer")

    def deed() -> None:
        services.answer_invitation(by=request.actor, invitation_ref=to_come_ref, answer=said, now=request.now)

    press(request, deed, says="Answered. Thank you for saying so.")
    return _to_own()


@require_POST
def withdraw(request: HttpRequest, lead_ref: str) -> HttpResponse:
    def deed() -> None:
        services.withdraw_lead(by=request.actor, lead_ref=lead_ref, now=request.now)

    press(request, deed, says="You no longer lead it. The business unit looks for somebody else.")
    return _to_own()


@require_POST
def answer_support(request: HttpRequest, support_ref: str) -> HttpResponse:
    said = posted(request, "answer")

    def deed() -> None:
        services.answer_support(by=request.actor, support_ref=support_ref, answer=said, now=request.now)

    press(request, deed, says="Answered. Only the two of you see it.")
    return _to_own()


@require_http_methods(FORM)
def away(request: HttpRequest) -> HttpResponse:
    def deed(form: AwayForm) -> None:
        services.say_away(by=request.actor, now=request.now, **form.cleaned_data)

    queries.own_place_page(request.actor, now=request.now)
    form, is_done = saved(request, AwayForm, deed, newer={})
    if is_done:
        tell(request, Notice("Entered. Nobody asks you to lead on those days."))
        return _to_own()
    return _form(request, form, "When are you away?", "Nobody asks why.", "Enter it")


@require_http_methods(FORM)
def needs(request: HttpRequest) -> HttpResponse:
    def deed(form: NeedsForm) -> None:
        services.say_needs(by=request.actor, needs=form.cleaned_data["needs"], now=request.now)

    place = queries.own_place_page(request.actor, now=request.now)

    def asking(data: Any) -> NeedsForm:
        return NeedsForm(data, initial={"needs": place.needs})

    form, is_done = saved(request, asking, deed, newer={})
    if is_done:
        tell(request, Notice("Saved. The business unit reads it, and nobody else."))
        return _to_own()
    return _form(request, form, "What support would help you?", "The business unit reads it, and nobody else.", "Save")


def _form(request: HttpRequest, form: "AwayForm | NeedsForm", heading: str, lead: str, act: str) -> HttpResponse:
    context = {"heading": heading, "lead": lead, "act": act, "way_back": reverse("supervision:own")}
    return shown(request, "supervision/form.html", form, context)


def _to_own() -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("supervision:own"))
