"""What may be recorded, and the sentence that says why something cannot. No queries."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from kith.apps.occasions import kinds
from kith.apps.occasions.projections import (
    AnswerSaid,
    ChildSaid,
    NotComingSaid,
    OccasionSaid,
    RepresentationSaid,
    RowSaid,
)
from kith.apps.occasions.rules import FOUND, NOT_INVOLVED, SAFETY, SPOKEN, WEIGHED
from kith.kernel.clock_times import clock_time
from kith.kernel.coming_back import is_within
from kith.kernel.days import day_words
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned

MOST_WORDS, MOST_SENT = 2_000, 4_000
LONGEST_AHEAD = dt.timedelta(days=366)
EARLIEST = dt.date(2000, 1, 1)
CAME = {"yes": "Came", "no": "Did not come"}

PARTS: Mapping[str, str] = {
    FOUND: "Who they are, and where",
    SAFETY: "Whether contact is safe, and by which way",
    SPOKEN: "Spoken to, told and heard",
    WEIGHED: "What could go wrong, and what could help",
    NOT_INVOLVED: "Somebody said “not involved”",
}
LINES: Mapping[str, tuple[str, ...]] = {
    FOUND: ("identified_words",),
    SAFETY: ("safety_words", "child_not_asked"),
    SPOKEN: ("spoken_by",),
    WEIGHED: (),
    NOT_INVOLVED: ("not_involved_by", "checked"),
}
LONG: Mapping[str, tuple[str, ...]] = {
    SPOKEN: ("worries", "expected", "view", "offers"),
    WEIGHED: ("risk", "resource"),
}
CHOSEN: Mapping[str, tuple[str, ...]] = {FOUND: ("identified", "responsibility", "place"), SAFETY: ("safety",)}
DAYS: Mapping[str, tuple[str, ...]] = {
    SAFETY: ("asked_parent_on", "asked_child_on"),
    SPOKEN: ("spoken_on",),
    NOT_INVOLVED: ("not_involved_on", "next_on"),
}
AHEAD = ("next_on", "look_again_on")
NAMES = ("spoken_by", "not_involved_by")


class CannotKeep(KithError):
    """What is missing or cannot be, in one sentence."""


def texts_of(part: str) -> tuple[str, ...]:
    """Names of the texts of one part."""
    return (*LINES[part], *LONG.get(part, ()))


def sound_occasion(said: OccasionSaid, today: dt.date) -> OccasionSaid:
    if said.kind not in kinds.occasion_kinds():
        raise CannotKeep("Choose what it is from the list.")
    if said.on > today and said.kind == kinds.EVENT:
        raise CannotKeep("That day has yet to come. Record what happened once it has happened.")
    _require_year(said.on, today)
    texts: dict[str, Any] = {name: _line(getattr(said, name)) for name in ("words", "plain", "place")}
    if not texts["words"]:
        raise CannotKeep("Say in a few words what it is.")
    return replace(said, at=clock_time(said.at), **texts)


def sound_child(said: ChildSaid, today: dt.date) -> ChildSaid:
    if said.answer not in kinds.child_answers():
        raise CannotKeep("Choose what the child says from the list.")
    if said.asked_on > today:
        raise CannotKeep("That day has yet to come. Record what the child says once they have been asked.")
    _require_year(said.asked_on, today)
    judged, asked_by = _line(said.judged), cleaned(said.asked_by, limit=LIMITS["name"])
    if kinds.is_judged(said.answer) and not judged:
        raise CannotKeep("Say how you saw that they can decide this, or cannot: what they understood and weighed.")
    if not asked_by:
        raise CannotKeep("Say who asked the child.")
    return replace(said, judged=judged, asked_by=asked_by, words=_line(said.words))


def sound_row(said: RowSaid, *, held_on: dt.date, today: dt.date, reasons: Collection[str]) -> RowSaid:
    """Whoever was told or invited was so on a day by somebody; whoever was not, for a reason."""
    texts: dict[str, Any] = {
        name: _line(getattr(said, name)) for name in ("asked_words", "helps_words", "why_words", "tried")
    }
    texts |= {name: cleaned(getattr(said, name), limit=LIMITS["name"]) for name in ("told_by", "invited_by")}
    told = cleaned(said.told_words, limit=MOST_WORDS, multi_line=True)
    sound = replace(said, told_words=told, **texts)
    if said.came not in ("", *CAME):
        raise CannotKeep("Choose one of the answers that are offered.")
    _require_told(sound, today)
    _require_invited(sound, held_on, today)
    _require_reason(sound, today, reasons)
    if not any((sound.told_on, sound.invited_on, sound.asked_words, sound.helps_words, sound.came, sound.why_not)):
        raise CannotKeep("Say whether they were told, asked or invited, or why not.")
    return sound


def _require_told(said: RowSaid, today: dt.date) -> None:
    if said.told_on is None:
        if said.told_words or said.told_by:
            raise CannotKeep("Say on which day they were told.")
        return
    _require_past(said.told_on, today, "Record that they were told once they have been.")
    if not (said.told_words and said.told_by):
        raise CannotKeep("Say who told them, and what they were told, in the words that were used.")


def _require_invited(said: RowSaid, held_on: dt.date, today: dt.date) -> None:
    if said.invited_on is not None:
        _require_past(said.invited_on, today, "Record the invitation once it has gone out.")
        if not said.invited_by:
            raise CannotKeep("Say who invited them.")
    if said.came and held_on > today:
        raise CannotKeep("It has yet to come. Say who is invited, and afterwards who came.")


def _require_reason(said: RowSaid, today: dt.date, reasons: Collection[str]) -> None:
    if not said.why_not:
        if said.why_words or said.tried:
            raise CannotKeep("Choose why they were not told or invited, so that the next worker understands it.")
        return
    if said.why_not not in reasons:
        raise CannotKeep("Choose one of the reasons that are offered.")
    if said.why_not in (kinds.UNSAFE, "other") and not said.why_words:
        raise CannotKeep("Say in a few words why, for those who work with the child. It is on no relative’s page.")
    if said.why_not == kinds.WHEREABOUTS and not said.tried:
        raise CannotKeep("Say what was tried to find them.")
    _require_ahead(said.look_again_on, today)


def sound_part(part: str, said: Mapping[str, Any], today: dt.date) -> dict[str, Any]:
    """One part of what is known of a father or second parent, as it is kept."""
    kept: dict[str, Any] = {}
    for name in CHOSEN.get(part, ()):
        kept[name] = _chosen(name, said.get(name) or "")
    for name in LINES[part]:
        kept[name] = cleaned(said.get(name) or "", limit=LIMITS["name" if name in NAMES else "line"])
    for name in LONG.get(part, ()):
        kept[name] = cleaned(said.get(name) or "", limit=MOST_WORDS, multi_line=True)
    for name in DAYS.get(part, ()):
        kept[name] = said.get(name)
        if kept[name] is not None:
            _require_day(name, kept[name], today)
    if part == SAFETY:
        kept["ways"] = ",".join(way for way in kinds.parent_words("ways") if way in (said.get("ways") or ()))
    if not any(kept.values()):
        raise CannotKeep("Nothing is answered yet. One answer is enough.")
    _CHECKS[part](kept)
    return kept


def _check_found(kept: Mapping[str, Any]) -> None:
    """Each answer stands alone."""


def _check_safety(kept: Mapping[str, Any]) -> None:
    if kept["safety"] == kinds.SAFE and not kept["ways"]:
        raise CannotKeep("Choose by which way contact is safe.")
    if kept["safety"] in (kinds.UNSAFE, "not_sure") and not kept["safety_words"]:
        raise CannotKeep("Say in a few words why, for those who work with the child.")


def _check_spoken(kept: Mapping[str, Any]) -> None:
    if bool(kept["spoken_on"]) != bool(kept["spoken_by"]):
        raise CannotKeep("Say who spoke to them, and on which day.")
    if any(kept[name] for name in LONG[SPOKEN]) and not kept["spoken_on"]:
        raise CannotKeep("Say who spoke to them, and on which day.")


def _check_weighed(kept: Mapping[str, Any]) -> None:
    if not (kept["risk"] and kept["resource"]):
        raise CannotKeep("Write both: what could go wrong, and what could help. “None that we know of” is an answer.")


def _check_not_involved(kept: Mapping[str, Any]) -> None:
    if not (kept["not_involved_by"] and kept["not_involved_on"]):
        raise CannotKeep("Say who said so, and on which day.")
    if not kept["checked"] or kept["next_on"] is None:
        raise CannotKeep("Say what was checked, and on which day somebody looks at it again.")


_CHECKS = {
    FOUND: _check_found,
    SAFETY: _check_safety,
    SPOKEN: _check_spoken,
    WEIGHED: _check_weighed,
    NOT_INVOLVED: _check_not_involved,
}


def sound_not_coming(said: NotComingSaid, today: dt.date) -> NotComingSaid:
    """One of the three kinds, with a response that fits it."""
    kind = kinds.not_coming_kinds().get(said.kind)
    if kind is None or not kind.is_in_use_on(today):
        raise CannotKeep("Choose the kind that comes nearest. It may change when you know more.")
    if said.response not in kind.responses:
        raise CannotKeep("Choose what we do from the answers below the kind that you chose.")
    lines: dict[str, Any] = {name: _line(getattr(said, name)) for name in ("doing", "together", "adult_services")}
    longer: dict[str, Any] = {
        name: cleaned(getattr(said, name), limit=MOST_WORDS, multi_line=True) for name in ("seen", "view")
    }
    if not longer["seen"]:
        raise CannotKeep("Say what you see that makes you think so.")
    if not lines["together"]:
        raise CannotKeep("Say with whom you thought about it. Nobody decides this alone.")
    _require_ahead(said.look_again_on, today)
    return replace(said, **lines, **longer)


def sound_representation(said: RepresentationSaid) -> RepresentationSaid:
    """In a family's words: they are read by whoever sent it."""
    if said.kind not in kinds.ways_to_speak_up():
        raise CannotKeep("Choose what you want to tell us.")
    words = cleaned(said.words, limit=MOST_SENT, multi_line=True)
    if not words:
        raise CannotKeep("Write what you want to say. A few words are enough.")
    return replace(said, words=words, reach=_line(said.reach))


