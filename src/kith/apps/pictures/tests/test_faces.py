"""Round photographs of people: kept small and bare, cut otherwise, undone, and shown with whoever they show."""

import base64
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from kith.apps.access.queries import NothingHere
from kith.apps.access.services import Destroying, NewSeal, set_seal
from kith.apps.audit.services import load, reading
from kith.apps.files.models import StoredFile
from kith.apps.files.services import CannotReadFile
from kith.apps.pictures import queries, services
from kith.apps.pictures.face_rules import bases
from kith.apps.pictures.models import Face
from kith.apps.pictures.projections import DrawnPage, FaceCard, FaceCut, FaceSaid, NewFace, PictureStart, Placing
from kith.apps.pictures.rules import CannotDraw
from kith.apps.records.base import StaleVersion
from kith.testing.factories import (
    NOW,
    OPERATOR,
    Partnership,
    agency,
    child,
    couple,
    family,
    partnership,
    person,
    rolled_back,
    worker,
)

pytestmark = pytest.mark.django_db
SHARED = PictureStart(kind="family_tree", whose="worker")
RED, BLUE = (200, 20, 20), (20, 40, 200)


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Sue and Ray work with Kit, whose grandmother is Nan."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("school")], workers=[worker("sue"), worker("ray", agency="school")]
        )
        kit = child("kit", "Kit Brook")
        made.add([family(kit, person("nan", "Zipporah Vale"), unions=[couple("nan", children=["kit"])])])
        for who in ("sue", "ray"):
            made.involve("kit", who)
        yield made


def two_halves() -> bytes:
    """Red on the left and blue on the right, with the place where it was taken."""
    told = Image.Exif()
    told.get_ifd(0x8825).update({1: "N", 2: (51.0, 7.0, 24.0)})
    whole = Image.new("RGB", (400, 200), BLUE)
    whole.paste(RED, (0, 0, 200, 200))
    kept = io.BytesIO()
    whole.save(kept, "JPEG", exif=told, quality=95)
    return kept.getvalue()


class Tree:
    """One family tree of Kit's with Nan on it, on which Sue and Ray draw."""

    def __init__(self, county: Partnership, start: PictureStart = SHARED) -> None:
        self.county = county
        about = {"by": county.actor("sue"), "child_ref": county.refs["kit"], "now": NOW}
        self.ref = services.begin_picture(**about, start=start)  # type: ignore[arg-type]
        part = {"family_tree": "mum", "tree_of_life": "leaves"}[start.kind]
        self.nan = str(self.do(services.place, placing=Placing(person=county.refs["nan"], part=part, farness=1)))

    def do(self, deed: Any, who: str = "sue", **said: Any) -> Any:
        actor = self.county.actor(who)
        with reading("test.act", by=actor, now=NOW):
            return deed(by=actor, child_ref=self.county.refs["kit"], picture_ref=self.ref, now=NOW, **said)

    def give(self, basis: str = "here", words: str = "", who: str = "sue", data: bytes = b"") -> None:
        face = NewFace(said=FaceSaid(basis=basis, words=words), data=data or two_halves(), name="nan.jpg")
        self.do(services.give_face, who, placed_ref=self.nan, face=face)

    def cut(self, across: int, size: int = 500, version: int = 1) -> None:
        cut = FaceCut(across=across, down=500, size=size)
        self.do(services.cut_face, placed_ref=self.nan, cut=cut, expected_version=version)

    def page(self, who: str = "sue") -> DrawnPage:
        with reading("test.page", by=self.county.actor(who), now=NOW):
            return queries.drawn_page(self.county.actor(who), self.county.refs["kit"], self.ref, now=NOW)

    def face(self, who: str = "sue") -> FaceCard | None:
        """On the card and in the scene alike."""
        page = self.page(who)
        (card,) = page.placed or [None]
        drawn = [item.face for item in page.scene.items]
        assert [bool(one) for one in drawn] == [bool(card and card.face)] * len(drawn)
        return card.face if card else None

    def copy(self, who: str = "sue") -> bytes:
        with reading("test.copy", by=self.county.actor(who), now=NOW):
            return queries.picture_file(self.county.actor(who), self.county.refs["kit"], self.ref, "svg", now=NOW).data

    def seal(self, ref: str = "", about: str = "kit") -> None:
        seal = NewSeal(kind="therapy", why="Hers", records=(("picture", ref),) if ref else ())
        set_seal(by=self.county.actor("sue"), subject_ref=self.county.refs[about], seal=seal, now=NOW)


def middle_of(face: FaceCard | None) -> tuple[int, ...]:
    assert face
    shown = Image.open(io.BytesIO(base64.b64decode(face.image.partition(",")[2])))
    assert shown.width == shown.height and not shown.getexif()
    return tuple(shown.convert("RGB").resize((1, 1)).getpixel((0, 0)))  # type: ignore[arg-type]


def is_near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 25 for a, b in zip(one, other, strict=True))


def test_the_part_that_was_chosen_is_shown_and_each_act_is_undone(county: Partnership) -> None:
    tree = Tree(county)
    tree.give()
    tree.cut(250)
    assert is_near(middle_of(tree.face()), RED)
    tree.cut(750, version=2)
    assert is_near(middle_of(tree.face("ray")), BLUE)
    tree.do(services.undo)
    assert is_near(middle_of(tree.face()), RED)
    tree.do(services.take_face_off, placed_ref=tree.nan)
    assert tree.face() is None and tree.page().undo == "Zipporah Vale without a photograph"
    tree.do(services.undo)
    assert is_near(middle_of(tree.face()), RED)


