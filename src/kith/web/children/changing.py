"""Changing what is known of a person, and choosing when two people changed it at once."""

import json
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.apps.networks import queries
from kith.apps.people import services
from kith.apps.people.projections import PersonView
from kith.apps.people.queries import shown_name
from kith.apps.records.base import StaleVersion
from kith.web.children.fields import said_back
from kith.web.children.forms import ChangePersonForm
from kith.web.children.saving import FORM, form_page, is_saved, to_person
from kith.web.jinja import clock, day
from kith.web.notices import Notice, tell
from kith.web.sent import posted


@require_http_methods(FORM)
def change_person(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    page = queries.form_page(request.actor, child_ref, now=request.now)
    view = queries.person_to_change(request.actor, person_ref, now=request.now)
    theirs = ChangePersonForm.initial_for(view.person, view.version)
    if posted(request, "keep") == "theirs":
        tell(request, Notice("Theirs is kept. Nothing was changed."))
        return to_person(child_ref, person_ref)
    form = ChangePersonForm(_sent(request, theirs), initial=theirs | {"shown": ChangePersonForm.words_of(theirs)})
    try:
        if request.method == "POST" and is_saved(form, lambda: _change(request, person_ref, view, form)):
            tell(request, Notice(f"{shown_name(view.person)} is changed.{said_back(form)}"))
            return to_person(child_ref, person_ref)
    except StaleVersion:
        return _conflict(request, child_ref, form, theirs, view)
    return form_page(request, "children/change_form.html", page, form, f"Change {shown_name(view.person)}", "Save")


def _sent(request: HttpRequest, theirs: dict[str, Any]) -> Any:
    """What was sent, against the newest version where nothing on the form has changed since it was shown.

    To keep both, whatever the sender left as it was shown is taken from the newer version.
    """
    if not request.POST:
        return None
    sent, now = request.POST.dict(), json.loads(ChangePersonForm.words_of(theirs))
    was = _shown(sent.get("shown", ""))
    if was == now:
        sent["version"] = str(theirs["version"])
    if sent.get("keep") == "both":
        sent.update({name: words for name, words in now.items() if sent.get(name, "") == was.get(name)})
    return sent


def _shown(text: str) -> dict[str, str]:
    try:
        said = json.loads(text)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _change(request: HttpRequest, person_ref: str, view: PersonView, form: ChangePersonForm) -> None:
    services.change_person(
        by=request.actor,
        person_ref=person_ref,
        changed=replace(view.person, **form.changed(view.person)),
        expected_version=form.cleaned_data["version"],
        now=request.now,
    )


def _conflict(
    request: HttpRequest, child_ref: str, form: ChangePersonForm, theirs: dict[str, Any], view: PersonView
) -> HttpResponse:
    """Both texts side by side; keeping mine sends it again against the newer version."""
    mine, other = form.words(), json.loads(ChangePersonForm.words_of(theirs))
    was = _shown(form.cleaned_data["shown"])
    fields = [(name, str(form.fields[name].label)) for name in other]

    def parts(words: dict[str, str]) -> list[dict[str, Any]]:
        return [
            {"term": term, "says": form.choice_words(name, words[name]), "is_different": mine[name] != other[name]}
            for name, term in fields
            if mine[name] or other[name]
        ]

    both_changed = [name for name in other if was and mine[name] != was.get(name) and other[name] != was.get(name)]
    hidden = [*mine.items(), ("version", str(theirs["version"])), ("shown", form.cleaned_data["shown"])]
    context = {
        "what": shown_name(view.person),
        "mine": {"by": "You", "at": "now", "parts": parts(mine)},
        "theirs": _who(request, view) | {"parts": parts(other)},
        "hidden_fields": hidden,
        "may_keep_both": bool(was) and not both_changed and mine != other,
        "back": reverse("children:picture", args=[child_ref]),
    }
    return render(request, "children/conflict.html", context, status=409)


def _who(request: HttpRequest, view: PersonView) -> dict[str, str]:
    """Who was first, as far as the record tells."""
    last = queries.last_changed(request.actor, view.person.id, now=request.now)
    if last is None or not last.by:
        return {"by": "Somebody else", "at": "before you"}
    is_today = day(last.at) == day(request.now)
    return {"by": last.by, "at": f"at {clock(last.at)}" if is_today else f"on {day(last.at)} at {clock(last.at)}"}
