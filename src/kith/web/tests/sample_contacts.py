"""Invented contexts for telling the front door, hearing of it and deciding."""

from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace as Record
from typing import Any

from kith.apps.cases.projections import (
    ChallengeCard,
    ClockCard,
    ContactLine,
    ContactNote,
    ContactPage,
    DecisionCard,
    DelayCard,
    DelayToLookAt,
    HouseholdPage,
    KeptOutOfficer,
    LinkedPerson,
    MeetingCard,
    NotBroughtCard,
    NotBroughtPage,
    NoticeCard,
    PathPage,
    QueuePage,
    SentLine,
    SentPage,
    StepCard,
    Told,
)
from kith.web.tests.sample_fields import SampleField, SampleForm

AT = datetime(2026, 11, 23, 9, 12, tzinfo=UTC)
CLOCK = ClockCard(rule="REF_DECISION", name="Decision", state="due today", due_on=date(2026, 11, 24), variance_days=0)
LATE = ClockCard(
    rule="REF_DECISION",
    name="Decision",
    state="overdue",
    due_on=date(2026, 11, 23),
    variance_days=1,
    warnings=("Bank holidays are on file up to 26 December 2028 only.",),
)
POLICE = DelayCard(
    ref="d1",
    says="A police investigation or a criminal trial",
    words="The police asked us to wait with the conference until they have spoken to him.",
    done="They join by telephone on Thursday.",
    agreed_by="Oona Tresk, team manager",
    look_again_on=date(2026, 11, 30),
    is_look_due=False,
    by="Priyanka Oduya, Eastmarch Children’s Social Care",
    at=AT,
    is_taken_out=False,
)
WRONG = replace(POLICE, ref="d2", says="We missed it", is_taken_out=True)
DUE = replace(POLICE, ref="d3", says="No worker was free", words="", look_again_on=date(2026, 11, 20), is_look_due=True)
LATE_TODAY = (
    DelayToLookAt(
        ref="noor",
        step_ref="s1",
        rule="S47_TO_ICPC",
        says="Noor Wrayburn: look again at why it is late: First conference",
    ),
)
EXPLAINED = replace(LATE, name="First conference", begun="s1", reasons=(WRONG, POLICE, DUE), may_explain=True)
UNCONFIRMED = ClockCard(
    rule="EHA_COMPLETE",
    name="Early help assessment",
    state="",
    due_on=None,
    variance_days=None,
    warnings=("Unconfirmed: no day is counted by it.",),
    is_unconfirmed=True,
)
LINE = ContactLine(
    ref="c1",
    reference="28A1C-60T3G",
    about="Noor Wrayburn",
    sender="Tolu Brandt, Saltmere Academy",
    received_at=AT,
    clock=CLOCK,
    is_second_look=False,
)
PUBLIC = ContactLine(
    ref="c2",
    reference="7F3KQ-29QXM",
    about="No name given",
    sender="Somebody who gave no name",
    received_at=AT,
    clock=LATE,
    is_second_look=True,
)
TOLD = Told(
    words="She comes without a coat.\nShe says there is nothing to eat at home.",
    child_name="Noor Wrayburn",
    child_age="11",
    child_where="Saltmere Academy",
    others="Her little brother",
    family_knows="no",
)
DECISION = DecisionCard(
    says="Early help",
    told="The family is offered early help.",
    reason="Mum asks for help with food and heating.",
    threshold="2026-09",
    decided_at=AT,
    decided_by="Ines Orrin",
)
CHALLENGE = ChallengeCard(why="It was not the first time.", asked_at=AT)
NOOR = LinkedPerson(ref="noor", name="Noor Wrayburn", age="11")
DECIDING = SampleForm(
    (
        SampleField("version", "", "hidden", held="1", is_hidden=True),
        SampleField("outcome", "What do you decide?", "radioselect", choices=(("advice", "Advice"),)),
        SampleField("reason", "Why?", "textarea"),
    )
)
AGAIN = SampleForm(
    (
        SampleField("version", "", "hidden", held="1", is_hidden=True),
        SampleField("why", "Why do you ask for a second look?", "textarea"),
    )
)
PUBLIC_FIELDS = (
    SampleField("about", "Who is it about?", "radioselect", choices=(("child", "A child"),)),
    SampleField("words", "What are you worried about?", "textarea", errors=("A few words are enough.",)),
    *(
        SampleField(name, name)
        for name in ("child_name", "child_age", "mother", "due", "child_where", "others", "name", "reach")
    ),
)
SENT = SentLine(ref="c1", reference="28A1C-60T3G", about="Noor Wrayburn", sent_at=AT, state="Decided", opens=True)
CLOSED = SentLine(
    ref="c3",
    reference="60T3G-28A1C",
    about="An adult who works with children",
    sent_at=AT,
    state="With the designated officer, who gets in touch",
    opens=False,
)


