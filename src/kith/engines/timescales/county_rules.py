"""The file by which a county confirms the rules that hold there, or sets its own in their place."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kith.engines.timescales.catalogue import Catalogue
from kith.engines.timescales.limits import Limit
from kith.engines.timescales.row_reading import CannotReadRules, row_id, rule_fields
from kith.engines.timescales.rule_files import check_versions, require, rows_of, whole_rule
from kith.engines.timescales.rules import Authority, Rule

_OWN_GROUP = "Rules of the county’s own"
BINDING = (Authority.STATUTE, Authority.GUIDANCE)


def with_county_rules(catalogue: Catalogue, text: str) -> Catalogue:
    """The catalogue with the rules of a county's own file, which are confirmed by standing there.

    A row for a rule on file says only what differs: at least `id`, `source` and `valid_from`. From that day on
    it holds instead of the rule as shipped. A row for a new rule says everything.
    Raises CannotReadRules with one sentence that names the rule and what is wrong; a local procedure that would
    give more time than statute or statutory guidance is wrong too.

    >>> from kith.engines.timescales import england_rules
    >>> row = '[[rules]]\\nid = "EHA_COMPLETE"\\nsource = "Eastmarch manual"\\nvalid_from = 2026-04-01'
    >>> rule = with_county_rules(england_rules(), row).versions("EHA_COMPLETE")[-1]
    >>> rule.limit.words, rule.is_confirmed, rule.source
    ('30 working days after', True, 'Eastmarch manual')
    """
    latest = {rule.id: rule for rule in catalogue.rules}
    own = [_own_rule(row, latest.get(row_id(row))) for row in rows_of(text)]
    check_versions(own)
    return catalogue.with_rules(own)


def _own_rule(row: Mapping[str, Any], latest: Rule | None) -> Rule:
    said = rule_fields(row)
    if said.get("is_confirmed") is False:
        raise CannotReadRules(f"{row_id(row)} is unconfirmed; a county's file holds only what the county confirms.")
    if latest is None:
        return whole_rule({"group": _OWN_GROUP} | said)
    require(said, "source", "valid_from")
    own = replace(latest, **{"valid_to": None, "is_confirmed": True, "is_checked": True} | said)
    if own.limit:
        own = replace(own, no_date="")
    if latest.is_confirmed and own.limit != latest.limit:
        _check_force(said, own, latest)
    return own


def _check_force(said: Mapping[str, Any], own: Rule, latest: Rule) -> None:
    """Another limit says on whose authority; a local one may ask for more haste than the law, never for less."""
    require(said, "authority")
    if latest.authority not in BINDING or own.authority in BINDING or _is_within(own.limit, latest.limit):
        return
    raise CannotReadRules(f"{own.id}: a {own.authority} cannot give more time than {latest.authority} does.")


def _is_within(own: Limit | None, binding: Limit | None) -> bool:
    if own is None or binding is None:
        return binding is None
    is_alike = (own.unit, own.is_before) == (binding.unit, binding.is_before)
    return is_alike and own.signed <= binding.signed
