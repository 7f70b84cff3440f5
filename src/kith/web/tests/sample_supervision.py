"""Invented contexts for the pages about group supervision."""

import datetime as dt
from dataclasses import replace
from types import SimpleNamespace as Record
from typing import Any

from kith.apps.drafts.projections import DraftCard
from kith.apps.supervision.projections import (
    AskedToCome,
    AskedToLead,
    AskForm,
    DayCard,
    Desk,
    Evaluation,
    FacilitatorCard,
    Figure,
    Handled,
    HandledCard,
    Happened,
    LeadCard,
    MeetingPage,
    NetworkMeetingCard,
    ObservationCard,
    OwnPage,
    PairCard,
    PeerTalkCard,
    Receipt,
    RequestCard,
    RequestPage,
    SupportCard,
    WordsCard,
)
from kith.apps.supervision.queries import INVITATION_ANSWERS, answer_choices, localities, words_of
from kith.apps.supervision.vocabulary import offers, points, stop_card, supervision_data, toolbox
from kith.web.supervision.forms import (
    AnswersForm,
    AskingForm,
    FacilitatorForm,
    HappenedForm,
    InviteForm,
    NetworkMeetingForm,
    NewFacilitatorForm,
    ObservedForm,
    PeerTalkForm,
    SettleForm,
    SupportAtWorkForm,
    TriageForm,
    WindowForm,
)
from kith.web.tests.sample_people import LONG

