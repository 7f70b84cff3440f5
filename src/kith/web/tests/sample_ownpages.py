"""Invented contexts for a young person's own page, and for pages behind a link that are easy to read."""

from dataclasses import replace
from types import SimpleNamespace as Record
from typing import Any

from markupsafe import Markup

from kith.apps.ownpages.projections import (
    CopiedPart,
    Field,
    OwnPage,
    OwnPageCard,
    OwnPageCopy,
    PartCard,
    SectionCard,
    Sheet,
    SheetPart,
    StoodBefore,
    TellingCard,
)
from kith.web.links.easy import EasyPage, EasyPart, of_own_page
from kith.web.tests.sample_fields import SampleField, SampleForm

CHILD = Record(ref="noor", first_name="Noor", name="Noor Wrayburn")
ASK = PartCard(
    ref="p1",
    section="talk",
    text="Ask me, and wait.\nOne question at a time.",
    readers="everybody",
    shown="for everybody who works with Noor",
    when="4 November 2026",
    right="20 November 2026",
    earlier=(StoodBefore(text="Do not talk over my head.", when="8 April 2026"),),
)
NAMED = replace(
    ASK, ref="p2", text="W" * 60, readers="named", shown="only for people whom Noor named", names=("Gwen Tallis, NHS",)
)
PAGE = OwnPage(
    sections=(
        SectionCard(name="talk", title="How to talk to me", parts=(ASK, replace(NAMED, right="", earlier=()))),
        SectionCard(name="meeting", title="What I need on a visit or in a meeting", parts=(NAMED,)),
    ),
    tellings=(
        TellingCard(
            when="4 November 2026",
            heard="to Rowan Achterberg, Tidewise Young Carers. Spoken",
            chose="Noor chose, and can decide this alone. She changed two of them.",
        ),
    ),
    look_again="Noor last said that this is right on 8 April 2026, 8 months ago. Ask whether it still is.",
    seen="0",
    may_write=True,
    may_print=True,
    may_give=True,
)
EMPTY = OwnPage(sections=(), tellings=(), look_again="", seen="0", may_write=True, may_print=False, may_give=False)
CARD = OwnPageCard(says="Ask me, and wait.", look_again=PAGE.look_again, is_empty=False, may_write=True)
NO_CARD = replace(CARD, says="", look_again="", is_empty=True)
TALK = Field(key="talk", title="How to talk to me", asks="How do you like people to talk to you?", ideas=("Slow?",))
HELPS = replace(TALK, key="helps", title="What helps me", text="A walk.")
READERS = (("everybody", "Everybody who works with me"), ("named", "Only the people I name"), ("me", "Only me"))


def _fields(key: str, held: str, readers: str) -> list[SampleField]:
    return [
        SampleField(f"{key}-text", "How do you like people to talk to you?", "textarea", held=held),
        SampleField(f"{key}-readers", "Who may read this part?", "radioselect", choices=READERS, held=readers),
        SampleField(f"{key}-named", "Whom?", "checkboxselectmultiple", choices=(("g", "Gwen"),), held=[]),
    ]


TALKED, HELPED = _fields("talk", "", ""), _fields("helps", "A long walk.", "named")
TOLD = [SampleField("on", "On which day did they tell you?")]


class _WritingForm(SampleForm):
    parts = ((TALK, TALKED, False), (HELPS, HELPED, True))
    of_telling = TOLD


WRITE = {
    "child": CHILD,
    "form": _WritingForm((*TALKED, *HELPED, *TOLD)),
    "is_new": True,
    "is_stale": False,
    "back": "/own",
}
COPY = OwnPageCopy(
    child="Noor",
    made_on="24 November 2026",
    parts=(
        CopiedPart(title="How to talk to me", text="Ask me. Then wait."),
        CopiedPart(title="Who can help me explain", text="My brother knows.", is_for_me=True),
    ),
)
GIVE = {
    "child": CHILD,
    "form": SampleForm((SampleField("days", "How long?", "radioselect", choices=(("1", "1 day"),), held="1"),)),
    "preview": None,
    "easy": None,
    "back": "/own",
}
LOOKED = Record(copy=COPY, mark="0")
PARTS = (SheetPart(title="How to talk to me", lines=("Ask me.", "Then wait.")), SheetPart(title="Stop", lines=("No.",)))
EASY = EasyPage(
    heading="What we told you about Noor",
    lead=("Noor said that you may see this page.",),
    numbers=(("Rowan Achterberg", "01632 960 123"),),
    parts=(
        EasyPart(title="Please come to this", lines=("We talk about Noor.", "Wednesday 9 December 2026, 14:30")),
        EasyPart(title="Only for you: Stop", lines=("I pull my sleeves.",), is_folded=True),
    ),
    after=("This page is for you.",),
    picture_says="A picture of the family.",
    may_write=True,
)
OWN_PAGE_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "own-page": ("ownpages/page.html", {"child": CHILD, "page": PAGE}),
    "own-page-read": (
        "ownpages/page.html",
        {"child": CHILD, "page": replace(PAGE, may_write=False, may_print=False, may_give=False)},
    ),
    "own-page-empty": ("ownpages/page.html", {"child": CHILD, "page": EMPTY}),
    "own-page-write": ("ownpages/write.html", WRITE),
    "own-page-write-stale": ("ownpages/write.html", {**WRITE, "is_new": False, "is_stale": True}),
    "own-page-sheet": (
        "ownpages/sheet.html",
        {"child": CHILD, "sheet": Sheet(parts=PARTS, card=PARTS)},
    ),
    "own-page-no-sheet": (
        "ownpages/sheet.html",
        {"child": CHILD, "sheet": Sheet(parts=(), card=())},
    ),
    "own-page-give": ("ownpages/give.html", GIVE),
    "own-page-give-look": ("ownpages/give.html", {**GIVE, "preview": LOOKED}),
    "own-page-give-easy": ("ownpages/give.html", {**GIVE, "preview": LOOKED, "easy": of_own_page(COPY)}),
    "own-page-given": ("ownpages/given.html", {"copy": COPY}),
    "link-easy": ("links/easy.html", {"page": EASY, "picture": Markup("")}),
    "link-easy-own": ("links/easy.html", {"page": of_own_page(COPY), "picture": Markup("")}),
}
