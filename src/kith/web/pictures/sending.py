"""Sending back what was drawn on a tablet: act by act, with both views side by side where they clash."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kith.apps.networks.queries import child_head
from kith.apps.pictures import queries, services
from kith.apps.pictures.projections import DrawnPage, LineSaid, PlacedCard, Placing, SentBack
from kith.apps.pictures.vocabulary import picture_kinds
from kith.apps.records.base import StaleVersion
from kith.web.children.saving import version_of
from kith.web.pictures.drawing import placing_sent
from kith.web.pictures.hand_made import made_sent
from kith.web.pressing import press
from kith.web.sent import posted, posted_all

BOTH = "both"
TAKE, LEAVE = "Take what the tablet says", "Leave it as it stands in Kith"
AGAIN = "Somebody changed this a moment ago. Try again."
IS_GONE = "It is not on the picture any more."
SAYS = {
    ("tablet", True): TAKE,
    ("both", True): "Keep both, side by side",
    ("both", False): "Put it on again",
    ("here", True): LEAVE,
    ("here", False): LEAVE,
}
"""By the choice, and whether anything of it stands in Kith."""
SAYS_OF_LINES = SAYS | {("both", True): "Keep both on one line", ("both", False): "Draw it again, with both ends"}


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
    sent = _sent(request, page, check_out_ref)
    try:
        services.send_back(
            by=request.actor,
            child_ref=child_ref,
            picture_ref=picture_ref,
            check_out_ref=check_out_ref,
            sent=sent,
            now=request.now,
        )
    except services.Clash as problem:
        return JsonResponse(_clash(page, problem))
    except StaleVersion:
        return JsonResponse({"outcome": "refused", "says": AGAIN})
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


def _sent(request: HttpRequest, page: DrawnPage, check_out_ref: str) -> SentBack:
    """What was sent of a card, over what stands; a line is sent whole."""
    choice, called = posted(request, "choice"), {name: posted(request, name) for name in ("key", "person", "at")}
    card = queries.sent_about(request.actor, check_out_ref, page.placed, **called)
    standing = card.placing if card and choice != BOTH else Placing()
    return SentBack(
        name=posted(request, "id"),
        what=posted(request, "act"),
        placing=placing_sent(request, standing),
        key=called["key"],
        version=version_of(request),
        choice=choice,
        line=LineSaid(
            a=posted(request, "from"),
            b=posted(request, "between"),
            kinds=tuple(posted_all(request, "line")),
            towards=posted(request, "towards"),
        ),
        made=made_sent(request),
    )


def _clash(page: DrawnPage, clash: services.Clash) -> dict[str, Any]:
    """What stands in Kith, beside which the tablet lays what it holds; nothing stands where it was taken off."""
    card = next((one for one in page.placed if one.key == clash.key), None)
    line = next((one for one in page.lines if one.key == clash.key), None)
    here = _said(card, page) if card else [line.says] if line else [clash.message if clash.is_of_line else IS_GONE]
    found = card or line
    says = SAYS_OF_LINES if clash.is_of_line else SAYS
    return {
        "outcome": "clash",
        "here": here,
        "version": found.version if found else 0,
        "choices": [{"id": choice, "says": says[choice, bool(found)]} for choice in clash.choices],
    }


def _said(card: PlacedCard, page: DrawnPage) -> list[str]:
    """What stands in Kith, line by line, as the tablet says its own."""
    placing, kind, child = card.placing, picture_kinds()[page.picture.kind], page.scene.centre
    nearest = min(kind.steps, key=lambda step: abs(step.farness - placing.farness), default=None)
    titles = {part.id: part.title for part in kind.parts}
    thought = titles.get(placing.workers_part, "")
    return [
        words
        for words in (
            *(card.name, card.part_title, nearest and nearest.title, placing.period, placing.words),
            placing.why and f"{child} says why: {placing.why}",
            thought and f"The workers thought: {thought}",
            placing.workers_why and f"The workers say why: {placing.workers_why}",
        )
        if words
    ]
