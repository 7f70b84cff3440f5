"""Invented contexts for the pages about sharing, and about who sees a child."""

import datetime as dt
from typing import Any

from kith.apps.access.projections import ConsentCard, DecisionCard, Reason, ShareCard, Watcher
from kith.apps.access.queries import consent_steps, words_for_families
from kith.apps.networks.projections import WatcherGroup
from kith.web.sharing.forms import ConsentForm, DecideForm, EndForm, TakeBackForm
from kith.web.tests.sample_people import ARABIC, LONG, NOOR

TODAY = dt.date(2026, 11, 24)
AT = dt.datetime(2026, 11, 24, 16, 20, tzinfo=dt.UTC)


def share(ref: str, **facts: Any) -> ShareCard:
    words: dict[str, Any] = {
        "ref": ref,
        "giver": "Eastmarch council",
        "receiver": "Saltmarsh school",
        "kinds": ("Names", "Who they are and when they were born", "How people are tied to each other"),
        "roles": ("Manager", "Practitioner"),
        "may": "read it",
        "basis": "It is our job by law",
        "purpose": "Help for a child in need",
        "since_on": TODAY,
        "until_on": dt.date(2027, 5, 25),
        "is_live": True,
        "has_begun": True,
        "ended_on": None,
        "ended_why": "",
        "rests_on_consent": False,
    }
    return ShareCard(**(words | facts))


ENDED = share("b", ended_on=TODAY, ended_why="She moved school", is_live=False, receiver=LONG.name)


def said(ref: str, **facts: Any) -> ConsentCard:
    words: dict[str, Any] = {
        "ref": ref,
        "to_what": "Telling somebody else",
        "is_yes": True,
        "given_by": "Mum",
        "is_childs_own": False,
        "words": "School may know",
        "competence": "",
        "reasoning": "",
        "given_on": TODAY,
        "look_again_on": None,
        "is_to_look_at": False,
        "withdrawn_on": None,
        "withdrawn_words": "",
        "may_carry_a_share": True,
    }
    return ConsentCard(**(words | facts))


AGREED = said("c")
TAKEN_BACK = said("d", given_by=ARABIC.name, words="The club too", withdrawn_on=TODAY, withdrawn_words="Not any more")
REFUSED_BY_DAD = said(
    "f",
    is_yes=False,
    given_by="Dad",
    words="Nobody at school needs to know",
    reasoning="School sees her every day and keeps her safe at the gate. We told them, and told him so.",
    look_again_on=dt.date(2027, 1, 11),
)
HER_OWN = said(
    "g",
    to_what="Being talked about in group supervision",
    given_by=NOOR.name,
    is_childs_own=True,
    words="Yes if they say what came out of it",
    competence="She told it back to us in her own words, and asked what a no would change.",
)
DECISION = DecisionCard(
    ref="e",
    is_shared=False,
    what="Where the family lives",
    recipient="A tutor",
    decided_by="Priyanka Oduya",
    agency="Eastmarch council",
    decided_at=AT,
    said=(("Who asked", "A tutor"), ("Why it is needed", "It is not. The tutor meets Noor at school.")),
)
FULL = {
    "child": NOOR,
    "shares": (share("a"),),
    "past": (ENDED,),
    "consents": (AGREED, REFUSED_BY_DAD, HER_OWN, TAKEN_BACK),
    "decisions": (DECISION,),
    "may_share": True,
}
EMPTY = FULL | {"shares": (), "past": (), "consents": (), "decisions": (), "may_share": False}
ASKED = {"child": NOOR, "back": "/back"}
MANY = tuple(
    Watcher(name=f"Worker {n}", agency="Eastmarch council", role="Front door worker", rule="R3", is_you=False)
    for n in range(14)
)
YOU = Watcher(name="Rowan Achterberg", agency="Tidewise", role="Practitioner", rule="R1", is_you=True)
WHY = {
    "child": NOOR,
    "reasons": (
        Reason("R1", "You are on the team", "since 4 March 2026."),
        Reason("R5", "Nothing blocks it:", "you have told us of no tie of your own to this family."),
    ),
    "groups": (WatcherGroup("On the team", (YOU,)), WatcherGroup("By their role", MANY)),
    "count": 15,
}
SHARING_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "why": ("seeing/why.html", WHY),
    "sharing": ("sharing/overview.html", FULL),
    "sharing-empty": ("sharing/overview.html", EMPTY),
    "sharing-guide": (
        "sharing/guide.html",
        ASKED | {"phone": "01632 960 100", "steps": consent_steps(), "words": words_for_families()},
    ),
    "sharing-decision": ("sharing/decision.html", {"child": NOOR, "decision": DECISION}),
    "sharing-decide": (
        "sharing/decide.html",
        ASKED | {"form": DecideForm(None, agencies=[("a", "Saltmarsh school")], consents=[AGREED], today=TODAY)},
    ),
    "sharing-agreement": ("sharing/consent.html", ASKED | {"form": ConsentForm(today=TODAY)}),
    "sharing-take-back": (
        "sharing/take_back.html",
        ASKED | {"form": TakeBackForm(), "consent": AGREED, "stops": (share("a"),), "goes_on": (ENDED,)},
    ),
    "sharing-end": ("sharing/end.html", ASKED | {"form": EndForm(), "share": share("a")}),
}
