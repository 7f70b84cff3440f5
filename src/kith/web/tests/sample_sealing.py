"""Invented contexts for the pages about seals, the second person, and children known in one's own life."""

from datetime import datetime
from types import SimpleNamespace as Record
from typing import Any
from zoneinfo import ZoneInfo

from kith.web.tests.sample_fields import SampleField, SampleForm
from kith.web.tests.sample_people import LONG, NOOR

SET_AT = datetime(2026, 11, 23, 16, 20, tzinfo=ZoneInfo("Europe/London"))
DUE_AT = datetime(2026, 11, 24, 16, 20, tzinfo=ZoneInfo("Europe/London"))
WHY = SampleField("why", "Why?", help_text="The second person reads this.")
WHAT = {
    "ref": "seal",
    "says": "Safe address",
    "means": "Somebody must not find out where they live",
    "covers": "Addresses",
    "why": "A court order of 3 November keeps him away.",
    "set_by": "Rowan Achterberg, Tidewise Young Carers",
    "set_at": SET_AT,
    "due_at": DUE_AT,
    "is_own": False,
}
READERS = [
    Record(
        ref="r",
        name="Rowan Achterberg",
        job_title="Youth worker",
        agency="Tidewise",
        is_you=True,
        may_end=False,
        is_able=True,
    ),
    Record(
        ref="p",
        name="Priyanka Oduya",
        job_title="Social worker",
        agency="Eastmarch",
        is_you=False,
        may_end=True,
        is_able=False,
    ),
]
SEAL = Record(
    **WHAT,
    is_overdue=False,
    is_confirmed=True,
    confirmed_by="Ife Marlowe, Tidewise",
    outsiders="pointer",
    readers=READERS,
    lapsed=[Record(name="Ife Marlowe, Tidewise", since=SET_AT)],
    may_change_list=True,
    is_lift_proposed=False,
)
FRESH = Record(**{**vars(SEAL), "is_confirmed": False, "confirmed_by": "", "is_overdue": True})
CARD = Record(
    ref="proposal",
    deed="lift_seal",
    what="Lift a seal: safe address. Addresses",
    why="He has moved abroad.",
    proposed_by="Rowan Achterberg, Tidewise",
    proposed_at=SET_AT,
    is_own=False,
    ground="",
)
TO_GO = Record(
    name=LONG.name,
    age="about 40",
    has_case=False,
    lines=[
        Record(what="Name", says=LONG.name, about="legal name", joins=False),
        Record(what="Tie", says="birth parent of Noor", about="", joins=False),
    ],
)
DESTROY = Record(**{**vars(CARD), "deed": "destroy_subject", "ground": "A court ordered it"})
ROLE_CHANGE = Record(
    worker="Ife Marlowe, Tidewise",
    says="is now manager",
    by="Proposed by Ada Quist, agreed by Ben Rhys",
    at=SET_AT,
)
UNREAD = Record(**{key: WHAT[key] for key in ("ref", "says", "covers", "why", "set_by")}, since=DUE_AT, is_asked=False)
NOTHING: dict[str, Any] = {
    "seals": [],
    "unread": [],
    "proposals": [],
    "own_seals": [],
    "own": [],
    "answered": [],
    "role_changes": [],
    "may_propose_role": False,
    "may_keep_workers": False,
    "may_end_conflicts": False,
    "is_empty": True,
}
FULL = {
    "seals": [Record(**WHAT, is_overdue=False), Record(**WHAT, is_overdue=True)],
    "unread": [UNREAD, Record(**{**vars(UNREAD), "is_asked": True})],
    "proposals": [CARD],
    "own_seals": [Record(**WHAT, is_overdue=True)],
    "own": [Record(**{**vars(CARD), "ref": "own"})],
    "answered": [("Ife Marlowe said no to this: Lift a seal.", "He was seen.")],
    "role_changes": [ROLE_CHANGE],
    "may_propose_role": True,
    "may_keep_workers": True,
    "may_end_conflicts": True,
    "is_empty": False,
}
SET_FORM = SampleForm(
    (
        SampleField(
            "covers",
            "What is sealed?",
            "radioselect",
            held="some",
            choices=(("whole", "Everything about Noor"), ("some", "Only what I choose here")),
        ),
        SampleField(
            "records", "Which of these?", "checkboxselectmultiple", choices=(("a", "Address: 2 Harbour View"),)
        ),
        SampleField("readers", "Who goes on seeing it?", "checkboxselectmultiple", choices=(("p", "Priyanka Oduya"),)),
        WHY,
    )
)
DECISION = SampleForm((SampleField("answer", "What do you say?", "radioselect", choices=(("yes", "Yes"),)), WHY))
ONE_OF = SampleForm((SampleField("colleague", "Which colleague?", "radioselect", choices=(("p", "Priyanka"),)),))
ROLE = SampleForm(
    (
        SampleField("worker", "Whose role?", "radioselect", choices=(("p", "Priyanka"),)),
        SampleField("role", "Which role?", "radioselect", choices=(("manager", "Manager"),)),
        WHY,
    )
)
READER = SampleForm((SampleField("worker", "Who shall read it?", "radioselect", choices=(("p", "Priyanka"),)), WHY))
ABOUT_NOOR: dict[str, Any] = {"child": NOOR, "name": "Noor", "back": "/back"}
SETTING = {
    **ABOUT_NOOR,
    "is_child": True,
    "form": SET_FORM,
    "searched": "",
    "found": 0,
    "who_confirms": ["Ife Marlowe"],
}
LISTED = {
    **ABOUT_NOOR,
    "seal": SEAL,
    "records": ["Address: 2 Harbour View"],
    "excluded": ["Peter Ashdown"],
    "others": [Record(ref="k", name="Kwabena", kin="Dad")],
    "searched": "",
    "found": [],
}
CONFLICT = Record(ref="c", worker="Priyanka Oduya, Eastmarch", how="said so themselves", since=SET_AT, name="Noor")

