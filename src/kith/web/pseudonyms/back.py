"""From stand-ins back to names, for whoever holds that right; what came back is placed beside the rows."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.access.queries import NothingHere
from kith.apps.networks.queries import child_head
from kith.apps.pseudonyms import queries, services
from kith.apps.pseudonyms.projections import TurnedBack
from kith.web.account.confirming import needs_confirming
from kith.web.children.saving import FORM, is_saved, shown
from kith.web.pressing import press
from kith.web.pseudonyms.forms import BackForm
from kith.web.sent import posted_all, typed

COLUMNS = ("comment", "expected", "actual")


@require_http_methods(FORM)
@needs_confirming
def page(request: HttpRequest, child_ref: str, set_ref: str) -> HttpResponse:
    """What was found stands on this answer alone and is kept nowhere."""
    child = child_head(request.actor, child_ref, now=request.now)
    queries.require_to_turn_back(request.actor, child_ref, now=request.now)
    card = queries.set_card(request.actor, child_ref, set_ref, now=request.now)
    form = BackForm(request.POST, request.FILES) if request.method == "POST" else BackForm()
    found: list[TurnedBack] = []

    def deed() -> None:
        at: dict[str, Any] = {"by": request.actor, "child_ref": child_ref, "set_ref": set_ref, "now": request.now}
        said = form.cleaned_data
        at |= {"reason": said["reason"], "called": child.first_name}
        look = services.look_up_file if said["file"] else services.look_up_word
        found.append(look(**({"data": said["file"]} if said["file"] else {"word": said["word"]}), **at))

    context = {"child": child, "card": card, "found": None}
    if request.method == "POST" and is_saved(form, deed):
        context |= {"found": found[0], "form": BackForm()}
        return shown(request, "pseudonyms/back.html", BackForm(), context)
    return shown(request, "pseudonyms/back.html", form, context)


@require_POST
def beside(request: HttpRequest, child_ref: str, set_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    queries.require_to_turn_back(request.actor, child_ref, now=request.now)
    chosen = posted_all(request, "row")
    if not chosen:
        raise NothingHere
    comments: Mapping[str, Mapping[str, str]] = {
        ref: {name: typed(request, f"{name}_{ref}") for name in COLUMNS} for ref in chosen
    }
    at = {"by": request.actor, "child_ref": child_ref, "called": child.first_name, "now": request.now}
    says = f"Written beside {len(chosen)} {'row' if len(chosen) == 1 else 'rows'} in the review."
    press(request, lambda: services.place_comments(comments=comments, **at), says=says)
    return HttpResponseRedirect(reverse("chronologies:review", args=[child_ref]))
