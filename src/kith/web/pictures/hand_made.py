"""Drawing by hand, and stickers: a stroke is sent when the pen is lifted, and a sticker is put on by one press."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.apps.access.queries import NothingHere
from kith.apps.networks.queries import child_head
from kith.apps.pictures import queries, services
from kith.apps.pictures.projections import DrawnPage, MadeCard, MadeSaid
from kith.web.children.saving import version_of
from kith.web.pictures.drawing import number_sent, picture_at, pressed, shifted, signed, spot_sent
from kith.web.sent import posted, posted_all

FIRST, STEP, ACROSS, ALONG, UP = 100, 110, 8, 880, 120
STICKER, MIDDLE = "sticker", "middle"


@require_POST
def make(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    child_head(request.actor, child_ref, now=request.now)
    page = queries.drawn_page(request.actor, child_ref, picture_ref, now=request.now)
    is_sticker = posted(request, "kind") == STICKER
    made = made_sent(request)
    if is_sticker and not made.points:
        made = replace(made, points=_free(page))

    def deed() -> None:
        services.make_by_hand(**picture_at(request, child_ref, picture_ref), made=made)

    return pressed(request, child_ref, picture_ref, deed, "It is on the picture." if is_sticker else "Drawn.")


def made_sent(request: HttpRequest) -> MadeSaid:
    """A stroke, a ring or a sticker, as a form or a script sends it; the one in the middle has no key."""
    return MadeSaid(
        kind=posted(request, "kind"),
        what=posted(request, "what"),
        width=posted(request, "width"),
        points=_points(request),
        around=tuple("" if key == MIDDLE else key for key in posted_all(request, "around")),
    )


@require_POST
def move(request: HttpRequest, child_ref: str, picture_ref: str, made_ref: str) -> HttpResponse:
    card = _card(request, child_ref, picture_ref, made_ref)

    def deed() -> None:
        services.move_sticker(
            **picture_at(request, child_ref, picture_ref),
            made_ref=made_ref,
            to=_to(request, card),
            expected_version=version_of(request),
        )

    return pressed(request, child_ref, picture_ref, deed, f"{card.says} moved.", chosen=card.key)


@require_POST
def rub_out(request: HttpRequest, child_ref: str, picture_ref: str, made_ref: str) -> HttpResponse:
    card = _card(request, child_ref, picture_ref, made_ref)

    def deed() -> None:
        services.rub_out(**picture_at(request, child_ref, picture_ref), made_ref=made_ref)

    return pressed(request, child_ref, picture_ref, deed, f"{card.says}: taken off.")


def _card(request: HttpRequest, child_ref: str, picture_ref: str, made_ref: str) -> MadeCard:
    child_head(request.actor, child_ref, now=request.now)
    page = queries.drawn_page(request.actor, child_ref, picture_ref, now=request.now)
    card = next((one for one in page.made if one.ref == made_ref), None)
    if card is None:
        raise NothingHere
    return card


def _points(request: HttpRequest) -> tuple[int, ...]:
    """x and y in turn, with commas between them."""
    return tuple(map(number_sent, filter(None, posted(request, "points").split(","))))


def _free(page: DrawnPage) -> tuple[int, int]:
    """Where the next sticker goes that nobody put anywhere: beside the last, from the foot of the picture upwards."""
    row, column = divmod(sum(card.is_sticker for card in page.made), ACROSS)
    return (FIRST + column * STEP, max(ALONG - row * UP, 0))


def _to(request: HttpRequest, card: MadeCard) -> tuple[int, int]:
    """To a place of its own, or by so many pixels of the picture as it was shown."""
    if spot := spot_sent(request):
        return spot
    size = (number_sent(posted(request, "width")), number_sent(posted(request, "height")))
    by = (signed(posted(request, "dx")), signed(posted(request, "dy")))
    x, y = card.made.points[:2]
    return shifted((x, y), by, size)
