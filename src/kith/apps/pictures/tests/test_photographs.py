"""The photograph of a paper map: kept as pixels, and shown whole to whoever sees everybody on it, or not at all."""

import datetime as dt
import io
import re
from collections.abc import Iterator
from dataclasses import replace
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
from kith.apps.pictures.models import Act, Photograph, Picture, Placed
from kith.apps.pictures.projections import DrawnPage, PictureStart, Placing
from kith.apps.pictures.rules import CannotDraw
from kith.engines.drawing.scenes import OnPaper, Scene
from kith.engines.drawing.scenes.paper import paper_pages
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
PAPER = PictureStart(kind="ecomap", whose="worker", present="Sue, at home")
TODAY = NOW.date()
GPS = b"51.123456N"


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Sue and Ray work with Kit, whose grandmother is Nan; Ben works with nobody."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("school")],
            workers=[worker("sue"), worker("ray", agency="school"), worker("ben")],
        )
        kit = child("kit", "Kit Brook")
        made.add([family(kit, person("nan", "Zipporah Vale"), unions=[couple("nan", children=["kit"])])])
        for who in ("sue", "ray"):
            made.involve("kit", who)
        yield made


def taken(*, size: tuple[int, int] = (80, 60)) -> bytes:
    """What a telephone makes, with the place where it was."""
    told = Image.Exif()
    told.get_ifd(0x8825).update({1: "N", 2: (51.0, 7.0, 24.0), 29: GPS.decode()})
    kept = io.BytesIO()
    Image.new("RGB", size, (10, 90, 160)).save(kept, "JPEG", exif=told)
    return kept.getvalue()


class Paper:
    """One photograph that Sue added."""

    def __init__(self, county: Partnership, start: PictureStart = PAPER, day: dt.date = TODAY) -> None:
        self.county = county
        about = {"by": county.actor("sue"), "child_ref": county.refs["kit"], "now": NOW}
        self.ref = services.begin_from_photograph(**about, start=start, drawn_on=day, data=taken(), name="nan.jpg")  # type: ignore[arg-type]
        self.at = {**about, "picture_ref": self.ref}

    def do(self, deed: Any, **said: Any) -> Any:
        return deed(**self.at, **said)

    def enter(self, *, everybody: bool = True) -> None:
        self.do(services.say_entered, everybody=everybody)

    def nan(self) -> str:
        return str(self.do(services.place, placing=Placing(person=self.county.refs["nan"], spot=(250, 500))))

    def page(self, who: str = "sue") -> DrawnPage:
        with reading("test.page", by=self.county.actor(who), now=NOW):
            return queries.drawn_page(self.county.actor(who), self.county.refs["kit"], self.ref, now=NOW)

    def is_shown(self, who: str) -> bool:
        """On the page and as bytes alike."""
        try:
            with reading("test.photograph", by=self.county.actor(who), now=NOW):
                file = queries.photograph_file(self.county.actor(who), self.county.refs["kit"], self.ref, now=NOW)
        except NothingHere:
            assert self.page(who).photograph is None
            return False
        assert self.page(who).photograph is not None and file.kind == "image/jpeg"
        return True

    def seal(self, ref: str = "") -> None:
        seal = NewSeal(kind="therapy", why="Hers", records=(("picture", ref),) if ref else ())
        about = self.county.refs["kit" if ref else "nan"]
        set_seal(by=self.county.actor("sue"), subject_ref=about, seal=seal, now=NOW)


def test_a_photograph_becomes_a_picture_of_its_day_without_where_it_was_taken(county: Partnership) -> None:
    assert GPS in taken()
    paper = Paper(county)
    with reading("test.photograph", by=county.actor("sue"), now=NOW):
        file = queries.photograph_file(county.actor("sue"), county.refs["kit"], paper.ref, now=NOW)
    assert GPS not in file.data and file.data[:2] == b"\xff\xd8"
    page = paper.page()
    assert page.picture.drawn_on == NOW.date() and page.photograph is not None
    assert (page.photograph.width, page.photograph.height) == (80, 60)