def _contact(**changes: object) -> dict[str, Any]:
    page: dict[str, Any] = {"line": LINE, "version": 1, "told": TOLD, "sender_reach": "01632 960140", "waits": True}
    return {"page": ContactPage(**{**page, **changes}), "form": DECIDING}


def _outcome(**changes: object) -> dict[str, Any]:
    page: dict[str, Any] = {
        "line": SENT,
        "version": 2,
        "words": TOLD.words,
        "clock": CLOCK,
        "decisions": (DECISION,),
        "may_challenge": True,
        "challenges": (),
        "front_door": "01632 960100",
    }
    return {"page": SentPage(**{**page, **changes}), "form": AGAIN}


def _household(*named: LinkedPerson) -> dict[str, Any]:
    page = HouseholdPage(contact=_contact(people=named)["page"], named=named, at_home=named)
    choices = tuple((one.ref, f"{one.name}, {one.age}, lives with them") for one in named)
    known = SampleField("known", "Children who are known", "checkboxselectmultiple", choices=choices)
    names = SampleField("names", "Children who have no record yet", "textarea")
    share = SampleField("share", "What are they to each other?", "radioselect", choices=(("both", "The same parents"),))
    home = SampleField("is_one_home", "They live in one home", "checkbox")
    form = SampleForm((SampleField("version", "", "hidden", held="1", is_hidden=True), known, names, share, home))
    return {"page": page, "form": form}


CHILD = Record(ref="noor", first_name="Noor", name="Noor Wrayburn", expected="", look="")
BABY = Record(
    ref="bump",
    says="The baby was expected on 2 November 2026, and no birth is on record. Look what has happened.",
    first_name="Baby",
    name="Not born yet",
    expected="expected on 2 November 2026",
    look="The baby was expected on 2 November 2026, and no birth is on record. Look what has happened.",
)
BEGINNING = SampleForm(
    (
        SampleField("version", "", "hidden", held="1", is_hidden=True),
        SampleField("expected", "When is the baby expected?", held="19 February 2027"),
        SampleField("mother_ref", "Is the mother on record here?", "select", choices=(("", "Nobody here"),)),
    )
)
STEP = SampleForm(
    (
        SampleField("version", "", "hidden", held="1", is_hidden=True),
        SampleField("step", "What happened?", "radioselect", choices=(("section_47", "A section 47 enquiry begins"),)),
        SampleField("on", "On which day?"),
    )
)
STEPS = (
    StepCard(
        ref="s2",
        says="A strategy discussion is held",
        on=date(2026, 11, 20),
        words="Police, school and the health visitor",
        by="Priyanka Oduya, Eastmarch Children’s Social Care",
        is_taken_out=False,
        may_take_out=True,
    ),
    StepCard(ref="s1", says="Early help begins", on=AT, words="", by="R", is_taken_out=True, may_take_out=False),
)


