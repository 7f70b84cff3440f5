"""What is attached to a row: a photograph, or where a recording is kept; shown, taken out, and put back."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.apps.chronologies import queries, services
from kith.apps.networks.queries import child_head
from kith.web.children.saving import FORM, is_saved, shown
from kith.web.chronologies.attaching_forms import PhotographForm, RecordingForm
from kith.web.notices import Notice, tell
from kith.web.pressing import press


@require_http_methods(FORM)
def photograph(request: HttpRequest, child_ref: str, entry_ref: str) -> HttpResponse:
    def attach(form: PhotographForm) -> None:
        picture = {"data": form.cleaned_data["picture"], "name": form.file_name}
        services.attach_photograph(said=form.said(), **picture, **_at(request, child_ref, entry_ref))

    return _asked(request, child_ref, entry_ref, PhotographForm, attach)


@require_http_methods(FORM)
def recording(request: HttpRequest, child_ref: str, entry_ref: str) -> HttpResponse:
    def attach(form: RecordingForm) -> None:
        services.attach_recording(said=form.said(), **_at(request, child_ref, entry_ref))

    return _asked(request, child_ref, entry_ref, RecordingForm, attach)


def _asked(
    request: HttpRequest, child_ref: str, entry_ref: str, make: type[Any], attach: Callable[[Any], None]
) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    called = child.first_name
    offered = queries.row_form(request.actor, child_ref, entry_ref, called=called, now=request.now)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = make(*sent, offered=offered)
    if request.method == "POST" and is_saved(form, lambda: attach(form)):
        tell(request, Notice("Attached."))
        return _to_row(child_ref, entry_ref)
    context = {"child": child, "row": offered.standing, "is_photograph": make is PhotographForm}
    return shown(request, "chronologies/attach.html", form, context)


@require_safe
def picture(request: HttpRequest, child_ref: str, entry_ref: str, attachment_ref: str) -> HttpResponse:
    """Pixels only, as they were put together when it was kept; its name says nothing about anybody."""
    child_head(request.actor, child_ref, now=request.now)
    file = queries.attachment_file(request.actor, child_ref, entry_ref, attachment_ref, called="", now=request.now)
    response = HttpResponse(file.data, content_type=file.kind)
    response["Content-Disposition"] = "inline"
    return response


@require_POST
def take_out(request: HttpRequest, child_ref: str, entry_ref: str, attachment_ref: str) -> HttpResponse:
    undo = reverse("chronologies:put_back_attachment", args=[child_ref, entry_ref, attachment_ref])
    said = Notice("Taken out.", undo, "Undo: taken out")
    at = _at(request, child_ref, entry_ref)
    press(request, lambda: services.take_out_attachment(attachment_ref=attachment_ref, **at), says=said)
    return _to_row(child_ref, entry_ref)


@require_POST
def put_back(request: HttpRequest, child_ref: str, entry_ref: str, attachment_ref: str) -> HttpResponse:
    at = _at(request, child_ref, entry_ref)
    press(request, lambda: services.put_back_attachment(attachment_ref=attachment_ref, **at), says="Put back.")
    return _to_row(child_ref, entry_ref)


def _at(request: HttpRequest, child_ref: str, entry_ref: str) -> dict[str, Any]:
    return {"by": request.actor, "child_ref": child_ref, "row_ref": entry_ref, "now": request.now}


def _to_row(child_ref: str, entry_ref: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("chronologies:row", args=[child_ref, entry_ref]))
