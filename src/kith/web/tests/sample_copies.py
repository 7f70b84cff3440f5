"""Invented contexts for drawn pictures side by side, on paper, and given to somebody."""

from dataclasses import replace
from types import SimpleNamespace as Record
from typing import Any

from markupsafe import Markup

from kith.apps.networks.given_pictures import GivenPart, GivenPicture
from kith.apps.pictures.projections import ComparedSide, ComparePage, CopiesPage
from kith.engines.drawing.scenes import compared, differing
from kith.web.pictures.reading import shown_picture
from kith.web.tests.sample_fields import SampleField, SampleForm
from kith.web.tests.sample_pictures import CARD, CHILD, EARLIER, LONG, SCENE

SMALL = (620, 620)
BEFORE = replace(SCENE, items=(replace(SCENE.items[0], farness=80), *SCENE.items[2:]), lines=())
NANS = replace(CARD, ref="p2", whose="As Comfort Ashdown sees it")


def _beside(page: ComparePage) -> dict[str, Any]:
    shown = [{"picture": side.picture} | shown_picture(side.scene, SMALL, is_live=False) for side in page.sides]
    return {"child": CHILD, "page": page, "picture_ref": "p1", "shown": shown}


IN_TIME = ComparePage(
    choices=(CARD, EARLIER),
    sides=(ComparedSide(picture=EARLIER, scene=BEFORE), ComparedSide(picture=CARD, scene=SCENE)),
    words=compared(BEFORE, SCENE),
    is_over_time=True,
    may_draw=True,
)
TWO_VIEWS = replace(
    IN_TIME,
    choices=(CARD, NANS),
    sides=(ComparedSide(picture=CARD, scene=SCENE), ComparedSide(picture=NANS, scene=BEFORE)),
    words=differing(SCENE, BEFORE),
    is_over_time=False,
)
ALONE = replace(IN_TIME, choices=(CARD,), sides=IN_TIME.sides[1:], words=())
COPIES = CopiesPage(
    picture=CARD,
    described="Noor's island with 3 people and places, 1 of them close.",
    held_back=(LONG,),
    sealed=("Hana",),
    no_pdf="",
    may_publish=True,
)
GIVEN = GivenPicture(
    reader_part="family",
    child="Noor",
    child_says="agreed",
    made_on="24 November 2026",
    title="My island",
    drawn_by="child",
    picture="<svg></svg>",
    parts=(GivenPart(title="Close", lines=("Sister", "A friend")), GivenPart(title="Far away", lines=("A place",))),
)
OWN = replace(GIVEN, reader_part="young_person", child_says="own", picture="", parts=())
PICTURE = Markup('<svg width="40" height="40" role="img"><text x="4" y="20">Sister</text></svg>')
WAYS = (("role", "As “Sister”"), ("name", "By name: “Hana”"), ("out", "Leave out"))
READER = SampleField("reader", "Who is the page for?", "radioselect", choices=(("m", "Safiya Wrayburn, Mum"),))
SAYS = SampleField("child_says", "What does Noor say?", "radioselect", choices=(("agreed", "Yes"),))
STANDS = SampleField("stands-hana", LONG, "select", choices=WAYS, held="role")
LINES = SampleField("lines", "Show the lines", "checkbox", held=False)
READING = SampleField("reading", "How do they read best?", "radioselect", choices=(("easy", "Easy read"),))
DAYS = SampleField("days", "How long is it open?", "radioselect", choices=(("1", "1 day"),), held="1")
VISITS = SampleField("visits", "How often can it be opened?", "radioselect", choices=(("1", "1 time"),), held="1")
TELLING = SampleField("telling", "How do you tell them?", "radioselect", choices=(("phone", "I ring them"),))
HAS_READ = SampleField("has_read", "I have read this", "checkbox", held=False)
SAFETY = SampleField("safety", "Is it safe?", "radioselect", choices=(("safe", "Yes"),))
HURT = SampleField("hurt", "Who could be hurt by it?", "text", held="")


class _GiveForm(SampleForm):
    """With its fields by name, as the page asks for them."""

    reader, child_says, lines, reading, days, visits, telling = READER, SAYS, LINES, READING, DAYS, VISITS, TELLING
    has_read, safety, hurt = HAS_READ, SAFETY, HURT
    of_things = (STANDS,)


GIVE = {
    "child": CHILD,
    "title": "My island",
    "form": _GiveForm((HAS_READ, READER, SAYS, SAFETY, HURT, STANDS, LINES, READING, DAYS, VISITS, TELLING)),
    "preview": None,
    "easy": None,
    "no_pdf": "",
    "picture": "",
    "who_may_see": "Mum and my swim coach",
    "back": "/copies",
}

COPY_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "pictures-beside": ("pictures/compare.html", _beside(IN_TIME)),
    "pictures-beside-views": ("pictures/compare.html", _beside(TWO_VIEWS)),
    "pictures-beside-alone": ("pictures/compare.html", _beside(ALONE)),
    "pictures-beside-itself": ("pictures/compare.html", _beside(replace(ALONE, choices=(CARD, EARLIER)))),
    "pictures-copies": ("pictures/copies.html", {"child": CHILD, "page": COPIES, "may_stand_in": True}),
    "pictures-copies-few": (
        "pictures/copies.html",
        {
            "child": CHILD,
            "may_stand_in": False,
            "page": replace(COPIES, held_back=(), sealed=(), no_pdf="A PDF needs Pango.", may_publish=False),
        },
    ),
    "pictures-give": ("pictures/give.html", GIVE),
    "pictures-give-look": (
        "pictures/give.html",
        {**GIVE, "preview": Record(given=GIVEN, mark="0"), "picture": PICTURE},
    ),
    "pictures-give-no-print": (
        "pictures/give.html",
        GIVE | {"preview": Record(given=OWN, mark="0"), "no_pdf": "A PDF needs Pango.", "who_may_see": ""},
    ),
    "pictures-given": ("pictures/given.html", {"given": GIVEN, "picture": PICTURE}),
    "pictures-given-own": ("pictures/given.html", {"given": OWN, "picture": ""}),
    "pictures-given-view": ("pictures/given.html", {"given": replace(GIVEN, drawn_by="relative"), "picture": PICTURE}),
    "pictures-given-worker": ("pictures/given.html", {"given": replace(OWN, drawn_by="worker"), "picture": ""}),
}