MEETING = MeetingCard(
    ref="m1",
    says="Strategy discussion",
    on=date(2026, 11, 20),
    at="14:30",
    place="By video",
    stands="Held",
    came=("Priyanka Oduya, Eastmarch Children’s Social Care", "Ann Example, Eastmarch Police"),
    invited=(),
    missing=(("Gwen Tallis, community health", "Invited, did not come", "Ill, and nobody stood in"),),
    not_thought_of=("Probation",),
    is_taken_out=False,
    may_change=True,
)
PLANNED = replace(MEETING, ref="m2", says="First conference", stands="Planned", came=(), invited=("Safiya Wrayburn",))
GONE = replace(MEETING, ref="m3", stands="", is_taken_out=True, may_change=False, not_thought_of=())
PRESENCE = (("came", "Came"), ("not_invited", "Not invited"))
MEETING_FIELDS = (
    SampleField("version", "", "hidden", held="1", is_hidden=True),
    SampleField("kind", "What kind of meeting?", "select", choices=(("strategy", "Strategy discussion"),)),
    *(SampleField(name, name) for name in ("on", "at", "place")),
    SampleField("is_worker_w1", "Gwen Tallis, community health", "select", choices=PRESENCE),
    SampleField("why_worker_w1", "If missing, why? Gwen Tallis, community health"),
)
MEETING_ROWS = [("The team", [("is_worker_w1", "why_worker_w1")])]


def _path(**changes: object) -> dict[str, Any]:
    page: dict[str, Any] = {
        "child_ref": "noor",
        "state": "Section 47 enquiry",
        "version": 2,
        "running": (CLOCK, EXPLAINED, UNCONFIRMED),
        "ended": (LATE,),
        "steps": STEPS,
        "contacts": (ContactNote(received_at=AT, sender="Saltmere Academy", outcome=""),),
        "next_steps": (("section_47", "A section 47 enquiry begins"),),
        "may_tell": True,
        "may_see_rules": True,
    }
    return {"page": PathPage(**{**page, **changes}), "form": STEP, "child": CHILD}


BORN = StepCard(
    ref="s3",
    says="The baby is born",
    on=date(2026, 11, 21),
    words="",
    by="Gwen Tallis, community health",
    is_taken_out=False,
    may_take_out=True,
    more="It was expected on 30 November 2026.",
)


UNREAD = NoticeCard(
    ref="n1",
    child_name="Noor Wrayburn",
    child_age="11",
    words="She heard shouting and saw a door broken.",
    happened_on=date(2026, 11, 22),
    sent_at=AT,
    sender="Ann Example, Eastmarch Police",
    read_by="",
    read_at=None,
)
READ = replace(UNREAD, ref="n2", read_by="Marcus Feld-Ibrahim", read_at=AT)
MISSED = NotBroughtCard(
    on=date(2026, 11, 3),
    what="Hearing test",
    cause="They could not get there, or pay for it",
    carer="Mum",
    words="The bus was cut. We sent a taxi voucher.",
    by="Gwen Tallis, community health",
)
MISSING = SampleForm(
    (
        SampleField("what", "Which appointment was it?"),
        SampleField("on", "On which day?"),
        SampleField("cause", "What was in the way?", "radioselect", choices=(("travel", "Travel"),)),
    )
)


def _telling(child: Record | None) -> dict[str, Any]:
    return {"form": SampleForm(PUBLIC_FIELDS[1:4]), "child": child, "is_unborn": False}


def _not_brought(cards: tuple[NotBroughtCard, ...], sentence: str) -> dict[str, Any]:
    page = NotBroughtPage(cards=cards, sentence=sentence, causes=(("travel", "Travel"),), may_add=True)
    return {"page": page, "form": MISSING, "child": CHILD}