DESTROYED = Record(name=LONG.name, person_ref="person", version=3)
GROUNDS = (("entered_wrongly", "Entered wrongly"), ("court_order", "A court has ordered it"))
DESTROYING = SampleForm(
    (SampleField("ground", "On what ground?", "radioselect", choices=GROUNDS), SampleField("why", "Why?", "textarea"))
)
SEALING_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "seal-set": ("sealing/set.html", SETTING),
    "seal-set-searched": ("sealing/set.html", {**SETTING, "searched": "Ife", "is_search": True, "who_confirms": []}),
    "seal": ("sealing/seal.html", LISTED),
    "seal-fresh": (
        "sealing/seal.html",
        {**LISTED, "seal": FRESH, "records": [], "excluded": []},
    ),
    "seal-searched": ("sealing/seal.html", {**LISTED, "searched": "Pri", "found": READERS[1:]}),
    "seal-lift": ("sealing/lift.html", {**ABOUT_NOOR, "seal": SEAL, "form": SampleForm((WHY,))}),
    "second-person": ("sealing/queue.html", {"page": Record(**FULL)}),
    "second-person-empty": ("sealing/queue.html", {"page": Record(**NOTHING)}),
    "destroy": ("destroying/propose.html", {"child": NOOR, "page": DESTROYED, "form": DESTROYING}),
    "seal-confirm": ("sealing/confirm.html", {"seal": Record(**WHAT, is_overdue=True)}),
    "seal-reader": (
        "sealing/reader.html",
        {"seal": UNREAD, "form": READER, "searched": "Pri", "found": 1, "is_search": True},
    ),
    "decide-destroy": (
        "sealing/decide.html",
        {"card": DESTROY, "names": [LONG.name], "sides": None, "record": TO_GO, "form": DECISION},
    ),
    "decide": ("sealing/decide.html", {"card": CARD, "names": [], "sides": None, "form": DECISION}),
    "decide-merge": ("sealing/decide.html", {"card": CARD, "names": ["Noor", "Nour"], "sides": None, "form": DECISION}),
    "role": ("sealing/role.html", {"form": ROLE, "searched": "Pri", "found": 1, "is_search": True}),
    "role-nobody": ("sealing/role.html", {"form": ROLE, "searched": "Zz", "found": 0, "is_search": True}),
    "own-life": ("sealing/choose_child.html", {"children": [NOOR, LONG]}),
    "own-life-none": ("sealing/choose_child.html", {"children": []}),
    "own-life-say": ("sealing/declare.html", {**ABOUT_NOOR, "who_ends": ["Ife Marlowe"]}),
    "own-life-told": ("sealing/told.html", {"who_ends": []}),
    "own-life-colleague": ("sealing/note.html", {**ABOUT_NOOR, "form": ONE_OF, "colleagues": 1}),
    "own-life-list": ("sealing/conflicts.html", {"conflicts": [CONFLICT]}),
    "own-life-list-empty": ("sealing/conflicts.html", {"conflicts": []}),
}
MARK = Record(seal_ref="seal", says="Safe address", others=2, is_confirmed=True)
SEALED_PERSON = {
    "seals": {"": MARK, "a1": MARK, "kwabena": MARK, "tie-kwabena": MARK, "h1": MARK},
    "may_seal": True,
    "may_merge": True,
}
SEALED_CHILD = {**SEALED_PERSON, "may_declare": True, "may_note": True, "may_see_links": True}
