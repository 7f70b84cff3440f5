"""A child's drawing: keeping it beside their words, and showing it."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.apps.networks.queries import child_head
from kith.apps.voices import queries, services
from kith.web.children.saving import FORM, is_saved, shown
from kith.web.notices import Notice, tell
from kith.web.voices.forms import DrawingForm
from kith.web.voices.saying import to_page


@require_http_methods(FORM)
def add(request: HttpRequest, child_ref: str, voice_ref: str) -> HttpResponse:
    """What is no picture gets its one sentence, and the words beside which it was to stand are not touched."""
    voice = queries.voice_to_draw(request.actor, child_ref, voice_ref, now=request.now)
    child = child_head(request.actor, child_ref, now=request.now)
    form = DrawingForm(request.POST, request.FILES) if request.method == "POST" else DrawingForm()

    def deed() -> None:
        services.keep_drawing(
            by=request.actor,
            child_ref=child_ref,
            voice_ref=voice_ref,
            data=form.cleaned_data["picture"],
            name=form.file_name,
            now=request.now,
        )

    if request.method == "POST" and is_saved(form, deed):
        tell(request, Notice("The picture is kept."))
        return to_page(child_ref)
    context = {"child": child, "about": voice, "back": reverse("voices:page", args=[child_ref])}
    return shown(request, "voices/drawing.html", form, context)


@require_safe
def show(request: HttpRequest, child_ref: str, drawing_ref: str) -> HttpResponse:
    """Pixels only, as they were put together when it was kept; its name says nothing about anybody."""
    file = queries.drawing_file(request.actor, child_ref, drawing_ref, now=request.now)
    response = HttpResponse(file.data, content_type=file.kind)
    response["Content-Disposition"] = "inline"
    return response
