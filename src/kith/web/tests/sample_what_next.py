"""Invented contexts for what comes after a picture: who somebody is, the lists, and those who are to be invited."""

from dataclasses import replace
from typing import Any

from kith.apps.occasions.projections import InvitationCard, InvitationSaid, InvitationsPage
from kith.apps.pictures.projections import (
    HelpLine,
    Invitee,
    ListsPage,
    PlacedCard,
    Placing,
)
from kith.web.tests.sample_fields import SampleField, SampleForm
from kith.web.tests.sample_occasions import BY, CARD, GAPS
from kith.web.tests.sample_people import LONG, NOOR
from kith.web.tests.sample_pictures import FINISHED

UNCLE = PlacedCard(
    ref="u1",
    key="u1",
    version=1,
    kind="person",
    person="",
    name=LONG.name,
    says=LONG.name,
    placing=Placing(name=LONG.name, words="has a boat"),
    part_title="",
    is_provisional=False,
)
DRAWN = replace(FINISHED, placed=(UNCLE,), lines=(), others=(), to_place=(("g", "Comfort Ashdown"),))
LISTS = ListsPage(
    drawn=DRAWN,
    to_contact=GAPS,
    blanks=("Who?: a blank to fill in. Who is it?", f"{LONG.name}: nobody is sure. Who would know?"),
    helpers=(HelpLine(name="Comfort Ashdown", ways=("listens and cares",), words="Sundays at hers"),),
    to_invite=(
        Invitee(ref="g", name="Comfort Ashdown", why_not=""),
        Invitee(ref="l", name=LONG.name, why_not="Nobody asks them before Noor says yes."),
    ),
    occasions=(CARD,),
    may_invite=True,
)
NOTHING = replace(
    LISTS, drawn=replace(DRAWN, placed=()), to_contact=(), blanks=(), helpers=(), to_invite=(), may_invite=False
)
INVITE = SampleForm(
    (
        SampleField("people", "Who is to be invited?", "checkboxselectmultiple", choices=(("g", "Comfort Ashdown"),)),
        SampleField("occasion", "To what?", "select", choices=(("o1", "The clinic"), ("new", "Something new"))),
        SampleField("words", "What is it, in a few words?"),
        SampleField("on", "On which day?"),
        SampleField("place", "Where, if that is known?"),
    )
)
KNOWN = SampleForm((SampleField("person", "Who is it?", "radioselect", choices=(("g", "Comfort Ashdown"),)),))
FOUND = SampleForm(
    (
        SampleField("called", "What do you call them?", held=LONG.name),
        SampleField("relation", "How do they belong?", "select", choices=(("sibling", "brother or sister of"),)),
        SampleField("to", "To whom?", "select", choices=(("g", "Comfort Ashdown"),)),
        SampleField("also", "By which of their parents?", "select", choices=(("", "Does not matter here"),)),
        SampleField("told_by", "Who told us?", held="Noor"),
        SampleField("phone", "Telephone, if somebody knows it"),
        SampleField("kind", "Are they an adult or a child?", "radioselect", choices=(("adult", "Adult"),)),
    )
)
WHO = {"child": NOOR, "page": DRAWN, "card": UNCLE, "known": KNOWN, "new": FOUND, "form": KNOWN}
INVITED = InvitationCard(
    ref="i1",
    version=2,
    person_ref="g",
    name="Comfort Ashdown",
    said=InvitationSaid(safety="safe", hurt="Nobody that we know of. I asked Mum alone."),
    says="Yes",
    waits=False,
    is_sent=False,
    recorded_by=BY,
)
UNANSWERED = replace(INVITED, ref="i2", name=LONG.name, said=InvitationSaid(safety="", hurt=""), says="")
WAITS = replace(UNANSWERED, ref="i3", name="Kwabena Ashdown", waits=True)
GONE = replace(INVITED, ref="i4", is_sent=True)
LEFT_OUT = replace(GONE, ref="i5", said=InvitationSaid(safety="unsafe", hurt="Mum"))
LIST = InvitationsPage(
    card=CARD,
    invitations=(
        INVITED,
        UNANSWERED,
        WAITS,
        GONE,
        replace(GONE, ref="i5", said=InvitationSaid(safety="unsafe", hurt="Mum")),
    ),
    not_yet="Nothing goes out yet. Nobody has answered whether it is safe to invite Kwabena Ashdown.",
    may_keep=True,
)
SEND = SampleForm((SampleField("invited_by", "Who invites them?", held="Rowan"),))
SAFETY = SampleForm(
    (
        SampleField("safety", "Is it safe to invite them?", "radioselect", choices=(("safe", "Yes"),)),
        SampleField("hurt", "Who could be hurt?", held="Nobody that we know of."),
        SampleField("version", "", is_hidden=True, held=2),
    )
)
WHAT_NEXT_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "what-next": ("pictures/lists.html", {"child": NOOR, "page": LISTS, "form": INVITE}),
    "what-next-nothing": ("pictures/lists.html", {"child": NOOR, "page": NOTHING, "form": INVITE}),
    "recognise": ("pictures/recognise.html", WHO),
    "recognise-wrong": (
        "pictures/recognise.html",
        WHO | {"page": replace(DRAWN, to_place=()), "form": replace(FOUND, is_bound=True, faults=("Choose.",))},
    ),
    "invitations": ("occasions/invitations.html", {"child": NOOR, "page": LIST, "form": SEND}),
    "invitations-ready": (
        "occasions/invitations.html",
        {"child": NOOR, "page": replace(LIST, invitations=(INVITED,), not_yet=""), "form": SEND},
    ),
    "invitations-none": (
        "occasions/invitations.html",
        {"child": NOOR, "page": replace(LIST, invitations=(), may_keep=False), "form": SEND},
    ),
    "invitation": ("occasions/invitation.html", {"child": NOOR, "page": LIST, "invited": WAITS, "form": SAFETY}),
    "invitation-stale": (
        "occasions/invitation.html",
        {"child": NOOR, "page": LIST, "invited": INVITED, "form": replace(SAFETY, is_bound=True)},
    ),
}
