"""Acts on a picture: each is one press that does one deed and comes back to the page from which it was pressed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from kith.apps.access.queries import NothingHere
from kith.apps.networks.queries import child_head
from kith.apps.pictures import queries, services
from kith.apps.pictures.projections import DrawnPage, LineSaid, PlacedCard, Placing
from kith.apps.pictures.rules import WHOLE
from kith.apps.pictures.vocabulary import picture_kinds
from kith.engines.drawing import scenes
from kith.web.account import keeping
from kith.web.children.saving import undo_url, version_of
from kith.web.notices import Notice, tell
from kith.web.pressing import press
from kith.web.sent import posted, posted_all, typed

TYPED = ("name", "words", "why", "workers_why", "period")
CHOSEN = ("kind", "person", "part", "workers_part", "state", "at", "again")
PAGES = {"together": "pictures:together", "drawn": "pictures:drawn"}
LARGEST = 20_000
HOME = "home"
PHOTOGRAPH = "photograph"


@require_POST
def place(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    placed: list[str] = []

    def deed() -> None:
        placing = placing_sent(request, Placing())
        placed.append(services.place(**picture_at(request, child_ref, picture_ref), placing=placing))

    return pressed(request, child_ref, picture_ref, deed, "Added.", chosen=placed)


@require_POST
def change(request: HttpRequest, child_ref: str, picture_ref: str, placed_ref: str) -> HttpResponse:
    """What was not sent stays as it is; how far somebody was moved says how near and in which part they stand."""
    page, card = _card(request, child_ref, picture_ref, placed_ref)

    def deed() -> None:
        placing = placing_sent(request, _moved(request, page, card))
        services.change(
            **picture_at(request, child_ref, picture_ref),
            placed_ref=placed_ref,
            placing=_called(placing, card),
            expected_version=version_of(request),
        )

    return pressed(request, child_ref, picture_ref, deed, f"{card.name} changed.", chosen=card.key)


@require_POST
def take_off(request: HttpRequest, child_ref: str, picture_ref: str, placed_ref: str) -> HttpResponse:
    _, card = _card(request, child_ref, picture_ref, placed_ref)

    def deed() -> None:
        services.take_off(**picture_at(request, child_ref, picture_ref), placed_ref=placed_ref)

    return pressed(request, child_ref, picture_ref, deed, f"{card.name} taken off.")


@require_POST
def draw_line(request: HttpRequest, child_ref: str, picture_ref: str, placed_ref: str) -> HttpResponse:
    """From the one in the middle, or between two others, of whom one stands in the address."""
    _, card = _card(request, child_ref, picture_ref, placed_ref)

    def deed() -> None:
        line = LineSaid(
            a=posted(request, "from"),
            b=posted(request, "between") or card.key,
            kinds=tuple(posted_all(request, "line")),
            towards=posted(request, "towards"),
        )
        services.draw_line(**picture_at(request, child_ref, picture_ref), line=line)

    return pressed(request, child_ref, picture_ref, deed, "Line drawn.", chosen=card.key)


@require_POST
def take_line_off(request: HttpRequest, child_ref: str, picture_ref: str, line_ref: str) -> HttpResponse:
    def deed() -> None:
        services.take_line_off(**picture_at(request, child_ref, picture_ref), line_ref=line_ref)

    return pressed(request, child_ref, picture_ref, deed, "Line taken off.", chosen=posted(request, "chosen"))


@require_POST
def undo(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    def deed() -> None:
        services.undo(**picture_at(request, child_ref, picture_ref))

    return pressed(request, child_ref, picture_ref, deed, "Undone.")


@require_POST
def redo(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    def deed() -> None:
        services.redo(**picture_at(request, child_ref, picture_ref))

    return pressed(request, child_ref, picture_ref, deed, "Done again.")


@require_POST
def finish(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    def deed() -> None:
        services.finish_picture(**picture_at(request, child_ref, picture_ref))

    press(request, deed, says="Finished. It stays as it is now; go on with a new one when things change.")
    return HttpResponseRedirect(reverse("pictures:drawn", args=[child_ref, picture_ref]))


@require_POST
def take_out(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    version = services.take_picture_out(
        **picture_at(request, child_ref, picture_ref), expected_version=version_of(request)
    )
    undo_at = undo_url("pictures:put_back", child_ref, picture_ref, version=version)
    tell(request, Notice("Taken out. It stays on record, struck through.", undo_at, "Undo: picture taken out"))
    return HttpResponseRedirect(reverse("pictures:all", args=[child_ref]))


@require_POST
def put_back(request: HttpRequest, child_ref: str, picture_ref: str) -> HttpResponse:
    def deed() -> None:
        services.put_picture_back(**picture_at(request, child_ref, picture_ref), expected_version=version_of(request))

    press(request, deed, says="Put back.")
    return HttpResponseRedirect(reverse("pictures:all", args=[child_ref]))


def picture_at(request: HttpRequest, child_ref: str, picture_ref: str) -> Mapping[str, Any]:
    return {"by": request.actor, "child_ref": child_ref, "picture_ref": picture_ref, "now": request.now}


def _card(request: HttpRequest, child_ref: str, picture_ref: str, placed_ref: str) -> tuple[DrawnPage, PlacedCard]:
    child_head(request.actor, child_ref, now=request.now)
    page = queries.drawn_page(request.actor, child_ref, picture_ref, now=request.now)
    card = next((one for one in page.placed if one.ref == placed_ref), None)
    if card is None:
        raise NothingHere
    return page, card


def placing_sent(request: HttpRequest, standing: Placing) -> Placing:
    """What was sent, over what stands."""
    sent: dict[str, Any] = {name: typed(request, name) for name in TYPED if name in request.POST}
    sent |= {name: posted(request, name) for name in CHOSEN if name in request.POST}
    for name in ("farness", "turn"):
        if posted(request, name):
            sent[name] = number_sent(posted(request, name))
    if spot := spot_sent(request):
        sent["spot"] = spot
    return Placing(**(asdict(standing) | sent))


def spot_sent(request: HttpRequest) -> tuple[int, int] | None:
    """A place of its own, in thousandths; none where nothing was said of it."""
    said = posted(request, "spot")
    across, _, down = said.partition(",")
    return (number_sent(across), number_sent(down)) if said else None


def _called(placing: Placing, card: PlacedCard) -> Placing:
    """Somebody of the network goes on being called as the family calls them, unless another name was written."""
    is_theirs = bool(card.person) and placing.name == card.name and not card.placing.name
    return replace(placing, name="") if is_theirs else placing


def _moved(request: HttpRequest, page: DrawnPage, card: PlacedCard) -> Placing:
    """Where it stands once it was moved by so many pixels of the picture, or of the photograph, as it was shown."""
    right, down = posted(request, "dx"), posted(request, "dy")
    if not (right and down):
        return card.placing
    width, height = number_sent(posted(request, "width")), number_sent(posted(request, "height"))
    by = (signed(right), signed(down))
    if posted(request, "on") == PHOTOGRAPH:
        return replace(card.placing, spot=_pointed(page, card, by, (width, height)))
    put = scenes.moved(page.scene, card.key, by, width=width, height=height)
    standing = replace(card.placing, farness=put.farness, turn=round(put.turn) % 360)
    if put.part in {one.id for one in picture_kinds()[page.picture.kind].parts}:
        return replace(standing, part=put.part)
    return replace(standing, at=put.part) if card.kind != HOME else standing


def _pointed(page: DrawnPage, card: PlacedCard, by: tuple[int, int], size: tuple[int, int]) -> tuple[int, int]:
    """In thousandths of the photograph, and never beside it."""
    if page.photograph is None or card.key not in page.photograph.marks:
        raise NothingHere
    return shifted(page.photograph.marks[card.key], by, size)


def shifted(stands: tuple[int, int], by: tuple[int, int], size: tuple[int, int]) -> tuple[int, int]:
    """Thousandths moved by so many pixels of a whole of that size, and never over its edge."""
    x, y = (
        min(max(stood + round(way * WHOLE / max(whole, 1)), 0), WHOLE)
        for stood, way, whole in zip(stands, by, size, strict=True)
    )
    return (x, y)


def signed(text: str) -> int:
    return -number_sent(text[1:]) if text.startswith("-") else number_sent(text)


def number_sent(text: str) -> int:
    """Anything but a number of a few digits is as far away as can be, and refused like any other such place."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= len(str(LARGEST)) else LARGEST


def pressed(
    request: HttpRequest,
    child_ref: str,
    picture_ref: str,
    deed: Callable[[], object],
    says: str,
    *,
    chosen: str | Sequence[str] = "",
) -> HttpResponse:
    """Back to the page it was pressed on, where the same question stands and the same one is chosen.

    Words of an act that was refused wait in their form.
    """
    if not press(request, deed, says=says):
        keeping.keep(request, user_ref=request.actor.ref, now=request.now)
        if page := keeping.page_before(request):
            return HttpResponseRedirect(page)
    where = reverse(PAGES.get(posted(request, "to"), PAGES["drawn"]), args=[child_ref, picture_ref])
    standing = {name: posted(request, name) for name in ("ask", "after")}
    query = urlencode({name: one for name, one in {"chosen": "".join(chosen), **standing}.items() if one})
    return HttpResponseRedirect(f"{where}?{query}" if query else where)
