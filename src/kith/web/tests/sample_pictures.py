"""Invented contexts for the pictures that are drawn with a child: all of them, a beginning, one at a desk, together."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace as Record
from typing import Any

from kith.apps.pictures.face_rules import bases, holds_faces
from kith.apps.pictures.projections import (
    DrawnPage,
    FaceCard,
    FaceCut,
    FaceSaid,
    KindCard,
    LineCard,
    LineSaid,
    MadeCard,
    MadeSaid,
    PhotographCard,
    PictureCard,
    PicturesPage,
    PlacedCard,
    Placing,
)
from kith.apps.pictures.question_bank import asking
from kith.apps.pictures.vocabulary import directions, item_kinds, line_kinds, picture_kinds
from kith.engines.drawing.scenes import Face, Item, Line, Made, Part, Scene
from kith.web.pictures.asking import may_become
from kith.web.pictures.reading import hand_buttons, shown_photograph, shown_picture
from kith.web.tests.sample_fields import SampleField, SampleForm

CHILD = Record(ref="noor", first_name="Noor", name="Noor Wrayburn", initials="NW")
CARD = PictureCard(
    ref="p1",
    version=3,
    kind="ecomap",
    title="Ecomap of one person",
    title_for_child="My island",
    whose="As Noor sees it",
    whose_code="child",
    drawn_on=date(2026, 11, 17),
    present="Noor and Hana, at home",
    by="Rowan Achterberg, Tidewise Young Carers",
    is_finished=False,
    is_taken_out=False,
    may_draw=True,
)
EARLIER = replace(CARD, ref="p0", drawn_on=date(2026, 10, 8), is_finished=True, may_draw=False)
LONG = "Great-great-aunt Wilhelmina Featherstonehaugh-Cholmondeley, who lives far away by the sea"
PLACED = (
    PlacedCard(
        ref="i1", key="hana", version=1, kind="person", person="hana", name="Hana", says="Hana. my sister",
        placing=Placing(person="hana", name="Hana", words="my sister", farness=20, turn=30), part_title="",
        is_provisional=False,
    ),
    PlacedCard(
        ref="i2", key="long", version=2, kind="person", person="", name=LONG, says=LONG,
        placing=Placing(name=LONG, words="sends parcels", farness=90, state="not_met"), part_title="",
        is_provisional=True,
    ),
    PlacedCard(
        ref="i3", key="school", version=1, kind="place", person="", name="School", says="School. too loud",
        placing=Placing(kind="place", name="School", words="too loud", farness=70), part_title="",
        is_provisional=False,
    ),
)  # fmt: skip
LINES = (
    LineCard(ref="l1", key="k1", version=1, says="Noor and Hana: strong", line=LineSaid(b="hana", kinds=("strong",))),
)
SCENE = Scene(
    kind="ecomap",
    title="My island",
    centre="Noor",
    look="island",
    items=tuple(
        Item(card.key, card.kind, card.name, card.placing.words, farness=card.placing.farness, turn=card.placing.turn)
        for card in PLACED
    ),
    lines=(Line("l1", "hana", ("strong",)),),
)
PAGE = DrawnPage(
    picture=CARD,
    scene=SCENE,
    placed=PLACED,
    lines=LINES,
    to_place=(("dad", "Kwabena Ashdown"), ("nan", "Comfort Ashdown")),
    undo="moved or changed",
    redo="somebody placed",
    others=(EARLIER,),
    may_write=True,
    may_export=True,
    band="8_to_11",
    tablets=(),
    is_shared=False,
)
SAID_WHO = replace(EARLIER, who_may_see="Hana and my swim coach. Not Dad’s friend.")
FINISHED = replace(PAGE, picture=SAID_WHO, undo="", redo="", to_place=())
EMPTY = replace(PAGE, placed=(), lines=(), scene=replace(SCENE, items=(), lines=()), undo="", redo="", others=())
_CIRCLES = picture_kinds()["safety_know"]
CIRCLES = replace(
    PAGE,
    picture=replace(CARD, kind="safety_know", title_for_child="Who knows what is going on?"),
    placed=(
        replace(
            PLACED[0],
            placing=Placing(
                person="hana", name="Hana", part="middle", why="I told her.", workers_part="outer",
                workers_why="Nobody had asked.",
            ),
            part_title="They know some of it",
        ),
    ),
    lines=(),
    scene=Scene(
        kind="rings",
        title="Who knows what is going on?",
        centre="Noor",
        parts=tuple(Part(part.id, part.title) for part in _CIRCLES.parts),
        items=(Item("hana", "person", "Hana", part="middle", ghost_part="outer"),),
    ),
)  # fmt: skip


def drawn(page: DrawnPage, here: str = "drawn", *, chosen: str = "", **changes: object) -> dict[str, Any]:
    now = asking(page.picture.kind, page.band)
    return {
        "child": CHILD,
        "page": page,
        "kind": picture_kinds()[page.picture.kind],
        "items": item_kinds(),
        "line_kinds": {name: line_kinds()[name] for name in picture_kinds()[page.picture.kind].lines},
        "directions": directions(),
        "chosen": chosen,
        "here": here,
        "to_place": page.to_place,
        "asking": now,
        "after": "",
        "may_become": may_become(page, now),
        "refused": False,
        "tools": hand_buttons(),
        "bases": bases() if holds_faces(picture_kinds()[page.picture.kind]) else {},
        "photograph": None,
        "redrawn": "",
        "numbers": {card.key: number for number, card in enumerate(page.placed, 1)},
        **shown_picture(page.scene, (880, 620), chosen),
        **changes,
    }


MADE = (
    MadeCard(
        ref="m1", key="star", version=1, says="A star", made=MadeSaid(kind="sticker", what="star", points=(100, 880))
    ),
    MadeCard(
        ref="m2", key="wave", version=1, says="A drawing in blue, by Noor",
        made=MadeSaid(kind="stroke", what="blue", points=(50, 50, 120, 80), width="thin"),
    ),
    MadeCard(
        ref="m3", key="ring", version=1, says="A ring around Noor and Hana",
        made=MadeSaid(kind="ring", what="purple", width="thick", around=("", "hana")),
    ),
)  # fmt: skip
DOT = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
)
FACE = FaceCard(
    ref="f1",
    version=2,
    image=DOT,
    what="a photograph",
    said=FaceSaid(basis="agreed", words="Hana said yes"),
    may_leave=True,
    cut=FaceCut(across=500, down=400, size=640),
    can_be_cut=True,
)
SHOWN = (replace(PLACED[0], face=FACE), replace(PLACED[1], face=replace(FACE, ref="f2", can_be_cut=False)), PLACED[2])
FACED = replace(
    PAGE,
    placed=SHOWN,
    scene=replace(
        SCENE,
        items=tuple(
            replace(item, face=Face(card.face.image, card.face.what) if card.face else None)
            for item, card in zip(SCENE.items, SHOWN, strict=True)
        ),
    ),
)
BY_HAND = replace(
    PAGE,
    made=MADE,
    scene=replace(
        SCENE,
        made=tuple(
            Made(one.key, *(getattr(one.made, name) for name in ("kind", "what", "points", "width", "around")))
            for one in MADE
        ),
    ),
)

ON_PAPER = PhotographCard(
    width=2048, height=1536, marks={"hana": (300, 240), "long": (520, 610)}, is_mine=True, is_entered=False
)
PAPER = replace(PAGE, photograph=ON_PAPER)
ENTERED = replace(PAPER, photograph=replace(ON_PAPER, is_entered=True))


def on_paper(page: DrawnPage) -> dict[str, Any]:
    return drawn(page, chosen="hana", photograph=shown_photograph(page, CHILD.ref, "hana"))


KINDS = tuple(
    KindCard(
        name=kind.name,
        title=kind.title,
        for_child=kind.for_child,
        about=kind.about,
        minutes=kind.minutes,
        looks=tuple((look.id, look.button) for look in kind.looks),
        from_network=kind.from_network,
        pictures=(CARD, EARLIER) if kind.name == "ecomap" else (),
    )
    for kind in picture_kinds().values()
)
ALL = PicturesPage(kinds=KINDS, taken_out=(replace(EARLIER, is_taken_out=True),), may_draw=True, people=())
BEGIN = SampleForm(
    (
        SampleField(
            "whose",
            "Whose view is it?",
            "radioselect",
            choices=(("child", "Noor"), ("relative", "A relative"), ("worker", "Mine, as a worker")),
            held="child",
        ),
        SampleField("view_of", "Which relative’s view?", "select", choices=(("", "Choose"), ("nan", LONG))),
        SampleField(
            "look", "How shall it look?", "radioselect", choices=(("island", "Island"), ("team", "Team")), held="island"
        ),
        SampleField("present", "Who is there?", help_text="For example: Noor, her sister and you, at home."),
    )
)

FROM_PAPER = SampleForm(
    (
        SampleField("picture", "The photograph", "file", help_text="PNG, JPEG or WebP, at most 8 MB."),
        SampleField("kind", "What is on the paper?", "select", choices=(("", "Choose"), ("ecomap", "Ecomap"))),
        SampleField("drawn_on", "On which day was it drawn?", held="22 November 2026"),
        SampleField("whose", "Whose view is it?", "radioselect", choices=(("child", "Noor"),), held="child"),
    )
)

QUIET = asking("ecomap", "8_to_11", after="ecomap-near")
REFUSED = Record(says="That is in the picture.", undo_url="", undo_says="")
WRONG = Record(says="That is not it. Try again.", undo_url="", undo_says="")
HANDING = SampleForm(
    (
        SampleField("code", "Choose a PIN of 4 to 6 digits", "password", help_text="You need it to take it back."),
        SampleField(
            "offered", "Whose names may be offered?", "checkboxselectmultiple", choices=(("dad", "Kwabena"),), held=()
        ),
    )
)
DONE = SampleForm((SampleField("who_may_see", "Who may see this?", "textarea"),))


def ended(page: DrawnPage, *, is_locked: bool) -> dict[str, Any]:
    return {"child": CHILD, "page": page, "form": DONE, "is_locked": is_locked}


COVER = {"opens": "/open", "goes_on": "drawing.go_on"}
PICTURE_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "pictures": ("pictures/all.html", {"child": CHILD, "page": ALL}),
    "pictures-read": ("pictures/all.html", {"child": CHILD, "page": replace(ALL, may_draw=False, taken_out=())}),
    "pictures-begin": ("pictures/begin.html", {"child": CHILD, "kind": KINDS[3], "form": BEGIN}),
    "pictures-drawn": ("pictures/drawn.html", drawn(PAGE, chosen="hana")),
    "pictures-from-paper": ("pictures/from_paper.html", {"child": CHILD, "form": FROM_PAPER}),
    "pictures-on-paper": ("pictures/drawn.html", on_paper(PAPER)),
    "pictures-on-paper-entered": ("pictures/drawn.html", on_paper(ENTERED)),
    "pictures-faces": ("pictures/drawn.html", drawn(FACED, chosen="hana")),
    "pictures-faces-read": ("pictures/drawn.html", drawn(replace(FACED, picture=EARLIER), chosen="hana")),
    "pictures-together-faces": ("pictures/together.html", drawn(FACED, "together", chosen="hana")),
    "pictures-by-hand": ("pictures/drawn.html", drawn(BY_HAND, chosen="star")),
    "pictures-by-hand-read": ("pictures/drawn.html", drawn(replace(BY_HAND, picture=EARLIER))),
    "pictures-together-by-hand": ("pictures/together.html", drawn(BY_HAND, "together")),
    "pictures-finished": ("pictures/drawn.html", drawn(FINISHED)),
    "pictures-blank": ("pictures/drawn.html", drawn(EMPTY)),
    "pictures-together": ("pictures/together.html", drawn(PAGE, "together")),
    "pictures-together-blank": ("pictures/together.html", drawn(EMPTY, "together")),
    "pictures-together-quiet": (
        "pictures/together.html",
        drawn(PAGE, "together", asking=QUIET, may_become={}, after="ecomap-near"),
    ),
    "pictures-together-refused": ("pictures/together.html", drawn(PAGE, "together", refused=True, notice=REFUSED)),
    "pictures-covered": ("pictures/covered.html", {**COVER, "has_pin": True}),
    "pictures-covered-again": ("pictures/covered.html", {**COVER, "has_pin": True, "notice": WRONG}),
    "pictures-covered-open": ("pictures/covered.html", {**COVER, "has_pin": False}),
    "pictures-done": ("pictures/done.html", ended(PAGE, is_locked=True)),
    "pictures-thanks": ("pictures/done.html", ended(FINISHED, is_locked=True)),
    "pictures-thanks-open": ("pictures/done.html", ended(FINISHED, is_locked=False)),
    "pictures-hand-over": ("pictures/hand_over.html", {"child": CHILD, "page": PAGE, "form": HANDING}),
    "pictures-together-circles": ("pictures/together.html", drawn(CIRCLES, "together", chosen="hana")),
}
