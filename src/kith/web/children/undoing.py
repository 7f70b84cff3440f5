"""Acts of one press on what is there: taking out, putting back, opening again, being sure. Each can be undone."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.apps.access.queries import NothingHere
from kith.apps.people import services
from kith.apps.records.base import StaleVersion
from kith.kernel.errors import KithError
from kith.web.children.saving import to_person, to_picture, undo_url, version_of, why_of
from kith.web.notices import Notice, forget, tell


def _press(request: HttpRequest, deed: Callable[..., object], done: Notice | None, **said: Any) -> None:
    """Do it against the version the page showed, and say so; what cannot be done is said in its place."""
    forget(request)
    try:
        deed(by=request.actor, expected_version=version_of(request), now=request.now, **said)
    except (StaleVersion, NothingHere):
        raise
    except KithError as problem:
        done = Notice(problem.message)
    if done:
        tell(request, done)


def _undone_by(request: HttpRequest, route: str, *refs: str, says: str, undo: str) -> Notice:
    return Notice(says, undo_url(f"children:{route}", *refs, version=version_of(request) + 1), f"Undo: {undo}")


@require_POST
def take_out_person(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    done = _undone_by(request, "put_back_person", child_ref, person_ref, says="Taken out.", undo="taken out")
    _press(request, services.withdraw_person, done, person_ref=person_ref, why=why_of(request))
    return to_picture(child_ref)


@require_POST
def put_back_person(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    _press(request, services.restore_person, None, person_ref=person_ref)
    return to_picture(child_ref)


@require_POST
def take_out_tie(request: HttpRequest, child_ref: str, tie_ref: str) -> HttpResponse:
    done = _undone_by(request, "put_back_tie", child_ref, tie_ref, says="Taken out.", undo="tie taken out")
    _press(request, services.withdraw_tie, done, tie_ref=tie_ref, why=why_of(request))
    return to_picture(child_ref)


@require_POST
def put_back_tie(request: HttpRequest, child_ref: str, tie_ref: str) -> HttpResponse:
    _press(request, services.restore_tie, None, tie_ref=tie_ref)
    return to_picture(child_ref)


@require_POST
def take_out_fact(request: HttpRequest, child_ref: str, person_ref: str, fact_ref: str) -> HttpResponse:
    done = _undone_by(request, "put_back_fact", child_ref, person_ref, fact_ref, says="Taken out.", undo="taken out")
    _press(request, services.withdraw_fact, done, person_ref=person_ref, fact_ref=fact_ref, why=why_of(request))
    return to_person(child_ref, person_ref)


@require_POST
def put_back_fact(request: HttpRequest, child_ref: str, person_ref: str, fact_ref: str) -> HttpResponse:
    _press(request, services.restore_fact, None, person_ref=person_ref, fact_ref=fact_ref)
    return to_person(child_ref, person_ref)


@require_POST
def reopen_fact(request: HttpRequest, child_ref: str, person_ref: str, fact_ref: str) -> HttpResponse:
    _press(request, services.reopen_fact, None, person_ref=person_ref, fact_ref=fact_ref)
    return to_person(child_ref, person_ref)


@require_POST
def be_sure(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    done = _undone_by(request, "be_unsure", child_ref, person_ref, says="We are sure of them now.", undo="sure")
    _press(request, services.set_certainty, done, person_ref=person_ref, is_sure=True)
    return to_person(child_ref, person_ref)


@require_POST
def be_unsure(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    done = _undone_by(request, "be_sure", child_ref, person_ref, says="Not sure yet.", undo="not sure")
    _press(request, services.set_certainty, done, person_ref=person_ref, is_sure=False)
    return to_person(child_ref, person_ref)
