"""`kith due`: the day on which something is due by a rule of practice, with the rule, its source and the reckoning."""

import datetime as dt
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, TextIO
from zoneinfo import ZoneInfo

import typer

from kith.cli.due_lines import answer_lines, list_lines, versions_lines
from kith.engines.timescales import (
    Catalogue,
    WorkingCalendar,
    day_of,
    due_by,
    england,
    england_rules,
    with_county_rules,
)
from kith.kernel.errors import KithError, file_trouble

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

LONDON = ZoneInfo("Europe/London")
REGIONS = {"england": (england_rules, england)}


class CannotSayWhenDue(KithError):
    """The command was asked for something it cannot answer."""


@app.command()
def due(
    rule: Annotated[str, typer.Argument(help="A rule by its name, as CORE_FIRST.")] = "",
    date: Annotated[str, typer.Argument(help="The day of its trigger, as 2026-11-24, or 2026-11-24T14:30.")] = "",
    region: Annotated[str, typer.Option(help="Whose rules and bank holidays: england.")] = "england",
    rules: Annotated[Path | None, typer.Option(help="A county's own rules, X.toml.")] = None,
    is_list: Annotated[bool, typer.Option("--list", help="List the rules.")] = False,
) -> None:
    """Say when something is due whose trigger was on DATE. RULE alone shows its versions, neither lists all rules."""
    catalogue, calendar = knowledge_of(region)
    if rules:
        catalogue = with_county_rules(catalogue, text_of(rules))
    if is_list or not rule:
        say(list_lines(catalogue))
    elif not date:
        say(versions_lines(catalogue.versions(rule)))
    else:
        trigger = trigger_of(date)
        in_force = catalogue.in_force(rule, on=day_of(trigger))
        answer = due_by(in_force, trigger, now=dt.datetime.now(LONDON), calendar=calendar)
        say(answer_lines(answer, catalogue))
        say(answer.warnings, to=sys.stderr)


def knowledge_of(region: str) -> tuple[Catalogue, WorkingCalendar]:
    if region.casefold() not in REGIONS:
        raise CannotSayWhenDue(f"There are no rules for {region}; Kith has those of {', '.join(REGIONS)}.")
    rules, calendar = REGIONS[region.casefold()]
    return rules(), calendar()


def trigger_of(text: str) -> dt.date:
    """A day, or a time as clocks in London show it; of an hour that comes twice in autumn, the first."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        pass
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        raise CannotSayWhenDue(
            f"{text} is not a day. Write it as 2026-11-24, or with a time 2026-11-24T14:30."
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=LONDON)


def text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise CannotSayWhenDue(f"{file.name} is not a text in UTF-8.") from None
    except OSError as problem:
        raise CannotSayWhenDue(file_trouble(file.name, "opened", problem)) from None


def say(lines: Iterable[str], to: TextIO | None = None) -> None:
    for line in lines:
        print(line, file=to)
