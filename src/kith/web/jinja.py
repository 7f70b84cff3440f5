"""The Jinja environment of our pages, named in Django's TEMPLATES setting."""

from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PackageLoader, PrefixLoader

from kith.apps.helplines.national import national_strip
from kith.kernel.days import day_words, short_words, weekday_words
from kith.kernel.reading_age import sentences_of
from kith.web.family_words import say
from kith.web.story_words import story_heading, story_lead, story_texts
from kith.web.undefined import StrictOutsideMacros

_HERE = Path(__file__).parent
_LONDON = ZoneInfo("Europe/London")


def environment(**options: Any) -> Environment:
    """Build the environment; a loader in the options (Django passes one) is asked before our own folders."""
    given: BaseLoader | None = options.pop("loader", None)
    options.pop("undefined", None)
    ours = [
        FileSystemLoader(_HERE / "templates"),
        PrefixLoader(
            {
                "components": FileSystemLoader(_HERE / "components"),
                "govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja"),
            }
        ),
    ]
    settings = {"autoescape": True, "undefined": StrictOutsideMacros, **options}
    made = Environment(loader=ChoiceLoader([given, *ours] if given else ours), **settings)  # noqa: S701
    made.globals.update(url=url, static=static, say=say, national_strip=national_strip)
    made.filters.update(day=day, weekday=weekday, short_day=short_day, clock=clock, plural=plural, capital=capital)
    made.filters["thoughts"] = sentences_of
    made.filters.update(story_heading=story_heading, story_lead=story_lead, story_texts=story_texts)
    return made


def url(route: str, *args: Any, **kwargs: Any) -> str:
    return _path(route, args, tuple(kwargs.items()))


@lru_cache(maxsize=4096)
def _path(route: str, args: tuple[Any, ...], named: tuple[tuple[str, Any], ...]) -> str:
    """A page has some fifty links, most of them those of every page or of the same child."""
    return reverse(route, args=args or None, kwargs=dict(named) or None)


def day(value: date) -> str:
    """A day as people write it; a partial date has words of its own and passes through `str` instead.

    >>> day(date(2015, 2, 3))
    '3 February 2015'
    """
    return day_words(_in_london(value))


def weekday(value: date) -> str:
    """ "Tuesday 24 November"; with its year where that is not the one we are in."""
    return weekday_words(_in_london(value), today=_today())


def short_day(value: date) -> str:
    """ "24 Nov"; with its year where that is not the one we are in."""
    return short_words(_in_london(value), today=_today())


def clock(value: datetime) -> str:
    """
    >>> clock(datetime(2026, 7, 1, 9, 4, tzinfo=ZoneInfo("UTC")))
    '10:04'
    """
    local = _in_london(value)
    return f"{local:%H:%M}"


def capital(words: str) -> str:
    """With a capital letter first, and all that follows as it stands.

    >>> capital("happened on 4 October 2026")
    'Happened on 4 October 2026'
    """
    return words[:1].upper() + words[1:]


def plural(count: int, one: str, many: str) -> str:
    """
    >>> plural(1, "person", "people"), plural(13, "person", "people")
    ('1 person', '13 people')
    """
    return f"{count} {one if count == 1 else many}"


def _today() -> date:
    return timezone.now().astimezone(_LONDON).date()


def _in_london(value: date) -> date:
    is_moment = isinstance(value, datetime) and value.tzinfo is not None
    return value.astimezone(_LONDON) if is_moment else value
