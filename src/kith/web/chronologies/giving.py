"""What happened for one person of the family: choose rows, look at it as they will see it, then a link or a print."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.apps.access.projections import PublishedLink
from kith.apps.chronologies import services as rows
from kith.apps.exports.projections import ExportedFile
from kith.apps.networks import services
from kith.apps.networks.projections import StoryForm, StoryPreview, StoryWish
from kith.apps.networks.queries import story_form, story_preview, story_readers
from kith.kernel.errors import KithError
from kith.web.account import events
from kith.web.account.confirming import needs_confirming
from kith.web.children.fields import NOT_OFFERED
from kith.web.children.saving import FORM, is_saved
from kith.web.chronologies.together import lock_on
from kith.web.links.easy import of_story
from kith.web.links.forms import add_questions, add_terms, people_to_tick, safety_of, terms_of
from kith.web.links.publishing import made, preview_or_why
from kith.web.notices import forget
from kith.web.pictures.copies import to_keep
from kith.web.pictures.handing_form import HandingForm
from kith.web.pictures.lock import hashed, set_lock
from kith.web.pressing import press
from kith.web.sent import posted, typed
from kith.web.story_words import story_on_paper

LARGE = "large"
NAMED = "Everybody else stands there as “[Mum]” or “[Aunt]”, whatever the row calls them."
CHILDS_WORDS = "What a child said can come back to them at home. Ask them first."


class CannotHandOver(KithError):
    """The PIN is none."""


class StoryGivingForm(forms.Form):
    """Rows are ticked as our rule has it until somebody says otherwise."""

    rows = forms.MultipleChoiceField(
        label="Which rows?", required=False, widget=forms.CheckboxSelectMultiple, error_messages=NOT_OFFERED
    )

    def __init__(self, data: Any, *, page: StoryForm) -> None:
        ticked = [one.card.ref for one in page.rows if not one.why_left]
        terms = {"days": 7, "visits": 5, "telling": "phone", "reading": ""}
        super().__init__(data, initial={"rows": ticked, "childs_words": page.is_own, **terms})
        self.page = page
        self.fields["rows"].choices = [(one.card.ref, one.card.when) for one in page.rows]
        called = page.child.first_name
        if page.people:
            self.fields["named"] = people_to_tick("Who may be there by their first name?", page.people, help_text=NAMED)
        if page.has_childs_words:
            label = f"Show what {called} said, in {called}’s words"
            self.fields["childs_words"] = forms.BooleanField(label=label, required=False, help_text=CHILDS_WORDS)
        if not page.is_own:
            add_questions(self, called, page.safety_answers)
        add_terms(self)

    @property
    def chosen(self) -> list[str]:
        return [str(ref) for ref in self["rows"].value() or ()]

    def wish(self, seen: str) -> StoryWish:
        said = self.cleaned_data
        return StoryWish(
            child_ref=self.page.child.ref,
            reader_ref=self.page.reader.ref,
            rows=frozenset(said["rows"]),
            named=frozenset(said.get("named", ())),
            shows_childs_words=said.get("childs_words", False),
            child_says=said.get("child_says", ""),
            safety=safety_of(self),
            seen=seen,
            **terms_of(self),
        )


@require_safe
def readers(request: HttpRequest, child_ref: str) -> HttpResponse:
    page = story_readers(request.actor, child_ref, now=request.now)
    return render(request, "chronologies/readers.html", {"child": page.child, "page": page})


@require_http_methods(FORM)
def give(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    acts = {"publish": _publish, "print": _print, "together": _hand_over}
    make = next((act for name, act in acts.items() if name in request.POST), _look)
    return make(request, child_ref, person_ref)


def _form(request: HttpRequest, child_ref: str, person_ref: str) -> StoryGivingForm:
    page = story_form(request.actor, child_ref, person_ref, now=request.now)
    return StoryGivingForm(request.POST or None, page=page)


def _look(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    return _shown(request, _form(request, child_ref, person_ref))


@needs_confirming
def _publish(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    """The two secrets are shown on this answer and never again."""
    form = _form(request, child_ref, person_ref)
    links: list[PublishedLink] = []

    def deed() -> None:
        wish = form.wish(posted(request, "seen"))
        links.append(services.give_story(by=request.actor, wish=wish, now=request.now))

    if not is_saved(form, deed):
        return _shown(request, form)
    return made(request, form, links[0], child=form.page.child, reader=form.page.reader.name)


@needs_confirming
def _print(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    form = _form(request, child_ref, person_ref)
    files: list[ExportedFile] = []
    is_large = posted(request, "words") == LARGE

    def deed() -> None:
        wish = form.wish(posted(request, "seen"))
        print_ = services.print_story
        files.append(print_(by=request.actor, wish=wish, words=story_on_paper, is_large=is_large, now=request.now))

    return to_keep(files[0]) if is_saved(form, deed) else _shown(request, form)


def _hand_over(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    """To read it together on this tablet, which shows nothing else until its PIN opens it."""
    form, code = _form(request, child_ref, person_ref), HandingForm(request.POST, people=())

    def deed() -> None:
        if not code.is_valid():
            raise CannotHandOver(code.errors["code"][0])
        wish = form.wish(posted(request, "seen"))
        services.show_story(by=request.actor, wish=wish, now=request.now)
        set_lock(request, lock_on(wish, pin=hashed(code.cleaned_data["code"])))
        events.record(request, events.HANDED_OVER)

    if not is_saved(form, deed):
        return _shown(request, form)
    forget(request)
    return HttpResponseRedirect(reverse("chronologies:together", args=[child_ref, person_ref]))


def _shown(request: HttpRequest, form: StoryGivingForm) -> HttpResponse:
    preview: StoryPreview | None = preview_or_why(
        form, lambda: story_preview(request.actor, form.wish(""), now=request.now)
    )
    context = {
        "child": form.page.child,
        "page": form.page,
        "form": form,
        "preview": preview,
        "easy": of_story(preview.given) if preview and form.wish("").is_easy_read else None,
    }
    return render(request, "chronologies/give.html", context, status=422 if form.is_bound and form.errors else 200)


@require_POST
def knows(request: HttpRequest, child_ref: str, person_ref: str, entry_ref: str) -> HttpResponse:
    """This reader knows of a restricted row already."""
    at = {"by": request.actor, "child_ref": child_ref, "row_ref": entry_ref, "person_ref": person_ref}
    said_by = typed(request, "said_by")
    press(
        request,
        lambda: rows.note_known(said_by=said_by, now=request.now, **at),
        says="Noted. Their copy says that this row is kept back, and why. Nothing else of it.",
    )
    return HttpResponseRedirect(reverse("chronologies:give", args=[child_ref, person_ref]))


@require_POST
def knows_not(request: HttpRequest, child_ref: str, person_ref: str, entry_ref: str) -> HttpResponse:
    at = {"by": request.actor, "child_ref": child_ref, "row_ref": entry_ref, "person_ref": person_ref}
    press(
        request, lambda: rows.take_back_known(now=request.now, **at), says="Taken back. Their copy says nothing of it."
    )
    return HttpResponseRedirect(reverse("chronologies:give", args=[child_ref, person_ref]))
