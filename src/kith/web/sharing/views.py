"""Pages of sharing: what stands, deciding, agreeing, and ending."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.apps.access import queries as access
from kith.apps.access import services
from kith.apps.agencies.queries import agency_choices, front_door_phone
from kith.apps.networks.projections import ChildFace
from kith.apps.networks.queries import child_head
from kith.web.children.saving import FORM, is_saved
from kith.web.notices import Notice, tell
from kith.web.sharing.forms import REFUSED, ConsentForm, DecideForm, EndForm, TakeBackForm


def _child(request: HttpRequest, child_ref: str) -> ChildFace:
    return child_head(request.actor, child_ref, now=request.now)


def _back(child_ref: str) -> str:
    return reverse("sharing:overview", args=[child_ref])


@require_safe
def overview(request: HttpRequest, child_ref: str) -> HttpResponse:
    view = access.sharing_of(request.actor, child_ref, now=request.now)
    context = {name: getattr(view, name) for name in view.__dataclass_fields__}
    return render(request, "sharing/overview.html", {"child": _child(request, child_ref)} | context)


@require_safe
def decision(request: HttpRequest, child_ref: str, decision_ref: str) -> HttpResponse:
    card = access.decision_of(request.actor, child_ref, decision_ref, now=request.now)
    return render(request, "sharing/decision.html", {"child": _child(request, child_ref), "decision": card})


@require_safe
def guide(request: HttpRequest, child_ref: str) -> HttpResponse:
    """Three questions in order, before anybody is asked or told."""
    access.sharing_to_decide(request.actor, child_ref, now=request.now)
    page = {"child": _child(request, child_ref), "back": _back(child_ref), "phone": front_door_phone()}
    return render(
        request,
        "sharing/guide.html",
        page | {"steps": access.consent_steps(), "words": access.words_for_families()},
    )


@require_http_methods(FORM)
def decide(request: HttpRequest, child_ref: str) -> HttpResponse:
    view = access.sharing_to_decide(request.actor, child_ref, now=request.now)
    others = [(ref, name) for ref, name in agency_choices() if ref != request.actor.agency_ref]
    today = access.day_of(request.now)
    form = DecideForm(request.POST or None, agencies=others, consents=view.consents, today=today)

    def deed() -> None:
        services.decide_sharing(
            by=request.actor,
            subject_ref=child_ref,
            weighed=form.weighed(),
            outcome="refused" if form.cleaned_data["outcome"] == REFUSED else "shared",
            offer=form.offer(),
            now=request.now,
        )

    return _asked(request, child_ref, "sharing/decide.html", form, deed, "The decision is on record.")


@require_http_methods(FORM)
def add_consent(request: HttpRequest, child_ref: str) -> HttpResponse:
    access.sharing_to_decide(request.actor, child_ref, now=request.now)
    form = ConsentForm(request.POST or None, today=access.day_of(request.now))

    def deed() -> None:
        services.record_consent(by=request.actor, subject_ref=child_ref, answered=form.answered(), now=request.now)

    return _asked(request, child_ref, "sharing/consent.html", form, deed, "What they said is on record.")


@require_http_methods(FORM)
def withdraw_consent(request: HttpRequest, child_ref: str, consent_ref: str) -> HttpResponse:
    """What stops and what goes on is said before the button, and after."""
    consent, stops, goes_on = access.consent_to_withdraw(request.actor, child_ref, consent_ref, now=request.now)
    form = TakeBackForm(request.POST if request.method == "POST" else None)

    def deed() -> None:
        words = form.cleaned_data["words"]
        services.withdraw_consent(
            by=request.actor, subject_ref=child_ref, consent_ref=consent_ref, words=words, now=request.now
        )

    context = {"consent": consent, "stops": stops, "goes_on": goes_on}
    says = f"Taken back. {len(stops)} stopped, {len(goes_on)} went on, as the law allows them without agreement."
    return _asked(request, child_ref, "sharing/take_back.html", form, deed, says, context)


@require_http_methods(FORM)
def end_share(request: HttpRequest, child_ref: str, share_ref: str) -> HttpResponse:
    share = access.share_to_end(request.actor, child_ref, share_ref, now=request.now)
    form = EndForm(request.POST or None)

    def deed() -> None:
        why = form.cleaned_data["why"]
        services.end_share(by=request.actor, subject_ref=child_ref, share_ref=share_ref, why=why, now=request.now)

    says = f"{share.receiver} sees it no more."
    return _asked(request, child_ref, "sharing/end.html", form, deed, says, {"share": share})


def _asked(
    request: HttpRequest,
    child_ref: str,
    template: str,
    form: forms.Form,
    deed: Callable[[], None],
    says: str,
    context: dict[str, Any] | None = None,
) -> HttpResponse:
    if request.method == "POST" and is_saved(form, deed):
        tell(request, Notice(says))
        return HttpResponseRedirect(_back(child_ref))
    page = {"child": _child(request, child_ref), "form": form, "back": _back(child_ref)} | (context or {})
    return render(request, template, page, status=422 if form.is_bound else 200)
