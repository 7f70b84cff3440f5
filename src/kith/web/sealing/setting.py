"""Sealing somebody, or something about them. It cannot be undone by one person, and the form says so first."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.apps.access import queries as access
from kith.apps.access import services
from kith.apps.networks.projections import SealingPage
from kith.apps.networks.queries import sealing_page
from kith.web.children.saving import FORM, is_saved, to_person
from kith.web.notices import Notice, tell
from kith.web.sealing.forms import SealForm
from kith.web.searching import words_searched
from kith.web.sent import in_address, posted_all


@require_http_methods(FORM)
def set_seal(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    team = access.list_to_choose(request.actor, person_ref, now=request.now)
    page = sealing_page(request.actor, child_ref, person_ref, now=request.now)
    words, is_search = words_searched(request), "search" in request.POST
    found = access.workers_called(words) if is_search else ()
    chosen = access.workers_chosen(posted_all(request, "readers"))
    readers = {card.ref: card for card in (*team, *chosen, *found) if card.ref != request.actor.ref}
    form = SealForm(
        request.POST or None,
        page=page,
        kinds=access.kinds_to_choose(),
        readers=tuple(readers.values()),
        first=_first(request, page),
    )
    if request.method == "POST" and not is_search and is_saved(form, lambda: _set(request, page, form)):
        return _back(child_ref, person_ref)
    return _shown(request, page, form, person_ref, searched=words, found=len(found))


def _first(request: HttpRequest, page: SealingPage) -> str:
    """The record whose "Seal" was pressed."""
    asked = in_address(request, "record")
    return next((f"{one.kind}:{one.ref}" for one in page.records if asked and one.ref == asked), "")


def _set(request: HttpRequest, page: SealingPage, form: SealForm) -> None:
    person_ref = request.resolver_match.kwargs["person_ref"] if request.resolver_match else ""
    services.set_seal(by=request.actor, subject_ref=person_ref, seal=form.seal(), now=request.now)
    tell(request, Notice("Sealed. It works from now on, and waits for a second person to confirm it."))


def _shown(
    request: HttpRequest, page: SealingPage, form: SealForm, person_ref: str, *, searched: str, found: int
) -> HttpResponse:
    """After a search for workers the form comes back as it was, without a word of what is still missing."""
    is_search = "search" in request.POST
    if is_search:
        form.errors.clear()
    context = {
        "child": page.child,
        "name": page.name,
        "is_child": page.is_child,
        "form": form,
        "searched": searched,
        "is_search": is_search,
        "found": found,
        "who_confirms": access.who_confirms(request.actor),
        "back": _back(page.child.ref, person_ref).url,
    }
    is_refused = form.is_bound and not is_search
    return render(request, "sealing/set.html", context, status=422 if is_refused else 200)


def _back(child_ref: str, person_ref: str) -> HttpResponseRedirect:
    if child_ref == person_ref:
        return HttpResponseRedirect(reverse("children:child", args=[child_ref]))
    return to_person(child_ref, person_ref)
