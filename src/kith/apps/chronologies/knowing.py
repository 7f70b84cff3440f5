"""Events that Kith knows already, each read by the front door of its own app and so under the seals of its source."""

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache

from kith.apps.access.queries import day_of
from kith.apps.agencies.projections import Actor
from kith.apps.cases.projections import PathPage
from kith.apps.cases.queries import may_see_path, path_page
from kith.apps.chronologies.projections import Candidate
from kith.apps.chronologies.sight import may_do
from kith.apps.occasions.actions import READ as READ_OCCASIONS
from kith.apps.occasions.queries import loop_page
from kith.apps.people.actions import READ as READ_PEOPLE
from kith.apps.people.queries import family_of
from kith.apps.voices.actions import READ as READ_VOICES
from kith.apps.voices.queries import voices_page
from kith.engines.chronology import event_types
from kith.engines.drawing.network import Household, Membership
from kith.kernel.data_files import toml_of
from kith.kernel.partial_dates import PartialDate

Known = Iterator[Candidate]
STEP, CONTACT, VOICE, OCCASION, MOVED, LEFT = "step", "contact", "voice", "occasion", "moved", "left"
CONTACT_TYPE, MOVE_TYPE, SAID_TYPE = "contact_referral", "placement_change", "wellbeing_change"


@cache
def _data(part: str) -> Mapping[str, str]:
    words: Mapping[str, str] = toml_of("kith.apps.chronologies", "data/known.toml")[part]
    return words


def _known(source: str, ref: str, start: PartialDate, fact: str, *, type: str = "", words: str = "") -> Candidate:
    return Candidate(
        came_of=f"{source}:{ref}",
        known_from=_data("sources")[source],
        start=start,
        fact=fact,
        type=type,
        type_name=event_types()[type].name if type else "",
        childs_words=words,
    )


def of_the_path(actor: Actor, child_ref: str, called: str, now: dt.datetime) -> Known:
    """Steps that were taken, and what reached the front door: never who told it by name."""
    if not may_see_path(actor, child_ref, now=now):
        return
    page: PathPage = path_page(actor, child_ref, now=now)
    for step in page.steps:
        if step.step in _data("steps") and not step.is_taken_out:
            yield _known(STEP, step.ref, PartialDate.of(step.on), f"{step.says}.", type=_data("steps")[step.step])
    for note in page.contacts:
        came = f" What came of it: {note.outcome}." if note.outcome else ""
        fact = f"The front door heard about {called}. It came from: {note.sender}.{came}"
        yield _known(CONTACT, note.ref, PartialDate.of(day_of(note.received_at)), fact, type=CONTACT_TYPE)


def of_voices(actor: Actor, child_ref: str, called: str, now: dt.datetime) -> Known:
    if not may_do(actor, READ_VOICES, child_ref, now=now):
        return
    for voice in voices_page(actor, child_ref, called=called, now=now).voices:
        fact = f"{called} said how things are. {voice.heard_by} heard it."
        yield _known(VOICE, voice.ref, PartialDate.parse(voice.when), fact, type=SAID_TYPE, words=voice.words.whole)


def of_occasions(actor: Actor, child_ref: str, called: str, now: dt.datetime) -> Known:
    """Those that have been. A meeting of a step of the path stands with its step."""
    if not may_do(actor, READ_OCCASIONS, child_ref, now=now):
        return
    for one in loop_page(actor, child_ref, now=now).occasions:
        if one.on <= day_of(now) and not (one.is_taken_out or one.is_of_path):
            fact = f"{one.says}: {one.words}" if one.words else f"{one.says}."
            yield _known(OCCASION, one.ref, PartialDate.of(one.on), fact)


def of_homes(actor: Actor, child_ref: str, called: str, now: dt.datetime) -> Known:
    """The child's own stays, as far as their days are known."""
    if not may_do(actor, READ_PEOPLE, child_ref, now=now):
        return
    for home in family_of(actor, child_ref, now=now).network.households:
        for stay in home.members:
            if stay.person == child_ref:
                yield from _moves(home, stay, called)


def _moves(home: Household, stay: Membership, called: str) -> Known:
    where = home.name or "another home"
    if stay.since:
        yield _known(MOVED, home.id, stay.since, f"{called} moved to {where}.", type=MOVE_TYPE)
    if stay.until:
        yield _known(LEFT, home.id, stay.until, f"{called} left {where}.", type=MOVE_TYPE)


Provider = Callable[[Actor, str, str, dt.datetime], Known]
PROVIDERS: tuple[tuple[Collection[str], Provider], ...] = (
    ((STEP, CONTACT), of_the_path),
    ((VOICE,), of_voices),
    ((OCCASION,), of_occasions),
    ((MOVED, LEFT), of_homes),
)
"""Who knows of what: by the kinds that each gives."""


def all_known(actor: Actor, child_ref: str, called: str, now: dt.datetime) -> Known:
    for _, provider in PROVIDERS:
        yield from provider(actor, child_ref, called, now)


def known_as(actor: Actor, child_ref: str, came_of: str, called: str, now: dt.datetime) -> Candidate | None:
    """One of them, asked of nobody but who knows it."""
    kind = came_of.partition(":")[0]
    found = (one for kinds, give in PROVIDERS if kind in kinds for one in give(actor, child_ref, called, now))
    return next((one for one in found if one.came_of == came_of), None)


def reasons() -> Mapping[str, str]:
    """Why something known is no row, by id."""
    return _data("reasons")
