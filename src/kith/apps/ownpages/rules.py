"""What a young person's own page has to hold before it is kept, and how old a part may grow. No queries."""

import datetime as dt
from dataclasses import replace

from kith.apps.ownpages.projections import PageSaid, PartSaid
from kith.apps.ownpages.vocabulary import NAMED, NAMING, choosers, look_again_after, readers, sections, ways
from kith.kernel.days import day_words, months_ago
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned

MOST_WORDS = 2_000


class CannotWrite(KithError):
    """What is missing or cannot be, in one sentence."""


def sound_page(said: PageSaid, today: dt.date) -> PageSaid:
    """As it is kept. Any section may stay empty, and so may a part that stood: then it is taken off the page."""
    require_telling(said.on, said.way, said.chose, today)
    parts = tuple(_sound_part(part) for part in said.parts)
    return replace(
        said,
        parts=parts,
        heard_by=cleaned(said.heard_by, limit=LIMITS["name"]),
        chose_words=cleaned(said.chose_words, limit=LIMITS["line"]),
    )


def require_telling(on: dt.date, way: str, chose: str, today: dt.date) -> None:
    if on > today:
        raise CannotWrite("That day has yet to come.")
    if way not in ways():
        raise CannotWrite("Choose in which way they told you.")
    if chose not in choosers():
        raise CannotWrite("Choose who said who may read it.")


def _sound_part(part: PartSaid) -> PartSaid:
    if section_of(part.key) not in sections():
        raise CannotWrite("Choose from the parts that the page has.")
    text = cleaned(part.text, limit=MOST_WORDS, multi_line=True)
    if text and part.readers not in readers():
        raise CannotWrite("Choose for each part who may read it.")
    if text and part.readers in NAMING and not part.named:
        who = "as readers of" if part.readers == NAMED else "as those who may not read"
        raise CannotWrite(f"Tick whom they name {who} “{sections()[section_of(part.key)].title}”.")
    named = part.named if part.readers in NAMING else frozenset[str]()
    return replace(part, text=text, named=named)


def section_of(key: str) -> str:
    """
    >>> section_of("talk"), section_of("talk-2")
    ('talk', 'talk')
    """
    return key.split("-")[0]


def look_again_words(right_on: dt.date, today: dt.date, called: str) -> str:
    """After half a year somebody asks again; nothing before that.

    >>> look_again_words(dt.date(2026, 3, 1), dt.date(2026, 11, 1), "Noor")
    'Noor last said that this is right on 1 March 2026, 8 months ago. Ask whether it still is.'
    >>> look_again_words(dt.date(2026, 10, 1), dt.date(2026, 11, 1), "Noor")
    ''
    """
    if (today - right_on).days < look_again_after():
        return ""
    ago = months_ago(right_on, today)
    return f"{called} last said that this is right on {day_words(right_on)}, {ago}. Ask whether it still is."
