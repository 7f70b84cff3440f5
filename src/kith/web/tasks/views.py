"""The list of tasks, giving one, ending one at once, and letting one that was ended by mistake go on."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.apps.access import queries as access
from kith.apps.access import services
from kith.apps.access.projections import TaskCard
from kith.apps.people.queries import find_children, names_of
from kith.web.children.saving import FORM, is_saved, undo_url, version_of
from kith.web.notices import Notice, tell
from kith.web.pressing import press
from kith.web.searching import to_search, words_searched
from kith.web.sent import posted_all
from kith.web.tasks.forms import EndForm, TaskForm


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Children are named to whoever may read them, and counted to everybody else."""
    page = access.tasks_page(request.actor, now=request.now)
    names = _names(request, (*page.running, *page.over))
    return render(request, "tasks/overview.html", {"page": page, "names": names})


@require_http_methods(FORM)
def give(request: HttpRequest) -> HttpResponse:
    """A search for children shows those found beside those chosen before, and says nothing of what is missing."""
    giving = access.giving_tasks(request.actor, now=request.now)
    is_search = "search" in request.POST
    searched = words_searched(request)
    found = (
        find_children(request.actor, to_search(searched), now=request.now)
        if is_search and not giving.names_by_ref
        else ()
    )
    children = dict(() if giving.names_by_ref else _chosen(request))
    children |= {child.ref: f"{child.name}, {child.age}" for child in found if child.may_open}
    form = TaskForm(request.POST or None, giving=giving, children=children.items(), today=access.day_of(request.now))
    if is_search:
        form.errors.clear()
    elif request.method == "POST" and is_saved(
        form, lambda: services.give_task(by=request.actor, task=form.task(), now=request.now)
    ):
        tell(request, Notice("Given. They see it on their first page. It ends by itself on its day."))
        return _to_overview()
    context = {"form": form, "giving": giving, "searched": searched, "is_search": is_search, "found": len(found)}
    return render(request, "tasks/give.html", context, status=422 if form.is_bound and not is_search else 200)


def _chosen(request: HttpRequest) -> Mapping[str, str]:
    refs = posted_all(request, "named")
    return names_of(request.actor, refs, now=request.now) if refs else {}


@require_http_methods(FORM)
def end(request: HttpRequest, task_ref: str) -> HttpResponse:
    card = access.task_to_end(request.actor, task_ref, now=request.now)
    form = EndForm(request.POST or None)

    def deed() -> None:
        services.end_task(by=request.actor, task_ref=task_ref, why=form.cleaned_data["why"], now=request.now)

    if request.method == "POST" and is_saved(form, deed):
        undo = undo_url("tasks:take_up", task_ref, version=card.version + 1)
        tell(request, Notice("Ended. It opens nothing any more.", undo, "Undo: let it go on"))
        return _to_overview()
    context = {"card": card, "names": _names(request, [card]), "form": form}
    return render(request, "tasks/end.html", context, status=422 if form.is_bound else 200)


@require_POST
def take_up(request: HttpRequest, task_ref: str) -> HttpResponse:
    """Against the version that was ended: whoever has changed it since is not overruled."""
    version = version_of(request)
    press(
        request,
        lambda: services.take_up_task(by=request.actor, task_ref=task_ref, expected_version=version, now=request.now),
        says="It goes on as before.",
    )
    return _to_overview()


def _names(request: HttpRequest, cards: tuple[TaskCard, ...] | list[TaskCard]) -> Mapping[str, str]:
    refs = {ref for card in cards for ref in card.subjects}
    return names_of(request.actor, refs, now=request.now) if refs else {}


def _to_overview() -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("tasks:overview"))
