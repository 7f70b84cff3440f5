"""Acts of one press on what is there: taking out, putting back, opening again, being sure. Each can be undone."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.apps.people import services
from kith.web.children.saving import to_person, to_picture, undo_url, version_of, why_of
from kith.web.notices import Notice, forget, tell


@require_POST
def take_out_person(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    version = version_of(request)
    services.withdraw_person(
        by=request.actor, person_ref=person_ref, why=why_of(request), expected_version=version, now=request.now
    )
    undo = undo_url("children:put_back_person", child_ref, person_ref, version=version + 1)
    tell(request, Notice("Taken out.", undo, "Undo: taken out"))
    return to_picture(child_ref)


@require_POST
def put_back_person(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    forget(request)
    services.restore_person(
        by=request.actor, person_ref=person_ref, expected_version=version_of(request), now=request.now
    )
    return to_picture(child_ref)


@require_POST
def take_out_tie(request: HttpRequest, child_ref: str, tie_ref: str) -> HttpResponse:
    version = version_of(request)
    services.withdraw_tie(
        by=request.actor, tie_ref=tie_ref, why=why_of(request), expected_version=version, now=request.now
    )
    undo = undo_url("children:put_back_tie", child_ref, tie_ref, version=version + 1)
    tell(request, Notice("Taken out.", undo, "Undo: tie taken out"))
    return to_picture(child_ref)


@require_POST
def put_back_tie(request: HttpRequest, child_ref: str, tie_ref: str) -> HttpResponse:
    forget(request)
    services.restore_tie(by=request.actor, tie_ref=tie_ref, expected_version=version_of(request), now=request.now)
    return to_picture(child_ref)


@require_POST
def take_out_fact(request: HttpRequest, child_ref: str, person_ref: str, fact_ref: str) -> HttpResponse:
    version = version_of(request)
    services.withdraw_fact(
        by=request.actor,
        person_ref=person_ref,
        fact_ref=fact_ref,
        why=why_of(request),
        expected_version=version,
        now=request.now,
    )
    undo = undo_url("children:put_back_fact", child_ref, person_ref, fact_ref, version=version + 1)
    tell(request, Notice("Taken out.", undo, "Undo: taken out"))
    return to_person(child_ref, person_ref)


@require_POST
def put_back_fact(request: HttpRequest, child_ref: str, person_ref: str, fact_ref: str) -> HttpResponse:
    forget(request)
    services.restore_fact(
        by=request.actor,
        person_ref=person_ref,
        fact_ref=fact_ref,
        expected_version=version_of(request),
        now=request.now,
    )
    return to_person(child_ref, person_ref)


@require_POST
def reopen_fact(request: HttpRequest, child_ref: str, person_ref: str, fact_ref: str) -> HttpResponse:
    forget(request)
    services.reopen_fact(
        by=request.actor,
        person_ref=person_ref,
        fact_ref=fact_ref,
        expected_version=version_of(request),
        now=request.now,
    )
    return to_person(child_ref, person_ref)


@require_POST
def be_sure(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    version = version_of(request)
    services.set_certainty(
        by=request.actor, person_ref=person_ref, is_sure=True, expected_version=version, now=request.now
    )
    undo = undo_url("children:be_unsure", child_ref, person_ref, version=version + 1)
    tell(request, Notice("We are sure of them now.", undo, "Undo: sure"))
    return to_person(child_ref, person_ref)


@require_POST
def be_unsure(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    version = version_of(request)
    services.set_certainty(
        by=request.actor, person_ref=person_ref, is_sure=False, expected_version=version, now=request.now
    )
    undo = undo_url("children:be_sure", child_ref, person_ref, version=version + 1)
    tell(request, Notice("Not sure yet.", undo, "Undo: not sure"))
    return to_person(child_ref, person_ref)