TODAY = dt.date(2026, 11, 24)
CHILD = Record(ref="noor", first_name="Noor", name="Noor Wrayburn")
HAPPENED = (Happened(TODAY, ("Eastmarch Council", "Fenside School")),)
OUTCOMES = tuple((key, one["says"], one["means"]) for key, one in supervision_data()["outcomes"].items())
REQUEST = RequestCard(
    ref="r26",
    version=1,
    number=26,
    asked_on=dt.date(2026, 11, 20),
    from_whom="Safeguarding lead, Fenside School",
    state="waits for triage",
    missing="",
    day=2,
    of_days=5,
    is_late=False,
    why_now="Three agencies pull three ways. The plan has not moved since September.",
    stuck="“Nobody says out loud that we are worried.”",
    concerns="",
    around=("School", "Police", "Children’s mental health"),
    age="14 to 17",
    is_transition=True,
    locality="Fenside",
    consent="The family was told and agrees",
    consent_words="On 19 November.",
    outside="The charity that runs the football.",
    outcome="",
    outcome_words="",
    meets_on=None,
    meets_at="",
    happened_on=None,
    is_open=True,
)
LATE = replace(REQUEST, ref="r25", number=25, day=6, is_late=True, age="Under 5", concerns="Rank is in the way.")
AHEAD = replace(REQUEST, ref="r24", number=24, state="goes ahead", outcome="Go ahead")
ELSEWHERE = replace(
    REQUEST,
    ref="r23",
    number=23,
    state="went elsewhere",
    outcome="Statutory meeting",
    outcome_words="The core group is on Thursday.",
    is_open=False,
)
MET = replace(AHEAD, ref="r22", number=22, state="happened on 20 November 2026", happened_on=TODAY, is_open=False)
SHORT = replace(AHEAD, ref="r21", number=21, missing="one who leads is missing", meets_on=TODAY)
DESK = Desk(open=(REQUEST, LATE, SHORT, AHEAD), decided=(ELSEWHERE,), went_ahead=20, went_elsewhere=4)
NO_DESK = Desk(open=(), decided=(), went_ahead=0, went_elsewhere=0)
PAIR = PairCard(
    refs=("dv", "ab"),
    people=(
        ("Dana Volkov-Reed", "Police, Fenside", "has led 6"),
        ("Anaya Bellweather", "Health, Saltmere", "first one"),
    ),
    good=("Independent.", "Two agencies.", "New with experienced."),
    other=("12 miles for Dana.",),
    to_ask=("Dana Volkov-Reed", "Anaya Bellweather"),
)
ONE = PairCard(refs=("dv",), people=PAIR.people[:1], good=("Independent.",), other=(), to_ask=("Dana Volkov-Reed",))
DAY = DayCard(ref="d1", on_day=dt.date(2026, 12, 3), can=3, of=5, is_mine=True)
PAGE = RequestPage(
    card=REQUEST,
    leads=(),
    proposed=PAIR,
    shortfall="",
    others=(replace(PAIR, refs=("dv", "tm")), PAIR),
    left_out=(("Tom Marlow", "is away on every day named"), (LONG.name, "has a tie to this network")),
    also_about=(24,),
    outcomes=OUTCOMES,
    days=(),
    offers=offers(),
)
LEADS = (
    LeadCard(ref="l1", name="Dana Volkov-Reed", agency="Police", says="leads", is_live=True, has_agreed=True),
    LeadCard(ref="l2", name="Tom Marlow", agency="Police", says="withdrew", is_live=False, has_agreed=False),
)
DRAFT = DraftCard(words="why_now=Three", saved_at=dt.datetime(2026, 11, 24, 9, 12, tzinfo=dt.UTC))
LED = replace(
    PAGE,
    invited=((f"{LONG.name}, Fenside School", "asked, no answer yet"),),
    tied=("Dana Volkov-Reed",),
    draft=DRAFT,
    card=AHEAD,
    leads=LEADS,
    proposed=ONE,
    shortfall="A second has to be found.",
    others=(),
    also_about=(),
    days=(DAY,),
)
DONE = replace(
    PAGE,
    card=replace(MET, meets_on=TODAY, meets_at="10:00, library"),
    leads=LEADS,
    proposed=None,
    others=(),
    left_out=(),
)
FACILITATOR = FacilitatorCard(
    ref="f1",
    version=1,
    name="Dana Volkov-Reed",
    agency="Eastmarch Police",
    trained_on=dt.date(2024, 10, 8),
    led=6,
    holds=1,
    most_at_once=3,
    locality="Fenside",
    locality_code="fenside",
    needs="Somebody to think with after hard ones.",
    away=((dt.date(2026, 12, 21), dt.date(2027, 1, 3)),),
    networks=1,
)
BARE = replace(FACILITATOR, ref="f2", name=LONG.name, needs="", away=(), networks=0)
MET_ALL = NetworkMeetingCard(TODAY, ("Dana Volkov-Reed", LONG.name))
SUPPORT = SupportCard(
    ref="s1",
    kind="A network meeting",
    whom="Dana Volkov-Reed",
    offered_by="Bea Oduya, Eastmarch partnership",
    offered_on=TODAY,
    on_day=dt.date(2026, 12, 9),
    says="",
    waits=True,
)
ACCEPTED = replace(SUPPORT, ref="s2", says="Yes, please", waits=False, on_day=None)
TO_LEAD = AskedToLead(
    ref="l3",
    number=26,
    age="14 to 17",
    locality="Fenside",
    around=("School",),
    says="",
    waits=True,
    may_withdraw=False,
    meeting_ref="",
)
LEADING = replace(TO_LEAD, ref="l4", number=24, waits=False, may_withdraw=True, meeting_ref="r24")
OWN = OwnPage(
    asked=(REQUEST, ELSEWHERE),
    leads=(TO_LEAD, LEADING),
    meetings=(replace(AHEAD, meets_on=DAY.on_day, meets_at="10:00"), MET),
    asked_now=(("r22", 22, "at_once", "How was it, on the day?"),),
    polls=(("r24", 24),),
    to_come=(AskedToCome(ref="i1", number=21, age="Under 5", locality="Fenside", around=("School",)),),
    in_pool=FACILITATOR,
    answers=(),
    waits_for=2,
    support=(SUPPORT, ACCEPTED),
    talks=(
        PeerTalkCard(ref="t1", on_day=TODAY, with_whom=(LONG.name,), how=""),
        PeerTalkCard(ref="t2", on_day=TODAY, with_whom=("Tom Marlow", "Anaya Bellweather"), how="It helped"),
    ),
    may_offer_support=True,
)
ANSWERED = replace(OWN, answers=("5 answers.", "Yes: 5"), waits_for=0)
NOTHING = OwnPage(
    asked=(),
    leads=(),
    meetings=(),
    asked_now=(),
    polls=(),
    to_come=(),
    in_pool=None,
    answers=(),
    waits_for=0,
    support=(),
)
MEETING = MeetingPage(
    ref="r24",
    version=1,
    number=24,
    meets_on=None,
    meets_at="",
    happened_on=None,
    leads=(),
    days=(DAY, replace(DAY, ref="d2", is_mine=False)),
    people=(("a", "Rowan Achterberg, Tidewise Young Carers"), ("b", f"{LONG.name}, Fenside School")),
    themes=tuple(words_of("themes").items()),
    noted=(),
    may_lead=True,
    stop_cards=0,
    toolbox=toolbox(),
    stop_card=stop_card(),
    asked_now=(),
)
HELD = replace(
    MEETING,
    meets_on=TODAY,
    meets_at="10:00, library",
    happened_on=TODAY,
    leads=("Dana Volkov-Reed, Police", "Anaya Bellweather, Health"),
    noted=("Turning 18",),
    stop_cards=1,
    asked_now=(("at_once", "How was it, on the day?"),),
    observed=(
        ObservationCard(
            number=24,
            on_day=TODAY,
            by_whom="Bea Oduya, Eastmarch partnership",
            seen=tuple((says, "Yes") for says in points().values()),
            strengths="They asked whoever had said least.",
            to_try="A break at half-time.",
        ),
    ),
)
OFFERED = AskForm(
    age_bands=tuple(words_of("age_bands").items()),
    localities=tuple(localities().items()),
    kinds=(("school", "School"), ("police", "Police")),
    consents=tuple(words_of("consent").items()),
    network=(("a", "Tess Marlow, Fenside School"),),
    consent_guide=tuple(supervision_data()["consent_guide"].values()),
    offers=offers(),
)
FOUND = Evaluation(
    since=dt.date(2026, 1, 13),
    until=dt.date(2026, 7, 13),
    ages="Turning 18, or 18 to 25",
    requests=24,
    proceeded=20,
    elsewhere=(("Statutory meeting", 3), ("A designated professional", 1)),
    not_yet=0,
    happened=18,
    agencies=("Eastmarch Council", "Fenside School"),
    facilitators_from=("Eastmarch Police",),
    days_to_meeting=12,
    stop_cards=1,
    by_agency=(Figure("Eastmarch Council", 14), Figure("Fenside School", None)),
    by_locality=(Figure("Fenside", 24),),
    by_age=(),
    themes=(Figure("Turning 18", 12),),
    changed=(Figure("A little", 11),),
    asked_for_answers=60,
    answered=41,
    answered_later=20,
    handled=Handled(
        triaged=24,
        in_time=23,
        consent_is_written=22,
        went_ahead=20,
        independent=18,
        two_agencies=18,
        observed=12,
        seen=(Figure("Everybody was heard, those who said least first", 11), Figure("It was kind", None)),
        observed_from=5,
        network_meetings=2,
        came_to_network=14,
    ),
)
HANDLED = HandledCard(
    ref="r22",
    number=22,
    asked_on=TODAY,
    state="happened on 20 November 2026",
    days=3,
    is_late=False,
    consent_is_written=True,
    independent=2,
    two_agencies=True,
    is_observed=False,
    may_observe=True,
)
NOT_YET = replace(HANDLED, ref="r25", state="waits for triage", days=None, is_late=True, consent_is_written=False)
RECEIPT = Receipt(
    ref="r26",
    number=26,
    asked_on=TODAY,
    due_on=dt.date(2026, 12, 1),
    of_days=5,
    state="waits for triage",
    front_door="01632 960 150",
    business_unit=(("Partnership office", "01632 960 199"),),
)
NO_FIGURES = replace(
    FOUND,
    requests=0,
    elsewhere=(),
    agencies=(),
    facilitators_from=(),
    days_to_meeting=None,
    by_agency=(),
    by_locality=(),
)
WINDOW = {"since": "13 January 2026", "until": "13 July 2026", "ages": ""}


