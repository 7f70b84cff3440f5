"""Invented contexts for pages about emergency looks, their reviews, and who looked."""

from datetime import UTC, date, datetime
from types import SimpleNamespace as Record
from typing import Any
from zoneinfo import ZoneInfo

from kith.apps.access.projections import DestroyedCard, DestroyedPage
from kith.web.tests.sample_fields import SampleField, SampleForm

OPENED_AT = datetime(2026, 11, 24, 10, 12, tzinfo=ZoneInfo("Europe/London"))
UNTIL_AT = datetime(2026, 11, 24, 14, 12, tzinfo=ZoneInfo("Europe/London"))
LIVE = Record(ref="look", until_at=UNTIL_AT)
ASKED = Record(name="Priyanka Oduya", role="social worker", agency="Eastmarch County", phone="01632 960 118")
HAPPENING = "Caller says she left home upset 20 minutes ago and has no coat or phone. I need to know who she goes to."
REASON = SampleField(
    "reason",
    "Why now?",
    "radioselect",
    held="may_be_hurt",
    choices=(
        ("may_be_hurt", "A child or adult may be hurt today"),
        ("police_or_ambulance", "Police or ambulance are with them"),
        ("child_asks", "The child asks for help now"),
    ),
)
CALL = SampleField("call_reference", "Reference of a call, if there is one", "text")


def _words(held: str = HAPPENING, error: str = "") -> SampleField:
    return SampleField(
        "words",
        "What is happening?",
        "textarea",
        held=held,
        help_text="One or two sentences. The reviewer reads this first.",
        errors=(error,) if error else (),
    )


PAGE: dict[str, Any] = {"child_ref": "child", "hours": 4, "review_within": 2, "phone": "01632 960 100"}
KNOWN: dict[str, Any] = {
    "child_ref": "child",
    "is_own_agency": False,
    "asks": [],
    "may_look": True,
    "is_suspended": False,
    "is_looking": False,
    "phone": "01632 960 100",
}
LOOK: dict[str, Any] = {
    "ref": "look",
    "looker": "Rowan Achterberg",
    "looker_agency": "Tidewise Young Carers",
    "opened_at": OPENED_AT,
    "until_at": UNTIL_AT,
    "reason": "A child or adult may be hurt today",
    "words": HAPPENING,
    "call_reference": "C-2118",
    "due_on": date(2026, 11, 26),
    "is_overdue": False,
    "is_escalated": False,
}
SOMEBODY = "a person your agency works with"
REVIEWS = [
    Record(look=Record(**LOOK), person="Noor Wrayburn"),
    Record(look=Record(**LOOK | {"is_overdue": True}), person=SOMEBODY),
    Record(look=Record(**LOOK | {"is_overdue": True, "is_escalated": True}), person=SOMEBODY),
]
SUSPENDED = Record(
    ref="suspension", worker="Ife Marlowe", why="A review found that a look was not right", since_at=OPENED_AT
)
OPENED = [Record(at=OPENED_AT, what="took the emergency look"), Record(at=OPENED_AT, what="the child’s page")]
REVIEW_FORM = SampleForm(
    (
        SampleField(
            "outcome",
            "Was it right to look?",
            "radioselect",
            choices=(("right", "Right"), ("not_right", "Not right: their emergency looks are suspended")),
        ),
        SampleField("words", "What did you find?", help_text="One sentence. It stays on record."),
    )
)
GIVE_BACK = SampleForm((SampleField("why", "Why?", help_text="One sentence. It stays on record."),))


ON = date(2026, 11, 24)
WORKER = Record(ref="w", name="Rowan Achterberg", job_title="Youth worker", agency="Tidewise Young Carers")
UNUSUAL = [
    Record(worker_ref="w", worker="Rowan Achterberg", agency="Tidewise", role="Practitioner", why=why)
    for why in (
        "Opened 41 different people outside their own cases within an hour.",
        "Opened somebody after their work with them had ended.",
    )
]
ROWS = [
    Record(at=OPENED_AT, what="the child’s page", rule="works with them", people=["A"]),
    Record(at=OPENED_AT, what="a list of children found by name", rule="", people=["A", "B", "C"]),
    Record(at=OPENED_AT, what="was refused", rule="", people=[]),
]
LINES = [
    Record(on=ON, agency="Eastmarch County", role="Front door worker", what="emergency"),
    Record(on=ON, agency="Tidewise Young Carers", role="Practitioner", what="opened"),
    Record(on=ON, agency="", role="", what="page"),
    Record(on=date(2026, 11, 3), agency="Saltmere Academy", role="Manager", what="listed"),
    Record(on=date(2026, 3, 9), agency="Tidewise Young Carers", role="Practitioner", what="changed"),
]


