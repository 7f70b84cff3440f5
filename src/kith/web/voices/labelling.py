"""Labels of risk: the page with their history and the young person's view, a new rating, and what they say of one."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kith.apps.networks.queries import child_head
from kith.apps.voices import queries, services
from kith.kernel.days import day_words
from kith.web.children.saving import FORM, saved, shown
from kith.web.notices import Notice, tell
from kith.web.sent import in_address, posted
from kith.web.voices.forms import RatingForm, ViewForm
from kith.web.voices.saying import LABELS, to_page

FIRST = ("rating", "on", "made_by", "reason", "stance", "view", "who_asks", "ask_by")
LEAD = "A label is what a tool or an agency said on one day. It is never shown without its date, who made it, and "


@require_safe
def page(request: HttpRequest, child_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    labels = queries.labels_page(request.actor, child_ref, called=child.first_name, now=request.now)
    return render(request, "voices/labels.html", {"child": child, "page": labels})


@require_http_methods(FORM)
def add(request: HttpRequest, child_ref: str) -> HttpResponse:
    return _rated(request, child_ref, "")


@require_http_methods(FORM)
def rate(request: HttpRequest, child_ref: str, label_ref: str) -> HttpResponse:
    return _rated(request, child_ref, label_ref)


def _rated(request: HttpRequest, child_ref: str, label_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    kind = posted(request, "kind") or in_address(request, "kind")
    offered = queries.label_form(
        request.actor, child_ref, label_ref, kind=kind, called=child.first_name, now=request.now
    )
    if not offered.ratings:
        return render(request, "voices/label_kinds.html", {"child": child, "kinds": offered.kinds})

    def deed(form: RatingForm) -> None:
        at = {"by": request.actor, "child_ref": child_ref, "said": form.said(), "now": request.now}
        if label_ref:
            services.rate_again(label_ref=label_ref, expected_version=form.cleaned_data["version"], **at)
        else:
            services.set_label(**at)

    form, is_done = saved(
        request, lambda data: RatingForm(data, offered=offered), deed, newer={"version": offered.version}
    )
    if is_done:
        tell(request, Notice("Recorded. What the label said before stays below it."))
        return to_page(child_ref, LABELS)
    is_new = "new" if offered.label else "first"
    heading = f"{offered.kinds[0][1]}: a {is_new} rating of {child.first_name}"
    context = _context(child, heading, f"{LEAD}what {child.first_name} says of it.")
    is_stale = form.is_bound and str(offered.version) != posted(request, "version")
    context |= {"first": FIRST, "act": "Record it", "newest": offered.label.says if offered.label and is_stale else ""}
    return shown(request, "voices/label_form.html", form, context)


@require_http_methods(FORM)
def view(request: HttpRequest, child_ref: str, rating_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    label, rating, stances = queries.rating_to_ask_about(
        request.actor, child_ref, rating_ref, called=child.first_name, now=request.now
    )

    def deed(form: ViewForm) -> None:
        services.tell_view(
            by=request.actor, child_ref=child_ref, rating_ref=rating_ref, said=form.said_of_it(), now=request.now
        )

    form, is_done = saved(request, lambda data: ViewForm(data, stances=stances), deed, newer={})
    if is_done:
        tell(request, Notice("Recorded. It stands beside the label from now on."))
        return to_page(child_ref, LABELS)
    lead = f"{label.kind}: {rating.says}, on {day_words(rating.on)}, by {rating.made_by}. {rating.view.says}"
    context = _context(child, f"What {child.first_name} says of it", lead)
    context |= {"first": ("stance", "view", "view_on", "heard_by"), "act": "Record it", "newest": ""}
    return shown(request, "voices/label_form.html", form, context)


def _context(child: Any, heading: str, lead: str) -> dict[str, Any]:
    back = reverse("voices:labels", args=[child.ref])
    return {"child": child, "heading": heading, "lead": lead, "back": back}