def sound_answer(said: AnswerSaid, sent_on: dt.date, today: dt.date) -> AnswerSaid:
    """What was done, and how, when and by whom the relative was told."""
    done = cleaned(said.done, limit=MOST_WORDS, multi_line=True)
    if not done:
        raise CannotKeep("Say what was done, or why nothing could be done.")
    if said.way not in kinds.ways_of_answering():
        raise CannotKeep("Choose how they were told.")
    _require_past(said.answered_on, today, "Record the answer once they have been told.")
    if said.answered_on < sent_on:
        raise CannotKeep(f"They wrote on {day_words(sent_on)}. Nobody can have answered before that.")
    answered_by = cleaned(said.answered_by, limit=LIMITS["name"])
    if not answered_by:
        raise CannotKeep("Say who told them.")
    return replace(said, done=done, answered_by=answered_by)


def _chosen(name: str, answer: str) -> str:
    if answer and answer not in kinds.parent_words(name):
        raise CannotKeep("Choose one of the answers that are offered.")
    return answer


def _require_day(name: str, day: dt.date, today: dt.date) -> None:
    if name in AHEAD:
        _require_ahead(day, today)
    else:
        _require_past(day, today, "Record it once it has been done.")


def _require_past(day: dt.date, today: dt.date, then: str) -> None:
    if day > today:
        raise CannotKeep(f"That day has yet to come. {then}")
    _require_year(day, today)


def _require_ahead(day: dt.date | None, today: dt.date) -> None:
    if day is not None and not is_within(day, first=today, most=LONGEST_AHEAD):
        raise CannotKeep("Choose a day from today on, within a year, on which somebody looks at this again.")


def _require_year(day: dt.date, today: dt.date) -> None:
    if not EARLIEST <= day <= today + LONGEST_AHEAD:
        raise CannotKeep("Look at the day and the year again.")


def _line(text: str) -> str:
    return cleaned(text, limit=LIMITS["line"])
