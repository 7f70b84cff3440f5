"""Copies of what happened for a child, as files to take away."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from kith.apps.chronologies import queries
from kith.apps.exports.projections import ExportedFile
from kith.apps.networks.queries import child_head
from kith.engines.drawing.output import CannotMakePdf
from kith.web.account.confirming import needs_confirming_for_file
from kith.web.chronologies.rows import to_page
from kith.web.notices import Notice, tell


@require_safe
@needs_confirming_for_file
def xlsx(request: HttpRequest, child_ref: str) -> HttpResponse:
    return _taken(request, child_ref, "xlsx")


@require_safe
@needs_confirming_for_file
def csv(request: HttpRequest, child_ref: str) -> HttpResponse:
    return _taken(request, child_ref, "csv")


@require_safe
@needs_confirming_for_file
def docx(request: HttpRequest, child_ref: str) -> HttpResponse:
    return _taken(request, child_ref, "docx")


@require_safe
@needs_confirming_for_file
def pdf(request: HttpRequest, child_ref: str) -> HttpResponse:
    try:
        return _taken(request, child_ref, "pdf")
    except CannotMakePdf as problem:
        tell(request, Notice(problem.message))
        return to_page(child_ref)


@require_safe
@needs_confirming_for_file
def edition_xlsx(request: HttpRequest, child_ref: str, edition_ref: str) -> HttpResponse:
    return _edition(request, child_ref, edition_ref, "xlsx")


@require_safe
@needs_confirming_for_file
def edition_docx(request: HttpRequest, child_ref: str, edition_ref: str) -> HttpResponse:
    return _edition(request, child_ref, edition_ref, "docx")


@require_safe
@needs_confirming_for_file
def edition_pdf(request: HttpRequest, child_ref: str, edition_ref: str) -> HttpResponse:
    try:
        return _edition(request, child_ref, edition_ref, "pdf")
    except CannotMakePdf as problem:
        tell(request, Notice(problem.message))
        return HttpResponseRedirect(reverse("chronologies:edition", args=[child_ref, edition_ref]))


def _taken(request: HttpRequest, child_ref: str, form: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    return _handed(queries.story_file(request.actor, child_ref, form, called=child.first_name, now=request.now))


def _edition(request: HttpRequest, child_ref: str, edition_ref: str, form: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    called = child.first_name
    return _handed(queries.edition_file(request.actor, child_ref, edition_ref, form, called=called, now=request.now))


def _handed(file: ExportedFile) -> HttpResponse:
    """Its name says nothing about anybody."""
    response = HttpResponse(file.data, content_type=file.content_type)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response
