"""What a voice, a label and a waiting have to hold before they are kept. No queries."""

import datetime as dt
from dataclasses import replace

from kith.apps.voices.projections import AnswerSaid, RatingSaid, ViewSaid, VoiceSaid, WaitingSaid
from kith.apps.voices.vocabulary import RATHER_NOT, TOLD, answer_kinds, label_kinds, stances, waits, ways
from kith.kernel.coming_back import is_within
from kith.kernel.errors import KithError
from kith.kernel.partial_dates import PartialDate
from kith.kernel.text import LIMITS, cleaned

MOST_WORDS = LIMITS["words"]
MOST_NOTE = 2_000
FARTHEST = dt.timedelta(days=366 * 2)  # how far ahead somebody is asked, looked at again or rung
YET_TO_COME = "That day has yet to come."
ONE_HEARER = (
    "Somebody of the team is chosen as who heard it, and another name is written. Keep one of the two: choose “Whoever "
    "writes it down, or the name below”, or empty the name."
)
NEVER_BARE = (
    "A label never stands alone. Write what the young person says of it, or who will ask them and by which day."
)


class CannotRecord(KithError):
    """What is missing or cannot be, in one sentence."""


def sound_voice(said: VoiceSaid, today: dt.date) -> VoiceSaid:
    """As it is kept: whole, and with what it may mean beside what was done and never instead of it."""
    if said.way not in ways():
        raise CannotRecord("Choose in which way the child said or showed it.")
    _require_past(said.on, today)
    words, drew, did, meaning = (
        cleaned(text, limit=MOST_WORDS, multi_line=True) for text in (said.words, said.drew, said.did, said.meaning)
    )
    if not (words or drew or did):
        raise CannotRecord("Write what the child said, drew or did.")
    if meaning and not did:
        raise CannotRecord("Write what the child did first; what it may mean stands beside it, and never instead.")
    heard_by = cleaned(said.heard_by, limit=LIMITS["name"])
    if heard_by and said.hearer:
        raise CannotRecord(ONE_HEARER)
    return replace(said, words=words, drew=drew, did=did, meaning=meaning, heard_by=heard_by)


def sound_answer(said: AnswerSaid, today: dt.date) -> AnswerSaid:
    kind = answer_kinds().get(said.kind)
    if kind is None or said.what not in kind.what:
        raise CannotRecord("Choose one of the answers.")
    _require_past(said.on, today)
    words = cleaned(said.words, limit=MOST_NOTE, multi_line=True)
    if not words:
        raise CannotRecord(f"{kind.words} A sentence is enough.")
    reply = cleaned(said.reply, limit=MOST_WORDS, multi_line=True) if said.kind == TOLD else ""
    return replace(said, words=words, by_whom=cleaned(said.by_whom, limit=LIMITS["name"]), reply=reply)


def sound_rating(said: RatingSaid, today: dt.date) -> RatingSaid:
    """A rating has its day, its maker and its reason, and beside it the view or who will ask for it."""
    kind = label_kinds().get(said.kind)
    if kind is None or said.rating not in kind.ratings:
        raise CannotRecord("Choose one of the ratings that this label has.")
    if said.on > today:
        raise CannotRecord(YET_TO_COME)
    if not kind.is_given_on(said.on):
        raise CannotRecord(f"On that day there was no such label as: {kind.says}. Check the day.")
    made_by, who_asks = (cleaned(text, limit=LIMITS["name"]) for text in (said.made_by, said.who_asks))
    reason = cleaned(said.reason, limit=MOST_NOTE, multi_line=True)
    if not made_by or not reason:
        raise CannotRecord("Say who made the rating, and why.")
    _require_ahead(said.look_again_on, said.on, "somebody looks again")
    view = sound_view(said.view, said.on, today) if said.view else None
    if view is None:
        if not who_asks or said.ask_by is None:
            raise CannotRecord(NEVER_BARE)
        _require_ahead(said.ask_by, today, "somebody asks")
    look_again = said.look_again_on or said.on + dt.timedelta(days=kind.look_again)
    return replace(
        said,
        made_by=made_by,
        reason=reason,
        view=view,
        who_asks="" if view else who_asks,
        ask_by=None if view else said.ask_by,
        look_again_on=look_again,
    )


def sound_view(said: ViewSaid, rated_on: dt.date, today: dt.date) -> ViewSaid:
    if said.stance not in stances():
        raise CannotRecord("Choose how the young person sees it.")
    words = cleaned(said.words, limit=MOST_WORDS, multi_line=True)
    if not words and said.stance != RATHER_NOT:
        raise CannotRecord("Write what the young person says of it, in their own words.")
    on = said.on or today
    if on > today:
        raise CannotRecord(YET_TO_COME)
    if on < rated_on:
        raise CannotRecord("The young person was asked before there was a rating. Check both days.")
    return replace(said, words=words, on=on, heard_by=cleaned(said.heard_by, limit=LIMITS["name"]))


def sound_waiting(said: WaitingSaid, today: dt.date) -> WaitingSaid:
    """To wait well is to wait with somebody who keeps in touch, in a way and by a day that are named."""
    if said.waits_on not in waits():
        raise CannotRecord("Choose what it waits on.")
    what_for, how, how_ended = (
        cleaned(text, limit=LIMITS["line"]) for text in (said.what_for, said.how, said.how_ended)
    )
    who = cleaned(said.keeps_in_touch, limit=LIMITS["name"])
    if not what_for or not who or not how:
        raise CannotRecord("Say what the child waits for, who keeps in touch meanwhile, and how.")
    if said.since > today or (said.ended_on and said.ended_on > today):
        raise CannotRecord(YET_TO_COME)
    if said.ended_on and said.ended_on < said.since:
        raise CannotRecord("The waiting would end before it begins. Check both days.")
    _require_ahead(said.next_on, said.since, "somebody is in touch")
    words = cleaned(said.words, limit=MOST_WORDS, multi_line=True)
    return replace(said, what_for=what_for, how=how, how_ended=how_ended, keeps_in_touch=who, words=words)


def sorting_day(on: PartialDate, today: dt.date) -> dt.date:
    """The last day it can have been, so that what is not sure sorts as late as it may be; never after today."""
    return min(on.latest or today, today)


def _require_past(on: PartialDate, today: dt.date) -> None:
    if on.earliest and on.earliest > today:
        raise CannotRecord(YET_TO_COME)


def _require_ahead(day: dt.date | None, after: dt.date, what: str) -> None:
    if day is not None and not is_within(day, first=after, most=FARTHEST):
        raise CannotRecord(f"Check the day by which {what}: it comes too early or years too late.")
