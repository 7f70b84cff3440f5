"""Saying that two records are one person: choose the other record, see both side by side, say how you know."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.apps.access import services
from kith.apps.access.services import Merging
from kith.apps.networks import queries
from kith.apps.networks.projections import MergePage
from kith.web.children.saving import FORM, saved, to_person
from kith.web.merging.forms import SameForm
from kith.web.notices import Notice, tell
from kith.web.searching import to_search, words_searched
from kith.web.sent import in_address

WAITS = "It waits for a second person. Until they agree, both records stay as they are."


@require_http_methods(FORM)
def choose(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    """The words searched for travel in the body, never in an address."""
    page = queries.merge_choices(
        request.actor,
        child_ref,
        person_ref,
        family_ref=in_address(request, "family"),
        asked=to_search(words_searched(request).strip()),
        now=request.now,
    )
    return render(request, "merging/choose.html", {"page": page, "child": page.child})


@require_http_methods(FORM)
def say(request: HttpRequest, child_ref: str, person_ref: str, other_ref: str) -> HttpResponse:
    page = queries.merge_page(request.actor, child_ref, person_ref, other_ref, now=request.now)
    done: list[Merging] = []
    form, is_done = saved(
        request,
        lambda data: SameForm(data or None, sides=page.sides),
        lambda form: done.append(_merge(request, page, form)),
        newer={"version": page.sides.kept.version, "other_version": page.sides.merged.version},
        then="Look at both again, then say it.",
    )
    if is_done:
        return _went_through(request, page, done[0])
    context = {"page": page, "child": page.child, "sides": page.sides, "form": form}
    return render(request, "merging/say.html", context, status=422 if form.is_bound else 200)


def _merge(request: HttpRequest, page: MergePage, form: SameForm) -> Merging:
    return services.merge_subjects(
        by=request.actor,
        kept_ref=page.sides.kept.ref,
        merged_ref=page.sides.merged.ref,
        why=form.cleaned_data["why"],
        seen=form.seen(),
        now=request.now,
    )


def _went_through(request: HttpRequest, page: MergePage, merging: Merging) -> HttpResponse:
    tell(
        request,
        Notice(
            WAITS
            if merging.is_waiting
            else "They are one record now. At the end of this page they can be parted again."
        ),
    )
    if merging.is_waiting:
        return to_person(page.child.ref, page.person_ref)
    if page.child.ref == page.sides.merged.ref:
        return HttpResponseRedirect(reverse("children:child", args=[page.sides.kept.ref]))
    return to_person(page.child.ref, page.sides.kept.ref)
