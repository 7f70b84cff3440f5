"""Waiting well: for what a child waits, who keeps in touch meanwhile, and how it ended."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.apps.networks.queries import child_head
from kith.apps.voices import queries, services
from kith.web.children.saving import FORM, saved, shown
from kith.web.notices import Notice, tell
from kith.web.voices.forms import WaitingWell
from kith.web.voices.saying import LABELS, to_page

LEAD = (
    "Whether the service has no place yet or they are not ready yet: nobody waits without somebody who keeps in touch."
)
FIRST = ("what_for", "waits_on", "since", "keeps_in_touch", "how", "next_on", "words")


@require_http_methods(FORM)
def add(request: HttpRequest, child_ref: str) -> HttpResponse:
    return _asked(request, child_ref, "")


@require_http_methods(FORM)
def change(request: HttpRequest, child_ref: str, waiting_ref: str) -> HttpResponse:
    return _asked(request, child_ref, waiting_ref)


def _asked(request: HttpRequest, child_ref: str, waiting_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    offered = queries.waiting_form(request.actor, child_ref, waiting_ref, now=request.now)

    def deed(form: WaitingWell) -> None:
        at = {"by": request.actor, "child_ref": child_ref, "said": form.said(), "now": request.now}
        if waiting_ref:
            services.change_waiting(waiting_ref=waiting_ref, expected_version=form.cleaned_data["version"], **at)
        else:
            services.begin_waiting(**at)

    form, is_done = saved(
        request, lambda data: WaitingWell(data, offered=offered), deed, newer={"version": offered.version}
    )
    if is_done:
        tell(request, Notice("Recorded."))
        return to_page(child_ref, LABELS)
    context = {
        "child": child,
        "heading": f"What {child.first_name} waits for",
        "lead": LEAD,
        "back": reverse("voices:labels", args=[child_ref]),
        "first": (*FIRST, "ended_on", "how_ended") if waiting_ref else FIRST,
        "act": "Save" if waiting_ref else "Write it down",
        "newest": "",
    }
    return shown(request, "voices/label_form.html", form, context)