LATE_FORM = SampleForm(
    (
        SampleField("reason", "What is the reason?", "radioselect", choices=(("missed", "We missed it"),)),
        SampleField("words", "In your own words"),
        SampleField("look_again_on", "When does somebody look at it again?", errors=("That day is over.",)),
    )
)
KEPT = KeptOutOfficer(
    ref="o1", name="Sunniva Aldane", agency="Eastmarch", because="Their agency is named", may_let_in=True
)
INSIDE = replace(KEPT, ref="o2", name="Lia Brandt", may_let_in=False, let_in_why="Another Mr Ashby.")
LET_IN = SampleForm((SampleField("why", "How do you know?", errors=("“Why” has no answer yet",)),))
NOTHING = {"running": (), "ended": (), "steps": (), "contacts": (), "next_steps": ()}
NOTE = Record(
    front_door="3 wait at the front door",
    closed_queue="1 waits for the designated officer",
    notices="Your school was told of a child",
    may_send=True,
    may_triage=True,
    may_keep=True,
    may_see_rules=True,
)
CONTACT_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "tell-us": ("contacts/tell_us.html", {"form": SampleForm(PUBLIC_FIELDS)}),
    "tell-us-wrong": ("contacts/tell_us.html", {"form": SampleForm(PUBLIC_FIELDS, is_bound=True)}),
    "received": ("contacts/received.html", {"reference": "28A1C-60T3G"}),
    "tell": ("contacts/tell.html", _telling(None)),
    "tell-of-unborn": ("contacts/tell.html", {"form": BEGINNING, "child": None, "is_unborn": True}),
    "tell-of-child": (
        "contacts/tell.html",
        {"form": SampleForm(PUBLIC_FIELDS[1:4]), "child": CHILD, "is_unborn": False},
    ),
    "tell-of-adult": ("contacts/tell_of_adult.html", {"form": SampleForm(PUBLIC_FIELDS[1:3])}),
    "told": ("contacts/sent.html", {"lines": (SENT, CLOSED), "may_notify": True}),
    "told-nothing": ("contacts/sent.html", {"lines": ()}),
    "outcome": ("contacts/outcome.html", _outcome()),
    "outcome-again": ("contacts/outcome.html", _outcome(may_challenge=False, challenges=(CHALLENGE,))),
    "front-door": ("contacts/queue.html", {"page": QueuePage((LINE, PUBLIC), 1, has_more=True)}),
    "front-door-empty": ("contacts/queue.html", {"page": QueuePage((), 1, has_more=False)}),
    "contact": ("contacts/contact.html", _contact(suggested=(NOOR,))),
    "household": ("contacts/household.html", _household(NOOR)),
    "household-empty": ("contacts/household.html", _household()),
    "contact-unborn": ("contacts/contact.html", _contact(is_unborn=True, expected=BABY.expected, may_begin=True)),
    "begin": ("contacts/begin.html", _contact(is_unborn=True) | {"form": BEGINNING}),
    "contact-decided": (
        "contacts/contact.html",
        _contact(waits=False, people=(NOOR,), decisions=(DECISION,), challenges=(CHALLENGE,)),
    ),
    "allegations": ("contacts/allegations.html", {"page": QueuePage((LINE,), 1, has_more=False)}),
    "allegations-empty": ("contacts/allegations.html", {"page": QueuePage((), 1, has_more=False)}),
    "notify": ("contacts/notify.html", {"form": SampleForm(PUBLIC_FIELDS[1:4])}),
    "notices": ("contacts/notices.html", {"notices": (UNREAD, READ)}),
    "notices-empty": ("contacts/notices.html", {"notices": ()}),
    "not-brought": ("contacts/not_brought.html", _not_brought((MISSED,), "Not brought 1 time.")),
    "not-brought-empty": ("contacts/not_brought.html", _not_brought((), "")),
    "why-late": ("contacts/why_late.html", {"child": CHILD, "clock": EXPLAINED, "form": LATE_FORM}),
    "why-late-ended": ("contacts/why_late.html", {"child": CHILD, "clock": CLOCK, "form": LATE_FORM}),
    "path": ("contacts/path.html", _path()),
    "path-meetings": ("contacts/path.html", _path(meetings=(PLANNED, MEETING, GONE), may_step=True)),
    "meeting": ("contacts/meeting.html", {"form": SampleForm(MEETING_FIELDS), "rows": MEETING_ROWS, "child": CHILD}),
    "path-unborn": ("contacts/path.html", _path(may_step=True, may_take_back=True) | {"child": BABY}),
    "path-born": ("contacts/path.html", _path(steps=(BORN, *STEPS), may_step=True, is_born_here=True)),
    "path-empty": ("contacts/path.html", _path(**NOTHING)),
    "allegation": ("contacts/allegation.html", _contact()),
    "allegation-kept": ("contacts/allegation.html", _contact(kept_out=(KEPT, INSIDE))),
    "let-in": ("contacts/let_in.html", {"contact_ref": "c1", "officer": KEPT, "form": LET_IN}),
}
