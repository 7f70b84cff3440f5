"""Round photographs of people on a picture: chosen, moved and brought nearer by presses, said anew, and taken off."""

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.apps.access.queries import NothingHere
from kith.apps.networks.queries import child_head
from kith.apps.pictures import queries, services
from kith.apps.pictures.face_rules import shifted
from kith.apps.pictures.projections import FaceCard, FaceSaid, NewFace, PlacedCard
from kith.web.children.saving import version_of
from kith.web.loading.forms import LARGEST_PICTURE
from kith.web.pictures.drawing import picture_at, pressed
from kith.web.sent import posted, typed

CHOOSE = "Choose a photograph or a drawing first."
TOO_LARGE = "This picture is over 8 MB. Save it smaller, or take it once more."


@require_POST
def give(request: HttpRequest, child_ref: str, picture_ref: str, placed_ref: str) -> HttpResponse:
    card = _card(request, child_ref, picture_ref, placed_ref)

    def deed() -> None:
        services.give_face(**picture_at(request, child_ref, picture_ref), placed_ref=placed_ref, face=_chosen(request))

    says = "It is on the picture. Move it until the face is in the middle."
    return pressed(request, child_ref, picture_ref, deed, says, chosen=card.key)


@require_POST
def cut(request: HttpRequest, child_ref: str, picture_ref: str, placed_ref: str) -> HttpResponse:
    """Which way is said by one press; from where, by what stands."""
    card = _card(request, child_ref, picture_ref, placed_ref)
    face = _face(card)

    def deed() -> None:
        services.cut_face(
            **picture_at(request, child_ref, picture_ref),
            placed_ref=placed_ref,
            cut=shifted(face.cut, posted(request, "way")),
            expected_version=version_of(request),
        )

    return pressed(request, child_ref, picture_ref, deed, f"{card.name}: moved.", chosen=card.key)


@require_POST
def describe(request: HttpRequest, child_ref: str, picture_ref: str, placed_ref: str) -> HttpResponse:
    card = _card(request, child_ref, picture_ref, placed_ref)
    _face(card)

    def deed() -> None:
        services.describe_face(
            **picture_at(request, child_ref, picture_ref),
            placed_ref=placed_ref,
            said=_said(request),
            expected_version=version_of(request),
        )

    return pressed(request, child_ref, picture_ref, deed, "Kept.", chosen=card.key)


@require_POST
def take_off(request: HttpRequest, child_ref: str, picture_ref: str, placed_ref: str) -> HttpResponse:
    card = _card(request, child_ref, picture_ref, placed_ref)
    what = _face(card).what

    def deed() -> None:
        services.take_face_off(**picture_at(request, child_ref, picture_ref), placed_ref=placed_ref)

    return pressed(request, child_ref, picture_ref, deed, f"{card.name}, {what}: taken off.", chosen=card.key)


def _card(request: HttpRequest, child_ref: str, picture_ref: str, placed_ref: str) -> PlacedCard:
    child_head(request.actor, child_ref, now=request.now)
    page = queries.drawn_page(request.actor, child_ref, picture_ref, now=request.now)
    card = next((one for one in page.placed if one.ref == placed_ref), None)
    if card is None:
        raise NothingHere
    return card


def _face(card: PlacedCard) -> FaceCard:
    if card.face is None:
        raise NothingHere
    return card.face


def _chosen(request: HttpRequest) -> NewFace:
    """The file is read as an image by the reader alone; here only how large it is."""
    file = request.FILES.get("picture")
    if not isinstance(file, UploadedFile) or not file.size:
        raise services.CannotDraw(CHOOSE)
    if file.size > LARGEST_PICTURE:
        raise services.CannotDraw(TOO_LARGE)
    return NewFace(said=_said(request), data=bytes(file.read()), name=str(file.name or ""))


def _said(request: HttpRequest) -> FaceSaid:
    return FaceSaid(basis=posted(request, "basis"), words=typed(request, "face_words"))
