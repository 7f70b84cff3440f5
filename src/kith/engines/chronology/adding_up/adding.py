"""The front door of this package: a chronology in, all that it adds up to out."""

import datetime as dt
from collections.abc import Callable, Collection, Iterator

from kith.engines.chronology.adding_up.absences import absence_beside_harm
from kith.engines.chronology.adding_up.aids import AddedUp, Aid, Name
from kith.engines.chronology.adding_up.appointments import missed_appointments
from kith.engines.chronology.adding_up.carers import not_spoken_to
from kith.engines.chronology.adding_up.changes import changes_of_home, changes_of_worker, ended_without_outcome
from kith.engines.chronology.adding_up.events import Story, story_of
from kith.engines.chronology.adding_up.half_years import half_years
from kith.engines.chronology.adding_up.harm import domestic_abuse, strengths_beside_harm
from kith.engines.chronology.adding_up.referrals import referrals_without_action, referred_again
from kith.engines.chronology.adding_up.silence import silences
from kith.engines.chronology.adding_up.tellings import accounts_differ, childs_words
from kith.engines.chronology.merging import Chronology

_FINDERS: tuple[Callable[[Story], Iterator[Aid]], ...] = (
    domestic_abuse,
    silences,
    missed_appointments,
    referrals_without_action,
    referred_again,
    changes_of_worker,
    changes_of_home,
    ended_without_outcome,
    not_spoken_to,
    accounts_differ,
    absence_beside_harm,
    strengths_beside_harm,
    childs_words,
)


def adds_up(chronology: Chronology, *, called: str, on: dt.date, family: Collection[Name] = ()) -> AddedUp:
    """What the rows of one child add up to by the day `on`: aids to reading, and never a score.

    Only the rows handed in are read; whoever calls cuts them for one reader, and shows `RESTS_ON`. `called` is the
    child's name as sentences say it. Likely accounts of one event count once, and all of them are listed. Withdrawn
    rows, and rows that surely begin after the day, count nowhere. Rows named in `family` were told by the family: they
    count in the child's words and in strengths beside harm, and nowhere else, since the rest is about what
    professionals did, saw and recorded. In an event told by both, only the professionals' accounts count there.

    Words, kinds and thresholds are from data/adding_up.toml, Kith's own list. Raises nothing for any chronology.

    >>> from kith.engines.chronology.merging import merge
    >>> from kith.engines.chronology.rows import Row, Subject
    >>> from kith.kernel.partial_dates import PartialDate
    >>> noor = (Subject("noor"),)
    >>> story = merge([[
    ...     Row(agency="School", id="1", subjects=noor, start=PartialDate("2026-07-01"), fact="Seen at the fair."),
    ...     Row(agency="School", id="2", subjects=noor, start=PartialDate("2026-09-04"), fact="Back in school.",
    ...         type="attendance", childs_words="I missed my friends."),
    ... ]])
    >>> for aid in adds_up(story, called="Noor", on=dt.date(2026, 9, 30)).aids:
    ...     print(aid.sentence)
    No professional is said to have seen Noor for 9 weeks, from 2 July 2026 to 3 September 2026.
    Noor’s own words stand in 1 of 2 rows.
    """
    story = story_of(chronology, called=called, on=on, family=family)
    return AddedUp(tuple([aid for find in _FINDERS for aid in find(story)]), half_years(story))
