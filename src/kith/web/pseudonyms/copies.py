"""One set: words that may be names, what may still lead to somebody, and then a copy."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kith.apps.access.queries import NothingHere
from kith.apps.exports.projections import ExportedFile
from kith.apps.networks.queries import child_head
from kith.apps.pseudonyms import queries, services
from kith.apps.records.base import StaleVersion
from kith.kernel.errors import KithError
from kith.web.account.confirming import needs_confirming
from kith.web.notices import Notice, tell
from kith.web.pictures.copies import to_keep
from kith.web.pressing import press
from kith.web.pseudonyms.sets import to_set
from kith.web.sent import posted, posted_all

ROWS = ("chronology.xlsx", "chronology.csv", "chronology.docx", "chronology.pdf", "report.xlsx", "report.csv")
IMAGES = ("svg", "png", "pdf")
CHOOSE = "Choose what to make: the chronology, what it adds up to, or a picture."


@require_safe
def page(request: HttpRequest, child_ref: str, set_ref: str) -> HttpResponse:
    return _shown(request, child_ref, set_ref)


def _shown(request: HttpRequest, child_ref: str, set_ref: str, problem: str = "") -> HttpResponse:
    """Ticks stay where they were when something was missing."""
    child = child_head(request.actor, child_ref, now=request.now)
    card = queries.set_card(request.actor, child_ref, set_ref, now=request.now)
    if card.is_ended:
        return render(request, "pseudonyms/ended.html", {"child": child, "card": card})
    found = queries.set_page(request.actor, child_ref, set_ref, now=request.now)
    looked_at = posted_all(request, "looked_at") if problem else []
    context = {"child": child, "page": found, "problem": problem, "looked_at": looked_at}
    return render(request, "pseudonyms/set.html", context, status=422 if problem else 200)


@require_POST
def words(request: HttpRequest, child_ref: str, set_ref: str) -> HttpResponse:
    at = {"by": request.actor, "child_ref": child_ref, "set_ref": set_ref, "now": request.now}
    seen, left = posted_all(request, "seen"), posted_all(request, "left")
    says = "Kept. Words that stay are as they were; all others have a stand-in."
    press(request, lambda: services.choose_words(seen=seen, left=left, **at), says=says)
    return HttpResponseRedirect(f"{reverse('pseudonyms:set', args=[child_ref, set_ref])}#look")


@require_POST
@needs_confirming
def copy(request: HttpRequest, child_ref: str, set_ref: str) -> HttpResponse:
    """A file whose name tells the set and nobody; why not stands on the page, with every tick."""
    try:
        return to_keep(_made(request, child_ref, set_ref))
    except (NothingHere, StaleVersion):
        raise
    except KithError as problem:
        return _why_not(request, child_ref, set_ref, problem.message)


def _made(request: HttpRequest, child_ref: str, set_ref: str) -> ExportedFile:
    at = {"by": request.actor, "child_ref": child_ref, "set_ref": set_ref, "now": request.now}
    at |= {"looked_at": posted_all(request, "looked_at")}
    what, _, form = posted(request, "make").rpartition(".")
    if f"{what}.{form}" in ROWS:
        return services.make_copy(what=what.replace("chronology", ""), form=form, **at)
    if form not in IMAGES:
        raise services.CannotMake(CHOOSE)
    return services.make_picture(picture_ref=what, form=form, **at)


def _why_not(request: HttpRequest, child_ref: str, set_ref: str, problem: str) -> HttpResponse:
    card = queries.set_card(request.actor, child_ref, set_ref, now=request.now)
    if card.is_ended:
        tell(request, Notice(problem))
        return to_set(child_ref, set_ref)
    return _shown(request, child_ref, set_ref, problem)
