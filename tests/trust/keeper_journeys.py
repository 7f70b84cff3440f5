"""What those do who keep Kith itself and read nobody: the administrator, and the lead for data protection.

Whatever their pages show is made of counts, of lists of workers and of rows of the audit record, and so could tell of
somebody hidden without ever naming them.
"""

from django.urls import reverse

from kith.apps.agencies.models import User
from kith.testing.factories import email_of
from tests.trust import journeys
from tests.trust.journeys import Journey, Refs
from tests.trust.visitor import Visitor, visitor

WRITER = "zed"  # who wrote what is hidden, and sealed it
COLLEAGUES = ("pru", "fay")
NAMES = (WRITER, *COLLEAGUES, "Okafor", "Xanthe", "Threnody", "Quillfeather")
PAGES = (
    *("help:numbers", "workers:find", "tasks:overview", "tasks:give", "sealing:queue", "sealing:propose_role"),
    *("sealing:choose_child", "sealing:conflict_told", "oversight:queue", "oversight:start", "oversight:unusual"),
    *("timescales:rules", "directory:look", "directory:words", "directory:add", "directory:feed"),
    *("directory:choose_feed", "directory:thresholds", "directory:choose_thresholds", "contacts:sent"),
    *("contacts:queue", "contacts:allegations", "teams:absences", "teams:ask_round", "sentences:supervised"),
    *("sentences:overseen", "account_mine", "health"),
)


def looking_after_kith(visitor: Visitor, refs: Refs) -> None:
    """Every page that is about no child, as it stands."""
    visitor.get("/")
    for page in PAGES:
        visitor.get(reverse(page))


def keeping_workers(visitor: Visitor, refs: Refs) -> None:
    """Who works here: found, proposed for another role and clearance, and said to have left and to be back."""
    for words in NAMES:
        visitor.post(reverse("workers:find"), find=words)
        visitor.post(reverse("sealing:propose_role"), find=words, search="yes")
    for name in (WRITER, *COLLEAGUES):
        ref = _ref_of(name)
        where = reverse("workers:worker", args=[ref])
        visitor.get(where)
        visitor.post(reverse("sealing:propose_role"), worker=ref, role="manager", why="They asked for it.")
        for act in ("clearance-0", "left"):
            visitor.post(where, act=act, why="The school asked for it.")
        visitor.get(where)
    visitor.get(reverse("workers:find"))
    visitor.get(reverse("sealing:queue"))
    visitor.get("/")


def looking_at_the_looking(visitor: Visitor, refs: Refs) -> None:
    """What colleagues opened, after they tried what may be hidden; and who looked at a record, by its reference."""
    for name in COLLEAGUES:
        journeys.guessing_refs(_colleague(name), refs)
    for words in NAMES:
        visitor.post(reverse("oversight:start"), find=words)
    for name in COLLEAGUES:
        for page in ("1", "2"):
            visitor.get(reverse("oversight:worker", args=[_ref_of(name)]), page=page)
    for name in ("mina", "dad", "lou", "hidden"):
        visitor.post(reverse("oversight:ask"), ref=refs[name])
        for page in ("answer", "answer_text"):
            visitor.get(reverse(f"oversight:{page}", args=[refs[name]]))
    for page in ("unusual", "queue"):
        visitor.get(reverse(f"oversight:{page}"))


def hearing_what_the_lead_is_told(visitor: Visitor, refs: Refs) -> None:
    """That a colleague wrote something, that somebody is known in a worker's own life, that a record was destroyed."""
    visitor.get(reverse("oversight:worker", args=[_ref_of(WRITER)]))
    visitor.get(reverse("sealing:conflicts"))
    visitor.get(reverse("oversight:destroyed"))


def _ref_of(name: str) -> str:
    return User.objects.get(email=email_of(name)).ref


def _colleague(name: str) -> Visitor:
    """A browser whose answers nobody compares here."""
    return visitor(name)


ALWAYS: tuple[Journey, ...] = (
    *(looking_after_kith, keeping_workers, looking_at_the_looking),
    *(journeys.giving_a_task, journeys.looking_in_an_emergency, journeys.wishing_records_away),
)