def _day(**changes: Any) -> Record:
    day = {"worker_ref": "w", "worker": "Rowan Achterberg", "agency": "Tidewise", "role": "Practitioner", "on": ON}
    return Record(**day | {"rows": [], "number": 1, "has_more": False} | changes)


def _known(**changes: object) -> dict[str, Any]:
    return {"page": Record(**KNOWN | changes)}


GONE = DestroyedCard(
    ground="They were entered by mistake, and should never have been on record",
    why="Somebody of the same street was meant.",
    proposed_by="Rowan Achterberg, Tidewise Young Carers",
    proposed_at=datetime(2026, 11, 20, 9, 5, tzinfo=UTC),
    agreed_by="Priyanka Oduya, Eastmarch council",
    destroyed_at=datetime(2026, 11, 23, 16, 20, tzinfo=UTC),
    agreed_why="I rang the school.",
)
EMERGENCY_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "known": ("seeing/known.html", _known()),
    "known-agency": ("seeing/known.html", _known(is_own_agency=True, asks=[ASKED])),
    "known-plain": ("seeing/known.html", _known(may_look=False)),
    "known-shut": ("seeing/known.html", {**_known(is_looking=True), "looking": LIVE}),
    "known-suspended": ("seeing/known.html", _known(is_suspended=True)),
    "emergency": (
        "seeing/emergency.html",
        {"page": Record(**PAGE), "form": SampleForm((REASON, _words(), CALL))},
    ),
    "emergency-wrong": (
        "seeing/emergency.html",
        {
            "page": Record(**PAGE),
            "form": SampleForm((REASON, _words("Help", "Say in a sentence or two what is happening."), CALL)),
        },
    ),
    "reviews": ("oversight/queue.html", {"page": Record(reviews=REVIEWS, suspended=[SUSPENDED])}),
    "reviews-none": ("oversight/queue.html", {"page": Record(reviews=[], suspended=[])}),
    "review": (
        "oversight/review.html",
        {
            "page": Record(look=Record(**LOOK), person="Noor Wrayburn", opened=OPENED, has_more=False),
            "form": REVIEW_FORM,
        },
    ),
    "review-late": (
        "oversight/review.html",
        {
            "page": Record(
                look=Record(**LOOK | {"is_overdue": True, "call_reference": ""}),
                person=SOMEBODY,
                opened=[],
                has_more=True,
            ),
            "form": REVIEW_FORM,
        },
    ),
    "looking": ("oversight/start.html", {"asked": "", "found": []}),
    "looking-found": ("oversight/start.html", {"asked": "Rowan", "found": [WORKER]}),
    "looking-none": ("oversight/start.html", {"asked": "Zz", "found": []}),
    "unusual": ("oversight/unusual.html", {"rows": UNUSUAL, "on": ON, "earlier": date(2026, 11, 23)}),
    "unusual-none": ("oversight/unusual.html", {"rows": [], "on": ON, "earlier": None}),
    "destroyed": ("oversight/destroyed.html", {"page": DestroyedPage(records=(GONE, GONE), has_more=True)}),
    "destroyed-none": ("oversight/destroyed.html", {"page": DestroyedPage(records=(), has_more=False)}),
    "worker-day": ("oversight/worker.html", {"page": _day(rows=ROWS, has_more=True), "earlier": ON}),
    "worker-day-empty": ("oversight/worker.html", {"page": _day(), "earlier": None}),
    "who-looked": ("oversight/answer.html", {"page": Record(subject_ref="child", until=ON, lines=LINES)}),
    "who-looked-none": ("oversight/answer.html", {"page": Record(subject_ref="child", until=ON, lines=[])}),
    "give-back": ("oversight/give_back.html", {"card": SUSPENDED, "form": GIVE_BACK}),
}
