"""What those who lead have for themselves: network meetings, and thinking with peers."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.supervision import queries, services
from kith.web.children.saving import FORM, saved, shown
from kith.web.notices import Notice, tell
from kith.web.pressing import press
from kith.web.sent import posted
from kith.web.supervision.forms import NetworkMeetingForm, PeerTalkForm


@require_http_methods(FORM)
def network(request: HttpRequest) -> HttpResponse:
    cards, _ = queries.pool_page(request.actor, now=request.now)
    pool = [(card.ref, f"{card.name}, {card.agency}") for card in cards]

    def deed(form: NetworkMeetingForm) -> None:
        services.note_network_meeting(by=request.actor, now=request.now, **form.cleaned_data)

    form, is_done = saved(request, lambda data: NetworkMeetingForm(data, pool=pool), deed, newer={})
    if is_done:
        tell(request, Notice("Saved. It counts for everybody who came."))
        return HttpResponseRedirect(reverse("supervision:pool"))
    context = {
        "heading": "A network meeting",
        "lead": "The day and who came. What was said there is kept nowhere.",
        "act": "Save",
        "way_back": reverse("supervision:pool"),
    }
    return shown(request, "supervision/form.html", form, context)


@require_http_methods(FORM)
def talk(request: HttpRequest) -> HttpResponse:
    peers = queries.peers_to_name(request.actor, now=request.now)

    def deed(form: PeerTalkForm) -> None:
        services.note_peer_talk(by=request.actor, now=request.now, **form.cleaned_data)

    form, is_done = saved(request, lambda data: PeerTalkForm(data, peers=peers), deed, newer={})
    if is_done:
        tell(request, Notice("Saved. Only those who took part see it, and nobody else sees how it was for you."))
        return _to_own()
    context = {
        "heading": "Thinking with peers",
        "lead": "That it happened, for those who took part. There is no place for what it was about.",
        "act": "Save",
        "way_back": reverse("supervision:own"),
    }
    return shown(request, "supervision/form.html", form, context)


@require_POST
def how_it_was(request: HttpRequest, talk_ref: str) -> HttpResponse:
    how = posted(request, "how")

    def deed() -> None:
        services.say_how_it_was(by=request.actor, talk_ref=talk_ref, how=how, now=request.now)

    press(request, deed, says="Saved. You alone see it.")
    return _to_own()


def _to_own() -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("supervision:own"))
