"""One meeting: its day, the toolbox, the stop card, that it happened, and the short forms afterwards."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.apps.access.queries import NothingHere
from kith.apps.supervision import queries, services
from kith.apps.supervision.projections import MeetingPage
from kith.web.children.saving import FORM, saved, shown
from kith.web.notices import Notice, tell
from kith.web.pressing import press
from kith.web.sent import posted, posted_all
from kith.web.supervision.forms import AnswersForm, HappenedForm, OfferForm, SettleForm
from kith.web.supervision.keeping import keep


@require_safe
def page(request: HttpRequest, request_ref: str) -> HttpResponse:
    meeting = queries.meeting_page(request.actor, request_ref, now=request.now)
    return render(request, "supervision/meeting.html", {"meeting": meeting})


@require_safe
def toolbox(request: HttpRequest) -> HttpResponse:
    tools, stop_card = queries.toolbox_page(request.actor, now=request.now)
    return render(request, "supervision/toolbox.html", {"tools": tools, "stop_card": stop_card})


@require_POST
def days(request: HttpRequest, request_ref: str) -> HttpResponse:
    chosen = posted_all(request, "day")

    def deed() -> None:
        services.answer_days(by=request.actor, request_ref=request_ref, day_refs=chosen, now=request.now)

    press(request, deed, says="Saved. You can change it until the day is settled.")
    return _to(request_ref)


@require_POST
def stop(request: HttpRequest, request_ref: str) -> HttpResponse:
    def deed() -> None:
        services.use_stop_card(by=request.actor, request_ref=request_ref, now=request.now)

    press(request, deed, says="Noted that the stop card was used. Ring the front door now.")
    return _to(request_ref)


@require_http_methods(FORM)
def offer(request: HttpRequest, request_ref: str) -> HttpResponse:
    def deed(form: OfferForm) -> None:
        services.offer_days(by=request.actor, request_ref=request_ref, days=[form.cleaned_data["day"]], now=request.now)

    _led(request, request_ref)
    says = ("Offer a day", "Everybody who is invited says whether they can.", "Offer it")
    return _form(request, request_ref, lambda data, _: OfferForm(data), deed, says)


@require_http_methods(FORM)
def settle(request: HttpRequest, request_ref: str) -> HttpResponse:
    def deed(form: SettleForm) -> None:
        said = dict(form.cleaned_data)
        services.settle_day(
            by=request.actor,
            request_ref=request_ref,
            expected_version=said.pop("version"),
            now=request.now,
            **said,
        )

    says = ("Settle the day", "Name nobody in it.", "Settle it")
    return _form(request, request_ref, lambda data, page: SettleForm(data, version=page.version), deed, says)


@require_http_methods(FORM)
def happened(request: HttpRequest, request_ref: str) -> HttpResponse:
    def deed(form: HappenedForm) -> None:
        services.note_happened(by=request.actor, request_ref=request_ref, now=request.now, **form.cleaned_data)

    says = (
        "It happened",
        "That is all that is kept: the day, who came, and themes. What was said stays there.",
        "Save",
    )
    return _form(request, request_ref, lambda data, page: HappenedForm(data, page=page), deed, says)


@require_http_methods(FORM)
def feedback(request: HttpRequest, request_ref: str, short_form: str) -> HttpResponse:
    """For whoever is asked now; for everybody else there is no such form."""
    meeting = queries.meeting_page(request.actor, request_ref, now=request.now)
    heading = dict(meeting.asked_now).get(short_form)
    if heading is None:
        raise NothingHere
    if posted(request, "draft"):
        return keep(request, short_form, request_ref=request_ref)
    draft = queries.answers_draft(request.actor, request_ref, short_form, now=request.now)

    def deed(form: AnswersForm) -> None:
        services.give_feedback(
            by=request.actor, request_ref=request_ref, form=short_form, now=request.now, **form.cleaned_data
        )

    form, is_done = saved(request, lambda data: AnswersForm(data, draft=draft), deed, newer={})
    if is_done:
        tell(request, Notice("Thank you. Nobody can see that these answers are yours."))
        return _to(request_ref)
    lead = "Your name is not kept with it. Those who led see answers only once there are five."
    words = _words(request_ref, heading, lead, "Send it") | {"draft": draft}
    return shown(request, "supervision/answers.html", form, words)


def _form(
    request: HttpRequest,
    request_ref: str,
    make: Callable[[Any, MeetingPage], Any],
    deed: Callable[[Any], None],
    says: tuple[str, str, str],
) -> HttpResponse:
    meeting = _led(request, request_ref)
    form: forms.Form
    form, is_done = saved(request, lambda data: make(data, meeting), deed, newer={"version": meeting.version})
    if is_done:
        tell(request, Notice("Saved."))
        return _to(request_ref)
    return shown(request, "supervision/form.html", form, _words(request_ref, *says))


def _led(request: HttpRequest, request_ref: str) -> MeetingPage:
    meeting = queries.meeting_page(request.actor, request_ref, now=request.now)
    if not meeting.may_lead or meeting.happened_on:
        raise NothingHere
    return meeting


def _words(request_ref: str, heading: str, lead: str, act: str) -> dict[str, Any]:
    return {
        "heading": heading,
        "lead": lead,
        "act": act,
        "way_back": reverse("supervision:meeting", args=[request_ref]),
    }


def _to(request_ref: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("supervision:meeting", args=[request_ref]))
