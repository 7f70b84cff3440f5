"""Two pictures of one kind side by side, and first of all in words what differs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from markupsafe import Markup

from kith.apps.networks.queries import child_head
from kith.apps.pictures import queries
from kith.apps.pictures.projections import ComparedSide
from kith.engines.drawing import scenes
from kith.web.sent import in_address

WIDTH, HEIGHT = 620, 620  # of each, so that two stand beside each other on a desk and none is wider than a phone


@require_safe
def beside(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    page = queries.compare_page(
        request.actor,
        child_ref,
        picture_ref,
        first=in_address(request, "first"),
        second=in_address(request, "second"),
        now=request.now,
    )
    shown = [_shown(side) for side in page.sides]
    context = {"child": child, "page": page, "picture_ref": picture_ref, "shown": shown}
    return render(request, "pictures/compare.html", context)


def _shown(side: ComparedSide) -> dict[str, object]:
    svg = scenes.to_svg(scenes.arrange(side.scene, width=WIDTH, height=HEIGHT))
    return {
        "picture": side.picture,
        "svg": Markup(svg),  # noqa: S704 our own writer escapes
        "described": scenes.described(side.scene),
        "said": scenes.said(side.scene),
    }
