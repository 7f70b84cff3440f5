"""What may be done with access itself: seen, sealed, shared, looked at in an emergency."""

from kith.apps.access.registered import Action
from kith.kernel.decisions import Level

__all__ = ["ACTIONS", "Action"]  # and every action by its name

SEE_WHO = Action("access.see_who", Level.READ, "See who can open a child’s page, and why")

SEAL = Action("access.seal", Level.WRITE, "Seal somebody, or something about them")
KEEP_LIST = Action("access.keep_list", Level.READ, "Say who is on a seal’s list, and propose that it is lifted")
KEEP_ANY_LIST = Action("access.keep_any_list", Level.READ, "Change the list of a seal that a colleague set, when on it")
CONFIRM_SEAL = Action(
    "access.confirm_seal", Level.POINTER, "Be the second person for seals of the own agency", is_by_role=True
)
STAND_IN = Action(
    "access.stand_in",
    Level.POINTER,
    "Be the second person for seals of an agency that has nobody else",
    is_by_role=True,
)
MERGE = Action("access.merge", Level.WRITE, "Say that two records are one person, or that they are not")
PROPOSE_DESTROYING = Action(
    "access.propose_destroying", Level.WRITE, "Propose that somebody’s record is destroyed before its time"
)
AGREE_DESTROYING = Action(
    "access.agree_destroying", Level.READ, "Be the second person for destroying somebody’s record"
)
SEE_DESTROYED = Action(
    "access.see_destroyed",
    Level.POINTER,
    "See that records were destroyed: by whom, when and why, and nothing of them",
    is_by_role=True,
)
PROPOSE_ROLE = Action(
    "access.propose_role", Level.POINTER, "Propose another role for somebody who works here", is_by_role=True
)
DECIDE_ROLE = Action(
    "access.decide_role", Level.POINTER, "Be the second person for another’s proposal of a role", is_by_role=True
)
DECIDE_ROLE_ELSEWHERE = Action(
    "access.decide_role_elsewhere",
    Level.POINTER,
    "Be the second person for a role that another agency proposes",
    is_by_role=True,
)
LOAD_AGENCIES = Action(
    "access.load_agencies", Level.POINTER, "Add agencies and teams, and say who is in which team", is_by_role=True
)
KEEP_WORKERS = Action(
    "access.keep_workers",
    Level.POINTER,
    "Say that somebody has left or is back, and make a code for a password that was forgotten",
    is_by_role=True,
)
HEAR_OF_ROLES = Action("access.hear_of_roles", Level.POINTER, "Be told of every change of a role", is_by_role=True)
DECLARE_CONFLICT = Action("access.declare_conflict", Level.POINTER, "Say that you know a child in your own life")
NOTE_CONFLICT = Action("access.note_conflict", Level.READ, "Note that a colleague knows a child in their own life")
END_CONFLICT = Action(
    "access.end_conflict", Level.POINTER, "End what a colleague of the own agency declared", is_by_role=True
)
END_ANY_CONFLICT = Action(
    "access.end_any_conflict", Level.POINTER, "End what anybody declared, in every agency", is_by_role=True
)

LOAD_STAFF = Action(
    "access.load_staff",
    Level.POINTER,
    "Load the staff list, by which Kith finds workers who are close to a family",
    is_by_role=True,
)

GIVE_TASK = Action(
    "access.give_task", Level.READ, "Give a colleague a task that opens a child’s record to them for a time, and end it"
)
GIVE_ANY_TASK = Action(
    "access.give_any_task",
    Level.POINTER,
    "Give anybody a task over everybody on record, or over a record by its reference, and end any task",
    is_by_role=True,
)

SHARE = Action("access.share", Level.EXPORT, "Decide whether to share with another agency, and record agreements")
SEE_SHARING = Action("access.see_sharing", Level.READ, "See what of a child is shared, and with whom")

LOOK = Action("access.look_in_emergency", Level.POINTER, "Take an emergency look at somebody whom one may know of")
REVIEW_LOOKS = Action(
    "access.review_looks", Level.POINTER, "Review emergency looks at whom the own agency works with", is_by_role=True
)
REVIEW_ANY_LOOK = Action(
    "access.review_any_look",
    Level.POINTER,
    "Review emergency looks of every agency that waited too long",
    is_by_role=True,
)
GIVE_LOOKS_BACK = Action(
    "access.give_looks_back",
    Level.POINTER,
    "Give a colleague of the own agency the right to emergency looks back",
    is_by_role=True,
)

PUBLISH_LINK = Action("access.publish_link", Level.EXPORT, "Make a page for one person of a family, behind a link")
END_LINK = Action("access.end_link", Level.READ, "Close a link for the family at once")
SEE_LINKS = Action("access.see_links", Level.READ, "See which links for the family are open")

DESTROYING = (PROPOSE_DESTROYING, AGREE_DESTROYING, SEE_DESTROYED)
SEALING = (SEAL, KEEP_LIST, KEEP_ANY_LIST, CONFIRM_SEAL, STAND_IN, MERGE)
ROLE_CHANGES = (PROPOSE_ROLE, DECIDE_ROLE, DECIDE_ROLE_ELSEWHERE, HEAR_OF_ROLES)
WORKFORCE = (LOAD_AGENCIES, KEEP_WORKERS)
TASKS = (GIVE_TASK, GIVE_ANY_TASK)
SHARING = (SHARE, SEE_SHARING)
LINKS = (PUBLISH_LINK, END_LINK, SEE_LINKS)
CONFLICTS = (DECLARE_CONFLICT, NOTE_CONFLICT, END_CONFLICT, END_ANY_CONFLICT, LOAD_STAFF)
EMERGENCIES = (LOOK, REVIEW_LOOKS, REVIEW_ANY_LOOK, GIVE_LOOKS_BACK)

ACTIONS = (
    SEE_WHO,
    *SEALING,
    *DESTROYING,
    *ROLE_CHANGES,
    *WORKFORCE,
    *CONFLICTS,
    *EMERGENCIES,
    *TASKS,
    *SHARING,
    *LINKS,
)
"""Every action of this app, for the registry."""
