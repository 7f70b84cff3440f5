"""Rules that a county has confirmed, from a day on and perhaps until another, laid over the catalogue."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, pairwise

from kith.engines.timescales.catalogue import Catalogue
from kith.engines.timescales.county_rules import BINDING
from kith.engines.timescales.limits import Limit
from kith.engines.timescales.row_reading import CannotReadRules
from kith.engines.timescales.rules import Rule
from kith.kernel.days import day_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """That a rule holds in a county from a day on; without a limit it holds as it stands on file.

    From `valid_to` on it no longer does. Where both are one day it never held.
    """

    rule: str
    valid_from: date
    source: str
    valid_to: date | None = None
    limit: Limit | None = None


def with_confirmations(catalogue: Catalogue, said: Iterable[Confirmation]) -> Catalogue:
    """The catalogue as it stands in the county. A later confirmation of a rule ends the one before it; from the day on
    which one was taken back the rule is unconfirmed again.

    Raises CannotReadRules, in one sentence, for what a county cannot confirm.

    >>> from kith.engines.timescales import england_rules
    >>> april, september = date(2026, 4, 1), date(2026, 9, 1)
    >>> told = Confirmation(rule="EHA_COMPLETE", valid_from=april, valid_to=september, source="Manual")
    >>> county = with_confirmations(england_rules(), [told])
    >>> [county.in_force("EHA_COMPLETE", date(2026, month, 1)).is_confirmed for month in (3, 4, 9)]
    [False, True, False]
    """
    held = (one for one in said if one.valid_to is None or one.valid_to > one.valid_from)
    ordered = sorted(held, key=lambda one: (one.rule, one.valid_from))
    own: list[Rule] = []
    for rule_id, some in groupby(ordered, key=lambda one: one.rule):
        own += _versions(catalogue.versions(rule_id)[-1], list(some))
    return catalogue.with_rules(own) if own else catalogue


def _versions(latest: Rule, said: Sequence[Confirmation]) -> Iterator[Rule]:
    for earlier, later in pairwise(said):
        if earlier.valid_from == later.valid_from:
            raise CannotReadRules(f"{latest.id} is confirmed twice from {day_words(later.valid_from)}.")
    next_days = [one.valid_from for one in said[1:]]
    for one, next_day in zip(said, [*next_days, None], strict=True):
        ends = min((day for day in (one.valid_to, next_day) if day), default=None)
        yield replace(confirmed_rule(latest, one), valid_to=ends)
        if ends and ends != next_day:
            yield replace(latest, valid_from=ends, valid_to=next_day)


def confirmed_rule(latest: Rule, said: Confirmation) -> Rule:
    """One rule as the county confirms it; raises CannotReadRules where it cannot.

    >>> from kith.engines.timescales import Unit, england_rules
    >>> visit = england_rules().versions("CP_VISIT")[-1]
    >>> ten = Limit(10, Unit.WORKING_DAYS)
    >>> told = Confirmation(rule="CP_VISIT", valid_from=date(2026, 4, 1), source="Manual", limit=ten)
    >>> confirmed_rule(visit, told).limit.words
    '10 working days after'
    """
    if latest.is_confirmed:
        raise CannotReadRules(f"{latest.name} holds as it is: there is nothing to confirm.")
    if said.limit is not None and not may_set_limit(latest) and said.limit != latest.limit:
        raise CannotReadRules(f"{latest.name} is {latest.authority}: a county confirms it as it stands.")
    if said.limit is None and latest.limit is None:
        raise CannotReadRules(f"{latest.name} has no limit on file: say how long it may take here.")
    if said.valid_from < latest.valid_from:
        raise CannotReadRules(f"{latest.name} is on file from {day_words(latest.valid_from)}; it holds from then on.")
    limit = replace(said.limit, is_before=_counts_back(latest)) if said.limit else latest.limit
    return replace(
        latest,
        limit=limit,
        no_date="",
        source=said.source,
        valid_from=said.valid_from,
        valid_to=said.valid_to,
        is_confirmed=True,
        is_checked=True,
    )


def may_set_limit(rule: Rule) -> bool:
    """How long is the county's to say only where neither statute nor statutory guidance says it.

    >>> from kith.engines.timescales import england_rules
    >>> [may_set_limit(england_rules().versions(rule)[-1]) for rule in ("CP_VISIT", "CDR_MEETING")]
    [True, False]
    """
    return rule.authority not in BINDING


def _counts_back(rule: Rule) -> bool:
    return rule.limit is not None and rule.limit.is_before
