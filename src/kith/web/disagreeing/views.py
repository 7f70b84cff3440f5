"""A disagreement from raising it to settling it."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.apps.access.queries import NothingHere
from kith.apps.cases import queries, services
from kith.apps.cases.projections import DisagreementPage
from kith.apps.networks.queries import child_head
from kith.web.children.saving import FORM, is_saved, saved
from kith.web.disagreeing.forms import RaiseForm, SettleForm, TurnForm
from kith.web.notices import Notice, tell


@require_http_methods(FORM)
def new(request: HttpRequest, child_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    page = queries.raising_page(request.actor, child_ref, now=request.now)
    is_sent = request.method == "POST"
    form = RaiseForm(request.POST if is_sent else None, agencies=page.agencies)
    raised: list[str] = []

    def deed() -> None:
        raised.append(
            services.raise_disagreement(by=request.actor, child_ref=child_ref, told=form.told(), now=request.now)
        )

    if is_sent and is_saved(form, deed):
        tell(request, Notice("Raised. The other agency reads it now, and the first clock runs."))
        return _to(child_ref, raised[0])
    context = {"child": child, "page": page, "form": form}
    return render(request, "disagreeing/raise.html", context, status=422 if is_sent else 200)


@require_http_methods(FORM)
def one(request: HttpRequest, child_ref: str, disagreement_ref: str) -> HttpResponse:
    """Reading it, and answering where it is one's turn."""
    child = child_head(request.actor, child_ref, now=request.now)
    page = _page(request, child_ref, disagreement_ref)
    if request.method == "POST" and not page.may_answer:
        raise NothingHere
    form, is_done = saved(
        request,
        lambda data: TurnForm(data, version=page.version, label="What do you answer?"),
        lambda form: services.answer_disagreement(
            by=request.actor,
            child_ref=child_ref,
            ref=disagreement_ref,
            words=form.cleaned_data["words"],
            expected_version=form.cleaned_data["version"],
            now=request.now,
        ),
        newer={"version": page.version},
    )
    if is_done:
        tell(request, Notice("Answered. It is the other agency’s turn now."))
        return _to(child_ref, disagreement_ref)
    context: dict[str, Any] = {"child": child, "page": page, "form": form}
    return render(request, "disagreeing/one.html", context, status=422 if form.is_bound else 200)


@require_http_methods(FORM)
def further(request: HttpRequest, child_ref: str, disagreement_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    page = _page(request, child_ref, disagreement_ref)
    if not page.may_go_on:
        raise NothingHere
    form, is_done = saved(
        request,
        lambda data: TurnForm(data, version=page.version, label="Why does it need the next stage?"),
        lambda form: services.take_further(
            by=request.actor,
            child_ref=child_ref,
            ref=disagreement_ref,
            words=form.cleaned_data["words"],
            expected_version=form.cleaned_data["version"],
            now=request.now,
        ),
        newer={"version": page.version},
    )
    if is_done:
        tell(request, Notice("Taken further. Other people decide now, and a new clock runs."))
        return _to(child_ref, disagreement_ref)
    context = {"child": child, "page": page, "form": form, "heading": f"Next stage: {page.next_stage}"}
    context |= {"lead": f"{page.next_decides}.", "act": "Take it further"}
    return render(request, "disagreeing/turn.html", context, status=422 if form.is_bound else 200)


@require_http_methods(FORM)
def settle(request: HttpRequest, child_ref: str, disagreement_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    page = _page(request, child_ref, disagreement_ref)
    if not page.may_settle:
        raise NothingHere
    form, is_done = saved(
        request,
        lambda data: SettleForm(data, version=page.version, label="What was agreed?", outcomes=page.outcomes),
        lambda form: services.settle_disagreement(
            by=request.actor,
            child_ref=child_ref,
            ref=disagreement_ref,
            outcome=form.cleaned_data["outcome"],
            words=form.cleaned_data["words"],
            expected_version=form.cleaned_data["version"],
            now=request.now,
        ),
        newer={"version": page.version},
    )
    if is_done:
        tell(request, Notice("Settled. The clock has stopped."))
        return _to(child_ref, disagreement_ref)
    context = {"child": child, "page": page, "form": form, "heading": "How it was settled"}
    context |= {"lead": "Both agencies read it. The disagreement ends with it.", "act": "It is settled"}
    return render(request, "disagreeing/turn.html", context, status=422 if form.is_bound else 200)


def _page(request: HttpRequest, child_ref: str, disagreement_ref: str) -> DisagreementPage:
    return queries.disagreement_page(request.actor, child_ref, disagreement_ref, now=request.now)


def _to(child_ref: str, disagreement_ref: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("disagreeing:one", args=[child_ref, disagreement_ref]))
