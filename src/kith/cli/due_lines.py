"""What `kith due` prints: an answer, a rule with all that is on file about it, and the list of rules."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from kith.engines.timescales import Catalogue, Due, Rule, moment_words
from kith.kernel.days import day_words


def answer_lines(due: Due, catalogue: Catalogue) -> Iterator[str]:
    """The day first, in words and in figures; then why, and by which version of which rule."""
    rule = due.rule
    yield f"Due {moment_words(due.moment)} ({due.moment.isoformat()})."
    yield f"{rule.duty}: {due.because}"
    if due.passed_over:
        passed = ", ".join(f"{name} on {day_words(day)}" for day, name in due.passed_over)
        yield f"Not counted, besides weekends: {passed}."
    yield f"Rule: {rule.id} ({rule.name}), version {_period(rule)}, on file {catalogue.version}."
    yield from _standing(rule)


def versions_lines(versions: Sequence[Rule]) -> Iterator[str]:
    """Every version of one rule, the oldest first, with an empty line between."""
    for place, rule in enumerate(versions):
        if place:
            yield ""
        yield f"{rule.id} ({rule.name}), version {_period(rule)}{_mark(rule)}"
        yield f"{rule.duty}: {f'{rule.limit.words} {rule.trigger}.' if rule.limit else rule.no_date}"
        yield from _standing(rule)


def list_lines(catalogue: Catalogue) -> Iterator[str]:
    """Every version of every rule in one line, under the heading of its group."""
    yield f"Rules of {catalogue.region.title()}, on file {catalogue.version}. Unconfirmed rules are off."
    width = max(len(rule.id) for rule in catalogue.rules)
    for group, rules in groupby(catalogue.rules, key=lambda rule: rule.group):
        yield f"\n{group}"
        for rule in rules:
            limit = rule.limit.amount if rule.limit else "no date"
            yield f"  {rule.id:<{width}}  {limit:<18}  {rule.name}{_mark(rule)}"


def _standing(rule: Rule) -> Iterator[str]:
    """Who has to do it, and who says so."""
    yield f"Who: {rule.owner}."
    unread = "" if rule.is_checked or not rule.is_confirmed else " (as commonly known, not yet read there)"
    yield f"Authority: {rule.authority}. Source: {rule.source}{unread}."
    if rule.note:
        yield f"Note: {rule.note}"
    if rule.reasons_for_delay:
        yield f"Reasons for delay that are named: {', '.join(rule.reasons_for_delay)}."


def _period(rule: Rule) -> str:
    until = f" until {day_words(rule.valid_to)}" if rule.valid_to else ""
    return f"from {day_words(rule.valid_from)}{until}"


def _mark(rule: Rule) -> str:
    return "" if rule.is_confirmed else " (unconfirmed)"
