"""Copies of what a child says and of labels, as files to take away."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kith.apps.exports.projections import ExportedFile
from kith.apps.networks.queries import child_head
from kith.apps.voices import queries
from kith.web.account.confirming import needs_confirming_for_file

Taking = Callable[..., ExportedFile]


@require_safe
@needs_confirming_for_file
def voices(request: HttpRequest, child_ref: str, form: str) -> HttpResponse:
    return _taken(request, child_ref, form, queries.voices_file)


@require_safe
@needs_confirming_for_file
def labels(request: HttpRequest, child_ref: str, form: str) -> HttpResponse:
    return _taken(request, child_ref, form, queries.labels_file)


def _taken(request: HttpRequest, child_ref: str, form: str, take: Taking) -> HttpResponse:
    """Its name says nothing about anybody."""
    child = child_head(request.actor, child_ref, now=request.now)
    file = take(request.actor, child_ref, form, called=child.first_name, now=request.now)
    response = HttpResponse(file.data, content_type=file.content_type)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response
