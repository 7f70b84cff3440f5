"""Finding a child, and the day's own children."""

import datetime as dt
from collections.abc import Mapping, Sequence

from kith.apps.access.projections import TeamMember
from kith.apps.access.queries import day_of, teams_around
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import front_door_phone
from kith.apps.cases.projections import OwnDay
from kith.apps.cases.queries import own_day
from kith.apps.networks.pages import team_line, tie_words
from kith.apps.networks.projections import ChildLine, FindPage, TodayChange, TodayPage
from kith.apps.networks.rules import initials_of
from kith.apps.people.projections import FoundChild, Lately
from kith.apps.people.queries import (
    MOST_FOUND,
    find_children,
    lately,
    my_children,
    names_of,
    own_refs,
    pointed_at,
    shown_name,
)
from kith.kernel.days import short_words

SHOWN = 50
NEWS_DAYS = 14
NEWS_SHOWN = 8


def find_page(actor: Actor, asked: str, *, now: dt.datetime) -> FindPage:
    """Everything the viewer may find; while nothing is asked, their own children."""
    found = find_children(actor, asked, now=now) if asked else ()
    pointed = pointed_at(actor, asked, now=now) if asked else None
    own = () if asked else my_children(actor, now=now)
    return FindPage(
        asked=asked,
        is_whole_county=True,
        found=_lines(actor, found[:SHOWN], now),
        pointed=pointed,
        is_capped=len(found) > SHOWN,
        how_many=capped(len(found)),
        children=_lines(actor, own[:SHOWN], now),
        front_door=front_door_phone(),
    )


def capped(count: int) -> str:
    """A count for a list: exact while it is small, and otherwise no more than that there are many."""
    return f"{MOST_FOUND}+" if count >= MOST_FOUND else str(count)


def today_page(actor: Actor, *, now: dt.datetime) -> TodayPage:
    mine = my_children(actor, now=now)
    own = _lines(actor, mine[:SHOWN], now)
    news = lately(actor, since=now - dt.timedelta(days=NEWS_DAYS), now=now, most=NEWS_SHOWN)
    day = own_day(actor, own_refs(actor, now=now), now=now)
    called = {child.ref: child.name for child in mine}
    others = {one.child_ref for one in day.disagreements} - called.keys()
    if others:
        called |= names_of(actor, others, now=now)
    return TodayPage(
        on=day_of(now),
        sentence=_sentence(len(own), len(news), day, day_of(now)),
        children=own,
        lately=tuple(_change(n, day_of(now)) for n in news),
        day=day,
        called=called,
    )


def _sentence(children: int, news: int, day: OwnDay, today: dt.date) -> str:
    """What the day holds: meetings and what is due where there are any, then the children."""
    if not children:
        return "No child has you on the team yet."
    held = sum(meeting.on == today for meeting in day.meetings)
    due = len(day.due) + day.more_due
    said = [_counted(held, "meeting") + " today." if held else ""]
    said.append(f"{_counted(due, 'thing')} to see to." if due else "")
    new = f"{_counted(news, 'new thing')}" if news else "Nothing new"
    who = "1 child" if children == 1 else f"{children} children"
    said.append(f"You work with {who}. {new} in the last {NEWS_DAYS} days.")
    return " ".join(filter(None, said))


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _lines(actor: Actor, found: Sequence[FoundChild], now: dt.datetime) -> tuple[ChildLine, ...]:
    teams = teams_around(actor, [child.ref for child in found], now=now)
    return tuple(_line(child, teams) for child in found)


def _line(child: FoundChild, teams: Mapping[str, tuple[TeamMember, ...]]) -> ChildLine:
    team = teams[child.ref]
    own = next((member for member in team if member.is_you), None)
    return ChildLine(
        ref=child.ref,
        name=child.name,
        initials=initials_of(child.name),
        age=child.age,
        born=child.born,
        expected=child.expected,
        mother=child.mother,
        role=f"You: {team_line(own).role}" if own else "Your team",
        since=team_line(own).since if own else "",
        may_open=child.may_open,
        asks=tuple(team_line(member) for member in team[:1]),
    )


def _change(news: Lately, on: dt.date) -> TodayChange:
    name = shown_name(news.child)
    child = ChildLine(ref=news.child.id, name=name, initials=initials_of(name), age="")
    at = news.tie.recorded_at
    return TodayChange(child=child, says=tie_words(news.tie), by=news.tie.agency, when=short_words(at, today=on))
