"""Who is there today, in a family's words: reading age 9 to 11, no initials, one thought a sentence."""

import datetime as dt
from collections.abc import Mapping
from functools import cache

from kith.apps.teams.projections import NightLine, ToGoTo
from kith.kernel.data_files import toml_of
from kith.kernel.days import weekday_words


@cache
def family_words() -> Mapping[str, str]:
    words: Mapping[str, str] = toml_of("kith.apps.teams", "data/family_words.toml")["team"]
    return words


def said_to_family(name: str, reach: str, found: ToGoTo, *, on: dt.date) -> str:
    """What a family is told of one worker today.

    >>> said_to_family("Priya", "01632 960 118", ToGoTo(), on=dt.date(2026, 11, 24))
    'Priya is there today. Ring 01632 960 118.'
    >>> back = ToGoTo(is_away=True, back_on=dt.date(2026, 11, 30))
    >>> said_to_family("Priya", "", back, on=dt.date(2026, 11, 24))
    'Priya is away. Priya is back on Monday 30 November. Nobody is there in place of Priya yet. Ask us who can help.'
    """
    say = family_words()
    if not found.is_away:
        return say["here_reach" if reach else "here"].format(name=name, reach=reach)
    back = say["away"].format(name=name, day=weekday_words(found.back_on, today=on)) if found.back_on else ""
    parts = [back or say["away_no_end"].format(name=name)]
    parts += [say["also_away"].format(cover=cover) for cover in found.passed]
    if found.who:
        cover = "cover_reach" if found.who.reach else "cover"
        parts.append(say[cover].format(cover=found.who.name, reach=found.who.reach))
    else:
        parts.append(say["nobody"].format(name=name))
    return " ".join(parts)


def said_at_night(night: NightLine) -> str:
    return family_words()["night"].format(team=night.team, reach=night.shown)
