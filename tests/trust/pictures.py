"""Pictures that were drawn with children of the small county, and the journeys of those who look at them."""

from base64 import b64decode
from collections.abc import Callable, Iterable, Mapping

from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kith.apps.access.queries import target_of
from kith.apps.audit.services import load
from kith.apps.files.projections import NewFile
from kith.apps.files.services import store_file
from kith.apps.pictures.models import Act, CheckOut, Face, HandMade, Line, Photograph, Picture, Placed
from kith.apps.pictures.taking import QUEUE_KEYS
from kith.apps.records.base import ON_A_DEVICE_FOR, refs_from, seal
from kith.kernel.decisions import Level, granted
from kith.kernel.refs import seeded_refs
from kith.testing.factories import NOW, OPERATOR, Partnership
from tests.trust.access.profiles import is_long
from tests.trust.crawling import NOBODY
from tests.trust.visitor import Visitor

Refs = Mapping[str, str]
LAST = 999
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63680000008200"
    "8177cd72b60000000049454e44ae426082"
)
GUESS = "Okafor Threnody lives at 7 Threnody Yard, EM7 7QZ, with Xanthe Quillfeather"


def what_was_drawn(county: Partnership) -> dict[str, str]:
    """A picture of Ivy's that Pru draws with her, with a place on it and a line."""
    drawn = draw(county, "ivy", "The sea", by="pru")
    photograph(county, "ivy", "The sea")
    drawn["made_ref"] = by_hand(county, "ivy", by="pru").ref
    alone = name_alone(county, "ivy", by="pru")
    face(county, "ivy", Placed.objects.get(ref=alone), "Thesea")
    with_face = ("cut_face", "describe_face", "face_off")
    drawn |= {f"placed_ref of pictures:{route}": alone for route in with_face}
    return drawn | {"placed_ref of pictures:recognise": alone}


def name_alone(county: Partnership, name: str, *, by: str) -> str:
    """Somebody on a picture that stands, of whom nobody said who of the network they are."""
    with refs_from(seeded_refs(f"a name alone on {name}")), load("test.drawn", by=OPERATOR, now=NOW, payload={}):
        picture = Picture.objects.get(ref=picture_of(name))
        return _placed(county, picture, by, kind="person", name="Bartimaeus", words="has a boat").ref


def picture_of(name: str) -> str:
    """The ref of somebody's picture, also in a world in which they are not."""
    return _refs_of(name)()


def _first_refs_of(name: str) -> list[str]:
    """The refs of somebody's picture, of what stands on it, its line, its act, and the tablet that has it."""
    refs = _refs_of(name)
    return [refs() for _ in range(5)]


def _refs_of(name: str) -> Callable[[], str]:
    return seeded_refs(f"{name} draws")


def draw(county: Partnership, name: str, words: str, *, by: str = "zed", view_of: str = "") -> dict[str, str]:
    """As rows, with refs of their own; every text of them says the words."""
    with refs_from(_refs_of(name)), load("test.drawn", by=OPERATOR, now=NOW, payload={}):
        worker = {"recorded_by_id": county.loaded.workers[by]}
        picture = Picture(kind="ecomap", look="island", whose="child", drawn_on=NOW.date(), present=words, **worker)
        picture.who_may_see = words
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
        tablet = _on_a_tablet(county, picture, by)
    return {
        "picture_ref": picture.ref,
        "placed_ref": place.ref,
        "line_ref": line.ref,
        "check_out_ref": tablet.ref,
    }


def put_on(county: Partnership, name: str, who: str, words: str) -> None:
    """Somebody of the network on a picture that stands, with words about them and a line to them."""
    with refs_from(seeded_refs(f"{who} on {name}")), load("test.drawn", by=OPERATOR, now=NOW, payload={}):
        picture = Picture.objects.get(ref=picture_of(name))
        person_id = target_of(county.refs[who]).id
        placed = _placed(county, picture, "zed", kind="person", person_id=person_id, name=words, words=words)
        _line(county, picture, "zed", placed)


def ring_around(county: Partnership, name: str, who: str) -> None:
    """On a picture that stands, around nobody but somebody of the network."""
    with refs_from(seeded_refs(f"ring around {who} on {name}")), load("test.drawn", by=OPERATOR, now=NOW, payload={}):
        picture = Picture.objects.get(ref=picture_of(name))
        placed = Placed.objects.get(picture=picture, person_id=target_of(county.refs[who]).id)
        row = HandMade(kind="ring", what="red", width="thin", recorded_by_id=county.loaded.workers["zed"])
        row.picture, row.place, row.around = picture, LAST, [placed.key]
        row.key = row.ref
        row.save(force_insert=True)


