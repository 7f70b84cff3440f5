"""Invented contexts for a child's team, absences and asking."""

from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace as Record
from typing import Any

from kith.apps.teams.projections import (
    AbsenceCard,
    AbsencesPage,
    AbsenceTold,
    AdviserPage,
    Alert,
    AskCard,
    AskRoundPage,
    Cover,
    CoverLine,
    CoverNote,
    NightLine,
    Seat,
    SeatCard,
    TeamCard,
    TeamPage,
    ToGoTo,
)
from kith.web.tests.sample_fields import SampleField, SampleForm

AT = datetime(2026, 11, 23, 9, 12, tzinfo=UTC)
ON = date(2026, 11, 24)
CHILD = Record(ref="noor", first_name="Noor", name="Noor Wrayburn")
SEAT = Seat(
    ref="s1",
    worker="w1",
    name="Priyanka Oduya",
    role="social worker",
    agency="Eastmarch Children’s Social Care",
    reach="01632 960118",
    since=date(2026, 1, 12),
    basis="It is our job by law",
    is_trusted=True,
    trust_said_by="Noor",
    is_lead=True,
    is_told=True,
)
COVERED = SeatCard(
    seat=SEAT,
    initials="PO",
    when="since Jan 2026",
    to_go_to=ToGoTo(is_away=True, back_on=date(2026, 11, 30), who=Cover(name="Sam Whitlock-Rai")),
    away_says="Away, back on Monday 30 November.",
    go_to="Sam Whitlock-Rai, 01632 960118",
)
YOU = SeatCard(seat=replace(SEAT, ref="s2", is_you=True, is_lead=False), initials="RA", when="since Jan 2026")
GAP = SeatCard(
    seat=replace(
        SEAT, ref="s3", worker="place s3", name="Gwen Tallis", is_trusted=False, works_with="Mum", asked_by="Priyanka"
    ),
    initials="GT",
    when="since Feb 2026",
    to_go_to=ToGoTo(is_away=True, passed=("Ann",)),
    away_says="Away, nobody has said until when. Ann was to cover and is away too.",
    gap="Nobody covers",
)
GROUP = SeatCard(
    seat=replace(SEAT, ref="s4", name="Front door", role="", is_group=True, is_told=False, basis="", is_trusted=None),
    initials="FD",
    when="since Feb 2026",
)
ALERTS = (
    Alert(
        kind="all_away",
        says="Nobody whom the family trusts is there from 21 December 2026 to 4 January 2027",
        rests_on="Away together: Priyanka Oduya and Gwen Tallis",
    ),
    Alert(kind="many_workers", says="6 different workers in the last 12 months, 2 of them gone again", rests_on="Ask"),
)
NIGHT = NightLine(
    team="Emergency duty team",
    shown="01632 960 999",
    dial="01632960999",
    hours="Every night and all weekend",
    opens="today at 09:00",
)
TEAM_CARD = TeamCard(seats=(COVERED, YOU, GAP, GROUP), alerts=ALERTS, night=NIGHT, asks=True, may_keep=True, count=7)
NO_TEAM = TeamCard(seats=(), alerts=(), night=None, asks=False, may_keep=False)
PAGE = TeamPage(
    ref="noor",
    on=ON,
    now=(COVERED, YOU, GAP, GROUP),
    to_come=(replace(YOU, when="from 1 December 2026"),),
    gone=(replace(YOU, when="1 May 2026 to 1 June 2026"),),
    alerts=ALERTS,
    night=NIGHT,
    for_family=("Priyanka is away. Priyanka is back on Monday 30 November.",),
    asks=(
        AskCard(
            ref="a1",
            who="Jude Oyelaran-Finch, probation practitioner",
            worker_ref="w9",
            adult="Kwabena Ashdown",
            adult_ref="p1",
            words="I see him on Mondays.",
            asked_at=AT,
        ),
    ),
    may_keep=True,
    may_ask_adviser=True,
)
COVER_NOTE = CoverNote(
    away=(
        CoverLine(
            name="Gwen Tallis",
            initials="GT",
            role="health visitor",
            says="Away, back on Monday 30 November.",
            go_to="",
            gap="No cover named",
            children=(("noor", "Noor Wrayburn"), ("eli", "Eli Wrayburn")),
        ),
        CoverLine(
            name="Priyanka Oduya",
            initials="PO",
            role="",
            says="Away, back on Monday 30 November.",
            go_to="Sam Whitlock-Rai, 01632 960118",
            gap="",
            children=(("noor", "Noor Wrayburn"),),
        ),
    ),
    more=2,
    alerts=tuple(("noor", "Noor Wrayburn", alert) for alert in ALERTS),
    asks=(("noor", "Noor Wrayburn", "Jude Oyelaran-Finch, probation practitioner"),),
    invited=(("eli", "Eli Wrayburn", "Priyanka Oduya asked you onto the team"),),
    adviser_asks=(("q1", "Sam Whitlock-Rai, 01632 960118", "What carries on?"),),
    own="You are away: 21 December 2026 to 4 January 2027. No cover named.",
    covering=("You cover for Sam Whitlock-Rai: 1 December 2026 to 3 December 2026.",),
    may_keep_own=True,
    may_ask=True,
)
NO_COVER = CoverNote()
QUIET_COVER = CoverNote(may_keep_own=True)
ABSENCE = AbsenceCard(
    ref="b1",
    version=1,
    worker="Priyanka Oduya",
    is_own=True,
    when="21 December 2026 to 4 January 2027",
    cover="Sam Whitlock-Rai, Eastmarch Children’s Social Care",
    warnings=("Another absence falls into these days. Who was named last covers.",),
    for_one=(("Noor Wrayburn", "Ann Example, Eastmarch Children’s Social Care"),),
    told=AbsenceTold(since=date(2026, 12, 21)),
    is_over=False,
    is_taken_out=False,
)
WORKERS = (("w1", "Sam Whitlock-Rai, social worker, Eastmarch Children’s Social Care"),)
COVER_FIELDS = (
    SampleField("cover", "Who covers?", "radioselect", choices=(("", "Nobody is named yet"), *WORKERS)),
    SampleField("cover_name", "Or somebody who does not sign in to Kith: their name"),
    SampleField("cover_reach", "How can they be reached?"),
)
DAYS = (SampleField("since", "First day away"), SampleField("until", "First day back"))
ABSENCE_FORM = SampleForm((*DAYS, *COVER_FIELDS))
ONE_FORM = SampleForm(
    (SampleField("child", "For which child?", "radioselect", choices=(("noor", "Noor"),)), *COVER_FIELDS)
)
WRONG = SampleForm(
    (*DAYS, *COVER_FIELDS), is_bound=True, faults=("The first day back has to come after the first day away.",)
)
PLACE = SampleForm(
    (
        SampleField("version", "", "hidden", held="1", is_hidden=True),
        SampleField("worker", "Who is it?", "radioselect", choices=WORKERS),
        SampleField("name", "Or their name"),
        SampleField("role", "What do they do for the family?"),
        SampleField("basis", "On what lawful basis?", "radioselect", choices=(("consent", "They agreed"),)),
        SampleField("reach", "How can they be reached?"),
    )
)
ASKING = SampleForm((SampleField("words", "What do you want to know?"),))
ADVISER_FORM = SampleForm(
    (
        SampleField("adviser", "Whom do you ask?", "radioselect", choices=WORKERS),
        SampleField("words", "What do you want to know?"),
    )
)
ROUND_FORM = SampleForm(
    (
        SampleField("adult", "Round which adult?", "radioselect", choices=(("p1", "Corin Hathersall"),)),
        SampleField("words", "What would you bring?"),
    )
)
ADVISER = AdviserPage(
    advisers=WORKERS, ages="16 to 25", fits="", asked=(("Ada", AT, "What carries on?", False), ("Ada", AT, "", True))
)
SEARCH: dict[str, Any] = {"searched": "", "is_search": False}
TEAM_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "team": ("teams/team.html", {"child": CHILD, "page": PAGE}),
    "team-empty": (
        "teams/team.html",
        {
            "child": CHILD,
            "page": TeamPage(
                ref="noor",
                on=ON,
                now=(),
                to_come=(),
                gone=(),
                alerts=(),
                night=None,
                for_family=(),
                asks=(),
                may_keep=False,
                may_ask_adviser=False,
            ),
        },
    ),
    "team-join": ("teams/join.html", {"child": CHILD, "form": PLACE, "found": WORKERS, **SEARCH}),
    "team-join-none": (
        "teams/join.html",
        {"child": CHILD, "form": PLACE, "found": (), "searched": "Zed", "is_search": True},
    ),
    "team-form": (
        "teams/form.html",
        {
            "child": CHILD,
            "heading": "Gwen Tallis",
            "lead": "It stands on the page.",
            "act": "Save",
            "form": PLACE,
            "first": ("role",),
        },
    ),
    "absences": (
        "teams/absences.html",
        {
            "page": AbsencesPage(
                absences=(ABSENCE, replace(ABSENCE, ref="b2", cover="", is_own=False, warnings=(), for_one=())),
                past=(
                    replace(ABSENCE, ref="b3", is_taken_out=True),
                    replace(ABSENCE, ref="b4", is_over=True),
                ),
                covers=WORKERS,
                colleagues=WORKERS,
                children=6,
            ),
            "form": ABSENCE_FORM,
            **SEARCH,
        },
    ),
    "absences-none": (
        "teams/absences.html",
        {"page": AbsencesPage(absences=(), past=(), covers=(), colleagues=(), children=0), "form": WRONG, **SEARCH},
    ),
    "absence": ("teams/absence.html", {"card": ABSENCE, "form": ABSENCE_FORM, **SEARCH}),
    "absence-one-child": ("teams/absence.html", {"card": ABSENCE, "is_for_one": True, "form": ONE_FORM, **SEARCH}),
    "absence-on-team": (
        "teams/absence.html",
        {
            "child": CHILD,
            "name": "Gwen Tallis",
            "entered": (("b9", 1, "1 December 2026"),),
            "form": ABSENCE_FORM,
            **SEARCH,
        },
    ),
    "adviser": ("teams/adviser.html", {"child": CHILD, "page": ADVISER, "form": ADVISER_FORM}),
    "adviser-too-young": (
        "teams/adviser.html",
        {"child": CHILD, "page": replace(ADVISER, fits="Come back nearer that birthday.", asked=()), "form": ASKING},
    ),
    "adviser-none": (
        "teams/adviser.html",
        {"child": CHILD, "page": replace(ADVISER, advisers=(), asked=()), "form": ASKING},
    ),
    "ask-round": (
        "teams/ask_round.html",
        {"page": AskRoundPage(adults=(("p1", "Corin Hathersall"),)), "form": ROUND_FORM},
    ),
    "ask-round-nobody": ("teams/ask_round.html", {"page": AskRoundPage(adults=()), "form": ROUND_FORM}),
}
