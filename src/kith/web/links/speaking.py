"""A reader writes to us from their page: I do not agree, something is wrong, I want to complain."""

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.apps.access.services import LinkClosed, show_copy
from kith.apps.occasions import services
from kith.apps.occasions.projections import RepresentationSaid
from kith.apps.occasions.queries import MOST_SENT, ways_to_speak_up
from kith.web.children.fields import LongText, PlainText, one_of
from kith.web.children.saving import is_saved
from kith.web.family_words import say
from kith.web.limits import TooMany, take
from kith.web.links.answered import AnsweredPage, answered_page
from kith.web.links.door import closed
from kith.web.links.visits import visit_of
from kith.web.sent import typed

TOO_MANY = 429


class SpeakingForm(forms.Form):
    """Which of the three it is, the words, and how we may answer."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["kind"] = one_of(
            say("loop.say_kind"), [(way, say(f"loop.say_{way}")) for way in ways_to_speak_up()]
        )
        self.fields["kind"].error_messages |= dict.fromkeys(
            ("required", "invalid_choice"), say("loop.say_kind_missing")
        )
        self.fields["words"] = LongText(
            label=say("loop.say_words"),
            most=MOST_SENT,
            help_text=say("loop.say_words_help"),
            error_messages={"required": say("loop.say_words_missing")},
        )
        self.fields["reach"] = PlainText(
            label=say("loop.say_reach"), limit="line", required=False, help_text=say("loop.say_reach_help")
        )

    def said(self) -> RepresentationSaid:
        return RepresentationSaid(**self.cleaned_data)


@login_not_required
@require_http_methods(["GET", "POST"])
def speak(request: HttpRequest) -> HttpResponse:
    """The form, on the same conditions as the page it belongs to."""
    try:
        page = _page(request)
    except TooMany:
        if not _typed(request):
            raise
        return render(request, "links/closed.html", {"words": _typed(request)}, status=TOO_MANY)
    if page is None:
        return closed(request, words=_typed(request))
    if request.method != "POST":
        return _form(request, page, SpeakingForm(), status=200)
    form = SpeakingForm(request.POST)
    if form.is_valid() and not _has_a_place(page):
        form.add_error(None, say("loop.say_too_many"))
        return _form(request, page, form, status=TOO_MANY)
    try:
        is_sent = is_saved(form, lambda: _send(request, form))
    except LinkClosed:
        return closed(request, words=_typed(request))
    return HttpResponseRedirect(reverse("links:spoken")) if is_sent else _form(request, page, form, status=422)


def _typed(request: HttpRequest) -> str:
    """Everything that was written, so that it can be copied."""
    return "\n".join(text for text in (typed(request, "words"), typed(request, "reach")) if text)


def _page(request: HttpRequest) -> AnsweredPage | None:
    """What is behind the visit, where its reader may write to us from it; on record as every look at it."""
    secret = visit_of(request)
    if not secret:
        return None
    take("link_pages", secret)
    shown = show_copy(secret=secret, now=request.now)
    return answered_page(shown) if shown is not None else None


def _has_a_place(page: AnsweredPage) -> bool:
    """Asked of what is sound; where there is none, our own page comes back, so that no word is lost."""
    try:
        take("speaking_up", page.link_ref)
    except TooMany:
        return False
    return True


def _send(request: HttpRequest, form: SpeakingForm) -> None:
    services.send_representation(secret=visit_of(request), said=form.said(), now=request.now)


def _form(request: HttpRequest, page: AnsweredPage, form: SpeakingForm, *, status: int) -> HttpResponse:
    return render(request, "links/speak.html", {"page": page, "form": form}, status=status)


@login_not_required
@require_http_methods(["GET"])
def spoken(request: HttpRequest) -> HttpResponse:
    """What we got, by when somebody answers, and what happens next."""
    page = _page(request)
    if page is None or not page.sent:
        return closed(request) if page is None else HttpResponseRedirect(reverse("links:page"))
    return render(request, "links/spoken.html", {"page": page, "last": page.sent[0]})
