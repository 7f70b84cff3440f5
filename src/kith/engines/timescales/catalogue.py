"""All rules on file, each in its versions, and the one version by which a case is judged."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from kith.engines.timescales.rules import Rule
from kith.kernel.days import day_words
from kith.kernel.errors import KithError


class CannotFindRule(KithError):
    """No rule of this name is on file, or none that was in force on the day."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The rules of one region; the versions of one rule stand one after the other and never overlap."""

    region: str
    version: str
    rules: tuple[Rule, ...]

    def versions(self, rule_id: str) -> tuple[Rule, ...]:
        """Every version of a rule, the oldest first; capitals do not matter.

        Raises CannotFindRule where there is no such rule.

        >>> from kith.engines.timescales import england_rules
        >>> [rule.limit.count for rule in england_rules().versions("s47_to_icpc")]
        [15]
        """
        found = [rule for rule in self.rules if rule.id == rule_id.upper()]
        if not found:
            raise CannotFindRule(f'There is no rule called "{rule_id}"; the list of rules names them all.')
        return tuple(sorted(found, key=lambda rule: rule.valid_from))

    def in_force(self, rule_id: str, on: date) -> Rule:
        """The version in force on the day of the trigger, which is the one that judges the case for good.

        Raises CannotFindRule for an unknown rule, and for a day on which none of its versions was in force.
        Source: the domain handbook, section 0.

        >>> from kith.engines.timescales import england_rules
        >>> england_rules().in_force("CORE_FIRST", date(2026, 11, 24)).limit.words
        '10 working days after'
        """
        versions = self.versions(rule_id)
        for rule in versions:
            if rule.is_in_force(on):
                return rule
        raise CannotFindRule(_not_in_force(versions, on))

    def with_rules(self, own: Iterable[Rule]) -> "Catalogue":
        """The catalogue with a county's own rules: from the day its first version begins, only these hold.

        >>> from kith.engines.timescales import england_rules
        >>> old = england_rules().in_force("CORE_FIRST", date(2026, 1, 1))
        >>> new = replace(old, source="A county's manual", valid_from=date(2026, 9, 1))
        >>> [str(rule.valid_to) for rule in england_rules().with_rules([new]).versions("CORE_FIRST")]
        ['2026-09-01', 'None']
        """
        added = tuple(own)
        begins: dict[str, date] = {}
        for rule in added:
            begins[rule.id] = min(rule.valid_from, begins.get(rule.id, rule.valid_from))
        kept = [_ended(rule, begins[rule.id]) if rule.id in begins else rule for rule in self.rules]
        places = {rule_id: place for place, rule_id in enumerate(dict.fromkeys(r.id for r in (*self.rules, *added)))}
        together = [*(rule for rule in kept if rule), *added]
        return replace(self, rules=tuple(sorted(together, key=lambda rule: (places[rule.id], rule.valid_from))))


def _ended(rule: Rule, day: date) -> Rule | None:
    """What is left of a version when another takes over on a day."""
    if rule.valid_from >= day:
        return None
    return replace(rule, valid_to=min(day, rule.valid_to or day))


def _not_in_force(versions: tuple[Rule, ...], on: date) -> str:
    rule, day = versions[0], day_words(on)
    if on < rule.valid_from:
        return f"{rule.id} is on file from {day_words(rule.valid_from)} only; what held on {day} is not known here."
    return f"No version of {rule.id} was in force on {day}."
