"""The timescales of the county: everything for whoever may see them, and one for whoever confirms it.

They are about no child, so the role alone decides and reading leaves no row; every change does.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from kith.apps.access.queries import NothingHere, day_of
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards
from kith.apps.cases.models import ConfirmedRule
from kith.apps.cases.projections import ConfirmedCard, HolidayNote, RuleLine, RulePage, RulesPage
from kith.apps.cases.sight import may_keep_rules, require_to_keep_rules, require_to_see_rules
from kith.apps.cases.timescales import UNITS, as_confirmation, county_catalogue, may_be_confirmed, rules_for
from kith.engines.timescales import Catalogue, Rule, confirmed_rule, england, england_rules, may_set_limit
from kith.kernel.text import folded_tokens

WHICH: Mapping[str, Callable[[RuleLine], bool]] = {
    "": lambda line: True,
    "all": lambda line: True,
    "unconfirmed": lambda line: line.is_unconfirmed,
    "own": lambda line: line.is_own,
}


def rules_page(actor: Actor, asked: str = "", which: str = "", *, now: dt.datetime) -> RulesPage:
    """As they hold on this day, by their stage; what nobody has confirmed is marked, for it is off. Every word that was
    asked for begins one of a rule’s own."""
    require_to_see_rules(actor, now=now)
    catalogue, today = county_catalogue(), day_of(now)
    lines = [_line(_today(catalogue, rule_id, today)) for rule_id in dict.fromkeys(rule.id for rule in catalogue.rules)]
    words, which = folded_tokens(asked), which if which in WHICH else ""
    shown = [one for one in lines if WHICH[which](one) and _has(one, words)]
    return RulesPage(
        unconfirmed=tuple(one for one in lines if one.is_unconfirmed),
        own=tuple(one for one in lines if one.is_own),
        groups=tuple((group, tuple(some)) for group, some in groupby(shown, key=lambda one: one.group)),
        holidays=_holidays(today),
        version=catalogue.version,
        may_keep=may_keep_rules(actor),
        asked=asked,
        which=which,
    )


def _has(line: RuleLine, words: Sequence[str]) -> bool:
    said = (line.id.replace("_", " "), line.name, line.says, line.owner, line.authority, line.source, line.group)
    own = folded_tokens(" ".join(said))
    return all(any(one.startswith(word) for one in own) for word in words)


def _today(catalogue: Catalogue, rule_id: str, today: dt.date) -> Rule:
    """The version of today, or else the first that is still to come, or the last there was."""
    versions = catalogue.versions(rule_id)
    in_force = (rule for rule in versions if rule.is_in_force(today))
    return next(in_force, next((rule for rule in versions if rule.valid_from > today), versions[-1]))


def _line(rule: Rule) -> RuleLine:
    shipped = england_rules().versions(rule.id)[-1]
    when = f"{rule.limit.words} {rule.trigger}" if rule.limit else f"no day is counted: {rule.no_date.rstrip('.')}"
    return RuleLine(
        id=rule.id,
        group=rule.group,
        name=rule.name,
        says=f"{rule.duty}: {when}.",
        owner=rule.owner,
        authority=rule.authority.value,
        source=rule.source,
        note=rule.note,
        is_unconfirmed=not rule.is_confirmed,
        is_own=rule.is_confirmed and not shipped.is_confirmed,
        is_checked=rule.is_checked,
        may_confirm=may_be_confirmed(shipped),
    )


def rule_on(rule_id: str, day: dt.date) -> Rule:
    """As it holds in this county on a day."""
    return rules_for(rule_id).in_force(rule_id, day)


def _holidays(today: dt.date) -> HolidayNote:
    calendar = england()
    return HolidayNote(
        known_to=calendar.known_to,
        version=calendar.version,
        source=calendar.source,
        runs_out_soon=calendar.runs_out_soon(today),
    )


def rule_page(actor: Actor, rule_id: str, *, now: dt.datetime) -> RulePage:
    """A timescale that needs the county's word; of every other one there is no such page."""
    require_to_keep_rules(actor, now=now)
    shipped = shipped_rule(rule_id)
    rows = list(ConfirmedRule.objects.filter(rule=shipped.id).order_by("valid_from", "pk"))
    rule = _today(county_catalogue(), shipped.id, day_of(now))
    return RulePage(
        line=_line(rule),
        count=rule.limit.count if rule.limit else None,
        unit=rule.limit.unit.value if rule.limit else "",
        units=UNITS,
        may_set_limit=may_set_limit(shipped),
        said=_cards(rows),
    )


def shipped_rule(rule_id: str) -> Rule:
    """A rule that waits for the county's word."""
    found = next((rule for rule in england_rules().rules if rule.id == rule_id and may_be_confirmed(rule)), None)
    if found is None:
        raise NothingHere
    return found


def taking_back_page(actor: Actor, rule_id: str, confirmed_ref: str, *, now: dt.datetime) -> ConfirmedCard:
    """What the county said, for whoever takes it back."""
    require_to_keep_rules(actor, now=now)
    row = ConfirmedRule.objects.filter(rule=rule_id, ref=confirmed_ref, valid_to=None).first()
    if row is None:
        raise NothingHere
    return _cards([row])[0]


def _cards(rows: Sequence[ConfirmedRule]) -> tuple[ConfirmedCard, ...]:
    workers = worker_cards({key for row in rows for key in (row.recorded_by_id, row.taken_back_by_id) if key})
    return tuple(
        ConfirmedCard(
            ref=row.ref,
            rule=row.rule,
            name=shipped_rule(row.rule).name,
            limit=limit.words if (limit := confirmed_rule(shipped_rule(row.rule), as_confirmation(row)).limit) else "",
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            decided_by=row.decided_by,
            written_in=row.written_in,
            by=workers[row.recorded_by_id].at_agency,
            at=row.recorded_at,
            taken_back_why=row.taken_back_why,
            may_take_back=row.valid_to is None,
        )
        for row in rows
    )
