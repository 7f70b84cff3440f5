"""The rules themselves, without a query: facts in, a decision out. R-numbers are those of the access specification."""

from dataclasses import dataclass

from kith.apps.access.actions import Action
from kith.apps.access.roles import Role
from kith.kernel.decisions import Decision, Level, granted, refused

NOTHING_HERE = "There is nothing here for you to open."


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything a decision about one subject rests on, at one moment."""

    role: Role
    is_active: bool
    clearance: int
    sensitivity: int
    is_published: bool
    is_on_case_team: bool
    is_of_involved_agency: bool


def decision_on(action: Action, facts: Facts) -> Decision:
    """Deny first (R0), then the best of case team (R1), agency (R2) and role (R3), then what the action needs."""
    if not facts.is_active or not facts.is_published or facts.sensitivity > facts.clearance:
        return refused("R0", NOTHING_HERE)
    level, rule, because = reach_of(facts)
    if level == Level.NOTHING or action.name not in facts.role.actions:
        return refused("R0", NOTHING_HERE)
    if level < action.needs:
        return refused(rule, NOTHING_HERE)
    return granted(level, rule, because)


def reach_of(facts: Facts) -> tuple[Level, str, str]:
    """The highest level that any one relation gives, and which rule gave it."""
    title = facts.role.title.lower()
    candidates = [(facts.role.partnership, "R3", f"Your role, {title}, may see the partnership's records.")]
    if facts.is_of_involved_agency:
        candidates.append((facts.role.agency, "R2", "Your agency is working with this child."))
    if facts.is_on_case_team:
        candidates.append((facts.role.case_team, "R1", "You, or a team you are in, are working with this child."))
    return max(candidates, key=lambda c: (c[0], c[1] == "R1", c[1] == "R2"))
