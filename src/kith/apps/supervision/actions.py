"""What may be done with group supervision: ask for it, lead and take part, triage, and see what comes of it all."""

from kith.apps.access.actions import Action
from kith.kernel.decisions import Level

TAKE_PART = Action(
    "supervision.take_part",
    Level.POINTER,
    "Ask for a group supervision, lead or take part when asked, and say what it changed",
    is_by_role=True,
)
ABOUT = Action(
    "supervision.about",
    Level.READ,
    "Ask for a group supervision about a child, and see that one happened and which agencies came",
)
TRIAGE = Action(
    "supervision.triage",
    Level.POINTER,
    "Triage requests for group supervision without the child’s name, keep the pool, and ask facilitators",
    is_by_role=True,
)
FIGURES = Action(
    "supervision.figures",
    Level.POINTER,
    "See the figures of group supervision and take the evaluation report",
    is_by_role=True,
)

OBSERVE = Action(
    "supervision.observe",
    Level.POINTER,
    "Say how a group supervision was led that one watched, and see how requests were handled",
    is_by_role=True,
)
SUPPORT = Action(
    "supervision.support",
    Level.POINTER,
    "Offer support to somebody at work, as a debrief after the unexpected death of a child",
    is_by_role=True,
)

ACTIONS = (TAKE_PART, ABOUT, TRIAGE, FIGURES, OBSERVE, SUPPORT)
"""Every action of this app, for the registry."""
