"""Who may see and keep the ledger of a child, and the people it may speak of: those whom the viewer may read."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from kith.apps.access.actions import Action
from kith.apps.access.queries import NothingHere, circle_ids, may_hear, require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.occasions.actions import HEAR, KEEP
from kith.apps.occasions.kinds import COMPLAINT
from kith.apps.occasions.models import Representation
from kith.apps.people.actions import READ as READ_PERSON
from kith.apps.people.projections import FamilyView
from kith.apps.people.queries import family_of, is_over, short_name, shown_name
from kith.engines.drawing.network import Network, Person
from kith.kernel.decisions import Decision

OCCASION = "occasion"
NOT_ASKED = ("unborn", "pet", "professional")
PARENT_WORDS = {
    "birth": "Parent",
    "adopted": "Adoptive parent",
    "step": "Step-parent",
    "foster": "Foster carer",
    "kinship": "Carer from the family",
    "guardian": "Special guardian",
}
PARTNER = "Partner of a parent"
LIVES_HERE = "lives_here"


@dataclass(frozen=True)
class Family:
    """A child's network, cut for one viewer: who may be named in a ledger, and who is a parent or with one."""

    view: FamilyView

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """Everybody alive who may be told something, the child first."""
        found = (p for p in self.view.network.persons if p.kind not in NOT_ASKED and not (p.has_died or p.loss))
        return {person.id: person for person in found}

    @cached_property
    def names(self) -> Mapping[str, str]:
        return {ref: shown_name(person) for ref, person in self.people.items()}

    @cached_property
    def parents(self) -> Mapping[str, str]:
        """By ref, in what way: parents of the child, then whoever is or was with one of them."""
        return {ref: how for ref, how in parents_in(self.view.network).items() if ref in self.people}

    @property
    def first_name(self) -> str:
        return short_name(self.view.child).split()[0]

    @property
    def has_one_parent_only(self) -> bool:
        return list(self.parents.values()).count(PARENT_WORDS["birth"]) < 2

    def at_home(self, on: dt.date) -> Collection[str]:
        """Who lives in a home of the child's now: whoever works with the child meets them there."""
        about, found = self.view.child.id, set[str]()
        for home in self.view.network.households:
            here = {one.person for one in home.members if one.kind == LIVES_HERE and not is_over(one.until, on)}
            found |= here if about in here else set()
        return found

    @cached_property
    def holders(self) -> Collection[str]:
        """Who holds parental responsibility for the child, on record."""
        about = self.view.child.id
        return {
            held.holder_ref
            for held in self.view.responsibilities
            if held.child_ref == about and held.taken_out is None and not held.is_over
        }

    def is_adult(self, ref: str) -> bool:
        return self.people[ref].kind == "adult"


def parents_in(network: Network) -> dict[str, str]:
    """How each parent came to be one, and the partners of parents who are no parent of this child."""
    found: dict[str, str] = {}
    for union in network.unions:
        for link in union.children:
            if link.child == network.about and link.kind in PARENT_WORDS:
                found |= {partner: PARENT_WORDS[link.kind] for partner in union.partners if partner not in found}
    for union in network.unions:
        if any(partner in found and found[partner] != PARTNER for partner in union.partners):
            found |= {partner: PARTNER for partner in union.partners if partner not in found}
    return found


def family_round(actor: Actor, child_ref: str, action: Action, *, now: dt.datetime) -> tuple[Decision, Family]:
    """The decision on the ledger, and the family as this viewer may see it."""
    decision = require(actor, action, child_ref, now=now, kind=OCCASION)
    note_opened(child_ref, decision=decision)
    return decision, Family(family_of(actor, child_ref, now=now))


def require_to_keep(actor: Actor, child_ref: str, person_ref: str = "", *, now: dt.datetime) -> Decision:
    """For a deed on the ledger, about somebody in the child's network whom the doer may read."""
    decision = require(actor, KEEP, child_ref, now=now, kind=OCCASION)
    if person_ref and person_ref != child_ref:
        require(actor, READ_PERSON, person_ref, now=now)
        if target_of(person_ref).id not in circle_ids(target_of(child_ref).id):
            raise NothingHere
    return decision


def to_answer(
    actor: Actor, child_ref: str, representation_ref: str, *, now: dt.datetime
) -> tuple[Representation, Decision]:
    """For a deed on what a relative sent. A complaint that the doer does not hear is not there, as one never sent."""
    found = Representation.objects.filter(ref=representation_ref, subject__ref=child_ref).select_related("person")
    sent = found.first()
    is_complaint = sent is not None and sent.kind == COMPLAINT
    if sent is None or (is_complaint and not _hears(actor, child_ref, sent, now)):
        require_to_keep(actor, child_ref, now=now)
        raise NothingHere
    if not is_complaint:
        return sent, require_to_keep(actor, child_ref, sent.person.ref, now=now)
    require(actor, READ_PERSON, sent.person.ref, now=now)
    return sent, require(actor, HEAR, child_ref, now=now, kind=OCCASION)


def _hears(actor: Actor, child_ref: str, sent: Representation, now: dt.datetime) -> bool:
    return may_hear(actor, HEAR, child_ref, sent.agency_id, now=now, kind=OCCASION)
