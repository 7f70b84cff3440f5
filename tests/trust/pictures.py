"""Pictures that were drawn with children of the small county, and the journeys of those who look at them."""

from collections.abc import Callable, Mapping

from django.urls import reverse

from kith.apps.access.queries import target_of
from kith.apps.audit.services import load
from kith.apps.pictures.models import Act, Line, Picture, Placed
from kith.apps.records.base import refs_from
from kith.kernel.refs import seeded_refs
from kith.testing.factories import NOW, OPERATOR, Partnership
from tests.trust.visitor import Visitor

Refs = Mapping[str, str]
GUESS = "Okafor Threnody lives at 7 Threnody Yard, EM7 7QZ, with Xanthe Quillfeather"


def what_was_drawn(county: Partnership) -> dict[str, str]:
    """A picture of Ivy's that Pru draws with her, with a place on it and a line."""
    return draw(county, "ivy", "The sea", by="pru")


def picture_of(name: str) -> str:
    """The ref of somebody's picture, also in a world in which they are not."""
    return _refs_of(name)()


def _refs_of(name: str) -> Callable[[], str]:
    return seeded_refs(f"{name} draws")


def draw(county: Partnership, name: str, words: str, *, by: str = "zed", view_of: str = "") -> dict[str, str]:
    """As rows, with refs of their own; every text of them says the words."""
    with refs_from(_refs_of(name)), load("test.drawn", by=OPERATOR, now=NOW, payload={}):
        worker = {"recorded_by_id": county.loaded.workers[by]}
        picture = Picture(kind="ecomap", look="island", whose="child", drawn_on=NOW.date(), present=words, **worker)
        picture.subject_id, picture.recorded_at = target_of(county.refs[name]).id, NOW
        if view_of:
            picture.whose, picture.view_of_id = "relative", target_of(county.refs[view_of]).id
        picture.save(force_insert=True)
        place = _placed(county, picture, by, kind="place", name=words, words=words, why=words, workers_why=words)
        line = _line(county, picture, by, place)
        act = Act(picture=picture, number=1, what="placed", key=place.key, done_by_id=worker["recorded_by_id"])
        act.done_at = NOW
        act.rows = [{"table": "placed", "ref": place.ref, "before": {"name": words}, "after": {"name": words}}]
        act.save(force_insert=True)
    return {"picture_ref": picture.ref, "placed_ref": place.ref, "line_ref": line.ref}


def put_on(county: Partnership, name: str, who: str, words: str) -> None:
    """Somebody of the network on a picture that stands, with words about them and a line to them."""
    with refs_from(seeded_refs(f"{who} on {name}")), load("test.drawn", by=OPERATOR, now=NOW, payload={}):
        picture = Picture.objects.get(ref=picture_of(name))
        person_id = target_of(county.refs[who]).id
        placed = _placed(county, picture, "zed", kind="person", person_id=person_id, name=words, words=words)
        _line(county, picture, "zed", placed)


def _placed(county: Partnership, picture: Picture, by: str, **said: object) -> Placed:
    row = Placed(picture=picture, recorded_by_id=county.loaded.workers[by], **said)
    row.key = row.ref
    row.save(force_insert=True)
    return row


def _line(county: Partnership, picture: Picture, by: str, to: Placed) -> Line:
    row = Line(picture=picture, recorded_by_id=county.loaded.workers[by], b_key=to.key, kinds=["strong"])
    row.key = row.ref
    row.save(force_insert=True)
    return row


def drawing_with_children(visitor: Visitor, refs: Refs) -> None:
    """Everybody's pictures; then new ones, on which words guess at whoever may be hidden, and every act on them."""
    for name in ("mina", "lou", "dad", "hidden"):
        visitor.get(reverse("pictures:all", args=[refs[name]]))
        visitor.get(reverse("pictures:begin", args=[refs[name], "ecomap"]))
        for page in ("drawn", "together", "beside"):
            visitor.get(reverse(f"pictures:{page}", args=[refs[name], picture_of(name)]))
    for name, kind in (("mina", "ecomap"), ("mina", "safety_know"), ("hidden", "ecomap")):
        begun = {"whose": "worker", "present": GUESS, "look": "plain" if kind == "ecomap" else ""}
        visitor.post(reverse("pictures:begin", args=[refs[name], kind]), **begun)
    for picture in Picture.objects.filter(subject__ref=refs["mina"]).order_by("pk").values_list("ref", flat=True):
        _draw_on(visitor, refs, "mina", picture)
    _draw_on(visitor, refs, "hidden", picture_of("hidden"))


def _draw_on(visitor: Visitor, refs: Refs, name: str, picture: str) -> None:
    at = [refs[name], picture]
    for who in ("mum", "hidden"):
        visitor.post(reverse("pictures:place", args=at), kind="person", person=refs[who], to="together")
    visitor.post(reverse("pictures:place", args=at), kind="place", name=GUESS, words=GUESS, why=GUESS)
    drawn = Placed.objects.filter(picture__ref=picture, picture__subject__ref=refs["mina"]).order_by("pk")
    for placed in drawn.exclude(person__ref=refs["hidden"]).values_list("ref", flat=True):
        on = [*at, placed]
        visitor.post(reverse("pictures:change", args=on), version="1", farness="10", x="80", y="90")
        visitor.post(reverse("pictures:draw_line", args=on), line="strong", towards="b", **{"from": ""})
    for act in ("undo", "undo", "redo"):
        visitor.post(reverse(f"pictures:{act}", args=at))
    for page in ("drawn", "together"):
        visitor.get(reverse(f"pictures:{page}", args=at))
    visitor.post(reverse("pictures:finish", args=at))
    visitor.get(reverse("pictures:drawn", args=at))
    visitor.get(reverse("pictures:beside", args=at))
    visitor.post(reverse("pictures:beside", args=at), first=picture_of(name), second=picture)
    visitor.get(reverse("pictures:beside", args=at) + f"?first={picture_of(name)}&second={picture}")
    visitor.get(reverse("pictures:all", args=at[:1]))
    keys = drawn.exclude(person__ref=refs["hidden"]).values_list("key", flat=True)
    _take_copies(visitor, refs, at, list(keys))


def _take_copies(visitor: Visitor, refs: Refs, at: list[str], keys: list[str]) -> None:
    """Every kind of copy, and a page for somebody with everything on it that may be."""
    for page in ("copies", "picture_svg", "picture_png", "give"):
        visitor.get(reverse(f"pictures:{page}", args=at))
    visitor.post(reverse("pictures:copies", args=at), paper="a3", words="easy", ink="low")
    said = {"look": "yes", "child_says": "agreed", "lines": "on", "days": "7", "visits": "5", "telling": "phone"}
    named = {f"stands-{key}": "words" for key in keys}
    for reader in ("mum", "hidden"):
        visitor.post(reverse("pictures:give", args=at), **said, **named, reader=refs[reader])
