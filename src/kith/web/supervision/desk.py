"""Triage: requests without a child's name, what should happen, and who could lead."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.apps.supervision import queries, services
from kith.web.children.saving import FORM, saved, shown
from kith.web.notices import Notice, tell
from kith.web.pressing import press, press_on
from kith.web.sent import posted, posted_all
from kith.web.supervision.finding import ask_of_worker, by_name
from kith.web.supervision.forms import InviteForm, TriageForm
from kith.web.supervision.keeping import keep

STALE = "What stands now is shown beside them."


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    desk = queries.desk(request.actor, now=request.now)
    return render(request, "supervision/desk.html", {"desk": desk})


@require_http_methods(FORM)
def request_page(request: HttpRequest, request_ref: str) -> HttpResponse:
    if posted(request, "draft"):
        return keep(request, queries.TRIAGE, request_ref=request_ref)
    one = queries.desk_request(request.actor, request_ref, now=request.now)
    desk = queries.desk(request.actor, now=request.now)
    version = one.card.version

    def deed(form: TriageForm) -> None:
        said = form.cleaned_data
        services.triage(
            by=request.actor,
            request_ref=request_ref,
            outcome=said["outcome"],
            words=said["words"],
            expected_version=said["version"],
            now=request.now,
        )

    form, is_done = saved(
        request,
        lambda data: TriageForm(data, outcomes=one.outcomes, version=version, draft=one.draft),
        deed,
        newer={"version": version},
        then=STALE,
    )
    if is_done:
        tell(request, Notice("Decided. Whoever asked reads it now."))
        return _to(request_ref)
    return shown(request, "supervision/request.html", form, {"one": one, "desk": desk})


@require_POST
def ask_pair(request: HttpRequest, request_ref: str) -> HttpResponse:
    asked = posted_all(request, "who")
    press_on(
        request,
        lambda **at: services.ask_to_lead(worker_refs=asked, **at),
        says="Asked. Each says first whether they know this network.",
        request_ref=request_ref,
    )
    return _to(request_ref)


@require_http_methods(FORM)
def invite(request: HttpRequest, request_ref: str) -> HttpResponse:
    """Somebody outside the network, whom the requester named in words."""
    card = queries.to_invite(request.actor, request_ref, now=request.now)

    def deed(form: InviteForm) -> None:
        worker = form.cleaned_data["worker"]
        services.invite(by=request.actor, request_ref=request_ref, worker_ref=worker, now=request.now)

    words = {
        "heading": "Ask somebody to come",
        "lead": f"They asked for: {card.outside}" if card.outside else "Somebody who is not in the network yet.",
        "label": "Find them by name",
        "nobody": "Nobody of that name works here. Ring them, and tell no child’s name.",
        "act": "Ask them",
        "way_back": reverse("supervision:request", args=[request_ref]),
    }
    asking = ask_of_worker(request, by_name, lambda data, workers: InviteForm(data, workers=workers), deed, words)
    if asking is not None:
        return asking
    tell(request, Notice("Asked. They are told no child’s name."))
    return _to(request_ref)


@require_safe
def words(request: HttpRequest) -> HttpResponse:
    waiting = queries.words_to_judge(request.actor, now=request.now)
    return render(request, "supervision/words.html", {"waiting": waiting})


@require_POST
def judge(request: HttpRequest, feedback_ref: str) -> HttpResponse:
    is_shown = posted(request, "shown") == "yes"

    def deed() -> None:
        services.judge_words(by=request.actor, feedback_ref=feedback_ref, is_shown=is_shown, now=request.now)

    press(request, deed, says="Let through." if is_shown else "Held back for good. The answer still counts.")
    return HttpResponseRedirect(reverse("supervision:words"))


def _to(request_ref: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("supervision:request", args=[request_ref]))
