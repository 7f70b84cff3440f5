"""The photograph of a paper map: adding it, showing it, and saying that everybody on it is entered."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.apps.access.queries import NothingHere, day_of
from kith.apps.networks.queries import child_head
from kith.apps.pictures import queries, services
from kith.web.children.saving import FORM, is_saved, shown
from kith.web.pictures.photograph_form import PhotographForm
from kith.web.pressing import press
from kith.web.sent import posted

SAYS = {
    True: "Everybody on it is entered. Colleagues who may see all of them now see the photograph.",
    False: "You alone see the photograph again.",
}


@require_http_methods(FORM)
def from_paper(request: HttpRequest, child_ref: str) -> HttpResponse:
    """What is no picture gets its one sentence, and every word of the form stays."""
    child = child_head(request.actor, child_ref, now=request.now)
    page = queries.pictures_page(request.actor, child_ref, now=request.now)
    if not page.may_draw:
        raise NothingHere
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = PhotographForm(*sent, page=page, child_name=child.first_name, today=day_of(request.now))
    begun: list[str] = []

    def deed() -> None:
        ref = services.begin_from_photograph(
            by=request.actor,
            child_ref=child_ref,
            start=form.start(),
            drawn_on=form.cleaned_data["drawn_on"],
            data=form.cleaned_data["picture"],
            name=form.file_name,
            now=request.now,
        )
        begun.append(ref)

    if request.method == "POST" and is_saved(form, deed):
        return HttpResponseRedirect(reverse("pictures:drawn", args=[child_ref, begun[0]]))
    return shown(request, "pictures/from_paper.html", form, {"child": child})


@require_safe
def photograph(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    """Pixels only, as they were put together when it was kept; its name says nothing about anybody."""
    file = queries.photograph_file(request.actor, child_ref, picture_ref, now=request.now)
    response = HttpResponse(file.data, content_type=file.kind)
    response["Content-Disposition"] = "inline"
    return response


@require_POST
def entered(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    everybody = posted(request, "everybody") == "yes"

    def deed() -> None:
        services.say_entered(
            by=request.actor, child_ref=child_ref, picture_ref=picture_ref, everybody=everybody, now=request.now
        )

    press(request, deed, says=SAYS[everybody])
    return HttpResponseRedirect(reverse("pictures:drawn", args=[child_ref, picture_ref]))
