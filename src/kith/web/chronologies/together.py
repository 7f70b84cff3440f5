"""What happened, read together with somebody of the family on a tablet that is locked to it; what they say is kept."""

from dataclasses import replace
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.apps.access.queries import NothingHere
from kith.apps.chronologies import services
from kith.apps.chronologies.queries import MOST_WORDS, may_write
from kith.apps.networks.projections import StoryTogether, StoryWish
from kith.apps.networks.queries import story_readers, story_together
from kith.apps.occasions.projections import InvitationSaid
from kith.kernel.errors import KithError
from kith.web.children.fields import LongText, PartialDateField
from kith.web.children.saving import is_saved
from kith.web.family_words import say as says
from kith.web.notices import Notice, forget, tell
from kith.web.pictures.handing import opened_again
from kith.web.pictures.lock import Lock, lock_of, set_lock
from kith.web.pictures.reading import covered

ANSWERED = "Answered when the tablet was handed over"


class SayingForm(forms.Form):
    """What the family says of a row, or of something that has none."""

    beside = forms.CharField(required=False, widget=forms.HiddenInput)
    when = PartialDateField(label="", help_text="")
    words = LongText(label="", most=MOST_WORDS)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["when"].label, self.fields["when"].help_text = says("story.add_when"), says("story.add_help")
        self.fields["words"].label = says("story.say_words")
        self.fields["words"].error_messages["required"] = says("story.say_missing")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not said.get("beside") and not said.get("when") and "when" not in self.errors:
            self.add_error("when", says("story.no_day"))
        return said


def lock_on(wish: StoryWish, *, pin: str) -> Lock:
    """What was chosen for the reader goes into the lock; who could be hurt by it does not."""
    chosen = {
        "rows": sorted(wish.rows),
        "named": sorted(wish.named),
        "shows_childs_words": wish.shows_childs_words,
        "child_says": wish.child_says,
        "safety": wish.safety.safety,
    }
    return Lock(child_ref=wish.child_ref, person_ref=wish.reader_ref, pin=pin, story=chosen)


def _wish(lock: Lock) -> StoryWish:
    chosen = lock.story
    return StoryWish(
        child_ref=lock.child_ref,
        reader_ref=lock.person_ref,
        rows=frozenset(chosen["rows"]),
        named=frozenset(chosen["named"]),
        shows_childs_words=chosen["shows_childs_words"],
        child_says=chosen["child_says"],
        safety=InvitationSaid(safety=chosen["safety"], hurt=ANSWERED),
    )


@require_safe
def together(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    """Big and calm, with nothing on it but this page; while it is covered, not even that."""
    lock = _lock(request, child_ref, person_ref)
    if lock is None:
        return _to_choose(child_ref, person_ref)
    if lock.is_covered:
        return covered(request, lock)
    return _shown(request, lock, SayingForm())


@require_POST
def say(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    """In their own words, under their name; the row that they answer stays as it is."""
    lock = _lock(request, child_ref, person_ref)
    if lock is None:
        return _to_choose(child_ref, person_ref)
    page, form = _page(request, lock), SayingForm(request.POST)

    def deed() -> None:
        said = form.cleaned_data
        if said["beside"] and said["beside"] not in lock.story["rows"]:
            raise NothingHere
        about = {"child_ref": child_ref, "teller": page.reader, "now": request.now}
        row = services.add_row_of_family(
            by=request.actor, words=said["words"], on=said["when"], beside=said["beside"], **about
        )
        set_lock(request, replace(lock, story={**lock.story, "rows": [*lock.story["rows"], row]}))

    forget(request)
    if not is_saved(form, deed):
        return _shown(request, lock, form)
    tell(request, Notice(says("story.kept")))
    return HttpResponseRedirect(lock.page)


def _shown(request: HttpRequest, lock: Lock, form: SayingForm) -> HttpResponse:
    context = {
        "page": _page(request, lock),
        "form": form,
        "refs": lock.refs,
        "may_say": may_write(request.actor, lock.child_ref, now=request.now),
    }
    return render(request, "chronologies/together.html", context, status=422 if form.is_bound else 200)


def _page(request: HttpRequest, lock: Lock) -> StoryTogether:
    """What can no longer be shown is not there, and the cover stands in its place."""
    try:
        return story_together(request.actor, _wish(lock), now=request.now)
    except KithError as problem:
        raise NothingHere from problem


@require_http_methods(["POST"])
def cover(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    """What was said is kept; nothing is shown until it is opened again."""
    lock = _lock(request, child_ref, person_ref)
    if lock is None:
        return _to_choose(child_ref, person_ref)
    forget(request)
    set_lock(request, replace(lock, is_covered=True))
    return HttpResponseRedirect(lock.page)


@require_POST
def open_again(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    """To go on reading, or to take the tablet back."""
    lock = _lock(request, child_ref, person_ref)
    return _to_choose(child_ref, person_ref) if lock is None else opened_again(request, lock)


def _lock(request: HttpRequest, child_ref: str, person_ref: str) -> Lock | None:
    """Of this tablet, if it was handed over for this page; asked by whoever may give it."""
    lock = lock_of(request)
    if lock is None:
        story_readers(request.actor, child_ref, now=request.now)
    return lock


def _to_choose(child_ref: str, person_ref: str) -> HttpResponse:
    return HttpResponseRedirect(reverse("chronologies:give", args=[child_ref, person_ref]))
