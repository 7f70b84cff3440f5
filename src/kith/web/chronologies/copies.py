"""Copies of what happened for a child, as files to take away."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kith.apps.chronologies import queries
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


def _taken(request: HttpRequest, child_ref: str, form: str) -> HttpResponse:
    """Its name says nothing about anybody."""
    child = child_head(request.actor, child_ref, now=request.now)
    file = queries.story_file(request.actor, child_ref, form, called=child.first_name, now=request.now)
    response = HttpResponse(file.data, content_type=file.content_type)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response
