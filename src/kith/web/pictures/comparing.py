"""Two pictures of one kind side by side, and first of all in words what differs."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from kith.apps.networks.queries import child_head
from kith.apps.pictures import queries
from kith.web.children.saving import FORM
from kith.web.pictures.reading import shown_picture
from kith.web.sent import in_address, posted

SIZE = (620, 620)  # of each, so that two stand beside each other on a desk and none is wider than a phone
TWO = ("first", "second")


@require_http_methods(FORM)
def beside(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    """Whoever chose two comes to an address of their own, so that the page can be opened again."""
    child = child_head(request.actor, child_ref, now=request.now)
    sent = posted if request.method == "POST" else in_address
    asked = {name: sent(request, name) for name in TWO}
    page = queries.compare_page(request.actor, child_ref, picture_ref, **asked, now=request.now)
    if request.method == "POST":
        return HttpResponseRedirect(f"{request.path}?{urlencode(asked)}")
    shown = [{"picture": side.picture} | shown_picture(side.scene, SIZE, is_live=False) for side in page.sides]
    context = {"child": child, "page": page, "picture_ref": picture_ref, "shown": shown}
    return render(request, "pictures/compare.html", context)
