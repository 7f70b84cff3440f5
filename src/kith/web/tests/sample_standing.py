"""Invented contexts of where a child stands, what is due, and disagreements."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from kith.apps.cases.projections import (
    BackCard,
    CheckAnswerCard,
    CheckCard,
    ChildStatus,
    ClockCard,
    DisagreementNote,
    DisagreementPage,
    DueCard,
    LineCard,
    MarkCard,
    OwnDay,
    PlannedMeeting,
    RaisingPage,
    SpellCard,
    StageCard,
    StandingCard,
    StandingPage,
    StopCard,
    TurnCard,
)
from kith.apps.chronologies.projections import Latest, LatestRow
from kith.apps.networks.projections import ChildLine
from kith.kernel.partial_dates import PartialDate
from kith.web.tests.sample_fields import SampleField, SampleForm
from kith.web.tests.sample_occasions import WAITING
from kith.web.tests.sample_people import NOOR
from kith.web.tests.sample_teams import COVER_NOTE, NO_COVER
from kith.web.today.ranking import Opened, ranked

AT = datetime(2026, 11, 23, 9, 12, tzinfo=UTC)
REVIEW = ClockCard(
    rule="CIN_REVIEW_FIRST",
    name="Child in need review",
    state="due soon",
    due_on=date(2026, 12, 9),
    variance_days=None,
)
LATE = replace(REVIEW, rule="EHA_COMPLETE", name="Early help assessment", state="overdue", variance_days=3)
UNCONFIRMED = replace(REVIEW, name="Disagreement, first step", state="", due_on=None, is_unconfirmed=True)
TWICE = ("Jan 2026 to Sep 2026", "Mar 2023 to Nov 2023")
LINE = LineCard(
    stops=(
        StopCard(kind="universal", says="Universal help", state="been", when=("from birth",)),
        StopCard(
            kind="early_help", says="Early help", state="been", when=("Jan 2026 to Sep 2026", "Mar 2023 to Nov 2023")
        ),
        StopCard(
            kind="family_help", says="Child in need", state="now", when=("since 9 Sep 2026",), ground="section 17"
        ),
        StopCard(kind="child_protection", says="Child protection", state="open"),
        StopCard(kind="looked_after", says="Looked after", state="open"),
        StopCard(kind="care_leaver", says="Care leaver", state="open"),
    ),
    backs=(BackCard(start=1, span=1, says="stepped back Nov 2023 to Jan 2026"),),
    marks=(MarkCard(says="SEN support", group="education", since=date(2025, 9, 1)),),
    now="Child in need",
    since=date(2026, 9, 9),
    legal="No court order is on record.",
)
MEETING = PlannedMeeting(
    says="Child in need review", on=date(2026, 11, 24), at="14:30", place="Saltmere Academy, B4", child_ref="noor"
)
LATER = replace(MEETING, says="Core group", on=date(2026, 11, 27), at="", place="")
SCHOOL_DISAGREES = DisagreementNote(
    ref="d1",
    says="Saltmere Academy disagrees with us",
    stage="Between the workers",
    clock=LATE,
    waits_for_you=True,
    child_ref="noor",
)
STATUS = ChildStatus(
    line=LINE,
    clocks=(LATE, REVIEW),
    more_clocks=2,
    next=(MEETING,),
    disagreements=(SCHOOL_DISAGREES, replace(SCHOOL_DISAGREES, ref="d2", clock=None, waits_for_you=False)),
    may_step=True,
    may_disagree=True,
)
QUIET_STATUS = ChildStatus(
    line=None, clocks=(), more_clocks=0, next=(), disagreements=(), may_step=False, may_disagree=False
)
CHECK = CheckCard(
    says="Kwabena’s side of the family is blank",
    why="Parents, brothers or sisters of Safiya are on record, and none of Kwabena.",
    do="Ask Kwabena about their own people",
    leads_to="add_person",
)
ASKED_AGAIN = CheckAnswerCard(
    ref="k1",
    version=1,
    says="It is being done",
    words="Saltmere Academy has a place from January",
    who="Ann Lowe, admissions",
    until=date(2026, 12, 9),
    by="Priya Oduya, Eastmarch Council",
    at=AT,
)
NO_SCHOOL = replace(
    CHECK, check="no_school", most_days=28, says="No school is on Noor’s team", leads_to="share", because="It is seen"
)
CHECKS = (
    replace(CHECK, says="Early help assessment is late and nobody has said why", leads_to="path", because="It is late"),
    replace(CHECK, check="one_side", about="kwabena", most_days=180),
    NO_SCHOOL,
    replace(CHECK, says="No health worker is on Noor’s team", answer=ASKED_AGAIN, check="no_health", most_days=28),
    replace(CHECK, says="Police protection is over by law since 3 November 2026", leads_to="standing"),
    replace(CHECK, says="We are not sure of “Baz”", leads_to="picture"),
)
LEADS = {"path": "/path", "standing": "", "add_person": "/add", "picture": "/picture", "share": "/shares"}
LATEST = Latest(
    rows=(
        LatestRow("r1", PartialDate("2026-11-19"), "Saltmere Academy", "Dad came to parents’ evening. " * 9, "green"),
        LatestRow("r2", PartialDate("2026-21"), "Emine, Noor’s grandmother", "أكلنا معا", ""),
    ),
    may_write=True,
)
NOTHING_HAPPENED = Latest(rows=(), may_write=False)
OF_A_CHILD: dict[str, Any] = {
    "status": STATUS,
    "checks": CHECKS,
    "most_checks": 3,
    "may_answer_checks": True,
    "leads": LEADS,
    "latest": LATEST,
}
NOTHING_OF_A_CHILD: dict[str, Any] = OF_A_CHILD | {
    "status": QUIET_STATUS,
    "checks": (),
    "may_answer_checks": False,
    "latest": NOTHING_HAPPENED,
}
OWN_DAY = OwnDay(
    due=(
        DueCard(child_ref="noor", clock=LATE),
        DueCard(child_ref="noor", clock=REVIEW, look_again_on=date(2026, 11, 20)),
    ),
    more_due=1,
    meetings=(MEETING, LATER),
    disagreements=(SCHOOL_DISAGREES, replace(SCHOOL_DISAGREES, child_ref="unseen", clock=None)),
)
NO_DAY = OwnDay(due=(), more_due=0, meetings=(), disagreements=())
OF_TODAY: dict[str, Any] = {
    "may_add_rows": True,
    "day": OWN_DAY,
    "called": {"noor": "Noor Wrayburn"},
    "ranked": ranked(OWN_DAY, (WAITING,), COVER_NOTE),
    "opened": Opened(
        meeting=MEETING,
        child=ChildLine(ref="noor", name="Noor Wrayburn", initials="NW", age="11", role="You: youth worker"),
        due=OWN_DAY.due,
        lately=(),
    ),
}
NOTHING_OF_TODAY: dict[str, Any] = {
    "may_add_rows": False,
    "day": NO_DAY,
    "called": {},
    "ranked": ranked(NO_DAY, (), NO_COVER),
    "opened": None,
}

STOOD = StandingCard(
    ref="s1",
    version=1,
    says="Child in need, section 17",
    group="Where help stands",
    means="Help by a plan under section 17",
    since=date(2026, 9, 9),
    until=None,
    is_over=False,
    words="Agreed with Mum and Dad.",
    by="Priyanka Oduya, Eastmarch Children’s Social Care",
    at=AT,
    is_taken_out=False,
    is_corrected=False,
    may_change=True,
)
ENDED = replace(STOOD, ref="s2", says="Early help", until=date(2026, 9, 9), is_over=True, words="")
WRONG = replace(STOOD, ref="s3", is_taken_out=True, is_corrected=True, may_change=False)
OUT = replace(WRONG, ref="s4", is_corrected=False)
HISTORY = StandingPage(
    line=LINE,
    spells=(
        SpellCard(says="Child in need, section 17", since=date(2026, 9, 9), until=None, is_from_path=False),
        SpellCard(says="Early help", since=date(2026, 1, 12), until=date(2026, 9, 9), is_from_path=True),
    ),
    cards=(STOOD, ENDED, WRONG, OUT),
    may_step=True,
    version="2026-11",
    source="Children Act 1989",
)
FORM = SampleForm(
    (
        SampleField("version", "", "hidden", held="1", is_hidden=True),
        SampleField("what", "Where does the child stand?", "select", choices=(("early_help", "Early help"),)),
        SampleField("since", "From which day?", errors=("Give a whole day, such as 3 March 2027.",)),
        SampleField("words", "What else should the team know?"),
    )
)
STAGES = (
    StageCard(says="Between the workers", decides="The two workers", state="over", clock=LATE),
    StageCard(says="Between the managers", decides="The managers", state="now", clock=UNCONFIRMED),
    StageCard(says="With the partners", decides="The partners", state="to come", clock=None),
)
TURNS = tuple(
    TurnCard(says=says, stage="Between the workers", words=words, by="Marcus Feld-Ibrahim, Saltmere Academy", at=AT)
    for says, words in (("Raised", "She was late five times.\nWe see more to do."), ("Answered", ""))
)
ONE = DisagreementPage(
    ref="d1",
    version=2,
    about="That the visits go down to one a month",
    wanted="Visits every two weeks until Christmas",
    raised_by="Saltmere Academy",
    with_agency="Eastmarch Children’s Social Care",
    waits_for="Eastmarch Children’s Social Care",
    outcome="",
    stages=STAGES,
    turns=TURNS,
    may_answer=True,
    may_go_on=True,
    next_stage="Between the managers",
    next_decides="The managers of the two workers",
    may_settle=True,
    outcomes=(("changed", "The decision was changed"),),
)
SETTLED = replace(
    ONE,
    about="",
    wanted="",
    waits_for="",
    outcome="We found another way",
    may_answer=False,
    may_go_on=False,
    may_settle=False,
)
TURN = SampleForm(
    (
        SampleField("version", "", "hidden", held="2", is_hidden=True),
        SampleField("words", "What do you answer?", "textarea"),
    )
)
RAISING = SampleForm(
    (
        SampleField("agency", "With which agency?", "select", choices=(("a1", "Saltmere Academy"),)),
        SampleField("about", "What do you disagree about?"),
        SampleField("words", "Why?", "textarea", errors=("Write the reasons. Both agencies read them.",)),
        SampleField("wanted", "What should happen instead?"),
    )
)
AGENCIES = (("a1", "Saltmere Academy"),)
FURTHER = {"heading": "Next stage: between the managers", "lead": "The managers.", "act": "Take it further"}

STANDING_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "standing": ("standing/history.html", {"child": NOOR, "page": HISTORY}),
    "standing-empty": (
        "standing/history.html",
        {"child": NOOR, "page": replace(HISTORY, line=None, spells=(), cards=(), may_step=False)},
    ),
    "standing-form": ("standing/form.html", {"child": NOOR, "heading": "Record where help stands", "form": FORM}),
    "check": ("standing/check.html", {"child": NOOR, "check": NO_SCHOOL, "form": FORM, "newest": None}),
    "check-stale": ("standing/check.html", {"child": NOOR, "check": NO_SCHOOL, "form": FORM, "newest": ASKED_AGAIN}),
    "disagreement-new": (
        "disagreeing/raise.html",
        {"child": NOOR, "page": RaisingPage(agencies=AGENCIES, stages=STAGES), "form": RAISING},
    ),
    "disagreement": ("disagreeing/one.html", {"child": NOOR, "page": ONE, "form": TURN}),
    "disagreement-settled": ("disagreeing/one.html", {"child": NOOR, "page": SETTLED, "form": TURN}),
    "disagreement-turn": ("disagreeing/turn.html", {"child": NOOR, "page": ONE, "form": TURN, **FURTHER}),
}
