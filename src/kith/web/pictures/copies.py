"""Copies of a drawn picture to take along: choose how it is printed, then fetch the file."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from kith.apps.exports.projections import ExportedFile
from kith.apps.networks.queries import child_head
from kith.apps.pictures import queries
from kith.apps.pseudonyms.queries import may_begin
from kith.engines.drawing.output import CannotFitPaper, CannotMakePdf, CannotMakePng
from kith.engines.drawing.scenes import CannotArrange, OnPaper
from kith.web.account.confirming import needs_confirming_for_file
from kith.web.children.saving import FORM
from kith.web.notices import Notice, tell
from kith.web.sent import in_address, posted

PAPERS = ("a4", "a3")
LARGE, EASY, LOW = "large", "easy", "low"
OFFERED = {"paper": PAPERS, "words": (LARGE, EASY), "ink": (LOW,)}
CANNOT = (CannotMakePdf, CannotMakePng, CannotFitPaper, CannotArrange)


@require_http_methods(FORM)
def copies(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    """What is chosen for a print leads to an address of that print, which may have to wait for a confirming."""
    child = child_head(request.actor, child_ref, now=request.now)
    page = queries.copies_page(request.actor, child_ref, picture_ref, now=request.now)
    if request.method == "POST":
        chosen = {name: posted(request, name) for name, words in OFFERED.items() if posted(request, name) in words}
        where = reverse("pictures:picture_pdf", args=[child_ref, picture_ref])
        return HttpResponseRedirect(f"{where}?{urlencode(chosen)}")
    may_stand_in = may_begin(request.actor, child_ref, now=request.now)
    return render(request, "pictures/copies.html", {"child": child, "page": page, "may_stand_in": may_stand_in})


@require_safe
@needs_confirming_for_file
def picture_svg(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    return _file(request, child_ref, picture_ref, "svg")


@require_safe
@needs_confirming_for_file
def picture_png(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    return _file(request, child_ref, picture_ref, "png")


@require_safe
@needs_confirming_for_file
def picture_pdf(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    return _file(request, child_ref, picture_ref, "pdf")


def how_chosen(chosen: Mapping[str, str]) -> OnPaper:
    """How it is printed; a word that is none of ours is the plain print on A4."""
    paper, words = chosen.get("paper"), chosen.get("words")
    return OnPaper(
        paper=paper if paper in PAPERS else PAPERS[0],
        is_large=words == LARGE,
        is_easy=words == EASY,
        is_low_ink=chosen.get("ink") == LOW,
    )


def _file(request: HttpRequest, child_ref: str, picture_ref: str, form: str) -> HttpResponse:
    """Something to take away, under a name that says nothing; why not stands on the page that offered it."""
    how = how_chosen({name: in_address(request, name) for name in OFFERED})
    try:
        file = queries.picture_file(request.actor, child_ref, picture_ref, form, how=how, now=request.now)
    except CANNOT as problem:
        tell(request, Notice(problem.message))
        return HttpResponseRedirect(reverse("pictures:copies", args=[child_ref, picture_ref]))
    return to_keep(file)


def to_keep(file: ExportedFile) -> HttpResponse:
    response = HttpResponse(file.data, content_type=file.content_type)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response
