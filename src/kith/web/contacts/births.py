"""The baby is born, another of the same birth, or the pregnancy ended: one small form each, and one deed."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.apps.access.queries import NothingHere
from kith.apps.cases import queries, services
from kith.apps.cases.projections import PathPage
from kith.apps.networks.projections import ChildFace
from kith.apps.networks.queries import child_head
from kith.web.children.saving import FORM, Question, ask
from kith.web.contacts.birth_forms import BornForm, EndedForm
from kith.web.notices import Notice, tell

BORN_LEAD = "The record goes on as it is: the path, its clocks, the workers, the plan and everything written down."
TOGETHER_LEAD = (
    "A record of their own begins, with the same workers and the same path. Parents, brothers, sisters and homes are "
    "taken over where nothing about them is sealed. Look at the picture afterwards, and add what is missing."
)
ENDED_LEAD = (
    "We are sorry. Write only what the family told you. Every clock ends with this, and nobody is asked for more."
)


@require_http_methods(FORM)
def born(request: HttpRequest, child_ref: str) -> HttpResponse:
    child, page = _stepping(request, child_ref)
    if not child.expected:
        return _nobody_expected(request, child_ref)
    question = _question(child, "The baby is born", BORN_LEAD, "Record the birth", page.version)
    return _recorded(
        request,
        question,
        lambda data: BornForm(data, version=page.version),
        services.record_birth,
        "The birth is recorded. Everything that was written down before stays.",
    )


@require_http_methods(FORM)
def pregnancy_ended(request: HttpRequest, child_ref: str) -> HttpResponse:
    child, page = _stepping(request, child_ref)
    if not child.expected:
        return _nobody_expected(request, child_ref)
    question = _question(child, "The pregnancy ended", ENDED_LEAD, "Record it", page.version)
    return _recorded(
        request,
        question,
        lambda data: EndedForm(data, version=page.version),
        services.record_pregnancy_ended,
        "It is recorded, and no clock runs any more.",
    )


@require_http_methods(FORM)
def born_together(request: HttpRequest, child_ref: str) -> HttpResponse:
    child, page = _stepping(request, child_ref)
    if not page.is_born_here:
        raise NothingHere
    question = _question(child, "Another baby of the same birth", TOGETHER_LEAD, "Begin the record", page.begun_beside)

    def deed(form: BornForm) -> str:
        return _done(request, services.begin_twin, child_ref, form)

    def done(form: BornForm, second_ref: str) -> HttpResponse:
        undo = reverse("contacts:take_back", args=[second_ref])
        tell(request, Notice("The record has begun, with the same workers and path.", undo, "Undo: record begun"))
        return HttpResponseRedirect(reverse("contacts:path", args=[second_ref]))

    return ask(request, question, lambda data: BornForm(data, version=page.begun_beside), deed, done)


def _stepping(request: HttpRequest, child_ref: str) -> tuple[ChildFace, PathPage]:
    """For those who may record steps; for everybody else there is no such page."""
    page = queries.path_page(request.actor, child_ref, now=request.now)
    if not page.may_step:
        raise NothingHere
    return child_head(request.actor, child_ref, now=request.now), page


def _nobody_expected(request: HttpRequest, child_ref: str) -> HttpResponse:
    """Pressed twice, or a colleague was first: it stands on the path."""
    tell(request, Notice("This is on record already. It stands on the path below."))
    return HttpResponseRedirect(reverse("contacts:path", args=[child_ref]))


def _question(child: ChildFace, heading: str, lead: str, act: str, version: int) -> Question:
    back, first = reverse("contacts:path", args=[child.ref]), ("how", "on", "name", "sex")
    return Question(child=child, heading=heading, lead=lead, first=first, back=back, act=act, version=version)


def _recorded(
    request: HttpRequest, question: Question, make: Callable[[Any], Any], deed: Callable[..., str], says: str
) -> HttpResponse:
    child_ref = question.child.ref

    def done(form: Any, step_ref: str) -> HttpResponse:
        undo = reverse("contacts:take_out_step", args=[child_ref, step_ref])
        tell(request, Notice(says, undo, f"Undo: {question.heading.lower()}"))
        return HttpResponseRedirect(question.back)

    return ask(request, question, make, lambda form: _done(request, deed, child_ref, form), done)


def _done(request: HttpRequest, deed: Callable[..., str], child_ref: str, form: Any) -> str:
    return deed(
        by=request.actor,
        child_ref=child_ref,
        told=form.told(),
        expected_version=form.cleaned_data["version"],
        now=request.now,
    )
