"""Sending back what was drawn on a tablet: act by act, with both views side by side where they clash."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kith.apps.networks.queries import child_head
from kith.apps.pictures import queries, services
from kith.apps.pictures.projections import DrawnPage, PlacedCard, Placing, SentBack
from kith.apps.pictures.vocabulary import PictureKind, picture_kinds
from kith.apps.records.base import StaleVersion
from kith.web.children.saving import version_of
from kith.web.pictures.drawing import placing_sent
from kith.web.pressing import press
from kith.web.sent import posted

BOTH = "both"
SAYS = {
    "tablet": "Take what the tablet says",
    "both": "Keep both, side by side",
    "here": "Leave it as it stands in Kith",
}
IS_GONE = "It is not on the picture any more."


@require_safe
def on_tablet(request: HttpRequest, child_ref: str, picture_ref: str, check_out_ref: str) -> HttpResponse:
    """With the key that opens what waits on the tablet, for whoever holds it and may still draw."""
    child = child_head(request.actor, child_ref, now=request.now)
    at = (request.actor, child_ref, picture_ref)
    page = queries.drawn_page(*at, now=request.now)
    key = queries.queue_key(*at, check_out_ref, now=request.now)
    card = next(one for one in page.tablets if one.ref == check_out_ref)
    return render(request, "pictures/offline_send.html", {"child": child, "page": page, "tablet": card, "key": key})


@require_POST
def send(request: HttpRequest, child_ref: str, picture_ref: str, check_out_ref: str) -> HttpResponse:
    child_head(request.actor, child_ref, now=request.now)
    page = queries.drawn_page(request.actor, child_ref, picture_ref, now=request.now)
    key = queries.key_sent_as(request.actor, check_out_ref, posted(request, "key"))
    card = next((one for one in page.placed if one.key == key), None)
    sent = _sent(request, key, card)
    try:
        services.send_back(
            by=request.actor,
            child_ref=child_ref,
            picture_ref=picture_ref,
            check_out_ref=check_out_ref,
            sent=sent,
            now=request.now,
        )
    except StaleVersion:
        return JsonResponse(_clash(page, card, sent))
    except services.CannotDraw as problem:
        return JsonResponse({"outcome": "refused", "says": problem.message})
    return JsonResponse({"outcome": "done"})


@require_POST
def end(request: HttpRequest, child_ref: str, picture_ref: str, check_out_ref: str) -> HttpResponse:
    def deed() -> None:
        services.end_check_out(
            by=request.actor,
            child_ref=child_ref,
            picture_ref=picture_ref,
            check_out_ref=check_out_ref,
            now=request.now,
        )

    press(request, deed, says="The picture is on the tablet no longer.")
    return HttpResponseRedirect(reverse("pictures:drawn", args=[child_ref, picture_ref]))


def _sent(request: HttpRequest, key: str, card: PlacedCard | None) -> SentBack:
    choice = posted(request, "choice")
    standing = card.placing if card and choice != BOTH else Placing()
    return SentBack(
        name=posted(request, "id"),
        what=posted(request, "act"),
        placing=placing_sent(request, standing),
        key=key,
        version=version_of(request),
        choice=choice,
    )


def _clash(page: DrawnPage, card: PlacedCard | None, sent: SentBack) -> dict[str, Any]:
    choices = services.choices_of(page.is_shared, what=sent.what, is_gone=card is None)
    return {
        "outcome": "clash",
        "here": _said(card, picture_kinds()[page.picture.kind]) if card else [IS_GONE],
        "version": card.version if card else 0,
        "choices": [{"id": choice, "says": SAYS[choice]} for choice in choices],
    }


def _said(card: PlacedCard, kind: PictureKind) -> list[str]:
    """What stands in Kith, line by line, as the tablet says its own."""
    placing = card.placing
    nearest = min(kind.steps, key=lambda step: abs(step.farness - placing.farness), default=None)
    return [
        words
        for words in (card.name, card.part_title, nearest and nearest.title, placing.period, placing.words)
        if words
    ]