def test_who_was_second_looks_first(county: Partnership) -> None:
    tree = Tree(county)
    tree.give()
    tree.cut(250)
    with pytest.raises(StaleVersion):
        tree.cut(750)


@pytest.mark.parametrize(("across", "size"), [(1001, 500), (500, 99), (500, 1001)])
def test_a_part_that_is_none_is_refused(county: Partnership, across: int, size: int) -> None:
    tree = Tree(county)
    tree.give()
    with pytest.raises(CannotDraw, match="part of the photograph"):
        tree.cut(across, size)


def test_what_is_no_picture_or_has_no_basis_or_no_place_is_refused(county: Partnership) -> None:
    tree = Tree(county)
    with pytest.raises(CannotReadFile):
        tree.give(data=b"MZ no picture at all" * 40)
    with pytest.raises(CannotDraw, match="where it may go"):
        tree.give("everywhere")
    leaves = Tree(county, PictureStart(kind="tree_of_life", whose="worker"))
    with pytest.raises(CannotDraw, match="no place"):
        leaves.give()
    assert not Face.objects.exists() and not StoredFile.objects.exists()


@pytest.mark.parametrize("basis", list(bases()))
def test_a_copy_holds_it_only_where_its_basis_says_so(county: Partnership, basis: str) -> None:
    tree = Tree(county)
    tree.give(basis)
    assert tree.face()
    assert (b"data:image" in tree.copy()) == bases()[basis].leaves


def test_a_seal_on_the_face_closes_it_alone_and_no_copy_holds_it(county: Partnership) -> None:
    tree = Tree(county)
    tree.give("agreed", "Kit’s sister took it")
    tree.seal(Face.objects.get().ref)
    assert tree.face("ray") is None and len(tree.page("ray").placed) == 1
    assert tree.face() and b"data:image" not in tree.copy()


def test_who_may_not_see_them_sees_no_face_and_whoever_seals_it_offers_it_alone(county: Partnership) -> None:
    tree = Tree(county)
    tree.give("agreed")
    with reading("test.seal", by=county.actor("sue"), now=NOW):
        offered = queries.sealable_pictures(county.actor("sue"), county.refs["kit"], now=NOW)
    assert Face.objects.get().ref in [one.ref for one in offered]
    assert queries.subjects_of_picture("picture", Face.objects.get().ref) == {county.refs["kit"]}
    tree.seal(about="nan")
    assert tree.face("ray") is None and not tree.page("ray").placed
    assert tree.face() and b"data:image" not in tree.copy()


def test_a_colleague_who_may_not_see_it_puts_theirs_beside_it(county: Partnership) -> None:
    tree = Tree(county)
    tree.give()
    tree.seal(Face.objects.get().ref)
    tree.give("drawn", who="ray")
    assert (face := tree.face("ray")) and face.what == "a drawing"
    tree.do(services.take_face_off, "ray", placed_ref=tree.nan)
    with pytest.raises(NothingHere):
        tree.do(services.take_face_off, "ray", placed_ref=tree.nan)
    assert (mine := tree.face()) and mine.what == "a photograph"


def test_a_finished_picture_keeps_the_round_part_alone(county: Partnership) -> None:
    tree = Tree(county)
    tree.give()
    tree.cut(250)
    tree.do(services.finish_picture)
    assert StoredFile.objects.count() == 1
    assert is_near(middle_of(tree.face()), RED)


def test_the_next_version_shows_it_as_closed_as_it_was(county: Partnership) -> None:
    tree = Tree(county)
    tree.give()
    tree.seal(Face.objects.get().ref)
    tree.do(services.finish_picture)
    start = PictureStart(kind="family_tree", whose="worker", follows=tree.ref)
    ray = {"by": county.actor("ray"), "child_ref": county.refs["kit"], "now": NOW}
    first, tree.ref = tree.ref, services.begin_picture(**ray, start=start)  # type: ignore[arg-type]
    face = tree.face()
    assert face and not face.can_be_cut and tree.face("ray") is None
    with pytest.raises(CannotDraw, match="kept no longer"):
        tree.do(services.cut_face, placed_ref=tree.page().placed[0].ref, cut=face.cut, expected_version=1)
    tree.do(services.finish_picture)
    assert StoredFile.objects.count() == 1
    tree.ref = first
    assert tree.face()


def test_it_is_destroyed_with_whom_it_shows_in_every_version(county: Partnership) -> None:
    tree = Tree(county)
    tree.give()
    tree.do(services.finish_picture)
    about = {"by": county.actor("sue"), "child_ref": county.refs["kit"], "now": NOW}
    start = PictureStart(kind="family_tree", whose="worker", follows=tree.ref)
    services.begin_picture(**about, start=start)  # type: ignore[arg-type]
    assert Face.objects.count() == 2
    going = Destroying(subject_ref=county.refs["nan"], subject_id=county.subject_ids["nan"], seen=1, merge_refs=())
    with load("test.destroyed", by=OPERATOR, now=NOW, payload={}):
        services.on_destroy(going, None, now=NOW)  # type: ignore[arg-type]
    assert not Face.objects.exists() and not StoredFile.objects.exists()
