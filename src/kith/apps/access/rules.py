"""The rules themselves, without a query: facts in, a decision out. R-numbers are those of the access specification."""

from dataclasses import dataclass
from typing import Protocol

from kith.apps.access.actions import Action
from kith.apps.access.roles import Role
from kith.kernel.decisions import Decision, Level, granted, refused

NOTHING_HERE = "There is nothing here for you to open."
SOMEBODY_KNOWS = "Someone here knows this child. Ring the front door."
AGENCY_KNOWS = "Your agency knows this child, and you are not on the team. Ask somebody who is."
ON_TASK = "You have a task for which you may read this."
NOT_YOUR_PART = "You may see this, and your role does not do that."


@dataclass(frozen=True, slots=True)
class SharedWith:
    """A live share that covers the record's kind and the actor's role."""

    level: Level
    sensitivity: int


@dataclass(frozen=True, slots=True)
class ClosedSeal:
    """An active seal on whose list the actor is not."""

    outsiders: str
    opens_in_emergency: bool


class Facts(Protocol):
    """Everything a decision about one record rests on, at one moment. A rule asks for what it needs, and what no rule
    asks for is never looked up."""

    @property
    def role(self) -> Role: ...

    @property
    def is_active(self) -> bool: ...

    @property
    def clearance(self) -> int: ...

    @property
    def sensitivity(self) -> int: ...

    @property
    def is_there(self) -> bool:
        """Published, and not merged into somebody else."""

    @property
    def is_in_conflict(self) -> bool: ...

    @property
    def is_on_case_team(self) -> bool: ...

    @property
    def is_of_involved_agency(self) -> bool: ...

    @property
    def shares(self) -> tuple[SharedWith, ...]: ...

    @property
    def has_purpose(self) -> bool: ...

    @property
    def closed_seals(self) -> tuple[ClosedSeal, ...]: ...

    @property
    def is_looking_in_emergency(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Reach:
    """How far one rule, or all together, reach."""

    level: Level
    rule: str
    because: str


def decision_on(action: Action, facts: Facts) -> Decision:
    """What the action needs against what the rules give; below POINTER everybody gets the same words."""
    reach = reach_of(facts)
    if reach.level == Level.NOTHING:
        return refused(reach.rule, NOTHING_HERE)
    if action.name not in facts.role.actions:
        return refused("R9", NOT_YOUR_PART, reach.level)
    if reach.level < action.needs:
        return refused(reach.rule, _too_little(reach), reach.level)
    return granted(reach.level, reach.rule, reach.because)


def _too_little(reach: Reach) -> str:
    if reach.level == Level.POINTER:
        return SOMEBODY_KNOWS
    return AGENCY_KNOWS if reach.level == Level.SUMMARY else NOT_YOUR_PART


def reach_of(facts: Facts) -> Reach:
    """Denials first (R0, R5), then the best of R1 to R3, then what seals leave of it (R4), then an emergency (R6)."""
    if not facts.is_active or not facts.is_there or facts.sensitivity > facts.clearance:
        return Reach(Level.NOTHING, "R0", NOTHING_HERE)
    if facts.is_in_conflict:
        return Reach(Level.NOTHING, "R5", NOTHING_HERE)
    return _in_emergency(facts, _under_seals(facts, _by_relation(facts)))


def _by_relation(facts: Facts) -> Reach:
    """The highest level that any one relation gives; of equals the nearest relation speaks."""
    role, title = facts.role, facts.role.title.lower()
    reaches = [Reach(Level.NOTHING, "R0", NOTHING_HERE)]
    if facts.is_on_case_team:
        reaches.append(Reach(role.case_team, "R1", "You, or a team you are in, are working with this child."))
    for share in facts.shares if reaches[-1].level < Level.READ else ():  # no share gives more
        if facts.sensitivity <= share.sensitivity:
            reaches.append(Reach(share.level, "R2", "Another agency shares this with yours."))
    if facts.is_of_involved_agency:
        reaches.append(Reach(role.agency, "R3", "Your agency is working with this child."))
    if facts.has_purpose:
        by_role = f"Your role, {title}, may see the partnership’s records."
        reaches.append(Reach(role.partnership, "R3", ON_TASK if role.needs_task else by_role))
    return max(reaches, key=lambda reach: reach.level)


def _under_seals(facts: Facts, reach: Reach) -> Reach:
    if not facts.closed_seals:
        return reach
    if all(seal.outsiders == "pointer" for seal in facts.closed_seals):
        return Reach(min(reach.level, Level.POINTER), "R4", SOMEBODY_KNOWS)
    return Reach(Level.NOTHING, "R4", NOTHING_HERE)


def _in_emergency(facts: Facts, reach: Reach) -> Reach:
    """An emergency look opens only what could be found anyway, and no seal that stays shut even then."""
    opens = all(seal.opens_in_emergency for seal in facts.closed_seals)
    if opens and Level.POINTER <= reach.level < Level.READ and facts.is_looking_in_emergency:
        return Reach(Level.READ, "R6", "You are taking an emergency look.")
    return reach
