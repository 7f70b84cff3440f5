"""What a child says and shows: the page, writing it down and anew, and taking out what was wrong."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.apps.networks.queries import child_head
from kith.apps.voices import queries, services
from kith.apps.voices.projections import VoiceForm
from kith.web.children.fields import said_back
from kith.web.children.saving import FORM, saved, shown, undo_url, version_of
from kith.web.chronologies.known import VOICE, offered_after
from kith.web.notices import Notice, tell
from kith.web.pressing import press
from kith.web.sent import in_address, posted
from kith.web.voices.forms import SayingForm

LABELS = "labels"
FIRST = ("words", "did", "on", "way", "is_about_me")
MORE = "A drawing, what it may mean, the language, or who else heard it"
LEAD = "Their words, their drawing, or what they did: whatever there was. Nothing of it is ever shortened or lost."
STALE = "What stands now is shown above them."


@require_safe
def page(request: HttpRequest, child_ref: str) -> HttpResponse:
    is_whole = "all" in request.GET
    child = child_head(request.actor, child_ref, now=request.now)
    voices = queries.voices_page(request.actor, child_ref, called=child.first_name, is_whole=is_whole, now=request.now)
    return render(request, "voices/page.html", {"child": child, "page": voices})


@require_http_methods(FORM)
def add(request: HttpRequest, child_ref: str) -> HttpResponse:
    return _asked(request, child_ref, "", queries.voice_form(request.actor, child_ref, now=request.now))


@require_http_methods(FORM)
def change(request: HttpRequest, child_ref: str, voice_ref: str) -> HttpResponse:
    offered = queries.voice_form(request.actor, child_ref, voice_ref, now=request.now)
    return _asked(request, child_ref, voice_ref, offered)


def _asked(request: HttpRequest, child_ref: str, voice_ref: str, offered: VoiceForm) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    heard: list[str] = []

    def deed(form: SayingForm) -> None:
        at = {"by": request.actor, "child_ref": child_ref, "said": form.said(), "now": request.now}
        if voice_ref:
            services.change_voice(voice_ref=voice_ref, expected_version=form.cleaned_data["version"], **at)
        else:
            heard.append(services.hear_voice(**at))

    form, is_done = saved(
        request,
        lambda data: SayingForm(data, offered=offered),
        deed,
        newer={"version": offered.version},
        then=STALE,
    )
    if is_done:
        says = "Changed. What stood before is kept beside it." if voice_ref else "Written down."
        done = Notice(f"{says}{said_back(form)}")
        tell(request, offered_after(request, child_ref, f"{VOICE}:{heard[0]}", done) if heard else done)
        return to_page(child_ref)
    is_stale = form.is_bound and str(offered.version) != posted(request, "version")
    context = {
        "child": child,
        "heading": f"What {child.first_name} said or showed",
        "lead": LEAD,
        "first": FIRST,
        "more": MORE,
        "act": "Save" if voice_ref else "Write it down",
        "back": reverse("voices:page", args=[child_ref]),
        "standing": offered.standing if is_stale else None,
        "came": None,
        "about": None,
    }
    return shown(request, "voices/form.html", form, context)


@require_POST
def take_out(request: HttpRequest, child_ref: str, row_ref: str) -> HttpResponse:
    version = services.take_out(
        by=request.actor,
        child_ref=child_ref,
        row_ref=row_ref,
        expected_version=version_of(request),
        now=request.now,
    )
    to = LABELS if posted(request, "to") == LABELS else ""
    undo = undo_url("voices:put_back", child_ref, row_ref, version=version) + (f"&to={to}" if to else "")
    tell(request, Notice("Taken out. It stays on record, struck through.", undo, "Undo: taken out"))
    return to_page(child_ref, to)


@require_POST
def put_back(request: HttpRequest, child_ref: str, row_ref: str) -> HttpResponse:
    version = version_of(request)

    def deed() -> None:
        services.put_back(
            by=request.actor, child_ref=child_ref, row_ref=row_ref, expected_version=version, now=request.now
        )

    press(request, deed, says="Put back.")
    return to_page(child_ref, posted(request, "to") or in_address(request, "to"))


def to_page(child_ref: str, to: str = "") -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("voices:labels" if to == LABELS else "voices:page", args=[child_ref]))