@pytest.mark.parametrize("data", [b"", b"Dear diary", b"%PDF-1.7 and so on", taken()[:200]])
def test_what_is_no_picture_is_refused_and_nothing_is_begun(county: Partnership, data: bytes) -> None:
    about = {"by": county.actor("sue"), "child_ref": county.refs["kit"], "now": NOW}
    with pytest.raises(CannotReadFile):
        services.begin_from_photograph(**about, start=PAPER, drawn_on=TODAY, data=data, name="a.jpg")  # type: ignore[arg-type]
    assert not Picture.objects.exists() and not StoredFile.objects.exists()


def test_a_day_that_has_not_come_is_refused(county: Partnership) -> None:
    with pytest.raises(CannotDraw, match="not come"):
        Paper(county, day=TODAY + dt.timedelta(days=1))
    assert not Photograph.objects.exists()


def test_until_everybody_is_entered_its_keeper_alone_sees_it(county: Partnership) -> None:
    paper = Paper(county)
    paper.nan()
    assert paper.is_shown("sue") and not paper.is_shown("ray")
    paper.enter()
    assert paper.is_shown("ray")
    paper.enter(everybody=False)
    assert not paper.is_shown("ray")


def test_nobody_but_its_keeper_says_that_everybody_is_entered(county: Partnership) -> None:
    paper = Paper(county)
    paper.at["by"] = county.actor("ray")
    with pytest.raises(NothingHere):
        paper.enter()
    assert Photograph.objects.get().entered_at is None


def test_whoever_may_not_see_one_of_them_is_not_shown_it(county: Partnership) -> None:
    paper = Paper(county)
    paper.nan()
    paper.enter()
    paper.seal()
    assert paper.is_shown("sue") and not paper.is_shown("ray")


def test_who_was_taken_off_the_list_is_on_the_paper_still(county: Partnership) -> None:
    paper = Paper(county)
    paper.do(services.take_off, placed_ref=paper.nan())
    paper.enter()
    paper.seal()
    assert not paper.is_shown("ray")


def test_words_that_are_kept_from_somebody_keep_it_too(county: Partnership) -> None:
    paper = Paper(county, replace(PAPER, present="Zipporah Vale"))
    paper.enter()
    assert paper.is_shown("ray")
    paper.seal()
    assert not paper.is_shown("ray")


def test_it_can_be_sealed_alone_and_the_picture_stays(county: Partnership) -> None:
    paper = Paper(county)
    paper.enter()
    with reading("test.sealable", by=county.actor("sue"), now=NOW):
        offered = queries.sealable_pictures(county.actor("sue"), county.refs["kit"], now=NOW)
    ref = Photograph.objects.get().ref
    assert [one.ref for one in offered] == [paper.ref, ref]
    assert queries.subjects_of_picture("picture", ref) == {county.refs["kit"]}
    paper.seal(ref)
    assert paper.is_shown("sue") and not paper.is_shown("ray")
    assert paper.page("ray").picture.ref == paper.ref


def test_who_works_with_somebody_else_finds_nothing(county: Partnership) -> None:
    paper = Paper(county)
    paper.enter()
    with pytest.raises(NothingHere), reading("test.photograph", by=county.actor("ben"), now=NOW):
        queries.photograph_file(county.actor("ben"), county.refs["kit"], paper.ref, now=NOW)


def test_a_mark_is_moved_and_undone_and_stays_where_other_things_change(county: Partnership) -> None:
    paper = Paper(county)
    paper.nan()

    def change(placing: Placing) -> None:
        card = paper.page().placed[0]
        paper.do(services.change, placed_ref=card.ref, placing=placing, expected_version=card.version)

    def marks() -> list[tuple[int, int]]:
        shown = paper.page().photograph
        return list(shown.marks.values()) if shown else []

    change(Placing(words="Mum's mum"))
    assert marks() == [(250, 500)]
    change(Placing(words="Mum's mum", spot=(900, 100)))
    assert marks() == [(900, 100)] and paper.page().undo == "Zipporah Vale moved"
    paper.do(services.undo)
    assert marks() == [(250, 500)]
    with pytest.raises(CannotDraw, match="Point at a place"):
        change(Placing(spot=(1001, 0)))


