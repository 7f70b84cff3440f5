"""A drawn picture for somebody: choose, look at it exactly as the reader will see it, and only then make the link."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from markupsafe import Markup

from kith.apps.access.projections import PublishedLink
from kith.apps.exports.projections import ExportedFile
from kith.apps.networks import services
from kith.apps.networks.projections import GiveChoices, GiveForm, GivePreview, GiveWish
from kith.apps.networks.queries import give_form, give_preview
from kith.web.account.confirming import needs_confirming
from kith.web.children.fields import NOT_OFFERED, one_of
from kith.web.children.saving import FORM, is_saved
from kith.web.family_words import say
from kith.web.links.easy import of_given
from kith.web.links.forms import add_questions, add_terms, safety_of, terms_of
from kith.web.links.publishing import made, preview_or_why
from kith.web.pictures.copies import OFFERED, how_chosen, to_keep
from kith.web.sent import posted

STANDS = "stands-"
UNREAD = "Read what is said about who may see this picture, and tick that you did."


class GivingForm(forms.Form):
    """Everybody stands there in a role word until somebody says otherwise."""

    def __init__(self, data: Any, *, page: GiveForm, picture_ref: str) -> None:
        super().__init__(data, initial={"days": 7, "visits": 5, "telling": "phone", "reading": ""})
        self.page, self.picture_ref = page, picture_ref
        readers = [(one.ref, f"{one.name}, {one.kin}" if one.kin else one.name) for one in page.readers]
        self.fields["reader"] = one_of("Who is the page for?", readers)
        add_questions(self, page.child.first_name, page.safety_answers)
        if page.who_may_see:
            self.fields["has_read"] = forms.BooleanField(label="I have read this", error_messages={"required": UNREAD})
        for thing in page.things:
            self.fields[STANDS + thing.key] = forms.ChoiceField(
                label=thing.name, choices=thing.ways, required=False, error_messages=NOT_OFFERED
            )
        if page.has_lines:
            self.fields["lines"] = forms.BooleanField(
                label="Show the lines",
                help_text="They tell what somebody feels for another. Think of the reader first.",
                required=False,
            )
        if page.has_made:
            self.fields["made"] = forms.BooleanField(
                label="Show what was drawn by hand, and stickers",
                help_text="Nobody is left out of it. Look at it below before you give it away.",
                required=False,
            )
        if page.has_faces:
            self.fields["faces"] = forms.BooleanField(
                label="Show the photographs and drawings of people",
                help_text="Only of those who said yes, and who stand there by name.",
                required=False,
            )
        add_terms(self)

    @property
    def of_things(self) -> list[forms.BoundField]:
        return [self[STANDS + thing.key] for thing in self.page.things]

    def wish(self, seen: str) -> GiveWish:
        said = self.cleaned_data
        stands = {thing.key: said[STANDS + thing.key] for thing in self.page.things if said[STANDS + thing.key]}
        return GiveWish(
            child_ref=self.page.child.ref,
            picture_ref=self.picture_ref,
            reader_ref=said["reader"],
            choices=GiveChoices(
                stands=stands,
                shows_lines=said.get("lines", False),
                shows_made=said.get("made", False),
                shows_faces=said.get("faces", False),
                child_says=said["child_says"],
            ),
            safety=safety_of(self),
            has_read=said.get("has_read", False),
            seen=seen,
            **terms_of(self),
        )


@require_http_methods(FORM)
def give(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    acts = {"publish": _publish, "print": _print}
    make = next((act for name, act in acts.items() if name in request.POST), _look)
    return make(request, child_ref, picture_ref)


def _form(request: HttpRequest, child_ref: str, picture_ref: str) -> GivingForm:
    page = give_form(request.actor, child_ref, picture_ref, now=request.now)
    return GivingForm(request.POST or None, page=page, picture_ref=picture_ref)


def _look(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    return _shown(request, _form(request, child_ref, picture_ref))


@needs_confirming
def _publish(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    """The two secrets are shown on this answer and never again."""
    form = _form(request, child_ref, picture_ref)
    links: list[PublishedLink] = []

    def deed() -> None:
        wish = form.wish(posted(request, "seen"))
        links.append(services.give_picture(by=request.actor, wish=wish, now=request.now))

    if not is_saved(form, deed):
        return _shown(request, form)
    reader = next(one.name for one in form.page.readers if one.ref == form.cleaned_data["reader"])
    return made(request, form, links[0], child=form.page.child, reader=reader)


@needs_confirming
def _print(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    form = _form(request, child_ref, picture_ref)
    files: list[ExportedFile] = []

    def deed() -> None:
        how = how_chosen({name: posted(request, name) for name in OFFERED})
        wish = form.wish(posted(request, "seen"))
        files.append(services.print_picture(by=request.actor, wish=wish, how=how, lead=_lead(form), now=request.now))

    return to_keep(files[0]) if is_saved(form, deed) else _shown(request, form)


def _lead(form: GivingForm) -> tuple[str, ...]:
    """What stands below the picture on the page, for a sheet that is found without it."""
    words = ("given.another", "copy.wrong", "copy.yours")
    return (say("given.heading").format(name=form.page.child.first_name), *map(say, words))


def _shown(request: HttpRequest, form: GivingForm) -> HttpResponse:
    preview: GivePreview | None = preview_or_why(
        form, lambda: give_preview(request.actor, form.wish(""), now=request.now)
    )
    context = {
        "child": form.page.child,
        "title": form.page.title,
        "form": form,
        "who_may_see": form.page.who_may_see,
        "preview": preview,
        "easy": of_given(preview.given) if preview and form.wish("").is_easy_read else None,
        "no_pdf": form.page.no_pdf,
        "picture": Markup(preview.given.picture) if preview else "",  # noqa: S704 our own writer escapes
        "back": reverse("pictures:copies", args=[form.page.child.ref, form.picture_ref]),
    }
    return render(request, "pictures/give.html", context, status=422 if form.is_bound and form.errors else 200)