def by_hand(county: Partnership, name: str, *, by: str = "zed") -> HandMade:
    """A star on a picture that stands, put on after everybody else."""
    with refs_from(seeded_refs(f"by hand on {name}")), load("test.drawn", by=OPERATOR, now=NOW, payload={}):
        row = HandMade(kind="sticker", what="star", points=[777, 333], recorded_by_id=county.loaded.workers[by])
        row.picture, row.place = Picture.objects.get(ref=picture_of(name)), LAST
        row.key = row.ref
        row.save(force_insert=True)
    return row


def face_of(county: Partnership, name: str, who: str, word: str) -> None:
    """Of somebody of the network whom a picture has that stands."""
    person = target_of(county.refs[who]).id
    face(county, name, Placed.objects.get(picture__ref=picture_of(name), person_id=person), word)


def face(county: Partnership, name: str, placed: Placed, word: str) -> None:
    """A round picture of somebody; its bytes are such that a page which shows them says the word."""
    child = county.refs[name]
    with refs_from(seeded_refs(f"face on {name} {word}")), load("test.drawn", by=OPERATOR, now=NOW, payload={}):
        row = Face(picture=placed.picture, key=placed.key, basis="agreed", width=160, height=160)
        row.recorded_by_id, row.authors = placed.recorded_by_id, {"words": placed.recorded_by_id}
        row.words = word
        data = b64decode(word.ljust(-4 * (-len(word) // 4), "A"))
        file = NewFile(kind="image/png", data=data, subjects=frozenset([child]), original_name=f"{word}.png")
        asked = granted(Level.WRITE, "R1", "They work with them.")
        row.file_ref = row.whole_ref = store_file(by=OPERATOR, file=file, decide=lambda _: asked, now=NOW)
        row.save(force_insert=True)


def photograph(county: Partnership, name: str, words: str) -> None:
    """That a picture which stands was made from; its bytes and its name are nothing but the words."""
    child = county.refs[name]
    with refs_from(seeded_refs(f"photograph of {name}")), load("test.drawn", by=OPERATOR, now=NOW, payload={}):
        row = Photograph(width=640, height=480, recorded_at=NOW, entered_at=NOW)
        row.picture = Picture.objects.get(ref=picture_of(name))
        row.recorded_by_id = row.picture.recorded_by_id
        file = NewFile(kind="image/png", data=words.encode(), subjects=frozenset([child]), original_name=f"{words}.png")
        asked = granted(Level.WRITE, "R1", "They work with them.")
        row.file_ref = store_file(by=OPERATOR, file=file, decide=lambda _: asked, now=NOW)
        row.save(force_insert=True)


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


def _on_a_tablet(county: Partnership, picture: Picture, by: str) -> CheckOut:
    row = CheckOut(picture=picture, taken_by_id=county.loaded.workers[by], taken_at=NOW, until=NOW + ON_A_DEVICE_FOR)
    row.queue_key = seal("of a tablet", purpose=QUEUE_KEYS, bound_to=row.ref)
    row.save(force_insert=True)
    return row


def looking_at_pictures(visitor: Visitor, refs: Refs) -> None:
    """Everybody's pictures, and from tablets; new ones, on which words guess at whoever may be hidden."""
    for name in ("mina", "lou", "dad", "hidden"):
        visitor.get(reverse("pictures:all", args=[refs[name]]))
        visitor.get(reverse("pictures:begin", args=[refs[name], "ecomap"]))
        for page in ("drawn", "together", "beside", "lists", "take_along", "photograph"):
            visitor.get(reverse(f"pictures:{page}", args=[refs[name], picture_of(name)]))
        visitor.post(reverse("pictures:check_out", args=[refs[name], picture_of(name)]))
        picture, placed, *_, tablet = _first_refs_of(name)
        _come_back(visitor, [refs[name], picture, tablet], (placed, seeded_refs(f"hidden on {name}")()))
    _begin(visitor, refs["hidden"], "ecomap")
    _begin_with_the_family(visitor, refs)
    _from_paper(visitor, refs)
    _draw_on(visitor, refs, "hidden", picture_of("hidden"))


def drawing_with_children(visitor: Visitor, refs: Refs) -> None:
    """Every act on new pictures, with words that guess at whoever may be hidden."""
    kinds = ("ecomap", "safety_know")
    for kind in kinds:
        _begin(visitor, refs["mina"], kind)
    _by_hand(visitor, [refs["mina"], picture_of("mina")])
    if is_long():
        _from_paper(visitor, refs)
    laid_out = Picture.objects.filter(subject__ref=refs["mina"], kind__in=kinds if is_long() else kinds[:1])
    newest = laid_out.order_by("-pk").values_list("ref", flat=True)
    for picture in list(newest[: 3 if is_long() else 1]):
        _draw_on(visitor, refs, "mina", picture)


def _begin(visitor: Visitor, child: str, kind: str) -> None:
    begun = {"whose": "worker", "present": GUESS, "look": "plain" if kind == "ecomap" else ""}
    visitor.post(reverse("pictures:begin", args=[child, kind]), **begun)


def _begin_with_the_family(visitor: Visitor, refs: Refs) -> None:
    """Genograms and a tree that begin with those who are offered, and with somebody who may be hidden."""
    for kind in ("genogram", "cultural_genogram", "family_tree"):
        begin = reverse("pictures:begin", args=[refs["mina"], kind])
        visitor.get(begin)
        visitor.post(begin, whose="worker", present=GUESS, put_in=[refs["mum"], refs["dad"]])
        visitor.post(begin, whose="worker", present=GUESS, put_in=[refs["mum"], refs["hidden"]])
        newest = Picture.objects.filter(subject__ref=refs["mina"], kind=kind).order_by("-pk")
        for picture in newest.values_list("ref", flat=True)[:1]:
            at = [refs["mina"], picture]
            visitor.post(reverse("pictures:place", args=at), kind="person", person=refs["hidden"])
            for page in ("drawn", "together", "beside", "copies", "picture_svg"):
                visitor.get(reverse(f"pictures:{page}", args=at))


def _by_hand(visitor: Visitor, at: list[str]) -> None:
    """Strokes, stickers, and what others made, which is moved and rubbed out where it is there."""
    make = reverse("pictures:make", args=at)
    hidden = [seeded_refs(f"by hand on {name}")() for name in ("mina", "hidden")]
    hidden.append(seeded_refs("ring around hidden on mina")())
    visitor.post(make, kind="stroke", what="blue", width="thin", points="1,2,30,40")
    for name in ("star", "star", "heart"):
        visitor.post(make, kind="sticker", what=name)
    known = Placed.objects.filter(picture__ref=at[1], picture__subject__ref=at[0], withdrawn_at=None)
    known = known.exclude(picture__ref=picture_of("hidden"))  # of which no walker knows what stands on it
    around = [*known.filter(person=None).order_by("pk").values_list("key", flat=True), "middle"]
    visitor.post(make, kind="ring", what="red", width="thick", around=around)
    made = HandMade.objects.filter(picture__ref=at[1], picture__subject__ref=at[0]).order_by("-pk")
    own = made.exclude(ref__in=hidden).values_list("ref", flat=True)[:2]
    for ref in (*own, *hidden):
        visitor.post(reverse("pictures:move_sticker", args=[*at, ref]), version="1", spot="20,30")
        visitor.post(reverse("pictures:rub_out", args=[*at, ref]))


def _from_paper(visitor: Visitor, refs: Refs) -> None:
    """Photographs of paper maps, what is none, and the place of somebody on one."""
    said = {"kind": "ecomap", "drawn_on": "today", "whose": "worker", "present": GUESS}
    for name in ("mina", "hidden"):
        for data in (PIXEL, b"not a picture"):
            paper = SimpleUploadedFile("paper.png", data)
            visitor.post(reverse("pictures:from_paper", args=[refs[name]]), **said, picture=paper)
    ref = Picture.objects.filter(subject__ref=refs["mina"]).order_by("-pk").values_list("ref", flat=True)[0]
    for at in ([refs["mina"], ref], [refs["mina"], picture_of("mina")], [refs["hidden"], picture_of("hidden")]):
        for who in ("mum", "hidden"):
            visitor.post(reverse("pictures:place", args=at), kind="person", person=refs[who], spot="250,500")
        for everybody in ("yes", ""):
            visitor.post(reverse("pictures:entered", args=at), everybody=everybody)
        for page in ("photograph", "drawn"):
            visitor.get(reverse(f"pictures:{page}", args=at))


def _show_face(visitor: Visitor, on: list[str]) -> None:
    """A photograph of somebody, moved, said anew and taken off; what is there for nobody is the same for all."""
    said = {"basis": "agreed", "face_words": GUESS}
    visitor.post(reverse("pictures:face", args=on), **said, picture=SimpleUploadedFile("nan.png", PIXEL))
    for route, sent in (("cut_face", {"way": "nearer"}), ("describe_face", said)):
        visitor.post(reverse(f"pictures:{route}", args=on), version="1", **sent)
    visitor.get(reverse("pictures:drawn", args=on[:2]))
    visitor.post(reverse("pictures:face_off", args=on))
    visitor.post(reverse("pictures:undo", args=on[:2]))


def _say_who(visitor: Visitor, refs: Refs, name: str, at: list[str]) -> None:
    """Names that guess at whoever may be hidden, said to be them, and added as somebody new."""
    for number, called in enumerate(("Bartimaeus", GUESS[:40])):
        visitor.post(reverse("pictures:place", args=at), kind="person", name=called)
        rows = Placed.objects.filter(picture__ref=at[1], picture__subject__ref=refs["mina"]).order_by("-pk")
        rows = rows.exclude(person__ref=refs["hidden"])
        on = [*at, rows.values_list("ref", flat=True).first() or at[1]]
        visitor.get(reverse("pictures:recognise", args=on))
        for who in ("hidden", "uncle")[: number + 1]:
            known = {"known-person": refs[who], "known-version": "1"}
            visitor.post(reverse("pictures:recognise", args=on), way="known", **known)
        new = {"new-called": called, "new-relation": "parent", "new-to": refs[name], "new-told_by": GUESS}
        new |= {"new-phone": "01632 777001", "new-kind": "adult", "new-version": "1"}
        visitor.post(reverse("pictures:recognise", args=on), way="new", **new)
        visitor.post(reverse("pictures:forget", args=on) + "?version=2")


def _draw_on(visitor: Visitor, refs: Refs, name: str, picture: str) -> None:
    at = [refs[name], picture]
    for who in ("mum", "hidden"):
        visitor.post(reverse("pictures:place", args=at), kind="person", person=refs[who], to="together")
    visitor.post(reverse("pictures:place", args=at), kind="place", name=GUESS, words=GUESS, why=GUESS)
    drawn = Placed.objects.filter(picture__ref=picture, picture__subject__ref=refs["mina"]).order_by("pk")
    for placed in drawn.exclude(person__ref=refs["hidden"]).values_list("ref", flat=True):
        on = [*at, placed]
        visitor.post(
            reverse("pictures:change", args=on), version="1", farness="10", dx="-80", dy="9", width="900", height="600"
        )
        visitor.post(reverse("pictures:draw_line", args=on), line="strong", towards="b", **{"from": ""})
        _show_face(visitor, on)
    _say_who(visitor, refs, name, at)
    _by_hand(visitor, at)
    for act in ("undo", "undo", "redo"):
        visitor.post(reverse(f"pictures:{act}", args=at))
    _answer(visitor, at)
    for page in ("drawn", "together"):
        visitor.get(reverse(f"pictures:{page}", args=at))
    new = {"occasion": "new", "on": "1 December 2026", "words": f"Who comes {picture[:4]}"}
    for who in ("mum", "hidden"):
        visitor.post(reverse("pictures:lists", args=at), people=refs[who], **new)
    visitor.get(reverse("pictures:lists", args=at))
    cache.clear()  # nobody takes so many copies in an hour
    visitor.get(reverse("pictures:take_along", args=at))
    visitor.post(reverse("pictures:check_out", args=at), offered=[refs["uncle"], refs["hidden"]])
    tablets = CheckOut.objects.filter(picture__ref=picture, picture__subject__ref=refs["mina"]).order_by("-pk")
    tablet = tablets.values_list("ref", flat=True).first()
    seen = drawn.exclude(person__ref=refs["hidden"]).values_list("key", flat=True)
    _come_back(visitor, [*at, tablet or NOBODY], tuple(seen if is_long() else seen[:2]))
    _hand_over(visitor, at, refs)
    if name == "mina":
        visitor.post(reverse("pictures:done", args=at), who_may_see=GUESS)
    visitor.post(reverse("pictures:finish", args=at))
    visitor.get(reverse("pictures:drawn", args=at))
    visitor.get(reverse("pictures:beside", args=at))
    visitor.post(reverse("pictures:beside", args=at), first=picture_of(name), second=picture)
    visitor.get(reverse("pictures:beside", args=at) + f"?first={picture_of(name)}&second={picture}")
    visitor.get(reverse("pictures:all", args=at[:1]))
    keys = drawn.exclude(person__ref=refs["hidden"]).values_list("key", flat=True)
    _take_copies(visitor, refs, at, list(keys))


def _answer(visitor: Visitor, at: list[str]) -> None:
    """To a question, and to none; kept as each thing that an answer can become, by itself and as all of them."""
    together = reverse("pictures:together", args=at)
    visitor.get(together, ask="ecomap-count-on")
    visitor.get(together, after="ecomap-count-on")
    for becomes in (["item"], ["voice"], []):
        said = {"words": f"{GUESS} {len(becomes)}", "becomes": becomes, "question": "ecomap-count-on"}
        visitor.post(reverse("pictures:answer", args=at), **said)
    visitor.post(reverse("pictures:answer", args=at), words="", becomes=["item"])


def _hand_over(visitor: Visitor, at: list[str], refs: Refs) -> None:
    """Locked to the picture: other pages lead back to it, and it is covered, and opened with the PIN."""
    visitor.get(reverse("pictures:hand_over", args=at))
    visitor.post(reverse("pictures:hand_over", args=at), code="1111")
    visitor.post(reverse("pictures:hand_over", args=at), code="8305", offered=[refs["mum"]])
    visitor.get(reverse("children:child", args=[refs["mina"]]))
    visitor.post(reverse("pictures:cover", args=at))
    for code, then in (("1111", "draw"), ("8305", "draw"), ("8305", "back")):
        visitor.post(reverse("pictures:open_again", args=at), code=code, then=then)


def _take_copies(visitor: Visitor, refs: Refs, at: list[str], keys: list[str]) -> None:
    """Every kind of copy, and a page for somebody with everything on it that may be."""
    for page in ("copies", "picture_svg", "picture_png", "give"):
        visitor.get(reverse(f"pictures:{page}", args=at))
    visitor.post(reverse("pictures:copies", args=at), paper="a3", words="easy", ink="low")
    said = {"look": "yes", "child_says": "agreed", "lines": "on", "days": "7", "visits": "5", "telling": "phone"}
    said |= {"safety": "safe", "hurt": GUESS, "has_read": "on", "faces": "on", "made": "on"}
    named = {f"stands-{key}": "words" for key in keys}
    for reader in ("mum", "hidden"):
        visitor.post(reverse("pictures:give", args=at), **said, **named, reader=refs[reader])


def _come_back(visitor: Visitor, on: list[str], keys: Iterable[str]) -> None:
    """From a tablet, with words that guess; a second time; what clashes, with each choice; then it ends."""
    visitor.get(reverse("pictures:on_tablet", args=on))
    send = reverse("pictures:send", args=on)
    for _ in range(2):
        visitor.post(send, id="first", act="place", kind="place", name=GUESS, words=GUESS)
    for key in keys:
        for choice in ("", "both", "tablet", "here"):
            sent = {"name": GUESS, "words": GUESS, "kind": "place"}
            visitor.post(send, id=f"{key[:20]} {choice}", act="change", key=key, version="9", choice=choice, **sent)
        line = {"from": "", "between": key, "line": ["strong", "weak"], "towards": "a"}
        for choice in ("", "both", "here"):
            visitor.post(send, id=f"{key[:20]} line {choice}", act="line", version="9", choice=choice, **line)
        visitor.post(send, id=f"{key[:20]} line off", act="line_off", version="9", **line)
        visitor.post(send, id=f"{key[:20]} off", act="take_off", key=key, version="9")
    drawn = {"kind": "ring", "what": "red", "width": "thin", "around": [*keys, "middle"]}
    visitor.post(send, id="ring", act="make", **drawn)
    visitor.post(send, id="rubbed", act="rub_out", key="ring")
    for number, called in enumerate((NOBODY, "a" * 26)):
        visitor.post(send, id=f"somebody {number}", act="place", kind="person", person=called)
    visitor.get(reverse("account_logout"))
    visitor.post(reverse("pictures:end_check_out", args=on))
