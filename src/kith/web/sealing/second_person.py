"""The second person: what waits for them, and saying yes or no without seeing what is sealed."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.apps.access import queries as access
from kith.apps.access import services
from kith.apps.access.projections import ProposalCard, ReaderCard
from kith.apps.networks.projections import RecordSide, TwoSides
from kith.apps.networks.queries import record_to_go, two_sides
from kith.apps.people.queries import names_of
from kith.web.children.saving import FORM, is_saved
from kith.web.notices import Notice, tell
from kith.web.pressing import press
from kith.web.sealing.forms import DecisionForm, ReaderForm, RoleForm
from kith.web.searching import words_searched
from kith.web.sent import posted

DONE = {"destroy_subject": "Destroyed. Only who did it, when and why is left, and it cannot be undone."}


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    return render(request, "sealing/queue.html", {"page": access.waiting_page(request.actor, now=request.now)})


@require_http_methods(FORM)
def confirm_seal(request: HttpRequest, seal_ref: str) -> HttpResponse:
    """One press; whoever does not agree rings whoever set it, and meanwhile it stays shut."""
    seal = access.seal_to_decide(request.actor, seal_ref, now=request.now)
    if request.method == "POST":
        return _press(
            request,
            lambda: services.confirm_seal(by=request.actor, seal_ref=seal_ref, now=request.now),
            "Confirmed. What is sealed stays closed to you as well.",
        )
    return render(request, "sealing/confirm.html", {"seal": seal})


@require_http_methods(FORM)
def decide(request: HttpRequest, proposal_ref: str) -> HttpResponse:
    card = access.proposal_to_decide(request.actor, proposal_ref, now=request.now)
    form = DecisionForm(request.POST or None)

    def deed() -> None:
        said = form.cleaned_data
        services.decide_proposal(
            by=request.actor,
            proposal_ref=proposal_ref,
            agrees=said["answer"] == "yes",
            why=said["why"],
            now=request.now,
        )

    if request.method == "POST" and is_saved(form, deed):
        agreed = DONE.get(card.deed, "Done.")
        tell(request, Notice(agreed if form.cleaned_data["answer"] == "yes" else "You said no. Nothing has changed."))
        return _to_queue()
    context = {
        "card": card,
        "form": form,
        "names": _names(request, card),
        "sides": _sides(request, card),
        "record": _record(request, card),
    }
    return render(request, "sealing/decide.html", context, status=422 if form.is_bound else 200)


def _sides(request: HttpRequest, card: ProposalCard) -> TwoSides | None:
    """Both records, where it is about two: nobody judges from two names whether they are one person."""
    if len(card.subjects) != 2:
        return None
    return two_sides(request.actor, *card.subjects, now=request.now)


def _record(request: HttpRequest, card: ProposalCard) -> RecordSide | None:
    """What goes, where a record is to be destroyed by somebody else's wish."""
    if card.deed != "destroy_subject" or card.is_own:
        return None
    return record_to_go(request.actor, card.subjects[0], now=request.now)


def _names(request: HttpRequest, card: ProposalCard) -> list[str]:
    names = names_of(request.actor, card.subjects, now=request.now) if card.subjects else {}
    return [names[ref] for ref in card.subjects if ref in names]


@require_POST
def take_back(request: HttpRequest, proposal_ref: str) -> HttpResponse:
    return _press(
        request,
        lambda: services.take_back(by=request.actor, proposal_ref=proposal_ref, now=request.now),
        "Taken back.",
    )


@require_http_methods(FORM)
def propose_role(request: HttpRequest) -> HttpResponse:
    """Find the worker first; the words searched for travel in the body."""
    roles = access.roles_to_propose(request.actor, now=request.now)
    is_search, searched, cards = _workers_found(request)
    form = RoleForm(None if is_search else request.POST or None, roles=roles, workers=cards)

    def deed() -> None:
        said = form.cleaned_data
        services.propose_role(
            by=request.actor, user_ref=said["worker"], role=said["role"], why=said["why"], now=request.now
        )

    if request.method == "POST" and not is_search and is_saved(form, deed):
        tell(request, Notice("It waits for a second person."))
        return _to_queue()
    context = {"form": form, "searched": searched, "found": len(cards), "is_search": is_search}
    return render(request, "sealing/role.html", context, status=422 if form.is_bound else 200)


@require_http_methods(FORM)
def name_reader(request: HttpRequest, seal_ref: str) -> HttpResponse:
    """For a seal that nobody can read: find the worker first, as for a role."""
    seal = access.seal_to_read(request.actor, seal_ref, now=request.now)
    is_search, searched, cards = _workers_found(request)
    form = ReaderForm(None if is_search else request.POST or None, workers=cards)

    def deed() -> None:
        said = form.cleaned_data
        services.propose_reader(
            by=request.actor, seal_ref=seal_ref, user_ref=said["worker"], why=said["why"], now=request.now
        )

    if request.method == "POST" and not is_search and is_saved(form, deed):
        tell(request, Notice("It waits for a second person."))
        return _to_queue()
    context = {"seal": seal, "form": form, "searched": searched, "found": len(cards), "is_search": is_search}
    return render(request, "sealing/reader.html", context, status=422 if form.is_bound else 200)


def _workers_found(request: HttpRequest) -> tuple[bool, str, tuple[ReaderCard, ...]]:
    """Whether it is a search, for which words, and who was found beside whom they had chosen."""
    searched, chosen = words_searched(request), posted(request, "worker")
    cards = {c.ref: c for c in (*access.workers_chosen([chosen]), *access.workers_called(searched))}
    return "search" in request.POST, searched, tuple(cards.values())


def _press(request: HttpRequest, deed: Callable[[], None], says: str) -> HttpResponse:
    press(request, deed, says=says)
    return _to_queue()


def _to_queue() -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("sealing:queue"))
