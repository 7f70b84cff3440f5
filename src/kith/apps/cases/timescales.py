"""The timescales that hold in this county: those of the catalogue, with what the county has confirmed of them."""

from collections.abc import Iterable

from kith.apps.cases.models import ConfirmedRule
from kith.apps.records.base import remembered
from kith.engines.timescales import (
    Catalogue,
    Confirmation,
    Limit,
    Rule,
    Unit,
    england_rules,
    may_set_limit,
    with_confirmations,
)

UNITS = tuple(unit.value for unit in Unit if unit is not Unit.HOURS)
"""What a county may count in: a path knows days, and no times of day."""


def rules_for(rule_id: str) -> Catalogue:
    """A rule that is confirmed as shipped stands as it is, so that most clocks need not look anything up."""
    shipped = england_rules()
    if all(rule.is_confirmed for rule in shipped.versions(rule_id)):
        return shipped
    return county_catalogue()


def county_catalogue() -> Catalogue:
    """Looked up once for an answer."""
    return remembered("timescales of the county", _of_the_county)


def _of_the_county() -> Catalogue:
    rows: Iterable[ConfirmedRule] = ConfirmedRule.objects.order_by("pk")
    waiting = {rule.id for rule in england_rules().rules if may_be_confirmed(rule)}
    return with_confirmations(england_rules(), [as_confirmation(row) for row in rows if row.rule in waiting])


def may_be_confirmed(rule: Rule) -> bool:
    """Whether a rule waits for the county's word: not where it holds as it is, nor where a law yet has to say when."""
    return not rule.is_confirmed and (rule.limit is not None or may_set_limit(rule))


def as_confirmation(row: ConfirmedRule) -> Confirmation:
    return Confirmation(
        rule=row.rule,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        source=f"{row.written_in} ({row.decided_by})",
        limit=Limit(row.count, Unit(row.unit)) if row.count is not None else None,
    )