def test_an_act_from_before_marks_were_known_can_still_be_undone(county: Partnership) -> None:
    """What was kept of it says nothing of marks."""
    paper = Paper(county)
    paper.nan()
    with load("test.earlier", by=OPERATOR, now=NOW, payload={}):
        for act in Act.objects.all():
            for row in act.rows:
                for side in ("before", "after"):
                    row[side] = {name: one for name, one in row[side].items() if not name.startswith("spot")}
            act.save()
    paper.do(services.undo)
    assert not paper.page().placed


@pytest.mark.parametrize("who", ["nan", "kit"])
def test_it_goes_with_whoever_is_destroyed_and_so_do_its_bytes(
    county: Partnership, own_folder: Path, who: str, django_capture_on_commit_callbacks: Any
) -> None:
    paper = Paper(county)
    paper.nan()
    (kept,) = (path for path in (own_folder / "files").rglob("*") if path.is_file())
    going = Destroying(subject_ref=county.refs[who], subject_id=county.subject_ids[who], seen=1, merge_refs=())
    with (
        django_capture_on_commit_callbacks(execute=True),
        load("test.destroyed", by=OPERATOR, now=NOW, payload={}),
    ):
        services.on_destroy(going, None, now=NOW)  # type: ignore[arg-type]
    assert not Photograph.objects.exists() and not StoredFile.objects.exists() and not kept.exists()
    assert Picture.objects.exists() == (who == "nan") and not Placed.objects.exists()


def test_it_is_on_no_copy(county: Partnership) -> None:
    paper = Paper(county)
    paper.nan()
    paper.enter()
    with reading("test.copy", by=county.actor("sue"), now=NOW):
        file = queries.picture_file(county.actor("sue"), county.refs["kit"], paper.ref, "svg", now=NOW)
    assert b"<image" not in file.data and b"Zipporah" in file.data


def printed(paper: Paper, who: str = "sue", *, is_low_ink: bool = False) -> list[str]:
    """What the photograph's page of a PDF says, and nothing where the PDF has none."""
    found: list[str] = []

    def caught(scene: Scene, how: OnPaper, **said: Any) -> bytes:
        pages = paper_pages(scene, how, **said)
        if "photograph" in pages.pictures:
            assert "data:image/jpeg;base64," in pages.pictures["photograph"]
            found.extend(re.findall(r"<li>(\d+: [^<]+)</li>", pages.html) or ["nobody"])
        return b"%PDF"

    with pytest.MonkeyPatch.context() as patch, reading("test.copy", by=paper.county.actor(who), now=NOW):
        patch.setattr("kith.apps.pictures.queries.copies.to_pdf", caught)
        how = OnPaper(is_low_ink=is_low_ink)
        queries.picture_file(paper.county.actor(who), paper.county.refs["kit"], paper.ref, "pdf", how=how, now=NOW)
    return found


def test_a_print_for_oneself_holds_the_photograph_with_everybodys_number(county: Partnership) -> None:
    paper = Paper(county)
    paper.nan()
    assert printed(paper) == []
    paper.enter()
    assert printed(paper) == printed(paper, "ray") == ["1: Zipporah Vale"]
    assert printed(paper, is_low_ink=True) == []


@pytest.mark.parametrize("what", ["the photograph", "the picture", "Nan"])
def test_a_print_of_what_is_sealed_to_others_holds_no_photograph_even_for_whoever_sees_it(
    county: Partnership, what: str
) -> None:
    paper = Paper(county)
    paper.nan()
    paper.enter()
    paper.seal({"the photograph": Photograph.objects.get().ref, "the picture": paper.ref}.get(what, ""))
    assert paper.is_shown("sue") and printed(paper) == []
