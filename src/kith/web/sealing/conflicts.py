"""A child whom a worker knows in their own life: said without saying why, and closed to them from then on.

The page that answers is the same for every child, so that it can be opened by anybody and tells nothing.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.apps.access import queries as access
from kith.apps.access import services
from kith.apps.networks.queries import sealing_page, today_page
from kith.apps.people.queries import names_of
from kith.web.children.saving import FORM, is_saved
from kith.web.notices import Notice, forget, tell
from kith.web.pressing import press
from kith.web.sealing.forms import ColleagueForm


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """From the first page: which of your children?"""
    page = today_page(request.actor, now=request.now)
    return render(request, "sealing/choose_child.html", {"children": page.children})


@require_http_methods(FORM)
def declare(request: HttpRequest, child_ref: str) -> HttpResponse:
    page = sealing_page(request.actor, child_ref, child_ref, now=request.now)
    if request.method == "POST":
        forget(request)
        services.declare_conflict(by=request.actor, subject_ref=child_ref, now=request.now)
        return HttpResponseRedirect(reverse("sealing:conflict_told"))
    context = {"child": page.child, "who_ends": access.who_ends(request.actor)}
    return render(request, "sealing/declare.html", context)


@require_safe
def told(request: HttpRequest) -> HttpResponse:
    return render(request, "sealing/told.html", {"who_ends": access.who_ends(request.actor)})


@require_http_methods(FORM)
def note(request: HttpRequest, child_ref: str) -> HttpResponse:
    """A manager says it for somebody of their own agency."""
    colleagues = access.colleagues_to_note(request.actor, child_ref, now=request.now)
    page = sealing_page(request.actor, child_ref, child_ref, now=request.now)
    form = ColleagueForm(request.POST or None, colleagues=colleagues)

    def deed() -> None:
        services.note_conflict(
            by=request.actor, user_ref=form.cleaned_data["colleague"], subject_ref=child_ref, now=request.now
        )

    if request.method == "POST" and is_saved(form, deed):
        tell(request, Notice("Noted. The child is closed to them now."))
        return HttpResponseRedirect(reverse("sealing:conflicts"))
    context = {"child": page.child, "form": form, "colleagues": len(colleagues)}
    return render(request, "sealing/note.html", context, status=422 if form.is_bound else 200)


@require_safe
def conflict_list(request: HttpRequest) -> HttpResponse:
    """Whoever may end them sees whose they are; the child is named only to whoever may open the child."""
    cards = access.conflict_list(request.actor, now=request.now)
    names = names_of(request.actor, {card.subject_ref for card in cards}, now=request.now)
    rows = [
        {
            "ref": card.ref,
            "worker": card.worker,
            "how": card.how,
            "since": card.noted_at,
            "name": names.get(card.subject_ref, ""),
        }
        for card in cards
    ]
    return render(request, "sealing/conflicts.html", {"conflicts": rows})


@require_POST
def end(request: HttpRequest, conflict_ref: str) -> HttpResponse:
    press(
        request,
        lambda: services.end_conflict(by=request.actor, conflict_ref=conflict_ref, now=request.now),
        says="Ended. What the other rules open to them is open again.",
    )
    return HttpResponseRedirect(reverse("sealing:conflicts"))
