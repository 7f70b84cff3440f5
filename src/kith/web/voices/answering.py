"""What came of a child's words: writing it down, correcting it, and undoing the correction."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.networks.queries import child_head
from kith.apps.voices import queries, services
from kith.apps.voices.projections import AnswerForm
from kith.web.children.fields import said_back
from kith.web.children.saving import FORM, saved, shown, undo_url, version_of
from kith.web.notices import Notice, tell
from kith.web.pressing import press
from kith.web.sent import posted
from kith.web.voices.forms import CameForm
from kith.web.voices.saying import STALE, to_page

FIRST = ("what", "words", "on", "reply", "by_whom")
LEAD = "It stands beside their words, for everybody who works with them and for the child to be told."
KEPT = "What stands now is kept below it, with who had written it."


@require_http_methods(FORM)
def add(request: HttpRequest, child_ref: str, voice_ref: str, answer: str) -> HttpResponse:
    offered = queries.answer_form(request.actor, child_ref, voice_ref, answer, now=request.now)

    def deed(form: CameForm) -> Notice:
        services.answer_voice(
            by=request.actor, child_ref=child_ref, voice_ref=voice_ref, said=form.said(), now=request.now
        )
        return Notice(f"Recorded.{said_back(form)}")

    return _asked(request, child_ref, offered, deed, {"act": "Record it", "lead": LEAD})


@require_http_methods(FORM)
def correct(request: HttpRequest, child_ref: str, answer_ref: str) -> HttpResponse:
    offered = queries.correction_form(request.actor, child_ref, answer_ref, now=request.now)

    def deed(form: CameForm) -> Notice:
        version = services.correct_answer(
            by=request.actor,
            child_ref=child_ref,
            answer_ref=answer_ref,
            said=form.said(),
            expected_version=form.cleaned_data["version"],
            now=request.now,
        )
        undo = undo_url("voices:undo_correction", child_ref, answer_ref, version=version)
        return Notice(f"Corrected. What stood before is kept below it.{said_back(form)}", undo, "Undo: corrected")

    return _asked(request, child_ref, offered, deed, {"act": "Save", "lead": f"{LEAD} {KEPT}"})


def _asked(request: HttpRequest, child_ref: str, offered: AnswerForm, deed: Any, words: dict[str, str]) -> HttpResponse:
    child, done = child_head(request.actor, child_ref, now=request.now), list[Notice]()
    form, is_done = saved(
        request,
        lambda data: CameForm(data, offered=offered),
        lambda form: done.append(deed(form)),
        newer={"version": offered.version},
        then=STALE,
    )
    if is_done:
        tell(request, done[0])
        return to_page(child_ref)
    is_stale = form.is_bound and str(offered.version) != posted(request, "version")
    context = {
        "child": child,
        "heading": f"What came of what {child.first_name} said",
        "first": FIRST,
        "more": "",
        "back": reverse("voices:page", args=[child_ref]),
        "standing": None,
        "came": offered.standing if is_stale else None,
        "about": offered.voice,
    }
    return shown(request, "voices/form.html", form, context | words)


@require_POST
def undo(request: HttpRequest, child_ref: str, answer_ref: str) -> HttpResponse:
    version = version_of(request)

    def deed() -> None:
        services.undo_correction(
            by=request.actor, child_ref=child_ref, answer_ref=answer_ref, expected_version=version, now=request.now
        )

    press(request, deed, says="Undone. It stands as it stood before; what you had written is kept below it.")
    return to_page(child_ref)
