"""Looking at drawn pictures: all of a child's, one at a desk with its list, and one together on a tablet."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from markupsafe import Markup

from kith.apps.networks.queries import child_head
from kith.apps.pictures import queries
from kith.apps.pictures.projections import DrawnPage
from kith.apps.pictures.vocabulary import directions, item_kinds, line_kinds, picture_kinds
from kith.engines.drawing import scenes
from kith.web.account import keeping
from kith.web.pictures.asking import asked_now, may_become
from kith.web.pictures.lock import Lock, lock_of
from kith.web.sent import in_address

TOGETHER_WIDTH, TOGETHER_HEIGHT = 1024, 552  # of a tablet on its side, between the bar and the tools
DESK_WIDTH, DESK_HEIGHT = 880, 620
WHO = "Who?"


@require_safe
def every(request: HttpRequest, child_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    page = queries.pictures_page(request.actor, child_ref, now=request.now)
    return render(request, "pictures/all.html", {"child": child, "page": page})


@require_safe
def drawn(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    return _shown(request, "pictures/drawn.html", child_ref, picture_ref, (DESK_WIDTH, DESK_HEIGHT))


@require_safe
def together(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    """Big and calm, with nothing on it but this picture; while it is covered, not even that."""
    lock = lock_of(request)
    if lock is not None and lock.is_covered:
        return covered(request, lock)
    return _shown(request, "pictures/together.html", child_ref, picture_ref, (TOGETHER_WIDTH, TOGETHER_HEIGHT))


def covered(request: HttpRequest, lock: Lock) -> HttpResponse:
    """The calm scene that stands in the place of the page."""
    context = {
        "opens": reverse(f"{lock.kind}:open_again", args=lock.refs),
        "goes_on": "story.go_on" if lock.person_ref else "drawing.go_on",
        "has_pin": bool(lock.pin),
    }
    return render(request, "pictures/covered.html", context)


def _shown(
    request: HttpRequest, template: str, child_ref: str, picture_ref: str, size: tuple[int, int]
) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    page = queries.drawn_page(request.actor, child_ref, picture_ref, now=request.now)
    chosen = _chosen(request, page)
    now = asked_now(request, page)
    kind = picture_kinds()[page.picture.kind]
    context = {
        "child": child,
        "page": page,
        "kind": kind,
        "items": item_kinds(),
        "line_kinds": {name: line_kinds()[name] for name in kind.lines},
        "directions": directions(),
        **shown_picture(page.scene, size, chosen),
        "photograph": shown_photograph(page, child_ref, chosen),
        "redrawn": shown_picture(page.scene, size, is_live=False)["svg"] if page.photograph else "",
        "numbers": {card.key: number for number, card in enumerate(page.placed, 1)},
        "tools": hand_buttons(),
        "chosen": chosen,
        "to_place": _offered_on(lock_of(request), page),
        "asking": now,
        "after": in_address(request, "after") if now.question is None else "",
        "may_become": may_become(page, now),
        "refused": keeping.words_for(request, user_ref=request.actor.ref, now=request.now) is not None,
        "here": "together" if template.endswith("together.html") else "drawn",
    }
    return render(request, template, context)


def shown_picture(
    scene: scenes.Scene, size: tuple[int, int], chosen: str = "", *, is_live: bool = True
) -> dict[str, object]:
    """The picture and the same in words. What holds more than there is room for is a list, and says so."""
    said = scenes.said(scene)
    try:
        arranged = scenes.arrange(scene, width=size[0], height=size[1])
    except scenes.CannotArrange as problem:
        return {"svg": "", "described": problem.message, "said": said, "width": size[0], "height": size[1]}
    return {
        "said": said,
        "svg": Markup(scenes.to_svg(arranged, interactive=is_live, selected=chosen)),  # noqa: S704 our own writer escapes
        "described": scenes.described(scene),
        "width": arranged.width,
        "height": arranged.height,
    }


def shown_photograph(page: DrawnPage, child_ref: str, chosen: str) -> Markup | None:
    """The photograph of a paper map with its marks, where there is one that this viewer sees."""
    photo = page.photograph
    if photo is None:
        return None
    marked = scenes.MarkedPhotograph(
        href=reverse("pictures:photograph", args=[child_ref, page.picture.ref]),
        width=photo.width,
        height=photo.height,
        title=f"{page.scene.title}, on paper",
        marks=tuple(
            scenes.Mark(card.key, number, card.name or WHO, *photo.marks[card.key])
            for number, card in enumerate(page.placed, 1)
            if card.key in photo.marks
        ),
    )
    return Markup(scenes.marked_svg(marked, interactive=True, selected=chosen))  # noqa: S704 our own writer escapes


@cache
def hand_buttons() -> Mapping[str, Mapping[str, Any]]:
    """Pens and stickers, each with its title and its picture, and how thick a line may be."""
    tools = scenes.hand_tools()
    drawn = {"pens": scenes.pen_svg, "stickers": scenes.sticker_svg}
    buttons = {
        what: {name: (one["title"], Markup(svg(name))) for name, one in tools[what].items()}  # noqa: S704 our own writer escapes
        for what, svg in drawn.items()
    }
    return {**buttons, "widths": tools["widths"]}


def _chosen(request: HttpRequest, page: DrawnPage) -> str:
    """By its key; what was placed a moment ago is known by its ref."""
    named = in_address(request, "chosen")
    return next((card.key for card in (*page.placed, *page.made) if named in (card.key, card.ref)), "")


def _offered_on(lock: Lock | None, page: DrawnPage) -> tuple[tuple[str, str], ...]:
    """Whose names stand as buttons: on a tablet that was handed over, those alone that the worker ticked."""
    return page.to_place if lock is None else tuple(one for one in page.to_place if one[0] in lock.offered)