def _triage(one: RequestPage, data: Any = None) -> dict[str, Any]:
    return {"one": one, "desk": DESK, "form": TriageForm(data, outcomes=OUTCOMES, version=1)}


def _small(form: Any, heading: str) -> dict[str, Any]:
    return {"form": form, "heading": heading, "lead": "A lead.", "act": "Save", "way_back": "/back"}


def _own(own: OwnPage) -> dict[str, Any]:
    return {
        "own": own,
        "answers": answer_choices(),
        "to_come_answers": tuple(INVITATION_ANSWERS.items()),
        "hows": tuple(words_of("peer_hows").items()),
        "support_answers": tuple(words_of("support_answers").items()),
    }


def _found(form: Any, searched: str, *, is_found: bool) -> dict[str, Any]:
    words = {"heading": "Add a facilitator", "lead": "", "label": "Find who was trained, by name"}
    words |= {"nobody": "Nobody of that name works here.", "act": "Add to the pool", "way_back": "/back"}
    return {"form": form, "searched": searched, "is_found": is_found, **words}


SUPERVISION_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "supervision-own": ("supervision/own.html", _own(OWN)),
    "supervision-own-answers": (
        "supervision/own.html",
        _own(replace(OWN, answers=("5 answers.", "Yes: 5"), waits_for=0)),
    ),
    "supervision-own-nothing": ("supervision/own.html", _own(NOTHING)),
    "supervision-ask": (
        "supervision/ask.html",
        {"child": CHILD, "offered": OFFERED, "form": AskingForm(offered=OFFERED), "draft": DRAFT},
    ),
    "supervision-ask-nobody": (
        "supervision/ask.html",
        {
            "child": None,
            "offered": replace(OFFERED, network=()),
            "form": AskingForm({}, offered=OFFERED),
            "draft": None,
        },
    ),
    "supervision-desk": ("supervision/desk.html", {"desk": DESK}),
    "supervision-desk-none": ("supervision/desk.html", {"desk": NO_DESK}),
    "supervision-request": ("supervision/request.html", _triage(PAGE)),
    "supervision-request-wrong": ("supervision/request.html", _triage(replace(PAGE, card=LATE), {"version": "1"})),
    "supervision-request-led": ("supervision/request.html", _triage(LED)),
    "supervision-request-met": ("supervision/request.html", _triage(DONE)),
    "supervision-pool": (
        "supervision/pool.html",
        {"cards": (FACILITATOR, BARE), "offered": (SUPPORT, ACCEPTED), "met": (MET_ALL,)},
    ),
    "supervision-pool-none": ("supervision/pool.html", {"cards": (), "offered": (), "met": ()}),
    "supervision-add": (
        "supervision/find_worker.html",
        _found(NewFacilitatorForm(workers=[("a", LONG.name)]), "Long", is_found=True),
    ),
    "supervision-add-nobody": (
        "supervision/find_worker.html",
        _found(NewFacilitatorForm(workers=[]), "Zz", is_found=False),
    ),
    "supervision-facilitator": (
        "supervision/facilitator.html",
        {"card": FACILITATOR, "form": FacilitatorForm(card=FACILITATOR, led_before=2)},
    ),
    "supervision-form": ("supervision/form.html", _small(SettleForm(version=1), "Settle the day")),
    "supervision-happened": ("supervision/form.html", _small(HappenedForm({}, page=MEETING), "It happened")),
    "supervision-answers": (
        "supervision/answers.html",
        _small(AnswersForm(), "How was it, on the day?") | {"draft": None},
    ),
    "supervision-answers-left": (
        "supervision/answers.html",
        _small(AnswersForm(draft=DRAFT), "How was it, on the day?") | {"draft": DRAFT},
    ),
    "supervision-receipt": ("supervision/receipt.html", {"receipt": RECEIPT}),
    "supervision-receipt-bare": (
        "supervision/receipt.html",
        {"receipt": replace(RECEIPT, front_door="", business_unit=())},
    ),
    "supervision-toolbox": ("supervision/toolbox.html", {"tools": toolbox(), "stop_card": stop_card()}),
    "supervision-handled": ("supervision/handled.html", {"cards": (HANDLED, NOT_YET)}),
    "supervision-handled-none": ("supervision/handled.html", {"cards": ()}),
    "supervision-observe": ("supervision/observe.html", _small(ObservedForm({}), "How was it led?")),
    "supervision-support": ("supervision/support.html", {"offered": (SUPPORT, ACCEPTED)}),
    "supervision-support-none": ("supervision/support.html", {"offered": ()}),
    "supervision-support-new": (
        "supervision/find_worker.html",
        _found(SupportAtWorkForm({}, workers=[("a", LONG.name)]), "Long", is_found=True),
    ),
    "supervision-invite": (
        "supervision/find_worker.html",
        _found(InviteForm(workers=[("a", LONG.name)]), "Long", is_found=True),
    ),
    "supervision-network": (
        "supervision/form.html",
        _small(NetworkMeetingForm(pool=[("f1", "Dana Volkov-Reed, Police")]), "A network meeting"),
    ),
    "supervision-peers": (
        "supervision/form.html",
        _small(PeerTalkForm(peers=[("f1", "Dana Volkov-Reed, Police")]), "Thinking with peers"),
    ),
    "supervision-meeting": ("supervision/meeting.html", {"meeting": MEETING}),
    "supervision-meeting-held": ("supervision/meeting.html", {"meeting": HELD}),
    "supervision-words": (
        "supervision/words.html",
        {"waiting": (WordsCard(ref="w1", number=24, words="It slowed us down."),)},
    ),
    "supervision-words-none": ("supervision/words.html", {"waiting": ()}),
    "supervision-figures": (
        "supervision/figures.html",
        {"found": FOUND, "form": WindowForm(WINDOW), "asked": "since=x"},
    ),
    "supervision-figures-none": (
        "supervision/figures.html",
        {"found": NO_FIGURES, "form": WindowForm(WINDOW), "asked": ""},
    ),
    "supervision-figures-wrong": ("supervision/figures.html", {"found": None, "form": WindowForm({}), "asked": ""}),
}
