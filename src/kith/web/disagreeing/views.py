"""A disagreement from raising it to settling it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.apps.access.queries import NothingHere
from kith.apps.cases import queries, services
from kith.apps.cases.projections import DisagreementPage
from kith.apps.networks.projections import ChildFace
from kith.apps.networks.queries import child_head
from kith.web.children.saving import FORM, is_saved, saved, shown
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
    return shown(request, "disagreeing/raise.html", form, {"child": child, "page": page})


@require_http_methods(FORM)
def one(request: HttpRequest, child_ref: str, disagreement_ref: str) -> HttpResponse:
    """Reading it, and answering where it is one's turn."""
    child, page = _opened(request, child_ref, disagreement_ref)
    if request.method == "POST" and not page.may_answer:
        raise NothingHere
    turn = Turn(services.answer_disagreement, "Answered. It is the other agency’s turn now.", "disagreeing/one.html")
    return _take_turn(
        request,
        child,
        page,
        turn,
        lambda data: TurnForm(data, version=page.version, label="What do you answer?"),
    )


@require_http_methods(FORM)
def further(request: HttpRequest, child_ref: str, disagreement_ref: str) -> HttpResponse:
    child, page = _opened(request, child_ref, disagreement_ref)
    if not page.may_go_on:
        raise NothingHere
    words = {"heading": f"Next stage: {page.next_stage}", "lead": f"{page.next_decides}.", "act": "Take it further"}
    turn = Turn(services.take_further, "Taken further. Other people decide now, and a new clock runs.", words=words)
    return _take_turn(
        request,
        child,
        page,
        turn,
        lambda data: TurnForm(data, version=page.version, label="Why does it need the next stage?"),
    )


@require_http_methods(FORM)
def settle(request: HttpRequest, child_ref: str, disagreement_ref: str) -> HttpResponse:
    child, page = _opened(request, child_ref, disagreement_ref)
    if not page.may_settle:
        raise NothingHere
    words = {"heading": "How it was settled", "act": "It is settled"}
    words |= {"lead": "Both agencies read it. The disagreement ends with it."}
    turn = Turn(services.settle_disagreement, "Settled. The clock has stopped.", words=words)
    return _take_turn(
        request,
        child,
        page,
        turn,
        lambda data: SettleForm(data, version=page.version, label="What was agreed?", outcomes=page.outcomes),
    )


@dataclass(frozen=True, slots=True)
class Turn:
    """One way of going on: its deed, what is said when it is done, and the page that asks for it."""

    deed: Callable[..., None]
    done: str
    template: str = "disagreeing/turn.html"
    words: Mapping[str, str] = field(default_factory=dict)


def _take_turn(
    request: HttpRequest, child: ChildFace, page: DisagreementPage, turn: Turn, make: Callable[[Any], TurnForm]
) -> HttpResponse:
    def deed(form: TurnForm) -> None:
        said = dict(form.cleaned_data)
        version = said.pop("version")
        turn.deed(
            by=request.actor, child_ref=child.ref, ref=page.ref, expected_version=version, now=request.now, **said
        )

    form, is_done = saved(request, make, deed, newer={"version": page.version})
    if is_done:
        tell(request, Notice(turn.done))
        return _to(child.ref, page.ref)
    return shown(request, turn.template, form, {"child": child, "page": page, **turn.words})


def _opened(request: HttpRequest, child_ref: str, disagreement_ref: str) -> tuple[ChildFace, DisagreementPage]:
    child = child_head(request.actor, child_ref, now=request.now)
    return child, queries.disagreement_page(request.actor, child_ref, disagreement_ref, now=request.now)


def _to(child_ref: str, disagreement_ref: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("disagreeing:one", args=[child_ref, disagreement_ref]))
