"""Beginning a picture, blank or with what stood on an earlier one."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.apps.access.queries import NothingHere
from kith.apps.networks.queries import child_head
from kith.apps.pictures import queries, services
from kith.web.children.saving import FORM, is_saved, shown
from kith.web.pictures.forms import BeginForm


@require_http_methods(FORM)
def begin(request: HttpRequest, child_ref: str, kind: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    page = queries.pictures_page(request.actor, child_ref, now=request.now)
    card = next((one for one in page.kinds if one.name == kind), None)
    if card is None or not page.may_draw:
        raise NothingHere
    sent = request.POST if request.method == "POST" else None
    form = BeginForm(sent, kind=card, child_name=child.first_name, page=page)
    begun: list[str] = []

    def deed() -> None:
        people = form.ticked
        put_in = queries.people_to_put_in(request.actor, child_ref, kind, people, now=request.now) if people else None
        start = form.start(put_in)
        begun.append(services.begin_picture(by=request.actor, child_ref=child_ref, start=start, now=request.now))

    if request.method == "POST" and is_saved(form, deed):
        return HttpResponseRedirect(reverse("pictures:together", args=[child_ref, begun[0]]))
    return shown(request, "pictures/begin.html", form, {"child": child, "kind": card})
