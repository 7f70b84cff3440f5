"""Recording a condition or an order, changing it, taking it out and putting it back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.sentences import queries, services
from kith.web.children.saving import FORM, is_saved, saved, undo_url, version_of
from kith.web.notices import Notice, tell
from kith.web.pressing import press
from kith.web.sentences.forms import ConditionForm
from kith.web.sentences.supervising import to_sentence

TO_TELL = "Now tell those who have to know: they stand on this page."


@require_http_methods(FORM)
def add(request: HttpRequest, person_ref: str) -> HttpResponse:
    offered = queries.condition_form(request.actor, person_ref, now=request.now)
    form = ConditionForm(request.POST or None, offered=offered)

    def deed() -> None:
        services.set_condition(by=request.actor, person_ref=person_ref, said=form.said(), now=request.now)

    if request.method == "POST" and is_saved(form, deed):
        tell(request, Notice(f"Recorded. {TO_TELL}"))
        return to_sentence(person_ref)
    return _shown(request, form, person_ref, f"A condition or order for {offered.name}", "Record it")


@require_http_methods(FORM)
def change(request: HttpRequest, person_ref: str, condition_ref: str) -> HttpResponse:
    offered = queries.condition_form(request.actor, person_ref, condition_ref, now=request.now)

    def deed(form: ConditionForm) -> None:
        services.change_condition(
            by=request.actor,
            person_ref=person_ref,
            condition_ref=condition_ref,
            said=form.said(),
            expected_version=form.cleaned_data["version"],
            now=request.now,
        )

    form, is_done = saved(
        request,
        lambda data: ConditionForm(data or None, offered=offered),
        deed,
        newer={"version": offered.version},
    )
    if is_done:
        tell(request, Notice(f"Changed. {TO_TELL}"))
        return to_sentence(person_ref)
    return _shown(request, form, person_ref, f"Change a condition of {offered.name}", "Save")


def _shown(request: HttpRequest, form: ConditionForm, person_ref: str, heading: str, act: str) -> HttpResponse:
    lead = "It warns whoever writes an address where such a child would live under one roof with them."
    context = {"form": form, "person_ref": person_ref, "heading": heading, "lead": lead, "act": act}
    first = ("kind", "since", "children", "under", "said_by", "basis")
    return render(request, "sentences/form.html", context | {"first": first}, status=422 if form.is_bound else 200)


@require_POST
def take_out(request: HttpRequest, person_ref: str, condition_ref: str) -> HttpResponse:
    version = version_of(request)
    services.take_out_condition(
        by=request.actor,
        person_ref=person_ref,
        condition_ref=condition_ref,
        expected_version=version,
        now=request.now,
    )
    undo = undo_url("sentences:put_back_condition", person_ref, condition_ref, version=version + 1)
    tell(request, Notice(f"Taken out. {TO_TELL}", undo, "Undo: condition taken out"))
    return to_sentence(person_ref)


@require_POST
def put_back(request: HttpRequest, person_ref: str, condition_ref: str) -> HttpResponse:
    version = version_of(request)

    def deed() -> None:
        services.put_back_condition(
            by=request.actor,
            person_ref=person_ref,
            condition_ref=condition_ref,
            expected_version=version,
            now=request.now,
        )

    press(request, deed, says=f"Put back. {TO_TELL}")
    return to_sentence(person_ref)
