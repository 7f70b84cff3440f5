"""Invented contexts for the pages about family links, on both sides of the door."""

from datetime import datetime
from types import SimpleNamespace as Record
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup

from kith.apps.networks.family_copies import CopiedHelper, CopiedPerson, FamilyCopy
from kith.web.links.slips import square_of
from kith.web.tests.sample_fields import SampleField, SampleForm
from kith.web.tests.sample_people import LONG, NOOR

AT = datetime(2026, 11, 24, 16, 20, tzinfo=ZoneInfo("Europe/London"))
PICTURE = Markup('<svg width="40" height="40" role="img"><text x="4" y="20">Mum</text></svg>')
PEOPLE = (
    CopiedPerson(says="Mum", is_reader=True),
    CopiedPerson(says="Dad", name="Kwabena"),
    CopiedPerson(says="Mum’s mother"),
    CopiedPerson(says="Brother"),
)
HELPERS = (
    CopiedHelper(says="Somebody from the council", name="Priya", team="East team", phone="01632 960001"),
    CopiedHelper(says="Your school’s worker"),
)
COPY = FamilyCopy(
    reader_part="parent",
    child="Noor",
    child_says="agreed",
    made_on="24 November 2026",
    picture="<svg></svg>",
    people=PEOPLE,
    helpers=HELPERS,
)
OWN_COPY = FamilyCopy(
    reader_part="young_person",
    child="Noor",
    child_says="own",
    made_on="24 November 2026",
    picture="",
    people=PEOPLE[1:],
    helpers=(),
)
CARD = Record(
    ref="link",
    reader_part="parent",
    expires_at=AT,
    visits=2,
    most_visits=5,
    opened_at=AT,
    published_by="Rowan Achterberg, Tidewise",
    published_at=AT,
)
LINKS = [
    Record(link=CARD, reader="Comfort Ashdown", kin="Mum"),
    Record(link=Record(**{**vars(CARD), "opened_at": None}), reader=LONG.name, kin=""),
]
ENDED = [
    Record(
        link=Record(
            reader_part="parent",
            why=why,
            ended_by="Ife Marlowe, Tidewise" if why == "revoked" else "",
            ended_at=None if why == "used_up" else AT,
            visits=number,
            published_by="Rowan Achterberg, Tidewise",
            published_at=AT,
        ),
        reader=LONG.name,
        kin="",
    )
    for number, why in enumerate(("revoked", "wrong_codes", "used_up", "ran_out"))
]
NAMED = "Whom may the page call by their first name?"
FORM = SampleForm(
    (
        SampleField("reader", "Who is the page for?", "radioselect", choices=(("m", "Comfort Ashdown, Mum"),)),
        SampleField("named", NAMED, "checkboxselectmultiple", held=[], choices=(("d", LONG.name),)),
    )
)
MADE = {
    "child": NOOR,
    "reader": "Comfort Ashdown",
    "address": "https://kith.example/p/" + "x" * 32,
    "square": square_of("https://kith.example/p/x"),
    "digits": "123 456",
    "by_phone": True,
    "expires_at": AT,
    "back": "/links",
}
LINK_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "link-door": ("links/door.html", {"is_wrong": False}),
    "link-door-wrong": ("links/door.html", {"is_wrong": True}),
    "link-closed": ("links/closed.html", {"words": ""}),
    "link-page": ("links/page.html", {"copy": COPY, "picture": PICTURE}),
    "link-page-own": ("links/page.html", {"copy": OWN_COPY, "picture": ""}),
    "links": ("links/links.html", {"child": NOOR, "links": LINKS, "ended": ENDED, "may_publish": True}),
    "links-none": ("links/links.html", {"child": NOOR, "links": [], "ended": [], "may_publish": False}),
    "link-make": (
        "links/make.html",
        {"child": NOOR, "form": FORM, "preview": None, "easy": None, "picture": "", "back": "/links"},
    ),
    "link-preview": (
        "links/make.html",
        {
            "child": NOOR,
            "form": FORM,
            "preview": Record(copy=COPY, mark="0"),
            "easy": None,
            "picture": PICTURE,
            "back": "/links",
        },
    ),
    "link-made": ("links/made.html", MADE),
    "link-made-told": ("links/made.html", {**MADE, "by_phone": False}),
}
