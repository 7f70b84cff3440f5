"""Today."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.apps.access.queries import (
    may_declare,
    may_give_tasks,
    may_review_looks,
    reviews_wait,
    role_may,
    tasks_of,
    waits_for,
)
from kith.apps.cases.queries import contacts_note, delays_to_look_at
from kith.apps.chronologies.queries import may_begin
from kith.apps.directory.queries import threshold_news
from kith.apps.networks.queries import today_page
from kith.apps.occasions.queries import relatives_waiting
from kith.apps.oversight.actions import SEE_LOOKING
from kith.apps.people.queries import births_to_look_at, names_of
from kith.apps.sentences.queries import sentences_note
from kith.apps.supervision.queries import waits_in_supervision
from kith.apps.teams.queries import cover_note
from kith.web.jinja import clock
from kith.web.today.ranking import opened, ranked


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    page = today_page(request.actor, now=request.now)
    own = tasks_of(request.actor, now=request.now)
    named = {ref for task in own.tasks for ref in task.subjects}
    mine = {child.ref: child.name for child in page.children if child.may_open}
    cover = cover_note(request.actor, mine, now=request.now)
    return render(
        request,
        "today/home.html",
        {
            "page": page,
            "today": page.on,
            "sentence": page.sentence,
            "children": page.children,
            "lately": page.lately,
            "day": page.day,
            "called": page.called,
            "waits": waits_for(request.actor, now=request.now),
            "review_waits": reviews_wait(request.actor, now=request.now),
            "may_review": may_review_looks(request.actor),
            "may_see_looking": role_may(request.actor, SEE_LOOKING),
            "own_tasks": own,
            "names": names_of(request.actor, named, now=request.now) if named else {},
            "may_give_tasks": may_give_tasks(request.actor),
            "contacts": contacts_note(request.actor, now=request.now),
            "late": delays_to_look_at(request.actor, now=request.now),
            "to_look_at": births_to_look_at(request.actor, now=request.now),
            "sentences": sentences_note(request.actor, now=request.now),
            "cover": cover,
            "supervision_waits": waits_in_supervision(request.actor, now=request.now),
            "ranked": ranked(page.day, relatives_waiting(request.actor, mine, now=request.now), cover),
            "opened": opened(page, clock=clock(request.now)),
            "may_add_rows": may_begin(request.actor),
            "may_declare": may_declare(request.actor),
            "news": threshold_news(request.actor, on=page.on),
        },
    )
