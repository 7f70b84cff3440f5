"""Referrals that came to nothing and came again."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kith.engines.chronology.adding_up.aids import Aid, Kind, Name
from kith.engines.chronology.adding_up.events import Account, Event, Story, names_of, numbered
from kith.engines.chronology.adding_up.wording import the_last, times
from kith.engines.chronology.knowledge import adding_up_data
from kith.kernel.months import add_months


class _Round(NamedTuple):
    """A referral, what ended it, which may be the same event, and the referral that came next."""

    referral: Event
    ending: Event
    is_without_action: bool
    again: Event | None = None

    @property
    def events(self) -> list[Event]:
        """All that it rests on."""
        return [self.referral, self.ending, *([self.again] if self.again else [])]


def referrals_without_action(story: Story) -> Iterator[Aid]:
    """So many referrals within so many months surely ended with no further action; the fullest such time is told."""
    known = adding_up_data()["referrals"]
    rounds = [one._replace(again=None) for one in _rounds(story) if one.is_without_action]
    fullest = _fullest(rounds, known["months"])
    if len(fullest) >= known["from"]:
        yield Aid(
            kind=Kind.REFERRALS_WITHOUT_ACTION,
            sentence=f"{len(fullest)} referrals within {known['months']} months ended with no further action.",
            rows=_rows(fullest),
            parts=numbered([one.events for one in fullest]),
        )


def referred_again(story: Story) -> Iterator[Aid]:
    """How often a referral was closed, or ended with no further action, and another came."""
    rounds = [one for one in _rounds(story) if one.again]
    if rounds:
        last = the_last([one.again for one in rounds if one.again], story.on)
        yield Aid(
            kind=Kind.REFERRED_AGAIN,
            sentence=f"Referred, closed, referred: {times(len(rounds))}{last}.",
            rows=_rows(rounds),
            parts=numbered([one.events for one in rounds]),
        )


def _rounds(story: Story) -> Iterator[_Round]:
    """Every referral that ended before the next came, among events whose order is known."""
    waiting: Event | None = None
    ended: _Round | None = None
    for event in filter(lambda event: event.is_placed, story.professional):
        if event.has(_is_referral):
            if ended:
                yield ended._replace(again=event)
            waiting, ended = event, None
        if waiting and (event.has(_is_without_action) or event.has(_is_closing)):
            ended = _Round(waiting, event, event.has(_is_without_action))
            waiting = None
    if ended:
        yield ended


def _is_referral(account: Account) -> bool:
    return account.row.type in adding_up_data()["referrals"]["types"]


def _is_without_action(account: Account) -> bool:
    return "no_further_action" in account.heard and account.row.type in adding_up_data()["referrals"]["ending"]


def _is_closing(account: Account) -> bool:
    known = adding_up_data()["referrals"]
    return account.row.type in known["closing"] or ("closed" in account.heard and account.row.type in known["ending"])


def _fullest(rounds: Sequence[_Round], months: int) -> list[_Round]:
    """The most referrals of which surely all lie within so many months; of several such times the first.

    As no referral may mean more days than the months have, whatever began before a day had ended before they were over.
    """
    firsts = sorted([one.referral.first for one in rounds])
    lasts = sorted([one.referral.last for one in rounds])
    best, most = (0, 0), 0
    for first in firsts:
        end = add_months(dt.date.fromordinal(first), months).toordinal() - 1
        number = bisect_right(lasts, end) - bisect_left(firsts, first)
        if number > most:
            best, most = (first, end), number
    return [one for one in rounds if best[0] <= one.referral.first and one.referral.last <= best[1]]


def _rows(rounds: Sequence[_Round]) -> tuple[Name, ...]:
    return names_of([event for one in rounds for event in one.events])
