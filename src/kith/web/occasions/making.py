"""Making a relative's page: choose, look at it exactly as the reader will see it, and only then make the link."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.apps.access.projections import PublishedLink
from kith.apps.networks.queries import child_head
from kith.apps.occasions import queries, services
from kith.apps.occasions.projections import LoopChoices, LoopPageForm, LoopWish
from kith.web.account.confirming import needs_confirming
from kith.web.children.fields import NOT_OFFERED, one_of
from kith.web.children.saving import FORM, is_saved
from kith.web.links.easy import of_relative
from kith.web.links.forms import CHILD_SAYS, add_terms, terms_of
from kith.web.links.publishing import made, preview_or_why
from kith.web.sent import posted


class RelativePageForm(forms.Form):
    """Nothing is on the page, and nobody is named, until somebody ticks it."""

    def __init__(self, data: Any, *, page: LoopPageForm, child_ref: str, name: str) -> None:
        super().__init__(data, initial={"days": 7, "visits": 5, "telling": "phone", "reading": ""})
        self.child_ref = child_ref
        self.fields["reader"] = one_of("Who is the page for?", page.readers)
        self.fields["child_says"] = one_of(
            f"What does {name} say to that?",
            CHILD_SAYS,
            required=False,
            help_text="It stands on the page. A child who can decide this is asked first.",
        )
        self.fields["occasions"] = _several(
            "What may stand on it?",
            page.occasions,
            help_text="Of each only what this reader was told, asked or invited to: never why not, and nobody else.",
        )
        if page.workers:
            self.fields["workers"] = _several(
                "Which workers are named to this reader?",
                page.workers,
                help_text="Of the police, probation, prisons, refuges and sexual health nobody is ever named.",
            )
        add_terms(self)

    def wish(self, seen: str) -> LoopWish:
        said = self.cleaned_data
        return LoopWish(
            child_ref=self.child_ref,
            reader_ref=said["reader"],
            choices=LoopChoices(
                occasions=frozenset(said.get("occasions", ())),
                workers=frozenset(said.get("workers", ())),
                child_says=said["child_says"],
            ),
            seen=seen,
            **terms_of(self),
        )


def _several(label: str, choices: tuple[tuple[str, str], ...], help_text: str) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        choices=list(choices),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=help_text,
        error_messages=NOT_OFFERED,
    )


@require_http_methods(FORM)
def make(request: HttpRequest, child_ref: str) -> HttpResponse:
    return _publish(request, child_ref) if "publish" in request.POST else _look(request, child_ref)


def _form(request: HttpRequest, child_ref: str) -> tuple[Any, LoopPageForm, RelativePageForm]:
    page = queries.relative_form(request.actor, child_ref, now=request.now)
    child = child_head(request.actor, child_ref, now=request.now)
    return child, page, RelativePageForm(request.POST or None, page=page, child_ref=child_ref, name=child.first_name)


def _look(request: HttpRequest, child_ref: str) -> HttpResponse:
    child, page, form = _form(request, child_ref)
    return _shown(request, child, page, form)


@needs_confirming
def _publish(request: HttpRequest, child_ref: str) -> HttpResponse:
    """The two secrets are shown on this answer and never again."""
    child, page, form = _form(request, child_ref)
    links: list[PublishedLink] = []

    def deed() -> None:
        wish = form.wish(posted(request, "seen"))
        links.append(services.publish_relative_page(by=request.actor, wish=wish, now=request.now))

    if is_saved(form, deed):
        return _made(request, child, page, form, links[0])
    return _shown(request, child, page, form)


def _shown(request: HttpRequest, child: Any, page: LoopPageForm, form: RelativePageForm) -> HttpResponse:
    preview = _preview(request, form)
    context = {
        "child": child,
        "form": form,
        "has_readers": bool(page.readers),
        "preview": preview,
        "easy": of_relative(preview.copy) if preview and form.wish("").is_easy_read else None,
        "back": reverse("occasions:loop", args=[child.ref]),
    }
    return render(request, "occasions/make.html", context, status=422 if form.is_bound and form.errors else 200)


def _preview(request: HttpRequest, form: RelativePageForm) -> Any:
    return preview_or_why(form, lambda: queries.relative_preview(request.actor, form.wish(""), now=request.now))


def _made(
    request: HttpRequest, child: Any, page: LoopPageForm, form: RelativePageForm, link: PublishedLink
) -> HttpResponse:
    return made(request, form, link, child=child, reader=dict(page.readers)[form.cleaned_data["reader"]])
