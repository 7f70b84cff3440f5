"""Looking at drawn pictures: all of a child's, one at a desk with its list, and one together on a tablet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from markupsafe import Markup

from kith.apps.networks.queries import child_head
from kith.apps.pictures import queries
from kith.apps.pictures.vocabulary import directions, item_kinds, line_kinds, picture_kinds
from kith.engines.drawing import scenes
from kith.web.sent import in_address

TOGETHER_WIDTH, TOGETHER_HEIGHT = 1024, 608
DESK_WIDTH, DESK_HEIGHT = 880, 620


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
    """Big and calm, with nothing on it but this picture."""
    return _shown(request, "pictures/together.html", child_ref, picture_ref, (TOGETHER_WIDTH, TOGETHER_HEIGHT))


def _shown(
    request: HttpRequest, template: str, child_ref: str, picture_ref: str, size: tuple[int, int]
) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    page = queries.drawn_page(request.actor, child_ref, picture_ref, now=request.now)
    chosen = in_address(request, "chosen")
    context = {
        "child": child,
        "page": page,
        "kind": picture_kinds()[page.picture.kind],
        "items": item_kinds(),
        "line_kinds": line_kinds(),
        "directions": directions(),
        **shown_picture(page.scene, size, chosen),
        "chosen": chosen,
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
